//! How much of the wording the two texts share: by what the words tell, and word by word.

use std::collections::HashMap;

use crate::align::Pair;
use crate::align::words::{By, Link};
use crate::check::quality::stand_ins::stand_ins;
use crate::lexicon::words::UNKNOWN_TIER;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// How much more a word of the reference that is missing counts than one the candidate has on its own, as the square
/// of the beta of an F score.
const RECALL: f64 = 4.0;

/// What a word tells: names most, function words least.
fn weight(token: &Token) -> f64 {
    match token.kind {
        TokenKind::Mark => 0.0,
        TokenKind::Number | TokenKind::Foreign => 0.8,
        TokenKind::Word if token.is_function() => 0.3,
        TokenKind::Word => match token.tier() {
            0..=10 => 0.4,
            UNKNOWN_TIER if token.is_capitalised() => 3.0,
            _ => 1.0,
        },
    }
}

/// What a link is worth: the same word most, another form of it least, as that is where MT goes wrong.
fn worth(link: Link) -> f64 {
    match link.by {
        By::Word => 1.0,
        By::Meaning => 0.85,
        By::Form => 0.4,
        By::Opposition | By::RemoteOpposition => 0.0,
    }
}

/// F score of the words with a counterpart, weighted by what they tell and by how near the counterpart is, 0 to 1.
#[must_use]
pub fn agreement(pair: &Pair<'_>) -> f64 {
    let stand_ins = stand_ins(pair);
    let recall = covered(pair.reference, &pair.links.of_reference, &stand_ins.of_reference);
    let precision = covered(pair.candidate, &pair.links.of_candidate, &stand_ins.of_candidate);
    if precision + recall <= 0.0 {
        return 0.0;
    }
    (1.0 + RECALL) * precision * recall / (RECALL * precision + recall)
}

fn covered(text: &Text<'_>, links: &[Option<Link>], stand_ins: &[f64]) -> f64 {
    let (mut total, mut covered) = (0.0, 0.0);
    for ((token, link), stand_in) in text.tokens.iter().zip(links).zip(stand_ins) {
        let weight = weight(token);
        total += weight;
        covered += weight * link.map_or(*stand_in, worth);
    }
    if total > 0.0 { covered / total } else { 0.0 }
}

/// The share of the longer text's words and marks that the other has too, 0 to 1; each as often as it stands there.
#[must_use]
pub fn shared_words(pair: &Pair<'_>) -> f64 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for token in &pair.reference.tokens {
        *counts.entry(&token.folded).or_insert(0) += 1;
    }
    let mut shared = 0;
    for token in &pair.candidate.tokens {
        if let Some(left) = counts.get_mut(token.folded.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    let longer = pair.reference.tokens.len().max(pair.candidate.tokens.len());
    f64::from(shared) / longer.max(1) as f64
}

/// The share of linked words where a run of words in the reference's order ends: METEOR's chunks (Banerjee and Lavie
/// 2005), 0 to 1.
#[must_use]
pub fn breaks(pair: &Pair<'_>) -> f64 {
    let links = pair.links.of_candidate.iter().enumerate();
    let linked: Vec<(usize, usize)> = links.filter_map(|(at, link)| link.map(|link| (at, link.other))).collect();
    let broken = linked.windows(2).filter(|two| two[1].0 != two[0].0 + 1 || two[1].1 != two[0].1 + 1).count();
    broken as f64 / linked.len().max(1) as f64
}
