//! Sentences of a text and its translation: mostly in order, some split, merged, moved, left out or added.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::sentence_odds::Chance;
use crate::align::sentences::{Bead, Likeness};

/// Least log odds of two sentences of parallel texts that are counterparts: far below those of comparable articles, as
/// nearly every sentence has one.
pub const LEAST_PARALLEL_ODDS: f64 = -1.35;

/// Half the width of the band in which the order is followed, in sentences.
const BAND: usize = 24;

/// No pair of sentences counts more than this in the sum, so that one cannot outweigh several.
const MOST_GAIN: f64 = 5.0;

/// Moves of the dynamic program: sentences taken from the reference and the candidate.
const MOVES: [(usize, usize); 7] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 0), (0, 1)];

/// The beads of parallel texts, in the order of the reference; those without a reference stand where the candidate has
/// them.
pub(super) fn parallel_beads(likeness: &Likeness<'_>, chances: &[Vec<Chance>]) -> Vec<Bead> {
    let mut groups = in_order(likeness.sizes().0, chances);
    fill_gaps(likeness, &mut groups);
    add_moved(chances, &mut groups);
    let bead = |group: Group| {
        let reference = group.reference..group.reference + group.references;
        let candidate = group.candidate..group.candidate + group.candidates;
        likeness.bead(reference, candidate)
    };
    groups.into_iter().map(bead).collect()
}

/// Sentences that follow each other in either text.
#[derive(Clone, Copy, Debug)]
struct Group {
    reference: usize,
    references: usize,
    candidate: usize,
    candidates: usize,
}

impl Group {
    fn is_full(self) -> bool {
        self.references > 0 && self.candidates > 0
    }
}

/// The groups in the same order in both texts with the greatest sum of log odds, in a band around the diagonal; after
/// Gale and Church (1993), with log odds in place of lengths.
fn in_order(references: usize, chances: &[Vec<Chance>]) -> Vec<Group> {
    let candidates = chances.len();
    let width = 2 * BAND + 1;
    let centre = |row: usize| row * candidates / references.max(1);
    let column = |row: usize, at: usize| (at + BAND).checked_sub(centre(row)).filter(|column| *column < width);
    let mut best = vec![f64::NEG_INFINITY; (references + 1) * width];
    let mut step = vec![usize::MAX; (references + 1) * width];
    best[column(0, 0).unwrap_or(0)] = 0.0;
    for row in 0..=references {
        for at in centre(row).saturating_sub(BAND)..=(centre(row) + BAND).min(candidates) {
            let Some(here) = column(row, at).map(|column| row * width + column) else { continue };
            for (number, &(down, right)) in MOVES.iter().enumerate() {
                if row < down || at < right {
                    continue;
                }
                let from = column(row - down, at - right).map(|column| (row - down) * width + column);
                let Some(from) = from.filter(|from| best[*from] > f64::NEG_INFINITY) else { continue };
                let Some(gain) = gain(chances, row - down..row, at - right..at) else { continue };
                if best[from] + gain > best[here] {
                    best[here] = best[from] + gain;
                    step[here] = number;
                }
            }
        }
    }
    trace((references, candidates), &step, width, column)
}

/// What linking these sentences gains: nothing where one side is empty, none where two of them are no counterparts.
fn gain(chances: &[Vec<Chance>], reference: Range<usize>, candidate: Range<usize>) -> Option<f64> {
    let mut sum = 0.0;
    for candidate in candidate {
        for reference in reference.clone() {
            let chance = chances[candidate].iter().find(|chance| chance.reference == reference)?;
            let gain = chance.odds - LEAST_PARALLEL_ODDS;
            sum += if gain > 0.0 { gain.min(MOST_GAIN) } else { return None };
        }
    }
    Some(sum)
}

fn trace(
    (references, candidates): (usize, usize),
    step: &[usize],
    width: usize,
    column: impl Fn(usize, usize) -> Option<usize>,
) -> Vec<Group> {
    let (mut row, mut at) = (references, candidates);
    let mut groups = Vec::new();
    while row > 0 || at > 0 {
        let taken = column(row, at).and_then(|column| MOVES.get(step[row * width + column]));
        // Outside the band, and where nothing leads, sentences are passed one by one.
        let (down, right) = taken.copied().unwrap_or(if row > 0 { (1, 0) } else { (0, 1) });
        row -= down;
        at -= right;
        groups.push(Group { reference: row, references: down, candidate: at, candidates: right });
    }
    groups.reverse();
    groups
}

/// Of two sentences that stand alone in one gap the longer has at most this many times the weight of the shorter.
const MOST_LONGER: f64 = 3.0;

/// Between two linked groups, one sentence of either text that is left over: they render each other in other words.
fn fill_gaps(likeness: &Likeness<'_>, groups: &mut Vec<Group>) {
    let mut filled: Vec<Group> = Vec::with_capacity(groups.len());
    for gap in groups.chunk_by(|a, b| !a.is_full() && !b.is_full()) {
        let alone = |takes: fn(&Group) -> usize| {
            let mut holders = gap.iter().filter(|group| takes(group) > 0);
            holders.next().filter(|_| holders.next().is_none())
        };
        let pair = alone(|group| group.references).zip(alone(|group| group.candidates));
        match pair
            .filter(|(ours, theirs)| gap.len() == 2 && likeness.ratio(ours.reference, theirs.candidate) <= MOST_LONGER)
        {
            Some((ours, theirs)) => {
                filled.push(Group { candidate: theirs.candidate, candidates: 1, ..*ours });
            }
            None => filled.extend_from_slice(gap),
        }
    }
    *groups = filled;
}

/// Links sentences that were left over on both sides, wherever they stand: moved ones.
fn add_moved(chances: &[Vec<Chance>], groups: &mut Vec<Group>) {
    let mut free: Vec<(usize, Chance)> = Vec::new();
    for group in groups.iter().filter(|group| group.references == 0) {
        let likely = chances[group.candidate].iter().filter(|chance| chance.odds >= LEAST_PARALLEL_ODDS);
        free.extend(likely.map(|chance| (group.candidate, *chance)));
    }
    free.sort_by(|a, b| b.1.odds.total_cmp(&a.1.odds).then(a.0.cmp(&b.0)));
    let open = |of: fn(&Group) -> Option<usize>| -> BTreeMap<usize, usize> {
        groups.iter().enumerate().filter_map(|(at, group)| of(group).map(|sentence| (sentence, at))).collect()
    };
    let mut ours = open(|group| (group.candidates == 0).then_some(group.reference));
    let mut theirs = open(|group| (group.references == 0).then_some(group.candidate));
    let mut taken = vec![false; groups.len()];
    for (candidate, chance) in free {
        if !theirs.contains_key(&candidate) {
            continue;
        }
        let Some((own, other)) = ours.remove(&chance.reference).zip(theirs.remove(&candidate)) else { continue };
        groups[own].candidate = candidate;
        groups[own].candidates = 1;
        taken[other] = true;
    }
    let mut at = 0;
    groups.retain(|_| {
        at += 1;
        !taken[at - 1]
    });
}
