//! Names that are put into English by what they mean: "Dove Blacksmith" for "Aghavni Darbinyan".

use std::collections::HashMap;

use crate::align::likeness::is_same_word;
use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::extract::name::{Name, NameKind};
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// The longest phrase that renders a name, in words.
const LONGEST: usize = 5;

/// Words left out when a phrase is compared.
const SMALL: [&str; 6] = ["the", "of", "a", "an", "in", "s"];

/// A name of the reference that a phrase may stand for.
#[derive(Clone, Copy)]
struct Meant {
    name: usize,
    /// Its word that has the meaning, by position; none where all of it has.
    word: Option<usize>,
}

/// Adds the names whose words mean what a name of the reference means; takes the place of a weaker match.
pub fn add_meant(cx: &NameContext<'_>, candidate: &NameIndex, found: &mut Vec<NameMatch>) {
    let meant = meanings(cx);
    if meant.is_empty() {
        return;
    }
    for (at, name) in cx.facts.1.names.iter().enumerate() {
        let heading = cx.texts.1.sentences[cx.texts.1.sentence_of(name.tokens.start)].title_case;
        if heading || name.identity.is_some() {
            continue;
        }
        let Some(new) = best(cx, at, &meant, candidate) else { continue };
        let kept = found.iter().any(|one| {
            one.candidate == at && one.strength > new.strength && one.fault != Fault::Swapped && one.wrong == new.wrong
        });
        if !kept {
            found.retain(|one| one.candidate != at);
            found.push(new);
        }
    }
}

/// What the names of the reference mean, by the compared words.
fn meanings(cx: &NameContext<'_>) -> HashMap<String, Vec<Meant>> {
    let mut meant: HashMap<String, Vec<Meant>> = HashMap::new();
    for (at, name) in cx.facts.0.names.iter().enumerate() {
        let whole = (name.words.len() > 1).then(|| (name.squeezed(), None));
        let words = name.words.iter().enumerate().map(|(word, one)| (one.key.clone(), Some(word)));
        for (key, word) in whole.into_iter().chain(words) {
            for phrase in cx.lexicon.meanings.of(&key) {
                let words: Vec<&str> = phrase.split_whitespace().filter(|word| !SMALL.contains(word)).collect();
                let places = meant.entry(words.join(" ")).or_default();
                if places.len() < 8 && !places.iter().any(|one| cx.facts.0.names[one.name].key() == name.key()) {
                    places.push(Meant { name: at, word });
                }
            }
        }
    }
    meant
}

/// The words of a name that mean what a name of the reference does.
fn best(
    cx: &NameContext<'_>,
    at: usize,
    meant: &HashMap<String, Vec<Meant>>,
    candidate: &NameIndex,
) -> Option<NameMatch> {
    let name = &cx.facts.1.names[at];
    // A first word that has its capital from the sentence may belong to the name: "Star Prasetyo was asked".
    let before = name.tokens.start.checked_sub(1).filter(|at| {
        let token = &cx.texts.1.tokens[*at];
        cx.texts.1.starts_sentence(*at) && token.is_capitalised() && cx.texts.1.tokens[*at + 1].spaced
    });
    let begin = before.unwrap_or(name.tokens.start);
    let tokens: Vec<usize> =
        (begin..name.tokens.end).filter(|at| cx.texts.1.tokens[*at].kind != TokenKind::Mark).collect();
    let mut best: Option<NameMatch> = None;
    for start in 0..tokens.len() {
        for end in (start + 1..=tokens.len().min(start + LONGEST)).rev() {
            let phrase = phrase(cx, &tokens[start..end]);
            let Some(places) = phrase.and_then(|phrase| meant.get(&phrase)) else { continue };
            let scored = places.iter().filter_map(|one| {
                let strength = strength(cx, name, (tokens[start], end - start), *one, candidate)?;
                Some((strength, *one))
            });
            let Some((strength, one)) = scored.max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
            let target = &cx.facts.0.names[one.name];
            let first = cx.texts.1.tokens[tokens[start]].span.start;
            let last = cx.texts.1.tokens[tokens[end - 1]].span.end.min(name.span.end);
            let right = match one.word {
                Some(word) => cx.texts.0.at(cx.texts.0.tokens[target.words[word].token].span),
                None => cx.texts.0.at(target.span),
            };
            let right = right.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            let wrong = Span { start: first, end: last };
            let new = NameMatch {
                candidate: at,
                target: Target::Reference(one.name),
                fault: Fault::Translated,
                wrong,
                right,
                strength,
            };
            // Two words of one name that both mean what the other's do: all of it is translated.
            best = Some(match best {
                Some(other) if other.target == new.target => {
                    let right = cx.texts.0.at(target.span).to_owned();
                    NameMatch { wrong: other.wrong.join(new.wrong), right, strength: 0.9, ..new }
                }
                Some(other) if other.strength >= new.strength => other,
                _ => new,
            });
            break;
        }
    }
    best
}

/// The compared words of some tokens: in the form the dictionary has, small words left out; none where one is no word with
/// a capital.
fn phrase(cx: &NameContext<'_>, tokens: &[usize]) -> Option<String> {
    let mut words = Vec::new();
    for at in tokens {
        let token = &cx.texts.1.tokens[*at];
        if SMALL.contains(&token.folded.as_str()) {
            continue;
        }
        if !token.is_capitalised() || token.word.is_none() {
            return None;
        }
        words.push(token.folded.as_str());
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// How sure it is that a phrase of a name renders a name of the reference; none where it is a name of its own there.
fn strength(
    cx: &NameContext<'_>,
    name: &Name,
    (token, length): (usize, usize),
    one: Meant,
    candidate: &NameIndex,
) -> Option<f64> {
    let target = &cx.facts.0.names[one.name];
    let shares = target.words.iter().enumerate().any(|(at, word)| {
        Some(at) != one.word
            && word.key.len() > 2
            && name.words.iter().any(|own| own.token != token && is_same_word(&own.key, &word.key))
    });
    let missing = match one.word {
        Some(word) => !candidate.has_word(&target.words[word].key, cx.lexicon),
        None => !candidate.has_name(cx.texts.0, target, &cx.known, cx.lexicon),
    };
    // What the reference writes with a capital itself is a name there.
    let own = &cx.texts.1.tokens[token];
    let named = cx.texts.0.tokens.iter().any(|other| other.folded == own.folded && other.is_capitalised());
    let part = length < name.words.len();
    let alone = !part && !shares && !missing;
    let speaks = cx
        .texts
        .1
        .tokens
        .get(name.tokens.end)
        .is_some_and(|next| cx.lexicon.opposites.says(next.lemma()) || matches!(next.lemma(), "tell" | "add"));
    let proved = !cx.texts.1.starts_sentence(token) || speaks;
    let bare = alone && proved && target.kind == NameKind::Person;
    // "Hzhehozh Evening" for "Grzegorz Wieczorek": the other word is garbled.
    let garbled = part
        && target.words.len() == name.words.len()
        && one.word.is_some_and(|word| name.words.get(word).is_some_and(|own| own.token == token))
        && name.words.iter().any(|own| own.token != token && cx.texts.1.tokens[own.token].word.is_none());
    let bare = bare || garbled;
    if named || !(shares || missing || bare) {
        return None;
    }
    // A single word of a longer name of the candidate that shares nothing with the other is a word like any other.
    if part && !shares && target.kind != NameKind::Person {
        return None;
    }
    let mut strength: f64 = 0.62;
    strength += if shares { 0.2 } else { 0.0 };
    strength += if missing { 0.1 } else { 0.0 };
    strength += if length > 1 { 0.1 } else { 0.0 };
    strength -= if cx.texts.1.starts_sentence(token) && length == 1 && !shares { 0.25 } else { 0.0 };
    strength -= if part && !shares { 0.2 } else { 0.0 };
    Some(strength.clamp(0.3, 0.92))
}
