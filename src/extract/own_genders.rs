//! Pronouns of another gender than the only person whom their sentence can mean.

use crate::extract::Facts;
use crate::extract::name::NameKind;
use crate::lexicon::Lexicon;
use crate::lexicon::grammar::Form;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::sentence::Sentence;
use crate::text::token::Token;

/// A pronoun against a title or a role.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AgainstTitle {
    /// The pronoun, as a token.
    pub token: usize,
    /// The title or role, as a token.
    pub title: usize,
}

/// Words of a sentence before which its subject stands.
const FIRST: usize = 4;

/// The pronouns that contradict the title or role of the subject of their sentence.
#[must_use]
pub fn against_titles(text: &Text<'_>, facts: &Facts, lexicon: &Lexicon) -> Vec<AgainstTitle> {
    let mut found = Vec::new();
    for (at, sentence) in text.sentences.iter().enumerate() {
        let earlier = at.checked_sub(1).map(|before| &text.sentences[before]);
        let mut first = sentence.tokens.clone().take(FIRST);
        let titled = first.find_map(|token| Some((token, gender(&text.tokens[token], lexicon)?)));
        let Some((title, female)) = titled else { continue };
        // Somebody else may be meant where the sentence before names people.
        if earlier.is_some_and(|earlier| has_person(text, facts, lexicon, earlier, None)) {
            continue;
        }
        let pronoun = (title + 1..sentence.tokens.end).find(|token| pronoun_gender(&text.tokens[*token]).is_some());
        let Some(pronoun) = pronoun.filter(|token| pronoun_gender(&text.tokens[*token]) != Some(female)) else {
            continue;
        };
        let until = Sentence { tokens: sentence.tokens.start..pronoun, ..sentence.clone() };
        // "The man who ran her campaign": she is somebody else.
        let relative =
            text.tokens[title..pronoun].iter().any(|token| matches!(token.folded.as_str(), "who" | "whose" | "whom"));
        if !relative && !has_person(text, facts, lexicon, &until, Some(title)) {
            found.push(AgainstTitle { token: pronoun, title });
        }
    }
    found
}

/// Whether a title or a role is a woman's; nothing where it tells no gender.
fn gender(token: &Token, lexicon: &Lexicon) -> Option<bool> {
    let titled = match token.folded.as_str() {
        "mr" | "sir" => Some(false),
        "mrs" | "ms" | "miss" | "lady" | "madam" => Some(true),
        _ => None,
    };
    let form = lexicon.grammar.of(&token.folded);
    titled.or_else(|| match (form.any(Form::FEMALE), form.any(Form::MALE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    })
}

fn pronoun_gender(token: &Token) -> Option<bool> {
    match token.folded.as_str() {
        "he" | "him" | "his" | "himself" => Some(false),
        "she" | "her" | "hers" | "herself" => Some(true),
        _ => None,
    }
}

/// Whether these words mention a person; the one behind `subject` and its name do not count.
fn has_person(text: &Text<'_>, facts: &Facts, lexicon: &Lexicon, sentence: &Sentence, subject: Option<usize>) -> bool {
    let inside = |token: usize| sentence.tokens.contains(&token);
    let own = |token: usize| subject.is_some_and(|subject| (subject..subject + 4).contains(&token));
    let named = facts.names.iter().any(|name| {
        inside(name.tokens.start)
            && !own(name.tokens.start)
            && matches!(name.kind, NameKind::Person | NameKind::Unknown)
    });
    let person = |token: usize| {
        let word = &text.tokens[token];
        gender(word, lexicon).is_some()
            || pronoun_gender(word).is_some()
            || ["er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "son", "child", "friend"]
                .iter()
                .any(|ending| word.lemma().ends_with(ending) && word.first_class_is(Classes::NOUN))
    };
    named || sentence.tokens.clone().any(|token| subject != Some(token) && person(token))
}
