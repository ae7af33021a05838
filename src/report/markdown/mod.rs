//! Findings for a comment on a pull request or for a mail: by pair, the worst first.

pub mod words;

use std::fmt::Write as _;

use crate::check::finding::{Evidence, Finding, Verdict};
use crate::report::checked::Checked;
use crate::report::level::worst_first;
use crate::report::markdown::words::{code, message};
use crate::report::path::slashed;
use crate::report::region::Regions;
use crate::report::safe::clipped;
use crate::report::terminal::counted;
use crate::rules::model::Proof;

/// GitHub takes 65,536 characters in a comment; findings beyond this are counted only.
const ROOM: usize = 60_000;

/// More of a quotation than this is no quotation any more.
const LONGEST_QUOTATION: usize = 300;

/// Of the evidence, of the suggestions and of the facts that are not mentioned so many are shown.
const MOST_SHOWN: usize = 5;

/// All pairs, one section each.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let mut out = String::new();
    let mut pairs_left_out = 0;
    for pair in checked {
        if out.len() > ROOM {
            pairs_left_out += 1;
            continue;
        }
        write_pair(&mut out, pair);
    }
    if pairs_left_out > 0 {
        let texts = if pairs_left_out == 1 { "checked text" } else { "checked texts" };
        let _ = writeln!(out, "\nThere is no room here for {pairs_left_out} more {texts}.");
    }
    out
}

fn write_pair(out: &mut String, checked: &Checked<'_>) {
    let candidate = Regions::new(checked.candidate.text);
    let reference = Regions::new(checked.trusted());
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "### {}\n\n{}", quotation(&slashed(checked.candidate.name)), summary(checked.verdict));
    let findings = worst_first(checked);
    for (at, finding) in findings.iter().enumerate() {
        if out.len() > ROOM {
            let left = findings.len() - at;
            let word = if left == 1 { "finding" } else { "findings" };
            let _ = writeln!(out, "\nThere is no room here for {left} more {word}.");
            return;
        }
        if at == 0 {
            out.push('\n');
        }
        write_finding(out, finding, at + 1, &candidate, &reference);
    }
    let not_mentioned = &checked.verdict.not_mentioned;
    if !not_mentioned.is_empty() {
        let facts: Vec<String> = not_mentioned.iter().take(MOST_SHOWN).map(|fact| quotation(fact)).collect();
        let more = if facts.len() < not_mentioned.len() { " and more" } else { "" };
        let facts = facts.join(", ");
        let _ = writeln!(out, "\nMain facts of the reference that the text does not mention: {facts}{more}.");
    }
}

fn summary(verdict: &Verdict) -> String {
    format!(
        "{} in {} words; quality {:.1} of 100; MQM penalty {:.1} per 1,000 words.",
        counted(verdict),
        verdict.words,
        verdict.quality,
        verdict.penalty
    )
}

fn write_finding(out: &mut String, finding: &Finding, number: usize, candidate: &Regions<'_>, reference: &Regions<'_>) {
    let place = candidate.of(finding.span).start;
    let _ = writeln!(
        out,
        "{number}. **{}** {}, line {}, column {}, {:.0}% sure: {}",
        finding.severity.word(),
        finding.rule.code,
        place.line,
        place.column,
        finding.confidence * 100.0,
        message(&finding.message)
    );
    // Behind the number and its full stop, or the list would end here.
    let indent = " ".repeat(number.to_string().len() + 2);
    for evidence in finding.evidence.iter().take(MOST_SHOWN) {
        let _ = writeln!(out, "{indent}- {}", shown(evidence, candidate, reference));
    }
    if !finding.suggestions.is_empty() {
        let quoted: Vec<String> = finding.suggestions.iter().take(MOST_SHOWN).map(|words| quotation(words)).collect();
        let _ = writeln!(out, "{indent}- suggestion: {}", quoted.join(", "));
    }
}

fn shown(evidence: &Evidence, candidate: &Regions<'_>, reference: &Regions<'_>) -> String {
    let words = quotation(&evidence.text);
    match evidence.proof {
        Proof::Reference(span) => format!("reference, line {}: {words}", reference.line(span)),
        Proof::Candidate(span) => format!("also line {}: {words}", candidate.line(span)),
        Proof::Glossary(_) => format!("glossary: {words}"),
    }
}

fn quotation(words: &str) -> String {
    code(&clipped(words, LONGEST_QUOTATION))
}
