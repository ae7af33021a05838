//! Exact decimal numbers: no binary floats between a text and a verdict.

use std::cmp::Ordering;
use std::fmt;

/// A number as digits and a count of decimal places, always without trailing zeros behind the point.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Decimal {
    digits: i128,
    places: u32,
}

/// Beyond this many decimal places a product is cut; no news text has more.
const MAX_PLACES: u32 = 12;

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { digits: 0, places: 0 };
    /// One.
    pub const ONE: Decimal = Decimal { digits: 1, places: 0 };

    /// A whole number.
    #[must_use]
    pub fn whole(value: i128) -> Decimal {
        Decimal { digits: value, places: 0 }
    }

    fn reduced(mut digits: i128, mut places: u32) -> Decimal {
        while places > 0 && (digits % 10 == 0 || places > MAX_PLACES) {
            digits /= 10;
            places -= 1;
        }
        Decimal { digits, places }
    }

    /// Reads ASCII digits with at most one point; none for anything else or for more than 30 digits.
    #[must_use]
    pub fn parse_plain(text: &str) -> Option<Decimal> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let ascii = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !ascii(whole) || !ascii(part) || whole.len() + part.len() > 30 {
            return None;
        }
        let digits = format!("{whole}{part}").parse().ok()?;
        Some(Decimal::reduced(digits, part.len() as u32))
    }

    /// Product; none where it would not fit.
    #[must_use]
    pub fn times(self, other: Decimal) -> Option<Decimal> {
        Some(Decimal::reduced(self.digits.checked_mul(other.digits)?, self.places + other.places))
    }

    /// Sum; none where it would not fit.
    #[must_use]
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        let places = self.places.max(other.places);
        Some(Decimal::reduced(self.at(places)?.checked_add(other.at(places)?)?, places))
    }

    /// The quotient by a small whole number, cut after 12 places.
    #[must_use]
    pub fn over(self, divisor: i128) -> Option<Decimal> {
        let digits = self.at(self.places.max(MAX_PLACES))?;
        Some(Decimal::reduced(digits.checked_div(divisor)?, self.places.max(MAX_PLACES)))
    }

    /// With the sign turned.
    #[must_use]
    pub fn negated(self) -> Decimal {
        Decimal { digits: -self.digits, places: self.places }
    }

    /// Without its sign.
    #[must_use]
    pub fn absolute(self) -> Decimal {
        Decimal { digits: self.digits.saturating_abs(), places: self.places }
    }

    /// The digits with this many places behind the point, which is at least as many as it has.
    fn at(self, places: u32) -> Option<i128> {
        self.digits.checked_mul(10_i128.checked_pow(places - self.places)?)
    }

    /// Whether it has no decimals.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.places == 0
    }

    /// As a whole number, where it is one.
    #[must_use]
    pub fn as_whole(self) -> Option<i128> {
        (self.places == 0).then_some(self.digits)
    }

    /// An approximate value, for likeness and never for equality.
    #[must_use]
    pub fn approximate(self) -> f64 {
        self.digits as f64 / 10_f64.powi(self.places as i32)
    }

    /// The digits without sign, point and the zeros at either end: 0.0120 and 1,200 both give "12".
    #[must_use]
    pub fn significant(self) -> String {
        let digits = self.digits.unsigned_abs().to_string();
        digits.trim_end_matches('0').to_owned()
    }

    /// All digits without sign and point.
    #[must_use]
    pub fn all_digits(self) -> String {
        self.digits.unsigned_abs().to_string()
    }

    /// All digits in rising order: equal for numbers that are exchanges of one another.
    #[must_use]
    pub fn sorted_digits(self) -> Vec<u8> {
        let mut digits = self.all_digits().into_bytes();
        digits.sort_unstable();
        digits
    }

    /// Whether the other number, rounded or cut to the significant digits of this one, gives this one.
    ///
    /// "58 thousand" is a rounding of 58,340; 58,340 is no rounding of 58,000.
    #[must_use]
    pub fn is_rounding_of(self, exact: Decimal) -> bool {
        let (mine, other) = (self.approximate().abs(), exact.approximate().abs());
        if mine == 0.0 || other == 0.0 || self == exact {
            return false;
        }
        let zeros = self.all_digits().len() as i32 - self.significant().len() as i32;
        let step = 10_f64.powi(zeros - self.places as i32);
        (mine - other).abs() < step && (mine - other).abs() / other < 0.12
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let places = self.places.max(other.places);
        match (self.at(places), other.at(places)) {
            (Some(mine), Some(theirs)) => mine.cmp(&theirs),
            _ => self.approximate().total_cmp(&other.approximate()),
        }
    }
}

/// Digits in groups of three from the right.
#[must_use]
pub fn in_groups(digits: &str, mark: char) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = self.places as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.places as usize);
        let grouped = in_groups(whole, ',');
        write!(f, "{sign}{grouped}{}{part}", if part.is_empty() { "" } else { "." })
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::decimal::Decimal;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse_plain(text).expect("a plain number")
    }

    #[test]
    fn values_are_compared_not_strings() {
        assert_eq!(decimal("3.4").times(decimal("1000")), Some(decimal("3400")));
        assert_eq!(decimal("1.20"), decimal("1.2"));
        assert!(decimal("2.9") < decimal("10"));
    }

    #[test]
    fn a_rounding_has_a_direction() {
        assert!(decimal("58000").is_rounding_of(decimal("58340")));
        assert!(decimal("300").is_rounding_of(decimal("298")));
        assert!(!decimal("58340").is_rounding_of(decimal("58000")));
        assert!(!decimal("8500").is_rounding_of(decimal("850")));
        assert!(!decimal("17").is_rounding_of(decimal("71")));
    }

    #[test]
    fn numbers_print_with_groups() {
        assert_eq!(decimal("1350000.25").to_string(), "1,350,000.25");
        assert_eq!(decimal("0.05").negated().to_string(), "-0.05");
    }
}
