//! How often two words stand side by side, beside what chance would have.

use crate::lexicon::table::SortedTable;

/// Pairs of words and how much more, or less, often than by chance the first stands right before the second.
#[derive(Clone, Copy, Debug)]
pub struct SideBySide {
    table: SortedTable,
}

impl SideBySide {
    /// Reads `first second ratio`.
    #[must_use]
    pub fn new(file: &'static str) -> SideBySide {
        SideBySide { table: SortedTable::new(file) }
    }

    /// The pointwise mutual information of two words, the second right behind the first (Church and Hanks 1990):
    /// the natural logarithm of how often they are found so over how often they would be by chance, about -7 to 12.
    ///
    /// `None` where that is nearly even or too little is known to say.
    #[must_use]
    pub fn ratio(&self, first: &str, second: &str) -> Option<f64> {
        self.table.find_pair(first, second).and_then(|row| row.field(2).parse().ok())
    }
}
