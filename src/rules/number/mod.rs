//! Faults of numbers, units and dates.

pub(super) mod changed;
pub(super) mod changed_date;
pub(super) mod reversed_bound;
pub(super) mod wrong_magnitude;
pub(super) mod wrong_unit;

use crate::align::quantities::Fate;
use crate::align::sentences::PairKind;
use crate::extract::quantity::{Measure, Quantity};
use crate::rules::model::Context;

/// What kind of change it is; each rule takes one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Change {
    Date,
    Magnitude,
    Unit,
    Digits,
}

/// A quantity that has another value in the reference.
struct Changed<'a> {
    candidate: &'a Quantity,
    reference: &'a Quantity,
    strength: f64,
}

/// All changed quantities of one kind.
fn changes<'a>(cx: &'a Context<'_>, wanted: Change) -> Vec<Changed<'a>> {
    let mut found = Vec::new();
    for (at, fate) in cx.pair.quantities.of_candidate.iter().enumerate() {
        let Fate::Changed { reference, agreement } = *fate else { continue };
        let candidate = &cx.pair.candidate_facts.quantities[at];
        let reference = &cx.pair.reference_facts.quantities[reference];
        let change = kind_of(candidate, reference);
        // "of every hundred" is not "the first" out by a magnitude.
        let ranked = (candidate.measure == Measure::Ordinal) != (reference.measure == Measure::Ordinal);
        if change == wanted && !(ranked && change == Change::Magnitude) {
            let strength = strength(cx.pair.kind, candidate, reference, change, agreement);
            found.push(Changed { candidate, reference, strength });
        }
    }
    found
}

fn kind_of(candidate: &Quantity, reference: &Quantity) -> Change {
    if candidate.is_date() || reference.is_date() {
        return Change::Date;
    }
    let units = candidate.dimension() != reference.dimension() || unit_name(candidate) != unit_name(reference);
    let measured = |quantity: &Quantity| matches!(quantity.measure, Measure::Unit(_) | Measure::Money(_));
    if candidate.value == reference.value && units && measured(candidate) && measured(reference) {
        return Change::Unit;
    }
    if is_shifted(candidate, reference) { Change::Magnitude } else { Change::Digits }
}

fn unit_name(quantity: &Quantity) -> &str {
    match &quantity.measure {
        Measure::Unit(unit) => unit.name,
        Measure::Money(code) => code,
        _ => "",
    }
}

/// The same digits with other zeros or another decimal point.
fn is_shifted(candidate: &Quantity, reference: &Quantity) -> bool {
    let (a, b) = (candidate.value.significant(), reference.value.significant());
    a == b && candidate.value != reference.value
}

/// The same digits in another order.
fn is_exchange(candidate: &Quantity, reference: &Quantity) -> bool {
    candidate.value.sorted_digits() == reference.value.sorted_digits()
}

/// The same digits in another order, or all but one the same.
fn is_slip(candidate: &Quantity, reference: &Quantity) -> bool {
    let (a, b) = (candidate.value.all_digits(), reference.value.all_digits());
    let (plain_a, plain_b) = (a.replace('0', ""), b.replace('0', ""));
    if a.len().abs_diff(b.len()) == 1 && plain_a == plain_b && a.len() > 3 {
        return true;
    }
    let different = a.chars().zip(b.chars()).filter(|(a, b)| a != b).count();
    a.len() == b.len() && a.len() > 1 && (is_exchange(candidate, reference) || different == 1)
}

/// How much the kinds of reference and change, and the surroundings, speak for a fault.
fn strength(kind: PairKind, candidate: &Quantity, reference: &Quantity, change: Change, agreement: f64) -> f64 {
    let base = match kind {
        PairKind::Segment | PairKind::Parallel => 0.5,
        _ => 0.2,
    };
    let small = candidate.value.approximate().abs() < 2.0 && !candidate.in_digits;
    let telling = match change {
        Change::Magnitude if candidate.value.significant().len() > 1 => 0.3,
        Change::Magnitude => 0.18,
        Change::Unit => 0.25,
        Change::Date => 0.15,
        Change::Digits if is_exchange(candidate, reference) => 0.32,
        Change::Digits if is_slip(candidate, reference) => 0.25,
        Change::Digits => 0.0,
    };
    let worth = base + telling + 0.45 * agreement - if small { 0.35 } else { 0.0 };
    worth.clamp(0.0, 0.97)
}
