//! One name in several spellings within the candidate.

use std::collections::BTreeMap;

use crate::align::likeness::{name_likeness, romanisation_key, skeleton};
use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::extract::name::{Name, NameKind};

/// Adds the names that are spelled in two ways; a spelling that is already matched hands its target on.
pub fn add_variants(cx: &NameContext<'_>, right: &[bool], found: &mut Vec<NameMatch>) {
    let names = &cx.facts.1.names;
    hand_on_divided(cx, right, found);
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| can_vary(cx, name)) {
        places.entry(spelling(cx, name)).or_default().push(at);
    }
    let spellings: Vec<(&String, &Vec<usize>)> = places.iter().collect();
    let mut by_sound: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for (at, (spelling, _)) in spellings.iter().enumerate() {
        if let Some(sound) = skeleton(spelling).chars().next() {
            by_sound.entry(sound).or_default().push(at);
        }
    }
    for group in by_sound.values() {
        for (position, &one) in group.iter().enumerate() {
            for &other in group[position + 1..].iter().take(64) {
                if are_one(spellings[one].0, spellings[other].0) {
                    add_pair(cx, spellings[one].1, spellings[other].1, right, found);
                }
            }
        }
    }
}

/// "Ulan Bato" is the "Ulanbato" of another paragraph, divided.
fn hand_on_divided(cx: &NameContext<'_>, right: &[bool], found: &mut Vec<NameMatch>) {
    let names = &cx.facts.1.names;
    let whole = found.iter().filter(|one| one.fault == Fault::Misspelled && one.wrong == names[one.candidate].span);
    let known: Vec<(String, NameMatch)> = whole.map(|one| (names[one.candidate].squeezed(), one.clone())).collect();
    for (at, name) in names.iter().enumerate().filter(|(at, _)| !right[*at]) {
        let squeezed = name.squeezed();
        let same = known.iter().find(|(other, one)| *other == squeezed && one.candidate != at);
        if let Some((_, one)) = same.filter(|_| squeezed.len() >= 6) {
            let weaker = found.iter().position(|other| other.candidate == at);
            match weaker {
                Some(weaker) if found[weaker].strength < one.strength => found.remove(weaker),
                Some(_) => continue,
                None => one.clone(),
            };
            hand_on(cx, one, &[at], found);
        }
    }
}

/// The last word tells most: a surname alone must meet the full name.
fn spelling(cx: &NameContext<'_>, name: &Name) -> String {
    let last = name.words.last().filter(|word| {
        let token = &cx.texts.1.tokens[word.token];
        name.kind == NameKind::Person && !name.title.is_empty() || token.folded.len() >= 7 && token.word.is_none()
    });
    last.map_or_else(|| name.squeezed(), |word| word.key.clone())
}

/// Only names that no list explains: known names may be alike and different.
fn can_vary(cx: &NameContext<'_>, name: &Name) -> bool {
    let last = name.words.last();
    let token = last.map(|word| &cx.texts.1.tokens[word.token]);
    let unknown = token.is_some_and(|token| token.word.is_none() && token.folded.len() >= 5);
    let written = last.map_or("", |word| cx.texts.1.at(cx.texts.1.tokens[word.token].span));
    let listed = name.identity.is_some() || cx.lexicon.words.is_proper(written);
    name.sure && !name.acronym && unknown && !listed && name.words.len() <= 3 && name.kind != NameKind::Term
}

fn are_one(a: &str, b: &str) -> bool {
    let (a, b) = (a.min(b), a.max(b));
    if a == b || romanisation_key(a) == romanisation_key(b) || a.len().min(b.len()) < 5 {
        return false;
    }
    let plural =
        b.strip_prefix(a).is_some_and(|rest| matches!(rest, "s" | "n" | "an" | "ns" | "ians" | "ian" | "i" | "is"));
    // Names that differ by a gender ending (Ivanov, Ivanova) are two people.
    let gender = b.strip_prefix(a).is_some_and(|rest| rest == "a");
    // "Wang Huili" and "Wang Yucui" share a surname, not a name.
    let start = a.bytes().zip(b.bytes()).take_while(|(one, other)| one == other).count();
    let rest = |word: &str| word.get(start..).unwrap_or("").len();
    let other = start >= 4 && rest(a).min(rest(b)) >= 3 && name_likeness(&a[start..], &b[start..]) < 0.5;
    !plural && !gender && !other && name_likeness(a, b) >= 0.64
}

fn add_pair(cx: &NameContext<'_>, one: &[usize], other: &[usize], right: &[bool], found: &mut Vec<NameMatch>) {
    let is_right = |places: &[usize]| places.iter().any(|at| right[*at]);
    let listed = |places: &[usize]| {
        let name = &cx.facts.1.names[places[0]];
        name.identity.is_some() || name.words.last().is_some_and(|word| cx.lexicon.name_parts.has(&word.key))
    };
    let matched = |places: &[usize], found: &[NameMatch]| {
        let of_these = found.iter().filter(|one| places.contains(&one.candidate));
        of_these.max_by(|a, b| a.strength.total_cmp(&b.strength)).cloned()
    };
    match (is_right(one), is_right(other)) {
        (true, true) => return,
        (true, false) if listed(other) => return,
        (false, true) if listed(one) => return,
        (true, false) => return add(cx, other, one, 0.72, found),
        (false, true) => return add(cx, one, other, 0.72, found),
        (false, false) => {}
    }
    match (matched(one, found), matched(other, found)) {
        (Some(_), Some(_)) => {}
        (Some(known), None) => hand_on(cx, &known, other, found),
        (None, Some(known)) => hand_on(cx, &known, one, found),
        (None, None) if listed(one) && listed(other) => {}
        (None, None) => {
            let (rare, common) = if one.len() <= other.len() { (one, other) } else { (other, one) };
            // Two words that stand there once each may well be two names, and are where they name no people.
            let person = |places: &[usize]| cx.facts.1.names[places[0]].kind == NameKind::Person;
            if common.len() == 1 && !person(rare) && !person(common) {
                return;
            }
            let often = if common.len() > 1 { 0.0 } else { 0.14 };
            add(cx, rare, common, 0.62 - often, found);
            add(cx, common, rare, 0.52 - often, found);
        }
    }
}

fn add(cx: &NameContext<'_>, wrong: &[usize], right: &[usize], strength: f64, found: &mut Vec<NameMatch>) {
    let target = right[0];
    for &at in wrong.iter().filter(|at| !found.iter().any(|one| one.candidate == **at)).collect::<Vec<_>>() {
        let word = last_word(cx, at);
        found.push(NameMatch {
            candidate: at,
            target: Target::Candidate(target),
            fault: Fault::Inconsistent,
            wrong: word.0,
            right: last_word(cx, target).1,
            strength,
        });
    }
}

/// A second spelling of a garble garbles the same name.
fn hand_on(cx: &NameContext<'_>, known: &NameMatch, places: &[usize], found: &mut Vec<NameMatch>) {
    for &at in places {
        if !found.iter().any(|one| one.candidate == at) {
            let name = &cx.facts.1.names[at];
            let match_ =
                NameMatch { candidate: at, wrong: name.span, strength: known.strength * 0.95, ..known.clone() };
            found.push(match_);
        }
    }
}

fn last_word(cx: &NameContext<'_>, at: usize) -> (crate::text::span::Span, String) {
    let name = &cx.facts.1.names[at];
    let text = cx.texts.1;
    let spelled = spelling(cx, name);
    let token = name.words.last().filter(|word| word.key == spelled).map(|word| text.tokens[word.token].span);
    let span = token.map_or(name.span, |span| crate::text::span::Span { end: span.end.min(name.span.end), ..span });
    (span, text.at(span).to_owned())
}
