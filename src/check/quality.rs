//! How good a candidate is, from 0 to 100: how much of the reference it renders, less what the findings weigh.

use std::collections::HashMap;

use crate::align::Pair;
use crate::align::sentences::PairKind;
use crate::align::words::By;
use crate::check::settle::Judged;
use crate::text::Text;
use crate::text::token::TokenKind;

/// The quality of a candidate, 0 to 100.
///
/// With a parallel reference it is the likeness to the reference (characters, words and their order); with another
/// article on the event it rests on what the reference bears out. Either way every finding lowers it.
#[must_use]
pub fn quality(pair: &Pair<'_>, judged: &[Judged]) -> f64 {
    let base = match pair.kind {
        PairKind::Alone => 1.0,
        PairKind::Segment | PairKind::Parallel => likeness(pair),
        PairKind::Comparable => 0.7 + 0.3 * support(pair),
    };
    let words = pair.candidate.word_count().max(8) as f64;
    let harm: f64 = judged
        .iter()
        .map(|one| {
            let severity = one.draft.severity.unwrap_or(one.rule.severity);
            one.confidence * severity.weight().min(8.0)
        })
        .sum();
    let scale = if pair.kind.is_parallel() { 0.5 } else { 1.2 };
    (100.0 * base * (-scale * harm / words).exp()).clamp(0.0, 100.0)
}

/// Likeness to a parallel reference, 0 to 1; 1 for the reference itself.
fn likeness(pair: &Pair<'_>) -> f64 {
    if pair.reference.raw == pair.candidate.raw {
        return 1.0;
    }
    let characters = character_score(pair.reference.raw, pair.candidate.raw);
    let (words, order) = word_score(pair);
    let surface = surface_score(pair.reference, pair.candidate);
    0.47 * characters + 0.28 * words + 0.17 * order + 0.08 * surface
}

/// Longest character sequence compared.
const LONGEST: usize = 6;

/// Longest text of which every sequence is counted, in characters; of longer ones the first so many.
const MOST_CHARACTERS: usize = 40_000;

/// chrF: the F score, recall counting twice, of character sequences of one to six (Popović 2015), 0 to 1.
fn character_score(reference: &str, candidate: &str) -> f64 {
    let plain =
        |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_whitespace()).take(MOST_CHARACTERS).collect() };
    let (ours, theirs) = (plain(reference), plain(candidate));
    let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
    for length in 1..=LONGEST {
        let (counts, total) = sequences(&ours, length);
        let (other, other_total) = sequences(&theirs, length);
        if total == 0 || other_total == 0 {
            continue;
        }
        let mut shared = 0_u32;
        for (sequence, count) in &other {
            shared += counts.get(sequence).copied().unwrap_or(0).min(*count);
        }
        precision += f64::from(shared) / other_total as f64;
        recall += f64::from(shared) / total as f64;
        orders += 1.0;
    }
    if orders == 0.0 || precision + recall == 0.0 {
        return 0.0;
    }
    let (precision, recall) = (precision / orders, recall / orders);
    5.0 * precision * recall / (4.0 * precision + recall)
}

fn sequences(text: &[char], length: usize) -> (HashMap<u64, u32>, usize) {
    let mut counts = HashMap::new();
    for window in text.windows(length) {
        // FNV-1a over the characters; a collision would move the score by less than a thousandth.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for c in window {
            hash = (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01b3);
        }
        *counts.entry(hash).or_insert(0) += 1;
    }
    (counts, text.len().saturating_sub(length - 1))
}

/// F score of the linked words weighted by what they tell, and how far they keep their order.
fn word_score(pair: &Pair<'_>) -> (f64, f64) {
    let weight = |text: &Text<'_>, at: usize| {
        let token = &text.tokens[at];
        match token.kind {
            TokenKind::Mark => 0.0,
            _ if token.is_function() => 0.35,
            _ => crate::align::features::rarity(token.tier()),
        }
    };
    let worth = |by: By| match by {
        By::Word => 1.0,
        By::Form => 0.9,
        By::Meaning => 0.75,
        By::Opposition | By::RemoteOpposition => 0.0,
    };
    let score = |text: &Text<'_>, links: &[Option<crate::align::words::Link>]| {
        let (mut total, mut linked) = (0.0, 0.0);
        for (at, link) in links.iter().enumerate() {
            total += weight(text, at);
            linked += link.map_or(0.0, |link| worth(link.by)) * weight(text, at);
        }
        if total > 0.0 { linked / total } else { 0.0 }
    };
    let recall = score(pair.reference, &pair.links.of_reference);
    let precision = score(pair.candidate, &pair.links.of_candidate);
    let words = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    (words, words * order(pair))
}

/// The share of neighbouring linked words whose counterparts are neighbours too, in the same order.
fn order(pair: &Pair<'_>) -> f64 {
    let links: Vec<usize> = pair.links.of_candidate.iter().flatten().map(|link| link.other).collect();
    if links.len() < 2 {
        return 0.5;
    }
    let kept: f64 = links
        .windows(2)
        .map(|two| match two[1] as i64 - two[0] as i64 {
            1 => 1.0,
            2..=4 => 0.7,
            5.. => 0.35,
            _ => 0.0,
        })
        .sum();
    kept / (links.len() - 1) as f64
}

/// Marks and capitals as the reference has them: the small things that tell an edited text, 0 to 1.
fn surface_score(reference: &Text<'_>, candidate: &Text<'_>) -> f64 {
    let marks = |text: &Text<'_>| text.tokens.iter().filter(|token| token.kind == TokenKind::Mark).count() as f64;
    let spaced = |text: &Text<'_>| {
        text.tokens.iter().filter(|token| token.kind == TokenKind::Mark && token.spaced).count() as f64
    };
    let ends = |text: &Text<'_>| text.tokens.last().map(|token| token.folded.clone());
    let starts = |text: &Text<'_>| text.tokens.first().map(crate::text::token::Token::is_capitalised);
    let near = |a: f64, b: f64| 1.0 - (a - b).abs() / (a + b + 1.0);
    let same = |yes: bool| if yes { 1.0 } else { 0.0 };
    0.3 * near(marks(reference), marks(candidate))
        + 0.2 * near(spaced(reference), spaced(candidate))
        + 0.3 * same(ends(reference) == ends(candidate))
        + 0.2 * same(starts(reference) == starts(candidate))
}

/// How much of what the candidate states another article on the event bears out, 0 to 1.
fn support(pair: &Pair<'_>) -> f64 {
    let (mut total, mut borne_out) = (0.0, 0.0);
    for (at, token) in pair.candidate.tokens.iter().enumerate().filter(|(_, token)| token.is_content()) {
        let weight = crate::align::features::rarity(token.tier());
        total += weight;
        if pair.links.of_candidate[at].is_some_and(|link| !link.by.is_opposition()) {
            borne_out += weight;
        } else if pair.reference_index.has_exact(&token.folded) || pair.reference_index.has_exact(&token.stem) {
            borne_out += 0.5 * weight;
        }
    }
    if total > 0.0 { borne_out / total } else { 0.0 }
}
