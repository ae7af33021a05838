//! Deeds done to what cannot suffer them: a warrant for a country, an arrested treaty. No reference is needed.

use crate::extract::claims::is_light;
use crate::lexicon::Lexicon;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::{Token, longest_run};

/// A deed with an object that cannot suffer it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ImpossibleObject {
    /// From the deed to the object.
    pub span: Span,
    /// The object alone.
    pub object: Span,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Longest phrase of a deed, in words.
const LONGEST: usize = 4;

/// All deeds of a text whose object is no person though it has to be one.
#[must_use]
pub fn impossible_objects(text: &Text<'_>, lexicon: &Lexicon) -> Vec<ImpossibleObject> {
    let mut found = Vec::new();
    for at in 0..text.tokens.len() {
        let Some(end) = deed_at(text, lexicon, at) else { continue };
        let Some(object) = object_behind(text, end) else { continue };
        if lexicon.phrases.is_no_person(text.tokens[object].lemma()) {
            let from = before_deed(text, at);
            let span = text.tokens[from].span.join(text.tokens[object].span);
            found.push(ImpossibleObject { span, object: text.tokens[object].span, strength: 0.7 });
        }
    }
    found
}

/// The end of the longest deed that begins at a token; a single verb has to stand in a finite form or behind "to".
fn deed_at(text: &Text<'_>, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let ((), length) = longest_run(&text.tokens[at..], LONGEST, |words| {
        let lemmas: Vec<&str> = words.iter().map(Token::lemma).collect();
        lexicon.phrases.is_deed(&lemmas.join(" ")).then_some(())
    })?;
    let end = at + length;
    let token = &text.tokens[at];
    let single = length == 1;
    let verbal = token.word.is_some_and(|word| word.past || word.ing)
        || at > 0
            && matches!(
                text.tokens[at - 1].folded.as_str(),
                "to" | "should" | "must" | "will" | "would" | "may" | "can" | "could" | "not"
            );
    // "was arrested this week", "the arrested": the object of a passive stands before it.
    let passive = at > 0 && (is_light(&text.tokens[at - 1]) || text.tokens[at - 1].can_be(Classes::DETERMINER));
    (!single || verbal && !passive).then_some(end)
}

/// Where the phrase that a deed is part of begins: "issued an arrest warrant for".
fn before_deed(text: &Text<'_>, at: usize) -> usize {
    let article = at.checked_sub(1).filter(|before| text.tokens[*before].can_be(Classes::DETERMINER));
    let verb = article.unwrap_or(at).checked_sub(1).filter(|before| {
        text.tokens[*before].word.is_some_and(|word| word.past || word.ing) && text.tokens[*before].is_content()
    });
    verb.or(article).unwrap_or(at)
}

/// The head of the noun phrase right behind a deed: an article and at most two words before it, and no possessive, verb
/// or further noun behind it that makes it a part of another.
fn object_behind(text: &Text<'_>, from: usize) -> Option<usize> {
    let article = text.tokens.get(from)?;
    let determined = article.can_be(Classes::DETERMINER) && !article.can_be(Classes::PRONOUN)
        || matches!(article.folded.as_str(), "the" | "a" | "an" | "this" | "that");
    if !determined {
        return None;
    }
    let mut head = None;
    for at in from + 1..(from + 4).min(text.tokens.len()) {
        let token = &text.tokens[at];
        if !token.is_word() || token.is_function() || token.is_capitalised() || token.possessive {
            break;
        }
        if token.can_be(Classes::NOUN) {
            head = Some(at);
        }
    }
    let head = head?;
    let next = text.tokens.get(head + 1);
    let goes_on = text.tokens[head].possessive
        || next.is_some_and(|next| {
            next.possessive || next.is_capitalised() || next.is_mark("-") || next.is_content() && next.is_word()
        });
    (!goes_on).then_some(head)
}
