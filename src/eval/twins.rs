//! Which findings of a text its clean form has as well: these were not caused by the errors put into it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::finding::Finding;
use crate::eval::diff::Mapping;
use crate::eval::gold::Annotated;
use crate::eval::judge::{Judged, Outcome};
use crate::rules::model::Proof;

/// How many findings of one cause are looked at on either side of a place.
const NEAR: usize = 16;

/// Marks the findings of at least `threshold` that the clean form of a text has as well.
pub(super) fn mark(texts: &[Annotated], outcomes: &mut [Outcome], threshold: f64) {
    let shared: Vec<Vec<usize>> =
        (0..texts.len()).into_par_iter().map(|at| shared(texts, outcomes, at, threshold)).collect();
    for (outcome, shared) in outcomes.iter_mut().zip(shared) {
        for at in shared {
            outcome.findings[at].in_twin = true;
        }
    }
}

/// The clean form of a text that is not clean, as a position in the list.
pub(super) fn clean_form(texts: &[Annotated], at: usize) -> Option<usize> {
    texts[at].twin.filter(|twin| !texts[at].clean && texts[*twin].clean)
}

/// What a finding is based on, without its place in the candidate.
type Cause<'a> = (&'static str, Vec<&'a str>);

fn cause(finding: &Finding) -> Cause<'_> {
    let outside = finding.evidence.iter().filter(|evidence| !matches!(evidence.proof, Proof::Candidate(_)));
    (finding.rule.code, outside.map(|evidence| evidence.text.as_str()).collect())
}

/// The findings of a text, as positions in its outcome, that its clean form has as well.
fn shared(texts: &[Annotated], outcomes: &[Outcome], at: usize, threshold: f64) -> Vec<usize> {
    let Some(twin) = clean_form(texts, at) else { return Vec::new() };
    let counts = |judged: &&Judged| judged.finding.confidence >= threshold;
    let mut known: BTreeMap<Cause<'_>, Vec<&Finding>> = BTreeMap::new();
    for judged in outcomes[twin].findings.iter().filter(counts) {
        known.entry(cause(&judged.finding)).or_default().push(&judged.finding);
    }
    if known.is_empty() || outcomes[at].findings.is_empty() {
        return Vec::new();
    }
    let candidate = &texts[at].candidate;
    // Nothing of the clean form is left in its place where the whole text is wrong: the words alone can be the same.
    let whole = texts[at].errors.iter().any(|error| error.span.len() == candidate.len());
    let mapping = if whole { None } else { Some(Mapping::new(&texts[twin].candidate, candidate)) };
    let mut shared = Vec::new();
    for (place, judged) in outcomes[at].findings.iter().enumerate() {
        let finding = &judged.finding;
        let Some(others) = known.get_mut(&cause(finding)).filter(|_| finding.confidence >= threshold) else { continue };
        let same = match &mapping {
            None => others.iter().position(|other| other.text == finding.text),
            Some(mapping) => same_place(finding, mapping, others),
        };
        if let Some(same) = same {
            others.remove(same);
            shared.push(place);
        }
    }
    shared
}

/// The first of some findings, in the order of their places, that stands where a finding would have stood.
fn same_place(finding: &Finding, mapping: &Mapping, others: &[&Finding]) -> Option<usize> {
    let back = mapping.back(finding.span);
    let near = others.partition_point(|other| other.span.start < back.start);
    let first = near.saturating_sub(NEAR);
    let last = others.len().min(near + NEAR);
    let is_there = |other: &&Finding| {
        let (start, end) = (other.span.start, other.span.end);
        if back.is_empty() || other.span.is_empty() {
            return back.start.abs_diff(start) <= 2 && back.end.abs_diff(end) <= 2;
        }
        let both = back.end.min(end).saturating_sub(back.start.max(start));
        2 * both >= back.end.max(end) - back.start.min(start)
    };
    others[first..last].iter().position(is_there).map(|at| first + at)
}
