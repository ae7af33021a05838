//! Numbers that name rather than count.

use crate::lexicon::Lexicon;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::sentence::Role;
use crate::text::token::{Case, TokenKind};

/// Letters glued to digits, or a word that numbers things: "F-16", "A320", "COVID-19", "Article 5", "No. 4".
#[must_use]
pub fn is_identifier(text: &Text<'_>, at: usize, end: usize, lexicon: &Lexicon) -> bool {
    let tokens = &text.tokens;
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let next = tokens.get(end);
    if tokens[at].kind != TokenKind::Number {
        let group = at >= 2 && tokens[at - 2].folded == "group" && tokens[at - 1].folded == "of";
        let heading = text.sentences[text.sentence_of(at)].role == Role::Heading;
        let named = before.is_some_and(|before| {
            let numbers = lexicon.measures.identifier(&before.folded) == Some(false);
            numbers || before.is_capitalised() && !before.is_function() && !heading && !text.starts_sentence(at - 1)
        });
        return (group || named) && tokens[at].is_capitalised();
    }
    let glued = next.is_some_and(|next| {
        let unit = matches!(next.folded.as_str(), "k" | "b" | "h") || lexicon.measures.unit(&next.folded).is_some();
        let unit = unit && !(next.folded == "g" && next.case != Case::Lower);
        !next.spaced && next.is_word() && next.folded.len() < 3 && !unit && (next.tier() > 60 || next.folded.len() == 1)
    });
    // "5G", "10C", "80B" are names where nothing says that they are units.
    let Some(before) = before else { return glued };
    if !tokens[at].spaced {
        if before.is_word() && (before.folded.len() < 2 || lexicon.measures.currency(&before.folded).is_none()) {
            return true;
        }
        if before.is_mark("-") && !before.spaced && at >= 2 && !tokens[at - 2].is_mark("-") {
            let word = &tokens[at - 2];
            return word.is_word()
                && !word.is_function()
                && (word.folded.len() < 3 || word.case == Case::Upper || word.word.is_none_or(|word| word.tier > 40));
        }
        let sign = before.is_mark("#") || before.is_mark("+") || before.is_mark("@") || before.is_mark("№");
        if sign || before.is_mark("/") && at >= 2 && tokens[at - 2].is_word() {
            return true;
        }
    }
    if before.is_mark("№") || glued {
        return true;
    }
    let dotted = before.is_mark(".") && !before.spaced && at >= 2;
    let word = if dotted { &tokens[at - 2] } else { before };
    let short = dotted && matches!(word.folded.as_str(), "no" | "nos" | "art" | "tel" | "para" | "vol" | "sec");
    if dotted {
        return short;
    }
    match lexicon.measures.identifier(&word.folded) {
        Some(false) => word.folded != "no" || word.is_capitalised(),
        Some(true) => {
            let named = word.is_capitalised()
                || at >= 2
                    && matches!(tokens[at - 2].folded.as_str(), "a" | "the" | "under" | "in" | "on" | "of" | "to");
            let counts = next.is_some_and(|next| {
                next.is_word() && next.spaced && !next.is_function() && !next.can_be(Classes::VERB)
            });
            named
                && !counts
                && tokens[at].folded.len() <= 4
                && tokens[at].folded.bytes().all(|byte| byte.is_ascii_digit())
        }
        None => false,
    }
}
