//! Words that negate, outright or by their meaning, and words that say how likely or binding something is.

use std::collections::HashMap;

use crate::lexicon::table::rows;

/// How a phrase negates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Negation {
    /// not, never, no, nobody, without.
    Explicit,
    /// hardly, rarely, few.
    Near,
    /// By its meaning: refuse, lack, unable, far from.
    Implied,
}

/// How likely or binding a phrase makes a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Degree {
    /// From -3 (impossible, forbidden) to 3 (certain, must).
    pub degree: i8,
    /// Whether it speaks of duty and permission rather than of likelihood.
    pub obligation: bool,
}

/// Negating and modal phrases, found by their folded words.
#[derive(Debug, Default)]
pub struct Phrases {
    negations: HashMap<String, Negation>,
    degrees: HashMap<String, Degree>,
}

impl Phrases {
    /// Reads `phrase class equivalent` and `phrase degree class`.
    #[must_use]
    pub fn new(negatives: &'static str, likelihood: &'static str) -> Phrases {
        let mut phrases = Phrases::default();
        for row in rows(negatives) {
            let negation = match row.field(1) {
                "negator" => Negation::Explicit,
                "near" => Negation::Near,
                _ => Negation::Implied,
            };
            phrases.negations.insert(row.field(0).to_lowercase(), negation);
        }
        for row in rows(likelihood) {
            let degree = row.field(1).parse().unwrap_or(0);
            let obligation = row.field(2) == "obligation";
            phrases.degrees.insert(row.field(0).to_lowercase(), Degree { degree, obligation });
        }
        phrases
    }

    /// How a folded phrase negates, if it does.
    #[must_use]
    pub fn negation(&self, phrase: &str) -> Option<Negation> {
        self.negations.get(phrase).copied()
    }

    /// How likely or binding a folded phrase is.
    #[must_use]
    pub fn degree(&self, phrase: &str) -> Option<Degree> {
        self.degrees.get(phrase).copied()
    }
}
