//! How likely a word lacks a letter: a logistic model over the word, its place and what the reference has there.

/// What is known of a word and of one that has a letter more: 1 for yes and 0 for no unless said.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Lost {
    /// The reference has the longer word more often than the candidate.
    pub more: f64,
    /// On how many sides the neighbours say that the longer word stands in this place of the reference, 0 to 2.
    pub placed: f64,
    /// The reference has the word as written as often as the candidate.
    pub own: f64,
    /// The word as written has a counterpart.
    pub linked: f64,
    /// The dictionary does not know it.
    pub unknown: f64,
    /// It is a rare word.
    pub rare: f64,
    /// It is a common word.
    pub common: f64,
    /// It is among the commonest.
    pub commonest: f64,
    /// It is one letter.
    pub single: f64,
    /// It has two letters.
    pub short: f64,
    /// It has three.
    pub three: f64,
    /// The longer one is a function word.
    pub function: f64,
    /// The word as written is a function word.
    pub own_function: f64,
    /// How much better the longer word follows and is followed, as a difference of costs, -8 to 8.
    pub fit: f64,
    /// What the word as written costs there, 0 to 8.
    pub rough: f64,
    /// The longer word is a form of it: plural, past.
    pub inflected: f64,
    /// The texts are one segment and its reference.
    pub segment: f64,
    /// The reference is parallel.
    pub parallel: f64,
    /// It is a known name.
    pub name: f64,
}

/// The log odds that the word lacks a letter.
#[must_use]
pub fn lost_letter_odds(lost: &Lost) -> f64 {
    0.12 + 0.26 * lost.more + 0.91 * lost.placed - 1.47 * lost.own - 2.76 * lost.linked
        + 1.98 * lost.unknown
        + 0.23 * lost.rare
        - 2.17 * lost.common
        - 3.61 * lost.commonest
        - 0.12 * lost.single
        - 1.11 * lost.short
        + 0.18 * lost.three
        + 2.72 * lost.function
        - 2.36 * lost.own_function
        + 0.57 * lost.fit
        + 0.2 * lost.rough
        - 0.58 * lost.inflected
        - 0.07 * lost.segment
        + 0.3 * lost.name
        - 0.05 * lost.more * lost.placed
        - 0.09 * lost.more * lost.fit
        - 0.19 * lost.placed * lost.fit
        - 0.99 * lost.unknown * lost.function
        - 0.12 * lost.unknown * lost.more
        + 0.81 * lost.unknown * lost.placed
        + 0.19 * lost.function * lost.fit
        - 0.13 * lost.single * lost.function
        + 0.1 * lost.common * lost.placed
        + 1.01 * lost.common * lost.more
        + 0.2 * lost.commonest * lost.fit
        + 2.0 * lost.commonest * lost.placed
        + 0.68 * lost.own * lost.placed
        + 0.36 * lost.own * lost.fit
        - 0.42 * lost.inflected * lost.more
        - 0.24 * lost.inflected * lost.placed
        - 0.08 * lost.inflected * lost.fit
        - 0.13 * lost.rare * lost.function
        + 0.47 * lost.rare * lost.more
        + 0.29 * lost.rare * lost.placed
        + 1.02 * lost.segment * lost.more
        - 0.57 * lost.segment * lost.placed
        - 0.47 * lost.parallel * lost.unknown
        - 0.99 * lost.function * lost.unknown
        + 0.24 * lost.three * lost.function
        + 0.63 * lost.short * lost.function
        + 0.11 * lost.linked * lost.fit
        - 0.24 * lost.rough * lost.function
        + 0.36 * lost.single * lost.fit
        + 0.38 * lost.name * lost.fit
        + 0.24 * lost.name * lost.placed
}
