//! How right wirelint is on texts whose errors are known; nothing is printed or written here.

pub mod alignment;
pub mod calibrate;
pub mod calibration_file;
mod columns;
mod correlation;
mod demetr;
mod diff;
pub mod figures;
mod folder;
pub mod formats;
pub mod gold;
pub mod human;
pub mod judge;
mod jsonl;
mod logistic;
pub mod page;
mod raters;
mod resample;
mod sheets;
pub mod show;
pub mod table;
mod tally;
mod twins;
mod wmt_mqm;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::check::{Checker, Input};
use crate::eval::figures::Figures;
use crate::eval::gold::Annotated;
use crate::eval::human::Scored;
use crate::eval::judge::{Outcome, judge};
use crate::eval::resample::Samples;
use crate::eval::tally::{Row, Tally};
use crate::input::stream::Mode;

/// What counts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Criteria {
    /// Findings of at least this confidence count.
    pub threshold: f64,
    /// Whether the glossaries that came with the texts are used.
    pub glossaries: bool,
}

/// Checks texts, on all cores, and holds the findings against the known errors; one outcome a text, in their order.
///
/// The checker must report findings of any confidence: calibration is judged on all of them.
#[must_use]
pub fn outcomes(texts: &[Annotated], checker: &Checker, criteria: Criteria) -> Vec<Outcome> {
    let mut outcomes = texts.par_iter().map(|text| outcome(text, checker, criteria)).collect::<Vec<_>>();
    twins::mark(texts, &mut outcomes, criteria.threshold);
    outcomes
}

fn outcome(text: &Annotated, checker: &Checker, criteria: Criteria) -> Outcome {
    let input = Input {
        reference: &text.reference,
        candidate: &text.candidate,
        segment: text.mode == Mode::Segment,
        terms: if criteria.glossaries { &text.glossary } else { &[] },
    };
    match checker.check(&input) {
        Ok(verdict) => judge(text, verdict, criteria.threshold, checker.lexicon()),
        Err(error) => Outcome::unchecked(text, error.to_string()),
    }
}

/// Computes all figures from the outcomes of texts.
#[must_use]
pub fn figures(texts: &[Annotated], outcomes: &[Outcome], criteria: Criteria) -> Figures {
    let heads = heads(texts);
    let kinds = kinds(texts);
    let mut tallies: Vec<Option<Tally>> = vec![None; texts.len()];
    for (at, (text, outcome)) in texts.iter().zip(outcomes).enumerate() {
        let tally = tallies[heads[at]].get_or_insert_default();
        tally.count(text, outcome, criteria.threshold);
        if let Some(clean) = twins::clean_form(texts, at) {
            let kind = text.change.as_deref().and_then(|change| kinds.binary_search(&change).ok());
            tally.count_pair(outcome, &outcomes[clean], kind.map(Row::Kind), criteria.threshold);
        }
    }
    let mut scored = Scored::of(texts, outcomes);
    if let Some(scored) = &mut scored {
        scored.count_pairs(&heads, &mut tallies);
    }
    let groups: Vec<Tally> = tallies.into_iter().flatten().collect();
    let samples = Samples::draw(&groups);
    let trouble = |(text, outcome): (&Annotated, &Outcome)| {
        outcome.trouble.as_ref().map(|trouble| format!("{}: {trouble}", text.name))
    };
    Figures {
        human: scored.map(|scored| scored.figures(&samples, &positions(&heads))),
        unchecked: texts.iter().zip(outcomes).filter_map(trouble).collect(),
        ..Figures::new(&samples, criteria, &kinds)
    }
}

/// What was done to clean forms that the texts are held against, in order.
fn kinds(texts: &[Annotated]) -> Vec<&str> {
    let mut kinds = BTreeSet::new();
    for (at, text) in texts.iter().enumerate() {
        if twins::clean_form(texts, at).is_some() {
            kinds.extend(text.change.as_deref());
        }
    }
    kinds.into_iter().collect()
}

/// For each text the one that stands for it, all its other forms and the other translations of the same segment: they
/// are no independent evidence.
#[must_use]
pub fn heads(texts: &[Annotated]) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..texts.len()).collect();
    let mut segments = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let origin = text.rated.as_ref().and_then(|rated| rated.origin.as_ref());
        let same = origin.map(|origin| *segments.entry((&origin.document, &origin.segment)).or_insert(at));
        for other in [text.twin, same].into_iter().flatten() {
            let (own, other) = (head(&mut heads, at), head(&mut heads, other));
            heads[own.max(other)] = own.min(other);
        }
    }
    (0..texts.len()).map(|at| head(&mut heads, at)).collect()
}

/// For each text the number of its head among the heads.
fn positions(heads: &[usize]) -> Vec<usize> {
    let all: Vec<usize> = heads.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    heads.iter().map(|head| all.partition_point(|one| one < head)).collect()
}

/// Follows a text to the one that stands for it, and shortens the way for the next who asks.
fn head(heads: &mut [usize], text: usize) -> usize {
    let mut at = text;
    while heads[at] != at {
        heads[at] = heads[heads[at]];
        at = heads[at];
    }
    at
}
