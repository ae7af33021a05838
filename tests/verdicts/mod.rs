//! Verdicts made by hand, so that what reports look like does not depend on what the rules find: the pieces.

use wirelint::align::sentences::PairKind;
use wirelint::check::confidence::Circumstances;
use wirelint::check::finding::{Evidence, Finding, Verdict};
use wirelint::check::suppression::{Suppressed, Suppression};
use wirelint::report::checked::{Checked, Document};
use wirelint::rules::find;
use wirelint::rules::model::Proof;
use wirelint::text::span::Span;

/// A pair and what is said of it.
pub struct Pair {
    pub name: String,
    pub candidate: String,
    pub reference_name: String,
    pub reference: String,
    pub verdict: Verdict,
    pub suppressed: Vec<Suppressed>,
}

impl Pair {
    /// A pair without findings; without a reference where that is empty.
    pub fn new(name: &str, candidate: &str, reference: &str) -> Pair {
        let kind = if reference.is_empty() { PairKind::Alone } else { PairKind::Comparable };
        let words = candidate.split_whitespace().count();
        Pair {
            name: name.to_owned(),
            candidate: candidate.to_owned(),
            reference_name: "wires/trusted.txt".to_owned(),
            reference: reference.to_owned(),
            verdict: Verdict {
                quality: 97.1234,
                penalty: 0.0,
                words,
                kind,
                findings: Vec::new(),
                not_mentioned: Vec::new(),
            },
            suppressed: Vec::new(),
        }
    }

    /// What reports take.
    pub fn checked(&self) -> Checked<'_> {
        let reference = Document { name: &self.reference_name, text: &self.reference };
        Checked {
            candidate: Document { name: &self.name, text: &self.candidate },
            reference: (!self.reference.is_empty()).then_some(reference),
            verdict: &self.verdict,
            suppressed: &self.suppressed,
        }
    }

    /// A finding of a rule at the first place of these words; an empty one in front of words that begin with `|`.
    pub fn finding(&self, code: &str, words: &str, message: &str) -> Finding {
        let rule = find(code).expect("the rule exists");
        let span = match words.strip_prefix('|') {
            Some(behind) => Span::empty(place(&self.candidate, behind).start),
            None => place(&self.candidate, words),
        };
        Finding {
            rule,
            severity: rule.severity,
            confidence: 0.94,
            strength: 0.9,
            circumstances: Circumstances { kind: self.verdict.kind, likeness: None, agreeing: 0 },
            message: message.to_owned(),
            span,
            text: self.candidate[span.range()].to_owned(),
            evidence: Vec::new(),
            suggestions: Vec::new(),
        }
    }

    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.verdict.penalty += finding.severity.weight() * 1000.0 / self.verdict.words as f64;
        self.verdict.findings.push(finding);
        self.verdict.findings.sort_by_key(|finding| finding.span);
    }

    /// Leaves a finding out.
    pub fn suppress(&mut self, finding: Finding, by: Suppression) {
        self.suppressed.push(Suppressed { finding, by });
    }

    /// With words of the reference that speak for it.
    pub fn by_reference(&self, mut finding: Finding, words: &str) -> Finding {
        let span = place(&self.reference, words);
        finding.evidence.push(Evidence { proof: Proof::Reference(span), text: words.to_owned() });
        finding
    }

    /// With other words of the candidate that speak for it.
    pub fn by_candidate(&self, mut finding: Finding, words: &str) -> Finding {
        let span = place(&self.candidate, words);
        finding.evidence.push(Evidence { proof: Proof::Candidate(span), text: words.to_owned() });
        finding
    }
}

/// With an entry of a glossary that speaks for it.
pub fn by_glossary(mut finding: Finding, entry: &str) -> Finding {
    finding.evidence.push(Evidence { proof: Proof::Glossary(entry.to_owned()), text: entry.to_owned() });
    finding
}

/// With a suggestion.
pub fn suggest(mut finding: Finding, words: &str) -> Finding {
    finding.suggestions.push(words.to_owned());
    finding
}

fn place(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("`{words}` is in the text"));
    Span::new(start, start + words.len())
}
