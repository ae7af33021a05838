//! One line of the JSON Lines contract to a pair.

use serde::{Deserialize, Deserializer};
use serde_json::value::{RawValue, to_raw_value};

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

/// A string, a number or nothing, given back digit for digit.
pub type Id = Box<RawValue>;

/// A pair as a stream line gives it; fields that are not the contract's are left aside, `null` is as good as absent.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// A string or a number, given back unchanged.
    #[serde(default = "no_id")]
    pub id: Id,
    /// The trusted text.
    pub reference: String,
    /// The text under test.
    pub candidate: String,
    /// BCP 47 tag of the candidate.
    #[serde(default)]
    pub lang: Option<String>,
    /// Document or segment.
    #[serde(default, deserialize_with = "or_default")]
    pub mode: Mode,
    /// Terms for this pair.
    #[serde(default, deserialize_with = "or_default")]
    pub glossary: Vec<Term>,
}

#[derive(Deserialize)]
struct OnlyId {
    #[serde(default = "no_id")]
    id: Id,
}

fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(value: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(value)?.unwrap_or_default())
}

/// The `null` that answers a line without an id.
#[must_use]
pub fn no_id() -> Id {
    to_raw_value(&()).expect("null is JSON")
}

/// Whether an id is of a kind that the contract knows.
fn is_plain(id: &RawValue) -> bool {
    !id.get().starts_with(['[', '{', 't', 'f'])
}

/// Reads a line; on failure with the `id`, as far as the line has one.
///
/// # Errors
///
/// [`Error::NotUtf8`] or [`Error::BadLine`], with what is wrong.
pub fn parse(line: &[u8]) -> Result<Line, (Id, Error)> {
    let text = std::str::from_utf8(line).map_err(|error| {
        (no_id(), Error::NotUtf8 { what: "the line".to_owned(), offset: error.valid_up_to(), line: 1 })
    })?;
    match serde_json::from_str::<Line>(text) {
        Ok(pair) if is_plain(&pair.id) => Ok(pair),
        Ok(_) => Err((no_id(), Error::BadLine { problem: "the id is neither a string nor a number".to_owned() })),
        Err(error) => {
            let id = serde_json::from_str::<OnlyId>(text).map_or_else(|_| no_id(), |line| line.id);
            let id = if is_plain(&id) { id } else { no_id() };
            Err((id, Error::BadLine { problem: error.to_string() }))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::input::stream::{Mode, parse};

    #[test]
    fn ids_come_back_digit_for_digit() {
        let line = parse(br#"{"id": 12345678901234567890123, "reference": "a", "candidate": "b"}"#).expect("a pair");
        assert_eq!(line.id.get(), "12345678901234567890123");
    }

    #[test]
    fn null_is_as_good_as_absent() {
        let line = parse(br#"{"reference": "a", "candidate": "b", "mode": null, "glossary": null, "lang": null}"#);
        let line = line.expect("a pair");
        assert_eq!((line.id.get(), line.mode, line.glossary.len()), ("null", Mode::Document, 0));
    }

    #[test]
    fn an_id_that_is_a_list_is_refused() {
        let (id, error) = parse(br#"{"id": [1], "reference": "a", "candidate": "b"}"#).expect_err("an error");
        assert_eq!((id.get(), error.code()), ("null", "bad-line"));
    }
}
