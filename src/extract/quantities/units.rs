//! The units and currencies that stand beside a number.

use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Currency, Unit};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// What stands in a unit without a space: the "h" and the "/" of "km/h", the "2" of "m2".
fn is_unit_piece(token: &Token) -> bool {
    token.kind == TokenKind::Word
        || token.is_mark("/")
        || token.is_mark(".")
        || token.is_mark("-")
        || matches!(token.folded.as_str(), "2" | "3" | "²" | "³" | "100")
}

/// The words as they are written, folded, with a space where one stands.
fn phrase_of(words: &[Token]) -> String {
    let mut phrase = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 && word.spaced {
            phrase.push(' ');
        }
        phrase.push_str(&word.folded);
    }
    phrase
}

/// "three degrees below zero": the sign that stands behind a temperature.
#[must_use]
pub fn is_below_zero(tokens: &[Token], at: usize) -> bool {
    let after: Vec<&str> = tokens[at..].iter().take(2).map(|token| token.folded.as_str()).collect();
    matches!(after[..], ["below", "zero" | "freezing"] | ["of", "frost"])
}

/// The unit at a token, in up to five pieces; a hyphen may stand before it ("40-kilometre").
#[must_use]
pub fn unit_at(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<(Unit, usize)> {
    let tokens = &text.tokens;
    let skip = usize::from(tokens.get(at).is_some_and(|token| token.is_mark("-") && !token.spaced));
    let start = at + skip;
    let first = tokens.get(start).filter(|token| token.kind != TokenKind::Number)?;
    for length in (1..=5).rev() {
        let Some(words) = tokens.get(start..start + length) else { continue };
        if words[1..].iter().any(|word| !word.spaced && !is_unit_piece(word)) {
            continue;
        }
        let phrase = phrase_of(words);
        let spaced = || phrase.contains('-').then(|| lexicon.measures.unit(&phrase.replace('-', " "))).flatten();
        let Some(unit) = lexicon.measures.unit(&phrase).or_else(spaced) else { continue };
        let letter = phrase.len() == 1 && phrase.chars().all(char::is_alphabetic);
        let temperature = unit.dimension == "temperature" || unit.dimension == "fahrenheit";
        let large = matches!(first.case, Case::Upper | Case::Capital);
        let named = large && matches!(phrase.as_str(), "g" | "m" | "t");
        if letter && (!large && temperature || large && first.spaced && !temperature || named) {
            continue;
        }
        return Some((unit, skip + length));
    }
    None
}

/// "35万元", "15억원", "500円": the currency in the same word as the scale, or right behind the digits.
#[must_use]
pub fn glued_currency(tokens: &[Token], end: usize, lexicon: &Lexicon) -> Option<Currency> {
    let last = end.checked_sub(1).map(|at| &tokens[at]).filter(|token| token.kind == TokenKind::Foreign)?;
    let (start, _) = last.folded.char_indices().nth(1)?;
    lexicon.measures.subunit(&last.folded[start..]).map(|(code, _)| code)
}

/// The currency before a number, and the token where it begins: "$", "US$", "Rs. ", "EUR ".
#[must_use]
pub fn currency_before(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<(Currency, usize)> {
    let tokens = &text.tokens;
    let sign = at.checked_sub(1)?;
    let before = &tokens[sign];
    let word = sign.checked_sub(1).map(|at| &tokens[at]);
    match before.kind {
        TokenKind::Mark if before.is_mark(".") => {
            let word = word.filter(|word| word.is_word() && word.is_capitalised() && !before.spaced)?;
            let short = word.folded.len() <= 3 && word.folded != "no";
            lexicon.measures.currency(&word.folded).filter(|_| short).map(|code| (code, sign - 1))
        }
        TokenKind::Mark => {
            if let Some(word) = word.filter(|word| word.is_word() && !before.spaced)
                && let Some(code) = lexicon.measures.currency(&format!("{}{}", word.folded, before.folded))
            {
                return Some((code, sign - 1));
            }
            let code = lexicon.measures.currency(&before.folded)?;
            let country = word.is_some_and(|word| !before.spaced && matches!(word.folded.as_str(), "us" | "u.s."));
            Some((code, sign - usize::from(country)))
        }
        TokenKind::Word if before.case == Case::Upper && before.folded.len() == 3 || before.folded == "rs" => {
            lexicon.measures.currency(&before.folded).map(|code| (code, sign))
        }
        _ => None,
    }
}

/// The letter that stands for a scale behind money: "£3.2m", "$4b", "$1.1T".
#[must_use]
pub fn glued_scale(tokens: &[Token], at: usize) -> Option<i128> {
    let next = tokens.get(at).filter(|next| !next.spaced)?;
    match next.folded.as_str() {
        "m" => Some(1_000_000),
        "b" => Some(1_000_000_000),
        "t" => Some(1_000_000_000_000),
        _ => None,
    }
}

/// A part of a currency at a token: its currency, its worth, the tokens it takes.
#[must_use]
pub fn subunit_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(Currency, Decimal, usize)> {
    let next = tokens.get(at).filter(|next| matches!(next.kind, TokenKind::Word | TokenKind::Foreign))?;
    lexicon.measures.subunit(&next.folded).map(|(code, factor)| (code, factor, 1))
}

/// The currency behind a number, with the tokens it takes.
#[must_use]
pub fn currency_after(text: &Text<'_>, at: usize, lexicon: &Lexicon) -> Option<(Currency, usize)> {
    let hyphen = usize::from(text.tokens.get(at).is_some_and(|token| token.is_mark("-") && !token.spaced));
    for length in (1..=5).rev() {
        let words = text.tokens.get(at + hyphen..at + hyphen + length).unwrap_or(&[]);
        if words.is_empty() || words.iter().any(|word| word.kind == TokenKind::Number) {
            continue;
        }
        let phrase = phrase_of(words);
        if let Some(code) = lexicon.measures.currency(&phrase) {
            let short = length == 1 && phrase.len() == 1 && words[0].is_word();
            let verb = phrase == "won" && is_won_prize(text, at + length);
            if !short && !verb {
                return Some((code, hyphen + length));
            }
        }
    }
    None
}

/// "the 41 won gold": the verb, not the money of Korea.
fn is_won_prize(text: &Text<'_>, next: usize) -> bool {
    text.tokens.get(next).is_some_and(|token| {
        matches!(token.folded.as_str(), "the" | "a" | "an" | "their" | "its" | "his" | "her" | "gold" | "silver")
    })
}
