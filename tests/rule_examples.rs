//! Every example of every rule runs under all rules and yields exactly its marked words, by its own rule.

use wirelint::config::Settings;
use wirelint::report::explain::{terms, unmarked};
use wirelint::rules::RULES;
use wirelint::rules::model::{Example, Rule, Shape};
use wirelint::{Checker, Input};

#[test]
fn every_example_yields_exactly_its_marked_words() {
    let checker = Checker::new(Settings { min_confidence: 0.5, ..Settings::default() });
    let mut failures = Vec::new();
    let mut count = 0;
    for rule in RULES {
        for example in rule.examples {
            count += 1;
            failures.extend(failure(&checker, rule, example));
        }
    }
    assert!(failures.is_empty(), "{} of {count} examples fail:\n\n{}", failures.len(), failures.join("\n\n"));
}

/// What is expected and what was found where the two differ.
fn failure(checker: &Checker, rule: &Rule, example: &Example) -> Option<String> {
    let (candidate, spans) = unmarked(example.candidate);
    let terms = terms(example);
    let segment = example.shape == Shape::Segment;
    let input = Input { reference: example.reference, candidate: &candidate, segment, terms: &terms };
    let verdict = match checker.check(&input) {
        Ok(verdict) => verdict,
        Err(error) => return Some(format!("{} {}\n  error:     {error}", rule.code, example.candidate)),
    };
    let mut expected: Vec<_> = spans.iter().map(|span| (*span, rule.code)).collect();
    let mut found: Vec<_> = verdict.findings.iter().map(|finding| (finding.span, finding.rule.code)).collect();
    expected.sort_unstable();
    found.sort_unstable();
    if expected == found {
        return None;
    }
    let listed: Vec<String> = verdict
        .findings
        .iter()
        .map(|one| {
            let span = one.span;
            format!("{} `{}` at {}..{} ({:.2})", one.rule.code, one.text, span.start, span.end, one.confidence)
        })
        .collect();
    Some(format!(
        "{} {}\n  reference: {}\n  candidate: {}\n  expected:  {}\n  found:     {}",
        rule.code,
        rule.name,
        example.reference,
        example.candidate,
        if spans.is_empty() { "nothing".to_owned() } else { format!("{} at the marks", rule.code) },
        if listed.is_empty() { "nothing".to_owned() } else { listed.join(", ") },
    ))
}
