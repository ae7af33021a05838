//! What a quantity is: a value, what it measures or counts, how exact it is meant to be.

use std::ops::Range;

use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Bound, Currency, Unit};
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
    /// Money of a currency.
    Money(Currency),
    /// A year of the calendar.
    Year,
    /// Ten years; the value is the first of them, below 100 where the century is not said.
    Decade,
    /// A century; the value counts from 1.
    Century,
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
    /// A quarter of a year, 1 to 4.
    Quarter {
        /// The year, where it stands there.
        year: Option<u16>,
    },
    /// A day of the week; the value counts from 1 for Monday.
    Weekday,
    /// A day told from the day of writing: 0 is today, -1 yesterday.
    Day,
    /// A time of day; the value is in minutes after midnight.
    Clock {
        /// Whether it is known to be a.m. or p.m. or to count 24 hours.
        settled: bool,
        /// Minutes east of Greenwich, where a zone is named.
        zone: Option<i16>,
    },
    /// A part of a whole: half, two thirds, one in five.
    Fraction,
    /// How many times as much: doubled, threefold.
    Multiple,
    /// One side of a result or of a ratio such as 2-1; `parts` has both.
    Score,
    /// A result or ratio written with a colon in one token: 2:1; `parts` has both sides.
    Result,
    /// A number that names rather than counts: flight, article, model.
    Identifier,
}

/// A number in a text with all that belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// Its value in the unit as written.
    pub value: Decimal,
    /// Another value that the same digits can be read as: "1.350" is 1.35 or, in much of Europe, 1350; of a date such as
    /// 04/05/2024 the month, which may be the day.
    pub other_reading: Option<Decimal>,
    /// What it stands for.
    pub measure: Measure,
    /// How exact it is meant to be.
    pub bound: Bound,
    /// Lower and upper end of the range that this is one end of; both sides of a score.
    pub parts: Option<(Decimal, Decimal)>,
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
            Measure::Count | Measure::Score | Measure::Result => "count",
            Measure::Ordinal => "ordinal",
            Measure::Unit(unit) => unit.dimension,
            Measure::Money(_) => "money",
            Measure::Year => "year",
            Measure::Decade => "decade",
            Measure::Century => "century",
            Measure::Date { .. } => "date",
            Measure::Month { .. } => "month",
            Measure::Quarter { .. } => "quarter",
            Measure::Weekday => "weekday",
            Measure::Day => "day",
            Measure::Clock { .. } => "clock",
            Measure::Fraction => "fraction",
            Measure::Multiple => "multiple",
            Measure::Identifier => "identifier",
        }
    }

    /// Whether it is a point in time rather than an amount.
    #[must_use]
    pub fn is_date(&self) -> bool {
        use Measure::{Century, Date, Day, Decade, Month, Quarter, Weekday, Year};
        matches!(self.measure, Year | Decade | Century | Date { .. } | Month { .. } | Quarter { .. } | Weekday | Day)
    }

    /// Whether it is a bare number.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        matches!(self.measure, Measure::Count | Measure::Score | Measure::Result)
    }

    /// Whether it is a fraction of a hundred or of a whole.
    #[must_use]
    pub fn is_share(&self) -> bool {
        match &self.measure {
            Measure::Unit(unit) => unit.dimension == "percent",
            Measure::Fraction => true,
            _ => false,
        }
    }

    /// The unit it is measured in, or its currency.
    #[must_use]
    pub fn unit(&self) -> Option<&'static str> {
        match &self.measure {
            Measure::Unit(unit) => Some(unit.name),
            Measure::Money(currency) => Some(currency.code),
            _ => None,
        }
    }
}
