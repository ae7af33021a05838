//! How near words are in meaning: words of one meaning, words derived from each other, and words of one field.

use crate::lexicon::table::SortedTable;

/// Nearness of two words that can say the same, and of two that are derived from each other.
const EQUIVALENT: f64 = 0.7;
const DERIVED: f64 = 0.8;

/// Words near in meaning, looked up in pairs.
#[derive(Clone, Copy, Debug)]
pub struct Nearness {
    equivalents: SortedTable,
    derivations: SortedTable,
    near: SortedTable,
}

impl Nearness {
    /// Reads the three files; each unordered pair stands there once, its lesser word first.
    #[must_use]
    pub fn new(equivalents: &'static str, derivations: &'static str, near: &'static str) -> Nearness {
        Nearness {
            equivalents: SortedTable::new(equivalents),
            derivations: SortedTable::new(derivations),
            near: SortedTable::new(near),
        }
    }

    /// The words near to a lemma that are greater than it in the order of bytes, each with its nearness, 0 to 1.
    ///
    /// To find all pairs among some words, ask for each of them.
    pub fn near_from<'a>(&'a self, lemma: &'a str) -> impl Iterator<Item = (&'static str, f64)> + 'a {
        let equivalents = self.equivalents.find_all(lemma).map(|row| (row.field(1), EQUIVALENT));
        let derived = self.derivations.find_all(lemma).map(|row| (row.field(2), DERIVED));
        let near = self.near.find_all(lemma).map(|row| (row.field(1), per_cent(row.field(2))));
        equivalents.chain(derived).chain(near)
    }

    /// How near two different lemmas are, 0 where nothing is known.
    #[must_use]
    pub fn of(&self, a: &str, b: &str) -> f64 {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        let both = self.near_from(low).filter(|(word, _)| *word == high);
        both.fold(0.0, |most, (_, nearness)| nearness.max(most))
    }
}

fn per_cent(text: &str) -> f64 {
    text.parse::<f64>().map_or(0.0, |share| share / 100.0)
}
