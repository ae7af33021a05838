//! How likely a name of a segment that its reference lacks is a fault: a logistic model over the name, the name in whose
//! place it stands, and the places.
//!
//! Its weights were fitted on pairs of human translations of one text, in which such a name is right, and on the same
//! pairs with names exchanged for others.

/// What is known of a name that the reference lacks. Where nothing else is said, 1 for yes and 0 for no.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Slot {
    /// Other words of the name are in the reference.
    pub partly: f64,
    /// It is a known place.
    pub place: f64,
    /// Its words are common English words.
    pub common: f64,
    /// Its words are listed names or parts of names.
    pub listed: f64,
    /// One of its words is in no list.
    pub unknown: f64,
    /// It holds digits.
    pub digits: f64,
    /// It is an acronym.
    pub acronym: f64,
    /// It looks like a person's name.
    pub looks_person: f64,
    /// It looks like a name made of words.
    pub looks_term: f64,
    /// Natural logarithm of the count of its words.
    pub words: f64,
    /// It begins the segment.
    pub first: f64,
    /// Each of its words is near in meaning to a word of the reference that has no counterpart.
    pub near_other: f64,
    /// Logarithm of the count of lost names of the reference.
    pub lost: f64,
    /// Logarithm of the count of added names of the candidate.
    pub added: f64,
    /// Logarithm of one more than the count of the reference's content words without a counterpart.
    pub open_ours: f64,
    /// The same of the candidate's.
    pub open_theirs: f64,
    /// Share of the candidate's content words that have a counterpart.
    pub linked: f64,
    /// What follows is said of the lost name in whose place it stands; all 0 where there is none. Likeness, 0 to 1.
    pub likeness: f64,
    /// The likeness is great enough for a garble.
    pub like: f64,
    /// They begin with one letter, or with letters that romanisations exchange.
    pub initial: f64,
    /// They are regular romanisations of one name.
    pub regular: f64,
    /// Share of the two content words before it that render words beside the lost name.
    pub before: f64,
    /// The same of the two behind it.
    pub after: f64,
    /// The word before them is the same.
    pub same_before: f64,
    /// The word behind them is the same.
    pub same_after: f64,
    /// They have a word in common.
    pub shares: f64,
    /// The lost name is a known one.
    pub target_known: f64,
    /// It is a person.
    pub target_person: f64,
    /// It is a place.
    pub target_place: f64,
    /// It is a name made of words.
    pub target_term: f64,
    /// Both are known places.
    pub two_places: f64,
    /// Both are of one kind.
    pub same_kind: f64,
    /// They are of two kinds.
    pub other_kind: f64,
    /// Logarithm of the count of words against that of the lost name.
    pub longer: f64,
    /// They are near in meaning word by word.
    pub wording: f64,
    /// One may be short for the other.
    pub short_for: f64,
    /// They have the same title.
    pub same_title: f64,
    /// Share of the words around the two that are the same.
    pub around: f64,
    /// Neither is made of common words, and they are not alike.
    pub proper: f64,
    /// Both are made of common words.
    pub both_plain: f64,
    /// It is the only added name and its place is the only lost one.
    pub only: f64,
}

/// The log odds that the name is a fault.
#[must_use]
pub fn fault_odds(slot: &Slot) -> f64 {
    let name = -1.08 * slot.partly + 1.18 * slot.place
        - 1.0 * slot.common
        - 0.48 * slot.listed
        - 0.91 * slot.unknown
        - 0.93 * slot.digits
        - 0.46 * slot.acronym
        + 1.39 * slot.looks_person
        + 1.32 * slot.looks_term
        + 0.76 * slot.words
        - 0.23 * slot.first
        - 0.88 * slot.near_other;
    let segment =
        1.19 * slot.lost - 0.8 * slot.added + 0.17 * slot.open_ours - 0.34 * slot.open_theirs - 1.9 * slot.linked
            + 0.72 * slot.only;
    let place = 0.43 * slot.before + 0.58 * slot.after + 0.8 * slot.same_before + 0.99 * slot.same_after
        - 0.29 * slot.around
        + 0.95 * slot.proper * slot.around;
    let target = 0.78 * slot.target_known
        + 1.12 * slot.target_person
        + 0.71 * slot.target_place
        + 0.64 * slot.target_term
        + 3.19 * slot.two_places
        - 0.77 * slot.same_kind
        - 0.37 * slot.other_kind;
    let relation = -3.22 * slot.likeness
        - 1.92 * slot.like
        - 0.84 * slot.initial
        - 1.48 * slot.regular
        - 2.06 * slot.shares
        - 0.26 * slot.longer
        - 1.04 * slot.wording
        - 1.93 * slot.short_for
        + 2.56 * slot.same_title
        + 1.65 * slot.like * slot.target_person
        - 0.21 * slot.proper
        - 0.51 * slot.both_plain;
    1.48 + name + segment + place + target + relation
}

#[cfg(test)]
mod tests {
    use crate::align::slot_odds::{Slot, fault_odds};

    #[test]
    fn another_place_is_a_fault_and_another_wording_is_none() {
        let sides =
            Slot { before: 1.0, after: 1.0, same_before: 1.0, linked: 0.8, lost: 0.4, only: 1.0, ..Slot::default() };
        let country = Slot { place: 1.0, listed: 1.0, target_known: 1.0, target_place: 1.0, two_places: 1.0, ..sides };
        let wording = Slot {
            common: 1.0,
            looks_term: 1.0,
            target_term: 1.0,
            wording: 1.0,
            shares: 1.0,
            both_plain: 1.0,
            ..sides
        };
        assert!(fault_odds(&country) > 2.0, "{}", fault_odds(&country));
        assert!(fault_odds(&country) - fault_odds(&wording) > 4.0, "{}", fault_odds(&wording));
    }
}
