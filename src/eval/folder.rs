//! Texts whose errors are marked in place, read from folders like those of `corpora/wires`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::config::Term;
use crate::error::Error;
use crate::eval::gold::{Annotated, KnownError, category, severity};
use crate::input::files;
use crate::input::stream::Mode;
use crate::text::span::Span;

/// The text with marks, which each folder has.
pub(super) const MARKED: &str = "candidate.marked.txt";

#[derive(Deserialize)]
struct Meta {
    #[serde(default)]
    parallel: bool,
    #[serde(default)]
    glossary: Vec<Term>,
}

/// Reads a folder that holds a marked text, or all folders in it that do, by name; each gives a garbled and a clean text.
pub(super) fn read(folder: &Path) -> Result<Vec<Annotated>, Error> {
    let mut folders = vec![folder.to_owned()];
    if !folder.join(MARKED).is_file() {
        folders = inside(folder)?;
    }
    let mut texts = Vec::new();
    for folder in folders {
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        let meta = meta(&folder.join("meta.json"))?;
        let path = folder.join(MARKED);
        let (garbled, clean, errors) = forms(&path, &files::read(&path)?.raw)?;
        let text = Annotated {
            name: format!("{name} garbled"),
            reference: files::read(&folder.join("reference.txt"))?.raw,
            candidate: garbled,
            mode: Mode::Document,
            parallel: meta.parallel,
            glossary: meta.glossary,
            errors,
            doubtful: Vec::new(),
            clean: false,
            twin: Some(texts.len() + 1),
            change: None,
            rated: None,
        };
        let twin = Annotated {
            name: format!("{name} clean"),
            candidate: clean,
            errors: Vec::new(),
            clean: true,
            twin: Some(texts.len()),
            ..text.clone()
        };
        texts.extend([text, twin]);
    }
    Ok(texts)
}

fn inside(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |reason: String| Error::Unreadable { path: folder.to_owned(), reason };
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(error.to_string()))? {
        let path = entry.map_err(|error| unreadable(error.to_string()))?.path();
        if path.join(MARKED).is_file() {
            folders.push(path);
        }
    }
    if folders.is_empty() {
        return Err(unreadable(format!("neither the folder nor one in it holds a {MARKED}")));
    }
    folders.sort();
    Ok(folders)
}

fn meta(path: &Path) -> Result<Meta, Error> {
    serde_json::from_str(&files::read(path)?.raw).map_err(|error| Error::Annotation {
        path: path.to_owned(),
        line: error.line(),
        problem: error.to_string(),
    })
}

/// The garbled and the clean form of a text with marks, and the errors of the garbled one.
fn forms(path: &Path, marked: &str) -> Result<(String, String, Vec<KnownError>), Error> {
    let (mut garbled, mut clean, mut errors) = (String::new(), String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once("{{") {
        let line = marked[..marked.len() - inside.len()].matches('\n').count() + 1;
        let wrong = |problem: String| Error::Annotation { path: path.to_owned(), line, problem };
        let Some((mark, after)) = inside.split_once("}}") else {
            return Err(wrong("the mark is not closed: `}}` is missing".to_owned()));
        };
        let fields: Vec<&str> = mark.split('|').collect();
        let [kind, harm, wrong_words, right_words] = fields[..] else {
            let count = fields.len();
            return Err(wrong(format!("a mark is {{{{category|severity|wrong|right}}}}, this one has {count} fields")));
        };
        let severity = severity(harm).map_err(|problem| wrong(format!("the mark {problem}")))?;
        garbled.push_str(before);
        clean.push_str(before);
        let span = Span::new(garbled.len(), garbled.len() + wrong_words.len());
        let (category, right) = (category(kind), Some(right_words.to_owned()));
        errors.push(KnownError { span, category, accepted: Vec::new(), severity, right });
        garbled.push_str(wrong_words);
        clean.push_str(right_words);
        rest = after;
    }
    garbled.push_str(rest);
    clean.push_str(rest);
    Ok((garbled, clean, errors))
}
