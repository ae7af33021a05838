//! What a caller may decide, and the terms he brings; reading files is not done here.

pub mod keys;
pub mod options;
pub mod parse;
pub mod profile;
pub mod schema;
pub mod vocabulary;

use serde::{Deserialize, Serialize};

/// What kind of thing a term names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Org,
    /// A treaty, a law, a document.
    Treaty,
    /// Anything else.
    #[default]
    #[serde(other)]
    Other,
}

/// What a desk says of a term.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermStatus {
    /// To be used; its aliases are accepted.
    #[default]
    Preferred,
    /// May be used.
    Allowed,
    /// Not to be used, neither it nor its aliases.
    Forbidden,
}

/// A glossary entry.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Term {
    /// The form to use, or not to use where the status says so.
    pub term: String,
    /// Other forms that are accepted, or forbidden where the status says so.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it names.
    #[serde(default, rename = "type")]
    pub kind: TermKind,
    /// Preferred, allowed or forbidden.
    #[serde(default)]
    pub status: TermStatus,
    /// For people; of a forbidden term, "use X" names what to use.
    #[serde(default)]
    pub note: String,
}

impl Term {
    /// What the note of a forbidden term says to use: "use Kyiv" gives "Kyiv".
    #[must_use]
    pub fn replacement(&self) -> Option<&str> {
        let rest = self.note.strip_prefix("use ").or_else(|| self.note.strip_prefix("Use "))?;
        let end = rest.find([';', '(', ',']).unwrap_or(rest.len());
        Some(rest[..end].trim().trim_matches(['"', '“', '”', '.'])).filter(|word| !word.is_empty())
    }
}

/// Every value decided that the analysis depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Terms laid over the built-in names for every pair.
    pub terms: Vec<Term>,
    /// Findings below this confidence are not reported, 0 to 1.
    pub min_confidence: f64,
    /// Longest text that is checked, in bytes; a longer one is an error.
    pub max_bytes: usize,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { terms: Vec::new(), min_confidence: 0.3, max_bytes: 64 << 20 }
    }
}
