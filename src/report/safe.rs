//! Texts are untrusted: nothing in them may reach a terminal as a control sequence, turn the line round, break a file
//! of another format or run in a program that opens it.

use std::borrow::Cow;

/// A text for a terminal: line breaks and tabs become spaces, control and direction characters their code in brackets.
/// Build servers read what is printed line by line and take `::name` and `##name[` for commands: those get a space.
#[must_use]
pub fn for_terminal(text: &str) -> String {
    let text = without_control(text);
    if !text.contains("::") && !text.contains("##") {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if matches!(c, ':' | '#') && safe.ends_with(c) {
            safe.push(' ');
        }
        safe.push(c);
    }
    safe
}

fn without_control(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => safe.push(' '),
            c if is_unsafe(c) => push_code(&mut safe, c),
            c => safe.push(c),
        }
    }
    safe
}

/// JSON whose strings hold no control or direction character as itself: a terminal that it is printed on stays as it is.
#[must_use]
pub fn for_json(json: String) -> String {
    if !json.chars().any(|c| c == '\u{7f}' || is_unsafe(c) && !c.is_ascii()) {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        // JSON itself has escaped the ASCII ones; line breaks between fields stay.
        if is_unsafe(c) && !c.is_ascii() || c == '\u{7f}' {
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// A text for XML, which cannot hold every character even escaped; markup is for the writer of the XML to escape.
#[must_use]
pub fn for_xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in without_control(text).chars() {
        match c {
            '\u{fffe}' | '\u{ffff}' => push_code(&mut safe, c),
            c => safe.push(c),
        }
    }
    safe
}

/// A text for a cell of a table that a spreadsheet may open: what it would take for a formula gets an apostrophe.
#[must_use]
pub fn for_cell(text: &str) -> String {
    let is_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    // A tab or line break in front is a space in the cell, and some programs cut spaces off before they look.
    let formula = text.starts_with(['\t', '\r']) || text.trim_start().starts_with(is_formula);
    format!("{}{}", if formula { "'" } else { "" }, without_control(text))
}

/// A text cut off after so many characters, with an ellipsis in place of the rest.
#[must_use]
pub fn clipped(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

fn push_code(safe: &mut String, c: char) {
    safe.push_str(&format!("[U+{:04X}]", u32::from(c)));
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{061c}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use crate::report::safe::{clipped, for_cell, for_terminal, for_xml};

    #[test]
    fn escapes_and_direction_marks_are_shown_not_sent() {
        assert_eq!(for_terminal("a\u{1b}[31mb\u{202e}c\nd"), "a[U+001B][31mb[U+202E]c d");
    }

    #[test]
    fn commands_of_build_servers_are_words() {
        assert_eq!(for_terminal("::add-mask::a ##vso[b] ##[c]"), ": :add-mask: :a # #vso[b] # #[c]");
        assert_eq!(for_terminal("10:30: #1"), "10:30: #1");
    }

    #[test]
    fn characters_that_xml_forbids_are_shown_by_their_code() {
        assert_eq!(for_xml("a\0b\u{ffff}c<"), "a[U+0000]b[U+FFFF]c<");
    }

    #[test]
    fn what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe() {
        for text in ["=1+1", "+1", "-1", "@a", " =1", "\u{3000}＝1"] {
            assert_eq!(for_cell(text), format!("'{text}"));
        }
        assert_eq!((for_cell("\tx").as_str(), for_cell("\rx").as_str()), ("' x", "' x"));
        assert_eq!(for_cell("a=1"), "a=1");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(clipped("老挝人", 2), "老挝…");
        assert_eq!(clipped("老挝", 2), "老挝");
    }
}
