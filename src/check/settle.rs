//! One finding per mistake: of findings on the same words the one that explains them best stays.

use std::collections::BTreeMap;

use crate::check::confidence::Circumstances;
use crate::rules::model::{Category, Draft, Rule};
use crate::text::span::Span;

/// A draft with its rule and its confidence.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// What it found.
    pub draft: Draft,
    /// What was known besides its strength.
    pub circumstances: Circumstances,
    /// How likely it is right.
    pub confidence: f64,
}

/// Bytes from which on a finding is about a passage.
const WIDE: u32 = 400;

/// Keeps the findings that explain their words best, in the order of the text.
#[must_use]
pub fn settle(mut judged: Vec<Judged>) -> Vec<Judged> {
    judged.sort_by(|a, b| {
        let order = b.confidence.total_cmp(&a.confidence).then(a.rule.code.cmp(b.rule.code));
        order.then(a.draft.span.cmp(&b.draft.span))
    });
    let mut kept: Vec<Option<Judged>> = Vec::new();
    let mut by_place: BTreeMap<(u32, usize), usize> = BTreeMap::new();
    // Findings over long passages are few; they are looked at one by one, so that the others stay found by place.
    let mut wide: Vec<usize> = Vec::new();
    for one in judged {
        let span = one.draft.span;
        let near = by_place.range((span.start.saturating_sub(WIDE), 0)..=(span.end, usize::MAX));
        let clashes: Vec<usize> = near
            .map(|(_, at)| *at)
            .chain(wide.iter().copied())
            .filter(|at| kept[*at].as_ref().is_some_and(|other| collide(other, &one)))
            .collect();
        let gives_way =
            |at: &usize| kept[*at].as_ref().is_some_and(|other| yields(other, &one) && one.confidence >= 0.5);
        if !clashes.iter().all(gives_way) {
            continue;
        }
        for at in clashes {
            kept[at] = None;
        }
        // A wide finding is held against all that came before it; there are few.
        if span.len() as u32 > WIDE {
            wide.push(kept.len());
        } else {
            by_place.insert((span.start, kept.len()), kept.len());
        }
        kept.push(Some(one));
    }
    let mut kept: Vec<Judged> = kept.into_iter().flatten().collect();
    kept.sort_by(|a, b| (a.draft.span, a.rule.code).cmp(&(b.draft.span, b.rule.code)));
    kept
}

/// Whether a rule says of itself that the other one explains the words better.
fn yields(one: &Judged, other: &Judged) -> bool {
    one.rule.yields_to.contains(&other.rule.code)
}

/// Whether two findings speak of the same mistake: their words overlap, and neither is a passage around the other.
fn collide(one: &Judged, other: &Judged) -> bool {
    let (a, b) = (one.draft.span, other.draft.span);
    if one.rule.category == Category::Coverage || other.rule.category == Category::Coverage {
        return a == b;
    }
    if a.is_empty() || b.is_empty() {
        return a == b && one.rule.code == other.rule.code;
    }
    if yields(one, other) || yields(other, one) {
        return a.overlaps(b);
    }
    let passage = |span: Span, within: Span| span.len() > 60 && span.len() > within.len() * 4;
    a.overlaps(b) && !(passage(a, b) || passage(b, a)) || a == b
}
