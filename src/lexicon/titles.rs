//! Words beside names: titles and offices, and the generic words that say what a name denotes.

use std::collections::HashMap;

use crate::lexicon::table::{Row, rows};

/// A title or office.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Title {
    /// The phrase, in lower case.
    pub phrase: &'static str,
    /// "honorific", "office", "military" and so on.
    pub class: &'static str,
    /// `m` or `f` where it tells, else empty.
    pub gender: &'static str,
}

/// Titles and generic name words.
#[derive(Debug, Default)]
pub struct Titles {
    titles: HashMap<String, Title>,
    heads: HashMap<String, &'static str>,
    longest: usize,
}

impl Titles {
    /// Reads `title class gender` and `word kind`.
    #[must_use]
    pub fn new(titles: &'static str, heads: &'static str) -> Titles {
        let mut read = Titles::default();
        for row in rows(titles) {
            read.add(row);
        }
        for row in rows(heads) {
            read.heads.insert(row.field(0).to_lowercase(), row.field(1));
        }
        read
    }

    fn add(&mut self, row: Row) {
        let phrase = row.field(0).to_lowercase().replace(['.', '-'], " ");
        let words: Vec<&str> = phrase.split_whitespace().collect();
        self.longest = self.longest.max(words.len());
        let title = Title { phrase: row.field(0), class: row.field(1), gender: row.field(2) };
        self.titles.insert(words.join(" "), title);
    }

    /// The title that a sequence of folded words is.
    #[must_use]
    pub fn find(&self, words: &[&str]) -> Option<Title> {
        self.titles.get(&words.join(" ")).copied()
    }

    /// How many words the longest title has.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// What a generic word of names says of them: "place", "org", "event", "treaty", "facility".
    #[must_use]
    pub fn head(&self, folded: &str) -> Option<&'static str> {
        self.heads.get(folded).copied()
    }
}
