//! Marks and capitals as the reference has them: the small things that tell an edited text.

use std::collections::BTreeMap;

use crate::align::Pair;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// Marks of the reference that the candidate does not have, for every word of the reference.
#[must_use]
pub fn lost(pair: &Pair<'_>) -> f64 {
    let mut left: BTreeMap<&str, i64> = BTreeMap::new();
    for mark in marks(pair.reference) {
        *left.entry(&mark.folded).or_insert(0) += 1;
    }
    for mark in marks(pair.candidate) {
        *left.entry(&mark.folded).or_insert(0) -= 1;
    }
    let lost: i64 = left.values().filter(|count| **count > 0).sum();
    lost as f64 / pair.reference.word_count().max(1) as f64
}

fn marks<'a>(text: &'a Text<'_>) -> impl Iterator<Item = &'a Token> {
    text.tokens.iter().filter(|token| token.kind == TokenKind::Mark)
}

/// Whether the first words are capitalised alike.
#[must_use]
pub fn begin_alike(pair: &Pair<'_>) -> bool {
    let capital = |text: &Text<'_>| text.tokens.first().map(Token::is_capitalised);
    capital(pair.reference) == capital(pair.candidate)
}

/// Whether the last words or marks are the same.
#[must_use]
pub fn end_alike(pair: &Pair<'_>) -> bool {
    let last = |text: &Text<'_>| text.tokens.last().map(|token| token.folded.clone());
    last(pair.reference) == last(pair.candidate)
}
