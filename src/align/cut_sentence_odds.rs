//! How likely a full stop cuts a sentence in two: a logistic model over the words beside it, what stands on both sides,
//! and what the reference has there.

use crate::align::mark_neighbours::KINDS;

/// What is known of a full stop between two sentences; 1 for yes and 0 for no where nothing else is said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Boundary {
    /// How much more often than by chance the words on both sides stand side by side: a natural logarithm, 0 to 6.
    pub attracted: f64,
    /// How much less often, 0 to 5.
    pub avoided: f64,
    /// How unexpected a full stop is behind the class of the last word, 0 to 4.
    pub ends: f64,
    /// How unexpected the class of the next word is at the beginning of a sentence, 0 to 4.
    pub begins: f64,
    /// How unexpected it is behind the last word, 0 to 4.
    pub goes_on: f64,
    /// The first part has what can be a finite verb.
    pub finite_first: f64,
    /// The second part has one.
    pub finite_second: f64,
    /// The first part has at most three words.
    pub short_first: f64,
    /// The second part has.
    pub short_second: f64,
    /// The second part has four to seven.
    pub medium_second: f64,
    /// The first part begins with a conjunction and has no comma.
    pub dependent: f64,
    /// The second part begins with a preposition.
    pub preposition: f64,
    /// It does, and has a comma.
    pub fronted: f64,
    /// It begins with a verb.
    pub verb: f64,
    /// It begins with an auxiliary.
    pub auxiliary: f64,
    /// It is a question.
    pub question: f64,
    /// It begins with what is no word of the dictionary.
    pub name: f64,
    /// It begins with a relative pronoun or "than".
    pub relative: f64,
    /// It begins with "and" or "or".
    pub link: f64,
    /// It begins with a pronoun or a determiner.
    pub subject: f64,
    /// It begins with a noun.
    pub noun: f64,
    /// It begins with an adjective.
    pub adjective: f64,
    /// Its second word is in small letters.
    pub small_second: f64,
    /// Its second word can be a finite verb.
    pub verb_second: f64,
    /// The reference has the words side by side.
    pub beside: f64,
    /// One sentence of the reference has what renders both, in this order.
    pub same_sentence: f64,
    /// It has them within three words.
    pub near: f64,
    /// The reference ends a sentence behind the first.
    pub ends_there: f64,
    /// Both words have counterparts.
    pub linked: f64,
    /// There is a reference.
    pub referenced: f64,
    /// What kinds of words stand before and behind it.
    pub kinds: (usize, usize),
}

/// Log odds by the kind of the word before the stop.
const LAST: [f64; KINDS] = [
    2.77, -0.8, 1.96, 2.02, 0.19, 2.8, 0.23, -0.96, 0.84, 1.07, -1.23, -1.22, -1.69, -1.66, -0.77, -0.85, -0.97, -1.62,
    -0.1, 0.0, 0.0,
];

/// The same by the kind of the word behind it.
const NEXT: [f64; KINDS] = [
    0.53, 0.77, 0.24, 0.56, -1.14, 0.19, -0.95, 0.18, 1.19, 0.97, -0.78, -0.07, -1.03, 1.04, -0.9, 0.35, 0.0, 0.0,
    -1.14, 0.0, 0.0,
];

/// The log odds that the full stop cuts a sentence.
#[must_use]
pub fn cut_odds(boundary: &Boundary) -> f64 {
    LAST[boundary.kinds.0] + NEXT[boundary.kinds.1] + 3.30 + 0.77 * boundary.attracted
        - 0.19 * boundary.avoided
        - 0.05 * boundary.ends
        + 0.23 * boundary.begins
        - 0.35 * boundary.goes_on
        - 0.55 * boundary.finite_first
        - 1.31 * boundary.finite_second
        + 2.05 * boundary.short_first
        + 0.32 * boundary.short_second
        + 0.29 * boundary.medium_second
        + 0.52 * boundary.dependent
        - 0.25 * boundary.preposition
        - 0.41 * boundary.fronted
        + 0.52 * boundary.verb
        + 0.97 * boundary.auxiliary
        - 0.3 * boundary.question
        + 0.09 * boundary.name
        + 1.39 * boundary.relative
        + 0.19 * boundary.link
        - 1.28 * boundary.subject
        + 1.08 * boundary.noun
        - 0.07 * boundary.adjective
        + 0.3 * boundary.small_second
        + 0.12 * boundary.verb_second
        + 1.3 * boundary.beside
        + 2.06 * boundary.same_sentence
        + 0.88 * boundary.near
        - 1.84 * boundary.ends_there
        - 1.11 * boundary.linked
        - 0.04 * boundary.referenced
        - 0.05 * boundary.attracted * boundary.goes_on
        - 1.87 * boundary.finite_first * boundary.finite_second
        + 0.49 * boundary.preposition * boundary.finite_second
        - 0.38 * boundary.noun * boundary.finite_second
        - 0.26 * boundary.adjective * boundary.finite_second
        - 0.38 * boundary.verb * boundary.small_second
        - 2.15 * boundary.auxiliary * boundary.question
        - 0.3 * boundary.relative * boundary.question
        - 0.41 * boundary.preposition * boundary.fronted
        + 1.54 * boundary.short_second * boundary.finite_second
        + 0.71 * boundary.dependent * boundary.finite_second
        + 1.3 * boundary.beside * boundary.referenced
        + 0.2 * boundary.subject * boundary.finite_second
        - 0.11 * boundary.subject * boundary.goes_on
        - 0.27 * boundary.name * boundary.goes_on
        + 0.87 * boundary.link * boundary.finite_second
        + 0.75 * boundary.medium_second * boundary.finite_second
}
