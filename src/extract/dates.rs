//! Dates, weekdays and times of day.

use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Bound, CalendarWord, NumberClass};
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// A weekday, a month or a date that begins at a token.
#[must_use]
pub fn read_calendar(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    if tokens[at].kind == TokenKind::Number
        || lexicon.measures.number_as(&tokens[at].folded, NumberClass::Ordinal).is_some()
    {
        return day_before_month(text, at, lexicon);
    }
    match calendar_word(&tokens[at], lexicon)? {
        CalendarWord::Weekday(day) => Some(make(text, at, at + 1, i128::from(day), Measure::Weekday)),
        CalendarWord::Month(month) => Some(month_first(text, at, month)),
        CalendarWord::Relative(_) | CalendarWord::Season(_) => None,
    }
}

/// Months and weekdays have capitals; "may", "march" and "sun" in small letters are other words.
fn calendar_word(token: &Token, lexicon: &Lexicon) -> Option<CalendarWord> {
    if !token.is_capitalised() {
        return None;
    }
    lexicon.measures.calendar(&token.folded)
}

fn make(text: &Text<'_>, start: usize, end: usize, value: i128, measure: Measure) -> Quantity {
    let span = text.span_of(&(start..end));
    Quantity {
        value: Decimal::whole(value),
        other_reading: None,
        measure,
        bound: Bound::Exact,
        counted: String::new(),
        tokens: start..end,
        number: span,
        span,
        in_digits: text.tokens[start].kind == TokenKind::Number,
    }
}

/// "October 18", "October 18th, 2024", "March 2023", "October".
fn month_first(text: &Text<'_>, at: usize, month: u8) -> Quantity {
    let tokens = &text.tokens;
    let dot = usize::from(tokens.get(at + 1).is_some_and(|token| token.is_mark(".") && !token.spaced));
    let next = at + 1 + dot;
    if let Some((day, length)) = day_at(tokens, next) {
        let (year, end) = year_behind(tokens, next + length);
        let mut date = make(text, at, end, i128::from(day), Measure::Date { month, year });
        date.number = text.span_of(&(next..next + 1));
        return date;
    }
    if let Some(year) = tokens.get(next).and_then(year_of) {
        return make(text, at, next + 1, i128::from(month), Measure::Month { year: Some(year) });
    }
    let of = usize::from(tokens.get(next).is_some_and(|token| token.folded == "of"));
    if let Some(year) = tokens.get(next + of).and_then(year_of).filter(|_| of > 0) {
        return make(text, at, next + of + 1, i128::from(month), Measure::Month { year: Some(year) });
    }
    make(text, at, at + 1, i128::from(month), Measure::Month { year: None })
}

/// "18 October", "18th of October 2024", "the 28th of July".
fn day_before_month(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let (day, length) = match tokens[at].kind {
        TokenKind::Number => day_at(tokens, at)?,
        _ => {
            let word = lexicon.measures.number_as(&tokens[at].folded, NumberClass::Ordinal)?;
            (u8::try_from(word.value).ok().filter(|day| (1..=31).contains(day))?, 1)
        }
    };
    let mut next = at + length;
    next += usize::from(tokens.get(next).is_some_and(|token| token.folded == "of"));
    let CalendarWord::Month(month) = calendar_word(tokens.get(next)?, lexicon)? else { return None };
    let (year, end) = year_behind(tokens, next + 1);
    let mut date = make(text, at, end, i128::from(day), Measure::Date { month, year });
    date.number = text.span_of(&(at..at + 1));
    Some(date)
}

fn day_at(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let day = token.folded.parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
    let suffix = tokens
        .get(at + 1)
        .is_some_and(|next| !next.spaced && matches!(next.folded.as_str(), "st" | "nd" | "rd" | "th"));
    Some((day, 1 + usize::from(suffix)))
}

fn year_behind(tokens: &[Token], at: usize) -> (Option<u16>, usize) {
    let comma = usize::from(tokens.get(at).is_some_and(|token| token.is_mark(",")));
    match tokens.get(at + comma).and_then(year_of) {
        Some(year) => (Some(year), at + comma + 1),
        None => (None, at),
    }
}

fn year_of(token: &Token) -> Option<u16> {
    let plain = token.kind == TokenKind::Number && token.folded.len() == 4;
    token.folded.parse().ok().filter(|year| plain && (1000..2200).contains(year))
}

/// "3:42", "3:42 a.m.", "4 p.m.", "16.30" with a.m. or p.m., durations such as 2:03:59.
#[must_use]
pub fn read_clock(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let tokens = &text.tokens;
    let pieces: Vec<u32> = tokens[at].folded.split([':', '.']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let half_day = half_day_at(tokens, at + 1);
    let colon = tokens[at].folded.contains(':');
    if !colon && half_day.is_none() {
        return None;
    }
    let (hours, minutes) = match pieces[..] {
        [hours] => (hours, 0),
        [hours, minutes] => (hours, minutes),
        [hours, minutes, seconds] if colon => {
            let value = i128::from(hours) * 3600 + i128::from(minutes) * 60 + i128::from(seconds);
            return Some(make(text, at, at + 1, value, Measure::Identifier));
        }
        _ => return None,
    };
    if hours > 24 || minutes > 59 {
        return colon
            .then(|| make(text, at, at + 1, i128::from(hours) * 100 + i128::from(minutes), Measure::Identifier));
    }
    let (shift, length) = half_day.unwrap_or((None, 0));
    let hours = match shift {
        Some(true) if hours < 12 => hours + 12,
        Some(false) if hours == 12 => 0,
        _ => hours,
    };
    let settled = shift.is_some() || hours > 12 || tokens[at].folded.starts_with('0');
    let value = i128::from(hours) * 60 + i128::from(minutes);
    let mut clock = make(text, at, at + 1 + length, value, Measure::Clock { settled });
    clock.number = tokens[at].span;
    Some(clock)
}

/// "a.m." gives false, "p.m." true; with the count of tokens it takes.
fn half_day_at(tokens: &[Token], at: usize) -> Option<(Option<bool>, usize)> {
    let token = tokens.get(at)?;
    match token.folded.as_str() {
        "a.m." | "am" => Some((Some(false), 1)),
        "p.m." | "pm" => Some((Some(true), 1)),
        "o'clock" => Some((None, 1)),
        _ => None,
    }
}
