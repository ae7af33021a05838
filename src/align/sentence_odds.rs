//! How likely two sentences are counterparts: a logistic model over what they share and what stands around them.
//!
//! Its weights were fitted on the sentence pairs of `corpora/alignment` that are from comparable articles.

use crate::align::evidence::Evidence;

/// A sentence of the reference that may render one of the candidate.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Chance {
    /// Position of the reference's sentence.
    pub reference: usize,
    /// Log odds that the two are counterparts.
    pub odds: f64,
}

/// Likeness, a Dice coefficient, that is as good as none.
const NONE: f64 = 0.02;

/// For each sentence of the candidate its chances, the best first. `heading` tells whether a sentence of the reference is
/// a headline, `references` how many sentences it has.
#[must_use]
pub fn chances(evidence: &[Vec<Evidence>], references: usize, heading: &dyn Fn(usize) -> bool) -> Vec<Vec<Chance>> {
    // The best and the second best likeness of each sentence of the reference.
    let mut best = vec![(0.0_f64, 0.0_f64); references];
    for one in evidence.iter().flatten() {
        let (first, second) = &mut best[one.reference];
        let dice = one.dice();
        if dice > *first {
            (*first, *second) = (dice, *first);
        } else {
            *second = second.max(dice);
        }
    }
    let likeness = |candidate: Option<usize>, reference: Option<usize>| -> f64 {
        let found = candidate.and_then(|at| evidence.get(at)).zip(reference);
        found.and_then(|(found, at)| found.iter().find(|one| one.reference == at)).map_or(0.0, Evidence::dice)
    };
    let mut all = Vec::with_capacity(evidence.len());
    for (at, found) in evidence.iter().enumerate() {
        let mut chances: Vec<Chance> = Vec::with_capacity(found.len());
        for (rank, one) in found.iter().enumerate() {
            let dice = one.dice();
            let rival = if rank == 0 { found.get(1).map_or(0.0, Evidence::dice) } else { found[0].dice() };
            let (first, second) = best[one.reference];
            let other = if dice >= first { second } else { first };
            let place = at as f64 / evidence.len() as f64 - one.reference as f64 / references as f64;
            let around = likeness(at.checked_sub(1), one.reference.checked_sub(1))
                + likeness(Some(at + 1), Some(one.reference + 1));
            let odds = -2.07 - 0.61 * (dice + NONE).ln()
                + 0.14 * (one.shared + 0.1).ln()
                + 0.96 * (f64::from(one.features) + 0.5).ln()
                + 0.64 * ((one.shared - one.names).max(0.0) + 0.1).ln()
                - 0.16 * one.names / (one.shared + 0.1)
                + 0.93 * ((dice + NONE) / (rival + NONE)).ln()
                + 1.45 * ((dice + NONE) / (other + NONE)).ln()
                + 2.85 * around
                - 4.4 * place.abs()
                + if heading(one.reference) { 1.02 } else { 0.0 };
            chances.push(Chance { reference: one.reference, odds });
        }
        chances.sort_by(|a, b| b.odds.total_cmp(&a.odds).then(a.reference.cmp(&b.reference)));
        all.push(chances);
    }
    all
}
