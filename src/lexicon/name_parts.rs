//! Given names and surnames: which spellings render one name, and which gender a given name has.

use std::collections::HashMap;

use crate::lexicon::fold::squeeze;
use crate::lexicon::table::rows;

/// The given names and surnames of the world as English writes them.
#[derive(Debug, Default)]
pub struct NameParts {
    groups: HashMap<String, Vec<u32>>,
    genders: HashMap<String, char>,
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
                parts.add(name, group);
                let known = parts.genders.entry(squeeze(name)).or_insert(gender);
                if *known != gender {
                    *known = 'u';
                }
            }
            group += 1;
        }
        for row in rows(surnames) {
            for name in std::iter::once(row.field(0)).chain(row.list(2)) {
                parts.add(name, group);
            }
            group += 1;
        }
        parts
    }

    fn add(&mut self, name: &str, group: u32) {
        let groups = self.groups.entry(squeeze(name)).or_default();
        if groups.last() != Some(&group) {
            groups.push(group);
        }
    }

    /// Whether the folded word is a given name or a surname.
    #[must_use]
    pub fn has(&self, folded: &str) -> bool {
        self.groups.contains_key(folded)
    }

    /// Whether two folded words are listed as spellings of one name.
    #[must_use]
    pub fn are_variants(&self, a: &str, b: &str) -> bool {
        let (Some(groups_a), Some(groups_b)) = (self.groups.get(a), self.groups.get(b)) else { return false };
        groups_a.iter().any(|group| groups_b.contains(group))
    }

    /// The numbers of the names that a folded word spells; words that share one are spellings of one name.
    #[must_use]
    pub fn groups(&self, folded: &str) -> &[u32] {
        self.groups.get(folded).map_or(&[], Vec::as_slice)
    }

    /// `m` or `f` where a folded given name tells it.
    #[must_use]
    pub fn gender(&self, folded: &str) -> Option<char> {
        self.genders.get(folded).copied().filter(|gender| *gender != 'u')
    }
}
