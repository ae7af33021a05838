//! Words that negate, outright or by their meaning, and words that say how likely or binding something is.

use std::collections::{HashMap, HashSet};

use crate::lexicon::table::{Row, rows};

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

/// In what respect a phrase joins two events.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joins {
    /// One is earlier.
    Time,
    /// One is the cause.
    Cause,
    /// One should have hindered the other and did not.
    Concession,
}

/// What a phrase makes of the two that it joins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Order {
    /// In what respect.
    pub joins: Joins,
    /// Whether what stands before it comes first or is the cause.
    pub left_first: bool,
}

/// The files that [`Phrases`] reads.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    /// `phrase class equivalent`.
    pub negatives: &'static str,
    /// `phrase degree class`.
    pub likelihood: &'static str,
    /// `phrase kind first`.
    pub relations: &'static str,
    /// `phrase low high`.
    pub quantifiers: &'static str,
    /// `word stage`.
    pub stage_words: &'static str,
    /// `done earlier`.
    pub stages: &'static str,
    /// `word kind`.
    pub impossible_objects: &'static str,
}

/// Phrases that negate, weigh, order and quantify, found by their folded words.
#[derive(Debug, Default)]
pub struct Phrases {
    negations: HashMap<String, Negation>,
    degrees: HashMap<String, Degree>,
    orders: HashMap<String, Order>,
    shares: HashMap<String, (f64, f64)>,
    stage_words: HashSet<&'static str>,
    stages: HashMap<&'static str, Row>,
    deeds: HashSet<&'static str>,
    no_persons: HashSet<&'static str>,
}

impl Phrases {
    /// Reads the files.
    #[must_use]
    pub fn new(sources: &Sources) -> Phrases {
        let Sources { negatives, likelihood, relations, quantifiers, stage_words, stages, impossible_objects } =
            *sources;
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
        for row in rows(relations) {
            let joins = match row.field(1) {
                "time" => Joins::Time,
                "cause" => Joins::Cause,
                _ => Joins::Concession,
            };
            let order = Order { joins, left_first: row.field(2) == "left" };
            phrases.orders.insert(row.field(0).to_owned(), order);
        }
        for row in rows(quantifiers) {
            let share = |at: usize| row.field(at).parse().unwrap_or(0.5);
            phrases.shares.insert(row.field(0).to_owned(), (share(1), share(2)));
        }
        phrases.stage_words = rows(stage_words).map(|row| row.field(0)).collect();
        for row in rows(impossible_objects) {
            let set = if row.field(1) == "deed" { &mut phrases.deeds } else { &mut phrases.no_persons };
            set.insert(row.field(0));
        }
        phrases.stages = rows(stages).map(|row| (row.field(0), row)).collect();
        phrases
    }

    /// Whether a deed that a lemma governs is not done by it: "try to", "plan to".
    #[must_use]
    pub fn falls_short(&self, lemma: &str) -> bool {
        self.stage_words.contains(lemma)
    }

    /// Whether a phrase of base forms tells a deed that only a person can suffer.
    #[must_use]
    pub fn is_deed(&self, lemmas: &str) -> bool {
        self.deeds.contains(lemmas)
    }

    /// Whether a noun names what is no person and no group of persons.
    #[must_use]
    pub fn is_no_person(&self, lemma: &str) -> bool {
        self.no_persons.contains(lemma)
    }

    /// What is told of a deed, by the lemma of its verb, before it is done; base forms without articles.
    pub fn earlier(&self, lemma: &str) -> impl Iterator<Item = &'static str> {
        self.stages.get(lemma).copied().into_iter().flat_map(|row| row.list(1))
    }

    /// How a folded phrase orders the two that it joins.
    #[must_use]
    pub fn order(&self, phrase: &str) -> Option<Order> {
        self.orders.get(phrase).copied()
    }

    /// The least and the greatest share of a whole, 0 to 1, that a folded phrase means.
    #[must_use]
    pub fn share(&self, phrase: &str) -> Option<(f64, f64)> {
        self.shares.get(phrase).copied()
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
