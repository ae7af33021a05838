//! What a name is: its words, its title, and who or what it is known to be.

use std::ops::Range;

use crate::lexicon::gazetteer::{Entry, FormStatus};
use crate::text::span::Span;

/// What a name denotes, as far as the text or the gazetteer tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation, a treaty, an event: a name made of words that a desk keeps in its glossary.
    Term,
    /// Not told.
    Unknown,
}

/// Which set of known names an entry is in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// The glossary of the pair or of the user.
    Glossary,
    /// Built in.
    BuiltIn,
}

/// A known name met in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Identity {
    /// Where the entry is.
    pub origin: Origin,
    /// Its position there.
    pub entry: u32,
    /// How the form met stands to it.
    pub status: FormStatus,
}

/// One word of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameWord {
    /// Folded, without possessive and dots.
    pub key: String,
    /// Its token.
    pub token: usize,
}

/// A name where it stands in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// From its first to its last token, without the title.
    pub tokens: Range<usize>,
    /// The same in bytes, a possessive ending left out.
    pub span: Span,
    /// Its words, particles and "of" left out.
    pub words: Vec<NameWord>,
    /// The title or office before or behind it, in lower case; empty where none is.
    pub title: String,
    /// What it denotes.
    pub kind: NameKind,
    /// Who or what it is known to be.
    pub identity: Option<Identity>,
    /// Whether it is written as an acronym.
    pub acronym: bool,
    /// Whether its capitals prove that it is a name; at the start of a sentence they do not.
    pub sure: bool,
}

impl Name {
    /// Whether both have a title and it is the same.
    #[must_use]
    pub fn shares_title(&self, other: &Name) -> bool {
        !self.title.is_empty() && self.title == other.title
    }

    /// The words as one key.
    #[must_use]
    pub fn key(&self) -> String {
        self.words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The words run together, so that "Ulan Bator" and "Ulanbator" meet.
    #[must_use]
    pub fn squeezed(&self) -> String {
        self.words.iter().map(|word| word.key.as_str()).collect()
    }
}

/// What a name's kind follows from its entry.
#[must_use]
pub fn kind_of(entry: &Entry) -> NameKind {
    if entry.is_person() {
        NameKind::Person
    } else if entry.is_place() {
        NameKind::Place
    } else {
        NameKind::Term
    }
}
