//! What people wrote beside a text so that a finding is not reported: comments in it, and the file of ignores beside it.

use std::ops::Range;

use crate::check::finding::Finding;
use crate::check::policy::covers;
use crate::config::vocabulary::{Selector, Vocabulary, did_you_mean};
use crate::error::Error;
use crate::text::Text;
use crate::text::comments::{Comment, lines_of};

/// Findings that are not to be reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ignore {
    /// The rules.
    pub rules: Vec<Selector>,
    /// The bytes of the candidate in which such a finding begins.
    pub within: Range<usize>,
    /// The words of the finding, where they were given.
    pub text: Option<String>,
    /// Why; may be empty.
    pub reason: String,
    /// The file that it is written in.
    pub file: String,
    /// Its line there, from 1.
    pub line: usize,
}

impl Ignore {
    /// Whether it means a finding.
    #[must_use]
    pub fn fits(&self, finding: &Finding) -> bool {
        let start = finding.span.start as usize;
        self.within.start <= start
            && start <= self.within.end
            && self.text.as_ref().is_none_or(|text| *text == finding.text)
            && self.rules.iter().any(|selector| covers(*selector, finding.rule))
    }

    /// The rules that it names, as in a message.
    #[must_use]
    pub fn named(&self) -> String {
        self.rules.iter().map(|selector| selector.word()).collect::<Vec<_>>().join(", ")
    }
}

/// Most ignores of one text; each is held against each finding.
const MOST: usize = 1_000;

const FORM: &str = "Write it as: wirelint: ignore NAM001 reason.";
const LINE_FORM: &str = "Write a line as: NAM001:12 `words` reason.";

/// The ignores in the comments of a text, given as it is and as it is checked. One on a line of its own is for the paragraph that begins below it, another
/// one for its line, `ignore-file` for the whole text.
///
/// # Errors
///
/// [`Error::Ignore`] for what is no ignore, and for a rule that does not exist.
pub fn of_comments(
    name: &str,
    raw: &str,
    text: &Text<'_>,
    comments: &[Comment],
    vocabulary: &Vocabulary,
) -> Result<Vec<Ignore>, Error> {
    let read = |comment: &Comment| {
        let line = line_at(raw, comment.span.start);
        let error = |problem| Error::Ignore { name: name.to_owned(), line, problem, help: FORM.to_owned() };
        let (verb, rest) = comment.said.split_once(char::is_whitespace).unwrap_or((&comment.said, ""));
        let within = match verb {
            "ignore-file" => 0..text.raw.len(),
            "ignore" => scope(raw, text, comment),
            _ => {
                let hint = did_you_mean(verb, ["ignore", "ignore-file"]);
                return Err(error(format!("`{verb}` is nothing that wirelint can be told{hint}")));
            }
        };
        let said = Said::read(rest, vocabulary).map_err(error)?;
        if said.line.is_some() {
            return Err(error("a comment is for the place where it stands; it takes no line".to_owned()));
        }
        Ok(said.ignore(within, name, line))
    };
    if let Some(comment) = comments.get(MOST) {
        return Err(too_many(name, line_at(raw, comment.span.start)));
    }
    comments.iter().map(read).collect()
}

/// The ignores of the file beside a text: a line each, `RULE[:line] [text in backticks] reason`; `#` begins a comment.
///
/// # Errors
///
/// [`Error::Ignore`] with the line that is wrong.
pub fn of_file(name: &str, content: &str, candidate: &str, vocabulary: &Vocabulary) -> Result<Vec<Ignore>, Error> {
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let mut ignores = Vec::new();
    for (at, written) in content.lines().enumerate() {
        let written = written.trim();
        if written.is_empty() || written.starts_with('#') {
            continue;
        }
        let line = at + 1;
        if ignores.len() == MOST {
            return Err(too_many(name, line));
        }
        let error = |problem| Error::Ignore { name: name.to_owned(), line, problem, help: LINE_FORM.to_owned() };
        let said = Said::read(written, vocabulary).map_err(error)?;
        let within = match said.line {
            None => 0..candidate.len(),
            Some(asked) => {
                line_range(candidate, asked).ok_or_else(|| error(format!("there is no line {asked} in the text")))?
            }
        };
        ignores.push(said.ignore(within, name, line));
    }
    Ok(ignores)
}

fn too_many(name: &str, line: usize) -> Error {
    let problem = format!("a text takes {MOST} ignores and no more");
    Error::Ignore { name: name.to_owned(), line, problem, help: "Switch the rule off in wirelint.toml.".to_owned() }
}

/// An ignore as it is written.
struct Said {
    rules: Vec<Selector>,
    line: Option<usize>,
    text: Option<String>,
    reason: String,
}

impl Said {
    fn read(written: &str, vocabulary: &Vocabulary) -> Result<Said, String> {
        let mut rest = written.trim();
        let mut rules = Vec::new();
        loop {
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ':')).unwrap_or(rest.len());
            if end == 0 {
                return Err("it does not say which rules to ignore".to_owned());
            }
            rules.push(vocabulary.selector(&rest[..end])?);
            rest = &rest[end..];
            let Some(more) = rest.trim_start().strip_prefix(',') else { break };
            rest = more.trim_start();
        }
        let mut line = None;
        if let Some(after) = rest.strip_prefix(':') {
            let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            if end > 0 {
                line = Some(after[..end].parse().map_err(|_| format!("`{}` is no line", &after[..end]))?);
                rest = &after[end..];
            }
        }
        rest = rest.trim_start();
        let quoted = rest.strip_prefix('`').and_then(|after| after.split_once('`'));
        let (text, reason) = quoted.map_or((None, rest), |(text, after)| (Some(text.to_owned()), after));
        let reason = reason.trim().trim_start_matches([':', '-', '–', '—']).trim().to_owned();
        Ok(Said { rules, line, text, reason })
    }

    fn ignore(self, within: Range<usize>, file: &str, line: usize) -> Ignore {
        Ignore { rules: self.rules, within, text: self.text, reason: self.reason, file: file.to_owned(), line }
    }
}

/// Where the findings begin that a comment is for.
fn scope(raw: &str, text: &Text<'_>, comment: &Comment) -> Range<usize> {
    let lines = lines_of(raw, &comment.span);
    if !raw[lines.clone()].trim().is_empty() {
        return lines;
    }
    let next = text.tokens.partition_point(|token| (token.span.start as usize) < comment.span.end);
    let Some(paragraph) = text.paragraphs.iter().find(|paragraph| paragraph.contains(&next)) else {
        return raw.len()..raw.len();
    };
    text.span_of(&(next..paragraph.end)).range()
}

fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn line_range(text: &str, line: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for (at, content) in text.split('\n').enumerate() {
        if at + 1 == line {
            return Some(start..start + content.len());
        }
        start += content.len() + 1;
    }
    None
}
