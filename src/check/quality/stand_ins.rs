//! Words without a counterpart that may render each other, as they stand in the same place and are of one kind or
//! written alike: "Evmenov" for "Yevmenov", "noted" for "stated".

use crate::align::Pair;
use crate::align::words::Link;
use crate::check::quality::characters::shared;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// How far from its expected place a stand-in is looked for, in tokens.
const REACH: usize = 10;

/// What being of one part of speech adds to the likeness of two words.
const SAME_CLASS: f64 = 0.6;

/// What each token of distance takes from it.
const DISTANCE: f64 = 0.04;

/// Least likeness, after class and distance.
const LEAST: f64 = 0.2;

/// What a stand-in of the same part of speech is worth: it may be another word for the same, and a sentence that loses
/// it gets worse.
const WORTH_CLASS: f64 = 0.15;

/// What a stand-in of the same letters adds to that.
const WORTH_LETTERS: f64 = 0.6;

/// For each token what its stand-in is worth beside a true counterpart, 0 to 1; 0 where there is none.
#[derive(Debug)]
pub struct StandIns {
    /// For the tokens of the candidate.
    pub of_candidate: Vec<f64>,
    /// For the tokens of the reference.
    pub of_reference: Vec<f64>,
}

/// A word without a counterpart.
struct Free<'a> {
    at: usize,
    token: &'a Token,
    bigrams: Vec<(char, char)>,
}

/// Two words that may stand for each other.
struct Offer {
    score: f64,
    worth: f64,
    one: usize,
    other: usize,
}

/// Pairs off the words that have no counterpart, the likest and nearest first.
#[must_use]
pub fn stand_ins(pair: &Pair<'_>) -> StandIns {
    let ours = free(pair.reference, &pair.links.of_reference);
    let theirs = free(pair.candidate, &pair.links.of_candidate);
    let expected = expected_places(pair, &theirs);
    let mut offers: Vec<Offer> = Vec::new();
    for (one, places) in theirs.iter().zip(&expected) {
        let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else { continue };
        let start = ours.partition_point(|other| other.at + REACH < *first);
        let near = ours[start..].iter().take_while(|other| other.at <= last + REACH);
        for other in near {
            let distance = places.iter().map(|place| place.abs_diff(other.at)).min().unwrap_or(0);
            if distance > REACH || one.token.is_function() != other.token.is_function() {
                continue;
            }
            let likeness = dice(&one.bigrams, &other.bigrams);
            let (class, worth) =
                if same_class(one.token, other.token) { (SAME_CLASS, WORTH_CLASS) } else { (0.0, 0.0) };
            let score = likeness + class - DISTANCE * distance as f64;
            if score > LEAST {
                let worth = worth + WORTH_LETTERS * likeness;
                offers.push(Offer { score, worth, one: one.at, other: other.at });
            }
        }
    }
    offers.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (a.one, a.other).cmp(&(b.one, b.other))));
    let mut found = StandIns {
        of_candidate: vec![0.0; pair.candidate.tokens.len()],
        of_reference: vec![0.0; pair.reference.tokens.len()],
    };
    for Offer { worth, one, other, .. } in offers {
        if found.of_candidate[one] == 0.0 && found.of_reference[other] == 0.0 {
            found.of_candidate[one] = worth;
            found.of_reference[other] = worth;
        }
    }
    found
}

fn free<'a>(text: &'a Text<'_>, links: &[Option<Link>]) -> Vec<Free<'a>> {
    let words = text
        .tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| links[*at].is_none() && token.kind != TokenKind::Mark && token.folded.len() <= 64);
    words.map(|(at, token)| Free { at, token, bigrams: bigrams(&token.folded) }).collect()
}

/// Where in the reference each of these words is expected: as far from the counterparts of its linked neighbours as
/// from those neighbours.
fn expected_places(pair: &Pair<'_>, theirs: &[Free<'_>]) -> Vec<Vec<usize>> {
    let links = &pair.links.of_candidate;
    let share = pair.reference.tokens.len() as f64 / links.len().max(1) as f64;
    let linked: Vec<(usize, usize)> =
        links.iter().enumerate().filter_map(|(at, link)| link.map(|link| (at, link.other))).collect();
    let places = theirs.iter().map(|one| {
        let next = linked.partition_point(|(at, _)| *at < one.at);
        let before = next.checked_sub(1).map(|near| linked[near]);
        let after = linked.get(next).copied();
        let mut places: Vec<usize> = before.map(|(at, other)| other + (one.at - at)).into_iter().collect();
        places.extend(after.map(|(at, other)| other.saturating_sub(at - one.at)));
        if places.is_empty() {
            places.push((one.at as f64 * share) as usize);
        }
        places
    });
    places.collect()
}

fn same_class(a: &Token, b: &Token) -> bool {
    match (a.word, b.word) {
        (Some(one), Some(other)) => one.classes.any(other.classes),
        _ => a.kind == b.kind,
    }
}

/// The different pairs of neighbouring letters, sorted.
fn bigrams(folded: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = folded.chars().zip(folded.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Dice coefficient of two sorted sets, 0 to 1.
fn dice(ours: &[(char, char)], theirs: &[(char, char)]) -> f64 {
    if ours.is_empty() || theirs.is_empty() {
        return 0.0;
    }
    2.0 * shared(ours, theirs) as f64 / (ours.len() + theirs.len()) as f64
}
