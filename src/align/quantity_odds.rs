//! How likely a quantity of the candidate is a wrong rendering of one of the reference: a logistic model over the two
//! values, the places where they stand, and whether the values stand elsewhere.
//!
//! The weights were fitted on `corpora/wires`, the first table of pairs of `corpora/numbers`, segments with changed numbers and
//! human translations of one text. Two are set by hand, for there were too few cases: years of other calendars (`era`) and
//! figures that stand for two others (`instead`).

/// What is known of two quantities with different values. Where nothing else is said, 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Pairing {
    /// The texts are a segment and its one-to-one reference.
    pub segment: f64,
    /// They are parallel.
    pub parallel: f64,
    /// They stand in one bead.
    pub bead: f64,
    /// Likeness of that bead, 0 to 1.
    pub likeness: f64,
    /// Their sentences are neighbours of sentences in one bead.
    pub beside_bead: f64,
    /// Share of the content words around the two that are the same, 0 to 1.
    pub around: f64,
    /// The content words before them are the same.
    pub before: f64,
    /// The content words behind them are the same.
    pub after: f64,
    /// The content words behind them are different.
    pub other_after: f64,
    /// They have the same unit or currency.
    pub same_unit: f64,
    /// One has a unit and the other none.
    pub bare: f64,
    /// The same digits in another order.
    pub transposed: f64,
    /// One year counts in the era of another calendar.
    pub era: f64,
    /// All digits but one are the same, and there are two at least.
    pub one_digit: f64,
    /// The same digits with other zeros or another decimal point.
    pub magnitude: f64,
    /// Thirteen and thirty.
    pub teens: f64,
    /// The same value with another unit, currency or sign.
    pub swapped: f64,
    /// The candidate's value has two significant digits at least.
    pub long: f64,
    /// They differ by less than a tenth.
    pub close: f64,
    /// One is more than five times the other, and not by a shift of digits.
    pub far: f64,
    /// Both are whole and below 13.
    pub small: f64,
    /// Both are hedged or bounds.
    pub hedged: f64,
    /// It is a weekday, or a day told from today.
    pub weekday: f64,
    /// It is a time of day.
    pub clock: f64,
    /// One is an ordinal.
    pub ordinal: f64,
    /// One is a fraction or a multiple.
    pub fraction: f64,
    /// The reference has the candidate's value in another place.
    pub ours_elsewhere: f64,
    /// How much the best of those places has in common with the candidate's, 0 to 1.
    pub ours_around: f64,
    /// The candidate has the reference's value in another place.
    pub theirs_elsewhere: f64,
    /// How much the best of those places has in common with the reference's, 0 to 1.
    pub theirs_around: f64,
    /// Logarithm of how many other values of the kind in the bead have no counterpart, on both sides together.
    pub rivals: f64,
    /// It can be reckoned from two values of the reference.
    pub derived: f64,
    /// It can be reckoned from two values of the reference of which the candidate lacks one.
    pub instead: f64,
    /// It can be reckoned from two values of the candidate that the reference has too.
    pub reckoned: f64,
}

impl Pairing {
    /// The log odds that the candidate's quantity is a fault.
    #[must_use]
    pub fn fault_odds(&self) -> f64 {
        let kind = -0.96 * self.segment + 1.22 * self.parallel;
        let place = 1.4 * self.bead
            + 0.31 * self.likeness
            + 0.81 * self.beside_bead
            + 0.86 * self.around
            + 0.31 * self.before
            + 0.46 * self.after
            - 0.5 * self.other_after
            + 0.83 * (1.0 - self.bead) * self.around;
        let value =
            0.9 * self.same_unit - 1.02 * self.bare + 2.1 * self.transposed + 2.0 * self.era + 0.11 * self.one_digit
                - 1.0 * self.magnitude
                + 0.09 * self.teens
                + 0.45 * self.swapped
                + 0.99 * self.magnitude * self.long
                + 1.03 * self.swapped * self.long
                - 0.06 * self.close
                - 0.99 * self.far
                - 0.56 * self.small
                + 0.64 * self.small * self.around
                - 0.07 * self.hedged;
        let sort = -0.1 * self.weekday - 0.24 * self.clock + 1.28 * self.ordinal - 1.43 * self.fraction;
        let elsewhere = 0.86 * self.ours_elsewhere + 0.12 * self.ours_around
            - 1.36 * self.ours_elsewhere * self.bead
            - 1.45 * self.theirs_elsewhere
            - 0.51 * self.theirs_around
            - 0.75 * self.rivals
            - 0.63 * self.derived
            - 1.36 * self.derived * (1.0 - self.segment)
            - 2.5 * self.instead
            - 0.31 * self.reckoned;
        -0.34 + kind + place + value + sort + elsewhere
    }
}
