//! Surnames that an English word has taken the place of, seen from the candidate alone: "Okan Lightning".

use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::align::sentences::PairKind;
use crate::extract::name::{Name, NameKind};
use crate::lexicon::words::Classes;
use crate::text::span::Span;
use crate::text::token::{Case, TokenKind};

/// Adds people whose given name is foreign to English and whose surname is a common noun.
pub fn add_translated(cx: &NameContext<'_>, right: &[bool], found: &mut Vec<NameMatch>) {
    for (at, name) in cx.facts.1.names.iter().enumerate() {
        let open = !right[at] && found.iter().all(|one| one.candidate != at || one.strength < 0.5);
        let heading = cx.texts.1.sentences[cx.texts.1.sentence_of(name.tokens.start)].title_case;
        if !open || heading || name.identity.is_some() {
            continue;
        }
        let Some(wrong) = translated_words(cx, name) else { continue };
        found.retain(|one| one.candidate != at);
        let strength = if name.title.is_empty() { 0.56 } else { 0.62 };
        let right = String::new();
        found.push(NameMatch {
            candidate: at,
            target: Target::Unknown,
            fault: Fault::Translated,
            wrong,
            right,
            strength,
        });
    }
}

/// Adds names of one or two common words that stand where a place or a person does: "four launches for Forget". Only
/// where the reference has no such name and no list knows it.
pub fn add_plain_words(cx: &NameContext<'_>, right: &[bool], found: &mut Vec<NameMatch>) {
    if cx.kind == PairKind::Alone || cx.kind == PairKind::Segment {
        return;
    }
    for (at, name) in cx.facts.1.names.iter().enumerate() {
        let heading = cx.texts.1.sentences[cx.texts.1.sentence_of(name.tokens.start)].title_case;
        let open = !right[at] && name.sure && name.identity.is_none() && !heading && !name.acronym;
        let settled = |one: &NameMatch| one.candidate == at && one.strength >= 0.4;
        if !open || found.iter().any(settled) || !is_plain_name(cx, name) {
            continue;
        }
        found.retain(|one| one.candidate != at);
        let strength = 0.45 + if name.words.len() > 1 { 0.05 } else { 0.0 };
        found.push(NameMatch {
            candidate: at,
            target: Target::Unknown,
            fault: Fault::Translated,
            wrong: name.span,
            right: String::new(),
            strength,
        });
    }
}

/// Whether a name is one or two common words, behind a preposition and without an article, or before a verb of saying.
fn is_plain_name(cx: &NameContext<'_>, name: &Name) -> bool {
    let text = cx.texts.1;
    let before = name.tokens.start.checked_sub(1).map(|at| &text.tokens[at]);
    let placed = before.is_some_and(|before| {
        let place = ["in", "at", "near", "from", "to", "for", "towards", "around", "outside", "of", "on"];
        place.contains(&before.folded.as_str())
    });
    let behind = text.tokens.get(name.tokens.end);
    let speaks = behind.is_some_and(|next| {
        let says = cx.lexicon.opposites.says(next.lemma());
        says || matches!(
            next.lemma(),
            "tell" | "add" | "recall" | "reply" | "urge" | "warn" | "insist" | "claim" | "ask"
        )
    });
    // "Tent Rock, a little town of 2,900 inhabitants".
    let explained = behind.is_some_and(|next| next.is_mark(","))
        && text.tokens.get(name.tokens.end + 1).is_some_and(|next| matches!(next.folded.as_str(), "a" | "an"));
    let closed =
        behind.is_none_or(|next| !next.is_capitalised() && next.kind != TokenKind::Number && !next.is_mark("-"));
    let plain = name.words.iter().all(|word| {
        let token = &text.tokens[word.token];
        let common = token.word.is_some_and(|known| known.tier <= 60 && !known.classes.is_function());
        let listed = name.words.len() == 1 && cx.known.has_part(&word.key)
            || cx.lexicon.titles.head(&word.key).is_some()
            || cx.lexicon.titles.find(&[word.key.as_str()]).is_some();
        common && !listed && token.case == Case::Capital
    });
    (placed || speaks || explained) && closed && plain && name.words.len() <= 2 && name.title.is_empty()
}

/// The words behind a foreign given name, where all of them are common English nouns and no surnames.
fn translated_words(cx: &NameContext<'_>, name: &Name) -> Option<Span> {
    let (first, rest) = name.words.split_first()?;
    let text = cx.texts.1;
    let given = &text.tokens[first.token];
    let foreign = given.word.is_none_or(|word| word.tier > 60) && cx.lexicon.name_parts.gender(&first.key).is_some();
    let english = cx.lexicon.words.is_proper(text.at(given.span));
    if name.kind != NameKind::Person || rest.is_empty() || rest.len() > 2 || !foreign || english {
        return None;
    }
    let common = rest.iter().all(|word| {
        let token = &text.tokens[word.token];
        let noun = token.word.is_some_and(|known| known.tier <= 50 && known.classes.any(Classes::NOUN));
        let listed = cx.lexicon.name_parts.has(&word.key) || cx.lexicon.words.is_proper(text.at(token.span));
        let known = cx.known.has_part(&word.key) || cx.lexicon.titles.head(&word.key).is_some();
        noun && !listed && !known && token.is_capitalised()
    });
    let end = name.span.end;
    common.then(|| Span { start: text.tokens[rest[0].token].span.start, end })
}
