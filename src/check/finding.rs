//! A finding as every output shows it, and the verdict that holds them.

use crate::align::sentences::PairKind;
use crate::check::confidence::Circumstances;
use crate::rules::model::{Proof, Rule, Severity};
use crate::text::span::Span;

/// What speaks for a finding, with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// Where it is.
    pub proof: Proof,
    /// Its words.
    pub text: String,
}

/// Something that is likely wrong in the candidate.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The harm if it is right.
    pub severity: Severity,
    /// How likely it is right, 0 to 1.
    pub confidence: f64,
    /// How sure the rule was, 0 to 1; confidence is computed from it.
    pub strength: f64,
    /// What else confidence was computed from.
    pub circumstances: Circumstances,
    /// One sentence for an editor.
    pub message: String,
    /// The wrong words; empty where something is missing.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
    /// What could stand there instead, the best first; an empty one says that nothing should.
    pub suggestions: Vec<String>,
}

/// What wirelint says of a pair.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// 0 to 100, higher is better.
    pub quality: f64,
    /// MQM penalty per 1,000 words of the candidate: severity weights of the findings reported.
    pub penalty: f64,
    /// Words of the candidate.
    pub words: usize,
    /// What the reference was taken for.
    pub kind: PairKind,
    /// In the order of the candidate.
    pub findings: Vec<Finding>,
    /// Findings below the confidence that was asked for: not reported, but an ignore of one is no mistake.
    pub unsure: Vec<Finding>,
    /// Names and figures with which another article on the event begins and that the candidate does not mention: for
    /// information, no fault.
    pub not_mentioned: Vec<String>,
}

impl Verdict {
    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
