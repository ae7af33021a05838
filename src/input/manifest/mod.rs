//! Many pairs, named by a table, by JSON lines or by their files' names in a folder; read one by one, never all at once.

mod folder;
mod lines;
mod table;

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::config::Term;
use crate::error::Error;
use crate::input::files::{self, Source};
use crate::input::glossary;
use crate::input::stream::Mode;

pub use crate::input::manifest::folder::{Pairs, Patterns};

/// Longest value of a column that is kept, in characters.
const LONGEST_VALUE: usize = 200;

/// Bytes that are looked at to tell one kind of manifest from another.
const HEAD: u64 = 4096;

/// A text of a pair: in a file of its own, or in the manifest itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TextFrom {
    /// The file, and its name as the manifest has it.
    File(PathBuf, String),
    /// The text.
    Inline(String),
}

impl TextFrom {
    /// The name as the manifest has it; empty for a text that is in the manifest.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            TextFrom::File(_, name) => name,
            TextFrom::Inline(_) => "",
        }
    }

    /// The text.
    ///
    /// # Errors
    ///
    /// What [`files::read`] says.
    pub fn read(self) -> Result<Source, Error> {
        match self {
            TextFrom::File(path, name) => Ok(Source { name, ..files::read(&path)? }),
            TextFrom::Inline(raw) => {
                Ok(Source { name: String::new(), raw, comments: Vec::new(), written: None, markdown: false })
            }
        }
    }

    /// The file; none for a text that is in the manifest.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            TextFrom::File(path, _) => Some(path),
            TextFrom::Inline(_) => None,
        }
    }

    /// Bytes that it takes up before it is read.
    fn held(&self) -> usize {
        match self {
            TextFrom::File(..) => 0,
            TextFrom::Inline(text) => text.len(),
        }
    }
}

/// The terms for one pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TermsFrom {
    /// A glossary.
    File(PathBuf),
    /// The terms.
    Inline(Vec<Term>),
}

impl TermsFrom {
    /// The terms.
    ///
    /// # Errors
    ///
    /// [`Error::Glossary`], or what [`files::read`] says.
    pub fn read(self) -> Result<Vec<Term>, Error> {
        match self {
            TermsFrom::File(path) => glossary::parse(&path, &files::read(&path)?.raw),
            TermsFrom::Inline(terms) => Ok(terms),
        }
    }
}

/// What is to be checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Texts {
    /// The trusted text.
    pub reference: TextFrom,
    /// The text under test.
    pub candidate: TextFrom,
    /// Document or segment.
    pub mode: Mode,
    /// Terms for this pair.
    pub terms: TermsFrom,
}

/// One pair as the manifest names it.
#[derive(Debug)]
pub struct Entry {
    /// Its number, from 1.
    pub number: usize,
    /// What it is called.
    pub id: String,
    /// Further columns and their values, such as the desk or the vendor.
    pub columns: Vec<(String, String)>,
    /// What is to be checked, or why it cannot be.
    pub texts: Result<Texts, Error>,
}

impl Entry {
    /// Bytes that it holds in memory.
    #[must_use]
    pub fn held(&self) -> usize {
        self.texts.as_ref().map_or(0, |texts| texts.reference.held() + texts.candidate.held())
    }
}

/// Where pairs are named.
#[derive(Debug)]
pub enum Manifest {
    /// CSV or TSV with a header.
    Table(PathBuf),
    /// JSON lines.
    Lines(PathBuf),
    /// Files that belong together by their names.
    Folder(Pairs),
}

/// What is known of a manifest before its pairs are read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Survey {
    /// How many pairs it names.
    pub count: usize,
    /// SHA-256 of it, in hexadecimal digits; of a folder, of the names and sizes of its files.
    pub digest: String,
}

impl Manifest {
    /// Finds out what kind of manifest a path is.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`], and [`Error::Manifest`] for a folder without a pair.
    pub fn open(path: &Path, patterns: &Patterns) -> Result<Manifest, Error> {
        if path.is_dir() {
            return folder::pairs(path, patterns).map(Manifest::Folder);
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_lowercase();
        let is_lines = match ending.as_str() {
            "jsonl" | "ndjson" => true,
            "csv" | "tsv" => false,
            _ => {
                let mut head = Vec::new();
                let read = open(path)?.take(HEAD).read_to_end(&mut head);
                read.map_err(|error| files::unreadable(path, &error))?;
                let text = String::from_utf8_lossy(&head);
                text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
            }
        };
        Ok(if is_lines { Manifest::Lines(path.to_owned()) } else { Manifest::Table(path.to_owned()) })
    }

    /// Reads it once, for the number of its pairs and for what it is recognised by.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`], and [`Error::Manifest`] for a table without the columns that have to be there.
    pub fn survey(&self) -> Result<Survey, Error> {
        let (path, count) = match self {
            Manifest::Folder(pairs) => return Ok(pairs.survey()),
            Manifest::Table(path) => (path, table::count(path)?),
            Manifest::Lines(path) => (path, lines::count(path)?),
        };
        let mut reader = open(path)?;
        let mut hash = Sha256::new();
        loop {
            let bytes = reader.fill_buf().map_err(|error| files::unreadable(path, &error))?;
            if bytes.is_empty() {
                break;
            }
            hash.update(bytes);
            let length = bytes.len();
            reader.consume(length);
        }
        Ok(Survey { count, digest: hexadecimal(&hash.finalize()) })
    }

    /// The pairs one after the other; an error is one of the manifest itself, after which there is no further pair.
    ///
    /// # Errors
    ///
    /// As [`Manifest::survey`].
    pub fn entries(&self) -> Result<Box<dyn Iterator<Item = Result<Entry, Error>> + '_>, Error> {
        Ok(match self {
            Manifest::Folder(pairs) => Box::new(pairs.entries().map(Ok)),
            Manifest::Table(path) => Box::new(table::entries(path)?),
            Manifest::Lines(path) => Box::new(lines::entries(path)?),
        })
    }
}

/// A digest in hexadecimal digits.
#[must_use]
pub fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn open(path: &Path) -> Result<BufReader<File>, Error> {
    let file = File::open(path).map_err(|error| files::unreadable(path, &error))?;
    Ok(BufReader::with_capacity(1 << 16, file))
}

/// A file named in a manifest: beside it, unless the name says otherwise.
fn beside(manifest: &Path, name: &str) -> PathBuf {
    let folder = manifest.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.join(name)
}

fn file(manifest: &Path, name: &str) -> TextFrom {
    TextFrom::File(beside(manifest, name), name.to_owned())
}

/// Reads a mode; nothing is the usual one.
fn mode(word: &str) -> Option<Mode> {
    match word.to_lowercase().as_str() {
        "" | "document" => Some(Mode::Document),
        "segment" => Some(Mode::Segment),
        _ => None,
    }
}

/// A value of a column, cut where it is no value but a text.
fn value(text: &str) -> String {
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
