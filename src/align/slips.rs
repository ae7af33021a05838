//! Whether one number is a slip of another: digits exchanged, shifted, changed at one place, or a unit exchanged.

use crate::extract::quantity::{Measure, Quantity};

/// Keys under which slips of one another meet: the sorted digits, the significant digits, the digits less one place.
#[must_use]
pub fn keys(quantity: &Quantity) -> Vec<String> {
    let digits = quantity.value.all_digits();
    let mut keys = vec![
        format!("s{}", String::from_utf8_lossy(&quantity.value.sorted_digits())),
        format!("z{}", quantity.value.significant()),
        format!("v{}", quantity.value),
    ];
    if (2..=9).contains(&digits.len()) {
        keys.extend((0..digits.len()).map(|at| format!("{}_{}", &digits[..at], &digits[at + 1..])));
    }
    keys
}

/// Whether two values can be a slip: of one kind, and at least two digits to compare.
#[must_use]
pub fn is_slip_of(a: &Quantity, b: &Quantity) -> bool {
    let (one, other) = (a.dimension(), b.dimension());
    let counts = |kind: &str| matches!(kind, "count" | "ordinal" | "months" | "time");
    let kinds = one == other || counts(one) && counts(other) || matches!((one, other), ("count", _) | (_, "count"));
    let months = matches!((&a.measure, &b.measure), (Measure::Date { month, .. }, Measure::Date { month: other, .. }) if month != other);
    let dates = months
        || a.measure == Measure::Weekday
        || b.measure == Measure::Weekday
        || matches!(a.measure, Measure::Month { .. });
    let long = a.value.all_digits().len() >= 2 || b.value.all_digits().len() >= 2;
    let keys_b = keys(b);
    let near = keys(a).iter().any(|key| keys_b.contains(key));
    let (same, units) = (a.value == b.value, unit_of(a) != unit_of(b) && unit_of(a).is_some() && unit_of(b).is_some());
    kinds && !dates && (long && !same || same && units) && near && a.is_date() == b.is_date()
}

/// The unit of a quantity that has one.
#[must_use]
pub fn unit_of(quantity: &Quantity) -> Option<&str> {
    match &quantity.measure {
        Measure::Unit(unit) => Some(unit.name),
        _ => None,
    }
}
