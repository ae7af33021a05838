//! Faults of numbers, units and dates.

pub(super) mod changed;
pub(super) mod changed_date;
pub(super) mod impossible_figure;
pub(super) mod one_sided;
pub(super) mod reversed_bound;
pub(super) mod two_values;
pub(super) mod wrong_magnitude;
pub(super) mod wrong_total;
pub(super) mod wrong_unit;
pub(super) mod wrong_weekday;

use crate::align::odds::probability;
use crate::align::quantities::Fate;
use crate::align::sentences::PairKind;
use crate::align::slips::is_shifted;
use crate::extract::quantity::{Measure, Quantity};
use crate::rules::model::Context;

/// Least strength of another date in another article.
const LEAST_OF_DATES: f64 = 0.5;

/// What kind of change it is; each rule takes one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Change {
    Date,
    Magnitude,
    Unit,
    Digits,
}

impl Changed<'_> {
    /// The reference's quantity and the candidate's.
    fn both(&self) -> (&Quantity, &Quantity) {
        (self.reference, self.candidate)
    }
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
        let Fate::Changed { reference, odds } = *fate else { continue };
        let candidate = &cx.pair.candidate_facts.quantities[at];
        let reference = &cx.pair.reference_facts.quantities[reference];
        let change = kind_of(candidate, reference);
        // "of every hundred" is not "the first" out by a magnitude.
        let ranked = (candidate.measure == Measure::Ordinal) != (reference.measure == Measure::Ordinal);
        if change == wanted && !(ranked && change == Change::Magnitude) {
            let strength = probability(odds);
            // Another article tells of other days too.
            if change == Change::Date && cx.pair.kind == PairKind::Comparable && strength < LEAST_OF_DATES {
                continue;
            }
            found.push(Changed { candidate, reference, strength });
        }
    }
    found
}

fn kind_of(candidate: &Quantity, reference: &Quantity) -> Change {
    if candidate.is_date() || reference.is_date() {
        return Change::Date;
    }
    let units = candidate.dimension() != reference.dimension() || candidate.unit() != reference.unit();
    let measured = |quantity: &Quantity| matches!(quantity.measure, Measure::Unit(_) | Measure::Money(_));
    if candidate.value == reference.value && units && measured(candidate) && measured(reference) {
        return Change::Unit;
    }
    if is_shifted(candidate.value, reference.value) { Change::Magnitude } else { Change::Digits }
}
