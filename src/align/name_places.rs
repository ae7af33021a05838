//! Names that both texts have, but in each other's place: the sentence that the reference gives to one speaker or place
//! the candidate gives to another.

use std::ops::Range;

use crate::align::genders::antecedents;
use crate::align::likeness::is_same_word;
use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::align::sentences::PairKind;
use crate::align::texts::tokens_of;
use crate::extract::Facts;
use crate::extract::name::{Name, NameKind};
use crate::lexicon::gazetteer::FormStatus;
use crate::text::Text;

/// Least likeness of a bead whose names are compared.
const LEAST: f64 = 0.15;

/// A sentence with more names is a list.
const MOST_NAMES: usize = 24;

/// Adds the names that are exchanged within beads.
pub fn add_exchanged(cx: &NameContext<'_>, reference: &NameIndex, found: &mut Vec<NameMatch>) {
    if cx.kind == PairKind::Segment {
        return;
    }
    let speaking: Vec<(usize, usize)> = antecedents(cx.texts.0, cx.facts.0)
        .into_iter()
        .filter(|(token, _)| reports_at(cx, cx.texts.0, *token..*token + 1))
        .collect();
    for bead in cx.beads.iter().filter(|bead| bead.is_full()) {
        if bead.likeness < LEAST {
            continue;
        }
        let (ours, theirs) =
            (names_of(cx.texts.0, cx.facts.0, &bead.reference), names_of(cx.texts.1, cx.facts.1, &bead.candidate));
        if ours.len().max(theirs.len()) > MOST_NAMES {
            continue;
        }
        let missing: Vec<usize> = ours.iter().copied().filter(|at| is_missing(cx, *at, &theirs, found)).collect();
        let added: Vec<usize> = theirs.iter().copied().filter(|at| is_added(cx, *at, &ours, reference)).collect();
        // "He said": whoever was named last.
        let tokens = tokens_of(cx.texts.0, &bead.reference);
        let pronoun = speaking.iter().find(|(token, _)| tokens.contains(token)).map(|(_, name)| *name);
        let unnamed: Vec<usize> = pronoun.into_iter().filter(|at| is_missing(cx, *at, &theirs, found)).collect();
        let pair = only(&missing, &added)
            .or_else(|| speakers(cx, &missing, &added))
            .or_else(|| spoken(cx, &missing, &unnamed, &added));
        let Some((missing, added)) = pair else { continue };
        let (ours, theirs) = (&cx.facts.0.names[missing], &cx.facts.1.names[added]);
        if !same_kind(cx, ours, theirs) || found.iter().any(|one| one.candidate == added) {
            continue;
        }
        let spoken = reports(cx, cx.texts.0, ours) && reports(cx, cx.texts.1, theirs);
        let parallel = if cx.kind == PairKind::Parallel { 0.12 } else { 0.0 };
        let strength = 0.35 + 0.5 * bead.likeness + parallel + if spoken { 0.15 } else { 0.0 };
        found.push(NameMatch {
            candidate: added,
            target: Target::Reference(missing),
            fault: Fault::Swapped,
            wrong: theirs.span,
            right: cx.texts.0.at(ours.span).to_owned(),
            strength: strength.min(0.85),
        });
    }
}

/// The name that is missing and the one that is added, where there is one of each.
fn only(missing: &[usize], added: &[usize]) -> Option<(usize, usize)> {
    match (missing, added) {
        ([missing], [added]) => Some((*missing, *added)),
        _ => None,
    }
}

/// Where nobody named is missing: the one whom a pronoun of the reference means, and the only speaker of the candidate.
fn spoken(cx: &NameContext<'_>, missing: &[usize], unnamed: &[usize], added: &[usize]) -> Option<(usize, usize)> {
    let theirs = speaking(cx, cx.texts.1, cx.facts.1, added);
    if missing.is_empty() { only(unnamed, &theirs) } else { None }
}

/// Of several the two that a verb of saying stands beside, where each text has one such.
fn speakers(cx: &NameContext<'_>, missing: &[usize], added: &[usize]) -> Option<(usize, usize)> {
    only(&speaking(cx, cx.texts.0, cx.facts.0, missing), &speaking(cx, cx.texts.1, cx.facts.1, added))
}

/// Those of some names that a verb of saying stands beside.
fn speaking(cx: &NameContext<'_>, text: &Text<'_>, facts: &Facts, names: &[usize]) -> Vec<usize> {
    names.iter().copied().filter(|at| reports(cx, text, &facts.names[*at])).collect()
}

/// The names of some sentences, acronyms and terms left out.
fn names_of(text: &Text<'_>, facts: &Facts, sentences: &Range<usize>) -> Vec<usize> {
    facts
        .names_in(&tokens_of(text, sentences))
        .filter(|at| !facts.names[*at].acronym && facts.names[*at].kind != NameKind::Term)
        .collect()
}

/// A name of the reference's sentence that the candidate's sentence lacks, garbled too.
fn is_missing(cx: &NameContext<'_>, at: usize, theirs: &[usize], found: &[NameMatch]) -> bool {
    let name = &cx.facts.0.names[at];
    let garbled = found.iter().any(|one| match one.target {
        Target::Reference(other) => theirs.contains(&one.candidate) && shares_word(cx, name, &cx.facts.0.names[other]),
        _ => false,
    });
    !garbled && !theirs.iter().any(|other| shares_word(cx, name, &cx.facts.1.names[*other]))
}

/// A name of the candidate's sentence that the reference has, but not in this sentence.
fn is_added(cx: &NameContext<'_>, at: usize, ours: &[usize], reference: &NameIndex) -> bool {
    let name = &cx.facts.1.names[at];
    let elsewhere = name.words.last().is_some_and(|word| reference.has_word(&word.key, cx.lexicon));
    elsewhere && !ours.iter().any(|other| shares_word(cx, &cx.facts.0.names[*other], name))
}

fn shares_word(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let same_entry = match (ours.identity, theirs.identity) {
        (Some(one), Some(other)) => cx.known.entry(one).term == cx.known.entry(other).term,
        _ => false,
    };
    same_entry || ours.words.iter().any(|word| theirs.words.iter().any(|other| is_same_word(&word.key, &other.key)))
}

/// People stand for people, places for places; what is not told may stand for people.
fn same_kind(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let person = |text: &Text<'_>, facts: &Facts, name: &Name| {
        let last = name.words.last().map(|word| word.key.as_str());
        let at = facts.names.partition_point(|other| other.tokens.start < name.tokens.start);
        let listed = |key: &str| cx.lexicon.listed_names.find(key).is_some_and(|row| row.field(1).contains(['g', 's']));
        name.kind == NameKind::Person
            || name.kind == NameKind::Unknown
                && (reports(cx, text, name)
                    || facts.roles.binary_search_by_key(&at, |held| held.name).is_ok()
                    || name.words.len() > 1 && name.words.iter().any(|word| listed(&word.key))
                    || facts.names.iter().any(|other| {
                        other.kind == NameKind::Person && other.words.last().map(|word| word.key.as_str()) == last
                    }))
    };
    let people = person(cx.texts.0, cx.facts.0, ours) && person(cx.texts.1, cx.facts.1, theirs);
    people || same_kind_of_place(cx, ours, theirs)
}

/// A country for a country, a city for a city; a capital may stand for its country.
fn same_kind_of_place(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let (Some(one), Some(other)) = (ours.identity, theirs.identity) else { return false };
    let plain = one.status != FormStatus::Related && other.status != FormStatus::Related;
    let (one, other) = (cx.known.entry(one), cx.known.entry(other));
    plain && one.is_place() && one.kind == other.kind
}

/// Whether a verb of saying stands right beside a name.
fn reports(cx: &NameContext<'_>, text: &Text<'_>, name: &Name) -> bool {
    reports_at(cx, text, name.tokens.clone())
}

/// Whether a verb of saying stands right beside some tokens.
fn reports_at(cx: &NameContext<'_>, text: &Text<'_>, tokens: Range<usize>) -> bool {
    let near = tokens.start.saturating_sub(2)..(tokens.end + 3).min(text.tokens.len());
    text.tokens[near].iter().any(|token| {
        let lemma = token.lemma();
        matches!(
            lemma,
            "tell" | "add" | "explain" | "report" | "note" | "warn" | "urge" | "announce" | "comment" | "complain"
        ) || cx.lexicon.opposites.says(lemma)
    })
}
