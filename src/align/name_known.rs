//! Names that neither the reference nor themselves explain, held against known names: by office, by given name, by
//! likeness to a country or a capital.

use crate::align::likeness::{name_likeness, skeleton};
use crate::align::names::{Fault, NameContext, NameIndex, NameMatch, Target};
use crate::extract::name::{Identity, Name, NameKind, Origin};
use crate::lexicon::gazetteer::{Entry, FormStatus, name_words};

/// Looks for the known name that a name of the candidate garbles.
#[must_use]
pub fn match_known(cx: &NameContext<'_>, at: usize, reference: &NameIndex) -> Option<NameMatch> {
    let name = &cx.facts.1.names[at];
    if name.identity.is_some() || name.acronym || name.words.iter().any(|word| word.key.len() < 3) {
        return None;
    }
    let all_in_reference = name.words.iter().all(|word| reference.has_word(&word.key, cx.lexicon));
    if all_in_reference {
        return None;
    }
    let by_glossary = cx.known.glossary.entries().iter().enumerate();
    let mut best: Option<(f64, Identity, String)> = None;
    let mut offer = |found: Option<(f64, String)>, origin: Origin, entry: usize| {
        if let Some((strength, right)) = found {
            if best.as_ref().is_none_or(|(other, ..)| strength > *other) {
                let identity = Identity { origin, entry: entry as u32, status: FormStatus::Preferred };
                best = Some((strength, identity, right));
            }
        }
    };
    for (entry_at, entry) in by_glossary {
        offer(like_glossary(cx, name, entry), Origin::Glossary, entry_at);
    }
    for (entry_at, entry) in cx.known.built_in.entries().iter().enumerate() {
        let found = if entry.is_person() { like_person(cx, name, entry) } else { like_place(cx, name, entry) };
        offer(found, Origin::BuiltIn, entry_at);
    }
    let (strength, identity, right) = best?;
    Some(NameMatch {
        candidate: at,
        target: Target::Known(identity),
        fault: Fault::Misspelled,
        wrong: name.span,
        right,
        strength,
    })
}

/// A term of the glossary is there to be used: a near miss of one is likely a garble of it.
fn like_glossary(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<(f64, String)> {
    let squeezed = name.squeezed();
    let best = entry.forms.iter().map(|form| name_likeness(&name_words(form).concat(), &squeezed)).fold(0.0, f64::max);
    let known = name.words.iter().all(|word| cx.lexicon.name_parts.has(&word.key));
    (best >= 0.68 && !known).then(|| (best, entry.term.to_string()))
}

/// "Mongolian President X", "Alexander Gabayev", "Omar Bashil".
fn like_person(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<(f64, String)> {
    let words = &name.words;
    let (last, first) = (words.last()?, words.first()?);
    let known_words = name_words(&entry.term);
    let (known_last, known_first) = (known_words.last()?, known_words.first()?);
    let surname = name_likeness(known_last, &last.key);
    if words.len() > 1 && known_words.len() > 1 {
        let same_first = *known_first == first.key || cx.lexicon.name_parts.are_variants(known_first, &first.key);
        let listed = cx.lexicon.name_parts.has(&last.key);
        if same_first && *known_last != last.key && (0.6..1.0).contains(&surname) && !listed {
            let near_first_letters = skeleton(known_last).chars().next() == skeleton(&last.key).chars().next();
            return near_first_letters.then(|| (0.3 + 0.5 * surname, entry.term.to_string()));
        }
        let whole = name_likeness(&known_words.concat(), &name.squeezed());
        let both_new = !listed && !cx.lexicon.name_parts.has(&first.key);
        if whole >= 0.82 && both_new {
            return Some((whole * 0.9, entry.term.to_string()));
        }
    }
    if name.title.is_empty() || !holds_office(cx, name, entry) || cx.lexicon.name_parts.has(&last.key) {
        return None;
    }
    let whole = name_likeness(&known_words.concat(), &name.squeezed());
    let likeness = surname.max(whole);
    let same_start = known_last.chars().next() == last.key.chars().next();
    (likeness >= 0.5 || likeness >= 0.4 && same_start).then(|| (0.35 + 0.5 * likeness, entry.term.to_string()))
}

/// Whether the text gives the name an office that the known person holds or held, in a country it names beside it.
fn holds_office(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> bool {
    let role = entry.roles.to_lowercase();
    if !role.contains(&name.title) {
        return false;
    }
    let start = name.tokens.start.saturating_sub(8);
    cx.facts.1.names.iter().any(|near| {
        let close = near.tokens.start >= start && near.tokens.end <= name.tokens.start;
        close && near.identity.is_some_and(|identity| cx.known.entry(identity).term == entry.country)
    })
}

/// A single unknown word that all but spells a country or a capital.
fn like_place(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<(f64, String)> {
    let capital = entry.kind == "capital";
    if !(capital || entry.kind == "country") || name.kind == NameKind::Person || name.kind == NameKind::Term {
        return None;
    }
    let squeezed = name.squeezed();
    let unknown = name.words.iter().all(|word| {
        cx.texts.1.tokens[word.token].word.is_none()
            && !cx.lexicon.name_parts.has(&word.key)
            && !cx.lexicon.words.is_proper(cx.texts.1.at(cx.texts.1.tokens[word.token].span))
    });
    let known = name_words(&entry.term).concat();
    if !unknown || squeezed.len() < 5 || known.chars().next() != squeezed.chars().next() {
        return None;
    }
    let beside = cx.texts.1.tokens[..name.tokens.start].last();
    let called = beside.is_some_and(|before| matches!(before.folded.as_str(), "capital" | "city" | "country"));
    let forms = entry.forms.iter().map(|form| name_likeness(&name_words(form).concat(), &squeezed));
    let likeness = forms.fold(0.0, f64::max);
    let least = if called && capital { 0.6 } else { 0.78 };
    (likeness >= least).then(|| (0.15 + 0.65 * likeness + if called { 0.15 } else { 0.0 }, entry.term.to_string()))
}
