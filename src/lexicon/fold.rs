//! Folding: what must not tell two words apart (case, accents, apostrophes, widths).

use std::borrow::Cow;

use unicode_script::{Script, UnicodeScript};

/// Whether a character is a letter of the Latin script, full-width forms included.
#[must_use]
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (c.is_alphabetic() && c.script() == Script::Latin)
}

/// The apostrophes and the marks used for them.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '＇')
}

/// Quotation marks of every kind but the apostrophe-like ones.
#[must_use]
pub fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」' | '『' | '』')
}

/// Hyphens and the marks used inside words as one.
#[must_use]
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '－')
}

/// A word in lower case, without accents, with plain apostrophes and half-width letters.
///
/// Latin letters become ASCII ("Çadırkaya" and "Cadirkaya" fold to one); letters of other scripts only lose their
/// case, so that a remnant in another script stays one.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() && !word.contains('`') {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

fn fold_char(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(if c == '`' { '\'' } else { c.to_ascii_lowercase() });
    } else if is_apostrophe(c) {
        folded.push('\'');
    } else if is_latin(c) || ('０'..='９').contains(&c) {
        folded.extend(any_ascii::any_ascii_char(c).chars().map(|c| c.to_ascii_lowercase()));
    } else if is_hyphen(c) {
        folded.push('-');
    } else if !is_combining(c) && !is_invisible(c) {
        folded.extend(c.to_lowercase());
    }
}

/// Accents that stand as characters of their own after their letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Characters that print nothing and belong to no word: joiners, direction marks, the byte order mark.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A folded word without its possessive ending.
#[must_use]
pub fn without_possessive(folded: &str) -> &str {
    folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(folded)
}

/// The possessive ending of a word as it is written: `'s`, `’s`, the apostrophe behind an s, or nothing.
#[must_use]
pub fn possessive_ending(written: &str) -> &str {
    let bare = written.strip_suffix(['s', 'S']).unwrap_or(written);
    match bare.char_indices().next_back() {
        Some((at, c)) if is_apostrophe(c) && (bare.len() < written.len() || bare[..at].ends_with(['s', 'S'])) => {
            &written[at..]
        }
        _ => "",
    }
}

/// Letters and digits only, folded: the key under which spellings with dots, hyphens or spaces meet.
#[must_use]
pub fn squeeze(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every letter in ASCII, whatever its script ("Путин" gives "putin"); borrowed where nothing changes.
#[must_use]
pub fn romanize(folded: &str) -> Cow<'_, str> {
    if folded.is_ascii() {
        return Cow::Borrowed(folded);
    }
    Cow::Owned(any_ascii::any_ascii(folded).to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::lexicon::fold::{fold, romanize, squeeze};

    #[test]
    fn case_accents_apostrophes_and_widths_fold() {
        assert_eq!(fold("Çadırkaya’s"), "cadirkaya's");
        assert_eq!(fold("Ｗａｒｓａｗ"), "warsaw");
        assert_eq!(fold("Šimuni\u{301}k"), "simunik");
        assert_eq!(fold("Łódź"), "lodz");
    }

    #[test]
    fn other_scripts_stay_what_they_are() {
        assert_eq!(fold("Путин"), "путин");
        assert_eq!(romanize("путин"), "putin");
    }

    #[test]
    fn spellings_with_dots_and_spaces_meet() {
        assert_eq!(squeeze("U.S."), squeeze("US"));
        assert_eq!(squeeze("Ulaan Baatar"), squeeze("Ulaanbaatar"));
    }
}
