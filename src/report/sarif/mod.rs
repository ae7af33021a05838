//! SARIF 2.1.0: one run with a result for each finding, for code scanning and for viewers in editors.

mod model;
mod rules;

use crate::check::finding::{Evidence, Finding};
use crate::check::suppression::{Suppressed, Suppression};
use crate::report::checked::{Checked, Document};
use crate::report::level::Level;
use crate::report::path::uri;
use crate::report::region::{Region, Regions};
use crate::report::safe::{clipped, for_json, for_terminal};
use crate::report::sarif::model::{
    Artifact, ArtifactChange, ArtifactLocation, ArtifactProperties, Content, Driver, Fix, Invocation, Location, Log,
    Message, PartialFingerprints, PhysicalLocation, Replacement, ResultProperties, Run, SarifRegion, SarifResult,
    SarifSuppression, Tool,
};
use crate::rules::model::Proof;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Longer words are left for the reader to look up in the file.
const LONGEST_SNIPPET: usize = 1000;

/// All pairs as one log with one run.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let driver = Driver { name: "wirelint", version, semantic_version: version, rules: rules::descriptors() };
    let run = Run {
        tool: Tool { driver },
        invocations: [Invocation { execution_successful: true }],
        language: "en",
        column_kind: "unicodeCodePoints",
        artifacts: checked.iter().enumerate().map(|(at, pair)| artifact(at, pair)).collect(),
        results: checked.iter().enumerate().flat_map(|(at, pair)| results(at, pair)).collect(),
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    let json = serde_json::to_string_pretty(&log).expect("numbers and strings can be written as JSON");
    format!("{}\n", for_json(json))
}

fn artifact(at: usize, checked: &Checked<'_>) -> Artifact {
    Artifact {
        location: ArtifactLocation { uri: uri(checked.candidate.name), index: Some(at) },
        roles: ["analysisTarget"],
        properties: ArtifactProperties {
            quality: checked.verdict.quality,
            penalty_per_1000_words: (checked.verdict.penalty * 100.0).round() / 100.0,
            words: checked.verdict.words,
        },
    }
}

/// A text of the pair, where to find it and where its spans are.
struct File<'a> {
    location: ArtifactLocation,
    regions: Regions<'a>,
}

fn results<'a>(at: usize, checked: &Checked<'a>) -> Vec<SarifResult<'a>> {
    let file = |document: Document<'a>, index| File {
        location: ArtifactLocation { uri: uri(document.name), index },
        regions: Regions::new(document.text),
    };
    let candidate = file(checked.candidate, Some(at));
    let reference = checked.reference.map(|document| file(document, None));
    let prints = checked.fingerprints();
    let reported = checked.verdict.findings.iter().zip(prints.reported);
    let mut results: Vec<SarifResult<'a>> =
        reported.map(|(finding, print)| result(finding, print, &candidate, reference.as_ref())).collect();
    for (suppressed, print) in checked.suppressed.iter().zip(prints.suppressed) {
        let mut one = result(&suppressed.finding, print, &candidate, reference.as_ref());
        one.suppressions.push(suppression(suppressed));
        results.push(one);
    }
    results
}

fn result<'a>(
    finding: &'a Finding,
    print: String,
    candidate: &File<'a>,
    reference: Option<&File<'a>>,
) -> SarifResult<'a> {
    let related = finding.evidence.iter().filter_map(|evidence| related_location(evidence, candidate, reference));
    let related = related.enumerate().map(|(at, location)| Location { id: Some(at + 1), ..location });
    let entry = |evidence: &'a Evidence| match &evidence.proof {
        Proof::Glossary(entry) => Some(entry.as_str()),
        Proof::Reference(_) | Proof::Candidate(_) => None,
    };
    let region = candidate.regions.of(finding.span);
    SarifResult {
        rule_id: finding.rule.code,
        rule_index: rules::index(finding.rule),
        level: level_word(Level::of(finding.severity)),
        message: message(&finding.message),
        locations: [Location { id: None, physical_location: place(candidate, region, &finding.text), message: None }],
        related_locations: related.collect(),
        partial_fingerprints: PartialFingerprints { finding: print },
        fixes: fix(finding, candidate, region).into_iter().collect(),
        suppressions: Vec::new(),
        properties: ResultProperties {
            confidence: finding.confidence,
            severity: finding.severity.word(),
            category: finding.rule.category.word(),
            mqm: finding.rule.mqm,
            suggestions: &finding.suggestions,
            glossary: finding.evidence.iter().filter_map(entry).collect(),
        },
    }
}

fn related_location<'a>(
    evidence: &'a Evidence,
    candidate: &File<'a>,
    reference: Option<&File<'a>>,
) -> Option<Location<'a>> {
    let (side, file, span) = match evidence.proof {
        Proof::Reference(span) => ("reference", reference?, span),
        Proof::Candidate(span) => ("candidate", candidate, span),
        Proof::Glossary(_) => return None,
    };
    let words = clipped(&evidence.text, LONGEST_SNIPPET);
    Some(Location {
        id: None,
        physical_location: place(file, file.regions.of(span), &evidence.text),
        message: Some(message(&format!("The {side} has `{words}`."))),
    })
}

fn place<'a>(file: &File<'a>, region: Region, words: &'a str) -> PhysicalLocation<'a> {
    let fits = !words.is_empty() && words.len() <= LONGEST_SNIPPET;
    let snippet = fits.then_some(Content { text: words });
    PhysicalLocation {
        artifact_location: file.location.clone(),
        region: SarifRegion { snippet, ..sarif_region(region) },
    }
}

fn sarif_region<'a>(region: Region) -> SarifRegion<'a> {
    SarifRegion {
        start_line: region.start.line,
        start_column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
        char_offset: region.characters_before,
        char_length: region.characters,
        byte_offset: region.span.start,
        byte_length: region.span.end - region.span.start,
        snippet: None,
    }
}

/// The best suggestion in place of the words; where something is missing there are no words to replace.
fn fix<'a>(finding: &'a Finding, candidate: &File<'a>, region: Region) -> Option<Fix<'a>> {
    let best = finding.suggestions.first().filter(|_| !finding.span.is_empty())?;
    let (old, new) = (clipped(&finding.text, LONGEST_SNIPPET), clipped(best, LONGEST_SNIPPET));
    Some(Fix {
        description: message(&format!("Replace `{old}` with `{new}`.")),
        artifact_changes: [ArtifactChange {
            artifact_location: candidate.location.clone(),
            replacements: [Replacement {
                deleted_region: sarif_region(region),
                inserted_content: Content { text: best },
            }],
        }],
    })
}

fn suppression(suppressed: &Suppressed) -> SarifSuppression {
    let (kind, justification) = match &suppressed.by {
        Suppression::Ignored { reason } => ("inSource", for_terminal(reason)),
        Suppression::Configured => ("external", "The configuration leaves it out.".to_owned()),
        Suppression::Baseline => ("external", "The baseline has it: it was there before.".to_owned()),
    };
    SarifSuppression { kind, status: "accepted", justification }
}

/// A message for people, without what viewers take for placeholders and links.
fn message(text: &str) -> Message {
    let text = for_terminal(text).replace('{', "{{").replace('}', "}}");
    // Without a pair like this nothing is read as a link, and brackets can stay as they are.
    let text = if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text };
    Message { text }
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}
