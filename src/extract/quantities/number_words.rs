//! Reading one number: digits with separators, number words, and mixtures such as "3.4 thousand".

use crate::extract::quantities::digits::{digits_value, han_numeral};
use crate::extract::quantities::fractions::{read_fraction, read_share, read_slashed};
use crate::extract::quantities::word_reader::{WordReader, ordinal_after};
use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::{NumberClass, NumberWord};
use crate::text::token::{Case, Token, TokenKind};

/// A number and how many tokens it takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Its value.
    pub value: Decimal,
    /// Another possible value of the same digits.
    pub other: Option<Decimal>,
    /// Tokens read.
    pub length: usize,
    /// What it is: a cardinal, an ordinal, a fraction, a decade or a multiple.
    pub class: NumberClass,
    /// Whether digits were read.
    pub in_digits: bool,
}

/// The number that begins at a token, if one does.
#[must_use]
pub fn read_number(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    let first = tokens.get(at)?;
    let is_share = first.kind == TokenKind::Number || !lexicon.measures.number(&first.folded).is_empty();
    if let Some(share) = is_share.then(|| read_share(tokens, at, lexicon)).flatten() {
        return Some(share);
    }
    match first.kind {
        TokenKind::Number => read_digits(tokens, at, lexicon),
        TokenKind::Word => read_words(tokens, at, lexicon),
        TokenKind::Foreign => {
            let (value, _) = han_numeral(&first.folded)?;
            let value = Decimal::whole(value);
            Some(Reading { value, other: None, length: 1, class: NumberClass::Cardinal, in_digits: true })
        }
        TokenKind::Mark => None,
    }
}

fn read_digits(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    if let Some(word) = lexicon.measures.number_as(&tokens[at].folded, NumberClass::Fraction) {
        let value = Decimal::whole(word.value).over(word.divisor)?;
        return Some(Reading { value, other: None, length: 1, class: NumberClass::Fraction, in_digits: true });
    }
    let (mut value, mut other) = digits_value(&tokens[at].folded).or_else(|| with_sign(&tokens[at].folded, lexicon))?;
    let mut length = 1;
    let next = tokens.get(at + 1);
    let special = |length, class| Some(Reading { value, other: None, length, class, in_digits: true });
    if let Some(suffix) = next.filter(|token| !token.spaced) {
        if matches!(suffix.folded.as_str(), "st" | "nd" | "rd" | "th") {
            return special(2, NumberClass::Ordinal);
        }
        let behind = tokens.get(at + 2).filter(|token| !token.spaced).map_or("", |token| token.folded.as_str());
        match (suffix.folded.as_str(), behind) {
            ("s", _) => return special(2, NumberClass::Decade),
            ("'", "s") => return special(3, NumberClass::Decade),
            ("x", _) => return special(2, NumberClass::Multiple),
            ("-", "fold") => return special(3, NumberClass::Multiple),
            ("fold", _) => return special(2, NumberClass::Multiple),
            _ => {}
        }
    }
    if let Some(scale) = grouped_by_spaces(tokens, at) {
        value = scale.0;
        other = None;
        length = scale.1;
    }
    if let Some(fraction) = fraction_behind(tokens, at + length, lexicon) {
        value = value.plus(fraction.0)?;
        length += fraction.1;
        other = None;
    }
    let plain = length;
    (value, length) = with_scales(tokens, at, value, length, lexicon);
    if length > plain {
        other = None;
    }
    Some(Reading { value, other, length, class: NumberClass::Cardinal, in_digits: true })
}

/// "3½" in one token.
fn with_sign(digits: &str, lexicon: &Lexicon) -> Option<(Decimal, Option<Decimal>)> {
    let (last, sign) = digits.char_indices().next_back()?;
    let mut bytes = [0; 4];
    let part = lexicon.measures.number_as(sign.encode_utf8(&mut bytes), NumberClass::Fraction)?;
    let (whole, _) = digits_value(digits.get(..last)?)?;
    Some((whole.plus(Decimal::whole(part.value).over(part.divisor)?)?, None))
}

/// "3 ½", "3 1/2", "3 and a half": the fraction behind a whole number, with the tokens it takes.
fn fraction_behind(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(Decimal, usize)> {
    let part = |token: Option<&Token>| {
        let word = lexicon.measures.number_as(&token?.folded, NumberClass::Fraction)?;
        Decimal::whole(word.value).over(word.divisor)
    };
    let first = tokens.get(at)?;
    if first.kind == TokenKind::Number {
        if let Some(slashed) = read_slashed(tokens, at) {
            return Some((slashed.value, slashed.length));
        }
        return part(Some(first)).map(|value| (value, 1));
    }
    let after: Vec<&str> = tokens[at..].iter().take(2).map(|token| token.folded.as_str()).collect();
    match after[..] {
        ["and", "a" | "one"] => part(tokens.get(at + 2)).map(|value| (value, 3)),
        ["and", number] => {
            let times = lexicon.measures.number_as(number, NumberClass::Cardinal)?;
            read_fraction(tokens, at + 1, Decimal::whole(times.value), 1, lexicon)?;
            let hyphen = usize::from(tokens[at + 2].is_mark("-"));
            // A scale behind the fraction belongs to the whole number.
            let value = part(tokens.get(at + 2 + hyphen))?.times(Decimal::whole(times.value))?;
            Some((value, 3 + hyphen))
        }
        _ => None,
    }
}

/// "12 500 000": groups of three digits behind single spaces.
fn grouped_by_spaces(tokens: &[Token], at: usize) -> Option<(Decimal, usize)> {
    let is_plain = |token: &Token| token.kind == TokenKind::Number && token.folded.bytes().all(|b| b.is_ascii_digit());
    if !is_plain(&tokens[at]) || tokens[at].folded.len() > 3 || tokens[at].folded.starts_with('0') {
        return None;
    }
    let groups = tokens[at + 1..].iter().take_while(|token| token.spaced && is_plain(token) && token.folded.len() == 3);
    let mut digits = tokens[at].folded.clone();
    let mut length = 1;
    for group in groups.take(4) {
        digits.push_str(&group.folded);
        length += 1;
    }
    // "12 500,75": the last group may have decimals.
    if let Some(last) = tokens.get(at + length).filter(|token| token.spaced && token.kind == TokenKind::Number)
        && let Some((whole, part)) = last.folded.split_once([',', '.'])
        && whole.len() == 3
        && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit())
        && part.len() < 3
    {
        let value = Decimal::parse_plain(&format!("{digits}{whole}.{part}"))?;
        return Some((value, length + 1));
    }
    (length > 1).then(|| Decimal::parse_plain(&digits).map(|value| (value, length)))?
}

/// Multiplies by the scale words behind a number and adds what follows on a smaller scale: "3 crore 50 lakh", "1億2000万".
fn with_scales(tokens: &[Token], at: usize, value: Decimal, length: usize, lexicon: &Lexicon) -> (Decimal, usize) {
    let Some((factor, taken)) = scales_at(tokens, at + length, lexicon) else { return (value, length) };
    let Some(mut value) = value.times(Decimal::whole(factor)) else { return (value, length) };
    let mut length = length + taken;
    let mut last = factor;
    while let Some(next) = tokens.get(at + length).filter(|token| token.kind == TokenKind::Number) {
        let Some((part, None)) = digits_value(&next.folded) else { break };
        let glued = !next.spaced;
        let Some((factor, taken)) = scales_at(tokens, at + length + 1, lexicon) else {
            // "3 thousand 400": hundreds right behind thousands.
            let hundreds = next.folded.len() == 3 && next.folded.bytes().all(|byte| byte.is_ascii_digit());
            let foreign = tokens[at + length - 1].kind == TokenKind::Foreign;
            if last == 1000 && hundreds || (glued || foreign) && part < Decimal::whole(last) {
                value = value.plus(part).unwrap_or(value);
                length += 1;
            }
            break;
        };
        let sum = part.times(Decimal::whole(factor)).filter(|part| *part < Decimal::whole(last));
        let Some(sum) = sum.and_then(|part| value.plus(part)) else { break };
        value = sum;
        length += 1 + taken;
        last = factor;
    }
    (value, length)
}

/// The product of the scale words at a token, with the tokens they take.
fn scales_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(i128, usize)> {
    let mut found: Option<(i128, usize)> = None;
    let mut next = at;
    loop {
        let hyphen = tokens.get(next).is_some_and(|token| token.is_mark("-") && !token.spaced);
        next += usize::from(hyphen);
        let Some(factor) = tokens.get(next).and_then(|token| scale_of(token, lexicon)) else { break };
        let Some(product) = found.map_or(1, |(product, _)| product).checked_mul(factor) else { break };
        next += 1;
        // "3 mln." and "3 Mio.": the full stop belongs to the abbreviation where the sentence goes on.
        let dotted = tokens.get(next).is_some_and(|token| token.is_mark(".") && !token.spaced)
            && tokens.get(next + 1).is_some_and(|token| token.is_word() && !token.is_capitalised())
            && tokens[next - 1].folded.len() <= 4
            && tokens[next - 1].is_word();
        next += usize::from(dotted);
        found = Some((product, next - at));
    }
    found
}

/// What a word multiplies a number before it by; a word of another script may go on with what is counted.
fn scale_of(token: &Token, lexicon: &Lexicon) -> Option<i128> {
    let allowed = |word: &NumberWord| !(word.lower_only && token.is_capitalised());
    match token.kind {
        TokenKind::Word => {
            if token.folded == "k" && token.spaced {
                return None;
            }
            if !token.spaced && token.case == Case::Capital {
                match token.folded.as_str() {
                    "b" => return Some(1_000_000_000),
                    "m" => return Some(1_000_000),
                    _ => {}
                }
            }
            lexicon.measures.number_as(&token.folded, NumberClass::Scale).filter(allowed).map(|word| word.value)
        }
        TokenKind::Foreign => {
            let ends = token.folded.char_indices().map(|(at, c)| at + c.len_utf8());
            let han = token.folded.chars().next().is_some_and(|c| ('\u{3400}'..='\u{d7a3}').contains(&c));
            let mut ends: Vec<usize> = if han { ends.take(3).collect() } else { vec![token.folded.len()] };
            ends.reverse();
            let scale = |end: &usize| lexicon.measures.number_as(&token.folded[..*end], NumberClass::Scale);
            ends.iter().find_map(scale).map(|word| word.value)
        }
        _ => None,
    }
}

/// A number in words: "forty-one", "three thousand four hundred and five", "two and a half", "half a million".
fn read_words(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    if matches!(tokens[at].folded.as_str(), "a" | "an") {
        return read_article(tokens, at, lexicon);
    }
    if let Some(word) = lexicon.measures.number_as(&tokens[at].folded, NumberClass::Multiple) {
        let value = Decimal::whole(word.value).over(word.divisor)?;
        return Some(Reading { value, other: None, length: 1, class: NumberClass::Multiple, in_digits: false });
    }
    if let Some(word) = lexicon.measures.number_as(&tokens[at].folded, NumberClass::Decade) {
        let value = Decimal::whole(word.value);
        return Some(Reading { value, other: None, length: 1, class: NumberClass::Decade, in_digits: false });
    }
    if let Some(fraction) = read_fraction(tokens, at, Decimal::ONE, 0, lexicon) {
        return Some(fraction);
    }
    if tokens[at].folded == "both" && is_both(tokens, at) {
        let value = Decimal::whole(2);
        return Some(Reading { value, other: None, length: 1, class: NumberClass::Cardinal, in_digits: false });
    }
    let mut reader = WordReader::default();
    let mut cursor = at;
    while let Some(token) = tokens.get(cursor) {
        let hyphen = token.is_mark("-") && !token.spaced && tokens.get(cursor + 1).is_some_and(|next| !next.spaced);
        let joins = cursor > at && (hyphen || token.folded == "and" && reader.group % 100 == 0);
        if joins && reader.takes(tokens.get(cursor + 1), lexicon) {
            cursor += 1;
            continue;
        }
        if let Some(ordinal) = ordinal_after(&reader, token, cursor > at, lexicon) {
            let value = Decimal::whole(ordinal);
            let length = cursor + 1 - at;
            return Some(Reading { value, other: None, length, class: NumberClass::Ordinal, in_digits: false });
        }
        if !reader.take(token, lexicon) {
            break;
        }
        cursor += 1;
        reader.length = cursor - at;
    }
    finish_words(tokens, at, &reader, lexicon)
}

/// "a hundred and twenty", "a dozen", "a million": the article belongs to the number.
fn read_article(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    if let Some(fraction) = read_fraction(tokens, at + 1, Decimal::ONE, 0, lexicon)
        && tokens[at + 1].folded != "half"
    {
        return Some(Reading { length: fraction.length + 1, ..fraction });
    }
    let next = tokens.get(at + 1)?;
    let word = lexicon.measures.number_as(&next.folded, NumberClass::Scale)?;
    if !next.is_word() || word.value < 12 || word.lower_only {
        return None;
    }
    let reading = read_words(tokens, at + 1, lexicon)?;
    // "a hundred-strong crowd" and "a million-dollar deal" count all the same; "a hundredth" is an ordinal.
    (reading.class == NumberClass::Cardinal).then_some(Reading { length: reading.length + 1, ..reading })
}

/// "both parties", but neither "both Pará and Bahia" nor "they both".
fn is_both(tokens: &[Token], at: usize) -> bool {
    let next = tokens[at + 1..].iter().take(6).take_while(|token| token.is_word());
    let counted = tokens.get(at + 1).is_some_and(|next| next.is_word() && !next.is_capitalised() && next.is_content());
    counted && next.clone().any(|token| token.folded.ends_with('s')) && next.clone().all(|token| token.folded != "and")
}

fn finish_words(tokens: &[Token], at: usize, reader: &WordReader, lexicon: &Lexicon) -> Option<Reading> {
    if !reader.seen {
        return None;
    }
    let value = Decimal::whole(reader.total + reader.group);
    let length = reader.length;
    if let Some(fraction) = read_fraction(tokens, at, value, length, lexicon) {
        return Some(fraction);
    }
    let (mut value, mut length) = (value, length);
    if let Some((part, taken)) = fraction_behind(tokens, at + length, lexicon).filter(|(_, taken)| *taken >= 3) {
        // "a million and a half": half of what was said last.
        let of = if reader.last >= 1000 && reader.group == 0 { reader.last } else { 1 };
        value = value.plus(part.times(Decimal::whole(of))?)?;
        (value, length) = with_scales(tokens, at, value, length + taken, lexicon);
    } else if let Some((part, taken)) = decimals_behind(tokens, at + length, lexicon) {
        value = value.plus(part)?;
        (value, length) = with_scales(tokens, at, value, length + taken, lexicon);
    }
    let fold = tokens.get(at + length..).unwrap_or(&[]);
    if let [hyphen, word, ..] = fold
        && hyphen.is_mark("-")
        && word.folded == "fold"
    {
        return Some(Reading {
            value,
            other: None,
            length: length + 2,
            class: NumberClass::Multiple,
            in_digits: false,
        });
    }
    Some(Reading { value, other: None, length, class: NumberClass::Cardinal, in_digits: false })
}

/// "two point five": the decimals behind a number in words.
fn decimals_behind(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(Decimal, usize)> {
    if tokens.get(at)?.folded != "point" {
        return None;
    }
    let digit =
        |token: &Token| lexicon.measures.number_as(&token.folded, NumberClass::Cardinal).filter(|word| word.value < 10);
    let digits: Vec<String> =
        tokens[at + 1..].iter().map_while(digit).take(6).map(|word| word.value.to_string()).collect();
    let value = Decimal::parse_plain(&format!("0.{}", digits.concat())).filter(|_| !digits.is_empty())?;
    Some((value, 1 + digits.len()))
}
