//! One finding per mistake: of findings on the same words the one that explains them best stays.

use crate::rules::model::{Category, Draft, Rule};
use crate::text::span::Span;

/// A draft with its rule and its confidence.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// What it found.
    pub draft: Draft,
    /// How likely it is right.
    pub confidence: f64,
}

/// Keeps the findings that explain their words best, in the order of the text.
#[must_use]
pub fn settle(mut judged: Vec<Judged>) -> Vec<Judged> {
    judged.sort_by(|a, b| {
        let order = b.confidence.total_cmp(&a.confidence).then(a.rule.code.cmp(b.rule.code));
        order.then(a.draft.span.cmp(&b.draft.span))
    });
    let mut kept: Vec<Judged> = Vec::new();
    let mut by_place: std::collections::BTreeMap<(u32, usize), usize> = std::collections::BTreeMap::new();
    let mut longest = 0;
    for one in judged {
        let span = one.draft.span;
        let from = span.start.saturating_sub(longest);
        let clash =
            by_place.range((from, 0)..=(span.end, usize::MAX)).map(|(_, at)| *at).find(|at| collide(&kept[*at], &one));
        match clash {
            Some(at) if kept[at].rule.yields_to.contains(&one.rule.code) && one.confidence >= 0.5 => {
                by_place.remove(&(kept[at].draft.span.start, at));
                kept[at] = one;
                by_place.insert((span.start, at), at);
            }
            Some(_) => {}
            None => {
                by_place.insert((span.start, kept.len()), kept.len());
                kept.push(one);
            }
        }
        longest = longest.max(span.len() as u32);
    }
    kept.sort_by(|a, b| (a.draft.span, a.rule.code).cmp(&(b.draft.span, b.rule.code)));
    kept
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
    let passage = |span: Span, within: Span| span.len() > 60 && span.len() > within.len() * 4;
    a.overlaps(b) && !(passage(a, b) || passage(b, a)) || a == b
}
