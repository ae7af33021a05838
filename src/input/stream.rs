//! One line of the JSON Lines contract to a pair.

use serde::Deserialize;
use serde_json::Value;

use crate::config::Term;
use crate::error::Error;

/// How the two texts of a line belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Two articles.
    #[default]
    Document,
    /// One segment and its one-to-one reference.
    Segment,
}

/// A pair as a stream line gives it; fields that are not the contract's are left aside.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// A string or a number, given back unchanged.
    #[serde(default)]
    pub id: Value,
    /// The trusted text.
    pub reference: String,
    /// The text under test.
    pub candidate: String,
    /// BCP 47 tag of the candidate.
    #[serde(default)]
    pub lang: Option<String>,
    /// Document or segment.
    #[serde(default)]
    pub mode: Mode,
    /// Terms for this pair.
    #[serde(default)]
    pub glossary: Vec<Term>,
}

/// Reads a line; on failure with the `id`, as far as the line has one.
///
/// # Errors
///
/// [`Error::NotUtf8`] or [`Error::BadLine`], with what is wrong.
pub fn parse(line: &[u8]) -> Result<Line, (Value, Error)> {
    let text = std::str::from_utf8(line).map_err(|error| {
        (Value::Null, Error::NotUtf8 { what: "the line".to_owned(), offset: error.valid_up_to(), line: 1 })
    })?;
    serde_json::from_str::<Line>(text).map_err(|error| {
        let id =
            serde_json::from_str::<Value>(text).ok().and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null);
        (id, Error::BadLine { problem: error.to_string() })
    })
}
