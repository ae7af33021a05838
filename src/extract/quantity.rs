//! What a quantity is: a value, what it measures or counts, how exact it is meant to be.

use std::ops::Range;

use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Bound, Unit};
use crate::text::span::Span;

/// What a number stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Measure {
    /// How many of something, or a bare number.
    Count,
    /// A place in a row: 85th, third.
    Ordinal,
    /// So much of a unit.
    Unit(Unit),
    /// Money, by ISO code.
    Money(&'static str),
    /// A year of the calendar.
    Year,
    /// Day and month, the year if it is given; the value is the day.
    Date {
        /// 1 to 12.
        month: u8,
        /// The year, where it stands there.
        year: Option<u16>,
    },
    /// A month, the year if it is given; the value is the month.
    Month {
        /// The year, where it stands there.
        year: Option<u16>,
    },
    /// A day of the week; the value counts from 1 for Monday.
    Weekday,
    /// A time of day; the value is in minutes after midnight.
    Clock {
        /// Whether it is known to be a.m. or p.m. or to count 24 hours.
        settled: bool,
    },
    /// A part of a whole: half, two thirds.
    Fraction,
    /// The goals of one side in a result such as 2-1.
    Score,
    /// A number that names rather than counts: flight, article, model.
    Identifier,
}

/// A number in a text with all that belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// Its value in the unit as written.
    pub value: Decimal,
    /// Another value that the same digits can be read as: "1.350" is 1.35 or, in much of Europe, 1350.
    pub other_reading: Option<Decimal>,
    /// What it stands for.
    pub measure: Measure,
    /// How exact it is meant to be.
    pub bound: Bound,
    /// The word for what is counted, as a stem; empty where none follows.
    pub counted: String,
    /// The tokens of the number with its unit.
    pub tokens: Range<usize>,
    /// The number alone, without its unit: what has to be replaced.
    pub number: Span,
    /// The number with its unit.
    pub span: Span,
    /// Whether it stands in digits.
    pub in_digits: bool,
}

impl Quantity {
    /// The value in the base unit of its dimension.
    #[must_use]
    pub fn base_value(&self) -> Decimal {
        match &self.measure {
            Measure::Unit(unit) => self.value.times(unit.factor).unwrap_or(self.value),
            _ => self.value,
        }
    }

    /// What values of two quantities must share to be compared: dimension, currency, or the kind of number.
    #[must_use]
    pub fn dimension(&self) -> &'static str {
        match &self.measure {
            Measure::Count | Measure::Score => "count",
            Measure::Ordinal => "ordinal",
            Measure::Unit(unit) => unit.dimension,
            Measure::Money(_) => "money",
            Measure::Year => "year",
            Measure::Date { .. } => "date",
            Measure::Month { .. } => "month",
            Measure::Weekday => "weekday",
            Measure::Clock { .. } => "clock",
            Measure::Fraction => "fraction",
            Measure::Identifier => "identifier",
        }
    }

    /// Whether it is a point in time rather than an amount.
    #[must_use]
    pub fn is_date(&self) -> bool {
        matches!(self.measure, Measure::Year | Measure::Date { .. } | Measure::Month { .. } | Measure::Weekday)
    }
}
