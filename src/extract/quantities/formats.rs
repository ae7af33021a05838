//! Writing a number in the format of another: separators, scale words, number words, ordinals.

use crate::extract::quantities::digits::ascii_digit;
use crate::lexicon::decimal::{Decimal, in_groups};

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Format {
    /// What divides groups of three digits; none for plain digits.
    pub group: Option<char>,
    /// What stands before the decimals.
    pub point: char,
    /// The scale word behind the digits.
    pub scale: Option<Scale>,
    /// Whether it is in words.
    pub words: bool,
}

/// A scale word, and whether a space stands before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The word.
    pub word: &'static str,
    /// What it multiplies by.
    pub factor: i128,
    /// Whether a space stands before it.
    pub spaced: bool,
}

/// The scale words that are taken over, longest first.
const SCALES: [(&str, i128); 13] = [
    ("quadrillion", 1_000_000_000_000_000),
    ("thousand", 1_000),
    ("trillion", 1_000_000_000_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("crore", 10_000_000),
    ("lakh", 100_000),
    ("bn", 1_000_000_000),
    ("tn", 1_000_000_000_000),
    ("mn", 1_000_000),
    ("万", 10_000),
    ("億", 100_000_000),
    ("亿", 100_000_000),
];

/// The format of a number as it stands in a text; none for one that is written in no single format.
#[must_use]
pub fn format_of(written: &str) -> Option<Format> {
    let plain: String = written.chars().map(ascii_digit).collect();
    let end = plain.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '\''))).unwrap_or(plain.len());
    let (digits, rest) = (plain[..end].trim_end_matches(['.', ',']), plain[end..].trim_start_matches('-'));
    if digits.is_empty() {
        let word = |word: &str| word.chars().all(|c| c.is_alphabetic());
        let words = !written.is_empty() && written.split([' ', '-']).all(word);
        return words.then_some(Format { group: None, point: '.', scale: None, words: true });
    }
    let separators: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let decimals = digits.rsplit(['.', ',', '\'']).next().map_or(0, str::len);
    let (group, point) = match separators[..] {
        [] => (if digits.len() > 3 { None } else { Some(',') }, '.'),
        [one] if decimals == 3 && one != '.' => (Some(one), if one == ',' { '.' } else { ',' }),
        [one] => (if one == ',' { Some('.') } else { Some(',') }, if one == '\'' { '.' } else { one }),
        [first, .., last] if first != last => (Some(first), last),
        [first, ..] => (Some(first), if first == '.' { ',' } else { '.' }),
    };
    let word = rest.trim();
    let scale = SCALES.iter().find(|(name, _)| *name == word.to_lowercase());
    let scale = scale.map(|(word, factor)| Scale { word, factor: *factor, spaced: rest.starts_with(' ') });
    (word.is_empty() || scale.is_some()).then_some(Format { group, point, scale, words: false })
}

/// A value in a format; none where it cannot be written so without a rest.
#[must_use]
pub fn written(value: Decimal, format: Format) -> Option<String> {
    if value < Decimal::ZERO {
        return None;
    }
    if format.words {
        return in_words(value.as_whole()?);
    }
    let scaled = match format.scale {
        Some(scale) => {
            value.over(scale.factor).filter(|part| part.times(Decimal::whole(scale.factor)) == Some(value))?
        }
        None => value,
    };
    let plain = scaled.to_string().replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    // With a scale word nobody writes a thousandth or a hundred thousand.
    if format.scale.is_some() && (whole.len() > 4 || part.len() > 3) {
        return None;
    }
    let mut out = format.group.map_or_else(|| whole.to_owned(), |mark| in_groups(whole, mark));
    if !part.is_empty() {
        out.push(format.point);
        out.push_str(part);
    }
    if let Some(scale) = format.scale {
        if scale.spaced {
            out.push(' ');
        }
        out.push_str(scale.word);
    }
    Some(out)
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A whole number below a thousand billions in English words.
#[must_use]
pub fn in_words(value: i128) -> Option<String> {
    if !(0..1_000_000_000_000_000).contains(&value) {
        return None;
    }
    if value < 1000 {
        return Some(below_thousand(value as usize));
    }
    let scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];
    let mut parts = Vec::new();
    let mut rest = value;
    for (factor, name) in scales {
        if rest >= factor {
            parts.push(format!("{} {name}", below_thousand((rest / factor) as usize)));
            rest %= factor;
        }
    }
    if rest > 0 {
        let and = if rest < 100 { "and " } else { "" };
        parts.push(format!("{and}{}", below_thousand(rest as usize)));
    }
    Some(parts.join(" "))
}

fn below_thousand(value: usize) -> String {
    let (hundreds, rest) = (value / 100, value % 100);
    let small = match rest {
        0..20 => ONES[rest].to_owned(),
        _ if rest.is_multiple_of(10) => TENS[rest / 10].to_owned(),
        _ => format!("{}-{}", TENS[rest / 10], ONES[rest % 10]),
    };
    match (hundreds, rest) {
        (0, _) => small,
        (_, 0) => format!("{} hundred", ONES[hundreds]),
        _ => format!("{} hundred and {small}", ONES[hundreds]),
    }
}

/// "1st", "22nd", "85th".
#[must_use]
pub fn ordinal(value: i128) -> String {
    let ending = match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{value}{ending}")
}

#[cfg(test)]
mod tests {
    use crate::extract::quantities::formats::{format_of, in_words, ordinal, written};
    use crate::lexicon::decimal::Decimal;

    fn like(value: &str, model: &str) -> Option<String> {
        written(Decimal::parse_plain(value)?, format_of(model)?)
    }

    #[test]
    fn a_number_takes_the_format_of_another() {
        for (value, model, expected) in [
            ("1350", "13,500", "1,350"),
            ("1350000", "2.1 million", "1.35 million"),
            ("1350000.5", "1.200,75", "1.350.000,5"),
            ("71", "seventeen", "seventy-one"),
            ("2345", "two thousand", "two thousand three hundred and forty-five"),
            ("1990", "1980", "1990"),
            ("2500000", "30 lakh", "25 lakh"),
            ("12000000", "3bn", "0.012bn"),
            ("12000", "1'350'000", "12'000"),
        ] {
            assert_eq!(like(value, model).as_deref(), Some(expected), "{value} like {model}");
        }
        assert_eq!(like("7", "3.4 million"), None, "a part of a million that nobody writes");
        assert_eq!(like("7", "several dozen or 8"), None);
    }

    #[test]
    fn ordinals_have_their_endings() {
        assert_eq!([1, 2, 3, 11, 22, 113].map(ordinal), ["1st", "2nd", "3rd", "11th", "22nd", "113th"]);
        assert_eq!(in_words(1_000_005).as_deref(), Some("one million and five"));
    }
}
