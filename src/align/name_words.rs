//! Surnames that an English word has taken the place of, seen from the candidate alone: "Okan Lightning".

use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::extract::name::{Name, NameKind};
use crate::lexicon::words::Classes;
use crate::text::span::Span;

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
