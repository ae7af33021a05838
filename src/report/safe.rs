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
