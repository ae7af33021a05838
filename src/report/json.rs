//! The contract's objects: one finding, one verdict; and the documents made of them.

use serde::Serialize;

use crate::check::finding::{Evidence, Finding, Verdict};
use crate::report::checked::Checked;
use crate::report::path::slashed;
use crate::report::safe::for_json;
use crate::rules::model::{Category, Proof, Severity};
use crate::text::line_index::LineIndex;
use crate::text::span::Span;

/// A place in a text as the contract has it.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub struct JsonSpan {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1.
    pub column: u32,
}

/// Evidence as the contract has it.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct JsonEvidence<'a> {
    /// `reference`, `candidate` or `glossary`.
    #[serde(rename = "in")]
    pub place: &'static str,
    /// Where in that text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<JsonSpan>,
    /// The entry of a glossary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<&'a str>,
    /// The words.
    pub text: &'a str,
}

/// A finding as the contract has it.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct JsonFinding<'a> {
    rule: &'static str,
    name: &'static str,
    category: Category,
    mqm: &'static str,
    severity: Severity,
    confidence: f64,
    message: &'a str,
    span: JsonSpan,
    text: &'a str,
    evidence: Vec<JsonEvidence<'a>>,
    suggestions: &'a [String],
}

/// Lines and columns of the two texts of a pair.
#[derive(Debug)]
pub struct Places<'a> {
    reference: &'a str,
    candidate: &'a str,
    reference_lines: LineIndex,
    candidate_lines: LineIndex,
}

impl<'a> Places<'a> {
    /// Reads the lines of both texts once.
    #[must_use]
    pub fn new(reference: &'a str, candidate: &'a str) -> Places<'a> {
        Places {
            reference,
            candidate,
            reference_lines: LineIndex::new(reference),
            candidate_lines: LineIndex::new(candidate),
        }
    }

    /// A span of the candidate.
    #[must_use]
    pub fn in_candidate(&self, span: Span) -> JsonSpan {
        place(self.candidate, &self.candidate_lines, span)
    }

    /// A span of the reference.
    #[must_use]
    pub fn in_reference(&self, span: Span) -> JsonSpan {
        place(self.reference, &self.reference_lines, span)
    }

    fn evidence<'e>(&self, evidence: &'e Evidence) -> JsonEvidence<'e> {
        let (where_, span, entry) = match &evidence.proof {
            Proof::Reference(span) => ("reference", Some(self.in_reference(*span)), None),
            Proof::Candidate(span) => ("candidate", Some(self.in_candidate(*span)), None),
            Proof::Glossary(entry) => ("glossary", None, Some(entry.as_str())),
        };
        JsonEvidence { place: where_, span, entry, text: &evidence.text }
    }

    /// The contract's object for a finding.
    #[must_use]
    pub fn finding<'f>(&self, finding: &'f Finding) -> JsonFinding<'f> {
        JsonFinding {
            rule: finding.rule.code,
            name: finding.rule.name,
            category: finding.rule.category,
            mqm: finding.rule.mqm,
            severity: finding.severity,
            confidence: finding.confidence,
            message: &finding.message,
            span: self.in_candidate(finding.span),
            text: &finding.text,
            evidence: finding.evidence.iter().map(|one| self.evidence(one)).collect(),
            suggestions: &finding.suggestions,
        }
    }
}

fn place(raw: &str, lines: &LineIndex, span: Span) -> JsonSpan {
    let at = lines.line_column(raw, span.start);
    JsonSpan { start: span.start, end: span.end, line: at.line, column: at.column }
}

/// The findings of one pair as a JSON document: what `check --format json` prints.
#[derive(Serialize, Debug)]
pub struct JsonVerdict<'a> {
    /// 0 to 100.
    pub quality: f64,
    /// MQM penalty per 1,000 words.
    pub penalty_per_1000_words: f64,
    /// Words of the candidate.
    pub words: usize,
    /// Findings in the order of the candidate.
    pub findings: Vec<JsonFinding<'a>>,
    /// Names and figures with which another article on the event begins and that the candidate does not mention.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub not_mentioned: &'a [String],
}

impl<'a> JsonVerdict<'a> {
    /// The verdict over two texts.
    #[must_use]
    pub fn new(verdict: &'a Verdict, places: &Places<'_>) -> JsonVerdict<'a> {
        JsonVerdict {
            quality: verdict.quality,
            penalty_per_1000_words: (verdict.penalty * 100.0).round() / 100.0,
            words: verdict.words,
            findings: verdict.findings.iter().map(|finding| places.finding(finding)).collect(),
            not_mentioned: &verdict.not_mentioned,
        }
    }
}

/// A pair among others.
#[derive(Serialize)]
struct JsonPair<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    #[serde(flatten)]
    verdict: JsonVerdict<'a>,
}

/// A finding by itself.
#[derive(Serialize)]
struct JsonLine<'a> {
    file: &'a str,
    #[serde(flatten)]
    finding: JsonFinding<'a>,
}

/// One pair as its verdict; several as a list of verdicts with the names of the texts.
#[must_use]
pub fn document(checked: &[Checked<'_>]) -> String {
    let verdict = |pair: &Checked<'_>| -> String {
        let places = Places::new(pair.trusted(), pair.candidate.text);
        let verdict = JsonVerdict::new(pair.verdict, &places);
        if checked.len() == 1 {
            return written(serde_json::to_string_pretty(&verdict));
        }
        let file = slashed(pair.candidate.name);
        let reference = pair.reference.map(|reference| slashed(reference.name));
        written(serde_json::to_string(&JsonPair { file: &file, reference: reference.as_deref(), verdict }))
    };
    let verdicts: Vec<String> = checked.iter().map(verdict).collect();
    match verdicts.as_slice() {
        [one] => format!("{one}\n"),
        [] => "[]\n".to_owned(),
        several => format!("[\n{}\n]\n", several.join(",\n")),
    }
}

/// One finding a line, each with the name of its candidate.
#[must_use]
pub fn lines(checked: &Checked<'_>) -> String {
    let places = Places::new(checked.trusted(), checked.candidate.text);
    let file = slashed(checked.candidate.name);
    let mut out = String::new();
    for finding in &checked.verdict.findings {
        let line = JsonLine { file: &file, finding: places.finding(finding) };
        out.push_str(&written(serde_json::to_string(&line)));
        out.push('\n');
    }
    out
}

fn written(json: serde_json::Result<String>) -> String {
    for_json(json.expect("numbers and strings can be written as JSON"))
}
