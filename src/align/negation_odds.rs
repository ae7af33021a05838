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
    -0.50 + 1.65 * around.likeness - 0.82 * around.crossed + 0.75 * around.same_before - 1.08 * around.clause
        + 0.91 * around.shared
        - 1.09 * around.open_ours
        - 0.37 * flip.steps
        - 0.85 * flip.behind
        + 1.76 * flip.only_here
        + 1.62 * flip.more_here
        - 0.82 * flip.turned_near
        - 1.28 * flip.opposed
        - 1.07 * flip.prefixed
        - 2.38 * flip.style
        - 2.34 * flip.determiner
        - 3.07 * flip.nearly
        - 0.95 * flip.infinitive
        - 0.74 * flip.question
        - 0.91 * flip.distance
        - 0.87 * document * around.name
        - 0.96 * flip.turned * flip.only_here
        + 1.41 * around.window * around.likeness
}

/// The log odds that the candidate states what a negation of the reference denies.
#[must_use]
pub fn lost_odds(flip: &Flip) -> f64 {
    let around = &flip.around;
    let document = 1.0 - around.segment;
    -1.03 - 0.88 * around.segment - 0.4 * around.likeness - 0.78 * around.before + 0.46 * around.beside
        - 0.55 * around.head
        - 1.15 * around.previous
        - 0.39 * around.crossed
        - 0.41 * around.same_before
        + 0.38 * around.window
        - 0.47 * around.clause
        - 0.41 * around.back
        + 0.86 * around.shared
        + 0.68 * around.name
        + 0.52 * around.subject
        - 0.29 * around.open_ours
        - 0.35 * around.open_theirs
        + 0.27 * around.linked
        + 0.67 * flip.governed
        - 0.17 * flip.steps
        + 0.55 * flip.behind
        + 0.31 * flip.same_form
        + 0.97 * flip.verb
        + 0.44 * flip.only_here
        - 0.2 * flip.turned
        - 0.37 * flip.turned_near
        + 0.27 * flip.doubled
        + 0.38 * flip.opposed
        - 0.63 * flip.prefixed
        - 0.43 * flip.style
        + 0.34 * flip.determiner
        + 0.51 * flip.pronoun
        - 0.21 * flip.without
        - 0.37 * flip.nearly
        + 0.95 * flip.infinitive
        + 0.89 * flip.modal
        - 0.06 * flip.question
        + 0.54 * flip.length
        - 1.24 * flip.distance
        + 0.94 * document * flip.governed
}
