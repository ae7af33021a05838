//! How far what stands around two words of the texts says that they are said of the same thing.

use std::ops::Range;

use crate::align::odds::yes;
use crate::align::sentences::PairKind;
use crate::align::statements::BeadView;
use crate::align::words::Link;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// What is known of the places of two words, one of each text. Shares are from 0 to 1; where nothing else is said, 1 for
/// yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Around {
    /// The texts are one segment and its reference.
    pub segment: f64,
    /// Likeness of the bead.
    pub likeness: f64,
    /// Share of the two content words before the candidate's that render words shortly before the reference's.
    pub before: f64,
    /// The same of the two behind it.
    pub after: f64,
    /// The greater and the mean of both sides, three to two, wherever near the other word the counterparts stand.
    pub beside: f64,
    /// The next content word behind it renders the next one behind the other.
    pub head: f64,
    /// The content word before it renders the one before the other.
    pub previous: f64,
    /// Share of the rendered words of its clause that stand on the other side of the other word.
    pub crossed: f64,
    /// The word right before is the same.
    pub same_before: f64,
    /// The word right behind is the same.
    pub same_after: f64,
    /// Share of the content words within six tokens that render words within eight of the other.
    pub window: f64,
    /// Share of the candidate's clause, in content words, that renders words of the reference's clause.
    pub clause: f64,
    /// The same the other way round.
    pub back: f64,
    /// Natural logarithm of one more than the count of rendered content words in the clause.
    pub shared: f64,
    /// A name of the clause has its counterpart in the other clause.
    pub name: f64,
    /// The first content word before the verb group of the clause renders one of the other clause's beginning.
    pub subject: f64,
    /// Logarithm of one more than the count of the bead's content words without a counterpart, in the reference.
    pub open_ours: f64,
    /// The same in the candidate.
    pub open_theirs: f64,
    /// Share of the candidate's content words that have a counterpart.
    pub linked: f64,
}

/// How many tokens make a window.
const NEAR: usize = 6;
const NEAR_THERE: usize = 8;

/// Words that begin another clause.
const DIVIDERS: [&str; 22] = [
    "but", "although", "though", "while", "whereas", "because", "since", "if", "unless", "which", "who", "whom",
    "whose", "when", "where", "after", "before", "until", "that", "and", "or", "so",
];

/// The clause around a token: up to the next mark or word that begins another clause, within `bounds`.
#[must_use]
pub fn clause_of(text: &Text<'_>, at: usize, bounds: &Range<usize>) -> Range<usize> {
    let divides = |token: &Token| {
        token.kind == TokenKind::Mark && !matches!(token.folded.as_str(), "-" | "'" | "’" | "%" | "$" | "€" | "£")
            || DIVIDERS.contains(&token.folded.as_str())
    };
    let mut start = at;
    while start > bounds.start && !divides(&text.tokens[start - 1]) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < bounds.end && !divides(&text.tokens[end]) {
        end += 1;
    }
    start..end
}

impl Around {
    /// Reads the places of a word of the reference and one of the candidate.
    #[must_use]
    pub fn read(view: &BeadView<'_>, ours: usize, theirs: usize) -> Around {
        let links = view.sides.links;
        let (reference, candidate) = view.sides.texts;
        let agrees = |link: &Link| !link.by.is_opposition();
        let link = |at: usize| links.of_candidate[at].filter(agrees);
        let side = |places: &mut dyn Iterator<Item = usize>, fits: &dyn Fn(usize) -> bool| -> f64 {
            let near: Vec<usize> = places.filter(|at| candidate.tokens[*at].is_content()).take(2).collect();
            let hits = near.iter().filter(|at| link(**at).is_some_and(|link| fits(link.other))).count();
            if near.is_empty() { 0.5 } else { hits as f64 / near.len() as f64 }
        };
        let shortly_before = |other: usize| other < ours && other + 5 >= ours;
        let shortly_behind = |other: usize| other > ours && other <= ours + 5;
        let same = |here: Option<usize>, there: Option<usize>| match (here, there) {
            (Some(here), Some(there)) if view.theirs.contains(&here) && view.ours.contains(&there) => {
                yes(candidate.tokens[here].folded == reference.tokens[there].folded)
            }
            _ => 0.5,
        };
        let (clause, other_clause) =
            (clause_of(candidate, theirs, &view.theirs), clause_of(reference, ours, &view.ours));
        let share = |text: &Text<'_>, range: &Range<usize>, all: &[Option<Link>], at: usize, into: &Range<usize>| {
            let content: Vec<usize> =
                range.clone().filter(|word| *word != at && text.tokens[*word].is_content()).collect();
            let hits = content
                .iter()
                .filter(|word| {
                    all[**word].as_ref().filter(|link| agrees(link)).is_some_and(|link| into.contains(&link.other))
                })
                .count();
            (if content.is_empty() { 0.5 } else { hits as f64 / content.len() as f64 }, hits)
        };
        let (clause_share, hits) = share(candidate, &clause, &links.of_candidate, theirs, &other_clause);
        let (back, _) = share(reference, &other_clause, &links.of_reference, ours, &clause);
        let window_from = theirs.saturating_sub(NEAR).max(view.theirs.start);
        let window_to = (theirs + NEAR + 1).min(view.theirs.end);
        let (mut near, mut rendered) = (0.0, 0.0);
        for at in (window_from..window_to).filter(|at| *at != theirs && candidate.tokens[*at].is_content()) {
            near += 1.0;
            rendered += yes(link(at).is_some_and(|link| link.other.abs_diff(ours) <= NEAR_THERE));
        }
        let facts = view.sides.facts.1;
        let content_behind = |text: &Text<'_>, at: usize, range: &Range<usize>| {
            (at + 1..range.end).find(|at| text.tokens[*at].is_content())
        };
        let content_before = |text: &Text<'_>, at: usize, range: &Range<usize>| {
            (range.start..at).rev().find(|at| text.tokens[*at].is_content())
        };
        let meets = |here: Option<usize>, there: Option<usize>| match (here.and_then(link), there) {
            (Some(link), Some(there)) => yes(link.other == there),
            (None, None) => 0.5,
            _ => 0.0,
        };
        let head = meets(content_behind(candidate, theirs, &view.theirs), content_behind(reference, ours, &view.ours));
        let previous =
            meets(content_before(candidate, theirs, &view.theirs), content_before(reference, ours, &view.ours));
        let (mut kept, mut crossed) = (0.0, 0.0);
        for at in clause.clone().filter(|at| *at != theirs && candidate.tokens[*at].is_content()) {
            let Some(link) = link(at).filter(|link| other_clause.contains(&link.other) && link.other != ours) else {
                continue;
            };
            if (at < theirs) == (link.other < ours) { kept += 1.0 } else { crossed += 1.0 }
        }
        let named = facts.names[facts.names_in(&clause)]
            .iter()
            .any(|name| name.tokens.clone().any(|at| link(at).is_some_and(|link| other_clause.contains(&link.other))));
        let subject = clause.clone().take_while(|at| *at < theirs).find(|at| candidate.tokens[*at].is_content());
        let subject =
            subject.and_then(link).is_some_and(|link| other_clause.contains(&link.other) && link.other < ours);
        Around {
            segment: yes(view.sides.kind == PairKind::Segment),
            likeness: view.likeness,
            before: side(&mut (view.theirs.start..theirs).rev(), &shortly_before),
            after: side(&mut (theirs + 1..view.theirs.end), &shortly_behind),
            beside: view.neighbours(ours, theirs),
            head,
            previous,
            crossed: if kept + crossed == 0.0 { 0.5 } else { crossed / (kept + crossed) },
            same_before: same(theirs.checked_sub(1), ours.checked_sub(1)),
            same_after: same(Some(theirs + 1), Some(ours + 1)),
            window: if near == 0.0 { 0.5 } else { rendered / near },
            clause: clause_share,
            back,
            shared: (1.0 + hits as f64).ln(),
            name: yes(named),
            subject: yes(subject),
            open_ours: (1.0 + view.open.ours).ln(),
            open_theirs: (1.0 + view.open.theirs).ln(),
            linked: view.open.linked,
        }
    }
}
