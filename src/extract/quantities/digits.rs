//! The value of digits with separators, in any script, and of numerals written in Han characters.

use crate::lexicon::decimal::Decimal;

/// The code points of the digit zero in the scripts that have digits of their own.
const ZEROS: [u32; 22] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
    0x1040, 0x17e0, 0x1810, 0x1946, 0xa620, 0xff10,
];

/// A digit of any script as ASCII; other characters as they are, but the separators of Arabic as ours.
#[must_use]
pub fn ascii_digit(c: char) -> char {
    let code = u32::from(c);
    let digit = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero);
    match (digit.and_then(|digit| char::from_digit(digit, 10)), c) {
        (Some(digit), _) => digit,
        (None, '٫' | '．') => '.',
        (None, '٬' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}') => '\'',
        (None, '，') => ',',
        (None, other) => other,
    }
}

/// The value of digits with separators, and the other value they may have.
///
/// A comma or apostrophe before three digits divides thousands, a point divides decimals; "1.350" may be either.
#[must_use]
pub fn digits_value(digits: &str) -> Option<(Decimal, Option<Decimal>)> {
    let plain: String = digits.chars().map(ascii_digit).collect();
    if plain.contains(':') {
        return None;
    }
    let separators: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let pieces: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).collect();
    let thousands = pieces.len() > 1 && pieces[0].len() <= 3 && pieces[1..].iter().all(|piece| piece.len() == 3);
    let joined = || Decimal::parse_plain(&pieces.concat());
    let decimal = || {
        let (last, front) = pieces.split_last()?;
        Decimal::parse_plain(&format!("{}.{last}", front.concat()))
    };
    match separators.as_slice() {
        [] => Some((Decimal::parse_plain(&plain)?, None)),
        // "0,500" has no thousands.
        [','] if thousands && pieces[0] == "0" => Some((decimal()?, None)),
        [',' | '\''] if thousands => Some((joined()?, None)),
        ['.'] if thousands && pieces[0] != "0" => Some((decimal()?, joined())),
        ['.' | ','] => Some((decimal()?, None)),
        [first, rest @ ..] if thousands && rest.iter().all(|c| c == first) => Some((joined()?, None)),
        [front @ .., last @ ('.' | ',')] if front.iter().all(|c| c != last) => {
            let groups = &pieces[..pieces.len() - 1];
            let grouped = groups[0].len() <= 3 && groups[1..].iter().all(|piece| piece.len() == 3);
            let one_mark = front.iter().all(|c| *c == front[0]);
            (one_mark && (grouped || is_indian(groups))).then(decimal).flatten().map(|value| (value, None))
        }
        [',', ..] if separators.iter().all(|c| *c == ',') && is_indian(&pieces) => Some((joined()?, None)),
        _ => None,
    }
}

/// "12,34,567": groups of two digits but for the last, which has three.
fn is_indian(pieces: &[&str]) -> bool {
    let [first, middle @ .., last] = pieces else { return false };
    (1..=2).contains(&first.len()) && middle.iter().all(|piece| piece.len() == 2) && last.len() == 3
}

/// The value of the Han numeral a word begins with, two characters at least, and its length in bytes: 二十五, 三千万.
#[must_use]
pub fn han_numeral(word: &str) -> Option<(i128, usize)> {
    let (mut total, mut section, mut digit, mut length, mut count) = (0_i128, 0_i128, 0_i128, 0, 0);
    for c in word.chars() {
        if let Some(at) = "〇一二三四五六七八九".chars().position(|one| one == c) {
            digit = at as i128;
        } else if c == '两' {
            digit = 2;
        } else if let Some(at) = "十百千".chars().position(|one| one == c) {
            section += digit.max(1) * 10_i128.pow(at as u32 + 1);
            digit = 0;
        } else if let Some(scale) = big_scale(c).filter(|_| count > 0) {
            total = (total + section + digit).checked_mul(scale)?;
            (section, digit) = (0, 0);
        } else {
            break;
        }
        length += c.len_utf8();
        count += 1;
        if count > 24 {
            return None;
        }
    }
    (count >= 2).then_some((total + section + digit, length))
}

fn big_scale(c: char) -> Option<i128> {
    match c {
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::quantities::digits::{digits_value, han_numeral};
    use crate::lexicon::decimal::Decimal;

    fn value(digits: &str) -> Option<String> {
        digits_value(digits).map(|(value, _)| value.to_string())
    }

    #[test]
    fn separators_of_all_countries_are_read() {
        for (digits, expected) in [
            ("1,350,000.5", "1,350,000.5"),
            ("1.350.000,5", "1,350,000.5"),
            ("12,34,567", "1,234,567"),
            ("12,34,567.5", "1,234,567.5"),
            ("1'350'000", "1,350,000"),
            ("٣٤٠", "340"),
            ("१२,५००", "12,500"),
            ("１２３", "123"),
            ("0,75", "0.75"),
        ] {
            assert_eq!(value(digits).as_deref(), Some(expected), "{digits}");
        }
        assert_eq!(value("1.2.3"), None);
        assert_eq!(digits_value("1.350").and_then(|read| read.1), Some(Decimal::whole(1350)));
    }

    #[test]
    fn han_numerals_are_read() {
        assert_eq!(han_numeral("三千二百万人").map(|read| read.0), Some(32_000_000));
        assert_eq!(han_numeral("二十五").map(|read| read.0), Some(25));
        assert_eq!(han_numeral("一个"), None);
    }
}
