//! The class that a token has in the transitions between words.

use crate::lexicon::transitions::{Class, Special, Transitions};
use crate::text::token::{Token, TokenKind};

/// The class of a token in the transitions between words; `first` says that it begins a sentence.
#[must_use]
pub fn class_of(token: &Token, first: bool, transitions: &Transitions) -> Class {
    let named = if token.is_capitalised() { Special::Name } else { Special::Unknown };
    match token.kind {
        _ if token.possessive => transitions.of_special(Special::Possessive),
        TokenKind::Mark => transitions.of_mark(&token.folded),
        TokenKind::Number => transitions.of_special(Special::Figures),
        TokenKind::Foreign => transitions.of_special(Special::Unknown),
        TokenKind::Word => match token.word {
            Some(word) if word.classes.is_function() => transitions.of_word(&token.folded, word.tag),
            Some(word) if !word.tag.is_empty() && (first || !token.is_capitalised()) => {
                transitions.of_word(&token.folded, word.tag)
            }
            _ => transitions.of_special(named),
        },
    }
}
