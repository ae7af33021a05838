//! Times of day: on the 12-hour and the 24-hour clock, in words, with time zones; results of races and of matches too.

use crate::extract::quantities::bounds::read_bound;
use crate::extract::quantities::dates::make;
use crate::extract::quantities::number_words::read_number;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{NumberClass, Unit};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A time of day that begins at a token, or what else is written with a colon.
#[must_use]
pub fn read_clock(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let token = &tokens[at];
    if token.kind == TokenKind::Number {
        return with_colon(text, at, lexicon)
            .or_else(|| military(text, at, lexicon))
            .or_else(|| french(text, at, lexicon))
            .or_else(|| past_or_to(text, at, lexicon))
            .or_else(|| full_hour(text, at, lexicon));
    }
    if !token.is_word() {
        return None;
    }
    match token.folded.as_str() {
        "noon" | "midday" => return Some(finish(text, (at, at + 1), (12, 0), Some(Some(true)), lexicon)),
        "midnight" if !token.is_capitalised() => {
            return Some(finish(text, (at, at + 1), (0, 0), Some(Some(false)), lexicon));
        }
        _ => {}
    }
    past_or_to(text, at, lexicon).or_else(|| full_hour(text, at, lexicon))
}

/// "3:42", "3:42 a.m.", "4.30pm"; durations such as 2:03:59 and 9:27.83; results such as 2:1.
fn with_colon(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let folded = &tokens[at].folded;
    if let Some(race) = race_time(text, at) {
        return Some(race);
    }
    let (hours, minutes) = folded.split_once([':', '.'])?;
    let colon = folded.contains(':');
    let half_day = half_day_at(tokens, at + 1);
    let (short, hours, minutes) = (minutes.len() < 2, hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    if short && colon {
        return score(text, at, (hours, minutes));
    }
    let zoned = || zone_at(tokens, at + 1, lexicon).is_some();
    let o_clock = tokens.get(at + 1).is_some_and(|next| next.folded == "o'clock" || next.folded == "hours");
    // "closes at 20.00": two digits behind the point, and nothing that they could measure.
    let led = at > 0 && matches!(tokens[at - 1].folded.as_str(), "at" | "until" | "from");
    let goes_on = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_word() && !next.is_function() && next.folded != "sharp" || next.is_mark("%"));
    let pointed = led && !goes_on && folded.len() > 3 && folded.contains('.') && folded.ends_with(['0', '5']);
    if hours > 24 || minutes > 59 || short || !colon && half_day.is_none() && !zoned() && !o_clock && !pointed {
        return None;
    }
    let half = if pointed { Some(None) } else { None };
    Some(finish(text, (at, at + 1), (hours, minutes), half, lexicon))
}

/// "2:03:59", "9:27.83": a duration, in seconds.
fn race_time(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let folded = &text.tokens[at].folded;
    let parts: Vec<&str> = folded.split(':').collect();
    let fits = parts.len() == 3 || parts.len() == 2 && parts[1].contains('.');
    if !fits || parts.iter().any(|part| part.is_empty() || part.len() > 5) {
        return None;
    }
    let mut seconds = Decimal::ZERO;
    for part in parts {
        seconds = seconds.times(Decimal::whole(60))?.plus(Decimal::parse_plain(part)?)?;
    }
    let unit = Unit { name: "second", dimension: "time", factor: Decimal::ONE };
    let mut race = make(text, at, at + 1, 0, Measure::Unit(unit));
    race.value = seconds;
    Some(race)
}

/// The first side of a result or ratio written with a colon in one token; the second has no place of its own.
fn score(text: &Text<'_>, at: usize, (first, second): (u32, u32)) -> Option<Quantity> {
    let mut score = make(text, at, at + 1, i128::from(first), Measure::Result);
    score.parts = Some((score.value, Decimal::whole(i128::from(second))));
    Some(score)
}

/// "0730 GMT", "1600 hours", "at 0415".
fn military(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let folded = &tokens[at].folded;
    if folded.len() != 4 || !folded.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes): (u32, u32) = (folded[..2].parse().ok()?, folded[2..].parse().ok()?);
    let next = tokens.get(at + 1).map_or("", |token| token.folded.as_str());
    let led = at > 0 && matches!(tokens[at - 1].folded.as_str(), "at" | "by" | "until" | "from");
    let fits = zone_at(tokens, at + 1, lexicon).is_some_and(|(zone, _)| zone.is_some())
        || matches!(next, "hours" | "hrs") && (folded.starts_with('0') || led);
    if !fits || hours > 24 || minutes > 59 {
        return None;
    }
    let length = usize::from(matches!(next, "hours" | "hrs"));
    Some(finish(text, (at, at + 1 + length), (hours, minutes), Some(None), lexicon))
}

/// "16h30", "16h".
fn french(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let hours = tokens[at].folded.parse::<u32>().ok().filter(|hours| *hours <= 24)?;
    tokens.get(at + 1).filter(|token| token.folded == "h" && !token.spaced)?;
    let minutes = tokens.get(at + 2).filter(|token| token.kind == TokenKind::Number && !token.spaced)?;
    let minutes = minutes.folded.parse::<u32>().ok().filter(|value| *value < 60 && minutes.folded.len() == 2)?;
    Some(finish(text, (at, at + 3), (hours, minutes), Some(None), lexicon))
}

/// "half past four", "a quarter to nine", "twenty minutes past six".
fn past_or_to(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let start = at + usize::from(tokens[at].folded == "a");
    let (minutes, mut next) = match tokens.get(start)?.folded.as_str() {
        "half" => (30, start + 1),
        "quarter" => (15, start + 1),
        _ => {
            let reading = read_number(tokens, at, lexicon).filter(|read| read.class == NumberClass::Cardinal)?;
            let minutes = reading.value.as_whole().filter(|minutes| (1..60).contains(minutes))?;
            (minutes, at + reading.length)
        }
    };
    next += usize::from(tokens.get(next).is_some_and(|token| matches!(token.folded.as_str(), "minutes" | "minute")));
    let sign = match tokens.get(next)?.folded.as_str() {
        "past" => 1,
        "after" if minutes != 30 => 1,
        "to" | "before" if minutes != 30 => -1,
        _ => return None,
    };
    let hour = read_number(tokens, next + 1, lexicon).filter(|read| read.class == NumberClass::Cardinal);
    let (hour, end) = match (hour, tokens.get(next + 1).map(|token| token.folded.as_str())) {
        (Some(read), _) => (read.value.as_whole()?, next + 1 + read.length),
        (None, Some("midnight")) => (0, next + 2),
        (None, Some("noon")) => (12, next + 2),
        _ => return None,
    };
    if !(0..=12).contains(&hour) {
        return None;
    }
    let led = at > 0 && matches!(tokens[at - 1].folded.as_str(), "at" | "by" | "until" | "since" | "around" | "about");
    // "ten to twelve people" and "5 to 8" are ranges unless something says that it is a time.
    let round = minutes == 15 && !tokens[start].folded.starts_with('1') || minutes == 30;
    let told = half_day_at(tokens, end).is_some() || day_part_at(tokens, end).is_some();
    let certain = round || told || led && (sign > 0 || minutes % 5 == 0 && counts_nothing(tokens, end));
    if !certain {
        return None;
    }
    let total = (i128::from(hour as u32) * 60 + sign * minutes + 720) % 720;
    let noon = tokens.get(next + 1).is_some_and(|token| token.folded == "noon");
    let half = if noon { Some(Some(sign > 0)) } else { None };
    let hours = if total < 60 { 12 } else { total / 60 };
    Some(finish(text, (at, end), (hours as u32, (total % 60) as u32), half, lexicon))
}

fn counts_nothing(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| token.kind == TokenKind::Mark || token.is_function())
}

/// "4 p.m.", "four o'clock", "at four in the afternoon".
fn full_hour(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    let token = &tokens[at];
    let (hour, end) = if token.kind == TokenKind::Number {
        (token.folded.parse::<u32>().ok()?, at + 1)
    } else {
        let word = lexicon.measures.number_as(&token.folded, NumberClass::Cardinal)?;
        (u32::try_from(word.value).ok()?, at + 1)
    };
    let told = half_day_at(tokens, end).is_some();
    let led = at > 0 && matches!(tokens[at - 1].folded.as_str(), "at" | "by" | "around" | "about" | "until" | "since");
    let part = led && day_part_at(tokens, end).is_some();
    let zoned = led && zone_at(tokens, end, lexicon).is_some();
    let fits = (told || part) && (1..=12).contains(&hour) || zoned && hour <= 24;
    fits.then(|| finish(text, (at, end), (hour, 0), None, lexicon))
}

/// A clock with the half of the day and the zone behind it; `half` is given where it is known (none: 24 hours).
fn finish(
    text: &Text<'_>,
    (start, end): (usize, usize),
    (hours, minutes): (u32, u32),
    half: Option<Option<bool>>,
    lexicon: &Lexicon,
) -> Quantity {
    let tokens = &text.tokens;
    let (shift, mut length) = half_day_at(tokens, end).unwrap_or((None, 0));
    let part = if shift.is_none() { day_part_at(tokens, end + length) } else { None };
    let shift = half.flatten().or(shift).or(part.map(|part| part.is_afternoon(hours)));
    let mut settled =
        half.is_some() || shift.is_some() || hours > 12 || hours == 0 || tokens[start].folded.starts_with('0');
    let hours = match shift {
        Some(true) if hours < 12 => hours + 12,
        Some(false) if hours == 12 => 0,
        _ => hours,
    };
    let mut zone = None;
    if let Some((minutes, taken)) = zone_at(tokens, end + length, lexicon) {
        (zone, length) = (minutes, length + taken);
        // Greenwich time counts 24 hours.
        settled |= minutes == Some(0);
    }
    let value = i128::from(hours % 24) * 60 + i128::from(minutes);
    let mut clock = make(text, start, end + length, value, Measure::Clock { settled, zone });
    clock.number = text.span_of(&(start..end));
    read_bound(text, &mut clock, lexicon);
    clock
}

/// "a.m." gives false, "p.m." true, "o'clock" neither; with the count of tokens it takes.
fn half_day_at(tokens: &[Token], at: usize) -> Option<(Option<bool>, usize)> {
    let token = tokens.get(at)?;
    let behind = tokens.get(at + 1).map_or("", |token| token.folded.as_str());
    match token.folded.as_str() {
        "a.m." | "am" if token.case != Case::Capital => Some((Some(false), 1)),
        "p.m." | "pm" => Some((Some(true), 1)),
        // "4 p.m" without its last full stop comes in three pieces.
        "a" if behind == "." && tokens.get(at + 2).is_some_and(|token| token.folded == "m" && !token.spaced) => {
            Some((Some(false), 3))
        }
        "p" if behind == "." && tokens.get(at + 2).is_some_and(|token| token.folded == "m" && !token.spaced) => {
            Some((Some(true), 3))
        }
        "o'clock" => Some((None, 1)),
        _ => None,
    }
}

/// The part of the day that a time is said to be in.
#[derive(Clone, Copy)]
enum DayPart {
    Morning,
    Afternoon,
    Night,
}

impl DayPart {
    fn is_afternoon(self, hours: u32) -> bool {
        match self {
            DayPart::Morning => false,
            DayPart::Afternoon => true,
            DayPart::Night => (6..12).contains(&hours),
        }
    }
}

/// "in the morning", "on Friday morning", "this afternoon", "at night", "yesterday evening".
fn day_part_at(tokens: &[Token], at: usize) -> Option<DayPart> {
    let near = tokens.get(at..)?.iter().take(4);
    for token in near {
        match token.folded.as_str() {
            "morning" => return Some(DayPart::Morning),
            "afternoon" | "evening" => return Some(DayPart::Afternoon),
            "night" => return Some(DayPart::Night),
            "in" | "on" | "the" | "this" | "at" | "of" | "same" | "next" | "following" | "that" | "yesterday"
            | "tomorrow" | "local" | "time" => {}
            _ if token.folded.ends_with("day") && token.is_capitalised() => {}
            _ => return None,
        }
    }
    None
}

/// The zone named at a token, none for "local time", with the tokens it takes.
fn zone_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(Option<i16>, usize)> {
    let words = tokens.get(at..)?;
    for length in (1..=3).rev() {
        let Some(words) = words.get(..length).filter(|words| words.iter().all(Token::is_word)) else { continue };
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        if phrase == ["local", "time"] {
            return Some((None, 2));
        }
        let short = length == 1 && words[0].case != Case::Upper;
        if let Some(zone) = lexicon.measures.zone(&phrase.join(" ")).filter(|_| !short) {
            return Some((Some(zone), length));
        }
    }
    None
}
