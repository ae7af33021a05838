//! Which quantities of the candidate the reference has too, and which it has with another value.

use std::collections::BTreeMap;

use crate::align::sentences::{Bead, PairKind};
use crate::align::slips::{is_slip_of, unit_of};
use crate::align::texts::tokens_of;
use crate::align::values::{agree, comparable, equal};
use crate::align::words::Links;
use crate::extract::Facts;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::Bound;
use crate::text::Text;

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
        /// How well the surroundings of the two agree, 0 to 1.
        agreement: f64,
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

/// Matches by value within beads first, then over the texts; what is left over is held against what is left over.
#[must_use]
pub fn match_quantities(
    texts: (&Text<'_>, &Text<'_>),
    facts: (&Facts, &Facts),
    beads: &[Bead],
    links: &Links,
    kind: PairKind,
) -> QuantityMatches {
    let (reference, candidate) = facts;
    let mut matches = QuantityMatches {
        of_candidate: vec![Fate::Alone; candidate.quantities.len()],
        kept: vec![false; reference.quantities.len()],
    };
    let (ours, theirs) = (alike(&reference.quantities), alike(&candidate.quantities));
    for places in &theirs {
        let quantity = &candidate.quantities[places[0]];
        let mut fate = Fate::Alone;
        for others in &ours {
            let known = &reference.quantities[others[0]];
            if equal(quantity, known) {
                fate = Fate::Kept;
                others.iter().for_each(|other| matches.kept[*other] = true);
            } else if fate == Fate::Alone && agree(quantity, known) {
                fate = Fate::Near;
            }
        }
        places.iter().for_each(|at| matches.of_candidate[*at] = fate);
    }
    let derived = derived_values(reference, candidate);
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        match_bead(texts, facts, (bead, kind), (links, &derived), &mut matches);
    }
    matches
}

/// The places of quantities of one value, measure and bound: each is compared once, however often a text has it.
fn alike(quantities: &[Quantity]) -> Vec<Vec<usize>> {
    let mut places: BTreeMap<(Decimal, Option<Decimal>, Bound, String), Vec<usize>> = BTreeMap::new();
    for (at, quantity) in quantities.iter().enumerate() {
        let measure = format!("{:?}", quantity.measure);
        places.entry((quantity.value, quantity.other_reading, quantity.bound, measure)).or_default().push(at);
    }
    places.into_values().collect()
}

/// Which quantities of the candidate are a sum or a difference of two of the reference: the writer may have done it.
fn derived_values(reference: &Facts, candidate: &Facts) -> Vec<bool> {
    let amounts = reference.quantities.iter().filter(|quantity| !quantity.is_date()).take(60);
    let values: Vec<f64> = amounts.map(|quantity| quantity.value.approximate()).collect();
    let is_derived = |quantity: &Quantity| {
        let value = quantity.value.approximate();
        value >= 10.0
            && !quantity.is_date()
            && values
                .iter()
                .enumerate()
                .any(|(one, a)| values[one + 1..].iter().any(|b| a + b == value || (a - b).abs() == value))
    };
    candidate.quantities.iter().map(is_derived).collect()
}

/// A sentence with more figures is a table, and its figures are only looked for by value.
const MOST_IN_BEAD: usize = 200;

fn match_bead(
    texts: (&Text<'_>, &Text<'_>),
    facts: (&Facts, &Facts),
    (bead, kind): (&Bead, PairKind),
    (links, derived): (&Links, &[bool]),
    matches: &mut QuantityMatches,
) {
    let (reference, candidate) = facts;
    let mut open_reference: Vec<usize> = reference.quantities_in(&tokens_of(texts.0, &bead.reference)).collect();
    let mut open_candidate: Vec<usize> = candidate.quantities_in(&tokens_of(texts.1, &bead.candidate)).collect();
    if open_reference.len().max(open_candidate.len()) > MOST_IN_BEAD {
        return;
    }
    pair_off(facts, texts, links, &mut open_reference, &mut open_candidate);
    let mut pairs = Vec::new();
    for &at in &open_candidate {
        let quantity = &candidate.quantities[at];
        // Elsewhere in the reference the value occurs: only a weekday or a segment is bound to its own sentence.
        let bound_here = kind == PairKind::Segment || matches!(quantity.measure, Measure::Weekday);
        let names = quantity.measure == Measure::Identifier && kind != PairKind::Segment;
        if names {
            continue;
        }
        let elsewhere = matches!(matches.of_candidate[at], Fate::Kept | Fate::Near) && !bound_here;
        for &other in &open_reference {
            let known = &reference.quantities[other];
            // The same thing counted, its digits slipped: that the reference has the value elsewhere excuses nothing.
            if elsewhere && !(same_thing(quantity, known) && is_slip_of(quantity, known)) {
                continue;
            }
            let calculated = derived[at] && kind == PairKind::Comparable && !is_slip_of(quantity, known);
            if comparable(quantity, known) && !agree(quantity, known) && !calculated {
                let agreement = agreement((texts.0, known), (texts.1, quantity), links);
                let slip = if is_slip_of(quantity, known) { 0.2 } else { 0.0 };
                pairs.push((agreement + slip, at, other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut used: Vec<usize> = Vec::new();
    for (agreement, at, other) in pairs.into_iter().map(|(agreement, at, other)| (agreement.min(1.0), at, other)) {
        let taken = used.contains(&other) || matches!(matches.of_candidate[at], Fate::Changed { .. });
        if !taken {
            used.push(other);
            matches.of_candidate[at] = Fate::Changed { reference: other, agreement };
        }
    }
}

/// Whether two quantities count the same thing or have the same unit.
fn same_thing(a: &Quantity, b: &Quantity) -> bool {
    let counted = !a.counted.is_empty() && a.counted == b.counted;
    counted || unit_of(a).is_some() && unit_of(a) == unit_of(b)
}

/// Takes out the quantities that agree, one for one, those that agree best first.
fn pair_off(
    facts: (&Facts, &Facts),
    texts: (&Text<'_>, &Text<'_>),
    links: &Links,
    ours: &mut Vec<usize>,
    theirs: &mut Vec<usize>,
) {
    let mut found = Vec::new();
    for &at in theirs.iter() {
        for &other in ours.iter() {
            let (quantity, known) = (&facts.1.quantities[at], &facts.0.quantities[other]);
            if agree(quantity, known) {
                let exact = if equal(quantity, known) { 2.0 } else { 0.0 };
                let same = if quantity.value == known.value { 1.0 } else { 0.0 };
                found.push((exact + same + agreement((texts.0, known), (texts.1, quantity), links), at, other));
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

/// How well the surroundings agree: unit or counted thing, and the words within six tokens that are linked.
fn agreement(reference: (&Text<'_>, &Quantity), candidate: (&Text<'_>, &Quantity), links: &Links) -> f64 {
    let (a, b) = (reference.1, candidate.1);
    let mut score: f64 = 0.0;
    if a.dimension() == b.dimension() {
        score += if a.is_bare() { 0.15 } else { 0.35 };
    }
    if !a.counted.is_empty() && a.counted == b.counted {
        score += 0.3;
    }
    let near = |text: &Text<'_>, quantity: &Quantity, reach: usize| {
        quantity.tokens.start.saturating_sub(reach)..(quantity.tokens.end + reach).min(text.tokens.len())
    };
    let ours = near(reference.0, a, 7);
    let theirs = near(candidate.0, b, 7);
    let mut weight = 0.0;
    let mut linked = 0.0;
    for at in theirs {
        let token = &candidate.0.tokens[at];
        if b.tokens.contains(&at) || !token.is_content() {
            continue;
        }
        weight += 1.0;
        if links.of_candidate[at].is_some_and(|link| ours.contains(&link.other)) {
            linked += 1.0;
        }
    }
    if weight > 0.0 {
        score += 0.6 * linked / weight;
    }
    score.min(1.0)
}
