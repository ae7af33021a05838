//! Reading the quantities of a text: numbers with their units, money, dates, times of day.

pub mod bounds;
pub mod clocks;
pub mod dates;
pub mod digits;
pub mod formats;
pub mod fractions;
pub mod identifiers;
pub mod number_words;
pub mod ranges;
pub mod surroundings;
pub mod units;
pub mod word_reader;

use crate::extract::quantities::clocks::read_clock;
use crate::extract::quantities::dates::{make, read_calendar, spoken_year};
use crate::extract::quantities::number_words::{Reading, read_number};
use crate::extract::quantities::ranges::join_ranges;
use crate::extract::quantities::surroundings::with_surroundings;
use crate::extract::quantities::units::unit_at;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::NumberClass;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// All quantities of a text in order; they do not overlap.
#[must_use]
pub fn quantities(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        if let Some(length) = set_phrase(&text.tokens, at, lexicon) {
            at += length;
            continue;
        }
        let Some(quantity) = read_quantity(text, at, lexicon) else {
            at += 1;
            continue;
        };
        at = quantity.tokens.end.max(at + 1);
        // A sign or currency before a number is not taken from the quantity before it.
        if found.last().is_none_or(|last| last.tokens.end <= quantity.tokens.start) {
            found.push(quantity);
        }
    }
    join_ranges(text, &mut found, lexicon);
    found
}

fn read_quantity(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let tokens = &text.tokens;
    if tokens[at].kind == TokenKind::Mark {
        return None;
    }
    if tokens[at].kind == TokenKind::Number
        && let Some(phone) = phone_number(text, at)
    {
        return Some(phone);
    }
    if let Some(date) = read_calendar(text, at, lexicon) {
        return Some(date);
    }
    if let Some(clock) = read_clock(text, at, lexicon) {
        return Some(clock);
    }
    if let Some(half) = unit_and_half(text, at, lexicon) {
        return Some(half);
    }
    let reading = read_number(tokens, at, lexicon)?;
    if is_no_count(tokens, at, &reading, lexicon) {
        return None;
    }
    if reading.class == NumberClass::Cardinal
        && !reading.in_digits
        && let Some(year) = spoken_year(text, at, lexicon)
    {
        return Some(year);
    }
    Some(with_surroundings(text, at, reading, lexicon))
}

/// "a year and a half": the article stands for one.
fn unit_and_half(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    if !matches!(text.tokens[at].folded.as_str(), "a" | "an") {
        return None;
    }
    let one = Reading { value: Decimal::ONE, other: None, length: 1, class: NumberClass::Cardinal, in_digits: false };
    let (_, length) = unit_at(text, at + 1, lexicon)?;
    let found = with_surroundings(text, at, one, lexicon);
    (found.tokens.end > at + 1 + length).then_some(found)
}

/// The length of a phrase at a token whose number words count nothing: "one another", "at first".
fn set_phrase(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<usize> {
    if !lexicon.measures.starts_set_phrase(&tokens[at].folded) {
        return None;
    }
    let spread = tokens.get(at..(at + 5).min(tokens.len()))?;
    let mut phrase = String::new();
    let mut longest = None;
    for (length, token) in spread.iter().enumerate() {
        let hyphen = token.is_mark("-");
        if hyphen || length > 0 && token.spaced {
            phrase.push(' ');
        }
        phrase.push_str(if hyphen { "" } else { &token.folded });
        if lexicon.measures.is_set_phrase(&phrase) {
            longest = Some(length + 1);
        }
    }
    longest
}

/// Number words that count nothing here: "several hundred", "no one", "the one who", a verb "second".
fn is_no_count(tokens: &[Token], at: usize, reading: &Reading, lexicon: &Lexicon) -> bool {
    if reading.in_digits {
        return false;
    }
    let before = |by: usize| at.checked_sub(by).map_or("", |at| tokens[at].folded.as_str());
    let next = tokens.get(at + reading.length);
    let vague = matches!(before(1), "several" | "few" | "many" | "hundreds" | "tens" | "thousands" | "dozens")
        || before(1) == "of" && matches!(before(2), "couple" | "hundreds" | "tens" | "thousands" | "dozens");
    let scale_first = tokens[at].folded != "a" && reading.value >= Decimal::whole(12) && reading.length == 1;
    if vague && scale_first {
        return true;
    }
    match tokens[at].folded.as_str() {
        "one" if reading.length == 1 => {
            // What is counted stands right behind, in one or two words: "one soldier", "one Turkish soldier".
            let hyphen = next.is_some_and(|next| next.is_mark("-") && !next.spaced);
            let ratio = before(1) == "to" && !lexicon.measures.number(before(2)).is_empty();
            let counts = ratio || next.is_some_and(|next| next.is_word() && !next.is_function() || hyphen);
            !counts || matches!(before(1), "no" | "any" | "every" | "this" | "that" | "which" | "another" | "each")
        }
        "second" if reading.class == NumberClass::Ordinal => {
            before(1) == "to" && next.is_some_and(|next| matches!(next.folded.as_str(), "a" | "the" | "that"))
        }
        _ => false,
    }
}

/// "+254 20 123 4567", "0800 111 222 333": groups of digits that count nothing.
fn phone_number(text: &Text<'_>, at: usize) -> Option<Quantity> {
    let tokens = &text.tokens;
    let plus = at > 0 && tokens[at - 1].is_mark("+") && !tokens[at].spaced;
    let digits = |token: &Token| token.kind == TokenKind::Number && token.folded.bytes().all(|b| b.is_ascii_digit());
    let zero = tokens[at].folded.starts_with('0') && tokens[at].folded.len() > 1;
    if !plus && !zero || !digits(&tokens[at]) {
        return None;
    }
    let mut end = at + 1;
    while let Some(next) = tokens.get(end) {
        let joins = next.is_mark("-") || next.is_mark("(") || next.is_mark(")");
        if !(digits(next) || joins && tokens.get(end + 1).is_some_and(digits)) {
            break;
        }
        end += 1;
    }
    let count: usize = tokens[at..end].iter().filter(|token| digits(token)).map(|token| token.folded.len()).sum();
    let grouped = end - at > 1 || plus || count >= 7;
    (grouped && count >= 7).then(|| make(text, at, end, 0, Measure::Identifier))
}
