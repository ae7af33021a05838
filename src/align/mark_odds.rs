//! How likely a mark inside a sentence parts what belongs together: a logistic model over the mark, its neighbours and
//! what the reference has there.

/// What is known of a mark that is glued to the word before it, with a space behind it: 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Placed {
    /// What the words on both sides say, in log odds.
    pub neighbours: f64,
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
    mark.neighbours - 0.86 - 1.97 * mark.comma - 1.35 * mark.stop - 0.78 * mark.colon - 0.56 * mark.question
        + 0.45 * mark.exclamation
        + 1.54 * mark.apostrophe
        + 0.61 * mark.quote
        + 1.67 * mark.hyphen
        - 1.22 * mark.referenced
        + 0.82 * mark.segment
        + 0.77 * mark.binds
        + 2.34 * mark.lower
        - 0.29 * mark.plural
        - 2.29 * mark.opened
        + 0.25 * mark.suspended
        + 1.11 * mark.more
        + 0.67 * mark.none
        + 0.46 * mark.together
        + 1.72 * mark.next
        - 1.52 * mark.marked
        - 0.49 * mark.linked
        - 0.23 * mark.closed
        - 0.18 * mark.clause
        + 0.74 * mark.early
        + 0.71 * mark.late
        - 0.27 * mark.comma * mark.together
        + 0.25 * mark.comma * mark.next
        - 0.19 * mark.comma * mark.none
        - 0.4 * mark.comma * mark.more
        - 1.76 * mark.comma * mark.lower
        + 0.08 * mark.comma * mark.opened
        - 0.12 * mark.comma * mark.plural
        - 0.51 * mark.comma * mark.clause
        - 0.23 * mark.comma * mark.closed
        + 0.63 * mark.stop * mark.together
        + 0.58 * mark.stop * mark.next
        - 0.74 * mark.stop * mark.none
        + 0.09 * mark.stop * mark.more
        + 3.35 * mark.stop * mark.lower
        + 0.15 * mark.stop * mark.opened
        + 0.17 * mark.stop * mark.plural
        + 0.16 * mark.stop * mark.clause
        + 0.33 * mark.colon * mark.together
        + 0.96 * mark.colon * mark.next
        - 0.23 * mark.colon * mark.none
        + 0.26 * mark.colon * mark.more
        - 0.1 * mark.colon * mark.lower
        + 0.83 * mark.colon * mark.opened
        - 0.2 * mark.colon * mark.plural
        - 0.64 * mark.colon * mark.clause
        + 0.43 * mark.semicolon * mark.together
        + 0.49 * mark.semicolon * mark.next
        + 0.64 * mark.semicolon * mark.none
        - 0.5 * mark.semicolon * mark.more
        - 1.77 * mark.semicolon * mark.lower
        - 0.05 * mark.semicolon * mark.opened
        - 0.23 * mark.semicolon * mark.plural
        - 0.77 * mark.semicolon * mark.clause
        + 0.17 * mark.question * mark.together
        + 0.13 * mark.question * mark.next
        + 0.1 * mark.question * mark.none
        + 0.1 * mark.question * mark.more
        + 2.15 * mark.question * mark.lower
        - 0.24 * mark.question * mark.plural
        + 0.79 * mark.question * mark.clause
        + 0.06 * mark.exclamation * mark.together
        + 0.05 * mark.exclamation * mark.next
        + 0.34 * mark.exclamation * mark.none
        + 0.37 * mark.exclamation * mark.more
        + 0.5 * mark.exclamation * mark.lower
        + 0.27 * mark.exclamation * mark.plural
        + 0.07 * mark.exclamation * mark.clause
        - 0.63 * mark.apostrophe * mark.together
        - 0.35 * mark.apostrophe * mark.next
        - 0.18 * mark.apostrophe * mark.lower
        - 1.38 * mark.apostrophe * mark.opened
        + 0.15 * mark.apostrophe * mark.clause
        - 0.29 * mark.quote * mark.together
        - 0.42 * mark.quote * mark.next
        + 0.34 * mark.quote * mark.none
        + 0.72 * mark.quote * mark.more
        - 0.69 * mark.quote * mark.lower
        - 2.49 * mark.quote * mark.opened
        - 0.06 * mark.quote * mark.plural
        - 0.12 * mark.quote * mark.clause
        + 0.42 * mark.hyphen * mark.none
        + 0.48 * mark.hyphen * mark.more
        + 0.84 * mark.hyphen * mark.lower
        + 0.13 * mark.hyphen * mark.plural
        + 0.69 * mark.hyphen * mark.clause
        + 0.35 * mark.together * mark.segment
}
