//! Negations that only one of two sentences has, with what speaks for and against the statement being turned round.

use std::ops::Range;

use crate::align::negation_odds::{Flip, added_odds, lost_odds};
use crate::align::odds::{probability, yes};
use crate::align::polarity::{is_bound, is_emphasis, is_modal, is_open_negation, is_plain_negation, turns};
use crate::align::sentences::PairKind;
use crate::align::stages::is_short_of;
use crate::align::statements::{BeadView, Side, Turn, Turned};
use crate::align::surroundings::{Around, clause_of};
use crate::align::words::Link;
use crate::extract::claims::{Polarity, is_light};
use crate::text::span::Span;

/// How many tokens behind a negation the word that stands for its statement is looked for, and how many before.
const AHEAD: usize = 7;
const BEHIND: usize = 6;

/// A word of a negated statement and its counterpart in the other text.
struct Anchor {
    at: usize,
    link: Link,
    /// Content words between the negation and the word.
    steps: usize,
    /// It stands before the negation.
    behind: bool,
}

/// Adds the negations of a bead that the other side does not have.
pub fn add_negations(view: &BeadView<'_>, found: &mut Vec<Turned>) {
    for here in [Side::Candidate, Side::Reference] {
        for negation in view.polarities(here).iter().filter(|one| is_open_negation(one)) {
            let Some((anchor, flip)) = read(view, here, negation) else { continue };
            let (turn, odds, candidate, reference) = match here {
                Side::Candidate => {
                    let evidence = view.sides.texts.0.tokens[anchor.link.other].span;
                    (Turn::NegationAdded, added_odds(&flip), negation.span, evidence)
                }
                Side::Reference => {
                    (Turn::NegationLost, lost_odds(&flip), predicate_span(view, anchor.link.other), negation.span)
                }
            };
            found.push(Turned { turn, candidate, reference, strength: probability(odds) });
        }
    }
}

/// What is known of a negation of one side; none where the other negates too or nothing stands for the statement.
fn read(view: &BeadView<'_>, here: Side, negation: &Polarity) -> Option<(Anchor, Flip)> {
    let there = here.other();
    let (text, other) = (view.text(here), view.text(there));
    let anchor = anchor(view, here, negation)?;
    // "obliged to arrest" and "will not arrest" agree: what is only asked, tried or threatened is not stated.
    if view.is_negated(there, anchor.link.other)
        || is_rendered(view, here, negation)
        || view.sides.kind != PairKind::Segment
            && (is_short_of(view, there, anchor.link.other) || is_bound(text, negation))
    {
        return None;
    }
    let word = &text.tokens[negation.tokens.start].folded;
    // "none of them was left" is no denial of "all were brought up", "not without consequences" none of "consequences".
    let of_nouns = matches!(word.as_str(), "no" | "none" | "nobody" | "neither" | "nothing" | "no-one");
    if of_nouns && predicate_linked(view, here, negation) == 0.0 || is_cancelled(view, here, negation) {
        return None;
    }
    let (ours, theirs) = match here {
        Side::Candidate => (anchor.link.other, anchor.at),
        Side::Reference => (anchor.at, anchor.link.other),
    };
    let count = |side: Side| {
        let open =
            view.polarities(side).iter().filter(|one| is_open_negation(one) && !is_emphasis(view.text(side), one));
        open.count() as f64
    };
    // A negating word that this side has too answers nothing.
    let answers = |one: &&Polarity| {
        let links = view.links(there);
        turns(one) && one.tokens.clone().all(|at| links[at].is_none_or(|link| !link.by.is_same()))
    };
    let turned: Vec<&Polarity> = view.polarities(there).iter().filter(answers).collect();
    let close = |one: &Polarity| one.tokens.start.abs_diff(anchor.link.other) <= 8;
    let doubled = view
        .polarities(here)
        .iter()
        .any(|one| turns(one) && !std::ptr::eq(one, negation) && one.tokens.start.abs_diff(negation.tokens.start) <= 8);
    let opposed = |range: &Range<usize>| {
        range.clone().filter(|at| view.links(here)[*at].is_some_and(|link| link.by.is_opposition())).count()
    };
    let bounds = view.tokens(here);
    let next = text.tokens.get(negation.tokens.end).map_or("", |token| token.folded.as_str());
    let clause = clause_of(text, negation.tokens.start, &bounds);
    let divider = clause.start.checked_sub(1).map_or("", |at| text.tokens[at].folded.as_str());
    let other_clause = clause_of(other, anchor.link.other, &view.tokens(there));
    let other_divider = other_clause.start.checked_sub(1).map_or("", |at| other.tokens[at].folded.as_str());
    let conditional = |word: &str| matches!(word, "if" | "unless" | "whether");
    let asks = |side: Side| view.tokens(side).any(|at| view.text(side).tokens[at].folded == "?");
    let (count_here, count_there) = (count(here), count(there));
    let flip = Flip {
        around: Around::read(view, ours, theirs),
        governed: yes(negation.governs == Some(anchor.at)),
        steps: anchor.steps as f64,
        behind: yes(anchor.behind),
        same_form: yes(anchor.link.by.is_same()),
        verb: yes(view.is_verbal(here, anchor.at)),
        only_here: yes(count_there == 0.0),
        more_here: yes(count_here > count_there),
        turned: turned.len().min(3) as f64,
        turned_near: yes(turned.iter().any(|one| close(one))),
        doubled: yes(doubled),
        opposed: opposed(&bounds).min(2) as f64,
        prefixed: yes(view.has_negative_word(there, negation, here)),
        style: yes(!is_plain_negation(text, negation)),
        bound: yes(is_bound(text, negation)),
        determiner: yes(word == "no"),
        never: yes(word == "never"),
        pronoun: yes(matches!(word.as_str(), "nobody" | "none" | "nothing" | "neither" | "nor" | "nowhere" | "no-one")),
        without: yes(word == "without"),
        nearly: yes(!negation.is_explicit_negation()),
        infinitive: yes(next == "to"),
        modal: yes(negation.tokens.start.checked_sub(1).is_some_and(|at| is_modal(&text.tokens[at].folded))
            || is_modal(word.split("n't").next().unwrap_or(""))),
        condition: yes(conditional(divider) != conditional(other_divider)),
        question: yes(asks(here) != asks(there)),
        length: (view.tokens(here).len() as f64 / view.tokens(there).len().max(1) as f64).ln(),
        distance: (1.0 + anchor.at.abs_diff(negation.tokens.start) as f64).ln(),
    };
    Some((anchor, flip))
}

/// Whether the same negation stands on the other side and governs what renders the word that this one governs.
fn is_rendered(view: &BeadView<'_>, here: Side, negation: &Polarity) -> bool {
    let there = here.other();
    negation.tokens.clone().filter_map(|at| view.links(here)[at]).any(|link| {
        let same = view.polarities(there).iter().find(|one| is_open_negation(one) && one.tokens.contains(&link.other));
        same.is_some_and(|same| match (negation.governs, same.governs) {
            (Some(one), Some(other)) => view.links(here)[one].is_some_and(|link| link.other == other),
            (None, None) => true,
            _ => false,
        })
    })
}

/// The word that stands for the negated statement: the first content word behind the negation with a counterpart, or the
/// nearest before it.
fn anchor(view: &BeadView<'_>, here: Side, negation: &Polarity) -> Option<Anchor> {
    let (text, bounds, facts) = (view.text(here), view.tokens(here), view.facts(here));
    let telling =
        |at: usize| text.tokens[at].is_content() && !is_light(&text.tokens[at]) && facts.name_at(at).is_none();
    let mut steps = 0;
    for at in negation.tokens.end..(negation.tokens.end + AHEAD).min(bounds.end) {
        if matches!(text.tokens[at].folded.as_str(), ";" | "." | ":" | "?" | "!") {
            break;
        }
        if !telling(at) {
            continue;
        }
        if let Some(link) = view.rendering(here, at) {
            return Some(Anchor { at, link, steps, behind: false });
        }
        steps += 1;
    }
    let from = negation.tokens.start.saturating_sub(BEHIND).max(bounds.start);
    for at in (from..negation.tokens.start).rev().filter(|at| text.tokens[*at].is_content()) {
        if let Some(link) = view.rendering(here, at) {
            return Some(Anchor { at, link, steps: 3, behind: true });
        }
    }
    None
}

/// Whether another negation of the same clause, which the other side does not have, makes up for it.
fn is_cancelled(view: &BeadView<'_>, here: Side, negation: &Polarity) -> bool {
    let clause = clause_of(view.text(here), negation.tokens.start, &view.tokens(here));
    let document = view.sides.kind != PairKind::Segment;
    let mut others = view.polarities(here).iter().filter(|one| {
        let without = view.text(here).tokens[one.tokens.start].folded == "without";
        let counts = without || document && one.is_explicit_negation();
        counts && clause.contains(&one.tokens.start) && one.tokens.start != negation.tokens.start
    });
    others.any(|one| one.tokens.clone().all(|at| view.links(here)[at].is_none()))
}

/// Share of the words used as verbs behind a negation, within its clause, that the other side renders; a half where there
/// is none.
fn predicate_linked(view: &BeadView<'_>, here: Side, negation: &Polarity) -> f64 {
    let clause = clause_of(view.text(here), negation.tokens.end - 1, &view.tokens(here));
    let verbs: Vec<usize> = (negation.tokens.end..clause.end).filter(|at| view.is_predicate(here, *at)).collect();
    let linked = verbs.iter().filter(|at| view.rendering(here, **at).is_some()).count();
    if verbs.is_empty() { 0.5 } else { linked as f64 / verbs.len() as f64 }
}

/// The governed word with the auxiliaries and the "to" before it.
fn predicate_span(view: &BeadView<'_>, at: usize) -> Span {
    let tokens = &view.sides.texts.1.tokens;
    let mut start = at;
    while start > view.theirs.start && at - start < 3 {
        let before = &tokens[start - 1];
        let auxiliary = before.is_word() && (before.folded == "to" || is_light(before) || is_modal(&before.folded));
        if !auxiliary {
            break;
        }
        start -= 1;
    }
    tokens[start].span.join(tokens[at].span)
}
