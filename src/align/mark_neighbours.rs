//! What the words on both sides of a mark say for or against it, by their kinds.

use crate::lexicon::words::Classes;
use crate::text::token::{Token, TokenKind};

/// How many kinds of neighbours there are.
pub const KINDS: usize = 21;

/// What a neighbour of a mark is, as a number below [`KINDS`].
#[must_use]
pub fn kind_of(token: &Token) -> usize {
    let can = |class: Classes| token.can_be(class);
    let first = |class: Classes| token.word.is_some_and(|word| word.first_class == class);
    match token.kind {
        TokenKind::Number => return 16,
        TokenKind::Foreign => return 18,
        TokenKind::Mark if matches!(token.folded.as_str(), "(" | "“" | "\"" | "‘" | "[") => return 19,
        TokenKind::Mark => return 20,
        TokenKind::Word => {}
    }
    match token.folded.as_str() {
        "the" | "a" | "an" => return 0,
        "of" => return 2,
        "to" => return 3,
        "and" | "or" => return 5,
        "he" | "she" | "it" | "they" | "we" | "i" => return 7,
        "his" | "her" | "its" | "their" | "my" | "our" | "your" => return 8,
        _ => {}
    }
    let Some(word) = token.word else { return if token.is_capitalised() { 17 } else { 18 } };
    if can(Classes::AUXILIARY) {
        9
    } else if can(Classes::CONJUNCTION) {
        6
    } else if can(Classes::PREPOSITION) && !can(Classes::ADVERB) {
        4
    } else if can(Classes::DETERMINER) || can(Classes::PRONOUN) {
        1
    } else if token.is_capitalised() {
        17
    } else if first(Classes::ADVERB) {
        10
    } else if first(Classes::ADJECTIVE) {
        11
    } else if first(Classes::VERB) || word.past {
        match (word.past, word.ing) {
            (true, _) => 13,
            (_, true) => 14,
            _ => 15,
        }
    } else {
        12
    }
}

/// Log odds by the kind of the word before a mark: for a comma, for a mark between clauses, for any other.
const BEFORE: [[f64; KINDS]; 3] = [
    [
        2.68, -0.73, 2.69, 2.63, 1.37, 0.87, 0.47, 0.51, 1.17, 1.36, -1.4, -1.8, -1.88, -0.99, -0.93, -1.11, -2.16,
        -2.16, -0.59, 0.0, -1.66,
    ],
    [
        2.69, -0.42, 2.13, 2.34, 1.08, 2.0, 0.33, -0.34, 0.57, 1.33, -1.32, -1.26, -1.96, -1.5, -1.49, -1.08, -1.47,
        -1.43, -0.73, 0.0, -1.92,
    ],
    [
        1.04, 0.58, 1.01, 0.52, 0.46, 0.79, 0.91, -0.72, 0.21, 0.99, -0.7, -0.63, -0.65, 0.49, 0.21, 0.59, 0.46, -0.29,
        -0.08, 0.0, -1.06,
    ],
];

/// The same by the kind of what stands behind it.
const AFTER: [[f64; KINDS]; 3] = [
    [
        0.04, -0.72, 1.64, -0.08, -0.37, -1.55, -1.34, -1.14, 0.13, 0.66, -0.25, 0.04, 0.57, 0.96, -0.47, 0.2, 0.14,
        0.4, -0.89, 0.4, 0.0,
    ],
    [
        -0.44, -0.57, 0.35, 0.5, -0.67, 1.95, -0.6, -1.48, -0.49, 1.07, -0.47, -0.39, -0.18, 1.92, 0.25, 0.08, 0.05,
        -0.16, -1.68, -1.51, 0.0,
    ],
    [
        0.79, 0.6, 0.04, -0.09, -0.28, -0.49, 0.21, -0.12, 0.39, -0.6, 0.76, -0.0, 0.13, -0.43, 0.42, 0.35, 1.16, 1.29,
        -0.21, 0.2, 0.0,
    ],
];

/// What the neighbours of a mark add to the log odds that it is misplaced.
#[must_use]
pub fn neighbour_odds(mark: &str, before: &Token, after: &Token) -> f64 {
    let group = match mark {
        "," => 0,
        ";" | ":" | "." => 1,
        _ => 2,
    };
    BEFORE[group][kind_of(before)] + AFTER[group][kind_of(after)]
}
