//! Untrusted words in Markdown: no markup, no link, no mention, no reference to an issue.

use crate::report::safe::{clipped, for_terminal};

/// A space without width: it keeps a mention or an address from being one.
const BREAK: char = '\u{200b}';

/// More of a message than this is no sentence any more.
const LONGEST_MESSAGE: usize = 1000;

/// Words as a code span, in which nothing is markup.
#[must_use]
pub fn code(words: &str) -> String {
    let words = for_terminal(words);
    if words.trim().is_empty() {
        return "(nothing)".to_owned();
    }
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // One space at both ends is not shown; without it a backtick there would lengthen the fence.
    let space = if words.starts_with(['`', ' ']) || words.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{space}{words}{space}{fence}")
}

/// Words as running text, in which nothing is markup.
#[must_use]
pub fn plain(words: &str) -> String {
    let words = for_terminal(words);
    let mut safe = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => safe.extend(['\\', c]),
            '#' => safe.extend(['\\', '#', BREAK]),
            '@' => safe.extend(['@', BREAK]),
            ':' if words[at..].starts_with("://") => safe.extend([':', BREAK]),
            '.' if ends_with(&words[..at], "www") => safe.extend([BREAK, '.']),
            '-' if ends_with(&words[..at], "gh") => safe.extend([BREAK, '-']),
            c => safe.push(c),
        }
    }
    safe
}

/// A message: what stands between backticks as code, the rest as running text.
#[must_use]
pub fn message(text: &str) -> String {
    let text = clipped(text, LONGEST_MESSAGE);
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd backtick is one of the words': which are quoted cannot be told.
    if pieces.len().is_multiple_of(2) {
        return plain(&text);
    }
    let shown = pieces.iter().enumerate().map(|(at, piece)| match at % 2 {
        1 if !piece.is_empty() => code(piece),
        1 => plain("``"),
        _ => plain(piece),
    });
    shown.collect()
}

fn ends_with(text: &str, ending: &str) -> bool {
    let start = text.len().saturating_sub(ending.len());
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use crate::report::markdown::words::{code, message, plain};

    #[test]
    fn a_code_span_is_fenced_by_more_backticks_than_its_words_have() {
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("@all <b> #1"), "`@all <b> #1`");
    }

    #[test]
    fn running_text_has_no_markup_mention_or_link() {
        assert_eq!(plain("<b>*x*</b> [a](b)"), "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b)");
        assert_eq!(plain("@all #1 GH-2"), "@\u{200b}all \\#\u{200b}1 GH\u{200b}-2");
        assert_eq!(plain("https://a.b www.c.d"), "https:\u{200b}//a.b www\u{200b}.c.d");
    }

    #[test]
    fn quoted_words_of_a_message_are_code() {
        assert_eq!(message("`<b>` should be `b`."), "`<b>` should be `b`.");
        assert_eq!(message("`a`b` should <be>"), "\\`a\\`b\\` should \\<be\\>");
    }
}
