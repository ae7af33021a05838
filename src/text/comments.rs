//! Comments to wirelint in a text, `<!-- wirelint: … -->`: taken out of what is checked, with every place kept.

use std::ops::Range;

/// A comment to wirelint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comment {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it says after `wirelint:`.
    pub said: String,
}

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";

/// The comments to wirelint in a text, in its order.
#[must_use]
pub fn find(raw: &str) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(start) = raw[at..].find(OPENING).map(|start| at + start) {
        at = start + OPENING.len();
        let Some(body) = raw[at..].trim_start().strip_prefix("wirelint") else { continue };
        if !body.starts_with(|c: char| c == ':' || c.is_whitespace()) {
            continue;
        }
        let Some(length) = body.find(CLOSING) else { break };
        let said = body[..length].trim_start_matches(':').trim().to_owned();
        at = raw.len() - body.len() + length + CLOSING.len();
        comments.push(Comment { span: start..at, said });
    }
    comments
}

/// The text with spaces in place of comments, line breaks kept.
#[must_use]
pub fn blanked(text: String, comments: &[Comment]) -> String {
    filled(text, comments.iter(), b' ')
}

/// The text with letters in place of the comments that share their line with words, and spaces in place of the others:
/// to Markdown, a line that begins with so many spaces would be code.
#[must_use]
pub fn lettered(text: String, comments: &[Comment]) -> String {
    let plain = blanked(text.clone(), comments);
    // Comments follow each other, often in one line, which is then looked at once.
    let (mut line, mut has_words) = (0..0, false);
    let beside = comments.iter().filter(|comment| {
        if comment.span.end > line.end {
            line = lines_of(&plain, &comment.span);
            has_words = !plain[line.clone()].trim().is_empty();
        }
        has_words
    });
    let beside: Vec<&Comment> = beside.collect();
    filled(blanked(text, comments), beside.into_iter(), b'x')
}

fn filled<'c>(text: String, comments: impl Iterator<Item = &'c Comment>, with: u8) -> String {
    let mut bytes = text.into_bytes();
    for comment in comments {
        bytes[comment.span.clone()].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = with);
    }
    String::from_utf8(bytes).expect("whole comments are filled with ASCII")
}

/// The text to check: lines that held nothing but comments no longer part the lines around them.
#[must_use]
pub fn without_lines(text: &str, comments: &[Comment]) -> String {
    let mut joined = text.as_bytes().to_vec();
    let mut comments = comments.iter().peekable();
    // Whether the last line with anything in it stands right above, and the line breaks since.
    let (mut below_text, mut breaks) = (false, Vec::new());
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        while comments.next_if(|comment| comment.span.end < start).is_some() {}
        if !line.trim().is_empty() {
            for at in breaks.drain(..) {
                joined[at] = b' ';
            }
            below_text = true;
        } else if below_text && comments.peek().is_some_and(|comment| comment.span.start <= end) {
            breaks.push(end);
        } else {
            below_text = false;
            breaks.clear();
        }
        start = end + 1;
    }
    String::from_utf8(joined).expect("line breaks became spaces")
}

/// The lines that a range touches, the last line break not included.
#[must_use]
pub fn lines_of(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    start..end
}

#[cfg(test)]
mod tests {
    use crate::text::comments::{Comment, blanked, find, without_lines};

    fn take(raw: &str) -> (String, Vec<Comment>) {
        let comments = find(raw);
        (blanked(raw.to_owned(), &comments), comments)
    }

    #[test]
    fn comments_become_spaces_and_places_stay() {
        let raw = "One. <!-- wirelint: ignore NAM001 é -->\nTwo <!-- other --> three.\n";
        let (text, comments) = take(raw);
        assert_eq!((text.len(), text.find("Two")), (raw.len(), raw.find("Two")));
        assert_eq!((comments.len(), comments[0].said.as_str()), (1, "ignore NAM001 é"));
        assert!(text.contains("<!-- other -->") && !text.contains("wirelint"));
    }

    #[test]
    fn a_line_of_its_own_does_not_part_a_paragraph() {
        let comment = "<!-- wirelint: ignore join -->";
        let (text, comments) = take(&format!("One\n{comment}\n{comment}\ntwo\n\n{comment}\nthree\n"));
        let joined = without_lines(&text, &comments);
        let lines: Vec<String> = joined.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!((joined.len(), lines), (text.len(), ["One", "two", "", "", "three"].map(str::to_owned).to_vec()));
    }
}
