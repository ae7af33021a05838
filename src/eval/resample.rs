//! How far figures may be trusted: the bootstrap over texts. Its random numbers are the same in every run.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::eval::tally::{Count, Row, Sum, Tally};

/// How many samples of the texts are drawn.
pub const SAMPLES: usize = 1000;

/// A figure with the interval that holds 95 % of its values over samples of the texts.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Figure {
    /// None where there is nothing to divide by.
    pub value: Option<f64>,
    /// None where there are fewer than two texts, or no value.
    pub low: Option<f64>,
    /// None where `low` is.
    pub high: Option<f64>,
}

impl Figure {
    /// A figure of which there are no samples.
    pub(super) fn certain(value: f64) -> Figure {
        Figure { value: Some(value), low: None, high: None }
    }
}

/// Counts over all texts, and over samples drawn from them with replacement.
pub(super) struct Samples {
    pub total: Sum,
    drawn: Vec<Sum>,
    groups: usize,
}

impl Samples {
    /// Draws samples. A group is a text with its other forms, which are drawn together: they are no independent evidence.
    pub(super) fn draw(groups: &[Tally]) -> Samples {
        let mut total = Sum::default();
        for group in groups {
            total.add(group, 1);
        }
        let count = if groups.len() < 2 { 0 } else { SAMPLES };
        let drawn = (0..count).into_par_iter().map(|sample| draw_one(groups, sample as u64)).collect();
        Samples { total, drawn, groups: groups.len() }
    }

    /// A figure and its interval; rounded, so that it is the same when it is read back.
    pub(super) fn figure(&self, of: impl Fn(&Sum) -> Option<f64>) -> Figure {
        figure(of(&self.total), self.drawn.iter().filter_map(&of).collect())
    }

    /// A figure that is no matter of counts, from how often each group is drawn.
    pub(super) fn figure_of_groups(&self, of: impl Fn(&[u64]) -> Option<f64> + Sync) -> Figure {
        let drawn = (0..self.drawn.len()).into_par_iter().filter_map(|sample| of(&times(self.groups, sample as u64)));
        figure(of(&vec![1; self.groups]), drawn.collect())
    }

    /// A count's share of another one of the same row.
    pub(super) fn share(&self, row: Row, part: Count, whole: Count) -> Figure {
        self.figure(|sum| share(sum.get(row, part), sum.get(row, whole)))
    }
}

fn figure(value: Option<f64>, mut drawn: Vec<f64>) -> Figure {
    drawn.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let last = drawn.len().checked_sub(1)?;
        drawn.get((share * last as f64).round() as usize).copied().map(rounded)
    };
    match value.map(rounded) {
        None => Figure::default(),
        value => Figure { value, low: at(0.025), high: at(0.975) },
    }
}

/// A share of two counts; none where the second is zero.
pub(super) fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

fn draw_one(groups: &[Tally], sample: u64) -> Sum {
    let mut sum = Sum::default();
    for (group, times) in groups.iter().zip(times(groups.len(), sample)) {
        if times > 0 {
            sum.add(group, times);
        }
    }
    sum
}

/// How often each group is in a sample.
fn times(groups: usize, sample: u64) -> Vec<u64> {
    let mut random = SplitMix64::new(sample);
    let mut times = vec![0; groups];
    for _ in 0..groups {
        times[random.below(groups)] += 1;
    }
    times
}

/// Steele, Lea and Flood's generator: small, and good enough to draw texts.
struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// Each sample has a stream of its own, so that it does not matter which thread draws it.
    fn new(sample: u64) -> SplitMix64 {
        let mut seed = SplitMix64 { state: 0x7769_7265_6c69_6e74 ^ sample };
        SplitMix64 { state: seed.next() }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit, each as likely as the others.
    fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use crate::eval::resample::{Figure, Samples};
    use crate::eval::tally::{Count, Row, Tally};

    /// Texts of ten findings each, of which as many are right as the list says.
    fn texts(right: &[u64]) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); right.len()];
        for (tally, right) in tallies.iter_mut().zip(right) {
            tally.add(Row::All, Count::Found, 10);
            tally.add(Row::All, Count::Right, *right);
        }
        tallies
    }

    fn precision(texts: &[Tally]) -> Figure {
        Samples::draw(texts).share(Row::All, Count::Right, Count::Found)
    }

    #[test]
    fn an_interval_holds_the_figure_and_narrows_with_more_texts() {
        let mut widths = Vec::new();
        for times in [1, 10] {
            let figure = precision(&texts(&[10, 9, 8, 7, 6, 5, 4, 3].repeat(times)));
            let (Some(value), Some(low), Some(high)) = (figure.value, figure.low, figure.high) else {
                panic!("no interval: {figure:?}");
            };
            assert!(low < value && value < high, "{figure:?}");
            widths.push(high - low);
        }
        // The standard error of the mean of these eight shares is 0.081, so that the interval is about 0.32 wide.
        assert!((0.26..0.36).contains(&widths[0]), "{widths:?}");
        assert!(widths[1] < widths[0] / 2.5, "{widths:?}");
    }

    #[test]
    fn texts_that_agree_leave_no_doubt_and_one_text_tells_of_none() {
        let figure = precision(&texts(&[5, 5, 5]));
        assert_eq!((figure.value, figure.low, figure.high), (Some(0.5), Some(0.5), Some(0.5)));
        let figure = precision(&texts(&[5]));
        assert_eq!((figure.value, figure.low, figure.high), (Some(0.5), None, None));
    }
}
