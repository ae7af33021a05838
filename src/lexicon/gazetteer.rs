//! Known names: who or what they denote, which spellings are accepted, which are outdated.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::config::{Term, TermKind, TermStatus};
use crate::lexicon::fold::{fold, squeeze, without_possessive};
use crate::lexicon::table::{Row, rows};

/// How a form stands to its entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FormStatus {
    /// The form to use.
    Preferred,
    /// Another accepted form.
    Accepted,
    /// Met in older texts; denotes the same.
    Obsolete,
    /// The people or the adjective of a place.
    Related,
    /// Not to be used, says the user's glossary.
    Forbidden,
}

/// A known name.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The preferred form.
    pub term: Cow<'static, str>,
    /// "country", "city", "person", "org" and so on.
    pub kind: Cow<'static, str>,
    /// The country it belongs to, or empty.
    pub country: &'static str,
    /// A person's offices, divided by `|`.
    pub roles: &'static str,
    /// `m`, `f` or empty.
    pub gender: &'static str,
    /// What the user's glossary says; preferred for built-in names.
    pub status: TermStatus,
    /// What to use in place of a forbidden term.
    pub replacement: Option<String>,
    /// The words of the preferred form, as [`name_words`] gives them.
    pub words: Vec<String>,
    /// Accepted forms, the preferred one first.
    pub forms: Vec<Cow<'static, str>>,
    /// Whether it comes from the user.
    pub from_user: bool,
}

impl Entry {
    /// Whether it names a person.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.kind == "person"
    }

    /// Whether it names a place of any kind.
    #[must_use]
    pub fn is_place(&self) -> bool {
        const PLACES: [&str; 14] = [
            "place",
            "country",
            "capital",
            "city",
            "region",
            "river",
            "mountain",
            "lake",
            "sea",
            "island",
            "desert",
            "continent",
            "landmark",
            "strait",
        ];
        PLACES.contains(&self.kind.as_ref())
    }
}

/// An entry met under one of its forms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known {
    /// Position of the entry in its gazetteer.
    pub entry: u32,
    /// How the form stands to it.
    pub status: FormStatus,
}

/// A set of known names, found by any of their forms.
#[derive(Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    forms: HashMap<String, Vec<Known>>,
    acronyms: HashMap<String, Vec<Known>>,
    first_words: HashMap<String, usize>,
    /// Entries by the words of their preferred form.
    parts: HashMap<String, Vec<u32>>,
    people_by_country: HashMap<&'static str, Vec<u32>>,
    countries_and_capitals: Vec<u32>,
}

/// The words of a name as they are compared: folded, without possessives, hyphens and dots, without a leading "the".
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let pieces = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/' | ','));
    let mut words: Vec<String> =
        pieces.map(|piece| squeeze(without_possessive(&fold(piece)))).filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

/// Whether a form is an acronym: it is looked up only where the text has capitals too.
#[must_use]
pub fn is_acronym(form: &str) -> bool {
    let letters: Vec<char> = form.chars().filter(|c| c.is_alphabetic()).collect();
    (2..=7).contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase()) && !form.contains(char::is_whitespace)
}

impl Gazetteer {
    /// Reads the built-in files, all with the columns
    /// `term aliases obsolete kind related country role gender`.
    #[must_use]
    pub fn built_in(files: &[&'static str]) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for row in files.iter().flat_map(|file| rows(file)) {
            gazetteer.add_row(row);
        }
        gazetteer
    }

    /// The terms of a user's glossary.
    #[must_use]
    pub fn of_terms(terms: &[Term]) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for term in terms {
            gazetteer.add_term(term);
        }
        gazetteer
    }

    fn add_row(&mut self, row: Row) {
        let forms = std::iter::once(row.field(0)).chain(row.list(1)).map(Cow::Borrowed).collect();
        let entry = Entry {
            term: Cow::Borrowed(row.field(0)),
            kind: Cow::Borrowed(row.field(3)),
            country: row.field(5),
            roles: row.field(6),
            gender: row.field(7),
            status: TermStatus::Preferred,
            replacement: None,
            words: name_words(row.field(0)),
            forms,
            from_user: false,
        };
        let at = self.entries.len() as u32;
        if entry.is_person() && !entry.country.is_empty() {
            self.people_by_country.entry(entry.country).or_default().push(at);
        }
        if matches!(entry.kind.as_ref(), "country" | "capital") {
            self.countries_and_capitals.push(at);
        }
        self.entries.push(entry);
        self.add_form(row.field(0), at, FormStatus::Preferred);
        for (column, status) in [(1, FormStatus::Accepted), (2, FormStatus::Obsolete), (4, FormStatus::Related)] {
            for form in row.list(column) {
                self.add_form(form, at, status);
            }
        }
    }

    fn add_term(&mut self, term: &Term) {
        let kind = match term.kind {
            TermKind::Person => "person",
            TermKind::Place => "place",
            TermKind::Org => "org",
            TermKind::Treaty => "treaty",
            TermKind::Other => "other",
        };
        let forms = std::iter::once(&term.term).chain(&term.aliases).cloned().map(Cow::Owned).collect();
        let at = self.entries.len() as u32;
        self.entries.push(Entry {
            term: Cow::Owned(term.term.clone()),
            kind: Cow::Borrowed(kind),
            country: "",
            roles: "",
            gender: "",
            status: term.status,
            replacement: term.replacement().map(str::to_owned),
            words: name_words(&term.term),
            forms,
            from_user: true,
        });
        let forbidden = term.status == TermStatus::Forbidden;
        let (own, other) = if forbidden {
            (FormStatus::Forbidden, FormStatus::Forbidden)
        } else {
            (FormStatus::Preferred, FormStatus::Accepted)
        };
        self.add_form(&term.term, at, own);
        for alias in &term.aliases {
            self.add_form(alias, at, other);
        }
    }

    fn add_form(&mut self, form: &str, entry: u32, status: FormStatus) {
        let known = Known { entry, status };
        if is_acronym(form) {
            self.acronyms.entry(squeeze(form)).or_default().push(known);
            return;
        }
        let words = name_words(form);
        let Some(first) = words.first() else { return };
        let longest = self.first_words.entry(first.clone()).or_insert(0);
        *longest = (*longest).max(words.len());
        if status != FormStatus::Related {
            for word in words.iter().filter(|word| word.len() > 2) {
                let holders = self.parts.entry(word.clone()).or_default();
                if holders.last() != Some(&entry) {
                    holders.push(entry);
                }
            }
        }
        let found = self.forms.entry(words.join(" ")).or_default();
        if !found.iter().any(|other| other.entry == entry) {
            found.push(known);
        }
    }

    /// The entries of a form given as its compared words, see [`name_words`].
    #[must_use]
    pub fn find(&self, words: &[String]) -> &[Known] {
        self.forms.get(&words.join(" ")).map_or(&[], Vec::as_slice)
    }

    /// The entries of an acronym, given squeezed.
    #[must_use]
    pub fn find_acronym(&self, squeezed: &str) -> &[Known] {
        self.acronyms.get(squeezed).map_or(&[], Vec::as_slice)
    }

    /// How many words the longest form has that begins with this word; 0 where none does.
    #[must_use]
    pub fn longest_from(&self, first: &str) -> usize {
        self.first_words.get(first).copied().unwrap_or(0)
    }

    /// Whether a word is part of a known name.
    #[must_use]
    pub fn has_part(&self, word: &str) -> bool {
        self.parts.contains_key(word)
    }

    /// The entries with a form that holds a word.
    #[must_use]
    pub fn with_part(&self, word: &str) -> &[u32] {
        self.parts.get(word).map_or(&[], Vec::as_slice)
    }

    /// The known people of a country, given by its preferred form.
    #[must_use]
    pub fn people_of(&self, country: &str) -> &[u32] {
        self.people_by_country.get(country).map_or(&[], Vec::as_slice)
    }

    /// The countries and capitals.
    #[must_use]
    pub fn countries_and_capitals(&self) -> &[u32] {
        &self.countries_and_capitals
    }

    /// An entry by its position.
    #[must_use]
    pub fn entry(&self, at: u32) -> &Entry {
        &self.entries[at as usize]
    }

    /// All entries in file order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}
