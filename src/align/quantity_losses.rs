//! Figures of a parallel text that only one side has.

use std::collections::BTreeSet;

use crate::align::quantities::{Fate, QuantityMatches};
use crate::align::sentences::{Bead, PairKind};
use crate::align::texts::tokens_of;
use crate::align::values::{Freedom, agree};
use crate::extract::Facts;
use crate::extract::quantity::{Measure, Quantity};
use crate::lexicon::decimal::Decimal;
use crate::text::Text;

/// A figure that only one of two parallel sentences has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OneSided {
    /// The figure, by its position among the quantities of its side.
    pub quantity: usize,
    /// The candidate's sentence, by its position, where the reference alone has it.
    pub lost_from: Option<usize>,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// Likeness of a bead from which on its two sides say the same.
const LEAST_LIKENESS: f64 = 0.45;

/// Figures that a parallel sentence of the candidate lost, and figures that it added.
#[must_use]
pub fn one_sided(
    texts: (&Text<'_>, &Text<'_>),
    facts: (&Facts, &Facts),
    beads: &[Bead],
    kind: PairKind,
    matches: &QuantityMatches,
) -> Vec<OneSided> {
    if !kind.is_parallel() {
        return Vec::new();
    }
    let changed: BTreeSet<usize> = matches
        .of_candidate
        .iter()
        .filter_map(|fate| match fate {
            Fate::Changed { reference, .. } => Some(*reference),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for bead in beads.iter().filter(|bead| bead.is_full() && bead.likeness >= LEAST_LIKENESS) {
        let ours = facts.0.quantities_in(&tokens_of(texts.0, &bead.reference));
        let theirs = facts.1.quantities_in(&tokens_of(texts.1, &bead.candidate));
        let kept = |at: &usize| matches.kept[*at];
        // "dozens", "last year": the figure is told without digits.
        let tokens = tokens_of(texts.1, &bead.candidate);
        let vague = texts.1.tokens[tokens].iter().any(|token| VAGUE.contains(&token.folded.as_str()));
        let near = |at: &usize| {
            let known = &facts.0.quantities[*at];
            theirs.clone().any(|other| agree(&facts.1.quantities[other], known, Freedom::Article))
        };
        let lost: Vec<usize> = ours.filter(|at| !kept(at) && !changed.contains(at) && !near(at) && !vague).collect();
        let added: Vec<usize> = theirs.clone().filter(|at| matches.of_candidate[*at] == Fate::Alone).collect();
        let strength = 0.25 + 0.6 * bead.likeness;
        let alone = |side: &[usize], quantities: &[Quantity], other: &[usize]| {
            // With figures left over on the other side nobody knows which became which.
            if other.is_empty() && side.len() == 1 && is_telling(&quantities[side[0]]) { Some(side[0]) } else { None }
        };
        if let Some(quantity) = alone(&lost, &facts.0.quantities, &added) {
            found.push(OneSided { quantity, lost_from: Some(bead.candidate.start), strength });
        }
        if let Some(quantity) = alone(&added, &facts.1.quantities, &lost) {
            found.push(OneSided { quantity, lost_from: None, strength });
        }
    }
    found
}

/// Words that stand for a figure.
const VAGUE: [&str; 34] = [
    "dozens",
    "dozen",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "tens",
    "several",
    "many",
    "some",
    "few",
    "most",
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "decade",
    "decades",
    "century",
    "ago",
    "today",
    "yesterday",
    "tomorrow",
    "annual",
    "annually",
    "yearly",
    "half",
    "twice",
    "once",
    "all",
    "same",
];

/// Whether a translator would not leave a figure out: digits, and more than a small count.
fn is_telling(quantity: &Quantity) -> bool {
    let sort = matches!(
        quantity.measure,
        Measure::Count | Measure::Unit(_) | Measure::Money(_) | Measure::Year | Measure::Date { .. }
    );
    sort && quantity.in_digits && quantity.value > Decimal::whole(12)
}
