//! Where two quantities stand: how much of what surrounds them is the same, and what the words right beside them are.

use std::ops::Range;

use crate::align::words::Links;
use crate::extract::Facts;
use crate::extract::quantity::Quantity;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// How many tokens on either side belong to a quantity's surroundings.
const REACH: usize = 9;

/// Nearness from which on two words can stand for each other.
const NEAR: f64 = 0.45;

/// Two texts with their facts, to compare places in.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    /// Reference and candidate.
    pub texts: (&'a Text<'a>, &'a Text<'a>),
    /// Their facts.
    pub facts: (&'a Facts, &'a Facts),
    /// Which words render each other.
    pub links: &'a Links,
    /// What is known of the language.
    pub lexicon: &'a Lexicon,
}

/// What two places have in common; each figure from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Common {
    /// Share of the content words around the two that are the same, nearer ones telling more.
    pub around: f64,
    /// The content words before the two are the same.
    pub before: f64,
    /// The content words behind the two are the same, and where nothing stands between, more so.
    pub after: f64,
    /// Both have a content word behind them, and these are different ones.
    pub other_after: f64,
}

/// The words of content around a quantity, nearest first, with how much each tells.
pub struct Surroundings {
    words: Vec<(usize, f64)>,
    before: Option<usize>,
    after: Option<usize>,
}

/// Reads the surroundings of a quantity within its sentence.
#[must_use]
pub fn surroundings(text: &Text<'_>, facts: &Facts, quantity: &Quantity) -> Surroundings {
    let sentence = &text.sentences[text.sentence_of(quantity.tokens.start)];
    let start = quantity.tokens.start.saturating_sub(REACH).max(sentence.tokens.start);
    let end = (quantity.tokens.end + REACH).min(sentence.tokens.end).max(quantity.tokens.end);
    let counts = |at: &usize| {
        let token = &text.tokens[*at];
        token.is_content() && !holds(facts, *at) && !quantity.tokens.contains(at)
    };
    let weight = |distance: usize| 1.0 / (1.0 + distance as f64 / 4.0);
    let behind = (quantity.tokens.end..end).filter(counts).map(|at| (at, weight(at - quantity.tokens.end)));
    let ahead = (start..quantity.tokens.start).rev().filter(counts);
    let ahead = ahead.map(|at| (at, weight(quantity.tokens.start - 1 - at)));
    let beside = |range: Range<usize>| range.take(4).find(counts);
    Surroundings {
        before: (start..quantity.tokens.start).rev().take(4).find(counts),
        after: beside(quantity.tokens.end..end),
        words: behind.chain(ahead).collect(),
    }
}

/// Whether a token belongs to a quantity.
fn holds(facts: &Facts, token: usize) -> bool {
    let at = facts.quantities.partition_point(|quantity| quantity.tokens.end <= token);
    facts.quantities.get(at).is_some_and(|quantity| quantity.tokens.contains(&token))
}

/// What the surroundings of a quantity of the reference and of one of the candidate have in common.
#[must_use]
pub fn common(places: &Places<'_>, reference: &Surroundings, candidate: &Surroundings) -> Common {
    let same = |ours: usize, theirs: usize| is_same_word(places, ours, theirs);
    let alike = |ours: usize, theirs: usize| same(ours, theirs) || is_near_word(places, ours, theirs);
    let shared = |one: &Surroundings, found: &dyn Fn(usize) -> bool| {
        let total: f64 = one.words.iter().map(|(_, weight)| weight).sum();
        let there: f64 = one.words.iter().filter(|(at, _)| found(*at)).map(|(_, weight)| weight).sum();
        if total > 0.0 { Some(there / total) } else { None }
    };
    let ours = shared(reference, &|at| candidate.words.iter().any(|(other, _)| same(at, *other)));
    let theirs = shared(candidate, &|at| reference.words.iter().any(|(other, _)| same(*other, at)));
    let around = match (ours, theirs) {
        (Some(ours), Some(theirs)) => 0.5 * (ours + theirs),
        (Some(one), None) | (None, Some(one)) => 0.5 * one,
        (None, None) => 0.0,
    };
    let beside = |ours: Option<usize>, theirs: Option<usize>| match (ours, theirs) {
        (Some(ours), Some(theirs)) => Some(alike(ours, theirs)),
        _ => None,
    };
    let flag = |holds: bool| f64::from(u8::from(holds));
    let after = beside(reference.after, candidate.after);
    Common {
        around,
        before: flag(beside(reference.before, candidate.before) == Some(true)),
        after: flag(after == Some(true)),
        other_after: flag(after == Some(false)),
    }
}

/// Whether a figure says how much more or less something is: "46 fewer than", "three years more than".
#[must_use]
pub fn is_difference(text: &Text<'_>, quantity: &Quantity) -> bool {
    const WORDS: [&str; 14] = [
        "more", "fewer", "less", "higher", "lower", "later", "earlier", "older", "younger", "longer", "shorter",
        "above", "below", "further",
    ];
    let end = quantity.tokens.end;
    let behind: Vec<&str> = text.tokens[end..].iter().take(4).map(|token| token.folded.as_str()).collect();
    let than = behind.windows(2).any(|pair| WORDS.contains(&pair[0]) && pair[1] == "than");
    let short = behind.windows(2).any(|pair| matches!(pair, ["short" | "ahead" | "shy", "of"]));
    than || short || matches!(behind[..], ["more" | "fewer" | "less" | "further", ..])
}

/// Whether two words are the same or render each other.
fn is_same_word(places: &Places<'_>, ours: usize, theirs: usize) -> bool {
    places.links.of_candidate[theirs].is_some_and(|link| link.other == ours)
        || places.texts.0.tokens[ours].stem == places.texts.1.tokens[theirs].stem
}

/// Whether two words are near in meaning.
fn is_near_word(places: &Places<'_>, ours: usize, theirs: usize) -> bool {
    let (one, other) = (&places.texts.0.tokens[ours], &places.texts.1.tokens[theirs]);
    one.is_word() && other.is_word() && places.lexicon.nearness.of(one.lemma(), other.lemma()) >= NEAR
}
