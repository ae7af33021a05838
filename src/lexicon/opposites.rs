//! Which words mean the opposite, which mean the same, which are forms of one idea.

use crate::lexicon::keys::KeyMap;
use crate::lexicon::table::{SortedTable, rows};

/// Opposites, equivalents and derivations, looked up in pairs.
#[derive(Debug)]
pub struct Opposites {
    opposites: SortedTable,
    /// The opposites of a word, whichever of the two columns it stands in.
    by_word: KeyMap<&'static str>,
    equivalents: SortedTable,
    derivations: SortedTable,
}

impl Opposites {
    /// Reads the three files; each unordered pair stands there once, its lesser word first.
    #[must_use]
    pub fn new(opposites: &'static str, equivalents: &'static str, derivations: &'static str) -> Opposites {
        let mut by_word = KeyMap::default();
        for row in rows(opposites) {
            by_word.add(row.field(0), row.field(1));
            by_word.add(row.field(1), row.field(0));
        }
        by_word.seal();
        Opposites {
            opposites: SortedTable::new(opposites),
            by_word,
            equivalents: SortedTable::new(equivalents),
            derivations: SortedTable::new(derivations),
        }
    }

    /// Whether a lemma is "say" or can say the same.
    #[must_use]
    pub fn says(&self, lemma: &str) -> bool {
        lemma == "say" || self.are_equivalent(lemma, "say")
    }

    /// Whether two lemmas are opposites.
    #[must_use]
    pub fn are_opposite(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.opposites.has_pair(low, high)
    }

    /// Whether the first lemma is the opposite of a word that can say the same as the second: "convicted" and
    /// "cleared" through "acquitted".
    #[must_use]
    pub fn are_remotely_opposite(&self, a: &str, b: &str) -> bool {
        self.by_word.get(a).any(|opposite| self.are_close(opposite, b))
            || self.by_word.get(b).any(|opposite| self.are_close(opposite, a))
    }

    /// Whether two lemmas say the same by our own list: WordNet's rare senses are left out.
    fn are_close(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.equivalents.find_all(low).any(|row| row.field(1) == high && row.field(3) == "wirelint")
    }

    /// Whether two lemmas can say the same.
    #[must_use]
    pub fn are_equivalent(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.equivalents.has_pair(low, high)
    }

    /// Whether two lemmas are derived from one another ("refuse", "refusal").
    #[must_use]
    pub fn are_derived(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.derivations.find_all(low).any(|row| row.field(2) == high)
    }
}
