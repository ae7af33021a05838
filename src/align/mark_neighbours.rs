//! What the words on both sides of a mark say for or against it, by their kinds.

use crate::lexicon::words::Classes;
use crate::text::token::{Token, TokenKind};

/// How many kinds of neighbours there are.
const KINDS: usize = 21;

/// What a neighbour of a mark is, as a number below [`KINDS`].
fn kind_of(token: &Token) -> usize {
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
        2.27, -0.63, 1.91, 1.75, 1.3, 0.62, 0.53, 0.62, 0.87, 1.24, -1.08, -1.43, -1.71, -0.74, -0.74, -0.79, -1.86,
        -1.98, -0.53, 0.0, -1.24,
    ],
    [
        2.21, -0.32, 1.59, 1.71, 0.99, 1.47, 0.68, -0.25, 0.52, 1.32, -0.94, -1.08, -1.8, -1.15, -1.14, -0.81, -1.41,
        -1.43, -0.83, 0.0, -1.42,
    ],
    [
        0.73, 0.6, 0.68, 0.46, 0.38, 0.57, 0.71, -0.68, 0.16, 0.86, -0.4, -0.46, -0.61, 0.51, 0.17, 0.49, 0.48, -0.1,
        -0.06, 0.0, -0.78,
    ],
];

/// The same by the kind of what stands behind it.
const AFTER: [[f64; KINDS]; 3] = [
    [
        -0.24, -0.56, 0.58, -0.03, -0.33, -1.5, -1.13, -0.7, 0.01, 0.59, -0.19, 0.06, 0.67, 1.03, -0.37, 0.28, 0.11,
        0.43, -0.59, 0.25, 0.0,
    ],
    [
        -0.71, -0.51, 0.56, 0.6, -0.38, 1.57, -0.31, -1.24, -0.54, 1.0, -0.53, -0.41, -0.03, 1.52, 0.09, 0.11, -0.02,
        -0.18, -1.28, -1.4, 0.0,
    ],
    [
        0.57, 0.57, 0.11, -0.08, -0.17, -0.31, 0.16, -0.09, 0.2, -0.48, 0.61, 0.13, 0.27, -0.32, 0.28, 0.25, 0.96,
        0.99, -0.1, 0.17, 0.0,
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
