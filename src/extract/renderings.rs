//! Names of institutions and treaties that a text writes in two ways: with the same words in another order.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::extract::known_names::KnownNames;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// A name that is written with the words of another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherOrder {
    /// The name that is likely wrong.
    pub span: Span,
    /// The name as it is written elsewhere.
    pub other: Span,
}

/// The names that have the words of an earlier or of a known name in another order.
#[must_use]
pub fn other_orders(text: &Text<'_>, known: &KnownNames<'_>) -> Vec<OtherOrder> {
    let mut first: BTreeMap<Vec<&str>, (String, Range<usize>)> = BTreeMap::new();
    let mut found = Vec::new();
    for run in runs(text) {
        let words: Vec<&Token> = text.tokens[run.clone()].iter().filter(|token| is_content(token)).collect();
        if !(3..=7).contains(&words.len()) {
            continue;
        }
        let mut key: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
        let order: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
        let order = order.join(" ");
        key.sort_unstable();
        if key.windows(2).any(|two| two[0] == two[1]) {
            continue;
        }
        let entry = first.entry(key).or_insert_with(|| (order.clone(), run.clone()));
        if entry.0 == order {
            continue;
        }
        // The one that is known is right; else the one that came first.
        let is_known =
            |run: &Range<usize>| known.longest(text, run.start).is_some_and(|(length, _)| length >= run.len());
        let (wrong, right) = if is_known(&run) { (entry.1.clone(), run) } else { (run, entry.1.clone()) };
        if !is_known(&wrong) {
            found.push(OtherOrder { span: text.span_of(&wrong), other: text.span_of(&right) });
        }
    }
    found
}

fn is_content(token: &Token) -> bool {
    token.is_word() && token.is_content()
}

/// Runs of capitalised words, with "of", "the", "on", "for" and "and" between them.
fn runs(text: &Text<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        if !text.tokens[at].is_capitalised() || text.tokens[at].is_function() {
            at += 1;
            continue;
        }
        let (mut end, mut next) = (at + 1, at + 1);
        while let Some(token) = text.tokens.get(next) {
            let link =
                matches!(token.folded.as_str(), "of" | "the" | "on" | "for" | "and") && token.kind == TokenKind::Word;
            if token.is_capitalised() && !token.is_function() {
                end = next + 1;
            } else if !link && !token.is_mark("-") || next - end >= 2 {
                break;
            }
            next += 1;
        }
        found.push(at..end);
        at = end;
    }
    found
}
