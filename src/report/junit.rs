//! JUnit's XML, in which build servers show a finding as a failed test: one suite for each candidate.

use std::fmt::Write as _;

use quick_junit::{NonSuccessKind, Property, Report, TestCase, TestCaseStatus, TestSuite};

use crate::check::finding::Finding;
use crate::report::checked::Checked;
use crate::report::path::slashed;
use crate::report::region::Regions;
use crate::report::safe::{clipped, for_xml};
use crate::rules::model::Proof;

/// More of a text than this says no more on a page of test results.
const LONGEST: usize = 1000;

/// More of a text than this is no name any more.
const LONGEST_NAME: usize = 60;

/// All pairs as one report.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let mut report = Report::new("wirelint");
    report.add_test_suites(checked.iter().map(suite));
    report.to_string().expect("a string takes whatever is written to it")
}

fn suite(checked: &Checked<'_>) -> TestSuite {
    let path = for_xml(&slashed(checked.candidate.name));
    let mut suite = TestSuite::new(&path);
    if let Some(reference) = checked.reference {
        suite.add_property(Property::new("reference", for_xml(&slashed(reference.name))));
    }
    suite.add_property(Property::new("quality", format!("{:.1}", checked.verdict.quality)));
    suite.add_property(Property::new("words", checked.verdict.words.to_string()));
    let regions = (Regions::new(checked.candidate.text), Regions::new(checked.trusted()));
    for finding in &checked.verdict.findings {
        suite.add_test_case(failure(finding, &path, &regions));
    }
    if checked.verdict.findings.is_empty() {
        let mut case = TestCase::new("nothing found", TestCaseStatus::success());
        case.set_classname(&path);
        suite.add_test_case(case);
    }
    suite
}

fn failure(finding: &Finding, path: &str, regions: &(Regions<'_>, Regions<'_>)) -> TestCase {
    let place = regions.0.of(finding.span).start;
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(finding.severity.word());
    status.set_message(clipped(&for_xml(&finding.message), LONGEST).as_ref());
    status.set_description(description(finding, path, regions));
    let words = for_xml(&finding.text);
    let name = format!(
        "{} {} `{}` at {}:{}",
        finding.rule.code,
        finding.rule.name,
        clipped(&words, LONGEST_NAME),
        place.line,
        place.column
    );
    let mut case = TestCase::new(name, status);
    case.set_classname(path);
    case.extra.insert("file".into(), path.into());
    case.extra.insert("line".into(), place.line.to_string().into());
    case
}

/// The finding as a few lines of text.
fn description(finding: &Finding, path: &str, regions: &(Regions<'_>, Regions<'_>)) -> String {
    let shown = |text: &str| clipped(&for_xml(text), LONGEST).into_owned();
    let place = regions.0.of(finding.span).start;
    let mut out = format!("{path}:{}:{}: {}\n", place.line, place.column, shown(&finding.message));
    for evidence in &finding.evidence {
        let from = match evidence.proof {
            Proof::Reference(span) => format!("reference, line {}", regions.1.line(span)),
            Proof::Candidate(span) => format!("also line {}", regions.0.line(span)),
            Proof::Glossary(_) => "glossary".to_owned(),
        };
        let _ = writeln!(out, "{from}: {}", shown(&evidence.text));
    }
    for suggestion in &finding.suggestions {
        let _ = writeln!(out, "suggestion: {}", shown(suggestion));
    }
    let (category, mqm) = (finding.rule.category.word(), finding.rule.mqm);
    let _ = writeln!(out, "category {category}, MQM {mqm}, {:.0}% sure", finding.confidence * 100.0);
    out
}
