//! All places of one wrong name, listed in each of its findings: an editor replaces them at once.

use std::collections::BTreeMap;

use crate::check::finding::{Evidence, Finding};
use crate::rules::model::{Category, Proof};
use crate::text::span::Span;

/// A finding lists no more other places than this.
const MOST: usize = 20;

/// Adds to each finding on a name the other places where the same words are wrong in the same way.
pub fn list_places(findings: &mut [Finding]) {
    let mut places: BTreeMap<(&'static str, String, Option<String>), Vec<Span>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.rule.category == Category::Name) {
        places.entry(key(finding)).or_default().push(finding.span);
    }
    for finding in findings.iter_mut().filter(|finding| finding.rule.category == Category::Name) {
        let Some(all) = places.get(&key(finding)) else { continue };
        let listed: Vec<Span> = finding
            .evidence
            .iter()
            .filter_map(|evidence| match evidence.proof {
                Proof::Candidate(span) => Some(span),
                Proof::Reference(_) | Proof::Glossary(_) => None,
            })
            .collect();
        let own = finding.span;
        let others = all.iter().filter(|span| **span != own && !listed.contains(span)).take(MOST);
        let text = finding.text.clone();
        finding.evidence.extend(others.map(|span| Evidence { proof: Proof::Candidate(*span), text: text.clone() }));
    }
}

/// What makes two findings one mistake: the rule, the wrong words and what belongs there.
fn key(finding: &Finding) -> (&'static str, String, Option<String>) {
    (finding.rule.code, finding.text.clone(), finding.suggestions.first().cloned())
}
