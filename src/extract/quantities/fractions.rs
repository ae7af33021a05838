//! Parts of a whole: "half a million", "two thirds", "3/5", "one in five".

use crate::extract::quantities::number_words::Reading;
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::NumberClass;
use crate::text::token::{Token, TokenKind};

/// "half a million", "two thirds", "a quarter": the fraction behind `length` tokens worth `times`.
#[must_use]
pub fn read_fraction(tokens: &[Token], at: usize, times: Decimal, length: usize, lexicon: &Lexicon) -> Option<Reading> {
    let mut cursor = at + length;
    cursor += usize::from(length > 0 && tokens.get(cursor).is_some_and(|token| token.is_mark("-") && !token.spaced));
    let token = tokens.get(cursor).filter(|token| token.is_word())?;
    let word = lexicon.measures.number_as(&token.folded, NumberClass::Fraction)?;
    let plural = token.folded.ends_with('s') && token.folded != "half";
    let hyphen = cursor > at + length;
    if length > 0 && !plural && !hyphen && times != Decimal::ONE {
        return None;
    }
    if length == 0 && !stands_alone(tokens, cursor) {
        return None;
    }
    let mut value = times.times(Decimal::whole(word.value))?.over(word.divisor)?;
    let mut end = cursor + 1;
    let of = tokens.get(end).is_some_and(|next| next.folded == "of");
    let article = tokens.get(end + usize::from(of)).is_some_and(|next| matches!(next.folded.as_str(), "a" | "an"));
    let hyphen = usize::from(tokens.get(end).is_some_and(|next| next.is_mark("-") && !next.spaced));
    let scaled = if article { end + usize::from(of) + 1 } else { end + hyphen };
    let mut class = NumberClass::Fraction;
    let scale = tokens.get(scaled).and_then(|next| lexicon.measures.number_as(&next.folded, NumberClass::Scale));
    if let Some(scale) = scale.filter(|scale| !scale.lower_only) {
        value = value.times(Decimal::whole(scale.value))?;
        end = scaled + 1;
        class = NumberClass::Cardinal;
    }
    Some(Reading { value, other: None, length: end - at, class, in_digits: false })
}

/// Whether a fraction without a number before it is one: not the third man, the first half, the Latin Quarter, half-time.
fn stands_alone(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let behind = |by: usize| at.checked_sub(by).map_or("", |at| tokens[at].folded.as_str());
    let next = tokens.get(at + 1).map_or("", |token| token.folded.as_str());
    let article = matches!(behind(1), "a" | "one");
    // "a metre and a half": the half belongs to the metre.
    if article && behind(2) == "and" {
        return false;
    }
    let glued = tokens.get(at + 1).is_some_and(|next| next.is_mark("-") && !next.spaced);
    match token.folded.as_str() {
        "half" => {
            let part = matches!(behind(1), "first" | "second" | "other" | "final" | "latter" | "better" | "opening");
            let hour = tokens
                .get(at + 2)
                .is_some_and(|word| matches!(word.folded.as_str(), "hour" | "million" | "billion" | "dozen"));
            !part && !matches!(next, "time" | "past" | "way" | "brother" | "sister") && (!glued || hour)
        }
        "quarter" | "quarters" => article && !glued && !token.is_capitalised(),
        _ => article && !glued && (next == "of" || token.folded == "third" && (at + 1 == tokens.len() || next == "to")),
    }
}

/// "3/5", "one in five", "four out of ten".
#[must_use]
pub fn read_share(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    if let Some(slashed) = read_slashed(tokens, at) {
        return Some(slashed);
    }
    let small = |at: usize| {
        let token = tokens.get(at)?;
        let spelled = || {
            let words = lexicon.measures.number(&token.folded).iter();
            let cardinal = |class| matches!(class, NumberClass::Cardinal | NumberClass::Tens | NumberClass::Scale);
            words.filter(|word| cardinal(word.class)).map(|word| word.value).next()
        };
        match token.kind {
            TokenKind::Number => token.folded.parse::<i128>().ok(),
            TokenKind::Word => spelled(),
            _ => None,
        }
        .filter(|value| (1..=1000).contains(value))
    };
    let part = small(at)?;
    let words: Vec<&str> = tokens[at + 1..].iter().take(2).map(|token| token.folded.as_str()).collect();
    let (taken, loose) = match words[..] {
        ["out", "of"] | ["in" | "of" | "from", "every"] => (2, false),
        ["in", ..] => (1, true),
        // "one call in four".
        [_, "in"] if part == 1 && tokens[at + 1].is_word() && tokens[at + 1].is_content() => (2, true),
        _ => return None,
    };
    let taken = taken + usize::from(tokens.get(at + 1 + taken).is_some_and(|token| token.folded == "every"));
    let whole = small(at + 1 + taken).filter(|whole| part < *whole)?;
    let end = at + 2 + taken;
    let next = tokens.get(end);
    let goes_on = next.is_some_and(|next| {
        next.kind == TokenKind::Number
            || next.is_mark("-") && !next.spaced
            || next.is_mark("%")
            || lexicon.measures.unit(&next.folded).is_some()
            || !lexicon.measures.number(&next.folded).is_empty()
    });
    let usual = part == 1 && tokens[at].folded != "a" && (taken < 2 || whole < 13)
        || matches!(whole, 3 | 4 | 5 | 10 | 100 | 1000);
    let glued = at > 0 && tokens[at - 1].is_mark("-");
    if goes_on || glued || loose && !usual {
        return None;
    }
    let value = Decimal::whole(part).over(whole)?;
    let in_digits = tokens[at].kind == TokenKind::Number;
    Some(Reading { value, other: None, length: end - at, class: NumberClass::Fraction, in_digits })
}

/// "3/5", but neither 9/11 nor 24/7 nor a date.
#[must_use]
pub fn read_slashed(tokens: &[Token], at: usize) -> Option<Reading> {
    let [first, slash, second] = tokens.get(at..at + 3)? else { return None };
    let plain = |token: &Token| {
        let short = token.kind == TokenKind::Number && token.folded.len() <= 3;
        token.folded.parse::<i128>().ok().filter(|_| short)
    };
    let (part, whole) = (plain(first)?, plain(second)?);
    let joined = slash.is_mark("/") && !slash.spaced && !second.spaced;
    let dated = tokens.get(at + 3).is_some_and(|next| next.is_mark("/") && !next.spaced)
        || at > 0 && tokens[at - 1].is_mark("/")
        || tokens.get(at + 3).is_some_and(|next| next.is_capitalised() && next.folded != "of");
    let usual = matches!(whole, 2..=10 | 12 | 16 | 20 | 100);
    if !joined || dated || !usual || part == 0 || part >= whole {
        return None;
    }
    let value = Decimal::whole(part).over(whole)?;
    Some(Reading { value, other: None, length: 3, class: NumberClass::Fraction, in_digits: true })
}
