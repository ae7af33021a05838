//! Given names and surnames: which spellings render one name, and which gender a given name has.

use crate::lexicon::fold::squeeze;
use crate::lexicon::keys::KeyMap;
use crate::lexicon::table::rows;

/// The given names and surnames of the world as English writes them.
#[derive(Debug, Default)]
pub struct NameParts {
    groups: KeyMap<u32>,
    genders: KeyMap<char>,
}

impl NameParts {
    /// Reads `name gender origin variants` and `name origin variants`.
    #[must_use]
    pub fn new(given_names: &'static str, surnames: &'static str) -> NameParts {
        let mut parts = NameParts::default();
        let mut group = 0;
        for row in rows(given_names) {
            let gender = row.field(1).chars().next().unwrap_or('u');
            for name in std::iter::once(row.field(0)).chain(row.list(3)) {
                let key = squeeze(name);
                parts.groups.add(&key, group);
                parts.genders.add(&key, gender);
            }
            group += 1;
        }
        for row in rows(surnames) {
            for name in std::iter::once(row.field(0)).chain(row.list(2)) {
                parts.groups.add(&squeeze(name), group);
            }
            group += 1;
        }
        parts.groups.seal();
        parts.genders.seal();
        parts
    }

    /// Whether the folded word is a given name or a surname.
    #[must_use]
    pub fn has(&self, folded: &str) -> bool {
        self.groups.has(folded)
    }

    /// Whether the folded word is a given name.
    #[must_use]
    pub fn is_given(&self, folded: &str) -> bool {
        self.genders.has(folded)
    }

    /// Whether two folded words are listed as spellings of one name.
    #[must_use]
    pub fn are_variants(&self, a: &str, b: &str) -> bool {
        self.groups.get(a).any(|group| self.groups.get(b).any(|other| other == group))
    }

    /// The numbers of the names that a folded word spells; words that share one are spellings of one name.
    pub fn groups(&self, folded: &str) -> impl Iterator<Item = u32> {
        self.groups.get(folded)
    }

    /// `m` or `f` where a folded given name tells it.
    #[must_use]
    pub fn gender(&self, folded: &str) -> Option<char> {
        let mut genders = self.genders.get(folded);
        match (genders.next(), genders.next()) {
            (Some(gender), None) if gender != 'u' => Some(gender),
            _ => None,
        }
    }
}
