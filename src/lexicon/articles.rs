//! Which indefinite article a word takes, by its first sound.

use std::collections::BTreeMap;

use crate::lexicon::table::rows;

/// The articles that a word can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Article {
    /// "a".
    A,
    /// "an".
    An,
    /// Either, or nobody can tell.
    Both,
}

/// The exceptions of a language.
#[derive(Debug, Default)]
pub struct Articles {
    starts: BTreeMap<&'static str, Article>,
}

impl Articles {
    /// Reads `start article`.
    #[must_use]
    pub fn new(file: &'static str) -> Articles {
        let read = |word: &str| match word {
            "a" => Article::A,
            "an" => Article::An,
            _ => Article::Both,
        };
        Articles { starts: rows(file).map(|row| (row.field(0), read(row.field(1)))).collect() }
    }

    /// The article of a folded word of letters; the longest listed start decides, else its first letter.
    #[must_use]
    pub fn of(&self, folded: &str) -> Article {
        let longest = (1..=folded.len()).rev().find_map(|end| self.starts.get(folded.get(..end)?));
        longest.copied().unwrap_or(match folded.chars().next() {
            Some('a' | 'e' | 'i' | 'o' | 'u') => Article::An,
            Some(first) if first.is_ascii_alphabetic() => Article::A,
            _ => Article::Both,
        })
    }
}
