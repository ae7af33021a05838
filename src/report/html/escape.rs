//! Untrusted text for a page: no markup, no control or direction character.

use crate::report::safe::for_xml;

/// A text for the content of an element or a quoted attribute, in HTML and in the SVG inside it.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in for_xml(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use crate::report::html::escape::escape;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escape("<b a='\"'>&amp;\u{1b}\u{202e}"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;amp;[U+001B][U+202E]");
    }
}
