//! Known names: who or what they denote, which spellings are accepted, which are outdated.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::config::{Term, TermKind, TermStatus};
use crate::lexicon::fold::{fold, squeeze, without_possessive};
use crate::lexicon::keys::KeyMap;
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
    /// The surname alone of a known person.
    Surname,
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
    /// Other accepted forms, divided by `|`.
    aliases: Cow<'static, str>,
}

impl Entry {
    /// Accepted forms, the preferred one first.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.split('|').map(str::trim).filter(|alias| !alias.is_empty());
        std::iter::once(self.term.as_ref()).chain(aliases)
    }

    /// The words of the preferred form, as [`name_words`] gives them.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        name_words(&self.term)
    }

    /// Whether it names a person.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.kind == "person"
    }

    /// Whether it is a place in a country, given by that country's preferred form.
    #[must_use]
    pub fn lies_in(&self, country: &str) -> bool {
        self.is_place() && self.country.split('|').any(|one| one == country)
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Known {
    /// How the form stands to it; the better status comes first.
    pub status: FormStatus,
    /// Position of the entry in its gazetteer.
    pub entry: u32,
}

/// A set of known names, found by any of their forms.
#[derive(Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    forms: KeyMap<Known>,
    acronyms: KeyMap<Known>,
    /// How many words the forms have that begin with a word.
    lengths: KeyMap<u8>,
    /// Entries by the words of their forms.
    parts: KeyMap<u32>,
    people_by_country: HashMap<&'static str, Vec<u32>>,
    countries_and_capitals: Vec<u32>,
}

/// The words of a name as they are compared: folded, without possessives, hyphens and dots, without a leading "the".
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(name, |word| words.push(word.to_owned()));
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

/// Calls back with each compared word of a name, in order.
fn each_word(name: &str, mut take: impl FnMut(&str)) {
    let mut plain = String::new();
    for piece in name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/' | ',')) {
        plain.clear();
        if piece.is_ascii() {
            let bare = piece.strip_suffix("'s").or_else(|| piece.strip_suffix('\'')).unwrap_or(piece);
            plain.extend(bare.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        } else {
            plain.push_str(&squeeze(without_possessive(&fold(piece))));
        }
        if !plain.is_empty() {
            take(&plain);
        }
    }
}

/// Whether a form is an acronym: it is looked up only where the text has capitals too.
#[must_use]
pub fn is_acronym(form: &str) -> bool {
    let mut letters = 0;
    for c in form.chars() {
        if c.is_whitespace() || c.is_alphabetic() && !c.is_uppercase() {
            return false;
        }
        letters += usize::from(c.is_alphabetic());
    }
    (2..=7).contains(&letters)
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
        gazetteer.seal();
        gazetteer
    }

    /// The terms of a user's glossary.
    #[must_use]
    pub fn of_terms(terms: &[Term]) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for term in terms {
            gazetteer.add_term(term);
        }
        gazetteer.seal();
        gazetteer
    }

    fn seal(&mut self) {
        self.forms.seal();
        self.acronyms.seal();
        self.lengths.seal();
        self.parts.seal();
    }

    fn add_row(&mut self, row: Row) {
        let entry = Entry {
            term: Cow::Borrowed(row.field(0)),
            kind: Cow::Borrowed(row.field(3)),
            country: row.field(5),
            roles: row.field(6),
            gender: row.field(7),
            status: TermStatus::Preferred,
            replacement: None,
            aliases: Cow::Borrowed(row.field(1)),
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
        if let Some((_, surname)) = row.field(0).rsplit_once(' ').filter(|_| row.field(3) == "person") {
            self.add_form(surname, at, FormStatus::Surname);
        }
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
        let at = self.entries.len() as u32;
        self.entries.push(Entry {
            term: Cow::Owned(term.term.clone()),
            kind: Cow::Borrowed(kind),
            country: "",
            roles: "",
            gender: "",
            status: term.status,
            replacement: term.replacement().map(str::to_owned),
            aliases: Cow::Owned(term.aliases.join("|")),
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
        let known = Known { status, entry };
        if is_acronym(form) {
            self.acronyms.add(&squeeze(form), known);
            return;
        }
        let mut key = String::with_capacity(form.len());
        let mut first_end = 0;
        let mut count: u8 = 0;
        each_word(form, |word| {
            if count == 1 && key == "the" {
                key.clear();
                count = 0;
            }
            if count > 0 {
                key.push(' ');
            }
            key.push_str(word);
            first_end = if count == 0 { key.len() } else { first_end };
            count = count.saturating_add(1);
            if !matches!(status, FormStatus::Related | FormStatus::Surname) && word.len() > 2 {
                self.parts.add(word, entry);
            }
        });
        if count > 0 {
            self.lengths.add(&key[..first_end], count);
            self.forms.add(&key, known);
        }
    }

    /// The best entry of a form given as its compared words joined by spaces, see [`name_words`].
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Known> {
        self.forms.get(key).next()
    }

    /// The best entry of an acronym, given squeezed.
    #[must_use]
    pub fn find_acronym(&self, squeezed: &str) -> Option<Known> {
        self.acronyms.get(squeezed).next()
    }

    /// How many words the longest form has that begins with this word; 0 where none does.
    #[must_use]
    pub fn longest_from(&self, first: &str) -> usize {
        self.lengths.get(first).last().map_or(0, usize::from)
    }

    /// Whether a word is part of a known name.
    #[must_use]
    pub fn has_part(&self, word: &str) -> bool {
        self.parts.has(word)
    }

    /// The entries with a form that holds a word.
    pub fn with_part(&self, word: &str) -> impl Iterator<Item = u32> {
        self.parts.get(word)
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
