//! A table for spreadsheets and notebooks: CSV with a header and a row for each finding.

use crate::check::finding::{Evidence, Finding};
use crate::report::checked::Checked;
use crate::report::path::slashed;
use crate::report::region::Regions;
use crate::report::safe::{clipped, for_cell};
use crate::rules::model::Proof;

const HEADER: [&str; 16] = [
    "file",
    "reference",
    "line",
    "column",
    "start",
    "end",
    "rule",
    "name",
    "category",
    "mqm",
    "severity",
    "confidence",
    "message",
    "text",
    "evidence",
    "suggestions",
];

/// Spreadsheets hold at most 32,767 characters in a cell.
const LONGEST: usize = 32_000;

/// All findings of all pairs.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let quoted = csv::QuoteStyle::NonNumeric;
    let mut writer = csv::WriterBuilder::new().quote_style(quoted).from_writer(Vec::new());
    let mut write = |row: &[String]| writer.write_record(row).expect("a vector takes rows of one length");
    write(&HEADER.map(str::to_owned));
    for pair in checked {
        let regions = Regions::new(pair.candidate.text);
        for finding in &pair.verdict.findings {
            write(&row(pair, finding, &regions));
        }
    }
    let bytes = writer.into_inner().expect("a vector can be flushed");
    String::from_utf8(bytes).expect("only strings were written")
}

fn row(checked: &Checked<'_>, finding: &Finding, regions: &Regions<'_>) -> [String; HEADER.len()] {
    let place = regions.of(finding.span).start;
    let evidence: Vec<String> = finding.evidence.iter().map(shown).collect();
    [
        for_cell(&slashed(checked.candidate.name)),
        checked.reference.map(|reference| for_cell(&slashed(reference.name))).unwrap_or_default(),
        place.line.to_string(),
        place.column.to_string(),
        finding.span.start.to_string(),
        finding.span.end.to_string(),
        finding.rule.code.to_owned(),
        finding.rule.name.to_owned(),
        finding.rule.category.word().to_owned(),
        finding.rule.mqm.to_owned(),
        finding.severity.word().to_owned(),
        finding.confidence.to_string(),
        cell(&finding.message),
        cell(&finding.text),
        cell(&evidence.join(" | ")),
        cell(&finding.suggestions.join(" | ")),
    ]
}

fn cell(text: &str) -> String {
    for_cell(&clipped(text, LONGEST))
}

fn shown(evidence: &Evidence) -> String {
    let from = match evidence.proof {
        Proof::Reference(_) => "reference",
        Proof::Candidate(_) => "candidate",
        Proof::Glossary(_) => "glossary",
    };
    format!("{from}: {}", evidence.text)
}
