//! Texts are untrusted: nothing in them may reach a terminal as a control sequence or turn the line round.

/// A text for a terminal: line breaks and tabs become spaces, control and direction characters their code in brackets.
#[must_use]
pub fn for_terminal(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => safe.push(' '),
            c if is_unsafe(c) => safe.push_str(&format!("[U+{:04X}]", u32::from(c))),
            c => safe.push(c),
        }
    }
    safe
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use crate::report::safe::for_terminal;

    #[test]
    fn escapes_and_direction_marks_are_shown_not_sent() {
        assert_eq!(for_terminal("a\u{1b}[31mb\u{202e}c\nd"), "a[U+001B][31mb[U+202E]c d");
    }
}
