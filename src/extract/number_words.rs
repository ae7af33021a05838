//! Reading one number: digits with separators, number words, and mixtures such as "3.4 thousand".

use crate::lexicon::Lexicon;
use crate::lexicon::decimal::Decimal;
use crate::lexicon::measures::NumberClass;
use crate::text::token::{Token, TokenKind};

/// A number and how many tokens it takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Its value.
    pub value: Decimal,
    /// Another possible value of the same digits.
    pub other: Option<Decimal>,
    /// Tokens read.
    pub length: usize,
    /// What it is: a cardinal, an ordinal, a fraction or a decade.
    pub class: NumberClass,
    /// Whether digits were read.
    pub in_digits: bool,
}

/// The number that begins at a token, if one does.
#[must_use]
pub fn read_number(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    let first = tokens.get(at)?;
    match first.kind {
        TokenKind::Number => read_digits(tokens, at, lexicon),
        TokenKind::Word => read_words(tokens, at, lexicon),
        TokenKind::Mark | TokenKind::Foreign => read_single(tokens, at, lexicon),
    }
}

/// "½" and the scale words of other scripts that stand alone are left to what precedes them.
fn read_single(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    let word = lexicon.measures.number_as(&tokens[at].folded, NumberClass::Fraction)?;
    let value = Decimal::whole(word.value).over(word.divisor)?;
    Some(Reading { value, other: None, length: 1, class: NumberClass::Fraction, in_digits: true })
}

fn read_digits(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    let (mut value, mut other) = digits_value(&tokens[at].folded)?;
    let mut length = 1;
    let next = tokens.get(at + 1);
    if let Some(suffix) = next.filter(|token| !token.spaced && token.is_word()) {
        if matches!(suffix.folded.as_str(), "st" | "nd" | "rd" | "th") {
            return Some(Reading { value, other: None, length: 2, class: NumberClass::Ordinal, in_digits: true });
        }
        if suffix.folded == "s" {
            return Some(Reading { value, other: None, length: 2, class: NumberClass::Decade, in_digits: true });
        }
    }
    if let Some(scale) = grouped_by_spaces(tokens, at) {
        value = scale.0;
        other = None;
        length = scale.1;
    }
    if let Some(part) = next.filter(|token| token.kind == TokenKind::Number && length == 1 && !token.spaced) {
        // "3½" comes as two numbers side by side.
        if let Some(fraction) = lexicon.measures.number_as(&part.folded, NumberClass::Fraction) {
            value = value.plus(Decimal::whole(fraction.value).over(fraction.divisor)?)?;
            length = 2;
        }
    }
    (value, length) = with_scales(tokens, at, value, length, lexicon);
    if length > 1 {
        other = None;
    }
    Some(Reading { value, other, length, class: NumberClass::Cardinal, in_digits: true })
}

/// "12 500 000": groups of three digits behind single spaces.
fn grouped_by_spaces(tokens: &[Token], at: usize) -> Option<(Decimal, usize)> {
    let is_plain = |token: &Token| token.kind == TokenKind::Number && token.folded.bytes().all(|b| b.is_ascii_digit());
    if !is_plain(&tokens[at]) || tokens[at].folded.len() > 3 {
        return None;
    }
    let groups = tokens[at + 1..].iter().take_while(|token| token.spaced && is_plain(token) && token.folded.len() == 3);
    let mut digits = tokens[at].folded.clone();
    let mut length = 1;
    for group in groups.take(4) {
        digits.push_str(&group.folded);
        length += 1;
    }
    (length > 1).then(|| Decimal::parse_plain(&digits).map(|value| (value, length)))?
}

/// Multiplies by the scale words behind a number.
fn with_scales(tokens: &[Token], at: usize, value: Decimal, length: usize, lexicon: &Lexicon) -> (Decimal, usize) {
    let (mut value, mut length) = (value, length);
    loop {
        let mut next = at + length;
        let hyphen = tokens.get(next).is_some_and(|token| token.is_mark("-") && !token.spaced);
        next += usize::from(hyphen);
        let Some(token) = tokens.get(next) else { break };
        let Some(scale) = lexicon.measures.number_as(&token.folded, NumberClass::Scale) else { break };
        let Some(product) = value.times(Decimal::whole(scale.value)) else { break };
        value = product;
        length = next + 1 - at;
    }
    (value, length)
}

/// The value of digits with separators, and the other value they may have.
///
/// A comma or apostrophe before three digits divides thousands, a point divides decimals; "1.350" may be either.
#[must_use]
pub fn digits_value(digits: &str) -> Option<(Decimal, Option<Decimal>)> {
    let plain: String = digits.chars().map(|c| c.to_digit(10).map_or(c, digit_char)).collect();
    if plain.contains(':') {
        return None;
    }
    let separators: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let pieces: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).collect();
    let grouped = pieces.len() > 1 && pieces[0].len() <= 3 && pieces[1..].iter().all(|piece| piece.len() == 3);
    let joined = || Decimal::parse_plain(&pieces.concat());
    let decimal = || {
        let (last, front) = pieces.split_last()?;
        Decimal::parse_plain(&format!("{}.{last}", front.concat()))
    };
    match separators.as_slice() {
        [] => Some((Decimal::parse_plain(&plain)?, None)),
        [',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '٬'] if grouped => Some((joined()?, None)),
        ['.'] if grouped && pieces[0] != "0" => Some((decimal()?, joined())),
        ['.' | '٫' | ','] => Some((decimal()?, None)),
        [first, rest @ ..] if grouped && rest.iter().all(|c| c == first) => Some((joined()?, None)),
        [.., last] if matches!(last, '.' | ',') && separators[..separators.len() - 1].iter().all(|c| c != last) => {
            Some((decimal()?, None))
        }
        _ => None,
    }
}

fn digit_char(digit: u32) -> char {
    char::from_digit(digit, 10).unwrap_or('0')
}

/// A number in words: "forty-one", "three thousand four hundred and five", "two and a half", "half a million".
fn read_words(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Reading> {
    let mut reader = WordReader { total: 0, group: 0, length: 0, seen: false, last: i128::MAX };
    let mut cursor = at;
    while let Some(token) = tokens.get(cursor) {
        let joins = cursor > at
            && (token.is_mark("-") && !token.spaced && tokens.get(cursor + 1).is_some_and(|next| !next.spaced)
                || token.folded == "and" && reader.group % 100 == 0 && reader.takes(tokens.get(cursor + 1), lexicon));
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

fn finish_words(tokens: &[Token], at: usize, reader: &WordReader, lexicon: &Lexicon) -> Option<Reading> {
    if !reader.seen {
        return read_fraction(tokens, at, Decimal::ONE, 0, lexicon);
    }
    let value = Decimal::whole(reader.total + reader.group);
    let length = reader.length;
    if let Some(fraction) = read_fraction(tokens, at, value, length, lexicon) {
        return Some(fraction);
    }
    let after: Vec<&str> = tokens[at + length..].iter().take(3).map(|token| token.folded.as_str()).collect();
    if let ["and", "a", part, ..] = after[..]
        && let Some(part) = lexicon.measures.number_as(part, NumberClass::Fraction)
    {
        let value = value.plus(Decimal::whole(part.value).over(part.divisor)?)?;
        let (value, length) = with_scales(tokens, at, value, length + 3, lexicon);
        return Some(Reading { value, other: None, length, class: NumberClass::Cardinal, in_digits: false });
    }
    Some(Reading { value, other: None, length, class: NumberClass::Cardinal, in_digits: false })
}

/// "half a million", "two thirds", "a quarter": the fraction behind `length` tokens worth `times`.
fn read_fraction(tokens: &[Token], at: usize, times: Decimal, length: usize, lexicon: &Lexicon) -> Option<Reading> {
    let mut cursor = at + length;
    cursor += usize::from(length > 0 && tokens.get(cursor).is_some_and(|token| token.is_mark("-") && !token.spaced));
    let token = tokens.get(cursor)?;
    let word = lexicon.measures.number_as(&token.folded, NumberClass::Fraction)?;
    let plural = token.folded.ends_with('s') && token.folded != "half";
    let is_half = token.folded == "half";
    if length > 0 && !plural && times != Decimal::ONE {
        return None;
    }
    // "a metre and a half": the half belongs to the metre, which is read as one.
    let added = at > 1 && length == 0 && tokens[at - 1].folded == "a" && tokens[at - 2].folded == "and";
    if added {
        return None;
    }
    // "third" and "second" alone are ordinals unless an article and an "of" say otherwise.
    let article = at > 0 && matches!(tokens[at - 1].folded.as_str(), "a" | "one");
    let of = tokens.get(cursor + 1).is_some_and(|next| next.folded == "of");
    if length == 0 && !is_half && !(article && (of || token.folded != "third" || tokens.len() == cursor + 1)) {
        return None;
    }
    let mut value = times.times(Decimal::whole(word.value))?.over(word.divisor)?;
    let mut end = cursor + 1;
    let of = tokens.get(end).is_some_and(|next| next.folded == "of");
    let article = tokens.get(end + usize::from(of)).is_some_and(|next| matches!(next.folded.as_str(), "a" | "an"));
    let scaled = if article { end + usize::from(of) + 1 } else { end };
    let mut class = NumberClass::Fraction;
    if let Some(scale) =
        tokens.get(scaled).and_then(|next| lexicon.measures.number_as(&next.folded, NumberClass::Scale))
    {
        value = value.times(Decimal::whole(scale.value))?;
        end = scaled + 1;
        class = NumberClass::Cardinal;
    }
    Some(Reading { value, other: None, length: end - at, class, in_digits: false })
}

fn ordinal_after(reader: &WordReader, token: &Token, inside: bool, lexicon: &Lexicon) -> Option<i128> {
    let word = lexicon.measures.number_as(&token.folded, NumberClass::Ordinal)?;
    if !inside {
        return Some(word.value);
    }
    (reader.group % 10 == 0 && word.value < 10 || word.value >= 100).then(|| {
        if word.value >= 100 {
            (reader.total + reader.group).max(1) * word.value
        } else {
            reader.total + reader.group + word.value
        }
    })
}

/// Adds up number words from left to right.
struct WordReader {
    total: i128,
    group: i128,
    length: usize,
    seen: bool,
    last: i128,
}

impl WordReader {
    fn takes(&self, token: Option<&Token>, lexicon: &Lexicon) -> bool {
        token.is_some_and(|token| {
            lexicon.measures.number(&token.folded).iter().any(|word| match word.class {
                NumberClass::Cardinal => self.last >= 20 && word.value > 0,
                NumberClass::Tens => self.last >= 100,
                NumberClass::Scale => self.seen,
                NumberClass::Ordinal => self.last >= 20 && word.value < 100,
                NumberClass::Fraction | NumberClass::Decade => false,
            })
        })
    }

    fn take(&mut self, token: &Token, lexicon: &Lexicon) -> bool {
        if !token.is_word() {
            return false;
        }
        let article = matches!(token.folded.as_str(), "a" | "an");
        for word in lexicon.measures.number(&token.folded) {
            let fits = match word.class {
                NumberClass::Cardinal => !self.seen || (self.last >= 20 && self.group % 10 == 0),
                NumberClass::Tens => !self.seen || self.last >= 100,
                NumberClass::Scale => self.seen || word.value >= 12,
                _ => false,
            };
            if !fits || article {
                continue;
            }
            if word.class == NumberClass::Scale {
                if word.value == 100 || word.value == 12 {
                    self.group = self.group.max(1) * word.value;
                } else {
                    let Some(product) = self.group.max(1).checked_mul(word.value) else { return false };
                    if self.total > 0 && self.last < word.value && self.group == 0 {
                        return false;
                    }
                    self.total += product;
                    self.group = 0;
                }
            } else {
                self.group += word.value;
            }
            self.last = word.value;
            self.seen = true;
            return true;
        }
        false
    }
}
