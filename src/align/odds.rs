//! The numbers that go into a model, and from its log odds to a probability.

/// How likely something is, 0 to 1, by its log odds (natural logarithm).
#[must_use]
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// A circumstance as a model counts it: 1 for yes and 0 for no.
#[must_use]
pub fn yes(is: bool) -> f64 {
    f64::from(u8::from(is))
}
