//! Pairs from JSON lines: `reference` and `candidate` hold texts, as in a stream; `reference_file` and `candidate_file`
//! name files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::config::Term;
use crate::error::Error;
use crate::input::files;
use crate::input::manifest::{Entry, TermsFrom, TextFrom, Texts, beside, file, mode, open, value};

/// The fields that mean something here.
const KNOWN: [&str; 10] = [
    "id",
    "mode",
    "lang",
    "glossary",
    "reference",
    "candidate",
    "reference_file",
    "candidate_file",
    "reference_text",
    "candidate_text",
];

/// Lines that are being read.
pub(super) struct Lines {
    path: PathBuf,
    reader: BufReader<File>,
    line: u64,
    number: usize,
}

type Fields = BTreeMap<String, Box<RawValue>>;

pub(super) fn entries(path: &Path) -> Result<Lines, Error> {
    Ok(Lines { path: path.to_owned(), reader: open(path)?, line: 0, number: 0 })
}

pub(super) fn count(path: &Path) -> Result<usize, Error> {
    let mut lines = entries(path)?;
    let mut count = 0;
    while lines.advance()?.is_some() {
        count += 1;
    }
    Ok(count)
}

impl Iterator for Lines {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Result<Entry, Error>> {
        let bytes = match self.advance() {
            Ok(bytes) => bytes?,
            Err(error) => return Some(Err(error)),
        };
        self.number += 1;
        Some(Ok(self.entry(bytes)))
    }
}

impl Lines {
    /// The next line that is not empty.
    fn advance(&mut self) -> Result<Option<Vec<u8>>, Error> {
        loop {
            let mut bytes = Vec::new();
            let read = self.reader.read_until(b'\n', &mut bytes);
            if read.map_err(|error| files::unreadable(&self.path, &error))? == 0 {
                return Ok(None);
            }
            self.line += 1;
            if self.line == 1 && bytes.starts_with("\u{feff}".as_bytes()) {
                bytes.drain(..3);
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(bytes));
            }
        }
    }

    fn error(&self, problem: impl Into<String>, help: &str) -> Error {
        Error::Manifest { path: self.path.clone(), line: self.line, problem: problem.into(), help: help.to_owned() }
    }

    fn entry(&self, bytes: Vec<u8>) -> Entry {
        let fields = files::decode(bytes, "the line").and_then(|text| {
            let help = "A line is an object with `id`, `reference` and `candidate`.";
            serde_json::from_str::<Fields>(&text).map_err(|error| self.error(format!("not a pair: {error}"), help))
        });
        match fields {
            Ok(fields) => {
                let id = fields.get("id").and_then(|id| plain(id)).filter(|id| !id.is_empty());
                let name = fields.get("candidate_file").and_then(|name| plain(name));
                let id = id.or(name).unwrap_or_else(|| self.number.to_string());
                let further = fields.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str()));
                let columns = further.filter_map(|(name, raw)| Some((name.clone(), value(&plain(raw)?))));
                Entry { number: self.number, id: value(&id), columns: columns.collect(), texts: self.texts(&fields) }
            }
            Err(error) => {
                Entry { number: self.number, id: self.number.to_string(), columns: Vec::new(), texts: Err(error) }
            }
        }
    }

    fn texts(&self, fields: &Fields) -> Result<Texts, Error> {
        let word = self.read::<Option<String>>(fields, "mode")?.flatten().unwrap_or_default();
        let mode = mode(&word)
            .ok_or_else(|| self.error(format!("`{word}` is no mode"), "Use document or segment, or leave it out."))?;
        let terms = match fields.get("glossary").map(|raw| raw.get()) {
            None | Some("null") => TermsFrom::Inline(Vec::new()),
            Some(raw) if raw.starts_with('"') => {
                TermsFrom::File(beside(&self.path, &self.read::<String>(fields, "glossary")?.unwrap_or_default()))
            }
            Some(_) => TermsFrom::Inline(self.read::<Vec<Term>>(fields, "glossary")?.unwrap_or_default()),
        };
        Ok(Texts {
            reference: self.text(fields, "reference")?,
            candidate: self.text(fields, "candidate")?,
            mode,
            terms,
        })
    }

    fn text(&self, fields: &Fields, side: &str) -> Result<TextFrom, Error> {
        if let Some(Some(name)) = self.read::<Option<String>>(fields, &format!("{side}_file"))? {
            return Ok(file(&self.path, &name));
        }
        for field in [side.to_owned(), format!("{side}_text")] {
            if let Some(Some(text)) = self.read::<Option<String>>(fields, &field)? {
                return Ok(TextFrom::Inline(text));
            }
        }
        let help = format!("Give the text as `{side}`, or its file as `{side}_file`.");
        Err(self.error(format!("there is no {side}"), &help))
    }

    fn read<T: DeserializeOwned>(&self, fields: &Fields, name: &str) -> Result<Option<T>, Error> {
        let Some(raw) = fields.get(name) else { return Ok(None) };
        serde_json::from_str(raw.get()).map(Some).map_err(|error| {
            self.error(format!("`{name}` cannot be read: {error}"), "The README says what a line holds.")
        })
    }
}

/// A string, a number digit for digit, or a truth value; nothing for `null`, lists and objects.
fn plain(raw: &RawValue) -> Option<String> {
    match raw.get().as_bytes().first()? {
        b'[' | b'{' | b'n' => None,
        b'"' => serde_json::from_str::<Value>(raw.get()).ok()?.as_str().map(|text| text.trim().to_owned()),
        _ => Some(raw.get().to_owned()),
    }
}
