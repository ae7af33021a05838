//! Statements of the candidate that contradict each other: one deed of the same persons told as done or likely in one
//! place, and denied in another.

use std::collections::HashMap;

use crate::align::distant_statements::names_near;
use crate::extract::Facts;
use crate::extract::claims::{Polarity, is_light};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::span::Span;

/// Two places of the candidate that contradict each other.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OwnContradiction {
    /// What tells the deed as done or likely.
    pub affirmed: Span,
    /// What denies it.
    pub denied: Span,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// How many tokens around a verb belong to its statement.
const REACH: usize = 12;

/// What is only intended or expected and then not done is no contradiction; what is called very likely or certain is.
const SURE: i8 = 2;

/// A verb that is denied more often than this names no one deed.
const MOST_DENIALS: usize = 8;

/// Verbs of too many senses.
const COMMON_VERBS: [&str; 22] = [
    "say", "tell", "know", "want", "think", "see", "need", "let", "find", "believe", "become", "mean", "happen", "ask",
    "expect", "work", "use", "call", "show", "change", "allow", "mention",
];

/// The statements of a text that contradict each other.
#[must_use]
pub fn own_contradictions(text: &Text<'_>, facts: &Facts) -> Vec<OwnContradiction> {
    let mut denials: HashMap<&str, Vec<(usize, &Polarity)>> = HashMap::new();
    for polarity in facts.polarities.iter().filter(|one| one.is_explicit_negation()) {
        let finite = |at: &usize| tells_deed(text, *at) && !text.tokens[*at].word.is_some_and(|word| word.ing);
        let Some(at) = polarity.governs.filter(finite) else { continue };
        denials.entry(text.tokens[at].stem.as_str()).or_default().push((at, polarity));
    }
    let mut found = Vec::new();
    if denials.is_empty() {
        return found;
    }
    for polarity in &facts.polarities {
        let likely = polarity.degree().is_some_and(|degree| !degree.obligation && degree.degree >= SURE);
        let Some(at) = polarity.governs.filter(|at| likely && tells_deed(text, *at)) else { continue };
        let stem = text.tokens[at].stem.as_str();
        let Some(denials) = denials.get(stem).filter(|denials| denials.len() <= MOST_DENIALS) else { continue };
        if facts.polarities.iter().any(|one| one.is_explicit_negation() && one.governs == Some(at)) {
            continue;
        }
        let near = names_near((text, facts), at, REACH);
        for (other, denial) in denials {
            let apart = text.sentence_of(*other) != text.sentence_of(at);
            let shared = names_near((text, facts), *other, REACH).intersection(&near).count();
            if apart && shared >= 1 {
                found.push(OwnContradiction {
                    affirmed: polarity.span.join(text.tokens[at].span),
                    denied: denial.span.join(text.tokens[*other].span),
                    strength: 0.75 + 0.05 * shared.min(3) as f64,
                });
                break;
            }
        }
    }
    found
}

/// Whether a word is a verb that tells one deed.
fn tells_deed(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    token.can_be(Classes::VERB) && !is_light(token) && !COMMON_VERBS.contains(&token.lemma())
}
