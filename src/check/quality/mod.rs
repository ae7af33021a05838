//! How good a candidate is, from 0 to 100: how much of the reference it renders, less what the findings weigh.

pub mod characters;
pub mod fluency;
pub mod marks;
pub mod stand_ins;
pub mod wording;

use crate::align::Pair;
use crate::align::sentences::PairKind;
use crate::check::settle::Judged;
use crate::lexicon::Lexicon;

/// What findings weigh beside the words of the text, where the reference is parallel and where it is another article.
const HARM: (f64, f64) = (0.23, 1.2);

/// What the parts of the likeness weigh: the wording by what it tells, the letters, the plain words.
const AGREEMENT: f64 = 1.0;
const LETTERS: f64 = 0.35;
const PLAIN_WORDS: f64 = 0.1;

/// What lowers the likeness: broken order, rough transitions, lost marks, another beginning or end.
const BREAKS: f64 = 0.1;
const ROUGHNESS: f64 = 0.14;
const LOST_MARKS: f64 = 0.3;
const BEGINNING: f64 = 0.05;
const END: f64 = 0.005;

/// The quality of a candidate, 0 to 100.
///
/// With a parallel reference it is the likeness to the reference (wording, letters, order, fluency); with another
/// article on the event it rests on what the reference bears out. Either way every finding lowers it. All parts are
/// shares of the text, so that texts of different length compare.
#[must_use]
pub fn quality(pair: &Pair<'_>, judged: &[Judged], lexicon: &Lexicon) -> f64 {
    let base = match pair.kind {
        PairKind::Alone => 1.0,
        PairKind::Segment | PairKind::Parallel => likeness(pair, lexicon),
        PairKind::Comparable => 0.6 + 0.3 * support(pair),
    };
    let words = pair.candidate.word_count().max(8) as f64;
    let harm: f64 = judged
        .iter()
        .map(|one| {
            let severity = one.draft.severity.unwrap_or(one.rule.severity);
            one.confidence * severity.weight().min(8.0)
        })
        .sum();
    let scale = if pair.kind.is_parallel() { HARM.0 } else { HARM.1 };
    (100.0 * base * (-scale * harm / words).exp()).clamp(0.0, 100.0)
}

/// Likeness to a parallel reference, 0 to 1; 1 for the reference itself.
fn likeness(pair: &Pair<'_>, lexicon: &Lexicon) -> f64 {
    if pair.reference.raw == pair.candidate.raw {
        return 1.0;
    }
    let shared = AGREEMENT * wording::agreement(pair)
        + LETTERS * characters::likeness(pair.reference.raw, pair.candidate.raw)
        + PLAIN_WORDS * wording::shared_words(pair);
    let faults = BREAKS * wording::breaks(pair)
        + ROUGHNESS * fluency::roughness(pair, &lexicon.transitions)
        + LOST_MARKS * marks::lost(pair)
        + if marks::begin_alike(pair) { 0.0 } else { BEGINNING }
        + if marks::end_alike(pair) { 0.0 } else { END };
    shared / (AGREEMENT + LETTERS + PLAIN_WORDS) * (-faults).exp()
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
