//! Which format annotated texts have, and reading them; each format has a file of its own.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::eval::gold::Annotated;
use crate::eval::wmt_mqm::References;
use crate::eval::{demetr, folder, jsonl, wmt_mqm};
use crate::input::files;

/// A format of annotated texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Folders with a text whose errors are marked in place.
    Folder,
    /// JSON Lines: the stream's fields plus what annotators said.
    Jsonl,
    /// The files of DEMETR (Karpinska et al. 2022): JSON, one kind of change a file.
    Demetr,
    /// The tables of WMT's expert annotations (Freitag et al. 2021): tab-separated, one mark a line.
    WmtMqm,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 4] = [Format::Folder, Format::Jsonl, Format::Demetr, Format::WmtMqm];

    /// What the format is called on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Format::Folder => "folder",
            Format::Jsonl => "jsonl",
            Format::Demetr => "demetr",
            Format::WmtMqm => "wmt-mqm",
        }
    }
}

/// How annotated texts are read.
#[derive(Clone, Default, Debug)]
pub struct Reading {
    /// None: each file says by its content which format it has.
    pub format: Option<Format>,
    /// The references of WMT MQM marks, one segment a line.
    pub references: Option<PathBuf>,
}

/// Reads files (`-` is standard input) and folders, in the order given.
///
/// # Errors
///
/// [`Error::Unreadable`], [`Error::NotUtf8`], or [`Error::Annotation`] with file, line and what is wrong.
pub fn read(paths: &[PathBuf], reading: &Reading) -> Result<Vec<Annotated>, Error> {
    let mut texts = Vec::new();
    let mut clean_forms = demetr::CleanForms::default();
    let references = reading.references.as_deref().map(References::read).transpose()?;
    let mut is_used = false;
    for path in paths {
        let (format, content) = open(path, reading.format)?;
        let more = match format {
            Format::Folder => folder::read(path)?,
            Format::Jsonl => jsonl::read(path, &content)?,
            Format::Demetr if path.is_dir() => {
                for path in json_files(path)? {
                    demetr::read(&path, &files::read(&path)?.raw, &mut texts, &mut clean_forms)?;
                }
                continue;
            }
            Format::Demetr => {
                demetr::read(path, &content, &mut texts, &mut clean_forms)?;
                continue;
            }
            Format::WmtMqm => {
                is_used = true;
                wmt_mqm::read(path, &content, references.as_ref())?
            }
        };
        let first = texts.len();
        texts.extend(more.into_iter().map(|text| Annotated { twin: text.twin.map(|twin| twin + first), ..text }));
    }
    match &reading.references {
        Some(path) if !is_used => {
            let problem = "only WMT MQM marks need references from a file, and none were given".to_owned();
            Err(Error::Annotation { path: path.clone(), line: 1, problem })
        }
        _ => Ok(texts),
    }
}

/// The format of a file or folder and, of a file, its content.
fn open(path: &Path, format: Option<Format>) -> Result<(Format, String), Error> {
    if path.is_dir() {
        let is_marked = || path.join(folder::MARKED).is_file() || json_files(path).is_ok_and(|files| files.is_empty());
        let told = || if is_marked() { Format::Folder } else { Format::Demetr };
        let format = format.unwrap_or_else(told);
        if matches!(format, Format::Jsonl | Format::WmtMqm) {
            let reason = format!("it is a folder, and {} is a format of files", format.word());
            return Err(Error::Unreadable { path: path.to_owned(), reason });
        }
        return Ok((format, String::new()));
    }
    let content = files::read(path)?.raw;
    let content = match content.strip_prefix('\u{feff}') {
        Some(content) => content.to_owned(),
        None => content,
    };
    let format = format.unwrap_or_else(|| told_by(&content));
    if format == Format::Folder {
        let reason = "it is a file, and `--format folder` is for folders with a candidate.marked.txt".to_owned();
        return Err(Error::Unreadable { path: path.to_owned(), reason });
    }
    Ok((format, content))
}

/// The format that a file's content looks like.
fn told_by(content: &str) -> Format {
    if content.trim_start().starts_with('[') {
        Format::Demetr
    } else if wmt_mqm::is_header(content.lines().next().unwrap_or("")) {
        Format::WmtMqm
    } else {
        Format::Jsonl
    }
}

/// The JSON files in a folder, by name.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |error: std::io::Error| Error::Unreadable { path: folder.to_owned(), reason: error.to_string() };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
