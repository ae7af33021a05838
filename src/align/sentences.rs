//! Which sentences render each other, in parallel texts and in two articles on one event.

use std::ops::Range;

use crate::align::features::{Features, Vocabulary};

/// Sentences of the two texts that say the same; either side may be empty.
#[derive(Clone, PartialEq, Debug)]
pub struct Bead {
    /// Sentences of the reference.
    pub reference: Range<usize>,
    /// Sentences of the candidate.
    pub candidate: Range<usize>,
    /// How much of what tells they share, 0 to 1 (Dice coefficient of the weighted features).
    pub likeness: f64,
}

impl Bead {
    /// Whether both sides have sentences.
    #[must_use]
    pub fn is_full(&self) -> bool {
        !self.reference.is_empty() && !self.candidate.is_empty()
    }
}

/// What the reference is to the candidate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PairKind {
    /// There is no reference.
    Alone,
    /// One segment against its one-to-one reference.
    Segment,
    /// A translation of the same article.
    Parallel,
    /// Another article on the same event.
    Comparable,
}

impl PairKind {
    /// Whether each passage of one text should have its counterpart in the other.
    #[must_use]
    pub fn is_parallel(self) -> bool {
        matches!(self, PairKind::Segment | PairKind::Parallel)
    }
}

/// Features in more sentences than this say nothing about which sentence is meant.
const COMMON: u32 = 60;

/// Least likeness for a bead between comparable articles.
const LEAST_COMPARABLE: f64 = 0.2;

/// Half the width of the band in which parallel texts are aligned, in sentences.
const BAND: usize = 24;

/// The likeness of any two groups of sentences.
pub struct Likeness<'a> {
    vocabulary: &'a Vocabulary,
    reference: &'a Features,
    candidate: &'a Features,
    reference_weight: Vec<f64>,
    candidate_weight: Vec<f64>,
    headings: Vec<usize>,
}

impl<'a> Likeness<'a> {
    /// Weighs every sentence once.
    #[must_use]
    pub fn new(
        vocabulary: &'a Vocabulary,
        reference: &'a Features,
        candidate: &'a Features,
        headings: Vec<usize>,
    ) -> Likeness<'a> {
        let weigh = |features: &Features| {
            let sum = |sentence: &Vec<u32>| sentence.iter().map(|feature| vocabulary.weight(*feature)).sum();
            features.of_sentence.iter().map(sum).collect()
        };
        Likeness {
            vocabulary,
            reference,
            candidate,
            reference_weight: weigh(reference),
            candidate_weight: weigh(candidate),
            headings,
        }
    }

    /// Dice coefficient of two groups of sentences, 0 to 1.
    #[must_use]
    pub fn of(&self, reference: Range<usize>, candidate: Range<usize>) -> f64 {
        let total: f64 = self.reference_weight[reference.clone()].iter().sum::<f64>()
            + self.candidate_weight[candidate.clone()].iter().sum::<f64>();
        if total <= 0.0 {
            return 0.0;
        }
        let mut ours: Vec<u32> = self.reference.of_sentence[reference].concat();
        let mut theirs: Vec<u32> = self.candidate.of_sentence[candidate].concat();
        ours.sort_unstable();
        theirs.sort_unstable();
        let (mut a, mut b, mut shared) = (0, 0, 0.0);
        while a < ours.len() && b < theirs.len() {
            match ours[a].cmp(&theirs[b]) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    shared += self.vocabulary.weight(ours[a]);
                    a += 1;
                    b += 1;
                }
            }
        }
        2.0 * shared / total
    }

    fn sizes(&self) -> (usize, usize) {
        (self.reference_weight.len(), self.candidate_weight.len())
    }

    /// For each sentence of the candidate its likely counterparts, best first, at most four.
    fn counterparts(&self) -> Vec<Vec<(usize, f64)>> {
        let mut holders: Vec<Vec<u32>> = vec![Vec::new(); self.vocabulary.len()];
        for (sentence, features) in self.reference.of_sentence.iter().enumerate() {
            // A headline says again what the text says better.
            if self.headings.contains(&sentence) && self.headings.len() * 2 < self.reference_weight.len() {
                continue;
            }
            for feature in features {
                if self.vocabulary.frequency(*feature) <= COMMON
                    && holders[*feature as usize].last() != Some(&(sentence as u32))
                {
                    holders[*feature as usize].push(sentence as u32);
                }
            }
        }
        let mut score = vec![0.0; self.reference_weight.len()];
        let mut all = Vec::with_capacity(self.candidate_weight.len());
        for (at, features) in self.candidate.of_sentence.iter().enumerate() {
            let mut touched: Vec<usize> = Vec::new();
            let mut last = None;
            for feature in features.iter().filter(|feature| last.replace(**feature) != Some(**feature)) {
                for holder in &holders[*feature as usize] {
                    if score[*holder as usize] == 0.0 {
                        touched.push(*holder as usize);
                    }
                    score[*holder as usize] += self.vocabulary.weight(*feature);
                }
            }
            let mut found: Vec<(usize, f64)> = touched
                .iter()
                .map(|&other| (other, 2.0 * score[other] / (self.reference_weight[other] + self.candidate_weight[at])))
                .collect();
            for other in touched {
                score[other] = 0.0;
            }
            found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            found.truncate(4);
            all.push(found);
        }
        all
    }
}

/// Finds out what the reference is, and aligns accordingly.
#[must_use]
pub fn align(likeness: &Likeness<'_>, words: (usize, usize)) -> (PairKind, Vec<Bead>) {
    let counterparts = likeness.counterparts();
    let kind = if is_parallel(likeness, &counterparts, words) { PairKind::Parallel } else { PairKind::Comparable };
    let beads = match kind {
        PairKind::Parallel => parallel_beads(likeness),
        _ => comparable_beads(likeness, &counterparts),
    };
    (kind, beads)
}

/// A text and itself: each sentence renders itself.
#[must_use]
pub fn identical(sentences: usize) -> Vec<Bead> {
    (0..sentences).map(|at| Bead { reference: at..at + 1, candidate: at..at + 1, likeness: 1.0 }).collect()
}

/// Least score of a parallel text. Comparable news pairs score up to 1.1, translations that human raters found usable
/// from 1.4 on.
const LEAST_PARALLEL: f64 = 1.3;

/// Least likeness of a sentence and its counterpart for both to count when the order is looked at.
const LEAST_ORDERED: f64 = 0.2;

/// Parallel texts are about as long as each other, most sentences are like their counterpart, and the counterparts
/// follow each other in order and at the same place.
fn is_parallel(likeness: &Likeness<'_>, counterparts: &[Vec<(usize, f64)>], words: (usize, usize)) -> bool {
    let (references, candidates) = likeness.sizes();
    if references == 0 || candidates == 0 {
        return false;
    }
    let ratio = words.1 as f64 / words.0.max(1) as f64;
    if !(0.6..=1.67).contains(&ratio) {
        return false;
    }
    let best: Vec<(usize, f64)> = counterparts.iter().map(|found| found.first().copied().unwrap_or((0, 0.0))).collect();
    let matched: Vec<(usize, usize)> = best
        .iter()
        .enumerate()
        .filter(|(_, (_, like))| *like >= LEAST_ORDERED)
        .map(|(at, (other, _))| (at, *other))
        .collect();
    if matched.is_empty() {
        return false;
    }
    let count = matched.len() as f64;
    let mean = best.iter().map(|(_, like)| like).sum::<f64>() / best.len() as f64;
    let unmatched = 1.0 - count / best.len() as f64;
    let in_order = best.windows(2).filter(|two| two[1].0 >= two[0].0 && two[1].0 <= two[0].0 + 3).count();
    let steps = if best.len() < 2 { 1.0 } else { in_order as f64 / (best.len() - 1) as f64 };
    let rising = longest_rising(matched.iter().map(|(_, other)| *other)) as f64 / count;
    let place = |at: usize, of: usize| at as f64 / of as f64;
    let apart: f64 = matched.iter().map(|(at, other)| (place(*at, candidates) - place(*other, references)).abs()).sum();
    let longer = (ratio.max(1.0 / ratio) - 1.2).max(0.0);
    rising + steps + mean - unmatched - 2.0 * apart / count - 2.0 * longer >= LEAST_PARALLEL
}

/// Length of the longest subsequence that does not fall.
fn longest_rising(numbers: impl Iterator<Item = usize>) -> usize {
    let mut tails: Vec<usize> = Vec::new();
    for number in numbers {
        let at = tails.partition_point(|tail| *tail <= number);
        match tails.get_mut(at) {
            Some(tail) => *tail = number,
            None => tails.push(number),
        }
    }
    tails.len()
}

/// Moves of the dynamic program: sentences taken from the reference and the candidate, and what the move costs.
const MOVES: [(usize, usize, f64); 7] =
    [(1, 1, 0.0), (1, 2, 0.06), (2, 1, 0.06), (2, 2, 0.14), (1, 0, 0.0), (0, 1, 0.0), (1, 3, 0.14)];

/// Monotone alignment of parallel texts in a band around the diagonal, after Gale and Church (1993) with shared
/// words in place of lengths.
fn parallel_beads(likeness: &Likeness<'_>) -> Vec<Bead> {
    let (references, candidates) = likeness.sizes();
    let width = 2 * BAND + 1;
    let centre = |row: usize| row * candidates / references.max(1);
    let column = |row: usize, at: usize| (at + BAND).checked_sub(centre(row)).filter(|column| *column < width);
    let mut best = vec![f64::NEG_INFINITY; (references + 1) * width];
    let mut step = vec![usize::MAX; (references + 1) * width];
    best[column(0, 0).unwrap_or(0)] = 0.0;
    for row in 0..=references {
        let low = centre(row).saturating_sub(BAND);
        for at in low..=(centre(row) + BAND).min(candidates) {
            let Some(here) = column(row, at).map(|column| row * width + column) else { continue };
            for (number, &(down, right, cost)) in MOVES.iter().enumerate() {
                if row < down || at < right {
                    continue;
                }
                let Some(from) = column(row - down, at - right).map(|column| (row - down) * width + column) else {
                    continue;
                };
                if best[from] == f64::NEG_INFINITY {
                    continue;
                }
                let gain = if down == 0 || right == 0 {
                    -0.01
                } else {
                    let like = likeness.of(row - down..row, at - right..at) - cost;
                    if like < 0.1 { -0.1 } else { like * (down + right) as f64 }
                };
                if best[from] + gain > best[here] {
                    best[here] = best[from] + gain;
                    step[here] = number;
                }
            }
        }
    }
    trace(likeness, &step, width, column)
}

fn trace(
    likeness: &Likeness<'_>,
    step: &[usize],
    width: usize,
    column: impl Fn(usize, usize) -> Option<usize>,
) -> Vec<Bead> {
    let (mut row, mut at) = likeness.sizes();
    let mut beads = Vec::new();
    while row > 0 || at > 0 {
        let taken = column(row, at).and_then(|column| MOVES.get(step[row * width + column]));
        let (down, right) = taken.map_or((row.min(1), at.min(1)), |&(down, right, _)| (down, right));
        let (down, right) = if down + right == 0 { (row.min(1), at.min(1)) } else { (down, right) };
        let (reference, candidate) = (row - down..row, at - right..at);
        let like = if down > 0 && right > 0 { likeness.of(reference.clone(), candidate.clone()) } else { 0.0 };
        beads.push(Bead { reference, candidate, likeness: like });
        row -= down;
        at -= right;
    }
    beads.reverse();
    beads
}

/// Comparable articles: each sentence of the candidate with its best counterpart, where that one finds no clearly
/// better sentence itself.
fn comparable_beads(likeness: &Likeness<'_>, counterparts: &[Vec<(usize, f64)>]) -> Vec<Bead> {
    let (references, _) = likeness.sizes();
    let mut best_for = vec![0.0_f64; references];
    for (reference, like) in counterparts.iter().flatten() {
        best_for[*reference] = best_for[*reference].max(*like);
    }
    let mut beads = Vec::new();
    for (candidate, found) in counterparts.iter().enumerate() {
        let bead = found.first().filter(|(reference, like)| {
            let alone = found.get(1).is_none_or(|second| second.1 < like * 0.95);
            *like >= LEAST_COMPARABLE && *like >= best_for[*reference] * 0.6 && alone
        });
        match bead {
            Some(&(reference, like)) => beads.push(Bead {
                reference: reference..reference + 1,
                candidate: candidate..candidate + 1,
                likeness: like,
            }),
            None => beads.push(Bead { reference: 0..0, candidate: candidate..candidate + 1, likeness: 0.0 }),
        }
    }
    beads
}
