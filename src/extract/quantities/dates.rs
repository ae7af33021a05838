//! Dates, months, weekdays, years, decades and centuries, quarters, and days told from today.

use crate::extract::quantities::digits::ascii_digit;
use crate::extract::quantities::number_words::read_number;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Bound, CalendarWord, NumberClass};
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// A point in time that begins at a token.
#[must_use]
pub fn read_calendar(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let token = &tokens[at];
    let ordinal = || lexicon.measures.number_as(&token.folded, NumberClass::Ordinal).is_some();
    if token.kind == TokenKind::Number || token.is_word() && ordinal() {
        return numeric_date(text, at)
            .or_else(|| han_date(text, at))
            .or_else(|| day_before_month(text, at, lexicon))
            .or_else(|| century_or_quarter(text, at, lexicon))
            .or_else(|| season(text, at));
    }
    if let Some(found) = short_quarter(text, at).or_else(|| roman_century(text, at)) {
        return Some(found);
    }
    match calendar_word(token, lexicon)? {
        CalendarWord::Weekday(day) => Some(make(text, at, at + 1, i128::from(day), Measure::Weekday)),
        CalendarWord::Month(month) => Some(month_first(text, at, month, lexicon)),
        CalendarWord::Relative(days) => Some(relative(text, at, days)),
        CalendarWord::Season(_) => None,
    }
}

/// Months and weekdays have capitals; "may", "march" and "sun" in small letters are other words, and so is "Sun" alone.
fn calendar_word(token: &Token, lexicon: &Lexicon) -> Option<CalendarWord> {
    if !token.is_word() {
        return None;
    }
    let word = lexicon.measures.calendar(&token.folded)?;
    let relative = matches!(word, CalendarWord::Relative(_));
    (relative || token.is_capitalised()).then_some(word)
}

/// A quantity without unit, bound or counted thing.
pub fn make(text: &Text<'_>, start: usize, end: usize, value: i128, measure: Measure) -> Quantity {
    let span = text.span_of(&(start..end));
    Quantity {
        value: Decimal::whole(value),
        other_reading: None,
        measure,
        bound: Bound::Exact,
        parts: None,
        counted: String::new(),
        tokens: start..end,
        number: span,
        span,
        in_digits: text.tokens[start].kind == TokenKind::Number,
    }
}

/// "yesterday", "the day before yesterday".
fn relative(text: &Text<'_>, at: usize, days: i8) -> Quantity {
    let before = |by: usize| at.checked_sub(by).map_or("", |at| text.tokens[at].folded.as_str());
    let shift = match (before(2), before(1), days) {
        ("day", "before", -1) => -1,
        ("day", "after", 1) => 1,
        _ => 0,
    };
    let start = if shift == 0 { at } else { at - 2 };
    make(text, start, at + 1, i128::from(days + shift), Measure::Day)
}

/// "October 18", "October 18th, 2024", "March 2023", "October", "December the third".
fn month_first(text: &Text<'_>, at: usize, month: u8, lexicon: &Lexicon) -> Quantity {
    let tokens = &text.tokens;
    let dot = usize::from(tokens.get(at + 1).is_some_and(|token| token.is_mark(".") && !token.spaced));
    let the = usize::from(tokens.get(at + 1 + dot).is_some_and(|token| token.folded == "the"));
    let next = at + 1 + dot;
    if let Some((day, length)) = day_at(tokens, next + the, lexicon).filter(|_| !is_counting(text, next + the, lexicon))
    {
        let (year, end) = year_behind(tokens, next + the + length);
        let mut date = make(text, at, end, i128::from(day), Measure::Date { month, year });
        date.number = text.span_of(&(next + the..next + the + 1));
        return date;
    }
    let of = usize::from(tokens.get(next).is_some_and(|token| token.folded == "of" || token.is_mark(",")));
    if let Some(year) = tokens.get(next + of).and_then(year_of) {
        return make(text, at, next + of + 1, i128::from(month), Measure::Month { year: Some(year) });
    }
    // "Theresa May" and "April Jones" are no months.
    let named = |other: Option<&Token>| {
        other.is_some_and(|other| {
            other.is_capitalised() && !other.is_function() && calendar_word(other, lexicon).is_none()
        })
    };
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let led = before.is_none_or(|before| before.is_function() || before.kind != TokenKind::Word);
    let name = named(before.filter(|_| !text.starts_sentence(at - 1)))
        || !led && named(tokens.get(at + 1)) && !text.starts_sentence(at);
    let measure = if name { Measure::Identifier } else { Measure::Month { year: None } };
    make(text, at, at + 1, i128::from(month), measure)
}

/// "In March 12 people died", "by May 30 per cent": the number behind the month counts something.
fn is_counting(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let Some(next) = text.tokens.get(at + 1) else { return false };
    next.is_mark("%")
        || next.is_mark(".") && !next.spaced && text.tokens.get(at + 2).is_some_and(|two| !two.spaced)
        || next.spaced
            && (lexicon.measures.unit(&next.folded).is_some()
                || lexicon.measures.number_as(&next.folded, NumberClass::Scale).is_some()
                || matches!(next.folded.as_str(), "people" | "men" | "women" | "children" | "soldiers" | "per"))
}

/// "18 October", "18th of October 2024", "the 28th of July", "the third of May".
fn day_before_month(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let (day, length) = day_at(tokens, at, lexicon)?;
    let mut next = at + length;
    next += usize::from(tokens.get(next).is_some_and(|token| token.is_mark(".") && !token.spaced));
    next += usize::from(tokens.get(next).is_some_and(|token| token.folded == "of"));
    let word = tokens.get(next).filter(|token| token.is_word())?;
    let CalendarWord::Month(month) = calendar_word(word, lexicon)? else { return None };
    next += 1;
    next += usize::from(
        tokens.get(next).is_some_and(|token| token.is_mark(".") && !token.spaced)
            && tokens.get(next + 1).and_then(year_of).is_some(),
    );
    let (year, end) = year_behind(tokens, next);
    let mut date = make(text, at, end, i128::from(day), Measure::Date { month, year });
    date.number = text.span_of(&(at..at + 1));
    Some(date)
}

/// A day of the month in digits or as an ordinal in words, with the tokens it takes.
fn day_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(u8, usize)> {
    let token = tokens.get(at)?;
    let is_day = |day: &u8| (1..=31).contains(day);
    if token.kind != TokenKind::Number {
        let reading = read_number(tokens, at, lexicon).filter(|reading| reading.class == NumberClass::Ordinal)?;
        let day = u8::try_from(reading.value.as_whole()?).ok().filter(is_day)?;
        return Some((day, reading.length));
    }
    let day = token.folded.parse::<u8>().ok().filter(is_day)?;
    let suffix = tokens
        .get(at + 1)
        .is_some_and(|next| !next.spaced && matches!(next.folded.as_str(), "st" | "nd" | "rd" | "th"));
    Some((day, 1 + usize::from(suffix)))
}

fn year_behind(tokens: &[Token], at: usize) -> (Option<u16>, usize) {
    let of = tokens.get(at).is_some_and(|token| token.is_mark(",") || token.folded == "of");
    let from = at + usize::from(of);
    match tokens.get(from).and_then(year_of) {
        Some(year) => (Some(year), from + 1),
        None => (None, at),
    }
}

/// A year in four plain digits.
#[must_use]
pub fn year_of(token: &Token) -> Option<u16> {
    let digits: String = token.folded.chars().take(5).map(ascii_digit).collect();
    let plain = token.kind == TokenKind::Number && digits.len() == 4;
    digits.parse().ok().filter(|year| plain && (1000..2700).contains(year))
}

/// "2024-10-18", "18.10.2024", "18/10/2024", "10/18/2024"; where either number can be the month, the first is the day.
fn numeric_date(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let tokens = &text.tokens;
    let dotted: Vec<&str> = tokens[at].folded.split('.').collect();
    let (pieces, length): (Vec<&str>, usize) = match dotted[..] {
        [_, _, _] => (dotted, 1),
        [_] => {
            let [a, one, b, two, c] = tokens.get(at..at + 5)? else { return None };
            let mark = |mark: &Token| mark.is_mark("/") || mark.is_mark("-") || mark.is_mark(".");
            let glued = [one, b, two, c].iter().all(|token| !token.spaced);
            if !mark(one) || one.folded != two.folded || !glued {
                return None;
            }
            (vec![&a.folded, &b.folded, &c.folded], 5)
        }
        _ => return None,
    };
    let (year, first, second, year_first) = match pieces[..] {
        [year, month, day] if year.len() == 4 => (year, day, month, true),
        [first, second, year] if year.len() == 4 => (year, first, second, false),
        _ => return None,
    };
    let year = year.parse::<u16>().ok().filter(|year| (1000..2700).contains(year))?;
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    let (day, month) = if second > 12 && !year_first { (second, first) } else { (first, second) };
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let mut date = make(text, at, at + length, i128::from(day), Measure::Date { month, year: Some(year) });
    let either = !year_first && first <= 12 && second <= 12 && first != second;
    date.other_reading = either.then(|| Decimal::whole(i128::from(month)));
    Some(date)
}

/// "2024年10月18日", "10月18日", "2024년 10월 18일".
fn han_date(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let tokens = &text.tokens;
    let part = |at: usize, mark: &[char]| {
        let number = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let behind = tokens.get(at + 1).filter(|token| token.kind == TokenKind::Foreign && !token.spaced)?;
        behind.folded.starts_with(mark).then(|| number.folded.parse::<u16>().ok()).flatten()
    };
    let year = part(at, &['年', '년']).filter(|year| (1000..2700).contains(year));
    let next = if year.is_some() { at + 2 } else { at };
    let Some(month) = part(next, &['月', '월']).and_then(|month| u8::try_from(month).ok()) else {
        return year.map(|year| make(text, at, at + 2, i128::from(year), Measure::Year));
    };
    if !(1..=12).contains(&month) {
        return None;
    }
    let day = part(next + 2, &['日', '일', '号']).filter(|day| (1..=31).contains(day));
    Some(match day {
        Some(day) => make(text, at, next + 4, i128::from(day), Measure::Date { month, year }),
        None => make(text, at, next + 2, i128::from(month), Measure::Month { year }),
    })
}

/// "the 19th century", "the third quarter of 2024", "the fourth-quarter profit".
fn century_or_quarter(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let reading = read_number(tokens, at, lexicon).filter(|reading| reading.class == NumberClass::Ordinal)?;
    let value = reading.value.as_whole()?;
    let mut next = at + reading.length;
    next += usize::from(tokens.get(next).is_some_and(|token| token.is_mark("-") && !token.spaced));
    match tokens.get(next)?.folded.as_str() {
        "century" | "centuries" if (1..=30).contains(&value) => {
            let mut century = make(text, at, next + 1, value, Measure::Century);
            century.number = text.span_of(&(at..at + reading.length));
            Some(century)
        }
        "quarter" if (1..=4).contains(&value) => {
            let (year, end) = year_behind(tokens, next + 1);
            let mut quarter = make(text, at, end, value, Measure::Quarter { year });
            quarter.number = text.span_of(&(at..at + reading.length));
            Some(quarter)
        }
        _ => None,
    }
}

/// "the XVIII century".
fn roman_century(text: &Text<'_>, at: usize) -> Option<Quantity> {
    const NUMERALS: [&str; 21] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx", "xxi",
    ];
    let token = text.tokens.get(at).filter(|token| token.is_capitalised())?;
    let behind = text.tokens.get(at + 1)?;
    let value = NUMERALS.iter().position(|numeral| *numeral == token.folded)? as i128 + 1;
    matches!(behind.folded.as_str(), "century" | "centuries").then(|| make(text, at, at + 2, value, Measure::Century))
}

/// "Q3", "Q3 2024".
fn short_quarter(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let tokens = &text.tokens;
    if tokens[at].folded != "q" || !tokens[at].is_capitalised() {
        return None;
    }
    let number = tokens.get(at + 1).filter(|token| !token.spaced && token.kind == TokenKind::Number)?;
    let quarter = number.folded.parse::<u8>().ok().filter(|quarter| (1..=4).contains(quarter))?;
    let (year, end) = year_behind(tokens, at + 2);
    Some(make(text, at, end, i128::from(quarter), Measure::Quarter { year }))
}

/// "2023/24", "2023-2024": two years in a row are one season.
fn season(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let [first, mark, second] = text.tokens.get(at..at + 3)? else { return None };
    let joined = (mark.is_mark("/") || mark.is_mark("-") || mark.is_mark("–")) && !mark.spaced && !second.spaced;
    let year = year_of(first).filter(|year| joined && (1800..2200).contains(year))?;
    let short = second.folded.len() == 2 && second.kind == TokenKind::Number;
    if !short || second.folded.parse() != Ok((year + 1) % 100) {
        return None;
    }
    let mut season = make(text, at, at + 3, i128::from(year), Measure::Year);
    season.parts = Some((Decimal::whole(i128::from(year)), Decimal::whole(i128::from(year + 1))));
    Some(season)
}

/// "nineteen ninety-three", "twenty twelve": a year in words behind a word that leads to one.
#[must_use]
pub fn spoken_year(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let century = match tokens[at].folded.as_str() {
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        _ => return None,
    };
    let token = tokens.get(at + 1).filter(|token| token.is_word() && token.spaced)?;
    let tens = lexicon.measures.number_as(&token.folded, NumberClass::Tens);
    let teens = || lexicon.measures.number_as(&token.folded, NumberClass::Cardinal).filter(|word| word.value > 9);
    let word = tens.or_else(teens)?;
    let reading = read_number(tokens, at + 1, lexicon).filter(|reading| reading.class == NumberClass::Cardinal)?;
    let rest = reading.value.as_whole().filter(|rest| (10..100).contains(rest))?;
    // "twenty thirty-minute films" counts.
    let counted = tokens.get(at + 1 + reading.length).is_some_and(|next| next.is_mark("-") && !next.spaced);
    let fits = !counted && rest >= word.value && (century < 20 || rest < 50);
    fits.then(|| make(text, at, at + 1 + reading.length, century * 100 + rest, Measure::Year))
}
