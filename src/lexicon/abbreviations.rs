//! Abbreviations with a full stop: which never end a sentence and which may.

use std::collections::BTreeMap;

use crate::lexicon::table::rows;

/// What a full stop behind a word can mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// It belongs to the abbreviation.
    Never,
    /// It belongs to the abbreviation and may end the sentence too.
    May,
    /// It ends the sentence.
    Always,
}

/// The abbreviations of a language.
#[derive(Debug, Default)]
pub struct Abbreviations {
    endings: BTreeMap<String, (Ending, bool)>,
}

impl Abbreviations {
    /// Reads the table `form`, `class`.
    #[must_use]
    pub fn new(file: &'static str) -> Abbreviations {
        let mut endings = BTreeMap::new();
        for row in rows(file) {
            let ending = if row.field(1) == "never_ends" { Ending::Never } else { Ending::May };
            let form = row.field(0).to_lowercase();
            let capital = row.field(0).starts_with(char::is_uppercase);
            endings.insert(form.strip_suffix('.').unwrap_or(&form).to_owned(), (ending, capital));
            endings.insert(form, (ending, capital));
        }
        Abbreviations { endings }
    }

    /// What a full stop behind this folded word (given without it) can mean.
    #[must_use]
    pub fn ending(&self, folded: &str, capitalised: bool) -> Ending {
        match self.endings.get(folded) {
            Some((ending, capital)) if !capital || capitalised => *ending,
            _ => Ending::Always,
        }
    }

    /// Whether a folded form is listed.
    #[must_use]
    pub fn is_known(&self, folded: &str) -> bool {
        self.endings.contains_key(folded)
    }
}
