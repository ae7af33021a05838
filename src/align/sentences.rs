//! Which sentences render each other, in parallel texts and in two articles on one event.

use std::ops::Range;

use crate::align::evidence::evidence;
use crate::align::features::{Features, Vocabulary};
use crate::align::parallel::{LEAST_PARALLEL_ODDS, parallel_beads};
use crate::align::sentence_odds::{Chance, chances};

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

/// For each of so many sentences of the candidate the position of the bead with both sides that it is in.
#[must_use]
pub fn beads_of_candidate(beads: &[Bead], sentences: usize) -> Vec<Option<usize>> {
    let mut bead_of = vec![None; sentences];
    for (at, bead) in beads.iter().enumerate().filter(|(_, bead)| bead.is_full()) {
        bead_of[bead.candidate.clone()].fill(Some(at));
    }
    bead_of
}

/// Features in more sentences than this say nothing about which sentence is meant.
const COMMON: u32 = 60;

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

    /// A bead of some sentences of either text.
    pub(super) fn bead(&self, reference: Range<usize>, candidate: Range<usize>) -> Bead {
        let both = !reference.is_empty() && !candidate.is_empty();
        let likeness = if both { self.of(reference.clone(), candidate.clone()) } else { 0.0 };
        Bead { reference, candidate, likeness }
    }

    /// How many times the weight of the lighter of two sentences the heavier has.
    pub(super) fn ratio(&self, reference: usize, candidate: usize) -> f64 {
        let (ours, theirs) = (self.reference_weight[reference], self.candidate_weight[candidate]);
        ours.max(theirs) / ours.min(theirs).max(1e-9)
    }

    /// How many sentences the two texts have.
    pub(super) fn sizes(&self) -> (usize, usize) {
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

/// Sentences of two texts side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Sentences {
    /// What the reference is.
    pub kind: PairKind,
    /// Each sentence of the candidate at most once; of the reference too where the texts are parallel.
    pub beads: Vec<Bead>,
    /// Further pairs, of the reference and of the candidate, that render each other.
    pub echoes: Vec<(usize, usize)>,
}

/// Finds out what the reference is, and aligns accordingly; `words` are the words of the two texts.
#[must_use]
pub fn align(likeness: &Likeness<'_>, words: (usize, usize)) -> Sentences {
    let heading = |at: usize| likeness.headings.binary_search(&at).is_ok();
    let evidence = evidence(likeness.vocabulary, likeness.reference, likeness.candidate);
    let chances = chances(&evidence, likeness.sizes().0, &heading);
    let kind =
        if is_parallel(likeness, &likeness.counterparts(), words) { PairKind::Parallel } else { PairKind::Comparable };
    let (beads, least) = match kind {
        PairKind::Parallel => (parallel_beads(likeness, &chances), LEAST_PARALLEL_ODDS),
        _ => (comparable_beads(likeness, &chances, &heading), LEAST_COMPARABLE),
    };
    let echoes = echoes(&beads, &chances, least);
    Sentences { kind, beads, echoes }
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

/// Least log odds of two sentences of comparable articles that are counterparts.
const LEAST_COMPARABLE: f64 = 0.2;

/// Comparable articles: each sentence of the candidate with its likeliest counterpart, where it has one.
fn comparable_beads(likeness: &Likeness<'_>, chances: &[Vec<Chance>], heading: &dyn Fn(usize) -> bool) -> Vec<Bead> {
    let bead = |(candidate, chances): (usize, &Vec<Chance>)| {
        // A headline says again what the text says better.
        let likely = || chances.iter().filter(|chance| chance.odds >= LEAST_COMPARABLE);
        let best = likely().find(|chance| !heading(chance.reference)).or_else(|| likely().next());
        let reference = best.map_or(0..0, |best| best.reference..best.reference + 1);
        likeness.bead(reference, candidate..candidate + 1)
    };
    chances.iter().enumerate().map(bead).collect()
}

/// Further pairs of sentences that render each other, beside those of the beads: a headline and what repeats it.
fn echoes(beads: &[Bead], chances: &[Vec<Chance>], least: f64) -> Vec<(usize, usize)> {
    let mut bead_of = vec![0..0; chances.len()];
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        for candidate in bead.candidate.clone() {
            bead_of[candidate] = bead.reference.clone();
        }
    }
    let mut found = Vec::new();
    for (candidate, chances) in chances.iter().enumerate() {
        let further = chances.iter().filter(|one| one.odds >= least && !bead_of[candidate].contains(&one.reference));
        found.extend(further.map(|one| (one.reference, candidate)));
    }
    found
}
