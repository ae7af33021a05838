//! Number words, units, currencies, the calendar, and the words that say how exact a number is.

use std::collections::{HashMap, HashSet};

use crate::lexicon::decimal::Decimal;
use crate::lexicon::fold::fold;
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
    /// doubled, threefold.
    Multiple,
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
    /// Whether it is one in small letters only: "22 Arab states" are no 22 thousand million.
    pub lower_only: bool,
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

/// A currency, or a word such as "dinars" that several share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Currency {
    /// Its ISO code; of a shared word the code of the currency that is meant where nothing else is said, or the word itself.
    pub code: &'static str,
    /// The last word of its name: dollar, dinar.
    pub kind: &'static str,
    /// Whether only the shared word or sign was given.
    pub shared: bool,
}

impl Currency {
    /// Whether two can be the same: "dinars" may be those of Iraq.
    #[must_use]
    pub fn can_be(self, other: Currency) -> bool {
        self.code == other.code || self.kind == other.kind && (self.shared || other.shared)
    }
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
    /// About, some.
    About,
    /// Nearly, just under: about, and a little less.
    Nearly,
    /// Just over: about, and a little more.
    Beyond,
    /// More than.
    More,
    /// Less than.
    Less,
    /// At least.
    Least,
    /// At most, up to.
    Most,
}

impl Bound {
    /// Whether the number is only said to be near.
    #[must_use]
    pub fn is_hedged(self) -> bool {
        matches!(self, Bound::About | Bound::Nearly | Bound::Beyond)
    }

    fn named(name: &str) -> Bound {
        match name {
            "about" => Bound::About,
            "nearly" => Bound::Nearly,
            "beyond" => Bound::Beyond,
            "more" => Bound::More,
            "less" => Bound::Less,
            "least" => Bound::Least,
            "most" => Bound::Most,
            _ => Bound::Exact,
        }
    }
}

/// The files of a language about quantities.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    /// Number words.
    pub numbers: &'static str,
    /// Units.
    pub units: &'static str,
    /// Months, weekdays, days.
    pub calendar: &'static str,
    /// How exact a number is.
    pub bounds: &'static str,
    /// Currencies.
    pub currencies: &'static str,
    /// Parts of currencies.
    pub subunits: &'static str,
    /// Time zones.
    pub zones: &'static str,
    /// Words that number things.
    pub identifiers: &'static str,
    /// Phrases whose number words count nothing.
    pub set_phrases: &'static str,
}

/// All tables about quantities of one language.
#[derive(Debug, Default)]
pub struct Measures {
    numbers: HashMap<&'static str, Vec<NumberWord>>,
    units: HashMap<&'static str, Unit>,
    calendar: HashMap<&'static str, CalendarWord>,
    bounds: HashMap<&'static str, Option<Bound>>,
    bounds_behind: HashMap<&'static str, Bound>,
    currencies: HashMap<String, Currency>,
    subunits: HashMap<&'static str, (Currency, Decimal)>,
    zones: HashMap<String, i16>,
    identifiers: HashMap<&'static str, bool>,
    set_phrases: HashSet<&'static str>,
    /// The first words of these.
    set_phrase_starts: HashSet<&'static str>,
}

impl Measures {
    /// Reads the files of a language.
    #[must_use]
    pub fn new(sources: &Sources) -> Measures {
        let mut measures = Measures::default();
        measures.add_numbers(sources.numbers);
        for row in rows(sources.units) {
            let factor = Decimal::parse_plain(row.field(3)).unwrap_or(Decimal::ONE);
            for form in row.list(1) {
                let unit = Unit { name: row.field(0), dimension: row.field(2), factor };
                measures.units.insert(form, unit);
            }
        }
        for row in rows(sources.calendar) {
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
        for row in rows(sources.bounds) {
            if row.field(2) == "after" {
                measures.bounds_behind.insert(row.field(0), Bound::named(row.field(1)));
            } else {
                let bound = (row.field(1) != "minus").then(|| Bound::named(row.field(1)));
                measures.bounds.insert(row.field(0), bound);
            }
        }
        measures.add_currencies(sources.currencies);
        for row in rows(sources.subunits) {
            let factor = Decimal::parse_plain(row.field(2)).unwrap_or(Decimal::ONE);
            let Some(currency) = measures.currency(&row.field(1).to_lowercase()) else { continue };
            measures.subunits.extend(row.list(0).map(|form| (form, (currency, factor))));
        }
        for row in rows(sources.zones) {
            let minutes: i16 = row.field(1).parse().unwrap_or(0);
            measures.zones.extend(row.list(0).map(|name| (name.to_lowercase(), minutes)));
        }
        measures.identifiers = rows(sources.identifiers).map(|row| (row.field(0), row.field(1) == "bare")).collect();
        measures.set_phrases = rows(sources.set_phrases).map(|row| row.field(0)).collect();
        let first = |phrase: &&'static str| phrase.split(' ').next();
        measures.set_phrase_starts = measures.set_phrases.iter().filter_map(first).collect();
        measures
    }

    fn add_numbers(&mut self, numbers: &'static str) {
        for row in rows(numbers) {
            let (value, divisor) = row.field(2).split_once('/').unwrap_or((row.field(2), "1"));
            let class = match row.field(1) {
                "cardinal" => NumberClass::Cardinal,
                "tens" => NumberClass::Tens,
                "scale" => NumberClass::Scale,
                "ordinal" => NumberClass::Ordinal,
                "fraction" => NumberClass::Fraction,
                "multiple" => NumberClass::Multiple,
                _ => NumberClass::Decade,
            };
            let word = NumberWord {
                class,
                value: value.parse().unwrap_or(0),
                divisor: divisor.parse().unwrap_or(1),
                lower_only: row.field(3) == "lower",
            };
            self.numbers.entry(row.field(0)).or_default().push(word);
        }
    }

    fn add_currencies(&mut self, currencies: &'static str) {
        let mut kinds: HashMap<&'static str, u32> = HashMap::new();
        for row in rows(currencies) {
            let kind = row.field(0).rsplit(' ').next().unwrap_or("");
            *kinds.entry(kind).or_default() += 1;
            let currency = Currency { code: row.field(3), kind, shared: false };
            for form in row.list(1).chain(row.list(2)).chain([row.field(3), row.field(0)]) {
                self.currencies.entry(fold(form)).or_insert(currency);
            }
        }
        // Signs and words that several share, with the currency that is meant where nothing else is said.
        let usual = [("dollar", "USD", "$"), ("pound", "GBP", "£"), ("rupee", "INR", "₹"), ("peso", "MXN", "")];
        for (kind, _) in kinds.into_iter().filter(|(kind, count)| *count > 1 && !kind.is_empty()) {
            let (code, sign) = usual.iter().find(|one| one.0 == kind).map_or((kind, ""), |one| (one.1, one.2));
            let currency = Currency { code, kind, shared: true };
            for form in [kind.to_owned(), format!("{kind}s"), sign.to_owned()] {
                let own = sign == form || usual.iter().any(|one| one.0 == kind);
                if !form.is_empty() && (own || !self.currencies.contains_key(&form)) {
                    self.currencies.insert(form, currency);
                }
            }
        }
        for (sign, code) in [("€", "eur"), ("¥", "jpy"), ("₩", "krw")] {
            if let Some(currency) = self.currency(code) {
                self.currencies.insert(sign.to_owned(), currency);
            }
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

    /// How exact a phrase behind a number makes it.
    #[must_use]
    pub fn bound_behind(&self, phrase: &str) -> Option<Bound> {
        self.bounds_behind.get(phrase).copied()
    }

    /// A currency by sign, code or name, given folded.
    #[must_use]
    pub fn currency(&self, form: &str) -> Option<Currency> {
        self.currencies.get(form).copied()
    }

    /// A part of a currency by its name: the currency, and how much of it that is.
    #[must_use]
    pub fn subunit(&self, form: &str) -> Option<(Currency, Decimal)> {
        self.subunits.get(form).copied()
    }

    /// A time zone by its name in lower case: minutes east of Greenwich.
    #[must_use]
    pub fn zone(&self, name: &str) -> Option<i16> {
        self.zones.get(name).copied()
    }

    /// Whether a number behind this word names something; the value says that it does so only where it counts nothing.
    #[must_use]
    pub fn identifier(&self, word: &str) -> Option<bool> {
        self.identifiers.get(word).copied()
    }

    /// Whether a phrase whose number words count nothing can begin with this word.
    #[must_use]
    pub fn starts_set_phrase(&self, word: &str) -> bool {
        self.set_phrase_starts.contains(word)
    }

    /// Whether the number words of this phrase count nothing.
    #[must_use]
    pub fn is_set_phrase(&self, phrase: &str) -> bool {
        self.set_phrases.contains(phrase)
    }
}
