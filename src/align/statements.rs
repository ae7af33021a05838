//! Statements of the two texts that say opposite things: a negation added or lost, a likelihood turned round, an
//! opposite word, a question for a statement.

use std::ops::Range;

use crate::align::polarity::{is_bound, is_emphasis, is_implied, is_modal, is_open_negation, is_plain_negation, turns};
use crate::align::sentences::{Bead, PairKind};
use crate::align::texts::{MOST_TOKENS, tokens_of};
use crate::align::words::{By, Links};
use crate::extract::Facts;
use crate::extract::claims::Polarity;
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::Token;

/// How two statements differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Turn {
    /// The candidate negates what the reference affirms.
    NegationAdded,
    /// The candidate affirms what the reference negates.
    NegationLost,
    /// Likely for unlikely, or the other way round.
    Likelihood,
    /// A word of opposite meaning.
    Opposite,
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
    /// The language.
    pub lexicon: &'a Lexicon,
}

/// All statements within beads that are turned round.
#[must_use]
pub fn turned_statements(sides: &Sides<'_>, beads: &[Bead]) -> Vec<Turned> {
    let mut found = Vec::new();
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        let least = match sides.kind {
            PairKind::Segment => 0.12,
            PairKind::Parallel => 0.14,
            _ => 0.3,
        };
        let size = tokens_of(sides.texts.0, &bead.reference).len().max(tokens_of(sides.texts.1, &bead.candidate).len());
        if bead.likeness < least || size > MOST_TOKENS {
            continue;
        }
        let view = BeadView::new(sides, bead);
        view.negations(&mut found);
        view.likelihoods(&mut found);
        view.opposites(&mut found);
    }
    found
}

struct BeadView<'a> {
    sides: &'a Sides<'a>,
    likeness: f64,
    ours: Range<usize>,
    theirs: Range<usize>,
    our_polarities: Vec<&'a Polarity>,
    their_polarities: Vec<&'a Polarity>,
}

/// How far a negation reaches on either side of a word, in tokens.
const REACH: usize = 7;

/// Least share of linked neighbours of two opposite words between articles, and of words opposed through a third.
const LEAST_NEAR: f64 = 0.3;
const LEAST_NEAR_REMOTE: f64 = 0.6;

impl<'a> BeadView<'a> {
    fn new(sides: &'a Sides<'a>, bead: &Bead) -> BeadView<'a> {
        let (ours, theirs) = (tokens_of(sides.texts.0, &bead.reference), tokens_of(sides.texts.1, &bead.candidate));
        let inside = |facts: &'a Facts, tokens: &Range<usize>| -> Vec<&'a Polarity> {
            facts.polarities[facts.polarities_in(tokens)].iter().collect()
        };
        let (our_polarities, their_polarities) = (inside(sides.facts.0, &ours), inside(sides.facts.1, &theirs));
        BeadView { sides, likeness: bead.likeness, ours, theirs, our_polarities, their_polarities }
    }

    fn base(&self) -> f64 {
        match self.sides.kind {
            PairKind::Segment => 0.42 + 0.4 * self.likeness,
            PairKind::Parallel => 0.35 + 0.45 * self.likeness,
            _ => 0.1 + 0.7 * self.likeness,
        }
    }

    /// How surely two predicates make one statement: the kind of reference, the likeness of the bead, the words around.
    fn claim(&self, ours: usize, theirs: Option<usize>) -> f64 {
        let near = theirs.map_or(0.0, |theirs| self.neighbours(ours, theirs));
        match self.sides.kind {
            PairKind::Segment => self.base(),
            PairKind::Parallel => 0.12 + 0.35 * self.likeness + 0.4 * near,
            _ => 0.55 * self.likeness + 0.4 * near - 0.1,
        }
    }

    fn negations(&self, found: &mut Vec<Turned>) {
        let counts = |text: &Text<'_>, all: &[&Polarity]| {
            all.iter().filter(|one| is_open_negation(one) && !is_emphasis(text, one)).count()
        };
        let ours = counts(self.sides.texts.0, &self.our_polarities);
        let theirs = counts(self.sides.texts.1, &self.their_polarities);
        // A negating word that the candidate has too answers nothing.
        let links = &self.sides.links.of_reference;
        let implied = self
            .our_polarities
            .iter()
            .any(|one| turns(one) && one.tokens.clone().all(|at| links[at].is_none_or(|link| link.by == By::Meaning)));
        let opposed = self.theirs.clone().any(|at| self.is_opposed(at));
        for negation in self.their_polarities.iter().filter(|one| one.is_explicit_negation()) {
            if let Some(strength) = self.unanswered(negation, ours, theirs, opposed || implied) {
                let reference = self.evidence(negation.governs);
                found.push(Turned { turn: Turn::NegationAdded, candidate: negation.span, reference, strength });
            }
        }
        for negation in self.our_polarities.iter().filter(|one| one.is_explicit_negation()) {
            if let Some((candidate, strength)) = self.lost(negation, ours, theirs, opposed) {
                found.push(Turned { turn: Turn::NegationLost, candidate, reference: negation.span, strength });
            }
        }
    }

    /// The strength with which a negation of the candidate has no answer in the reference.
    fn unanswered(&self, negation: &Polarity, ours: usize, theirs: usize, opposed: bool) -> Option<f64> {
        if !is_plain_negation(self.sides.texts.1, negation) {
            return None;
        }
        let linked = negation.governs.and_then(|at| self.sides.links.of_candidate[at]);
        if linked.is_some_and(|link| link.by.is_opposition())
            || self.negative_word_near(self.ours.clone(), negation, true)
        {
            return None;
        }
        match linked {
            Some(link) if self.is_negated(&self.our_polarities, link.other) => None,
            Some(link) if ours == 0 => Some(self.claim(link.other, negation.governs) + 0.12),
            Some(link) if theirs > ours => Some(self.claim(link.other, negation.governs)),
            None if ours == 0 && !opposed && self.sides.kind == PairKind::Segment => Some(self.base()),
            _ => None,
        }
    }

    /// Where the candidate lost a negation of the reference, and how surely.
    fn lost(&self, negation: &Polarity, ours: usize, theirs: usize, opposed: bool) -> Option<(Span, f64)> {
        let from = negation.tokens.end;
        let linked = (from..(from + 7).min(self.ours.end)).find_map(|at| {
            let link = self.sides.links.of_reference[at]?;
            let named = self.sides.facts.1.name_at(link.other).is_some();
            let telling = self.sides.texts.0.tokens[at].is_content() && !named;
            telling.then_some((at, link))
        });
        let (other, link) = linked?;
        if link.by.is_opposition()
            || !is_plain_negation(self.sides.texts.0, negation)
            || is_bound(self.sides.texts.0, negation)
            || self.is_negated(&self.their_polarities, link.other)
            || self.negative_word_near(self.theirs.clone(), negation, false)
        {
            return None;
        }
        let governed = negation.governs.is_some_and(|at| self.sides.links.of_reference[at].is_some());
        let claim = self.claim(other, Some(link.other));
        let strength = match theirs {
            0 if governed && !opposed => claim + 0.1,
            0 if !opposed => claim - 0.05,
            _ if theirs < ours && governed => claim - 0.1,
            _ => return None,
        };
        Some((self.predicate_span(link.other), strength))
    }

    /// The governed word with the auxiliaries and the "to" before it.
    fn predicate_span(&self, at: usize) -> Span {
        let tokens = &self.sides.texts.1.tokens;
        let mut start = at;
        while start > self.theirs.start && at - start < 3 {
            let before = &tokens[start - 1];
            let auxiliary = before.is_word()
                && (before.folded == "to" || crate::extract::claims::is_light(before) || is_modal(&before.folded));
            if !auxiliary {
                break;
            }
            start -= 1;
        }
        tokens[start].span.join(tokens[at].span)
    }

    /// Whether a negating word with a prefix or by its meaning stands in the other text without a counterpart.
    fn negative_word_near(&self, tokens: Range<usize>, negation: &Polarity, in_reference: bool) -> bool {
        let (text, links) = if in_reference {
            (self.sides.texts.0, &self.sides.links.of_reference)
        } else {
            (self.sides.texts.1, &self.sides.links.of_candidate)
        };
        let governed = negation.governs.map(|at| {
            let other = if in_reference { self.sides.texts.1 } else { self.sides.texts.0 };
            other.tokens[at].stem.as_str()
        });
        let opposites = &self.sides.lexicon.opposites;
        tokens.into_iter().any(|at| {
            let token = &text.tokens[at];
            let bare = ["un", "in", "im", "ir", "il", "dis", "non", "mis"]
                .iter()
                .find_map(|prefix| token.folded.strip_prefix(prefix))
                .filter(|bare| bare.len() > 3);
            let same = bare.is_some_and(|bare| {
                governed.is_some_and(|stem| stem.get(..4).is_some_and(|start| bare.starts_with(start)))
            });
            let negative = bare.is_some_and(|bare| opposites.are_opposite(bare, &token.folded)) && links[at].is_none();
            same || negative || links[at].is_some_and(|link| link.by.is_opposition()) && governed.is_none()
        })
    }

    fn is_opposed(&self, at: usize) -> bool {
        self.sides.links.of_candidate[at].is_some_and(|link| link.by.is_opposition())
    }

    fn is_negated(&self, polarities: &[&Polarity], at: usize) -> bool {
        polarities.iter().filter(|one| turns(one) && !one.tokens.contains(&at)).any(|one| {
            // A verb such as "lost" negates its own object at most, "not" whatever follows.
            let reach = if is_implied(one) { 4 } else { REACH + 2 };
            let ahead = at >= one.tokens.start && at - one.tokens.start <= reach;
            let behind = is_open_negation(one) && one.tokens.start == at + 1;
            ahead || behind
        })
    }

    fn evidence(&self, governed: Option<usize>) -> Span {
        let linked = governed.and_then(|at| self.sides.links.of_candidate[at]);
        match linked {
            Some(link) => self.sides.texts.0.tokens[link.other].span,
            None => self.sides.texts.0.span_of(&self.ours),
        }
    }

    fn likelihoods(&self, found: &mut Vec<Turned>) {
        let (ours, theirs) = (self.degrees(true), self.degrees(false));
        for (polarity, degree) in &theirs {
            let opposed = |(other, against): &&(&Polarity, i8)| {
                against * degree < 0 && self.govern_alike(other, polarity, ours.len() == 1 && theirs.len() == 1)
            };
            let agreed = ours.iter().any(|(_, other)| other.signum() == degree.signum());
            if let Some((other, _)) = ours.iter().find(opposed).filter(|_| !agreed) {
                let (candidate, reference) = (polarity.span, other.span);
                found.push(Turned { turn: Turn::Likelihood, candidate, reference, strength: self.base() + 0.15 });
            }
        }
    }

    /// The degrees of likelihood of one side, from -3 to 3, negations right before them taken in; none of duty and of
    /// "may", and none of "will" and "cannot" alone, which are the business of negation.
    fn degrees(&self, of_reference: bool) -> Vec<(&'a Polarity, i8)> {
        let (text, all) = if of_reference {
            (self.sides.texts.0, &self.our_polarities)
        } else {
            (self.sides.texts.1, &self.their_polarities)
        };
        let mut degrees = Vec::new();
        for polarity in all {
            let telling = text.tokens[polarity.tokens.clone()].iter().any(Token::is_content);
            let Some(degree) = polarity.degree().filter(|degree| telling && !degree.obligation && degree.degree != 0)
            else {
                continue;
            };
            let negated = all.iter().any(|one| {
                let before = one.is_explicit_negation() && one.tokens.end <= polarity.tokens.start;
                before && polarity.tokens.start - one.tokens.end <= 1
            });
            degrees.push((*polarity, if negated { -degree.degree } else { degree.degree }));
        }
        degrees
    }

    /// Whether what the two govern is linked, or they are forms of one word and the only ones of their sides.
    fn govern_alike(&self, ours: &Polarity, theirs: &Polarity, only: bool) -> bool {
        let linked = match (ours.governs, theirs.governs) {
            (Some(ours), Some(theirs)) => {
                self.sides.links.of_candidate[theirs].is_some_and(|link| link.other.abs_diff(ours) <= 2)
            }
            _ => false,
        };
        linked || only && self.are_forms(ours, theirs)
    }

    /// "likely" and "unlikely", "possible" and "impossible".
    fn are_forms(&self, ours: &Polarity, theirs: &Polarity) -> bool {
        let words = |text: &'a Text<'a>, polarity: &Polarity| text.tokens[polarity.tokens.clone()].iter();
        words(self.sides.texts.0, ours).any(|one| {
            words(self.sides.texts.1, theirs).any(|other| {
                let (short, long) = if one.folded.len() < other.folded.len() { (one, other) } else { (other, one) };
                ["un", "im"].iter().any(|prefix| long.folded.strip_prefix(prefix) == Some(short.folded.as_str()))
            })
        })
    }

    fn opposites(&self, found: &mut Vec<Turned>) {
        for at in self.theirs.clone() {
            let Some(link) = self.sides.links.of_candidate[at].filter(|link| link.by.is_opposition()) else {
                continue;
            };
            let (ours, theirs) = (&self.sides.texts.0.tokens[link.other], &self.sides.texts.1.tokens[at]);
            let negated =
                (self.is_negated(&self.our_polarities, link.other), self.is_negated(&self.their_polarities, at));
            if negated.0 != negated.1 {
                continue;
            }
            if self.roles_exchanged(link.other, at) {
                continue;
            }
            let near = self.neighbours(link.other, at);
            let remote = link.by == By::RemoteOpposition;
            // In two articles opposite words stand for one statement only where what they are said of is the same.
            let least = if remote { LEAST_NEAR_REMOTE } else { LEAST_NEAR };
            if self.sides.kind != PairKind::Segment && near < least {
                continue;
            }
            let strength = match self.sides.kind {
                PairKind::Segment => self.base() - 0.28 + 0.34 * near,
                PairKind::Parallel if theirs.is_content() => 0.3 + 0.35 * self.likeness + 0.3 * near,
                PairKind::Parallel => 0.15 + 0.35 * self.likeness + 0.38 * near,
                _ => 0.1 + 0.5 * self.likeness + 0.38 * near,
            };
            let strength = if remote { strength - 0.12 } else { strength };
            found.push(Turned { turn: Turn::Opposite, candidate: theirs.span, reference: ours.span, strength });
        }
    }

    /// "A beat B" and "B lost to A": what stands before the one word stands behind the other, and the other way round.
    fn roles_exchanged(&self, ours: usize, theirs: usize) -> bool {
        let linked =
            |at: usize| self.sides.links.of_candidate[at].filter(|_| self.sides.texts.1.tokens[at].is_content());
        let before = (self.theirs.start..theirs).rev().find_map(linked);
        let after = (theirs + 1..self.theirs.end).find_map(linked);
        before.is_some_and(|link| link.other > ours) && after.is_some_and(|link| link.other < ours)
    }

    /// How far the nearest words of content, two on either side, are linked across: the better side counts more.
    fn neighbours(&self, ours: usize, theirs: usize) -> f64 {
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
