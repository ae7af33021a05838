//! What speaks for two sentences being counterparts: what they share, and how much that tells.

use crate::align::features::{FeatureKind, Features, Vocabulary};

/// What two sentences share.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Evidence {
    /// Position of the reference's sentence.
    pub reference: usize,
    /// Weight of what they share, words near in meaning counting in part.
    pub shared: f64,
    /// Different features that they share, words near in meaning left out.
    pub features: u32,
    /// Weight of the names, with the offices of people, among what they share.
    pub names: f64,
    /// Weight of all features of the reference's sentence and of the candidate's.
    pub weights: (f64, f64),
}

impl Evidence {
    /// Dice coefficient of what they share, 0 to 1.
    #[must_use]
    pub fn dice(&self) -> f64 {
        2.0 * self.shared / (self.weights.0 + self.weights.1).max(1e-9)
    }
}

/// Features in more sentences than this say nothing about which sentence is meant.
const COMMON: usize = 60;

/// No more sentences of the reference than this are kept for one of the candidate.
const MOST: usize = 8;

/// For each sentence of the candidate the sentences of the reference that share most with it, the best first.
#[must_use]
pub fn evidence(vocabulary: &Vocabulary, reference: &Features, candidate: &Features) -> Vec<Vec<Evidence>> {
    let mut holders: Vec<Vec<(u32, u32)>> = vec![Vec::new(); vocabulary.len()];
    for (sentence, features) in reference.of_sentence.iter().enumerate() {
        for feature in features {
            let holders = &mut holders[*feature as usize];
            match holders.last_mut() {
                Some((last, count)) if *last == sentence as u32 => *count += 1,
                _ => holders.push((sentence as u32, 1)),
            }
        }
    }
    let weigh = |features: &[u32]| features.iter().map(|feature| vocabulary.weight(*feature)).sum::<f64>();
    let weights: Vec<f64> = reference.of_sentence.iter().map(|features| weigh(features)).collect();
    let mut all = Vec::with_capacity(candidate.of_sentence.len());
    let mut place: Vec<usize> = vec![usize::MAX; weights.len()];
    let mut near: Vec<(u32, f64)> = Vec::new();
    // Most sentences share a word with most others: one list serves all, and each keeps its best.
    let mut found: Vec<Evidence> = Vec::new();
    for features in &candidate.of_sentence {
        let own = weigh(features);
        found.clear();
        for run in features.chunk_by(|a, b| a == b) {
            let (feature, count) = (run[0], run.len() as u32);
            let weight = vocabulary.weight(feature);
            let mut add = |sentence: u32, weight: f64, kind: Option<FeatureKind>| {
                let at = &mut place[sentence as usize];
                if *at == usize::MAX {
                    *at = found.len();
                    let weights = (weights[sentence as usize], own);
                    found.push(Evidence { reference: sentence as usize, weights, ..Evidence::default() });
                }
                let evidence = &mut found[*at];
                evidence.shared += weight;
                evidence.features += u32::from(kind.is_some());
                evidence.names += if kind == Some(FeatureKind::Name) { weight } else { 0.0 };
            };
            let exact = &holders[feature as usize];
            if exact.len() <= COMMON {
                for (sentence, times) in exact {
                    add(*sentence, weight * f64::from(count.min(*times)), Some(vocabulary.kind(feature)));
                }
            }
            // A word near in meaning counts where the sentence has not the word itself, the nearest one alone.
            near.clear();
            for (other, nearness) in vocabulary.related(feature) {
                let holders = &holders[*other as usize];
                for (sentence, _) in holders.iter().filter(|_| holders.len() <= COMMON) {
                    if exact.binary_search_by_key(sentence, |(at, _)| *at).is_err() {
                        near.push((*sentence, nearness * weight.min(vocabulary.weight(*other))));
                    }
                }
            }
            near.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            near.dedup_by_key(|one| one.0);
            for (sentence, weight) in &near {
                add(*sentence, *weight, None);
            }
        }
        for one in &found {
            place[one.reference] = usize::MAX;
        }
        let order = |a: &Evidence, b: &Evidence| b.dice().total_cmp(&a.dice()).then(a.reference.cmp(&b.reference));
        if found.len() > MOST {
            found.select_nth_unstable_by(MOST, order);
            found.truncate(MOST);
        }
        found.sort_by(order);
        all.push(found.clone());
    }
    all
}
