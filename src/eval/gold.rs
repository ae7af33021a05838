//! Texts whose errors are known, and what people thought of them; where they are read from is told by their format.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::config::Term;
use crate::error::Error;
use crate::eval::formats::{self, Reading};
use crate::input::stream::Mode;
use crate::rules::model::{Category, Severity};
use crate::text::span::Span;

/// An error that an annotator marked.
#[derive(Clone, PartialEq, Debug)]
pub struct KnownError {
    /// The wrong words; empty where something is missing.
    pub span: Span,
    /// None for a category that is not one of the contract's.
    pub category: Option<Category>,
    /// Further categories that name the error as well.
    pub accepted: Vec<Category>,
    /// The harm it does.
    pub severity: Severity,
    /// What belongs there.
    pub right: Option<String>,
}

impl KnownError {
    /// Whether a finding of a category names the error.
    #[must_use]
    pub fn is_named_by(&self, category: Category) -> bool {
        self.category.is_some_and(|own| own == category || self.accepted.contains(&category))
    }
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
    /// In a word, what was done to the clean form to make this one.
    pub change: Option<String>,
    /// What people thought of it.
    pub rated: Option<Rated>,
}

/// What people thought of a text.
#[derive(Clone, PartialEq, Debug)]
pub struct Rated {
    /// How they said it.
    pub measure: Measure,
    /// The harm they saw in it; higher is worse.
    pub harm: f64,
    /// Segments of which the harm is the sum; at least 1.
    pub segments: usize,
    /// What it translates; none where other translations of the same cannot be told.
    pub origin: Option<Origin>,
}

/// How people said what they thought of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Measure {
    /// The weights of the errors marked, summed over the text, mean over raters (Freitag et al. 2021).
    #[serde(rename = "MQM")]
    Mqm,
    /// The share of the words that a post-editor changed (Snover et al. 2006).
    #[serde(rename = "HTER")]
    Hter,
}

impl Measure {
    /// Its usual abbreviation.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Measure::Mqm => "MQM",
            Measure::Hter => "HTER",
        }
    }
}

/// Which text was translated, and by whom.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Origin {
    /// The document.
    pub document: String,
    /// The segment in it; empty where the document was translated as a whole.
    pub segment: String,
    /// Who translated it.
    pub system: String,
}

/// Reads files (`-` is standard input) and folders, in the order given; their content says which format they have.
///
/// # Errors
///
/// [`Error::Unreadable`], [`Error::NotUtf8`], or [`Error::Annotation`] with file, line and what is wrong.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Annotated>, Error> {
    formats::read(paths, &Reading::default())
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
