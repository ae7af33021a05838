//! Which words mean the opposite, which mean the same, which are forms of one idea.

use crate::lexicon::table::SortedTable;

/// Opposites, equivalents and derivations, looked up in pairs.
#[derive(Clone, Copy, Debug)]
pub struct Opposites {
    opposites: SortedTable,
    equivalents: SortedTable,
    derivations: SortedTable,
}

impl Opposites {
    /// Reads the three files; each unordered pair stands there once, its lesser word first.
    #[must_use]
    pub fn new(opposites: &'static str, equivalents: &'static str, derivations: &'static str) -> Opposites {
        Opposites {
            opposites: SortedTable::new(opposites),
            equivalents: SortedTable::new(equivalents),
            derivations: SortedTable::new(derivations),
        }
    }

    /// Whether two lemmas are opposites.
    #[must_use]
    pub fn are_opposite(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.opposites.has_pair(low, high)
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
