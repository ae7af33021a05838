//! Names that neither the reference nor themselves explain, held against known names: by office, by a word they share,
//! by likeness to a country or a capital.

use std::collections::BTreeSet;

use crate::align::likeness::{is_same_word, name_likeness, skeleton};
use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::extract::name::{Identity, Name, NameKind, NameWord, Origin};
use crate::lexicon::gazetteer::{Entry, FormStatus, name_words};
use crate::text::span::Span;

/// What is proposed for a name: how sure, which words are wrong, what belongs there, what kind of fault it is.
struct Proposal {
    strength: f64,
    wrong: Span,
    right: String,
    fault: Fault,
}

/// Entries looked at for one name at most; a word that more of them share tells nothing.
const MOST: usize = 200;

/// Looks for the known name that a name of the candidate garbles.
#[must_use]
pub fn match_known(cx: &NameContext<'_>, at: usize, reference: &NameIndex) -> Option<NameMatch> {
    let name = &cx.facts.1.names[at];
    if name.identity.is_some() || name.acronym {
        return None;
    }
    if name.words.iter().all(|word| reference.has_word(&word.key, cx.lexicon)) && name.words.len() < 3 {
        return None;
    }
    let mut best: Option<(Proposal, Identity)> = None;
    let mut offer = |found: Option<Proposal>, origin: Origin, entry: u32| {
        if let Some(proposal) = found
            && best.as_ref().is_none_or(|(other, _)| proposal.strength > other.strength)
        {
            best = Some((proposal, Identity { origin, entry, status: FormStatus::Preferred }));
        }
    };
    for (entry_at, entry) in cx.known.glossary.entries().iter().enumerate() {
        offer(like_glossary(cx, name, entry), Origin::Glossary, entry_at as u32);
        offer(like_term(cx, name, entry), Origin::Glossary, entry_at as u32);
    }
    let built_in = cx.known.built_in;
    let sharing = name.words.iter().flat_map(|word| built_in.with_part(&word.key).take(MOST));
    let neighbours =
        countries_near(cx, name).into_iter().flat_map(|country| built_in.people_of(country).iter().copied());
    let likely: BTreeSet<u32> = sharing.chain(neighbours).collect();
    for entry_at in likely {
        let entry = built_in.entry(entry_at);
        let found = if entry.is_person() { like_person(cx, name, entry) } else { like_term(cx, name, entry) };
        offer(found, Origin::BuiltIn, entry_at);
    }
    for entry_at in built_in.countries_and_capitals() {
        offer(like_place(cx, name, built_in.entry(*entry_at)), Origin::BuiltIn, *entry_at);
    }
    let (proposal, identity) = best?;
    Some(NameMatch {
        candidate: at,
        target: Target::Known(identity),
        fault: proposal.fault,
        wrong: proposal.wrong,
        right: proposal.right,
        strength: proposal.strength,
    })
}

fn misspelled(strength: f64, wrong: Span, right: String) -> Option<Proposal> {
    Some(Proposal { strength, wrong, right, fault: Fault::Misspelled })
}

/// A term of the glossary is there to be used: a near miss of one is likely a garble of it.
fn like_glossary(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<Proposal> {
    let squeezed = name.squeezed();
    let forms: Vec<String> = entry.forms().map(|form| name_words(form).concat()).collect();
    let best = forms.iter().map(|form| name_likeness(form, &squeezed)).fold(0.0, f64::max);
    let known = name.words.iter().all(|word| cx.lexicon.name_parts.has(&word.key));
    let exact = forms.contains(&squeezed);
    (best >= 0.66 && !known && !exact).then(|| Proposal {
        strength: best.min(0.95),
        wrong: name.span,
        right: entry.term.to_string(),
        fault: Fault::Misspelled,
    })
}

/// The words of a known term in another order, in another form, or repeated: "Siberian Power 2", "International Court
/// of Criminal Court".
fn like_term(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<Proposal> {
    const SMALL: [&str; 8] = ["of", "the", "and", "for", "on", "in", "de", "to"];
    let entry_words = entry.words();
    let words: Vec<&String> =
        entry_words.iter().filter(|word| !SMALL.contains(&word.as_str()) && word.parse::<u32>().is_err()).collect();
    if entry.is_person()
        || entry.is_place()
        || words.len() < 2
        || name.words.len() < words.len()
        || name.words.len() > 12
    {
        return None;
    }
    let own: Vec<&NameWord> = name.words.iter().filter(|word| word.key.parse::<u32>().is_err()).collect();
    let all_ours = words.iter().all(|word| own.iter().any(|other| is_same_word(&other.key, word)));
    let all_theirs = own.iter().all(|word| words.iter().any(|other| is_same_word(&word.key, other)));
    if !all_ours || !all_theirs {
        return None;
    }
    // An accepted name of something else, or a mere plural or adjective of this one, is no fault.
    let repeated = own.len() > words.len();
    let in_order = own.len() == words.len() && own.iter().zip(&words).all(|(own, word)| is_same_word(&own.key, word));
    (repeated || !in_order).then(|| {
        let number = entry_words.iter().find(|word| word.parse::<u32>().is_ok());
        let text = cx.texts.1;
        let beside = text.tokens.get(name.tokens.end).map(|token| token.folded.as_str());
        let inside = name.words.iter().find(|word| word.key.parse::<u32>().is_ok()).map(|word| word.key.as_str());
        let numbered = match (number, inside.or(beside)) {
            (Some(number), Some(other)) if number == other => 0.2,
            (Some(_), _) => -0.06,
            (None, _) => 0.0,
        };
        // Another order of the words alone may be style.
        let strength = numbered + if repeated { 0.82 } else { 0.54 };
        let next = cx.texts.1.tokens.get(name.tokens.end).filter(|next| entry_words.contains(&next.folded));
        let wrong = next.map_or(name.span, |next| name.span.join(next.span));
        Proposal { strength, wrong, right: entry.term.to_string(), fault: Fault::Reworded }
    })
}

/// "Mongolian President X", "Alexander Gabayev", "Omar Bashil".
fn like_person(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<Proposal> {
    let (first, rest) = name.words.split_first()?;
    let entry_words = entry.words();
    let known: Vec<&str> =
        entry_words.iter().map(String::as_str).filter(|word| !matches!(*word, "al" | "el")).collect();
    let (known_first, known_rest) = known.split_first()?;
    let listed = name.words.last().is_some_and(|word| cx.lexicon.name_parts.has(&word.key));
    let whole = name_likeness(&known.concat(), &name.squeezed());
    if !rest.is_empty() && !known_rest.is_empty() {
        let (own_rest, other_rest) =
            (rest.iter().map(|word| word.key.as_str()).collect::<String>(), known_rest.concat());
        let surname = name_likeness(&other_rest, &own_rest);
        let same_first = *known_first == first.key || cx.lexicon.name_parts.are_variants(known_first, &first.key);
        let same_sound = skeleton(&other_rest).chars().next() == skeleton(&own_rest).chars().next();
        if same_first
            && (0.6..1.0).contains(&surname)
            && !listed_whole(cx, rest)
            && same_sound
            && !is_same_word(&own_rest, &other_rest)
        {
            let start = cx.texts.1.tokens[rest[0].token].span;
            let right = surname_of(entry);
            return misspelled(0.3 + 0.5 * surname, Span { start: start.start, end: name.span.end }, right);
        }
        let both_new = !listed && !cx.lexicon.name_parts.has(&first.key);
        if (0.82..1.0).contains(&whole) && both_new {
            return misspelled(whole * 0.9, name.span, entry.term.to_string());
        }
    }
    if name.title.is_empty() || listed || !holds_office(cx, name, entry) {
        return None;
    }
    let last = &name.words.last()?.key;
    let known_last = known.last()?;
    let likeness = known.iter().map(|word| name_likeness(word, last)).fold(whole, f64::max);
    let same_start = known_last.chars().next() == last.chars().next();
    let right = if rest.is_empty() { surname_of(entry) } else { entry.term.to_string() };
    if likeness >= 1.0 || !(likeness >= 0.5 || likeness >= 0.4 && same_start) {
        return None;
    }
    misspelled(0.35 + 0.5 * likeness, name.span, right)
}

/// Whether every word is a listed name by itself.
fn listed_whole(cx: &NameContext<'_>, words: &[NameWord]) -> bool {
    words.iter().all(|word| cx.lexicon.name_parts.has(&word.key))
}

/// The preferred form without its first word.
fn surname_of(entry: &Entry) -> String {
    entry.term.split_once(' ').map_or(entry.term.to_string(), |(_, rest)| rest.to_owned())
}

/// Whether the text gives the name an office that the known person holds or held, in a country it names beside it.
fn holds_office(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> bool {
    entry.roles.to_lowercase().contains(&name.title) && countries_near(cx, name).contains(&entry.country)
}

/// The countries named in the few words before a name.
fn countries_near<'a>(cx: &'a NameContext<'_>, name: &Name) -> BTreeSet<&'a str> {
    let names = &cx.facts.1.names;
    let end = names.partition_point(|near| near.tokens.start < name.tokens.start);
    let near = names[..end].iter().rev().take(3).filter(|near| near.tokens.end + 8 >= name.tokens.start);
    near.filter_map(|near| near.identity).map(|identity| cx.known.entry(identity).term.as_ref()).collect()
}

/// An unknown word that all but spells a country or a capital.
fn like_place(cx: &NameContext<'_>, name: &Name, entry: &Entry) -> Option<Proposal> {
    let squeezed = name.squeezed();
    if squeezed.len() < 5
        || entry.term.as_bytes().first().map(u8::to_ascii_lowercase) != squeezed.as_bytes().first().copied()
        || name.kind == NameKind::Term
        || !name.title.is_empty()
    {
        return None;
    }
    let unknown = name.words.iter().all(|word| {
        let token = &cx.texts.1.tokens[word.token];
        let listed = name.words.len() == 1 && cx.lexicon.name_parts.has(&word.key);
        token.word.is_none() && !listed && !cx.lexicon.words.is_proper(cx.texts.1.at(token.span))
    });
    if !unknown {
        return None;
    }
    let capital = entry.kind == "capital";
    let beside = cx.texts.1.tokens[..name.tokens.start].last();
    let called = beside.is_some_and(|before| matches!(before.folded.as_str(), "capital" | "city" | "country"));
    let forms = entry.forms().map(|form| name_likeness(&name_words(form).concat(), &squeezed));
    let likeness = forms.fold(0.0, f64::max);
    let least = if called && capital { 0.6 } else { 0.84 };
    if likeness < least || likeness >= 1.0 {
        return None;
    }
    misspelled(0.15 + 0.65 * likeness + if called { 0.15 } else { 0.0 }, name.span, entry.term.to_string())
}
