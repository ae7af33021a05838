//! Which values the two texts have in common, wherever they stand, and which can be reckoned from others.

use std::collections::BTreeMap;

use crate::align::quantities::Fate;
use crate::align::values::{Freedom, agree_loosely, equal};
use crate::extract::Facts;
use crate::extract::quantity::Quantity;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::Bound;

/// Places of one value that are remembered.
pub const MOST_PLACES: usize = 8;

/// Values that both texts have.
pub struct KeptValues {
    /// For each quantity of the candidate whether the reference has its value.
    pub of_candidate: Vec<Fate>,
    /// For each quantity of the reference whether the candidate has its value.
    pub kept: Vec<bool>,
    /// For each quantity of the candidate where the reference has its value.
    pub our_places: Vec<Vec<usize>>,
    /// For each quantity of the reference where the candidate has its value.
    pub their_places: Vec<Vec<usize>>,
}

/// Looks each value of one text up in the other.
#[must_use]
pub fn kept_values(reference: &Facts, candidate: &Facts, freedom: Freedom) -> KeptValues {
    let mut values = KeptValues {
        of_candidate: vec![Fate::Alone; candidate.quantities.len()],
        kept: vec![false; reference.quantities.len()],
        our_places: vec![Vec::new(); candidate.quantities.len()],
        their_places: vec![Vec::new(); reference.quantities.len()],
    };
    let (ours, theirs) = (alike(&reference.quantities), alike(&candidate.quantities));
    for places in &theirs {
        let quantity = &candidate.quantities[places[0]];
        let mut fate = Fate::Alone;
        for others in &ours {
            let known = &reference.quantities[others[0]];
            let same = equal(quantity, known);
            if !same && !agree_loosely(quantity, known, freedom) {
                continue;
            }
            if same {
                fate = Fate::Kept;
                others.iter().for_each(|other| values.kept[*other] = true);
            } else if fate == Fate::Alone {
                fate = Fate::Near;
            }
            places.iter().for_each(|at| values.our_places[*at].extend(others.iter().take(MOST_PLACES)));
            others.iter().for_each(|other| values.their_places[*other].extend(places.iter().take(MOST_PLACES)));
        }
        places.iter().for_each(|at| values.of_candidate[*at] = fate);
    }
    values
}

/// The places of quantities of one value, measure and bound: each is compared once, however often a text has it.
fn alike(quantities: &[Quantity]) -> Vec<Vec<usize>> {
    type Key = (Decimal, Option<Decimal>, Bound, Option<(Decimal, Decimal)>, String);
    let mut places: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, quantity) in quantities.iter().enumerate() {
        let measure = format!("{:?}", quantity.measure);
        let key = (quantity.value, quantity.other_reading, quantity.bound, quantity.parts, measure);
        places.entry(key).or_default().push(at);
    }
    places.into_values().collect()
}

/// Amounts that sums are formed of.
const MOST_SUMMED: usize = 60;

/// Lost figures of which a sum is no chance.
const FEW: usize = 3;

/// How a quantity of the candidate can be reckoned from others.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Derived {
    /// It is a sum, difference, product or share of two values of the reference.
    pub from_reference: bool,
    /// One of these two the candidate lacks: it gives the result in its stead.
    pub instead: bool,
    /// It lacks both.
    pub instead_of_both: bool,
    /// It is a sum or difference of two other values of the candidate that the reference has too, or the sum of all in its
    /// sentence.
    pub from_candidate: bool,
}

/// Which quantities of the candidate can be reckoned from others: the writer may have done it.
#[must_use]
pub fn derived_values(reference: &Facts, candidate: &Facts, fates: &[Fate], kept: &[bool]) -> Vec<Derived> {
    let ours = amounts(&reference.quantities, &|_| true);
    let lost = amounts(&reference.quantities, &|at| !kept[at]);
    let theirs = amounts(&candidate.quantities, &|at| fates[at] != Fate::Alone);
    let value = |quantity: &Quantity| quantity.value.approximate();
    let derived = |quantity: &Quantity| {
        let value = value(quantity);
        if value < 2.0 && quantity.value.is_whole() || quantity.is_date() {
            return Derived::default();
        }
        let is = |other: f64| (other - value).abs() < 1e-6 * value.abs().max(1.0);
        let sum = |a: f64, b: f64| is(a + b) || is((a - b).abs());
        let reckoned = |a: f64, b: f64| {
            let share = 100.0 * a.min(b) / a.max(b).max(1.0);
            sum(a, b) || value >= 10.0 && (is(a * b) || quantity.is_share() && (share - value).abs() < 0.6)
        };
        Derived {
            from_reference: any_two(&ours, &reckoned),
            // Among many figures some two give any sum.
            instead_of_both: value >= 10.0 && lost.len() <= FEW && any_two(&lost, &sum),
            instead: value >= 10.0 && lost.iter().any(|a| ours.iter().any(|b| a != b && reckoned(*a, *b))),
            from_candidate: any_two(&theirs, &|a, b| value >= 10.0 && a != value && b != value && sum(a, b)),
        }
    };
    candidate.quantities.iter().map(derived).collect()
}

fn amounts(quantities: &[Quantity], wanted: &dyn Fn(usize) -> bool) -> Vec<f64> {
    let amount = |quantity: &Quantity| !quantity.is_date() || quantity.value > Decimal::whole(99);
    let found = quantities.iter().enumerate().filter(|(at, quantity)| wanted(*at) && amount(quantity));
    found.map(|(_, quantity)| quantity.value.approximate()).take(MOST_SUMMED).collect()
}

fn any_two(values: &[f64], test: &dyn Fn(f64, f64) -> bool) -> bool {
    values.iter().enumerate().any(|(one, a)| values[one + 1..].iter().any(|b| test(*a, *b)))
}
