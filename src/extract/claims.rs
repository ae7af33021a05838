//! What turns a statement round or weakens it: negations, and words of likelihood and duty, with what they govern.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::phrases::{Degree, Negation};
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind, folded_phrase, longest_run};

/// What a phrase does to its statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// It negates.
    Negates(Negation),
    /// It says how likely or binding the statement is.
    Weighs(Degree),
}

/// A phrase that negates or weighs, where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Polarity {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// What it does.
    pub effect: Effect,
    /// The word it governs: the next word of content, auxiliaries and adverbs passed over.
    pub governs: Option<usize>,
}

impl Polarity {
    /// Whether it negates outright.
    #[must_use]
    pub fn is_explicit_negation(&self) -> bool {
        self.effect == Effect::Negates(Negation::Explicit)
    }

    /// The degree of likelihood or duty.
    #[must_use]
    pub fn degree(&self) -> Option<Degree> {
        match self.effect {
            Effect::Weighs(degree) => Some(degree),
            Effect::Negates(_) => None,
        }
    }
}

/// Longest phrase looked up, in words.
const LONGEST: usize = 5;

/// All negating and weighing phrases of a text in order; the longest phrase wins at each place.
#[must_use]
pub fn polarities(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Polarity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let read = longest_run(&text.tokens[at..], LONGEST, |words| effect_of(words, lexicon));
        let Some((effect, length)) = read else {
            at += 1;
            continue;
        };
        let tokens = at..at + length;
        at += length;
        if is_false_friend(text, &tokens) {
            continue;
        }
        let governs = governed(text, tokens.end);
        found.push(Polarity { span: text.span_of(&tokens), tokens, effect, governs });
    }
    found
}

fn effect_of(words: &[Token], lexicon: &Lexicon) -> Option<Effect> {
    if words.iter().any(|word| word.kind != TokenKind::Word) {
        return None;
    }
    let last = words.last()?;
    if words.len() == 1 && (last.folded.ends_with("n't") || last.folded == "cannot") {
        return Some(Effect::Negates(Negation::Explicit));
    }
    let phrase = folded_phrase(words);
    let by_lemma = || {
        let lemmas: Vec<&str> = words
            .iter()
            .enumerate()
            .map(|(at, word)| if at == 0 && word.can_be(Classes::VERB) { word.lemma() } else { word.folded.as_str() })
            .collect();
        lexicon.phrases.negation(&lemmas.join(" "))
    };
    if let Some(degree) = lexicon.phrases.degree(&phrase) {
        // "will not", "did not have to": without a word of likelihood it is a plain negation.
        let negated = words.iter().any(is_negator);
        let plain = words.iter().all(|word| word.is_function() || is_light(word) || is_negator(word));
        return match (negated, plain) {
            (true, true) => Some(Effect::Negates(Negation::Explicit)),
            // "not likely" is read as a "not" and a "likely".
            (true, false) => None,
            (false, _) => Some(Effect::Weighs(degree)),
        };
    }
    lexicon.phrases.negation(&phrase).or_else(by_lemma).map(Effect::Negates)
}

/// not, never, cannot, and whatever ends with n't.
#[must_use]
pub fn is_negator(word: &Token) -> bool {
    matches!(word.folded.as_str(), "not" | "never" | "cannot") || word.folded.ends_with("n't")
}

/// "not only", "no matter", "no. 4", "yes or no", "not least", "may" the month: no negation of a statement.
fn is_false_friend(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let next = text.tokens.get(tokens.end).map_or("", |token| token.folded.as_str());
    let first = &text.tokens[tokens.start];
    match first.folded.as_str() {
        "not" => matches!(next, "only" | "least" | "to" if next != "to"),
        "no" => matches!(next, "matter" | "doubt" | "wonder" | "sooner") || next == "." || next == ",",
        "nothing" => next == "but",
        "may" | "will" => first.is_capitalised() && !text.starts_sentence(tokens.start),
        "little" | "few" => tokens.start > 0 && text.tokens[tokens.start - 1].folded == "a",
        _ => false,
    }
}

/// The word governed from a place on: the first word of content within eight tokens that is no adverb.
fn governed(text: &Text<'_>, from: usize) -> Option<usize> {
    for at in from..(from + 8).min(text.tokens.len()) {
        let token = &text.tokens[at];
        if token.kind == TokenKind::Mark && matches!(token.folded.as_str(), "." | ";" | "?" | "!") {
            return None;
        }
        let adverb = token.word.is_some_and(|word| word.first_class == Classes::ADVERB);
        if token.kind == TokenKind::Word && !token.is_function() && !adverb && !is_light(token) {
            return Some(at);
        }
    }
    None
}

/// Verbs that carry no meaning of their own: be, have, do.
#[must_use]
pub fn is_light(token: &Token) -> bool {
    matches!(token.lemma(), "be" | "have" | "do" | "get" | "well")
}
