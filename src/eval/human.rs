//! Quality held against what people thought of the same texts: does it rise and fall with their scores, and does it put
//! translations of one segment in their order?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::eval::correlation::{pearson, tau_b};
use crate::eval::gold::{Annotated, Measure, Rated};
use crate::eval::judge::Outcome;
use crate::eval::resample::{Figure, Samples};
use crate::eval::tally::{Count, Row, Tally};

/// Scores of people that are less apart are the same.
const SAME_SCORE: f64 = 1e-9;

/// How well quality agrees with people. Higher is better everywhere; scores of harm are turned round.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct HumanFigures {
    /// How people said what they thought; texts scored otherwise are left out.
    pub measure: Measure,
    /// Texts that were scored and could be checked.
    pub texts: u64,
    /// Kendall's tau-b (Kendall 1945), from -1 to 1.
    pub tau_b: Figure,
    /// Pearson's correlation, from -1 to 1.
    pub pearson: Figure,
    /// Tau-b with the score per word of the candidate: a sum of errors grows with the text, and so may what is said of it
    /// by a mere count. None for HTER, which is a share of the words.
    pub tau_b_per_word: Figure,
    /// Pearson's correlation with the score per word.
    pub pearson_per_word: Figure,
    /// Pairs of translations of one segment.
    pub pairs: u64,
    /// Qualities no further apart count as a tie; the one that is best on these very texts.
    pub tolerance: f64,
    /// Share of the pairs that quality orders, or ties within the tolerance, as people do: acc-eq of Deutsch, Foster and
    /// Freitag 2023, Ties Matter.
    pub accuracy: Figure,
    /// The same where only equal qualities are a tie.
    pub accuracy_without_tolerance: Figure,
    /// Of the pairs that people tell apart, the share that quality puts in their order.
    pub accuracy_without_ties: Figure,
    /// How many systems translated.
    pub systems: u64,
    /// Share of the pairs of systems whose mean qualities are in the order of their mean scores.
    pub system_accuracy: Figure,
}

/// A text with what quality and people say of it.
struct Point {
    text: usize,
    quality: f64,
    score: f64,
    score_per_word: f64,
}

/// All texts that were scored by one measure.
pub(super) struct Scored<'a> {
    measure: Measure,
    texts: &'a [Annotated],
    points: Vec<Point>,
    tolerance: f64,
}

impl<'a> Scored<'a> {
    /// The texts with MQM scores, or without any the ones with HTER; none where there is neither.
    pub(super) fn of(texts: &'a [Annotated], outcomes: &[Outcome]) -> Option<Scored<'a>> {
        let measures: Vec<Measure> = texts.iter().filter_map(|text| Some(text.rated.as_ref()?.measure)).collect();
        let measure = if measures.contains(&Measure::Mqm) { Measure::Mqm } else { *measures.first()? };
        let mut points = Vec::new();
        for (at, (text, outcome)) in texts.iter().zip(outcomes).enumerate() {
            let Some(rated) = text.rated.as_ref().filter(|rated| rated.measure == measure) else { continue };
            let Some(quality) = outcome.quality else { continue };
            let words = text.candidate.split_whitespace().count().max(1);
            // Taken from 0, so that no harm is 0 and not -0.
            let (score, score_per_word) = (0.0 - rated.harm / rated.segments as f64, 0.0 - rated.harm / words as f64);
            points.push(Point { text: at, quality, score, score_per_word });
        }
        Some(Scored { measure, texts, points, tolerance: 0.0 })
    }

    fn rated(&self, point: &Point) -> &'a Rated {
        let texts = self.texts;
        texts[point.text].rated.as_ref().expect("points are made of rated texts only")
    }

    /// Counts the pairs of translations of one segment, in the tally that its texts are counted in.
    pub(super) fn count_pairs(&mut self, heads: &[usize], tallies: &mut [Option<Tally>]) {
        let pairs = self.pairs();
        self.tolerance = best_tolerance(&pairs);
        for pair in pairs {
            let tally = tallies[heads[pair.text]].get_or_insert_default();
            let within = pair.apart <= self.tolerance;
            let right = if within { pair.people == People::Tie } else { pair.people == People::Agree };
            let strict = if pair.apart > 0.0 { pair.people == People::Agree } else { pair.people == People::Tie };
            tally.add(Row::All, Count::Rivals, 1);
            tally.add(Row::All, Count::RivalsRight, u64::from(right));
            tally.add(Row::All, Count::RivalsStrict, u64::from(strict));
            tally.add(Row::All, Count::Decided, u64::from(pair.people != People::Tie));
            tally.add(Row::All, Count::DecidedRight, u64::from(pair.people == People::Agree));
        }
    }

    /// All pairs of translations of one segment, the qualities that are closest first.
    fn pairs(&self) -> Vec<Rivals> {
        let mut segments: BTreeMap<(&str, &str), Vec<&Point>> = BTreeMap::new();
        for point in &self.points {
            if let Some(origin) = &self.rated(point).origin {
                segments.entry((&origin.document, &origin.segment)).or_default().push(point);
            }
        }
        let mut pairs = Vec::new();
        for points in segments.values() {
            for (at, one) in points.iter().enumerate() {
                pairs.extend(points[..at].iter().map(|other| Rivals::of(one, other)));
            }
        }
        pairs.sort_by(|one, other| one.apart.total_cmp(&other.apart));
        pairs
    }

    /// All figures; `groups` says for each text which group of the samples it belongs to.
    pub(super) fn figures(&self, samples: &Samples, groups: &[usize]) -> HumanFigures {
        let figure = |of: &(dyn Fn(&Point) -> f64 + Sync), how: fn(&mut [(f64, f64)]) -> Option<f64>| {
            samples.figure_of_groups(|times| {
                let mut values = Vec::with_capacity(self.points.len());
                for point in &self.points {
                    let drawn = times[groups[point.text]] as usize;
                    values.extend(std::iter::repeat_n((point.quality, of(point)), drawn));
                }
                how(&mut values)
            })
        };
        let per_word = |how| match self.measure {
            Measure::Mqm => figure(&|point| point.score_per_word, how),
            Measure::Hter => Figure::default(),
        };
        let share = |part, whole| samples.share(Row::All, part, whole);
        HumanFigures {
            measure: self.measure,
            texts: self.points.len() as u64,
            tau_b: figure(&|point| point.score, tau_b),
            pearson: figure(&|point| point.score, |values| pearson(values)),
            tau_b_per_word: per_word(tau_b),
            pearson_per_word: per_word(|values| pearson(values)),
            pairs: samples.total.get(Row::All, Count::Rivals),
            tolerance: self.tolerance,
            accuracy: share(Count::RivalsRight, Count::Rivals),
            accuracy_without_tolerance: share(Count::RivalsStrict, Count::Rivals),
            accuracy_without_ties: share(Count::DecidedRight, Count::Decided),
            systems: self.systems(|_| 1).len() as u64,
            system_accuracy: samples.figure_of_groups(|times| {
                let systems = self.systems(|point| times[groups[point.text]]);
                ordered(&systems.values().map(System::means).collect::<Vec<_>>())
            }),
        }
    }

    /// The systems, each point taken a number of times.
    fn systems(&self, times: impl Fn(&Point) -> u64) -> BTreeMap<&str, System> {
        let mut systems: BTreeMap<&str, System> = BTreeMap::new();
        for point in &self.points {
            let times = times(point) as f64;
            if let Some(origin) = self.rated(point).origin.as_ref().filter(|_| times > 0.0) {
                let system = systems.entry(&origin.system).or_default();
                system.texts += times;
                system.quality += times * point.quality;
                system.score += times * point.score;
            }
        }
        systems
    }
}

/// Sums over the texts of a system.
#[derive(Default)]
struct System {
    texts: f64,
    quality: f64,
    score: f64,
}

impl System {
    fn means(&self) -> (f64, f64) {
        (self.quality / self.texts, self.score / self.texts)
    }
}

/// The share of pairs that both numbers put in the same order; a tie is no order.
fn ordered(means: &[(f64, f64)]) -> Option<f64> {
    let (mut right, mut pairs) = (0_u64, 0_u64);
    for (at, (quality, score)) in means.iter().enumerate() {
        for (other_quality, other_score) in &means[..at] {
            right += u64::from((quality - other_quality) * (score - other_score) > 0.0);
            pairs += 1;
        }
    }
    (pairs > 0).then(|| right as f64 / pairs as f64)
}

/// Two translations of one segment.
struct Rivals {
    /// One of the two, as a position in the list of texts.
    text: usize,
    /// How far the qualities are apart.
    apart: f64,
    people: People,
}

/// What people say of two translations.
#[derive(Clone, Copy, PartialEq, Eq)]
enum People {
    /// As good as each other.
    Tie,
    /// The one of the higher quality is better.
    Agree,
    /// It is not, or the qualities are equal.
    Differ,
}

impl Rivals {
    fn of(one: &Point, other: &Point) -> Rivals {
        let (quality, score) = (one.quality - other.quality, one.score - other.score);
        let people = if score.abs() < SAME_SCORE {
            People::Tie
        } else if quality * score > 0.0 {
            People::Agree
        } else {
            People::Differ
        };
        Rivals { text: one.text, apart: quality.abs(), people }
    }
}

/// The tolerance with which most pairs are right, the smallest of several; `pairs` are sorted by how far apart they are.
fn best_tolerance(pairs: &[Rivals]) -> f64 {
    // With a tolerance below any difference, nothing is tied and all pairs in the same order are right.
    let mut right = pairs.iter().filter(|pair| pair.people == People::Agree).count() as i64;
    let (mut best, mut tolerance) = (i64::MIN, 0.0);
    if pairs.first().is_some_and(|pair| pair.apart > 0.0) {
        best = right;
    }
    for level in pairs.chunk_by(|one, other| one.apart.total_cmp(&other.apart).is_eq()) {
        for pair in level {
            right += match pair.people {
                People::Tie => 1,
                People::Agree => -1,
                People::Differ => 0,
            };
        }
        if right > best {
            (best, tolerance) = (right, level[0].apart);
        }
    }
    tolerance
}

#[cfg(test)]
mod tests {
    use crate::eval::human::{People, Rivals, best_tolerance};

    #[test]
    fn the_tolerance_is_the_smallest_that_makes_most_pairs_right() {
        let tolerance = |pairs: &[(f64, People)]| {
            best_tolerance(
                &pairs
                    .iter()
                    .map(|(apart, people)| Rivals { text: 0, apart: *apart, people: *people })
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(tolerance(&[(0.1, People::Tie), (0.2, People::Tie), (1.0, People::Agree)]), 0.2);
        // A tie won is an order lost.
        assert_eq!(tolerance(&[(0.5, People::Agree), (0.6, People::Tie)]), 0.0);
        assert_eq!(tolerance(&[(0.5, People::Differ), (0.5, People::Tie), (0.6, People::Differ)]), 0.5);
        assert_eq!(tolerance(&[]), 0.0);
    }
}
