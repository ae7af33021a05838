//! Logistic regression with a normal prior on each weight, fitted by Newton's method.

use crate::align::odds;

/// What is seen of one case, and how it came out.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    /// Numbers of weights, each with its factor.
    pub features: Vec<(usize, f64)>,
    pub right: bool,
    /// How much the case counts; 1 for one that is independent of all others.
    pub weight: f64,
}

/// Newton's method doubles the right digits in every step; this is more than enough.
const STEPS: usize = 40;

/// A step that changes no weight by more than this is the last.
const CLOSE: f64 = 1e-9;

/// The weights that are most likely given the samples and the prior (mean and precision of each weight).
pub(super) fn fit(samples: &[Sample], prior: &[(f64, f64)]) -> Vec<f64> {
    let size = prior.len();
    let mut weights: Vec<f64> = prior.iter().map(|(mean, _)| *mean).collect();
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> =
            weights.iter().zip(prior).map(|(weight, (mean, precision))| precision * (mean - weight)).collect();
        let mut curvature = vec![0.0; size * size];
        for (at, (_, precision)) in prior.iter().enumerate() {
            curvature[at * size + at] = *precision;
        }
        for sample in samples {
            let probability = probability(&weights, &sample.features);
            let error = sample.weight * (f64::from(u8::from(sample.right)) - probability);
            let spread = sample.weight * probability * (1.0 - probability);
            for (row, factor) in &sample.features {
                gradient[*row] += error * factor;
                for (column, other) in &sample.features {
                    curvature[row * size + column] += spread * factor * other;
                }
            }
        }
        let step = solve(curvature, gradient);
        let longest = step.iter().fold(0.0_f64, |longest, by| longest.max(by.abs()));
        // A first step from far away may overshoot; a bounded one cannot.
        let scale = if longest > 2.0 { 2.0 / longest } else { 1.0 };
        for (weight, by) in weights.iter_mut().zip(&step) {
            *weight += scale * by;
        }
        if longest < CLOSE {
            break;
        }
    }
    weights
}

/// How likely a case comes out right.
pub(super) fn probability(weights: &[f64], features: &[(usize, f64)]) -> f64 {
    let log_odds: f64 = features.iter().map(|(at, factor)| weights[*at] * factor).sum();
    odds::probability(log_odds)
}

/// Solves a system whose matrix is symmetric and positive definite, as the precisions of the prior make it (Cholesky).
fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for row in 0..size {
        for column in 0..=row {
            let known: f64 = (0..column).map(|at| matrix[row * size + at] * matrix[column * size + at]).sum();
            let left = matrix[row * size + column] - known;
            matrix[row * size + column] =
                if row == column { left.max(1e-12).sqrt() } else { left / matrix[column * size + column] };
        }
    }
    for row in 0..size {
        let known: f64 = (0..row).map(|at| matrix[row * size + at] * right[at]).sum();
        right[row] = (right[row] - known) / matrix[row * size + row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|at| matrix[at * size + row] * right[at]).sum();
        right[row] = (right[row] - known) / matrix[row * size + row];
    }
    right
}

#[cfg(test)]
mod tests {
    use crate::eval::logistic::{Sample, fit, probability};

    #[test]
    fn shares_are_found_again() {
        let mut samples = Vec::new();
        for (feature, right) in [(1, 90), (2, 20)] {
            for at in 0..100 {
                samples.push(Sample { features: vec![(0, 1.0), (feature, 1.0)], right: at < right, weight: 1.0 });
            }
        }
        let weights = fit(&samples, &[(0.0, 1e-3); 3]);
        for (feature, share) in [(1, 0.9), (2, 0.2)] {
            let found = probability(&weights, &[(0, 1.0), (feature, 1.0)]);
            assert!((found - share).abs() < 0.01, "{found} {share}");
        }
    }
}
