//! Number words, units, the calendar, and the words that say how exact a number is.

use std::collections::HashMap;

use crate::lexicon::decimal::Decimal;
use crate::lexicon::table::rows;

/// What a number word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberClass {
    /// zero to nineteen.
    Cardinal,
    /// twenty to ninety.
    Tens,
    /// hundred, thousand, lakh, bn: multiplies what stands before it.
    Scale,
    /// first, second, twentieth.
    Ordinal,
    /// half, thirds.
    Fraction,
    /// sixties.
    Decade,
}

/// A number word and its worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberWord {
    /// What it is.
    pub class: NumberClass,
    /// Its value; of a fraction the numerator.
    pub value: i128,
    /// The denominator of a fraction, else 1.
    pub divisor: i128,
}

/// What a unit measures; values are compared within a dimension only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Its usual name.
    pub name: &'static str,
    /// "length", "mass", "percent" and so on.
    pub dimension: &'static str,
    /// Its size in the base unit of the dimension.
    pub factor: Decimal,
}

/// What a word of the calendar is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CalendarWord {
    /// 1 to 12.
    Month(u8),
    /// 1 for Monday to 7.
    Weekday(u8),
    /// Days from today.
    Relative(i8),
    /// Spring is 1.
    Season(u8),
}

/// How exact a number is meant to be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// About, nearly, some.
    About,
    /// More than.
    More,
    /// Less than.
    Less,
    /// At least.
    Least,
    /// At most, up to.
    Most,
}

/// All tables about quantities of one language.
#[derive(Debug, Default)]
pub struct Measures {
    numbers: HashMap<&'static str, Vec<NumberWord>>,
    units: HashMap<&'static str, Unit>,
    calendar: HashMap<&'static str, CalendarWord>,
    bounds: HashMap<&'static str, Option<Bound>>,
    currencies: HashMap<String, &'static str>,
}

impl Measures {
    /// Reads the files of a language.
    #[must_use]
    pub fn new(
        numbers: &'static str,
        units: &'static str,
        calendar: &'static str,
        bounds: &'static str,
        currencies: &'static str,
    ) -> Measures {
        let mut measures = Measures::default();
        for row in rows(numbers) {
            let (value, divisor) = row.field(2).split_once('/').unwrap_or((row.field(2), "1"));
            let class = match row.field(1) {
                "cardinal" => NumberClass::Cardinal,
                "tens" => NumberClass::Tens,
                "scale" => NumberClass::Scale,
                "ordinal" => NumberClass::Ordinal,
                "fraction" => NumberClass::Fraction,
                _ => NumberClass::Decade,
            };
            let word = NumberWord { class, value: value.parse().unwrap_or(0), divisor: divisor.parse().unwrap_or(1) };
            measures.numbers.entry(row.field(0)).or_default().push(word);
        }
        for row in rows(units) {
            let factor = Decimal::parse_plain(row.field(3)).unwrap_or(Decimal::ONE);
            for form in row.list(1) {
                let unit = Unit { name: row.field(0), dimension: row.field(2), factor };
                measures.units.insert(form, unit);
            }
        }
        for row in rows(calendar) {
            let value: i8 = row.field(3).parse().unwrap_or(0);
            let word = match row.field(2) {
                "month" => CalendarWord::Month(value as u8),
                "weekday" => CalendarWord::Weekday(value as u8),
                "relative" => CalendarWord::Relative(value),
                _ => CalendarWord::Season(value as u8),
            };
            for form in std::iter::once(row.field(0)).chain(row.list(1)) {
                measures.calendar.insert(form, word);
            }
        }
        for row in rows(bounds) {
            let bound = match row.field(1) {
                "about" => Some(Bound::About),
                "more" => Some(Bound::More),
                "less" => Some(Bound::Less),
                "least" => Some(Bound::Least),
                "most" => Some(Bound::Most),
                "minus" => None,
                _ => Some(Bound::Exact),
            };
            measures.bounds.insert(row.field(0), bound);
        }
        for row in rows(currencies) {
            measures.add_currency(row.field(0), row.field(3));
            for form in row.list(1).chain(row.list(2)).chain([row.field(3)]) {
                measures.add_currency(form, row.field(3));
            }
        }
        for (sign, code) in [("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("dollar", "USD")]
        {
            measures.currencies.insert(sign.to_owned(), code);
        }
        for (word, code) in [("dollars", "USD"), ("pounds", "GBP"), ("rupees", "INR"), ("pesos", "MXN")] {
            measures.currencies.insert(word.to_owned(), code);
        }
        measures
    }

    fn add_currency(&mut self, form: &str, code: &'static str) {
        let key = form.to_lowercase();
        if !key.is_empty() {
            self.currencies.entry(key).or_insert(code);
        }
    }

    /// A number word's readings, given folded.
    #[must_use]
    pub fn number(&self, folded: &str) -> &[NumberWord] {
        self.numbers.get(folded).map_or(&[], Vec::as_slice)
    }

    /// A number word of one class.
    #[must_use]
    pub fn number_as(&self, folded: &str, class: NumberClass) -> Option<NumberWord> {
        self.number(folded).iter().copied().find(|word| word.class == class)
    }

    /// A unit by one of its forms, given folded.
    #[must_use]
    pub fn unit(&self, form: &str) -> Option<Unit> {
        self.units.get(form).copied()
    }

    /// A month, weekday or relative day, given folded.
    #[must_use]
    pub fn calendar(&self, folded: &str) -> Option<CalendarWord> {
        self.calendar.get(folded.trim_end_matches('.')).copied()
    }

    /// How exact a phrase before a number makes it; `Some(None)` is the minus sign.
    #[must_use]
    pub fn bound(&self, phrase: &str) -> Option<Option<Bound>> {
        self.bounds.get(phrase).copied()
    }

    /// The ISO code of a currency by sign, code or name, given in lower case.
    #[must_use]
    pub fn currency(&self, form: &str) -> Option<&'static str> {
        self.currencies.get(form).copied()
    }
}
