//! Places where characters were damaged on their way: UTF-8 read as Windows-1252, replacement characters, HTML entities.

use crate::text::span::Span;

/// A damaged place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// Its characters.
    pub span: Span,
    /// What stood there, where that can be told.
    pub meant: Option<String>,
}

/// The longest entity looked for, in bytes.
const LONGEST_ENTITY: usize = 10;

/// The damaged places of a text, in order.
#[must_use]
pub fn damages(raw: &str) -> Vec<Damage> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        let read = match c {
            '\u{fffd}' => Some((c.len_utf8(), None)),
            '&' => entity(&raw[at..]),
            c if ('\u{c2}'..='\u{f4}').contains(&c) => misread(&raw[at..]),
            _ => None,
        };
        let length = read.as_ref().map_or(c.len_utf8(), |(length, _)| *length);
        if let Some((length, meant)) = read {
            found.push(Damage { span: Span { start: at as u32, end: (at + length) as u32 }, meant });
        }
        at += length;
    }
    found
}

/// "&quot;" and "&#39;": how many bytes, and the character.
fn entity(text: &str) -> Option<(usize, Option<String>)> {
    let end = text.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let meant = match name {
        "amp" => "&".to_owned(),
        "quot" | "ldquo" | "rdquo" => "\"".to_owned(),
        "apos" | "rsquo" | "lsquo" => "'".to_owned(),
        "nbsp" => " ".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "ndash" => "–".to_owned(),
        "mdash" => "—".to_owned(),
        "hellip" => "…".to_owned(),
        "euro" => "€".to_owned(),
        "pound" => "£".to_owned(),
        _ => {
            let digits = name.strip_prefix('#')?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(number).filter(|c| !c.is_control())?.to_string()
        }
    };
    Some((end + 1, Some(meant)))
}

/// "Ã©" for "é": the bytes of one character, each read as a character of Windows-1252.
fn misread(text: &str) -> Option<(usize, Option<String>)> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    for c in text.chars().take(4) {
        bytes.push(byte_of(c)?);
        length += c.len_utf8();
        if bytes.len() > 1
            && let Ok(meant) = std::str::from_utf8(&bytes)
        {
            return Some((length, Some(meant.to_owned())));
        }
    }
    None
}

/// The byte that Windows-1252 has for a character beyond ASCII.
fn byte_of(c: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let listed = HIGH.chars().position(|high| high == c).map(|at| 0x80 + at);
    let byte = listed.or_else(|| ('\u{80}'..='\u{ff}').contains(&c).then_some(c as usize))?;
    u8::try_from(byte).ok()
}

#[cfg(test)]
mod tests {
    use crate::extract::encoding::damages;

    fn meant(text: &str) -> Vec<String> {
        damages(text).into_iter().map(|damage| damage.meant.unwrap_or_default()).collect()
    }

    #[test]
    fn what_was_read_in_the_wrong_encoding_is_told() {
        assert_eq!(meant("AimÃ© saw itâ€™s MÃ¼nster"), ["é", "’", "ü"]);
        assert_eq!(meant("R&amp;D &#39;x&#39; Magalh\u{fffd}es"), ["&", "'", "'", ""]);
    }

    #[test]
    fn accents_and_signs_are_left_alone() {
        assert!(meant("Ángel Âme São Ãvila AT&T; R&D – “é” Ñandú Őry").is_empty());
    }
}
