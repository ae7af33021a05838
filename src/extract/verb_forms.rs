//! Verbs in a form that what stands before them cannot have: "tried to sought", "did not went", "has went", "will to go".

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::grammar::Form;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::{Case, Token};

/// A slip of grammar.
#[derive(Clone, PartialEq, Debug)]
pub struct Slip {
    /// Its words, as tokens.
    pub tokens: Range<usize>,
    /// What could stand there, where that is plain.
    pub right: Option<String>,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// The verbs of a text that stand in a wrong form, in order.
#[must_use]
pub fn wrong_forms(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Slip> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone() {
            let next = (at + 1..sentence.tokens.end).find(|next| !is_between(&text.tokens[*next]));
            let Some(verb) = next.filter(|verb| text.tokens[*verb].is_word() && text.tokens[*verb].case == Case::Lower)
            else {
                continue;
            };
            let before = at.checked_sub(1).filter(|before| *before >= sentence.tokens.start);
            let before = before.map(|before| &text.tokens[before]);
            found.extend(wrong_form(text, lexicon, before, at, verb));
        }
    }
    found
}

/// What may stand between an auxiliary and its verb.
fn is_between(token: &Token) -> bool {
    matches!(token.folded.as_str(), "not" | "never" | "also" | "already" | "just" | "still" | "even")
}

fn wrong_form(text: &Text<'_>, lexicon: &Lexicon, before: Option<&Token>, at: usize, verb: usize) -> Option<Slip> {
    let (head, token) = (&text.tokens[at], &text.tokens[verb]);
    let form = lexicon.grammar.of(&token.folded);
    let word = token.word?;
    let base = word.tag.split_once('/').is_none_or(|(_, forms)| forms.contains('b'));
    let past = word.past && !base && word.classes.any(Classes::VERB);
    let slip = |strength: f64, right: Option<String>| Some(Slip { tokens: at..verb + 1, right, strength });
    let lemma = || Some(format!("{} {}", text.at(head.span.join(text.tokens[verb - 1].span)), word.lemma));
    let noun_before = before.is_some_and(|before| before.possessive || is_determiner(before) || is_adjective(before));
    let third = word.tag.ends_with("/s") && word.first_class == Classes::VERB && !form.any(Form::COLLECTIVE);
    let bare = base
        && word.tier <= 50
        && !word.past
        && word.first_class == Classes::VERB
        && !word.classes.any(Classes::ADJECTIVE)
        && token.lemma() == token.folded
        && !token.is_function();
    match head.folded.as_str() {
        "does" | "do" | "did" | "doesn't" | "don't" | "didn't" | "doesn’t" | "don’t" | "didn’t"
            if (third || token.folded == "has") && (verb > at + 1 || head.folded.len() > 4) =>
        {
            slip(0.85, lemma())
        }
        "will" | "would" | "can" | "could" | "must" | "should" | "may" | "might" | "cannot" | "won't" | "can't"
            if head.case != Case::Capital && !noun_before && (third || token.folded == "has") =>
        {
            slip(0.85, lemma())
        }
        // "is believes", "was happened": a finite verb behind another.
        "is" | "was"
            if third && verb == at + 1 && before.is_some_and(|before| before.is_word() && !before.is_function()) =>
        {
            slip(0.8, None)
        }
        "is" | "are" | "was" | "were" | "been"
            if verb == at + 1
                && word.past
                && matches!(
                    token.lemma(),
                    "happen"
                        | "occur"
                        | "exist"
                        | "belong"
                        | "consist"
                        | "disappear"
                        | "appear"
                        | "depend"
                        | "suffice"
                        | "seem"
                ) =>
        {
            slip(0.8, None)
        }
        // "were kill", "has been arrest": a participle is wanted.
        "been" | "were" | "are"
            if bare
                && verb == at + 1
                && word.tag == "v"
                && before.is_some_and(|before| {
                    before.is_word() && !matches!(before.folded.as_str(), "what" | "all" | "they" | "we" | "you")
                }) =>
        {
            slip(0.78, None)
        }
        "to" if past && verb == at + 1 && before.is_some_and(takes_infinitive) => slip(0.85, lemma()),
        "did" | "does" | "do" | "didn't" | "doesn't" | "don't" | "didn’t" | "doesn’t" | "don’t"
            if past && (verb > at + 1 || head.folded.len() > 4) && !word.classes.any(Classes::ADVERB) =>
        {
            slip(0.85, lemma())
        }
        "will" | "would" | "can" | "could" | "must" | "should" | "may" | "might" | "cannot" | "won't" | "can't"
            if head.case != Case::Capital && !noun_before =>
        {
            if token.folded == "to"
                && verb == at + 1
                && !matches!(head.folded.as_str(), "will" | "can" | "could" | "might" | "may")
            {
                return slip(0.75, None);
            }
            // "a thing he could had been" apart, a modal verb wants a base form.
            (past && !is_noun_or_adjective(token)).then_some(())?;
            let participle = !form.any(Form::PAST_ONLY);
            let right = if participle {
                format!("{} be {}", text.at(head.span.join(text.tokens[verb - 1].span)), token.folded)
            } else {
                lemma()?
            };
            slip(0.82, Some(right))
        }
        "has" | "have" | "had" | "hasn't" | "haven't" | "hadn't"
            if form.any(Form::PAST_ONLY) && word.first_class == Classes::VERB =>
        {
            slip(0.85, None)
        }
        "has" | "have"
            if word.tag == "v" && base && !form.any(Form::PARTICIPLE_ONLY) && !before.is_some_and(is_pronoun) =>
        {
            slip(0.75, None)
        }
        "he" | "she" | "they" | "we"
            if form.any(Form::PARTICIPLE_ONLY)
                && verb == at + 1
                && word.first_class == Classes::VERB
                && before.is_none_or(|before| !before.is_word()) =>
        {
            slip(0.6, None)
        }
        _ => None,
    }
}

fn is_pronoun(token: &Token) -> bool {
    token.can_be(Classes::PRONOUN)
}

fn is_determiner(token: &Token) -> bool {
    token.can_be(Classes::DETERMINER) || matches!(token.folded.as_str(), "his" | "her" | "their" | "its" | "my" | "our")
}

fn is_adjective(token: &Token) -> bool {
    token.word.is_some_and(|word| word.first_class == Classes::ADJECTIVE)
}

fn is_noun_or_adjective(token: &Token) -> bool {
    token
        .word
        .is_some_and(|word| matches!(word.first_class, Classes::NOUN | Classes::ADVERB) || word.classes.is_function())
}

/// Words that an infinitive follows: "tried to", "is to", "able to".
fn takes_infinitive(token: &Token) -> bool {
    const TAKING: [&str; 40] = [
        "try", "be", "want", "seek", "wish", "hope", "plan", "intend", "refuse", "agree", "decide", "begin", "start",
        "continue", "fail", "manage", "promise", "threaten", "expect", "able", "unable", "ready", "willing", "likely",
        "unlikely", "going", "go", "have", "need", "attempt", "vow", "prepare", "propose", "choose", "order", "force",
        "allow", "ask", "tell", "urge",
    ];
    TAKING.contains(&token.lemma()) || TAKING.contains(&token.folded.as_str())
}
