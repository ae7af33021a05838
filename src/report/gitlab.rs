//! GitLab's Code Quality report: a subset of Code Climate's format.

use serde::Serialize;

use crate::check::finding::Finding;
use crate::check::fingerprint::hash;
use crate::report::checked::Checked;
use crate::report::path::bare;
use crate::report::region::Regions;
use crate::report::safe::{clipped, for_json, for_terminal};
use crate::rules::model::Severity;

/// More of a message than this is no description any more.
const LONGEST_MESSAGE: usize = 1000;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// All findings as one list.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let paths: Vec<_> = checked.iter().map(|pair| bare(pair.candidate.name)).collect();
    let mut issues = Vec::new();
    for (pair, path) in checked.iter().zip(&paths) {
        let regions = Regions::new(pair.candidate.text);
        for (finding, print) in pair.verdict.findings.iter().zip(pair.fingerprints().reported) {
            issues.push(issue(finding, &print, path, &regions));
        }
    }
    let json = serde_json::to_string_pretty(&issues).expect("numbers and strings can be written as JSON");
    format!("{}\n", for_json(json))
}

fn issue<'a>(finding: &Finding, print: &str, path: &'a str, regions: &Regions<'_>) -> Issue<'a> {
    let region = regions.of(finding.span);
    Issue {
        description: clipped(&for_terminal(&finding.message), LONGEST_MESSAGE).into_owned(),
        check_name: finding.rule.code,
        // GitLab takes equal fingerprints for one finding, whatever their files are.
        fingerprint: format!("{:016x}-{print}", hash(&[path])),
        severity: word(finding.severity),
        location: Location { path, lines: Lines { begin: region.start.line, end: region.end.line } },
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::Major => "major",
        Severity::Minor => "minor",
        Severity::Neutral => "info",
    }
}
