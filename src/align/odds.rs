//! From log odds to a probability.

/// How likely something is, 0 to 1, by its log odds (natural logarithm).
#[must_use]
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
