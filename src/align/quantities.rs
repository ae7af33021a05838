//! Which quantities of the candidate the reference has too, and which it has with another value.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::quantity_keys::{keys_of, slip_keys};
use crate::align::quantity_odds::Pairing;
use crate::align::quantity_places::{Common, Places, Surroundings, common, is_difference, surroundings};
use crate::align::quantity_values::{Derived, derived_values, kept_values};
use crate::align::sentences::{Bead, PairKind};
use crate::align::slips::{
    is_one_digit_off, is_other_era, is_shifted, is_slip_of, is_swapped, is_teen_for_ten, is_transposed, years_of,
};
use crate::align::texts::tokens_of;
use crate::align::values::{Freedom, agree, agree_loosely, comparable, equal};
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::Bound;

/// What became of a quantity.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fate {
    /// The other text has it, as it is or converted.
    Kept,
    /// The other text has it rounded or within a bound.
    Near,
    /// The other text has another value in its place.
    Changed {
        /// The reference's quantity, by its position among the facts.
        reference: usize,
        /// Log odds that it is a fault.
        odds: f64,
    },
    /// The other text has nothing like it.
    Alone,
}

/// The fate of each quantity of the candidate.
#[derive(Debug, Default)]
pub struct QuantityMatches {
    /// In the order of the candidate's facts.
    pub of_candidate: Vec<Fate>,
    /// For each quantity of the reference whether the candidate has it.
    pub kept: Vec<bool>,
}

/// A sentence with more figures is a table, and its figures are only looked for by value.
const MOST_IN_BEAD: usize = 60;

/// Values of the reference under one key; with more it tells nothing.
const MOST_OF_KEY: usize = 32;

/// Log odds of a fault where two values have changed places.
const EXCHANGED: f64 = 2.0;

/// Least log odds of a change that is worth telling of.
const LEAST: f64 = -2.5;

/// Matches by value, within beads first; what is left over is held against what is left over.
#[must_use]
pub fn match_quantities(places: &Places<'_>, beads: &[Bead], kind: PairKind) -> QuantityMatches {
    let (reference, candidate) = places.facts;
    let values = kept_values(reference, candidate, freedom_of(kind));
    let mut matches = QuantityMatches { of_candidate: values.of_candidate, kept: values.kept };
    if kind == PairKind::Alone || reference.quantities.is_empty() {
        return matches;
    }
    let read = |text, facts, quantities: &[Quantity]| {
        quantities.iter().map(|quantity| surroundings(text, facts, quantity)).collect()
    };
    let matcher = Matcher {
        places,
        kind,
        ours: read(places.texts.0, reference, &reference.quantities),
        theirs: read(places.texts.1, candidate, &candidate.quantities),
        our_places: values.our_places,
        their_places: values.their_places,
        derived: derived_values(reference, candidate, &matches.of_candidate, &matches.kept),
    };
    let mut pairs = Vec::new();
    let mut settled = BTreeSet::new();
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        matcher.match_bead(bead, &matches, &mut settled, &mut pairs);
    }
    if kind != PairKind::Segment {
        matcher.match_distant(beads, &matches, &settled, &mut pairs);
    }
    choose(pairs, &mut matches);
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        matcher.exchanged(bead, &mut matches);
    }
    matches
}

/// A quantity of the candidate that may be a wrong rendering of one of the reference.
#[derive(Clone, Copy)]
struct Likely {
    odds: f64,
    candidate: usize,
    reference: usize,
}

/// Takes the likeliest pairs first; each quantity is taken once.
fn choose(mut pairs: Vec<Likely>, matches: &mut QuantityMatches) {
    pairs.sort_by(|a, b| b.odds.total_cmp(&a.odds).then((a.candidate, a.reference).cmp(&(b.candidate, b.reference))));
    let mut used = BTreeSet::new();
    for Likely { odds, candidate, reference } in pairs {
        let taken = matches!(matches.of_candidate[candidate], Fate::Changed { .. });
        if odds >= LEAST && !taken && used.insert(reference) {
            matches.of_candidate[candidate] = Fate::Changed { reference, odds };
        }
    }
}

/// How freely a candidate of this kind may word a figure.
fn freedom_of(kind: PairKind) -> Freedom {
    if kind == PairKind::Comparable { Freedom::Article } else { Freedom::Translation }
}

struct Matcher<'a> {
    places: &'a Places<'a>,
    kind: PairKind,
    ours: Vec<Surroundings>,
    theirs: Vec<Surroundings>,
    /// For each quantity of the candidate where the reference has its value.
    our_places: Vec<Vec<usize>>,
    /// For each quantity of the reference where the candidate has its value.
    their_places: Vec<Vec<usize>>,
    derived: Vec<Derived>,
}

impl Matcher<'_> {
    fn freedom(&self) -> Freedom {
        freedom_of(self.kind)
    }

    fn common(&self, reference: usize, candidate: usize) -> Common {
        common(self.places, &self.ours[reference], &self.theirs[candidate])
    }

    fn known(&self, reference: usize) -> &Quantity {
        &self.places.facts.0.quantities[reference]
    }

    fn quantity(&self, candidate: usize) -> &Quantity {
        &self.places.facts.1.quantities[candidate]
    }

    /// The quantities of both sides of a bead; none for a table.
    fn figures_of(&self, bead: &Bead) -> Option<(Vec<usize>, Vec<usize>)> {
        let (texts, facts) = (self.places.texts, self.places.facts);
        let ours: Vec<usize> = facts.0.quantities_in(&tokens_of(texts.0, &bead.reference)).collect();
        let theirs: Vec<usize> = facts.1.quantities_in(&tokens_of(texts.1, &bead.candidate)).collect();
        (ours.len().max(theirs.len()) <= MOST_IN_BEAD).then_some((ours, theirs))
    }

    /// The quantities of one bead: those that agree are settled, the others are held against each other.
    fn match_bead(
        &self,
        bead: &Bead,
        matches: &QuantityMatches,
        settled: &mut BTreeSet<usize>,
        pairs: &mut Vec<Likely>,
    ) {
        let Some((mut ours, mut theirs)) = self.figures_of(bead) else { return };
        let all = theirs.clone();
        self.pair_off(&mut ours, &mut theirs);
        settled.extend(all.into_iter().filter(|at| !theirs.contains(at)));
        for &at in &theirs {
            for &other in &ours {
                if let Some(mut pairing) = self.pairing(other, at, matches) {
                    let kind = |quantity: &Quantity| quantity.dimension() == self.quantity(at).dimension();
                    let rivals = ours.iter().filter(|one| kind(self.known(**one))).count()
                        + theirs.iter().filter(|one| kind(self.quantity(**one))).count();
                    pairing.rivals = (rivals.max(2) as f64 / 2.0).ln();
                    pairing.bead = 1.0;
                    pairing.likeness = bead.likeness;
                    pairs.push(Likely { odds: pairing.fault_odds(), candidate: at, reference: other });
                }
            }
        }
    }

    /// "12 dead and 41 injured" for 41 dead and 12 injured: two values of a bead that have changed places.
    fn exchanged(&self, bead: &Bead, matches: &mut QuantityMatches) {
        let Some((ours, theirs)) = self.figures_of(bead) else { return };
        let places = |value: &Quantity| -> Vec<usize> {
            ours.iter().copied().filter(|at| equal(value, self.known(*at))).collect()
        };
        for (first, &one) in theirs.iter().enumerate() {
            for &other in &theirs[first + 1..] {
                let (a, b) = (self.quantity(one), self.quantity(other));
                let amounts = !a.is_date() && !b.is_date() && a.dimension() == b.dimension() && !equal(a, b);
                let ([there], [here]) = (&places(a)[..], &places(b)[..]) else { continue };
                if !amounts || there == here {
                    continue;
                }
                // The words behind each are those behind the other value in the reference, and not those behind its own.
                let crossed = |ours: usize, theirs: usize, own: usize| {
                    let (crossed, straight) = (self.common(ours, theirs), self.common(own, theirs));
                    crossed.after > 0.0 && straight.other_after > 0.0 && crossed.around >= straight.around
                };
                if crossed(*here, one, *there) && crossed(*there, other, *here) {
                    matches.of_candidate[one] = Fate::Changed { reference: *here, odds: EXCHANGED };
                    matches.of_candidate[other] = Fate::Changed { reference: *there, odds: EXCHANGED };
                }
            }
        }
    }

    /// Takes out the quantities that agree, one for one, those that agree best first.
    fn pair_off(&self, ours: &mut Vec<usize>, theirs: &mut Vec<usize>) {
        let mut found = Vec::new();
        for &at in theirs.iter() {
            for &other in ours.iter() {
                let (quantity, known) = (self.quantity(at), self.known(other));
                let same_value = equal(quantity, known);
                if same_value || agree_loosely(quantity, known, self.freedom()) {
                    let exact = if same_value { 2.0 } else { 0.0 };
                    let same = if quantity.value == known.value { 1.0 } else { 0.0 };
                    let common = self.common(other, at);
                    found.push((exact + same + common.around + 0.5 * common.after, at, other));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, at, other) in found {
            if theirs.contains(&at) && ours.contains(&other) {
                theirs.retain(|one| *one != at);
                ours.retain(|one| *one != other);
            }
        }
    }

    /// Quantities in sentences that have no counterpart, or in another one: slips, and what counts the same thing.
    fn match_distant(
        &self,
        beads: &[Bead],
        matches: &QuantityMatches,
        settled: &BTreeSet<usize>,
        pairs: &mut Vec<Likely>,
    ) {
        let (reference, candidate) = self.places.facts;
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, quantity) in reference.quantities.iter().enumerate() {
            // A value that the candidate has too can still be slipped in another place; what counts the same thing is no
            // sign of that.
            let found = if matches.kept[at] { slip_keys(quantity) } else { keys_of(quantity) };
            for key in found {
                by_key.entry(key).or_default().push(at);
            }
        }
        let mates = bead_mates(self.places.texts.1.sentences.len(), beads);
        for (at, quantity) in candidate.quantities.iter().enumerate() {
            if settled.contains(&at)
                || matches.of_candidate[at] == Fate::Kept
                || quantity.measure == Measure::Identifier
            {
                continue;
            }
            let likely: BTreeSet<usize> = keys_of(quantity)
                .iter()
                .filter_map(|key| by_key.get(key))
                .filter(|places| places.len() <= MOST_OF_KEY)
                .flatten()
                .copied()
                .collect();
            let mates = &mates[self.places.texts.1.sentence_of(quantity.tokens.start)];
            for other in likely {
                let sentence = self.places.texts.0.sentence_of(self.known(other).tokens.start);
                let in_bead = mates.contains(&sentence);
                if in_bead {
                    continue;
                }
                let Some(mut pairing) = self.pairing(other, at, matches) else { continue };
                let beside = mates.iter().any(|mate| mate.abs_diff(sentence) == 1);
                pairing.beside_bead = f64::from(u8::from(beside));
                pairs.push(Likely { odds: pairing.fault_odds(), candidate: at, reference: other });
            }
        }
    }

    /// "900,000 more than in May" is no other value of what there is, nor is "before March" of "by the end of February".
    fn is_told_otherwise(&self, reference: usize, candidate: usize) -> bool {
        let (known, quantity) = (self.known(reference), self.quantity(candidate));
        let texts = self.places.texts;
        // "21 people" stand for twelve men and nine women.
        if self.derived[candidate].instead_of_both {
            return true;
        }
        if self.kind == PairKind::Comparable && is_difference(texts.1, quantity) != is_difference(texts.0, known) {
            return true;
        }
        let (Measure::Month { .. }, Measure::Month { .. } | Measure::Date { .. }) = (&quantity.measure, &known.measure)
        else {
            return false;
        };
        let before = quantity.tokens.start.checked_sub(1).map(|at| texts.1.tokens[at].folded.as_str());
        let month = match known.measure {
            Measure::Date { month, .. } => i128::from(month),
            _ => known.value.as_whole().unwrap_or(0),
        };
        matches!(before, Some("before" | "until" | "till")) && quantity.value == Decimal::whole(month % 12 + 1)
    }

    /// Whether the candidate gives what can be reckoned from figures of the reference in the stead of these. That a slip of
    /// a figure is its sum with another is chance.
    fn replaces(&self, reference: usize, candidate: usize) -> bool {
        let derived = self.derived[candidate];
        derived.instead_of_both || derived.instead && !is_slip_of(self.quantity(candidate), self.known(reference))
    }

    /// What is known of two quantities; none where they agree or cannot be compared.
    fn pairing(&self, reference: usize, candidate: usize, matches: &QuantityMatches) -> Option<Pairing> {
        let (known, quantity) = (self.known(reference), self.quantity(candidate));
        if !comparable(quantity, known) || agree(quantity, known, self.freedom()) {
            return None;
        }
        if self.is_told_otherwise(reference, candidate) {
            return None;
        }
        let names = known.measure == Measure::Identifier || quantity.measure == Measure::Identifier;
        if names && self.kind != PairKind::Segment {
            return None;
        }
        let common = self.common(reference, candidate);
        let flag = |holds: bool| f64::from(u8::from(holds));
        let (x, y) = (quantity.value, known.value);
        let (size, other) = (x.approximate().abs(), y.approximate().abs());
        let ratio = if size.min(other) > 0.0 { size.max(other) / size.min(other) } else { 99.0 };
        let dates = quantity.is_date() || known.is_date();
        let measured = !dates && !matches!(quantity.measure, Measure::Clock { .. });
        let years = years_of(quantity).zip(years_of(known)).filter(|(a, b)| a != b);
        let small = |value: Decimal| value.is_whole() && value.absolute() < Decimal::whole(13);
        let kind = |test: &dyn Fn(&Measure) -> bool| flag(test(&quantity.measure) || test(&known.measure));
        let here = |places: &[usize], around: &dyn Fn(usize) -> f64| {
            places.iter().map(|place| around(*place)).fold(0.0, f64::max)
        };
        let ours = &self.our_places[candidate];
        let theirs = &self.their_places[reference];
        let elsewhere = matches.of_candidate[candidate] != Fate::Alone;
        Some(Pairing {
            segment: flag(self.kind == PairKind::Segment),
            parallel: flag(self.kind == PairKind::Parallel),
            around: common.around,
            before: common.before,
            after: common.after,
            other_after: common.other_after,
            same_unit: flag(quantity.unit().is_some() && quantity.unit() == known.unit()),
            bare: flag(quantity.unit().is_some() != known.unit().is_some()),
            transposed: flag(!dates && is_transposed(x, y) || years.is_some_and(|(a, b)| is_transposed(a, b))),
            era: flag(years.is_some_and(|(a, b)| is_other_era(a, b))),
            one_digit: flag(measured && is_one_digit_off(x, y)),
            magnitude: flag(measured && is_shifted(x, y)),
            teens: flag(measured && is_teen_for_ten(x, y)),
            swapped: flag(is_swapped(quantity, known)),
            long: flag(x.significant().len() > 1),
            close: flag(measured && ratio < 1.1),
            far: flag(measured && ratio > 5.0 && !is_shifted(x, y)),
            small: flag(measured && small(x) && small(y)),
            hedged: flag(quantity.bound != Bound::Exact || known.bound != Bound::Exact),
            weekday: kind(&|measure| matches!(measure, Measure::Weekday | Measure::Day)),
            clock: kind(&|measure| matches!(measure, Measure::Clock { .. })),
            ordinal: kind(&|measure| *measure == Measure::Ordinal),
            fraction: kind(&|measure| matches!(measure, Measure::Fraction | Measure::Multiple)),
            ours_elsewhere: flag(elsewhere),
            ours_around: here(ours, &|place| self.common(place, candidate).around),
            theirs_elsewhere: flag(matches.kept[reference]),
            theirs_around: here(theirs, &|place| self.common(reference, place).around),
            derived: flag(self.derived[candidate].from_reference && !is_slip_of(quantity, known)),
            instead: flag(self.replaces(reference, candidate)),
            reckoned: flag(self.derived[candidate].from_candidate),
            ..Pairing::default()
        })
    }
}

/// For each sentence of the candidate the sentences of the reference in its bead.
fn bead_mates(sentences: usize, beads: &[Bead]) -> Vec<Vec<usize>> {
    let mut mates = vec![Vec::new(); sentences];
    for bead in beads {
        for at in bead.candidate.clone() {
            mates[at].extend(bead.reference.clone());
        }
    }
    mates
}
