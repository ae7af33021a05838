//! What the comparison of names looks at, and what it says of one that is likely wrong.

use crate::align::sentences::{Bead, PairKind};
use crate::align::words::Links;
use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::extract::name::Identity;
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::text::span::Span;

/// What a wrong name should have been.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A name of the reference, by its position among the facts.
    Reference(usize),
    /// A known name.
    Known(Identity),
    /// Another spelling in the candidate itself, by its position among the facts.
    Candidate(usize),
    /// Nobody knows: the name gives itself away.
    Unknown,
}

/// A match of less strength is a hunch, and must not stand in the way of one.
pub const LEAST_STRENGTH: f64 = 0.3;

/// How a name went wrong.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fault {
    /// Letters changed, lost or added; divided or run together.
    Misspelled,
    /// A part is rendered as the common word it also is.
    Translated,
    /// Words added to, left out of or changed in a name made of words.
    Reworded,
    /// Another name stands in its place.
    Swapped,
    /// Spelled in two ways within the candidate.
    Inconsistent,
}

/// A name of the candidate that is likely wrong.
#[derive(Clone, PartialEq, Debug)]
pub struct NameMatch {
    /// The name, by its position among the candidate's facts.
    pub candidate: usize,
    /// What it should have been.
    pub target: Target,
    /// How it went wrong.
    pub fault: Fault,
    /// The words of it that are wrong.
    pub wrong: Span,
    /// What belongs in their place; empty where that is not known.
    pub right: String,
    /// How sure the comparison is, 0 to 1.
    pub strength: f64,
}

/// Everything that the comparison of names looks at.
pub struct NameContext<'a> {
    /// Reference and candidate.
    pub texts: (&'a Text<'a>, &'a Text<'a>),
    /// Their facts.
    pub facts: (&'a Facts, &'a Facts),
    /// Which sentences render each other.
    pub beads: &'a [Bead],
    /// Which words render each other.
    pub links: &'a Links,
    /// What the reference is.
    pub kind: PairKind,
    /// Known names.
    pub known: KnownNames<'a>,
    /// The language.
    pub lexicon: &'a Lexicon,
}
