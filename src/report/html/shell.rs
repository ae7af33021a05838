//! The frame of every page with a script: one file that asks for no other, and whose own style and script alone count.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::report::html::escape::escape;

/// Colours, type and the parts that all pages share.
const BASE_STYLE: &str = include_str!("base.css");

/// Sets light or dark before anything is drawn.
const THEME_SCRIPT: &str = include_str!("theme.js");

/// What goes into the frame.
#[derive(Clone, Copy, Debug)]
pub struct Shell<'a> {
    /// The title, not yet escaped.
    pub title: &'a str,
    /// Style of this kind of page; none of it from a text.
    pub style: &'static str,
    /// Script of this kind of page; none of it from a text.
    pub script: &'static str,
    /// Where the link for keyboards leads: the name of an element, and what the link says.
    pub skip: (&'static str, &'static str),
    /// Escaped content of the body.
    pub body: &'a str,
}

impl Shell<'_> {
    /// The whole page. A script or a style that is not ours would not be run, even if one came in: the policy names
    /// ours by their hashes.
    #[must_use]
    pub fn render(&self) -> String {
        let Shell { style, script, body, skip: (target, label), .. } = self;
        let style = format!("{BASE_STYLE}{style}");
        let policy = format!(
            "default-src 'none'; style-src '{}'; script-src '{}' '{}'; base-uri 'none'; form-action 'none'",
            source_hash(&style),
            source_hash(THEME_SCRIPT),
            source_hash(script)
        );
        let title = escape(self.title);
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{title}</title>\n<style>{style}</style>\n<script>{THEME_SCRIPT}</script>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#{target}\">{label}</a>\n{body}<script>{script}</script>\n</body>\n</html>\n"
        )
    }
}

/// The switch between light, dark and what the system says; works with the script only.
pub const THEME_SWITCH: &str = "<label class=\"theme needs-script\">Theme <select id=\"theme\">\
     <option value=\"\">as the system</option><option value=\"light\">light</option>\
     <option value=\"dark\">dark</option></select></label>\n";

/// The hash by which a content security policy lets an inline script or style be.
fn source_hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content.as_bytes())))
}

/// A number with a comma between thousands.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number and what is counted: "1 finding", "2,000 findings".
#[must_use]
pub fn counted(number: usize, one: &str) -> String {
    format!("{} {one}{}", grouped(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use crate::report::html::shell::{counted, source_hash};

    #[test]
    fn a_source_hash_is_base64_of_sha_256() {
        // The example of the specification of content security policies, level 2.
        assert_eq!(source_hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([counted(1, "pair"), counted(1_234_567, "pair")], ["1 pair", "1,234,567 pairs"]);
    }
}
