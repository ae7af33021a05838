//! Whether two quantities say the same: equal, converted, rounded, within a bound or a range; and whether one can be a
//! wrong rendering of the other at all.

use crate::align::slips::{is_one_digit_off, is_transposed};
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::Bound;

/// How a candidate may word a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freedom {
    /// A translation: it may round, and it knows no more than the reference.
    Translation,
    /// Another article, which may have the exact figure where the reference has a round one.
    Article,
}

/// Whether the candidate's quantity says the same as the reference's: equal, converted, rounded, or within a bound.
#[must_use]
pub fn agree(candidate: &Quantity, reference: &Quantity, freedom: Freedom) -> bool {
    equal(candidate, reference) || agree_loosely(candidate, reference, freedom)
}

/// The same of two quantities that are not equal.
#[must_use]
pub fn agree_loosely(candidate: &Quantity, reference: &Quantity, freedom: Freedom) -> bool {
    if shares_agree(candidate, reference) || times_agree(candidate, reference) || spans_agree(candidate, reference) {
        return true;
    }
    let (a, b) = (candidate.base_value(), reference.base_value());
    if !is_near(a, b) {
        return false;
    }
    let plain = |quantity: &Quantity| {
        !quantity.is_date()
            && !matches!(
                quantity.measure,
                Measure::Clock { .. } | Measure::Ordinal | Measure::Score | Measure::Result | Measure::Identifier
            )
    };
    if !plain(candidate) || !plain(reference) || !alike(candidate, reference) {
        return false;
    }
    let converted = candidate.unit() != reference.unit() && !candidate.is_bare() && !reference.is_bare();
    // Two texts that hedge alike give one figure where one translates the other.
    let round = reference.value.significant().len() < 3;
    let same_hedge = candidate.bound == reference.bound && candidate.bound.is_hedged() && round && !converted;
    if freedom == Freedom::Translation && same_hedge {
        return false;
    }
    is_rounding(candidate, a, b)
        || (freedom == Freedom::Article || converted) && is_rounding(reference, b, a)
        || within(candidate, reference)
        || within(reference, candidate)
        || converted
            && is_converted(a, b, candidate.bound.is_hedged() || reference.bound.is_hedged() || is_time(candidate))
}

/// Whether one value can be a rounding of the other, or within its bound: no further apart than one from two.
fn is_near(a: Decimal, b: Decimal) -> bool {
    let (a, b) = (a.approximate().abs(), b.approximate().abs());
    a.min(b) * 2.0 >= a.max(b)
}

/// Whether their values are of one kind: one dimension, one currency, or one of them a bare number.
fn alike(a: &Quantity, b: &Quantity) -> bool {
    !are_other_moneys(a, b) && (a.dimension() == b.dimension() || a.is_bare() || b.is_bare())
}

/// Whether they are amounts of two currencies.
fn are_other_moneys(a: &Quantity, b: &Quantity) -> bool {
    matches!((&a.measure, &b.measure), (Measure::Money(one), Measure::Money(other)) if !one.can_be(*other))
}

/// "a week and a half" for eleven days: times are told loosely.
fn is_time(quantity: &Quantity) -> bool {
    matches!(quantity.dimension(), "time" | "months")
}

/// A converted value may be rounded: 64 or 65 kilometres for 40 miles, "about 60" too.
fn is_converted(a: Decimal, b: Decimal, hedged: bool) -> bool {
    close(a.approximate(), b.approximate(), if hedged { 0.08 } else { 0.035 })
}

/// Whether one value is a rounding of the other: a slight one of at least three digits, or a hedged one.
fn is_rounding(rounded: &Quantity, value: Decimal, exact: Decimal) -> bool {
    let digits = exact.significant().len();
    let (close, far) = (value.approximate().abs(), exact.approximate().abs());
    let same_sign = (value < Decimal::ZERO) == (exact < Decimal::ZERO);
    let slight =
        digits >= 3 && (close - far).abs() <= 0.04 * far || !exact.is_whole() && far > 5.0 && (close - far).abs() < 0.5;
    same_sign && value.is_rounding_of(exact) && (slight || rounded.bound.is_hedged() && digits >= 2)
}

/// The size of the last digit that is meant: 100 for 300, 50 for 350, 5 for 25.
fn step(value: Decimal) -> f64 {
    let digits = value.significant();
    let size = value.approximate().abs();
    let places = size.log10().floor() - (digits.len() as f64 - 1.0);
    10_f64.powf(places) * if digits.len() > 1 && digits.ends_with('5') { 5.0 } else { 1.0 }
}

/// "more than 400" agrees with 412, "up to 50" with 48, "nearly 300" with 287; a bound is rounder than what it bounds.
fn within(stated: &Quantity, exact: &Quantity) -> bool {
    if exact.bound == stated.bound || stated.bound == Bound::Exact {
        return false;
    }
    let (value, other) = (stated.base_value(), exact.base_value());
    let rounder = value.significant().len() < other.significant().len() || value.significant().len() == 1;
    let (size, exact, step) = (value.approximate(), other.approximate(), step(value));
    if !rounder || size == 0.0 {
        return false;
    }
    let above = exact >= size;
    match stated.bound {
        Bound::More | Bound::Least => above && exact <= size * 1.35,
        Bound::Less | Bound::Most => !above && exact >= size * 0.65 || exact == size,
        Bound::About => (exact - size).abs() <= (0.5 * step).max(0.05 * size.abs()),
        Bound::Nearly => !above && size - exact <= step.min(0.12 * size.abs()),
        Bound::Beyond => above && exact - size <= step.min(0.12 * size.abs()),
        Bound::Exact => false,
    }
}

/// Fractions and percentages: "nearly a third" and 32 %.
fn shares_agree(a: &Quantity, b: &Quantity) -> bool {
    let fraction = a.measure == Measure::Fraction || b.measure == Measure::Fraction;
    let share = |quantity: &Quantity| {
        let value = quantity.value.approximate();
        if quantity.measure == Measure::Fraction { value } else { value / 100.0 }
    };
    let hedged = a.bound != Bound::Exact || b.bound != Bound::Exact;
    a.is_share() && b.is_share() && fraction && (share(a) - share(b)).abs() <= if hedged { 0.045 } else { 0.021 }
}

/// "doubled" and "rose by 100 per cent", "halved" and "fell by half", "trebled" and "three times".
fn times_agree(a: &Quantity, b: &Quantity) -> bool {
    let (times, other) = match (&a.measure, &b.measure) {
        (Measure::Multiple, _) => (a, b),
        (_, Measure::Multiple) => (b, a),
        _ => return false,
    };
    let factor = times.value.approximate();
    let value = other.value.approximate();
    let hedged = times.bound != Bound::Exact || other.bound != Bound::Exact;
    let tolerance = if hedged { 0.12 } else { 0.05 };
    if other.is_share() {
        let share = if other.measure == Measure::Fraction { value } else { value / 100.0 };
        return close(factor, share, tolerance)
            || close(factor, 1.0 + share, tolerance)
            || close(factor, 1.0 - share, tolerance);
    }
    hedged && close(factor, value, tolerance)
}

/// A value between the ends of the other's range, a year in the other's decade or century.
fn spans_agree(a: &Quantity, b: &Quantity) -> bool {
    let inside = |range: &Quantity, value: &Quantity| match range.parts {
        Some((low, high)) if value.parts.is_none() && !matches!(range.measure, Measure::Score | Measure::Result) => {
            (low..=high).contains(&value.value) && alike(range, value) && range.is_date() == value.is_date()
        }
        _ => false,
    };
    if inside(a, b) || inside(b, a) {
        return true;
    }
    let (Some(one), Some(other)) = (years(a), years(b)) else { return false };
    let spanning = |quantity: &Quantity| matches!(quantity.measure, Measure::Decade | Measure::Century);
    (spanning(a) || spanning(b)) && one.0 <= other.1 && other.0 <= one.1
}

/// The first and the last year of what a date is in.
fn years(quantity: &Quantity) -> Option<(i128, i128)> {
    let value = quantity.value.as_whole()?;
    match quantity.measure {
        Measure::Year => Some((value, value)),
        // The 1800s may be ten years or a hundred.
        Measure::Decade if value >= 100 => Some((value, value + if value % 100 == 0 { 99 } else { 9 })),
        Measure::Decade => Some((1900 + value, 1909 + value)),
        Measure::Century => Some((100 * (value - 1), 100 * value - 1)),
        Measure::Date { year: Some(year), .. }
        | Measure::Month { year: Some(year) }
        | Measure::Quarter { year: Some(year) } => Some((i128::from(year), i128::from(year))),
        _ => None,
    }
}

/// Equal values, whatever the format, the unit or the name of the number.
#[must_use]
pub fn equal(a: &Quantity, b: &Quantity) -> bool {
    use Measure::{
        Century, Clock, Count, Date, Day, Decade, Fraction, Identifier, Money, Month, Ordinal, Quarter, Unit, Weekday,
        Year,
    };
    let values = a.value == b.value || a.other_reading == Some(b.value) || b.other_reading == Some(a.value);
    match (&a.measure, &b.measure) {
        (Unit(one), Unit(other)) if one.dimension == other.dimension => {
            let (ours, theirs) = (a.base_value().approximate(), b.base_value().approximate());
            values && one.factor == other.factor
                || close(ours, theirs, if one.factor == other.factor { 1e-9 } else { 0.03 })
        }
        (Unit(one), Unit(other)) => {
            temperature(one.dimension, a.value, other.dimension, b.value)
                || basis_points(a, b)
                || matches!((one.dimension, other.dimension), ("time", "months") | ("months", "time"))
                    && spans_alike(a, b)
        }
        (Date { month, year }, Date { month: other, year: other_year }) => {
            let years = year.is_none() || other_year.is_none() || year == other_year;
            let turned = |one: &Quantity, month: u8, two: &Quantity, other: u8| {
                one.other_reading == Some(Decimal::whole(i128::from(other)))
                    && two.value == Decimal::whole(i128::from(month))
            };
            years
                && (a.value == b.value && month == other
                    || turned(a, *month, b, *other)
                    || turned(b, *other, a, *month))
        }
        (Date { .. }, Count | Ordinal) | (Count | Ordinal, Date { .. }) => values,
        (Month { year }, Month { year: other }) | (Quarter { year }, Quarter { year: other }) => {
            values && (year.is_none() || other.is_none() || year == other)
        }
        (Month { .. }, Date { month, .. }) => a.value == Decimal::whole(i128::from(*month)),
        (Date { month, .. }, Month { .. }) => b.value == Decimal::whole(i128::from(*month)),
        (Month { year: Some(year) } | Date { year: Some(year), .. } | Quarter { year: Some(year) }, Year) => {
            b.value == Decimal::whole(i128::from(*year))
        }
        (Year, Month { year: Some(year) } | Date { year: Some(year), .. } | Quarter { year: Some(year) }) => {
            a.value == Decimal::whole(i128::from(*year))
        }
        (Year, Year | Count) | (Count, Year) | (Decade, Decade) => values || short_year(a, b),
        (Clock { settled, zone }, Clock { settled: other, zone: other_zone }) => {
            if let (Some(one), Some(two)) = (zone, other_zone)
                && one != two
            {
                return in_greenwich(a.value, *one) == in_greenwich(b.value, *two);
            }
            a.value == b.value || !(*settled && *other) && half_day_apart(a.value, b.value)
        }
        (Money(one), Money(other)) => values && one.can_be(*other),
        (Weekday, Weekday) | (Day, Day) | (Ordinal, Ordinal) | (Identifier, Identifier) | (Century, Century) => values,
        (Century, Ordinal) | (Ordinal, Century) | (Quarter { .. }, Ordinal) | (Ordinal, Quarter { .. }) => values,
        (Fraction, Unit(unit)) if unit.dimension == "percent" => percent_of(a.value) == Some(b.value),
        (Unit(unit), Fraction) if unit.dimension == "percent" => percent_of(b.value) == Some(a.value),
        (Clock { .. }, Count) | (Count, Clock { .. }) => clock_count(a, b),
        (Measure::Result, Measure::Result | Measure::Score) | (Measure::Score, Measure::Result) => same_sides(a, b),
        (Measure::Result, _) | (_, Measure::Result) => false,
        _ if a.is_date() || b.is_date() => false,
        (Money(_), Unit(_)) | (Unit(_), Money(_)) => false,
        _ => values,
    }
}

/// Whether two quantities are of a kind, so that one may be a wrong rendering of the other.
#[must_use]
pub fn comparable(a: &Quantity, b: &Quantity) -> bool {
    use Measure::{
        Century, Clock, Count, Date, Day, Decade, Identifier, Month, Multiple, Ordinal, Quarter, Weekday, Year,
    };
    match (&a.measure, &b.measure) {
        (Weekday, Weekday) | (Day, Day) | (Century, Century) | (Quarter { .. }, Quarter { .. }) => true,
        (Weekday | Day, _) | (_, Weekday | Day) => false,
        (Date { .. } | Month { .. }, Date { .. } | Month { .. }) => true,
        (Year | Decade, Year | Decade) | (Century, Decade) | (Decade, Century) => true,
        (Year, Month { year } | Date { year, .. } | Quarter { year })
        | (Month { year } | Date { year, .. } | Quarter { year }, Year) => year.is_some(),
        (Date { .. }, Ordinal) | (Ordinal, Date { .. }) => true,
        (Year, Count) | (Count, Year) => a.value.all_digits().len() > 2 && b.value.all_digits().len() > 2,
        _ if a.is_date() || b.is_date() => false,
        (Clock { zone, .. }, Clock { zone: other, .. }) => zone.is_some() == other.is_some(),
        (Clock { .. }, _) | (_, Clock { .. }) => false,
        (Ordinal, Ordinal) | (Identifier, Identifier) => true,
        // "in the 71st" and "in minute 17".
        (Ordinal, Count) | (Count, Ordinal) => is_transposed(a.value, b.value) || is_one_digit_off(a.value, b.value),
        (Ordinal, _) | (_, Ordinal) => false,
        (Identifier, other) | (other, Identifier) => matches!(other, Count),
        (Multiple, other) | (other, Multiple) => matches!(other, Multiple | Count),
        _ => {
            let same = a.dimension() == b.dimension() && a.unit().is_some() == b.unit().is_some();
            let swapped = a.value == b.value && !a.is_bare() && !b.is_bare();
            swapped || !are_other_moneys(a, b) && (same || a.is_bare() || b.is_bare() || a.is_share() && b.is_share())
        }
    }
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs())
}

fn temperature(one: &str, a: Decimal, other: &str, b: Decimal) -> bool {
    let (celsius, fahrenheit) = match (one, other) {
        ("temperature", "fahrenheit") => (a, b),
        ("fahrenheit", "temperature") => (b, a),
        _ => return false,
    };
    (celsius.approximate() * 1.8 + 32.0 - fahrenheit.approximate()).abs() < 1.0
}

/// 25 basis points and a quarter of a per cent, as rates are told.
fn basis_points(a: &Quantity, b: &Quantity) -> bool {
    let basis = |quantity: &Quantity| quantity.unit() == Some("basis point");
    let share = |quantity: &Quantity| quantity.unit() == Some("percent");
    (basis(a) && share(b) || basis(b) && share(a)) && a.base_value() == b.base_value()
}

/// One result told from either side.
fn same_sides(a: &Quantity, b: &Quantity) -> bool {
    let turned = |(one, other): (Decimal, Decimal)| (other, one);
    a.parts.is_some() && (a.parts == b.parts || a.parts.map(turned) == b.parts)
}

/// Days and weeks against months and years: 12 months are a year are 365 days.
fn spans_alike(a: &Quantity, b: &Quantity) -> bool {
    let days = |quantity: &Quantity| {
        let value = quantity.base_value().approximate();
        if quantity.dimension() == "months" { value * 30.44 } else { value / 86_400.0 }
    };
    close(days(a), days(b), 0.06)
}

/// "the nineties" and 1990s, "'85" and 1985.
fn short_year(a: &Quantity, b: &Quantity) -> bool {
    let (Some(a), Some(b)) = (a.value.as_whole(), b.value.as_whole()) else { return false };
    (a < 100 || b < 100) && a % 100 == b % 100
}

fn half_day_apart(a: Decimal, b: Decimal) -> bool {
    let (Some(a), Some(b)) = (a.as_whole(), b.as_whole()) else { return false };
    (a - b).abs() == 720
}

/// Minutes after midnight in Greenwich.
fn in_greenwich(minutes: Decimal, zone: i16) -> Option<i128> {
    Some((minutes.as_whole()? - i128::from(zone)).rem_euclid(1440))
}

fn percent_of(fraction: Decimal) -> Option<Decimal> {
    fraction.times(Decimal::whole(100))
}

/// "at four in the afternoon" against "4 p.m.", "1600".
fn clock_count(a: &Quantity, b: &Quantity) -> bool {
    let (clock, count) = if matches!(a.measure, Measure::Clock { .. }) { (a, b) } else { (b, a) };
    let (Some(minutes), Some(number)) = (clock.value.as_whole(), count.value.as_whole()) else { return false };
    let hours = minutes / 60;
    number == hours || number == (hours + 11) % 12 + 1 || number == hours * 100 + minutes % 60
}
