//! How likely a mark inside a sentence parts what belongs together: a logistic model over the mark, its neighbours and
//! what the reference has there.

/// What is known of a mark that is glued to the word before it, with a space behind it: 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Placed {
    /// What the words on both sides say, in log odds.
    pub neighbours: f64,
    /// How much more often than by chance the words on both sides stand side by side: a natural logarithm, 0 to 5.
    pub attracted: f64,
    /// How much less often, 0 to 4.
    pub avoided: f64,
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
    /// The word behind it binds to what stands before it.
    pub binds: f64,
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
    /// It is one of two commas around a few words.
    pub closed: f64,
    /// A verb follows within a few words.
    pub clause: f64,
    /// It is among the first of its sentence.
    pub early: f64,
    /// It is among the last.
    pub late: f64,
}

/// The log odds that the mark is misplaced.
#[must_use]
pub fn misplaced_odds(mark: &Placed) -> f64 {
    mark.neighbours - 0.68 + 0.45 * mark.attracted
        - 0.49 * mark.avoided
        - 1.65 * mark.comma
        - 1.57 * mark.stop
        - 0.99 * mark.colon
        + 0.08 * mark.semicolon
        - 0.43 * mark.question
        + 0.26 * mark.exclamation
        + 1.79 * mark.apostrophe
        + 0.59 * mark.quote
        + 1.91 * mark.hyphen
        - 1.27 * mark.referenced
        + 0.8 * mark.segment
        + 0.61 * mark.binds
        + 2.37 * mark.lower
        - 0.29 * mark.plural
        - 2.58 * mark.opened
        + 0.24 * mark.suspended
        + 1.2 * mark.more
        + 0.61 * mark.none
        + 0.44 * mark.together
        + 1.8 * mark.next
        - 1.45 * mark.marked
        - 0.46 * mark.linked
        - 0.24 * mark.closed
        - 0.17 * mark.clause
        + 0.67 * mark.early
        + 0.74 * mark.late
        + 0.24 * mark.comma * mark.attracted
        - 0.77 * mark.comma * mark.avoided
        - 0.36 * mark.comma * mark.together
        + 0.08 * mark.comma * mark.next
        - 0.14 * mark.comma * mark.none
        - 0.41 * mark.comma * mark.more
        - 1.9 * mark.comma * mark.lower
        + 0.23 * mark.comma * mark.opened
        - 0.14 * mark.comma * mark.plural
        - 0.54 * mark.comma * mark.clause
        - 0.24 * mark.comma * mark.closed
        + 0.3 * mark.stop * mark.attracted
        + 0.27 * mark.stop * mark.avoided
        + 1.15 * mark.stop * mark.together
        + 1.11 * mark.stop * mark.next
        - 1.08 * mark.stop * mark.none
        + 0.14 * mark.stop * mark.more
        + 3.69 * mark.stop * mark.lower
        + 0.09 * mark.stop * mark.plural
        + 0.19 * mark.stop * mark.clause
        + 0.31 * mark.colon * mark.attracted
        + 0.21 * mark.colon * mark.together
        + 1.14 * mark.colon * mark.next
        - 0.23 * mark.colon * mark.none
        + 0.39 * mark.colon * mark.more
        - 0.15 * mark.colon * mark.lower
        + 1.43 * mark.colon * mark.opened
        - 0.19 * mark.colon * mark.plural
        - 0.73 * mark.colon * mark.clause
        + 0.41 * mark.semicolon * mark.attracted
        - 0.18 * mark.semicolon * mark.avoided
        + 0.46 * mark.semicolon * mark.together
        + 0.51 * mark.semicolon * mark.next
        + 0.86 * mark.semicolon * mark.none
        - 0.65 * mark.semicolon * mark.more
        - 2.18 * mark.semicolon * mark.lower
        - 0.06 * mark.semicolon * mark.opened
        - 0.34 * mark.semicolon * mark.plural
        - 0.8 * mark.semicolon * mark.clause
        - 0.39 * mark.question * mark.attracted
        + 0.1 * mark.question * mark.avoided
        + 0.22 * mark.question * mark.together
        + 0.16 * mark.question * mark.next
        - 0.11 * mark.question * mark.more
        + 2.52 * mark.question * mark.lower
        + 0.92 * mark.question * mark.clause
        - 0.32 * mark.exclamation * mark.attracted
        + 0.13 * mark.exclamation * mark.avoided
        + 0.08 * mark.exclamation * mark.together
        + 0.06 * mark.exclamation * mark.next
        + 0.41 * mark.exclamation * mark.none
        + 0.45 * mark.exclamation * mark.more
        + 0.6 * mark.exclamation * mark.lower
        + 0.41 * mark.exclamation * mark.plural
        + 0.19 * mark.apostrophe * mark.avoided
        - 0.96 * mark.apostrophe * mark.together
        - 0.71 * mark.apostrophe * mark.next
        - 0.48 * mark.apostrophe * mark.lower
        - 1.98 * mark.apostrophe * mark.opened
        + 0.18 * mark.apostrophe * mark.clause
        - 0.27 * mark.quote * mark.attracted
        - 0.29 * mark.quote * mark.avoided
        - 0.37 * mark.quote * mark.together
        - 0.58 * mark.quote * mark.next
        + 0.35 * mark.quote * mark.none
        + 0.84 * mark.quote * mark.more
        - 0.67 * mark.quote * mark.lower
        - 2.47 * mark.quote * mark.opened
        - 0.21 * mark.quote * mark.plural
        - 0.19 * mark.quote * mark.clause
        + 0.17 * mark.hyphen * mark.attracted
        + 0.48 * mark.hyphen * mark.none
        + 0.55 * mark.hyphen * mark.more
        + 0.93 * mark.hyphen * mark.lower
        + 0.13 * mark.hyphen * mark.plural
        + 0.81 * mark.hyphen * mark.clause
        + 0.44 * mark.together * mark.segment
}
