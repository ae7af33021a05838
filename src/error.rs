//! What can go wrong outside the analysis; the analysis itself cannot fail.

use std::path::PathBuf;

/// A reason why a pair could not be read or checked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be opened or read.
    #[error("cannot read {path}: {reason}. Check the name, or give `-` for standard input.", path = path.display())]
    Unreadable {
        /// The file as it was named.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// A file could not be written.
    #[error("cannot write {path}: {reason}.", path = path.display())]
    Unwritable {
        /// The file as it was named.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// Bytes that are no UTF-8.
    #[error(
        "{what} is not UTF-8: the byte at offset {offset} (line {line}) is wrong. \
         Convert it first, for example: iconv -f windows-1252 -t utf-8."
    )]
    NotUtf8 {
        /// The file or field.
        what: String,
        /// Offset of the first wrong byte.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// A text without a word.
    #[error("the {side} is empty: there is no word in it. Give a text with at least one sentence.")]
    Empty {
        /// Which text.
        side: Side,
    },
    /// A text beyond the limit.
    #[error("the {side} has {bytes} bytes, more than the {limit} that are checked at once. Split it into articles.")]
    TooLong {
        /// Which text.
        side: Side,
        /// Its length.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// A text in a language that cannot be checked.
    #[error(
        "the {side} is {language}, not English. Both texts must be English.{hint}",
        hint = if *swapped { " Are the files swapped, or is one of them the source text?" } else { "" }
    )]
    Language {
        /// Which text.
        side: Side,
        /// The English name of its language.
        language: String,
        /// Whether the other text is English, so that a wrong file is likely.
        swapped: bool,
    },
    /// A glossary line that cannot be read.
    #[error("{path}:{line}: {problem}. {help}", path = path.display())]
    Glossary {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: u64,
        /// What is wrong.
        problem: String,
        /// What to do.
        help: String,
    },
    /// A manifest, or a pair that it names, which cannot be read.
    #[error("{}: {problem}. {help}", place(path, *line))]
    Manifest {
        /// The manifest, or the folder.
        path: PathBuf,
        /// Its line, from 1; 0 where there is none to name.
        line: u64,
        /// What is wrong.
        problem: String,
        /// What to do.
        help: String,
    },
    /// A configuration file that cannot be read.
    #[error("{path}:{line}:{column}: {problem}{end}", path = path.display(), end = end(problem, help))]
    Config {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong, with the key.
        problem: String,
        /// What to do; may be empty.
        help: String,
    },
    /// An ignore that cannot be read.
    #[error("{name}:{line}: {problem}{end}", end = end(problem, help))]
    Ignore {
        /// The text or the file of ignores.
        name: String,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
        /// What to do; may be empty.
        help: String,
    },
    /// A baseline that cannot be read.
    #[error("{path}:{line}: {problem}{end}", path = path.display(), end = end(problem, help))]
    Baseline {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
        /// What to do.
        help: String,
    },
    /// A stream line that is no pair.
    #[error("not a pair: {problem}. A line is an object with `id`, `reference` and `candidate`.")]
    BadLine {
        /// What is wrong.
        problem: String,
    },
    /// An annotated text that cannot be read.
    #[error("{path}:{line}: {problem}.", path = path.display(), problem = problem.trim_end_matches('.'))]
    Annotation {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// A rule code that no rule has.
    #[error("no rule `{code}`.{hint} `wirelint rules` lists them all.")]
    NoSuchRule {
        /// What was asked for.
        code: String,
        /// "Did you mean …?", with a leading space, or nothing.
        hint: String,
    },
    /// The analysis broke down; a fault of wirelint.
    #[error("wirelint broke down on this pair: {reason}. Please report it with the pair.")]
    Internal {
        /// What the program says.
        reason: String,
    },
}

fn place(path: &std::path::Path, line: u64) -> String {
    if line == 0 { path.display().to_string() } else { format!("{}:{line}", path.display()) }
}

/// What follows a problem: a stop unless it has one, and the help.
fn end(problem: &str, help: &str) -> String {
    let stop = if problem.ends_with(['.', '?', '!']) { "" } else { "." };
    let space = if help.is_empty() { "" } else { " " };
    format!("{stop}{space}{help}")
}

/// One of the two texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The trusted text.
    Reference,
    /// The text under test.
    Candidate,
}

impl std::fmt::Display for Side {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Side::Reference => "reference",
            Side::Candidate => "candidate",
        })
    }
}

impl Error {
    /// A short stable word for programs, as in the stream's error object.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::Unreadable { .. } => "unreadable",
            Error::Unwritable { .. } => "unwritable",
            Error::NotUtf8 { .. } => "not-utf8",
            Error::Empty { .. } => "empty-text",
            Error::TooLong { .. } => "too-long",
            Error::Language { .. } => "wrong-language",
            Error::Glossary { .. } => "glossary",
            Error::Manifest { .. } => "manifest",
            Error::Config { .. } => "config",
            Error::Ignore { .. } => "ignore",
            Error::Baseline { .. } => "baseline",
            Error::BadLine { .. } => "bad-line",
            Error::Annotation { .. } => "annotation",
            Error::NoSuchRule { .. } => "no-such-rule",
            Error::Internal { .. } => "internal",
        }
    }
}
