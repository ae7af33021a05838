//! Statements of the two texts that say opposite things: a negation added or lost, a likelihood turned round, an
//! opposite word, a question for a statement.

use std::collections::HashSet;
use std::ops::Range;

use crate::align::degrees::add_degrees;
use crate::align::exchanges::add_exchanges;
use crate::align::negations::add_negations;
use crate::align::oppositions::add_oppositions;
use crate::align::polarity::{is_implied, is_modal, is_open_negation, turns};
use crate::align::quantifiers::add_quantifiers;
use crate::align::sentences::{Bead, PairKind};
use crate::align::stages::add_stages;
use crate::align::texts::{MOST_TOKENS, tokens_of};
use crate::align::words::{Link, Links};
use crate::extract::Facts;
use crate::extract::claims::{Polarity, is_light, is_negator};
use crate::lexicon::Lexicon;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::span::Span;

/// How two statements differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Turn {
    /// The candidate negates what the reference affirms.
    NegationAdded,
    /// The candidate affirms what the reference negates.
    NegationLost,
    /// Likely for unlikely, or the other way round.
    Likelihood,
    /// Must for may, allowed for forbidden.
    Duty,
    /// A word of opposite meaning.
    Opposite,
    /// Who does it and who suffers it are exchanged.
    Roles,
    /// What came first and what came later are exchanged.
    Order,
    /// Cause and effect are exchanged, or a cause became a hindrance.
    Cause,
    /// Another share of the whole: all for some.
    Quantifier,
    /// What the reference has planned, tried or asked for is told as done.
    ToldAsDone,
    /// What the reference has as done is told as planned, tried or asked for.
    ToldAsPlanned,
}

/// A statement that is turned round.
#[derive(Clone, PartialEq, Debug)]
pub struct Turned {
    /// How.
    pub turn: Turn,
    /// The words of the candidate.
    pub candidate: Span,
    /// The words of the reference.
    pub reference: Span,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// The two texts with their facts and links, as the comparison of statements needs them.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    /// Reference and candidate.
    pub texts: (&'a Text<'a>, &'a Text<'a>),
    /// Their facts.
    pub facts: (&'a Facts, &'a Facts),
    /// Which words render each other.
    pub links: &'a Links,
    /// What the reference is.
    pub kind: PairKind,
    /// The stems of their words.
    pub stems: &'a (HashSet<&'a str>, HashSet<&'a str>),
    /// The language.
    pub lexicon: &'a Lexicon,
}

/// The stems of the words of a text.
#[must_use]
pub fn stems<'a>(text: &'a Text<'_>) -> HashSet<&'a str> {
    text.tokens.iter().filter(|token| token.is_word()).map(|token| token.stem.as_str()).collect()
}

/// All statements within beads that are turned round.
#[must_use]
pub fn turned_statements(sides: &Sides<'_>, beads: &[Bead]) -> Vec<Turned> {
    let mut found = Vec::new();
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        let least = match sides.kind {
            PairKind::Segment => 0.12,
            PairKind::Parallel => 0.14,
            _ => 0.15,
        };
        let size = tokens_of(sides.texts.0, &bead.reference).len().max(tokens_of(sides.texts.1, &bead.candidate).len());
        if bead.likeness < least || size > MOST_TOKENS {
            continue;
        }
        let view = BeadView::new(sides, bead);
        add_negations(&view, &mut found);
        add_degrees(&view, &mut found);
        add_oppositions(&view, &mut found);
        add_exchanges(&view, &mut found);
        add_stages(&view, &mut found);
        add_quantifiers(&view, &mut found);
    }
    found
}

/// One of the two texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The trusted text.
    Reference,
    /// The text under test.
    Candidate,
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Side {
        match self {
            Side::Reference => Side::Candidate,
            Side::Candidate => Side::Reference,
        }
    }
}

/// How many rendered words near two words stand on the same side of both.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Crossing {
    /// They do.
    pub kept: usize,
    /// They do not.
    pub crossed: usize,
    /// They do not and are words of names.
    pub names: usize,
}

/// A bead with what negates and weighs in it.
pub struct BeadView<'a> {
    /// The two texts.
    pub sides: &'a Sides<'a>,
    /// Likeness of the bead.
    pub likeness: f64,
    /// The bead's tokens in the reference.
    pub ours: Range<usize>,
    /// The bead's tokens in the candidate.
    pub theirs: Range<usize>,
    /// What of it has no counterpart.
    pub open: Open,
    our_polarities: &'a [Polarity],
    their_polarities: &'a [Polarity],
}

/// How much of a bead has no counterpart.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Open {
    /// Content words of the reference without a counterpart.
    pub ours: f64,
    /// The same of the candidate.
    pub theirs: f64,
    /// Share of the candidate's content words that have one, 0 to 1.
    pub linked: f64,
}

impl Open {
    fn read(sides: &Sides<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> Open {
        let counts = |text: &Text<'_>, range: &Range<usize>, links: &[Option<Link>]| {
            let content = range.clone().filter(|at| text.tokens[*at].is_content());
            content.fold((0.0, 0.0), |(open, all), at| (open + f64::from(u8::from(links[at].is_none())), all + 1.0))
        };
        let (open_ours, _) = counts(sides.texts.0, ours, &sides.links.of_reference);
        let (open_theirs, all) = counts(sides.texts.1, theirs, &sides.links.of_candidate);
        let linked = if all == 0.0 { 0.0 } else { 1.0 - open_theirs / all };
        Open { ours: open_ours, theirs: open_theirs, linked }
    }
}

/// How many tokens around two words tell whether what is said of them is exchanged.
const CROSSING: usize = 12;

/// How far a negation reaches on either side of a word, in tokens.
const REACH: usize = 7;

impl<'a> BeadView<'a> {
    fn new(sides: &'a Sides<'a>, bead: &Bead) -> BeadView<'a> {
        let (ours, theirs) = (tokens_of(sides.texts.0, &bead.reference), tokens_of(sides.texts.1, &bead.candidate));
        let inside = |facts: &'a Facts, tokens: &Range<usize>| &facts.polarities[facts.polarities_in(tokens)];
        let (our_polarities, their_polarities) = (inside(sides.facts.0, &ours), inside(sides.facts.1, &theirs));
        let open = Open::read(sides, &ours, &theirs);
        BeadView { sides, likeness: bead.likeness, ours, theirs, open, our_polarities, their_polarities }
    }

    /// The two texts as one bead, for what is compared wherever it stands.
    #[must_use]
    pub fn of_texts(sides: &'a Sides<'a>) -> BeadView<'a> {
        BeadView {
            sides,
            likeness: 0.0,
            ours: 0..sides.texts.0.tokens.len(),
            theirs: 0..sides.texts.1.tokens.len(),
            open: Open::default(),
            our_polarities: &sides.facts.0.polarities,
            their_polarities: &sides.facts.1.polarities,
        }
    }

    /// The text of one side.
    #[must_use]
    pub fn text(&self, side: Side) -> &'a Text<'a> {
        match side {
            Side::Reference => self.sides.texts.0,
            Side::Candidate => self.sides.texts.1,
        }
    }

    /// The facts of one side.
    #[must_use]
    pub fn facts(&self, side: Side) -> &'a Facts {
        match side {
            Side::Reference => self.sides.facts.0,
            Side::Candidate => self.sides.facts.1,
        }
    }

    /// The bead's tokens on one side.
    #[must_use]
    pub fn tokens(&self, side: Side) -> Range<usize> {
        match side {
            Side::Reference => self.ours.clone(),
            Side::Candidate => self.theirs.clone(),
        }
    }

    /// The links of one side's tokens.
    #[must_use]
    pub fn links(&self, side: Side) -> &'a [Option<Link>] {
        match side {
            Side::Reference => &self.sides.links.of_reference,
            Side::Candidate => &self.sides.links.of_candidate,
        }
    }

    /// The word of the other side that renders one of this side; an opposite renders nothing.
    #[must_use]
    pub fn rendering(&self, side: Side, at: usize) -> Option<Link> {
        self.links(side)[at].filter(|link| !link.by.is_opposition())
    }

    /// What negates and weighs on one side.
    #[must_use]
    pub fn polarities(&self, side: Side) -> &'a [Polarity] {
        match side {
            Side::Reference => self.our_polarities,
            Side::Candidate => self.their_polarities,
        }
    }

    /// The end of a phrase of base forms that begins at a token of one side; up to two other words may stand between two of
    /// its words.
    #[must_use]
    pub fn phrase_at(&self, side: Side, at: usize, phrase: &str) -> Option<usize> {
        let (text, end) = (self.text(side), self.tokens(side).end);
        let mut place = at;
        for (position, word) in phrase.split(' ').enumerate() {
            let slack = if position == 0 { 1 } else { 3 };
            let fits = |place: &usize| text.tokens[*place].folded == word || text.tokens[*place].lemma() == word;
            place = (place..(place + slack).min(end)).find(fits)? + 1;
        }
        Some(place)
    }

    /// Whether a word is used as a verb as far as its form and the word before it tell.
    #[must_use]
    pub fn is_verbal(&self, side: Side, at: usize) -> bool {
        let text = self.text(side);
        let token = &text.tokens[at];
        let after = at.checked_sub(1).is_some_and(|before| {
            let before = &text.tokens[before];
            before.folded == "to" || is_modal(&before.folded) || is_negator(before)
        });
        let Some(word) = token.word else { return false };
        word.first_class == Classes::VERB || word.past || token.can_be(Classes::VERB) && after
    }

    /// Whether a word is a verb that tells something: used as one, and neither an auxiliary nor be, have, do.
    #[must_use]
    pub fn is_predicate(&self, side: Side, at: usize) -> bool {
        let token = &self.text(side).tokens[at];
        token.is_content() && !is_light(token) && self.is_verbal(side, at)
    }

    /// Whether a word with a negating prefix stands on a side that could answer a negation of the other.
    #[must_use]
    pub fn has_negative_word(&self, side: Side, negation: &Polarity, other: Side) -> bool {
        let (text, links) = (self.text(side), self.links(side));
        let governed = negation.governs.map(|at| self.text(other).tokens[at].stem.as_str());
        let opposites = &self.sides.lexicon.opposites;
        self.tokens(side).any(|at| {
            let token = &text.tokens[at];
            let bare = ["un", "in", "im", "ir", "il", "dis", "non", "mis"]
                .iter()
                .find_map(|prefix| token.folded.strip_prefix(prefix))
                .filter(|bare| bare.len() > 3);
            let same = bare.is_some_and(|bare| {
                governed.is_some_and(|stem| stem.get(..4).is_some_and(|start| bare.starts_with(start)))
            });
            let negative = bare.is_some_and(|bare| opposites.are_opposite(bare, &token.folded)) && links[at].is_none();
            same || negative
        })
    }

    /// Whether a phrase turns the statement in which a word stands.
    #[must_use]
    pub fn is_negated(&self, side: Side, at: usize) -> bool {
        self.polarities(side).iter().filter(|one| turns(one) && !one.tokens.contains(&at)).any(|one| {
            // A verb such as "lost" negates its own object at most, "not" whatever follows.
            let reach = if is_implied(one) { 4 } else { REACH + 2 };
            let ahead = at >= one.tokens.start && at - one.tokens.start <= reach;
            let behind = is_open_negation(one) && one.tokens.start == at + 1;
            ahead || behind
        })
    }

    /// "A beat B" and "B lost to A": what stands before the one word stands behind the other, and the other way round.
    #[must_use]
    pub fn roles_exchanged(&self, ours: usize, theirs: usize) -> bool {
        let linked =
            |at: usize| self.sides.links.of_candidate[at].filter(|_| self.sides.texts.1.tokens[at].is_content());
        let before = (self.theirs.start..theirs).rev().find_map(linked);
        let after = (theirs + 1..self.theirs.end).find_map(linked);
        before.is_some_and(|link| link.other > ours) && after.is_some_and(|link| link.other < ours)
    }

    /// How many rendered words of content within twelve tokens of two words stand on the same side of both, and how many
    /// do not.
    #[must_use]
    pub fn crossing(&self, ours: usize, theirs: usize) -> Crossing {
        let near = theirs.saturating_sub(CROSSING).max(self.theirs.start)..(theirs + CROSSING).min(self.theirs.end);
        let mut crossing = Crossing::default();
        for at in near.filter(|at| *at != theirs && self.sides.texts.1.tokens[*at].is_content()) {
            let Some(link) = self.sides.links.of_candidate[at] else { continue };
            if link.by.is_opposition() || link.other == ours || link.other.abs_diff(ours) > CROSSING {
                continue;
            }
            if (at < theirs) == (link.other < ours) {
                crossing.kept += 1;
            } else {
                crossing.crossed += 1;
                crossing.names += usize::from(self.sides.facts.1.name_at(at).is_some());
            }
        }
        crossing
    }

    /// How far the nearest words of content, two on either side, are linked across: the better side counts more.
    #[must_use]
    pub fn neighbours(&self, ours: usize, theirs: usize) -> f64 {
        let tokens = &self.sides.texts.1.tokens;
        let share = |places: &mut dyn Iterator<Item = usize>| {
            let (mut count, mut linked) = (0.0, 0.0);
            for at in places.filter(|at| tokens[*at].is_content()).take(2) {
                count += 1.0;
                let link = self.sides.links.of_candidate[at];
                if link.is_some_and(|link| !link.by.is_opposition() && link.other.abs_diff(ours) <= 8) {
                    linked += 1.0;
                }
            }
            if count == 0.0 { 0.0 } else { linked / count }
        };
        let before: f64 = share(&mut (self.theirs.start..theirs).rev());
        let after: f64 = share(&mut (theirs + 1..self.theirs.end));
        0.6 * before.max(after) + 0.4 * f64::midpoint(before, after)
    }
}
