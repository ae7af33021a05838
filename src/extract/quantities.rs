//! Reading the quantities of a text: numbers with their units, money, dates, times of day.

use crate::extract::dates::{read_calendar, read_clock};
use crate::extract::number_words::{Reading, read_number};
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Bound, NumberClass, Unit};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// All quantities of a text in order.
#[must_use]
pub fn quantities(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        match read_quantity(text, at, lexicon) {
            Some(quantity) => {
                at = quantity.tokens.end.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

fn read_quantity(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    if let Some(date) = read_calendar(text, at, lexicon) {
        return Some(date);
    }
    let tokens = &text.tokens;
    if tokens[at].kind == TokenKind::Number && tokens[at].folded.contains(':') {
        return read_clock(text, at);
    }
    let reading = read_number(tokens, at, lexicon)?;
    if reading.class == NumberClass::Cardinal
        && let Some(clock) = read_clock(text, at)
    {
        return Some(clock);
    }
    Some(with_surroundings(text, at, reading, lexicon))
}

/// Adds unit, money, what is counted and how exact the number is.
fn with_surroundings(text: &Text<'_>, at: usize, reading: Reading, lexicon: &Lexicon) -> Quantity {
    let tokens = &text.tokens;
    let end = at + reading.length;
    let mut quantity = Quantity {
        value: reading.value,
        other_reading: reading.other,
        measure: Measure::Count,
        bound: Bound::Exact,
        counted: String::new(),
        tokens: at..end,
        number: text.span_of(&(at..end)),
        span: text.span_of(&(at..end)),
        in_digits: reading.in_digits,
    };
    read_bound(tokens, at, &mut quantity, lexicon);
    match reading.class {
        NumberClass::Ordinal => quantity.measure = Measure::Ordinal,
        NumberClass::Fraction => quantity.measure = Measure::Fraction,
        NumberClass::Decade => quantity.measure = Measure::Year,
        _ if is_identifier(tokens, at, end) => quantity.measure = Measure::Identifier,
        _ => read_measure(text, at, &mut quantity, lexicon),
    }
    if matches!(quantity.measure, Measure::Count | Measure::Ordinal | Measure::Fraction) {
        quantity.counted = counted_word(tokens, quantity.tokens.end);
    }
    quantity
}

fn read_measure(text: &Text<'_>, at: usize, quantity: &mut Quantity, lexicon: &Lexicon) {
    let tokens = &text.tokens;
    let end = quantity.tokens.end;
    if let Some(code) = currency_before(text, at, lexicon) {
        if quantity.tokens.len() == 1 && tokens.get(end).is_some_and(|next| !next.spaced && next.folded == "m") {
            quantity.value = quantity.value.times(Decimal::whole(1_000_000)).unwrap_or(quantity.value);
            quantity.tokens.end += 1;
            quantity.number = text.span_of(&quantity.tokens);
        }
        quantity.measure = Measure::Money(code);
    } else if let Some((unit, length)) = unit_at(text, end, lexicon) {
        quantity.tokens.end = end + length;
        quantity.measure = Measure::Unit(unit);
        if matches!(unit.dimension, "temperature" | "fahrenheit") && is_below_zero(tokens, quantity.tokens.end) {
            quantity.value = quantity.value.negated();
        }
    } else if let Some((code, length)) = currency_after(text, end, lexicon) {
        quantity.tokens.end = end + length;
        quantity.measure = Measure::Money(code);
    } else if is_year(tokens, at, quantity) {
        quantity.measure = Measure::Year;
    } else if is_score(tokens, at) {
        quantity.measure = Measure::Score;
    }
    quantity.span = text.span_of(&quantity.tokens);
}

/// What stands in a unit without a space: the "h" and the "/" of "km/h", the "2" of "m2".
fn is_unit_piece(token: &Token) -> bool {
    token.kind == TokenKind::Word || token.is_mark("/") || matches!(token.folded.as_str(), "2" | "3")
}

/// "three degrees below zero": the sign that stands behind a temperature.
fn is_below_zero(tokens: &[Token], at: usize) -> bool {
    let after: Vec<&str> = tokens[at..].iter().take(2).map(|token| token.folded.as_str()).collect();
    matches!(after[..], ["below", "zero" | "freezing"] | ["of", "frost"])
}

/// The unit at a token, in up to three words; a hyphen may stand before it ("40-kilometre").
pub fn unit_at(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<(Unit, usize)> {
    let tokens = &text.tokens;
    let skip = usize::from(tokens.get(at).is_some_and(|token| token.is_mark("-") && !token.spaced));
    let start = at + skip;
    let first = tokens.get(start)?;
    for length in (1..=3).rev() {
        let Some(words) = tokens.get(start..start + length) else { continue };
        if words[1..].iter().any(|word| !word.spaced && !is_unit_piece(word)) {
            continue;
        }
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let joined = if words[1..].iter().all(|word| !word.spaced) { phrase.concat() } else { phrase.join(" ") };
        let Some(unit) = lexicon.measures.unit(&joined).or_else(|| lexicon.measures.unit(&phrase.join(" "))) else {
            continue;
        };
        let letter = joined.len() == 1 && joined.chars().all(char::is_alphabetic);
        let temperature = unit.dimension == "temperature" || unit.dimension == "fahrenheit";
        if letter && first.case == crate::text::token::Case::Lower && temperature {
            continue;
        }
        return Some((unit, skip + length));
    }
    None
}

fn currency_before(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<&'static str> {
    let before = text.tokens[..at].last()?;
    let code = match before.kind {
        TokenKind::Mark => lexicon.measures.currency(&before.folded)?,
        TokenKind::Word if before.folded.len() == 3 && before.case == crate::text::token::Case::Upper => {
            lexicon.measures.currency(&before.folded)?
        }
        _ => return None,
    };
    Some(code)
}

fn currency_after(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<(&'static str, usize)> {
    for length in (1..=3).rev() {
        let words = text.tokens.get(at..at + length).unwrap_or(&[]);
        if words.is_empty() || words.iter().any(|word| word.kind == TokenKind::Number) {
            continue;
        }
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        if let Some(code) = lexicon.measures.currency(&phrase.join(" ")) {
            return Some((code, length));
        }
    }
    None
}

fn read_bound(tokens: &[Token], at: usize, quantity: &mut Quantity, lexicon: &Lexicon) {
    for length in (1..=4).rev() {
        let Some(start) = at.checked_sub(length) else { continue };
        let words = &tokens[start..at];
        if words.iter().any(|word| word.kind == TokenKind::Number) {
            continue;
        }
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        match lexicon.measures.bound(&phrase.join(" ")) {
            Some(Some(bound)) => {
                quantity.bound = bound;
                return;
            }
            Some(None) => {
                quantity.value = quantity.value.negated();
                return;
            }
            None => {}
        }
    }
    let after: Vec<&str> = tokens[quantity.tokens.end..].iter().take(3).map(|token| token.folded.as_str()).collect();
    quantity.bound = match after[..] {
        ["or", "more", ..] => Bound::Least,
        ["or", "less" | "fewer", ..] => Bound::Most,
        ["or", "so", ..] => Bound::About,
        _ => quantity.bound,
    };
}

/// Letters glued to digits, or a word that numbers things: "F-16", "A320", "COVID-19", "Article 5", "No. 4".
fn is_identifier(tokens: &[Token], at: usize, end: usize) -> bool {
    if tokens[at].kind != TokenKind::Number {
        return false;
    }
    let after = tokens.get(end).is_some_and(|next| {
        !next.spaced
            && next.is_word()
            && next.folded.len() < 3
            && !matches!(next.folded.as_str(), "m" | "g" | "c" | "t" | "w" | "l" | "v" | "f")
            && next.tier() > 60
    });
    let Some(before) = tokens[..at].last() else { return after };
    if !tokens[at].spaced {
        if before.is_word() {
            return true;
        }
        if before.is_mark("-") && !before.spaced {
            return at >= 2 && tokens[at - 2].is_word() && tokens[at - 2].word.is_none_or(|word| word.tier > 40);
        }
        if before.is_mark("#") || before.is_mark("/") && at >= 2 && tokens[at - 2].is_word() {
            return true;
        }
    }
    let names = [
        "article",
        "section",
        "flight",
        "route",
        "highway",
        "resolution",
        "chapter",
        "page",
        "paragraph",
        "no",
        "channel",
    ];
    after || names.contains(&before.folded.as_str()) || before.is_mark(".") && at >= 2 && tokens[at - 2].folded == "no"
}

/// Four plain digits from 1000 to 2199 with no word behind them that they could count, or behind "in", "since".
fn is_year(tokens: &[Token], at: usize, quantity: &Quantity) -> bool {
    let digits = &tokens[at].folded;
    let plain = quantity.tokens.len() == 1 && digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !plain || !(b"12".contains(&digits.as_bytes()[0])) || digits.as_str() >= "2200" {
        return false;
    }
    let before = tokens[..at].last().map_or("", |token| token.folded.as_str());
    if matches!(before, "in" | "since" | "until" | "by" | "from" | "of" | "year" | "early" | "late" | "mid" | "and") {
        return true;
    }
    let next = tokens.get(at + 1);
    next.is_none_or(|next| next.kind != TokenKind::Word || next.is_function() || next.can_be(Classes::VERB))
}

/// One side of "2-1" or "4–3": small numbers joined by a dash.
fn is_score(tokens: &[Token], at: usize) -> bool {
    let dash = |token: Option<&Token>| token.is_some_and(|token| token.folded == "-" || token.folded == "–");
    let small =
        |token: Option<&Token>| token.is_some_and(|token| token.kind == TokenKind::Number && token.folded.len() <= 2);
    let before = at >= 2 && dash(tokens.get(at - 1)) && small(tokens.get(at - 2));
    small(tokens.get(at)) && (before || dash(tokens.get(at + 1)) && small(tokens.get(at + 2)))
}

/// The stem of the noun that a number counts: the first noun within four words.
fn counted_word(tokens: &[Token], at: usize) -> String {
    for token in tokens[at..].iter().take(4) {
        let stops = token.kind == TokenKind::Mark && !token.is_mark("-")
            || matches!(token.folded.as_str(), "of" | "in" | "and" | "or" | "to" | "from" | "on" | "at" | "by");
        if stops && (token.folded != "of") {
            break;
        }
        let noun = token.word.is_none_or(|word| word.first_class == Classes::NOUN);
        if token.is_word() && noun && !token.is_function() && token.word.is_none_or(|word| !word.ing) {
            return token.stem.clone();
        }
    }
    String::new()
}
