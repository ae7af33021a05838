//! Whether one number is a slip of another: digits exchanged, shifted, changed at one place, or a unit exchanged.

use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::decimal::Decimal;

/// Keys under which slips of one another meet: the sorted digits, the significant digits, the digits less one place, the
/// value.
#[must_use]
pub fn keys(quantity: &Quantity) -> Vec<String> {
    value_keys(quantity.value)
}

/// The same for a value.
#[must_use]
pub fn value_keys(value: Decimal) -> Vec<String> {
    let digits = value.all_digits();
    let mut keys = vec![
        format!("s{}", String::from_utf8_lossy(&value.sorted_digits())),
        format!("z{}", value.significant()),
        format!("v{}", value.absolute()),
    ];
    if (2..=9).contains(&digits.len()) {
        keys.extend((0..digits.len()).map(|at| format!("{}_{}", &digits[..at], &digits[at + 1..])));
    }
    if let Some(ten) = teen(value) {
        keys.push(format!("t{ten}"));
    }
    keys
}

/// How many years other calendars are ahead of ours: Thailand's, Iran's, Ethiopia's, Taiwan's.
pub const ERAS: [i128; 7] = [543, -621, -622, -7, -8, -1911, 544];

/// Whether one year is the other in the era of another calendar.
#[must_use]
pub fn is_other_era(a: Decimal, b: Decimal) -> bool {
    let (Some(a), Some(b)) = (a.as_whole(), b.as_whole()) else { return false };
    ERAS.contains(&(a - b)) && (a - b).abs() > 100
}

/// The year a date names.
#[must_use]
pub fn years_of(quantity: &Quantity) -> Option<Decimal> {
    match quantity.measure {
        Measure::Year => Some(quantity.value),
        Measure::Date { year, .. } | Measure::Month { year } => year.map(|year| Decimal::whole(i128::from(year))),
        _ => None,
    }
}

/// 3 for thirteen and thirty.
fn teen(value: Decimal) -> Option<i128> {
    match value.as_whole()? {
        teen @ 13..=19 => Some(teen - 10),
        ten @ (30 | 40 | 50 | 60 | 70 | 80 | 90) => Some(ten / 10),
        _ => None,
    }
}

/// The same digits in another order, two different ones at least.
#[must_use]
pub fn is_transposed(a: Decimal, b: Decimal) -> bool {
    a != b && a.all_digits().len() > 1 && a.sorted_digits() == b.sorted_digits() && a.significant() != b.significant()
}

/// The same digits with other zeros or another decimal point.
#[must_use]
pub fn is_shifted(a: Decimal, b: Decimal) -> bool {
    a.absolute() != b.absolute() && a.significant() == b.significant() && !a.significant().is_empty()
}

/// All digits the same but one, or one more or less; two digits at least.
#[must_use]
pub fn is_one_digit_off(a: Decimal, b: Decimal) -> bool {
    let (a, b) = (a.all_digits(), b.all_digits());
    if a.len() == b.len() {
        return a.len() > 1 && a.chars().zip(b.chars()).filter(|(a, b)| a != b).count() == 1;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.len() == short.len() + 1 && short.len() > 1 && {
        let kept = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
        short.as_bytes()[kept..] == long.as_bytes()[kept + 1..]
    }
}

/// Thirteen and thirty.
#[must_use]
pub fn is_teen_for_ten(a: Decimal, b: Decimal) -> bool {
    a != b && teen(a).is_some() && teen(a) == teen(b)
}

/// One value with two units, currencies or signs.
#[must_use]
pub fn is_swapped(a: &Quantity, b: &Quantity) -> bool {
    let units = a.unit().is_some() && b.unit().is_some() && a.unit() != b.unit();
    a.value == b.value && units || a.value == b.value.negated() && a.value != Decimal::ZERO
}

/// Whether two quantities can be a slip: of one kind, and at least two digits to compare.
#[must_use]
pub fn is_slip_of(a: &Quantity, b: &Quantity) -> bool {
    let (one, other) = (a.dimension(), b.dimension());
    let counts = |kind: &str| matches!(kind, "count" | "ordinal" | "months" | "time");
    let kinds = one == other || counts(one) && counts(other) || one == "count" || other == "count";
    let months = matches!((&a.measure, &b.measure), (Measure::Date { month, .. }, Measure::Date { month: other, .. }) if month != other);
    let dates = months || matches!(a.measure, Measure::Weekday | Measure::Day | Measure::Month { .. });
    if dates || a.is_date() != b.is_date() {
        return false;
    }
    let (x, y) = (a.value, b.value);
    let long = x.all_digits().len() >= 2 || y.all_digits().len() >= 2;
    is_swapped(a, b)
        || kinds && long && (is_transposed(x, y) || is_shifted(x, y) || is_one_digit_off(x, y) || is_teen_for_ten(x, y))
}
