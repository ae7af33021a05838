//! How right wirelint is on texts whose errors are known; nothing is printed or written here.

pub mod alignment;
pub mod calibrate;
mod columns;
pub mod figures;
mod folder;
pub mod gold;
pub mod judge;
mod logistic;
mod resample;
pub mod show;
pub mod table;
mod tally;

use rayon::prelude::*;

use crate::check::{Checker, Input};
use crate::eval::figures::Figures;
use crate::eval::gold::Annotated;
use crate::eval::judge::{Outcome, judge};
use crate::eval::resample::Samples;
use crate::eval::tally::Tally;
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
    texts.par_iter().map(|text| outcome(text, checker, criteria)).collect()
}

fn outcome(text: &Annotated, checker: &Checker, criteria: Criteria) -> Outcome {
    if text.reference.trim().is_empty() {
        return Outcome::unchecked(text, "the reference is empty".to_owned());
    }
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
    let mut tallies: Vec<Option<Tally>> = vec![None; texts.len()];
    for (at, (text, outcome)) in texts.iter().zip(outcomes).enumerate() {
        let clean_form = text.twin.filter(|twin| !text.clean && texts[*twin].clean);
        let twin = clean_form.map(|twin| &outcomes[twin]);
        tallies[heads[at]].get_or_insert_default().count(text, outcome, twin, criteria.threshold);
    }
    let groups: Vec<Tally> = tallies.into_iter().flatten().collect();
    let trouble = |(text, outcome): (&Annotated, &Outcome)| {
        outcome.trouble.as_ref().map(|trouble| format!("{}: {trouble}", text.name))
    };
    let unchecked = texts.iter().zip(outcomes).filter_map(trouble).collect();
    Figures::new(&Samples::draw(&groups), criteria, unchecked)
}

/// For each text the one that stands for it and all its other forms.
#[must_use]
pub fn heads(texts: &[Annotated]) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..texts.len()).collect();
    for (at, text) in texts.iter().enumerate() {
        let Some(twin) = text.twin else { continue };
        let (own, other) = (head(&mut heads, at), head(&mut heads, twin));
        heads[own.max(other)] = own.min(other);
    }
    (0..texts.len()).map(|at| head(&mut heads, at)).collect()
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
