//! Texts whose errors are known, read from JSON Lines: the stream's fields plus `gold`, `clean` and `pair_of`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::config::Term;
use crate::error::Error;
use crate::eval::folder;
use crate::input::files;
use crate::input::stream::{Mode, parse};
use crate::rules::model::{Category, Severity};
use crate::text::span::Span;

/// An error that an annotator marked.
#[derive(Clone, PartialEq, Debug)]
pub struct KnownError {
    /// The wrong words; empty where something is missing.
    pub span: Span,
    /// None for a category that is not one of the contract's.
    pub category: Option<Category>,
    /// The harm it does.
    pub severity: Severity,
    /// What belongs there.
    pub right: Option<String>,
}

/// A candidate whose errors are all marked, with its reference.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// What to call it: its id, or where it was read.
    pub name: String,
    /// The trusted text.
    pub reference: String,
    /// The text under test.
    pub candidate: String,
    /// One segment and its one-to-one reference, or two articles.
    pub mode: Mode,
    /// Whether it is said to be a translation of the reference's own article.
    pub parallel: bool,
    /// Terms that came with it.
    pub glossary: Vec<Term>,
    /// In the order in which they were read.
    pub errors: Vec<KnownError>,
    /// What one annotator of several marked: a finding there is neither right nor wrong.
    pub doubtful: Vec<Span>,
    /// Whether it is known to have no errors: a finding is a false alarm.
    pub clean: bool,
    /// The other form of the same text, as a position in the list that it was read into; none where it is not there.
    pub twin: Option<usize>,
}

/// Reads files of JSON Lines (`-` is standard input) and folders of marked texts, in the order given.
///
/// # Errors
///
/// [`Error::Unreadable`], [`Error::NotUtf8`], or [`Error::Annotation`] with file, line and what is wrong.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Annotated>, Error> {
    let mut texts = Vec::new();
    for path in paths {
        let more = if path.is_dir() { folder::read(path)? } else { lines(path, &files::read(path)?.raw)? };
        let first = texts.len();
        texts.extend(more.into_iter().map(|text| Annotated { twin: text.twin.map(|twin| twin + first), ..text }));
    }
    Ok(texts)
}

/// The part of a line that the stream does not know.
#[derive(Deserialize)]
struct Annotation {
    gold: Option<Vec<Mark>>,
    clean: Option<bool>,
    kind: Option<String>,
    pair_of: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Mark {
    start: usize,
    end: usize,
    category: String,
    severity: String,
    #[serde(default)]
    right: Option<String>,
    /// False where most annotators did not see the error.
    #[serde(default)]
    majority: Option<bool>,
}

/// Reads the lines of one file; `pair_of` means a line of the same file.
fn lines(path: &Path, content: &str) -> Result<Vec<Annotated>, Error> {
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let mut texts = Vec::new();
    let mut by_id = BTreeMap::new();
    let mut pair_of = Vec::new();
    for (at, line) in content.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let wrong = |problem: String| Error::Annotation { path: path.to_owned(), line: at + 1, problem };
        let (text, id, other) = text(line).map_err(wrong)?;
        let name = id.clone().unwrap_or_else(|| format!("{}:{}", path.display(), at + 1));
        if let Some(id) = id
            && let Some((_, before)) = by_id.insert(id.clone(), (texts.len(), at + 1))
        {
            return Err(wrong(format!("the id `{id}` is also that of line {before}")));
        }
        pair_of.push(other);
        texts.push(Annotated { name, ..text });
    }
    if texts.is_empty() {
        let problem = "there is no pair in the file".to_owned();
        return Err(Error::Annotation { path: path.to_owned(), line: 1, problem });
    }
    for (text, other) in texts.iter_mut().zip(pair_of) {
        text.twin = other.and_then(|id| by_id.get(&id).map(|(text, _)| *text));
    }
    Ok(texts)
}

/// A line with its id and that of its other form.
fn text(line: &str) -> Result<(Annotated, Option<String>, Option<String>), String> {
    let pair = parse(line.as_bytes()).map_err(|(_, error)| without_line(&error.to_string()))?;
    let annotation: Annotation = serde_json::from_str(line).map_err(|error| without_line(&error.to_string()))?;
    if annotation.gold.is_none() && annotation.clean != Some(true) {
        return Err("it has neither `gold` nor `\"clean\": true`, so that nothing is known of its errors".to_owned());
    }
    let marks = annotation.gold.unwrap_or_default();
    let clean = annotation.clean.unwrap_or(marks.is_empty());
    if clean && !marks.is_empty() {
        return Err(format!("it is `clean` and has {} errors in `gold`", marks.len()));
    }
    let (mut errors, mut doubtful) = (Vec::new(), Vec::new());
    for (at, mark) in marks.into_iter().enumerate() {
        // What one annotator of several marked is no error that must be found.
        let sure = mark.majority != Some(false);
        let error = known(mark, &pair.candidate).map_err(|problem| format!("error {} of `gold` {problem}", at + 1))?;
        if sure {
            errors.push(error);
        } else {
            doubtful.push(error.span);
        }
    }
    let text = Annotated {
        name: String::new(),
        reference: pair.reference,
        candidate: pair.candidate,
        mode: pair.mode,
        parallel: annotation.kind.as_deref() == Some("parallel"),
        glossary: pair.glossary,
        errors,
        doubtful,
        clean,
        twin: None,
    };
    Ok((text, id(&pair.id), annotation.pair_of.and_then(|raw| id(&raw))))
}

fn known(mark: Mark, candidate: &str) -> Result<KnownError, String> {
    let Mark { start, end, category, severity, right, .. } = mark;
    if candidate.get(start..end).is_none() {
        let length = candidate.len();
        return Err(format!("is not in the candidate: bytes {start} to {end} of {length}, on character boundaries"));
    }
    let severity = self::severity(&severity)?;
    Ok(KnownError { span: Span::new(start, end), category: self::category(&category), severity, right })
}

/// The category with a word, if it is one of the contract's.
pub(super) fn category(word: &str) -> Option<Category> {
    Category::ALL.into_iter().find(|category| category.word() == word)
}

/// The severity with a word, or what is wrong with it.
pub(super) fn severity(word: &str) -> Result<Severity, String> {
    let known = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];
    let found = known.into_iter().find(|severity| severity.word() == word);
    found.ok_or_else(|| format!("has the severity `{word}`; there are critical, major, minor and neutral"))
}

/// An id as one writes it; numbers digit for digit.
fn id(raw: &RawValue) -> Option<String> {
    match raw.get() {
        "null" => None,
        text => Some(serde_json::from_str(text).unwrap_or_else(|_| text.to_owned())),
    }
}

/// What serde says, without the line number: it counts within the line.
fn without_line(message: &str) -> String {
    message.replace(" at line 1 column ", " at column ")
}
