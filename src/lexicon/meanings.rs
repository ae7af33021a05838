//! Names that are words of their language, with the English words that a translation may put for them.

use crate::lexicon::table::SortedTable;

/// What names mean, by the folded name.
#[derive(Clone, Copy, Debug)]
pub struct Meanings {
    names: SortedTable,
}

impl Meanings {
    /// Reads `name language english kind`.
    #[must_use]
    pub fn new(file: &'static str) -> Meanings {
        Meanings { names: SortedTable::new(file) }
    }

    /// The English words and phrases, in small letters, that a squeezed name may be rendered by.
    pub fn of(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.names.find(name).into_iter().flat_map(|row| row.list(2))
    }
}
