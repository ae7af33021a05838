//! Words written for others that sound like them: "broke threw the doors".

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A word that is written for another.
#[derive(Clone, PartialEq, Debug)]
pub struct Confusion {
    /// The word, as a token of the candidate.
    pub token: usize,
    /// What is meant.
    pub right: String,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// The confused words of the candidate, in order.
#[must_use]
pub fn confusions((reference, candidate): (&Text<'_>, &Text<'_>), lexicon: &Lexicon) -> Vec<Confusion> {
    let mut found: Vec<Confusion> = Vec::new();
    for at in 0..candidate.tokens.len() {
        let token = &candidate.tokens[at];
        if token.kind != TokenKind::Word || token.case == Case::Upper {
            continue;
        }
        // Folding takes the possessive ending off, which is what "it's" is written with.
        let written = if token.possessive || !candidate.at(token.span).is_ascii() {
            candidate.at(token.span).to_lowercase()
        } else {
            token.folded.clone()
        };
        let rows = lexicon.confusions.find_all(&written);
        let Some((phrase, right)) = rows.map(|row| (row.field(1), row.field(2))).find(|(phrase, _)| {
            let place = phrase.split(' ').position(|word| word == written);
            place.and_then(|place| at.checked_sub(place)).is_some_and(|start| matches(candidate, start, phrase, at))
        }) else {
            continue;
        };
        // What the reference writes the same way is meant.
        let borne_out = reference
            .tokens
            .windows(2)
            .any(|two| two[1].folded == token.folded && at > 0 && two[0].folded == candidate.tokens[at - 1].folded);
        if !borne_out {
            let right = changed_word(phrase, right, &written).to_owned();
            found.push(Confusion { token: at, right, strength: 0.8 });
        }
    }
    found
}

/// Whether a phrase with its wildcards stands at a place; `wrong` is the token of its wrong word.
fn matches(text: &Text<'_>, start: usize, phrase: &str, wrong: usize) -> bool {
    let words = phrase.split(' ').count();
    let Some(tokens) = text.tokens.get(start..start + words) else { return false };
    let within = |range: Range<usize>| text.sentence_of(range.start) == text.sentence_of(range.end - 1);
    tokens.iter().zip(phrase.split(' ')).enumerate().all(|(at, (token, word))| {
        let joined = at == 0 || token.spaced;
        joined && (start + at == wrong || fits(text, token, word))
    }) && within(start..start + words)
}

fn fits(text: &Text<'_>, token: &Token, word: &str) -> bool {
    match word {
        "<num>" => token.kind == TokenKind::Number || is_counting(token),
        "<det>" => {
            matches!(
                token.folded.as_str(),
                "the" | "a" | "an" | "this" | "that" | "his" | "her" | "its" | "their" | "our" | "my" | "your"
            )
        }
        "<pron>" => matches!(token.folded.as_str(), "he" | "she" | "it" | "they" | "we" | "i" | "you"),
        "<modal>" => matches!(
            token.folded.as_str(),
            "will" | "would" | "can" | "could" | "may" | "might" | "must" | "should" | "shall"
        ),
        "<be>" => matches!(token.folded.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am"),
        word => token.is_word() && text.at(token.span).eq_ignore_ascii_case(word),
    }
}

fn is_counting(token: &Token) -> bool {
    token.can_be(Classes::DETERMINER)
        && matches!(
            token.folded.as_str(),
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "twenty"
        )
}

/// The words of the right phrase that stand in place of the wrong word.
fn changed_word<'p>(phrase: &'p str, right: &'p str, wrong: &str) -> &'p str {
    let before = phrase.split(' ').take_while(|word| *word != wrong).count();
    let after = phrase.split(' ').count() - before - 1;
    let words: Vec<&str> = right.split(' ').collect();
    let (Some(first), Some(end)) = (words.get(before), words.len().checked_sub(after)) else { return right };
    let Some(last) = words.get(..end).and_then(<[&str]>::last) else { return right };
    let start = first.as_ptr() as usize - right.as_ptr() as usize;
    let end = last.as_ptr() as usize - right.as_ptr() as usize + last.len();
    right.get(start..end).unwrap_or(right)
}
