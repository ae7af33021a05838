//! What stands around a number and belongs to it: unit, currency, bound, what is counted, and whether it counts at all.

use std::ops::Range;

use crate::extract::quantities::bounds::read_bound;
use crate::extract::quantities::dates::year_of;
use crate::extract::quantities::identifiers::is_identifier;
use crate::extract::quantities::number_words::Reading;
use crate::extract::quantities::units::{
    currency_after, currency_before, glued_currency, glued_scale, is_below_zero, subunit_at, unit_at,
};
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{Bound, NumberClass};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// Adds unit, money, what is counted and how exact the number is.
#[must_use]
pub fn with_surroundings(text: &Text<'_>, at: usize, reading: Reading, lexicon: &Lexicon) -> Quantity {
    let tokens = &text.tokens;
    let end = at + reading.length;
    let mut quantity = Quantity {
        value: reading.value,
        other_reading: reading.other,
        measure: Measure::Count,
        bound: Bound::Exact,
        parts: None,
        counted: String::new(),
        tokens: at..end,
        number: text.span_of(&(at..end)),
        span: text.span_of(&(at..end)),
        in_digits: reading.in_digits,
    };
    match reading.class {
        NumberClass::Ordinal => quantity.measure = Measure::Ordinal,
        NumberClass::Multiple => quantity.measure = Measure::Multiple,
        NumberClass::Decade => {
            quantity.measure = Measure::Decade;
            let short = at > 0 && (tokens[at - 1].folded == "'" || tokens[at - 1].folded == "’") && !tokens[at].spaced;
            quantity.tokens.start -= usize::from(short);
        }
        _ if is_identifier(text, at, end, lexicon) => quantity.measure = Measure::Identifier,
        _ => read_measure(text, at, &mut quantity, reading.class, lexicon),
    }
    read_bound(text, &mut quantity, lexicon);
    if quantity.is_share() && quantity.other_reading.is_none() && falls(tokens, &quantity.tokens) {
        quantity.other_reading = Some(quantity.value.negated());
    }
    if matches!(quantity.measure, Measure::Count | Measure::Ordinal | Measure::Fraction | Measure::Multiple) {
        quantity.counted = counted_word(tokens, quantity.tokens.end);
    }
    quantity.span = text.span_of(&quantity.tokens);
    quantity
}

fn read_measure(text: &Text<'_>, at: usize, quantity: &mut Quantity, class: NumberClass, lexicon: &Lexicon) {
    let tokens = &text.tokens;
    let end = quantity.tokens.end;
    if let Some((code, start)) = currency_before(text, at, lexicon) {
        if let Some(scale) = glued_scale(tokens, end).filter(|_| quantity.tokens.len() == 1) {
            quantity.value = quantity.value.times(Decimal::whole(scale)).unwrap_or(quantity.value);
            quantity.other_reading = None;
            quantity.tokens.end += 1;
            quantity.number = text.span_of(&quantity.tokens);
        }
        quantity.tokens.start = start;
        quantity.measure = Measure::Money(code);
        // "$5 million dollars", "US$5 USD": said twice.
        if let Some((_, length)) =
            currency_after(text, quantity.tokens.end, lexicon).filter(|after| after.0.can_be(code))
        {
            quantity.tokens.end += length;
        }
        return;
    }
    if is_glued_million(tokens, end) {
        quantity.value = quantity.value.times(Decimal::whole(1_000_000)).unwrap_or(quantity.value);
        quantity.tokens.end += 1;
        quantity.number = text.span_of(&quantity.tokens);
        return;
    }
    let of = usize::from(class == NumberClass::Fraction && tokens.get(end).is_some_and(|next| next.folded == "of"));
    let article = class == NumberClass::Fraction
        && tokens.get(end + of).is_some_and(|next| matches!(next.folded.as_str(), "a" | "an"));
    let behind = end + of + usize::from(article);
    if let Some((unit, length)) = unit_at(text, behind, lexicon).filter(|_| class == NumberClass::Cardinal || article) {
        quantity.tokens.end = behind + length;
        quantity.measure = Measure::Unit(unit);
        if matches!(unit.dimension, "temperature" | "fahrenheit") && is_below_zero(tokens, quantity.tokens.end) {
            quantity.value = quantity.value.negated();
            quantity.tokens.end += 2;
        }
        add_half(tokens, quantity);
    } else if let Some((code, factor, length)) = subunit_at(tokens, behind, lexicon) {
        quantity.tokens.end = behind + length;
        quantity.value = quantity.value.times(factor).unwrap_or(quantity.value);
        quantity.measure = Measure::Money(code);
    } else if let Some((code, length)) = currency_after(text, end, lexicon).filter(|_| !is_pounds(tokens, end)) {
        quantity.tokens.end = end + length;
        quantity.measure = Measure::Money(code);
    } else if class == NumberClass::Fraction {
        quantity.measure = Measure::Fraction;
    } else if let Some(code) = glued_currency(tokens, end, lexicon) {
        quantity.measure = Measure::Money(code);
    } else if is_aged(tokens, at, lexicon) {
        quantity.measure = lexicon.measures.unit("years").map_or(Measure::Count, Measure::Unit);
    } else if is_pounds(tokens, end) {
        quantity.tokens.end = end + 1;
        quantity.measure = lexicon.measures.unit("lb").map_or(Measure::Count, Measure::Unit);
    } else if is_multiple(tokens, end) {
        quantity.measure = Measure::Multiple;
        quantity.tokens.end = end + 1;
    } else if is_year(tokens, at, quantity) {
        quantity.measure = Measure::Year;
    }
}

/// "fell by 0.7 per cent" says the same as "-0.7 per cent".
fn falls(tokens: &[Token], at: &Range<usize>) -> bool {
    const STEMS: [&str; 16] = [
        "fell", "fall", "drop", "declin", "decreas", "shrank", "shrink", "lost", "los", "down", "slid", "sank",
        "slump", "contract", "plung", "tumbl",
    ];
    let near = tokens[at.start.saturating_sub(5)..(at.end + 3).min(tokens.len())].iter();
    near.filter(|token| token.is_word()).any(|token| STEMS.iter().any(|stem| token.folded.starts_with(stem)))
}

/// "aged 34", "at the age of 34".
fn is_aged(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let before = |by: usize| at.checked_sub(by).map_or("", |at| tokens[at].folded.as_str());
    let goes_on = tokens.get(at + 1).is_some_and(|next| lexicon.measures.unit(&next.folded).is_some());
    !goes_on && (before(1) == "aged" || before(2) == "age" && before(1) == "of")
}

/// "three times as many", "2.5 times higher"; "three times" alone counts how often.
fn is_multiple(tokens: &[Token], end: usize) -> bool {
    let words: Vec<&str> = tokens[end..].iter().take(2).map(|token| token.folded.as_str()).collect();
    let ["times", next] = words[..] else { return false };
    let than = matches!(next, "as" | "more" | "less" | "over" | "that" | "what" | "its" | "their" | "the" | "larger");
    than || next.ends_with("er") && tokens[end + 1].word.is_some_and(|word| word.first_class != Classes::NOUN)
}

/// "a year and a half", "two hours and a quarter": the fraction behind the unit.
fn add_half(tokens: &[Token], quantity: &mut Quantity) {
    let behind: Vec<&str> = tokens[quantity.tokens.end..].iter().take(3).map(|token| token.folded.as_str()).collect();
    let part = match behind[..] {
        ["and", "a", "half"] => Decimal::ONE.over(2),
        ["and", "a", "quarter"] => Decimal::ONE.over(4),
        _ => None,
    };
    if let Some(value) = part.and_then(|part| quantity.value.plus(part)) {
        quantity.value = value;
        quantity.tokens.end += 3;
    }
}

/// "weighed in at 2,100 pounds": a weight and no money.
fn is_pounds(tokens: &[Token], end: usize) -> bool {
    let pounds = tokens.get(end).is_some_and(|token| matches!(token.folded.as_str(), "pound" | "pounds"));
    let before = &tokens[end.saturating_sub(8)..end];
    pounds && before.iter().any(|token| token.folded.starts_with("weigh") || token.folded == "heavy")
}

/// "2.3m people", "900m users": millions of what follows, no metres.
fn is_glued_million(tokens: &[Token], end: usize) -> bool {
    let [letter, noun, ..] = tokens.get(end..).unwrap_or(&[]) else { return false };
    let plural = noun.folded.ends_with('s') || matches!(noun.folded.as_str(), "people" | "men" | "women" | "children");
    let course = matches!(
        noun.folded.as_str(),
        "hurdles" | "steps" | "championships" | "finals" | "athletics" | "as" | "is" | "was"
    );
    letter.folded == "m" && letter.case == Case::Lower && !letter.spaced && noun.is_word() && plural && !course
}

/// Four plain digits from 1000 to 2199 with no word behind them that they could count, or behind "in", "since".
fn is_year(tokens: &[Token], at: usize, quantity: &Quantity) -> bool {
    let plain = quantity.tokens.len() == 1 && year_of(&tokens[at]).is_some_and(|year| year < 2200);
    if !plain {
        return false;
    }
    let before = tokens[..at].last().map_or("", |token| token.folded.as_str());
    let next = tokens.get(at + 1);
    let hyphen = next.is_some_and(|next| next.is_mark("-") && !next.spaced);
    let counted = tokens.get(at + 1 + usize::from(hyphen)).is_some_and(|next| {
        let noun = next.word.is_none_or(|word| word.first_class == Classes::NOUN);
        next.is_word() && noun && !next.is_capitalised() && next.folded.ends_with('s') && !hyphen
    });
    if matches!(
        before,
        "in" | "since"
            | "until"
            | "year"
            | "early"
            | "late"
            | "mid"
            | "summer"
            | "spring"
            | "autumn"
            | "winter"
            | "fall"
    ) && !counted
    {
        return true;
    }
    if matches!(before, "by" | "from" | "of" | "and" | "the" | "to") && !counted && tokens[at].folded.as_str() >= "1700"
    {
        return true;
    }
    next.is_none_or(|next| next.kind != TokenKind::Word || next.is_function() || next.can_be(Classes::VERB) && !counted)
}

/// The stem of the noun that a number counts: the first noun within four words.
fn counted_word(tokens: &[Token], at: usize) -> String {
    let mut right_behind = true;
    for token in tokens[at..].iter().take(4) {
        let stops = token.kind == TokenKind::Mark && !token.is_mark("-")
            || token.kind == TokenKind::Number
            || matches!(token.folded.as_str(), "in" | "and" | "or" | "to" | "from" | "on" | "at" | "by");
        if stops {
            break;
        }
        // Right behind a number "watches" and "houses" are no verbs.
        let plural = right_behind && token.folded.ends_with('s') && token.can_be(Classes::NOUN);
        right_behind = false;
        let noun = token.word.is_none_or(|word| word.first_class == Classes::NOUN) || plural;
        if token.is_word() && noun && !token.is_function() && token.word.is_none_or(|word| !word.ing) {
            return token.stem.clone();
        }
    }
    String::new()
}
