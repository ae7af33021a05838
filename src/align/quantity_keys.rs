//! Keys under which quantities meet that may be wrong renderings of each other, wherever they stand.

use crate::align::slips::{ERAS, keys, value_keys, years_of};
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::decimal::Decimal;

/// What a quantity is looked up by outside its bead: its slips, and its unit or what it counts.
#[must_use]
pub fn keys_of(quantity: &Quantity) -> Vec<String> {
    let mut found = slip_keys(quantity);
    if !quantity.counted.is_empty() {
        found.push(format!("c{}", quantity.counted));
    }
    if let Some(unit) = quantity.unit() {
        found.push(format!("u{unit}"));
    }
    found
}

/// What slips of a quantity are looked up by: of a date its day and its year apart.
#[must_use]
pub fn slip_keys(quantity: &Quantity) -> Vec<String> {
    let mut found = match quantity.measure {
        Measure::Weekday | Measure::Day | Measure::Month { .. } | Measure::Quarter { .. } | Measure::Year => Vec::new(),
        _ => keys(quantity),
    };
    if let Some(year) = years_of(quantity).and_then(Decimal::as_whole) {
        let slips = value_keys(Decimal::whole(year));
        found.extend(slips.into_iter().map(|key| format!("y{key}")));
        found.extend(ERAS.iter().map(|shift| format!("e{}", year - shift)));
        found.push(format!("e{year}"));
    }
    found
}
