//! Words that lack a letter: "eat" for "beat", "nd" for "and", "hat" for "that".

use std::collections::{BTreeMap, HashMap};

use crate::align::lost_letter_odds::{Lost, lost_letter_odds};
use crate::align::odds::{probability, yes};
use crate::align::sentences::PairKind;
use crate::align::unknown_words::Search;
use crate::align::words::Links;
use crate::lexicon::function_words::without_one;
use crate::lexicon::transitions::{Class, Special};
use crate::text::classes::class_of;
use crate::text::token::{Case, Token, TokenKind};

/// A word that lacks a letter.
#[derive(Clone, PartialEq, Debug)]
pub struct LostLetter {
    /// The word, as a token of the candidate.
    pub token: usize,
    /// What is meant.
    pub right: String,
    /// Where the reference has that, as a token.
    pub reference: Option<usize>,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Weaker suspicions than this are not told.
const LEAST_STRENGTH: f64 = 0.33;

/// The longest word looked at, in bytes.
const LONGEST: usize = 16;

/// Words of the candidate that are one letter short of what fits their place better.
#[must_use]
pub fn lost_letters(cx: &Search<'_>, links: &Links) -> Vec<LostLetter> {
    let (ours, theirs) = if cx.kind.is_parallel() {
        (counts(&cx.reference.tokens), counts(&cx.candidate.tokens))
    } else {
        (BTreeMap::new(), BTreeMap::new())
    };
    let reference = shortened(&ours, &theirs);
    let mut found = Vec::new();
    for at in 0..cx.candidate.tokens.len() {
        let token = &cx.candidate.tokens[at];
        let plain = token.is_word()
            && matches!(token.case, Case::Lower)
            && token.folded.len() <= LONGEST
            && token.folded.bytes().all(|byte| byte.is_ascii_lowercase())
            && cx.candidate.at(token.span).len() == token.folded.len();
        let beside = |near: Option<&Token>| {
            near.is_some_and(|near| {
                near.is_mark("-") || near.is_mark("'") || near.is_mark("’") || near.is_mark("/") || near.is_mark(".")
            })
        };
        let joined = at > 0 && !token.spaced && beside(cx.candidate.tokens.get(at - 1))
            || cx.candidate.tokens.get(at + 1).is_some_and(|next| {
                let address = next.is_mark(".") && cx.candidate.tokens.get(at + 2).is_some_and(|after| !after.spaced);
                !next.spaced && (next.is_mark("-") || address)
            });
        let bracketed = at > 0 && matches!(cx.candidate.tokens[at - 1].folded.as_str(), "(" | "[" | "@" | "#");
        let letter = token.folded.len() == 1 && !cx.kind.is_parallel();
        let apart = at == 0 || token.spaced || cx.candidate.tokens[at - 1].kind == TokenKind::Mark;
        if !plain || joined || bracketed || letter || !apart {
            continue;
        }
        let best = meant(cx, at, links, (&ours, &theirs), &reference).into_iter().max_by(|a, b| a.2.total_cmp(&b.2));
        let Some((right, reference, odds)) = best else { continue };
        let strength = probability(odds);
        if strength >= LEAST_STRENGTH {
            found.push(LostLetter { token: at, right, reference, strength });
        }
    }
    found
}

/// Particles of names, currencies, units and abbreviations.
fn is_explained(cx: &Search<'_>, token: &Token) -> bool {
    let folded = token.folded.as_str();
    token.word.is_none() && (cx.lexicon.name_parts.has(folded) || cx.known.has_part(folded))
        || cx.lexicon.measures.currency(folded).is_some()
        || cx.lexicon.abbreviations.is_known(folded)
        || matches!(folded, "com" | "der" | "da" | "di" | "du" | "al" | "el" | "la" | "le" | "las" | "los")
}

fn counts(tokens: &[Token]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for token in tokens.iter().filter(|token| token.is_word()) {
        *counts.entry(token.folded.as_str()).or_insert(0) += 1;
    }
    counts
}

type Counts<'a> = BTreeMap<&'a str, usize>;

/// The words that may be meant, where the reference has each, and the log odds that it is.
fn meant(
    cx: &Search<'_>,
    at: usize,
    links: &Links,
    (ours, theirs): (&Counts<'_>, &Counts<'_>),
    reference: &Shortened<'_>,
) -> Vec<(String, Option<usize>, f64)> {
    let tokens = &cx.candidate.tokens;
    let token = &tokens[at];
    let written = token.folded.as_str();
    let longer = longer(cx, token, reference);
    if longer.is_empty() || is_explained(cx, token) {
        return Vec::new();
    }
    let sentence = &cx.candidate.sentences[cx.candidate.sentence_of(at)];
    let transitions = &cx.lexicon.transitions;
    let edge = transitions.of_special(Special::Edge);
    let near = |place: Option<usize>| -> Class {
        let inside = place.filter(|place| sentence.tokens.contains(place));
        inside.map_or(edge, |place| class_of(&tokens[place], place == sentence.tokens.start, transitions))
    };
    let (left, right) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let here = class_of(token, at == sentence.tokens.start, transitions);
    let cost = |class: Class| transitions.cost(left, class) + transitions.cost(class, right);
    let other_of = |place: Option<usize>| {
        place.and_then(|place| links.of_candidate.get(place).copied().flatten()).map(|link| link.other)
    };
    let (before, after) = (other_of(at.checked_sub(1)), other_of(Some(at + 1)));
    let excess = |word: &str| ours.get(word).copied().unwrap_or(0) > theirs.get(word).copied().unwrap_or(0);
    let own = ours.get(written).copied().unwrap_or(0) >= theirs.get(written).copied().unwrap_or(0);
    let own = own && cx.kind.is_parallel();
    let mut found = Vec::new();
    for long in longer {
        let Some(word) = cx.lexicon.words.find(&long) else { continue };
        // "did the court hear": the past is told by another word.
        let told = long.strip_prefix(written).is_some_and(|ending| ending == "d")
            && tokens[sentence.tokens.start..at]
                .iter()
                .any(|before| before.lemma() == "do" || before.lemma() == "will");
        if told {
            continue;
        }
        let more = excess(&long);
        let function = word.classes.is_function();
        if !more && !(word.tier <= 10 && (function || token.word.is_none())) {
            continue;
        }
        let is = |place: Option<usize>| {
            place.filter(|place| cx.reference.tokens.get(*place).is_some_and(|other| other.folded == long))
        };
        let sides = (is(before.map(|other| other + 1)), is(after.and_then(|other| other.checked_sub(1))));
        let fit = cost(here) - cost(transitions.of_word(&long, word.tag));
        let tier = token.tier();
        let ending = long.strip_prefix(written).unwrap_or("");
        let lost = Lost {
            more: yes(more),
            placed: yes(sides.0.is_some()) + yes(sides.1.is_some()),
            own: yes(own),
            linked: yes(links.of_candidate[at].is_some()),
            unknown: yes(token.word.is_none()),
            rare: yes(token.word.is_some() && tier >= 55),
            common: yes(tier <= 20),
            commonest: yes(tier <= 10),
            single: yes(written.len() == 1),
            short: yes(written.len() == 2),
            three: yes(written.len() == 3),
            function: yes(function),
            own_function: yes(token.is_function()),
            fit,
            rough: cost(here),
            inflected: yes(matches!(ending, "s" | "d" | "n" | "r" | "y")),
            segment: yes(cx.kind == PairKind::Segment),
            parallel: yes(cx.kind.is_parallel()),
            name: yes(cx.lexicon.name_parts.has(written)),
        };
        found.push((long, sides.0.or(sides.1), lost_letter_odds(&lost)));
    }
    found
}

/// Words by what is left of them without one letter.
type Shortened<'a> = HashMap<String, Vec<&'a str>>;

/// The words that the reference has and the candidate has less often, by what is left of them without a letter.
fn shortened<'a>(ours: &Counts<'a>, theirs: &Counts<'_>) -> Shortened<'a> {
    let mut found: Shortened<'a> = HashMap::new();
    for (word, count) in ours {
        let plain = word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if !plain || theirs.get(word).is_some_and(|other| other >= count) {
            continue;
        }
        for short in without_one(word) {
            found.entry(short).or_default().push(word);
        }
    }
    found
}

/// The words that may be meant: of the reference, of the function words, and for what is no word of the common ones.
fn longer<'a>(cx: &'a Search<'_>, token: &Token, reference: &Shortened<'a>) -> Vec<String> {
    let written = token.folded.as_str();
    let mut found: Vec<String> = reference.get(written).into_iter().flatten().map(|word| (*word).to_owned()).collect();
    found.extend(cx.lexicon.function_words.longer(written).map(str::to_owned));
    if token.word.is_none() {
        found.extend(cx.lexicon.words.near(written).into_iter().filter(|word| word.len() == written.len() + 1));
    }
    // "neighboring" lacks nothing.
    let varies = |word: &str| cx.lexicon.varieties.find_all(written).any(|row| row.field(2) == word);
    found.retain(|word| !varies(word));
    found.sort_unstable();
    found.dedup();
    found
}
