//! Roles of people, and what ministers are for.

use std::collections::HashMap;

use crate::lexicon::table::{Row, rows};

/// A role that a word or two name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Role {
    /// The word for it and all that say the same.
    pub sense: &'static str,
    /// Roles of one group exclude each other as a rule.
    pub group: &'static str,
    /// Whether what it is for tells more than the role itself.
    pub portfolio: bool,
}

/// Roles by their words.
#[derive(Debug, Default)]
pub struct Roles {
    roles: HashMap<&'static str, Role>,
    portfolios: HashMap<&'static str, &'static str>,
}

impl Roles {
    /// Reads `role sense group portfolio` and `word sense`.
    #[must_use]
    pub fn new(roles: &'static str, portfolios: &'static str) -> Roles {
        let role = |row: Row| {
            let role = Role { sense: row.field(1), group: row.field(2), portfolio: row.field(3) == "yes" };
            (row.field(0), role)
        };
        Roles {
            roles: rows(roles).map(role).collect(),
            portfolios: rows(portfolios).map(|row| (row.field(0), row.field(1))).collect(),
        }
    }

    /// The role that folded words in the singular name, joined by spaces.
    #[must_use]
    pub fn find(&self, words: &str) -> Option<Role> {
        self.roles.get(words).copied()
    }

    /// What a folded word says a minister is for; words for one thing give one sense.
    #[must_use]
    pub fn portfolio(&self, word: &str) -> Option<&'static str> {
        self.portfolios.get(word).copied()
    }
}
