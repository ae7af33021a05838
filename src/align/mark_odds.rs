//! How likely a mark inside a sentence parts what belongs together: a logistic model over the mark, its neighbours and
//! what the reference has there.

/// What is known of a mark that is glued to the word before it, with a space behind it: 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Placed {
    /// It is a comma.
    pub comma: f64,
    /// It is a full stop.
    pub stop: f64,
    /// It is a colon.
    pub colon: f64,
    /// It is a semicolon.
    pub semicolon: f64,
    /// It is a question mark.
    pub question: f64,
    /// It is an exclamation mark.
    pub exclamation: f64,
    /// It is an apostrophe or single quotation mark.
    pub apostrophe: f64,
    /// It is a quotation mark.
    pub quote: f64,
    /// It is a hyphen.
    pub hyphen: f64,
    /// The sentence has a counterpart.
    pub referenced: f64,
    /// The texts are one segment and its reference.
    pub segment: f64,
    /// The word before it is an article or the like.
    pub article: f64,
    /// The word before it is a preposition and nothing else.
    pub preposition: f64,
    /// The word before it can be an auxiliary.
    pub auxiliary: f64,
    /// The word before it can be a conjunction.
    pub junction: f64,
    /// The word behind it binds to what stands before it.
    pub binds: f64,
    /// It stands between an adjective and a noun.
    pub adjective: f64,
    /// A word in small letters follows.
    pub lower: f64,
    /// The word before it ends with an s.
    pub plural: f64,
    /// As a quotation mark it closes one that the sentence opened.
    pub opened: f64,
    /// "and", "or" or "to" follows.
    pub suspended: f64,
    /// The candidate's sentence has more such marks than the reference's.
    pub more: f64,
    /// The reference's sentence has none.
    pub none: f64,
    /// What stands on both sides is rendered together in the reference, with no mark between.
    pub together: f64,
    /// It is rendered side by side there.
    pub next: f64,
    /// The reference has a mark there.
    pub marked: f64,
    /// The words on both sides have counterparts.
    pub linked: f64,
    /// It is among the first of its sentence.
    pub early: f64,
    /// It is among the last.
    pub late: f64,
    /// Capitalised words stand on both sides.
    pub named: f64,
    /// A figure follows.
    pub number: f64,
    /// An adverb stands before it.
    pub adverb: f64,
}

/// The log odds that the mark is misplaced.
#[must_use]
pub fn misplaced_odds(mark: &Placed) -> f64 {
    -3.22 - 1.15 * mark.comma - 1.32 * mark.colon - 0.83 * mark.semicolon
        + 0.47 * mark.apostrophe
        + 1.03 * mark.quote
        + 1.17 * mark.hyphen
        - 1.19 * mark.referenced
        + 0.23 * mark.segment
        + 1.88 * mark.article
        + 1.79 * mark.preposition
        + 1.66 * mark.auxiliary
        + 1.42 * mark.junction
        + 0.73 * mark.binds
        + 0.75 * mark.adjective
        + 1.01 * mark.lower
        - 0.7 * mark.plural
        - 1.81 * mark.opened
        + 0.42 * mark.suspended
        + 1.22 * mark.more
        + 1.11 * mark.none
        + 0.61 * mark.together
        + 1.39 * mark.next
        - 0.45 * mark.marked
        - 0.22 * mark.linked
        + 0.43 * mark.early
        + 0.28 * mark.late
        - 0.2 * mark.named
        - 0.6 * mark.number
        - 0.63 * mark.adverb
        - 0.96 * mark.comma * mark.none
        - 1.27 * mark.comma * mark.more
        - 0.53 * mark.comma * mark.marked
        - 0.89 * mark.comma * mark.lower
        - 0.11 * mark.comma * mark.plural
        - 0.82 * mark.comma * mark.linked
        - 0.87 * mark.stop * mark.none
        - 0.32 * mark.stop * mark.more
        - 0.23 * mark.stop * mark.marked
        + 1.28 * mark.stop * mark.lower
        + 0.45 * mark.stop * mark.plural
        + 0.25 * mark.stop * mark.linked
        + 0.57 * mark.colon * mark.next
        + 1.16 * mark.semicolon * mark.next
        - 0.26 * mark.semicolon * mark.more
        - 0.54 * mark.semicolon * mark.marked
        - 1.26 * mark.semicolon * mark.lower
        + 0.53 * mark.question * mark.more
        + 1.18 * mark.question * mark.lower
        + 0.77 * mark.exclamation * mark.none
        + 0.77 * mark.exclamation * mark.more
        + 0.52 * mark.apostrophe * mark.more
        - 1.46 * mark.apostrophe * mark.plural
        - 0.8 * mark.apostrophe * mark.linked
        + 0.35 * mark.quote * mark.lower
        - 1.4 * mark.quote * mark.opened
        - 0.4 * mark.quote * mark.linked
        + 0.96 * mark.hyphen * mark.more
        + 0.91 * mark.together * mark.segment
}
