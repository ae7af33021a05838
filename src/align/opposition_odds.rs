//! How likely two words of opposite meaning stand for a statement turned round: a logistic model over the words, what
//! joins them, and their places.

use crate::align::surroundings::Around;

/// What is known of a word of the candidate and one of the reference that means its opposite. Where nothing else is said,
/// 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Opposed {
    /// Their places.
    pub around: Around,
    /// They are opposites proper.
    pub plain: f64,
    /// They are opposites in nearly every context, but not proper ones.
    pub strong: f64,
    /// They are opposites in some senses only.
    pub loose: f64,
    /// They are so by WordNet's groups.
    pub kindred: f64,
    /// How many of the lists have them.
    pub grades: f64,
    /// How near they are in meaning, 0 to 1.
    pub near: f64,
    /// Both are negated.
    pub both_negated: f64,
    /// Another word of the candidate renders the one of the reference by its meaning.
    pub rendered_ours: f64,
    /// The word of the candidate renders another one by its meaning.
    pub rendered_theirs: f64,
    /// They are the nearest opposites of each other.
    pub paired: f64,
    /// The one deed told from the other side is the other: sell and buy.
    pub converse: f64,
    /// Both compare or set in order.
    pub comparative: f64,
    /// Natural logarithm of one more than the count of rendered words near them that stand on the same side of both.
    pub kept: f64,
    /// The same of those that stand on different sides.
    pub crossing: f64,
    /// They have the same ending as far as it tells their use: past, -ing, comparative, superlative.
    pub inflection: f64,
    /// They are function words.
    pub function: f64,
    /// They are of one class.
    pub class: f64,
    /// Both are used as verbs.
    pub verbal: f64,
    /// One of them is.
    pub verbal_one: f64,
    /// Both are adjectives.
    pub adjective: f64,
    /// Both are nouns.
    pub noun: f64,
    /// The candidate's is an adverb.
    pub adverb: f64,
    /// How rare they are together, 0.2 to 1.9.
    pub rarity: f64,
    /// How many of them are verbs of very many senses.
    pub common: f64,
    /// What stands before the one stands behind the other, and the other way round.
    pub exchanged: f64,
    /// The reference, if it is no segment, has the candidate's word somewhere.
    pub known_ours: f64,
    /// The candidate, if it is no segment, has the reference's word somewhere.
    pub known_theirs: f64,
}

/// The log odds that the statement is turned round.
#[must_use]
pub fn opposed_odds(opposed: &Opposed) -> f64 {
    let around = &opposed.around;
    let document = 1.0 - around.segment;
    -2.65 - 1.84 * around.segment - 0.27 * around.likeness
        + 0.22 * around.after
        + 0.02 * around.beside
        + 0.7 * around.head
        - 0.57 * around.previous
        - 0.28 * around.crossed
        + 1.35 * around.same_before
        + 1.17 * around.same_after
        + 0.13 * around.window
        + 0.85 * around.back
        + 0.36 * around.shared
        + 0.62 * around.name
        - 0.31 * around.open_ours
        - 0.23 * around.open_theirs
        - 0.45 * around.linked
        + 1.16 * opposed.plain
        + 1.03 * opposed.strong
        - 0.17 * opposed.loose
        - 0.51 * opposed.kindred
        + 0.92 * opposed.grades
        + 0.03 * opposed.near
        - 1.28 * opposed.both_negated
        - 0.27 * opposed.rendered_ours
        - 1.68 * opposed.rendered_theirs
        + 0.43 * opposed.paired
        - 0.89 * opposed.converse
        + 1.99 * opposed.comparative
        + 0.57 * opposed.kept
        + 0.32 * opposed.crossing
        - 0.16 * opposed.inflection
        - 1.52 * opposed.function
        + 0.35 * opposed.class
        + 0.79 * opposed.verbal_one
        + 0.59 * opposed.adjective
        + 0.07 * opposed.noun
        + 0.63 * opposed.adverb
        - 0.08 * opposed.rarity
        - 0.57 * opposed.common
        - 0.11 * opposed.exchanged
        - 0.84 * opposed.known_ours
        - 1.05 * opposed.known_theirs
        - 0.08 * document * around.window
        - 1.11 * document * around.likeness
        + 0.26 * document * around.beside
        - 0.55 * document * around.name
        - 0.48 * document * around.shared
        + 0.37 * document * around.previous
        - 0.15 * document * opposed.verbal
        + 0.54 * document * opposed.noun
        - 0.29 * document * opposed.function
        + 0.74 * document * opposed.adjective
        + 0.78 * document * opposed.plain
        + 0.42 * document * opposed.strong
        + 0.36 * opposed.adjective * around.head
        + 0.4 * opposed.function * around.head
        - 0.02 * opposed.function * around.previous
        + 0.83 * opposed.verbal * around.previous
        + 0.43 * around.beside * around.likeness
        + 0.63 * around.window * around.likeness
        + 0.08 * document * opposed.adjective * around.head
}
