//! Pairs from a CSV or TSV file: `reference` and `candidate` are files, further columns are kept.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Seek as _};
use std::path::{Path, PathBuf};

use csv::ByteRecord;

use crate::error::Error;
use crate::input::files;
use crate::input::manifest::{Entry, TermsFrom, TextFrom, Texts, beside, file, mode, open, value};

/// The columns that mean something here; a text can be named by its file or stand in the table.
const KNOWN: [&str; 9] = [
    "id",
    "mode",
    "glossary",
    "reference",
    "candidate",
    "reference_file",
    "candidate_file",
    "reference_text",
    "candidate_text",
];

/// A table that is being read.
pub(super) struct Table {
    path: PathBuf,
    reader: csv::Reader<BufReader<File>>,
    header: Vec<String>,
    record: ByteRecord,
    number: usize,
}

pub(super) fn entries(path: &Path) -> Result<Table, Error> {
    let unreadable = |error: &std::io::Error| files::unreadable(path, error);
    let mut buffer = open(path)?;
    let mut head = Vec::new();
    std::io::Read::take(&mut buffer, 1 << 16).read_until(b'\n', &mut head).map_err(|error| unreadable(&error))?;
    buffer.rewind().map_err(|error| unreadable(&error))?;
    let has = |byte: u8| head.contains(&byte);
    let delimiter = match (has(b'\t'), has(b';') && !has(b',')) {
        (true, _) => b'\t',
        (false, true) => b';',
        (false, false) => b',',
    };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(buffer);
    let names = reader.byte_headers().map_err(|error| broken(path, &error))?.clone();
    let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').trim().to_owned();
    let mut header: Vec<String> = names.iter().map(name).collect();
    for name in &mut header {
        let lower = name.to_lowercase();
        if KNOWN.contains(&lower.as_str()) {
            *name = lower;
        }
    }
    for side in ["reference", "candidate"] {
        let named = |name: &String| name.strip_prefix(side).is_some_and(|rest| matches!(rest, "" | "_file" | "_text"));
        if !header.iter().any(named) {
            return Err(Error::Manifest {
                path: path.to_owned(),
                line: 1,
                problem: format!("there is no column `{side}`"),
                help: "Begin the file with a header such as: id,reference,candidate,desk".to_owned(),
            });
        }
    }
    let twice = header.iter().enumerate().find(|(at, name)| !name.is_empty() && header[..*at].contains(name));
    if let Some((_, name)) = twice {
        return Err(Error::Manifest {
            path: path.to_owned(),
            line: 1,
            problem: format!("there are two columns `{name}`"),
            help: "Rename one of them.".to_owned(),
        });
    }
    Ok(Table { path: path.to_owned(), reader, header, record: ByteRecord::new(), number: 0 })
}

pub(super) fn count(path: &Path) -> Result<usize, Error> {
    let mut table = entries(path)?;
    let mut count = 0;
    while table.advance()? {
        count += 1;
    }
    Ok(count)
}

fn broken(path: &Path, error: &csv::Error) -> Error {
    Error::Unreadable { path: path.to_owned(), reason: error.to_string() }
}

impl Iterator for Table {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Result<Entry, Error>> {
        match self.advance() {
            Ok(false) => None,
            Ok(true) => {
                self.number += 1;
                Some(Ok(self.entry()))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

impl Table {
    /// Reads the next record that is not empty.
    fn advance(&mut self) -> Result<bool, Error> {
        loop {
            if !self.reader.read_byte_record(&mut self.record).map_err(|error| broken(&self.path, &error))? {
                return Ok(false);
            }
            if self.record.iter().any(|field| !field.iter().all(u8::is_ascii_whitespace)) {
                return Ok(true);
            }
        }
    }

    fn error(&self, problem: impl Into<String>, help: &str) -> Error {
        let line = self.record.position().map_or(0, csv::Position::line);
        Error::Manifest { path: self.path.clone(), line, problem: problem.into(), help: help.to_owned() }
    }

    /// A field as text; nothing where there is no such column, or no field in this record.
    fn field(&self, column: &str) -> Option<&[u8]> {
        let at = self.header.iter().position(|name| name == column)?;
        self.record.get(at)
    }

    /// A short field without the spaces around it; empty where there is none.
    fn word(&self, column: &str) -> String {
        String::from_utf8_lossy(self.field(column).unwrap_or(b"")).trim().to_owned()
    }

    fn entry(&self) -> Entry {
        let named =
            ["candidate", "candidate_file"].iter().map(|column| self.word(column)).find(|name| !name.is_empty());
        let id = match (self.word("id"), named) {
            (id, _) if !id.is_empty() => id,
            (_, Some(name)) => name,
            (_, None) => self.number.to_string(),
        };
        let further =
            self.header.iter().enumerate().filter(|(_, name)| !name.is_empty() && !KNOWN.contains(&name.as_str()));
        let columns = further.map(|(at, name)| {
            let field = self.record.get(at).unwrap_or(b"");
            (name.clone(), value(String::from_utf8_lossy(field).trim()))
        });
        Entry { number: self.number, id: value(&id), columns: columns.collect(), texts: self.texts() }
    }

    fn texts(&self) -> Result<Texts, Error> {
        if self.record.len() > self.header.len() {
            let problem = format!("{} fields where the header has {}", self.record.len(), self.header.len());
            return Err(self.error(problem, "Put fields that hold the separator in double quotes."));
        }
        let mode = mode(&self.word("mode")).ok_or_else(|| {
            self.error(format!("`{}` is no mode", self.word("mode")), "Use document or segment, or leave it empty.")
        })?;
        let glossary = self.word("glossary");
        let terms = match glossary.as_str() {
            "" => TermsFrom::Inline(Vec::new()),
            name => TermsFrom::File(beside(&self.path, name)),
        };
        Ok(Texts { reference: self.text("reference")?, candidate: self.text("candidate")?, mode, terms })
    }

    fn text(&self, side: &str) -> Result<TextFrom, Error> {
        for column in [side.to_owned(), format!("{side}_file")] {
            let Some(field) = self.field(&column) else { continue };
            let name = std::str::from_utf8(field).map_err(|_| self.error("a file name is not UTF-8", "Rename it."))?;
            if !name.trim().is_empty() {
                return Ok(file(&self.path, name.trim()));
            }
        }
        match self.field(&format!("{side}_text")) {
            Some(text) if !text.is_empty() => {
                files::decode(text.to_vec(), &format!("the {side}")).map(TextFrom::Inline)
            }
            _ => Err(self.error(format!("the {side} is not named"), "Give a file, relative to the manifest.")),
        }
    }
}
