//! Texts whose errors are known, read from JSON Lines: the stream's fields plus what annotators said.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::error::Error;
use crate::eval::gold::{Annotated, KnownError, Measure, Origin, Rated, category, severity};
use crate::input::stream::parse;
use crate::text::span::Span;

/// The part of a line that the stream does not know.
#[derive(Deserialize)]
struct Annotation {
    gold: Option<Vec<Mark>>,
    clean: Option<bool>,
    pair_of: Option<Box<RawValue>>,
    /// `parallel` or `comparable`: what the candidate is to the reference.
    kind: Option<String>,
    /// What was done to the clean form.
    pert: Option<String>,
    mqm: Option<f64>,
    hter: Option<f64>,
    doc: Option<Box<RawValue>>,
    seg: Option<Box<RawValue>>,
    system: Option<String>,
    /// Of a document, each with a part of `mqm`.
    segments: Option<Vec<IgnoredAny>>,
}

#[derive(Deserialize)]
struct Mark {
    start: usize,
    end: usize,
    category: String,
    severity: String,
    #[serde(default)]
    accept: Vec<String>,
    #[serde(default)]
    right: Option<String>,
    /// False where most annotators did not see the error.
    #[serde(default)]
    majority: Option<bool>,
}

/// Reads the lines of one file; `pair_of` means a line of the same file.
pub(super) fn read(path: &Path, content: &str) -> Result<Vec<Annotated>, Error> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let mut texts = Vec::new();
    let mut by_id = BTreeMap::new();
    let mut pair_of = Vec::new();
    for (at, line) in content.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let wrong = |problem: String| Error::Annotation { path: path.to_owned(), line: at + 1, problem };
        let (text, id, other) = text(line).map_err(wrong)?;
        let name = id.clone().unwrap_or_else(|| format!("{file}:{}", at + 1));
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
    let mut annotation: Annotation = serde_json::from_str(line).map_err(|error| without_line(&error.to_string()))?;
    let rated = rated(&annotation)?;
    if annotation.gold.is_none() && annotation.clean != Some(true) {
        return Err("it has neither `gold` nor `\"clean\": true`, so that nothing is known of its errors".to_owned());
    }
    let marks = annotation.gold.take().unwrap_or_default();
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
        change: annotation.pert,
        rated,
    };
    Ok((text, id(&pair.id), annotation.pair_of.and_then(|raw| id(&raw))))
}

/// What people thought of the text, where the line says it.
fn rated(annotation: &Annotation) -> Result<Option<Rated>, String> {
    let (measure, harm) = match (annotation.mqm, annotation.hter) {
        (Some(mqm), _) => (Measure::Mqm, mqm),
        (None, Some(hter)) => (Measure::Hter, hter),
        (None, None) => return Ok(None),
    };
    if harm < 0.0 {
        return Err(format!("the score of {harm} is below 0: `mqm` and `hter` say how much harm there is"));
    }
    let word = |raw: &Option<Box<RawValue>>| raw.as_deref().and_then(id);
    let places = word(&annotation.doc).or_else(|| word(&annotation.seg));
    let origin = annotation.system.clone().zip(places).map(|(system, _)| Origin {
        document: word(&annotation.doc).unwrap_or_default(),
        segment: word(&annotation.seg).unwrap_or_default(),
        system,
    });
    let segments = annotation.segments.as_ref().map_or(1, |segments| segments.len().max(1));
    Ok(Some(Rated { measure, harm, segments, origin }))
}

fn known(mark: Mark, candidate: &str) -> Result<KnownError, String> {
    let Mark { start, end, category, severity, accept, right, .. } = mark;
    if candidate.get(start..end).is_none() {
        let length = candidate.len();
        return Err(format!("is not in the candidate: bytes {start} to {end} of {length}, on character boundaries"));
    }
    Ok(KnownError {
        span: Span::new(start, end),
        category: self::category(&category),
        accepted: accept.iter().filter_map(|word| self::category(word)).collect(),
        severity: self::severity(&severity)?,
        right,
    })
}

/// An id as one writes it; numbers digit for digit.
pub(super) fn id(raw: &RawValue) -> Option<String> {
    match raw.get() {
        "null" => None,
        text => Some(serde_json::from_str(text).unwrap_or_else(|_| text.to_owned())),
    }
}

/// What serde says, without the line number: it counts within the line.
fn without_line(message: &str) -> String {
    message.replace(" at line 1 column ", " at column ")
}
