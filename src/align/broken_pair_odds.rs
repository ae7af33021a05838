//! How likely two words do not go side by side: a logistic model over how often they do, over their classes and
//! over what stands around them.

use crate::align::mark_neighbours::KINDS;

/// What is known of two words, the second right behind the first; 1 for yes and 0 for no where nothing else is said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Beside {
    /// How much less often than by chance the two stand so, as a natural logarithm, 0 to 6.
    pub avoided: f64,
    /// How much more often, 0 to 4.
    pub attracted: f64,
    /// How unexpected the class of the second is behind the first, 0 to 4.
    pub cost: f64,
    /// The same of what stands behind the second.
    pub behind: f64,
    /// How often the first stands behind what is before it, beside chance: a natural logarithm.
    pub ratio_before: f64,
    /// The same of what stands behind the second.
    pub ratio_behind: f64,
    /// What the classes would cost more without the first.
    pub without_first: f64,
    /// What they would cost more without the second.
    pub without_second: f64,
    /// How often what remains without the first stands so, beside chance.
    pub ratio_without_first: f64,
    /// The same without the second.
    pub ratio_without_second: f64,
    /// What the classes would cost more in the other order.
    pub exchanged: f64,
    /// How often the other order stands so, beside chance.
    pub ratio_exchanged: f64,
    /// The first word begins the sentence.
    pub first: f64,
    /// No word stands before the two.
    pub opening: f64,
    /// No word stands behind them.
    pub last: f64,
    /// The sentence is a question.
    pub question: f64,
    /// One of the two is capitalised.
    pub capital: f64,
    /// A figure follows.
    pub number: f64,
    /// A word that opens a clause or a question stands before.
    pub relative: f64,
    /// A pronoun that is a subject stands before.
    pub subject: f64,
    /// What can be a verb stands before.
    pub verb: f64,
    /// The first can be an auxiliary before its subject.
    pub inverted: f64,
    /// What stands before is no subject: "on this island".
    pub fronted: f64,
    /// The first can be a preposition at the end of a clause.
    pub stranded: f64,
    /// The first is a past form.
    pub past: f64,
    /// The first is a function word.
    pub function: f64,
    /// The second is one.
    pub function_behind: f64,
    /// The reference has the two side by side.
    pub known: f64,
    /// The reference has them in the other order.
    pub exchanged_known: f64,
    /// The candidate translates the reference.
    pub parallel: f64,
    /// What kinds of words they are.
    pub kinds: (usize, usize),
}

/// Log odds by the kind of the first word.
const FIRST: [f64; KINDS] = [
    0.7, -0.41, -0.19, -0.3, -0.3, -0.32, -0.51, 0.2, 0.76, 0.74, -0.24, 0.25, -0.05, -0.52, 0.26, -0.22, 0.0, 0.14,
    0.0, 0.0, 0.0,
];

/// The same by the kind of the second.
const SECOND: [f64; KINDS] = [
    0.2, -0.36, -0.1, 0.06, 0.08, -0.21, -0.21, -0.16, 0.26, 0.48, -0.41, -0.33, 0.09, 0.17, -0.33, 0.55, 0.0, 0.21,
    0.0, 0.0, 0.0,
];

/// The log odds that the two words do not go together.
#[must_use]
pub fn broken_pair_odds(beside: &Beside) -> f64 {
    FIRST[beside.kinds.0] + SECOND[beside.kinds.1] - 2.65 + 0.49 * beside.avoided
        - 0.34 * beside.attracted
        - 0.18 * beside.cost
        + 0.1 * beside.behind
        - 0.15 * beside.ratio_before
        - 0.17 * beside.ratio_behind
        - 0.23 * beside.without_first
        - 0.13 * beside.without_second
        - 0.1 * beside.ratio_without_first
        - 0.03 * beside.ratio_without_second
        + 0.09 * beside.exchanged
        + 0.17 * beside.ratio_exchanged
        - 0.34 * beside.first
        + 0.09 * beside.opening
        - 0.42 * beside.last
        - 0.42 * beside.question
        - 0.31 * beside.capital
        - 0.56 * beside.number
        - 0.05 * beside.relative
        - 0.45 * beside.subject
        - 0.26 * beside.verb
        + 0.13 * beside.inverted
        - 0.22 * beside.fronted
        + 0.47 * beside.past
        - 0.23 * beside.function
        - 0.14 * beside.function_behind
        - 2.6 * beside.known
        + 1.24 * beside.exchanged_known
        + 1.27 * beside.parallel
        - 0.43 * beside.inverted * beside.function_behind
        - 0.36 * beside.fronted * beside.function_behind
        + 0.05 * beside.stranded * beside.function_behind
        - 0.08 * beside.inverted * beside.cost
        - 0.23 * beside.inverted * beside.avoided
        - 0.04 * beside.fronted * beside.avoided
        + 0.11 * beside.stranded * beside.avoided
        + 0.23 * beside.avoided * beside.function
        + 0.06 * beside.avoided * beside.function_behind
        + 0.08 * beside.cost * beside.function
        + 0.15 * beside.cost * beside.function_behind
        - 0.34 * beside.relative * beside.function_behind
        - 0.09 * beside.relative * beside.function
        - 0.93 * beside.question * beside.first
        - 0.5 * beside.function * beside.function_behind
        - 0.04 * beside.last * beside.function
        - 0.05 * beside.number * beside.function_behind
        - 0.38 * beside.capital * beside.avoided
        + 0.11 * beside.past * beside.function_behind
        - 0.08 * beside.opening * beside.cost
        - 0.2 * beside.exchanged_known * beside.known
}
