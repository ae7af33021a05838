//! How likely a negation that only one of two sentences has turns a statement round: logistic models over the negation,
//! what could stand for it on the other side, and the places.

use crate::align::surroundings::Around;

/// What is known of a negation that the other text does not have. Where nothing else is said, 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Flip {
    /// The places of the word that stands for the statement and of its counterpart.
    pub around: Around,
    /// That word is the one the negation governs.
    pub governed: f64,
    /// Content words between the two.
    pub steps: f64,
    /// It stands before the negation.
    pub behind: f64,
    /// It is the same word as its counterpart, in any form.
    pub same_form: f64,
    /// It is a verb.
    pub verb: f64,
    /// The other sentence has no negation at all.
    pub only_here: f64,
    /// The other sentence has fewer negations.
    pub more_here: f64,
    /// Count of phrases on the other side that negate by their meaning and have no counterpart, up to 3.
    pub turned: f64,
    /// One of them stands near the counterpart.
    pub turned_near: f64,
    /// Another negating phrase stands beside the negation.
    pub doubled: f64,
    /// Count of words of the sentence that render an opposite, up to 2.
    pub opposed: f64,
    /// The other side has a word with a negating prefix that could answer it.
    pub prefixed: f64,
    /// It is of a kind that is often a matter of style.
    pub style: f64,
    /// What follows makes it a bound ("not before Monday").
    pub bound: f64,
    /// It is "no".
    pub determiner: f64,
    /// It is "never".
    pub never: f64,
    /// It is "nobody", "nothing" or the like.
    pub pronoun: f64,
    /// It is "without".
    pub without: f64,
    /// It negates nearly: hardly, few.
    pub nearly: f64,
    /// "to" follows.
    pub infinitive: f64,
    /// A modal verb stands before it.
    pub modal: f64,
    /// One of the clauses is a condition and the other is not.
    pub condition: f64,
    /// One of the sentences asks and the other does not.
    pub question: f64,
    /// Natural logarithm of the length of this side's sentence against the other's.
    pub length: f64,
    /// Logarithm of one more than the distance of the word from the negation.
    pub distance: f64,
}

/// The log odds that a negation of the candidate turns what the reference states.
#[must_use]
pub fn added_odds(flip: &Flip) -> f64 {
    let around = &flip.around;
    let document = 1.0 - around.segment;
    -0.65 + 1.74 * around.likeness - 0.75 * around.crossed + 0.64 * around.same_before - 1.01 * around.clause
        + 0.84 * around.shared
        - 1.01 * around.open_ours
        - 0.33 * flip.steps
        - 0.84 * flip.behind
        + 1.82 * flip.only_here
        + 1.65 * flip.more_here
        - 0.75 * flip.turned_near
        - 1.21 * flip.opposed
        - 1.17 * flip.prefixed
        - 2.31 * flip.style
        - 1.11 * flip.bound
        - 2.31 * flip.determiner
        - 0.73 * flip.never
        - 3.05 * flip.nearly
        - 0.93 * flip.infinitive
        - 0.76 * flip.question
        - 0.91 * flip.distance
        - 0.84 * document * flip.only_here
        - 0.98 * flip.turned * flip.only_here
        + 1.35 * around.window * around.likeness
}

/// The log odds that the candidate states what a negation of the reference denies.
#[must_use]
pub fn lost_odds(flip: &Flip) -> f64 {
    let around = &flip.around;
    let document = 1.0 - around.segment;
    0.05 - 1.04 * around.segment - 0.38 * around.likeness - 0.87 * around.before + 0.35 * around.beside
        - 0.39 * around.head
        - 1.19 * around.previous
        - 0.39 * around.same_before
        - 0.45 * around.clause
        - 0.42 * around.back
        + 0.83 * around.shared
        + 0.7 * around.name
        + 0.64 * around.subject
        - 0.53 * around.open_ours
        - 0.34 * around.open_theirs
        + 0.54 * flip.governed
        - 0.19 * flip.steps
        + 0.48 * flip.behind
        + 0.26 * flip.same_form
        + 0.92 * flip.verb
        + 0.44 * flip.only_here
        - 0.52 * flip.turned_near
        + 0.34 * flip.doubled
        - 0.64 * flip.prefixed
        - 0.51 * flip.style
        + 0.8 * flip.pronoun
        - 0.25 * flip.without
        + 0.99 * flip.infinitive
        + 0.82 * flip.modal
        - 0.25 * flip.condition
        + 0.52 * flip.length
        - 1.36 * flip.distance
        - 0.15 * document * around.likeness
        + 0.95 * document * flip.governed
}
