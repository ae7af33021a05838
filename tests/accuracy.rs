//! A floor under what is found, and a ceiling over false alarms, on the annotated pairs of `corpora/`. It keeps a change
//! from breaking detection unseen; it is no measure of how good wirelint is.

use std::path::PathBuf;

use wirelint::config::Settings;
use wirelint::eval::gold::{self, Annotated};
use wirelint::text::span::Span;
use wirelint::{Checker, Input, Verdict};

const LEAST_RECALL: f64 = 0.40;
const MOST_ALARMS_PER_1000_WORDS: f64 = 3.0;

/// Every pair of the corpora, garbled and clean.
fn texts() -> Vec<Annotated> {
    let corpora = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpora");
    gold::read(&[corpora.join("wires"), corpora.join("sample")]).expect("the corpora can be read")
}

fn check(checker: &Checker, text: &Annotated) -> Verdict {
    let Annotated { reference, candidate, glossary, .. } = text;
    let input = Input { reference, candidate, segment: false, terms: glossary };
    checker.check(&input).expect("the pair can be checked")
}

/// Whether two spans share a byte or touch.
fn meet(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

#[test]
fn enough_errors_are_found_with_few_false_alarms() {
    let checker = Checker::new(Settings { min_confidence: 0.5, ..Settings::default() });
    let (mut errors, mut found, mut words, mut alarms) = (0, 0, 0, 0);
    for text in texts() {
        let verdict = check(&checker, &text);
        if text.clean {
            println!("{}: {} false alarms in {} words", text.name, verdict.findings.len(), verdict.words);
            words += verdict.words;
            alarms += verdict.findings.len();
            continue;
        }
        let hit = |error: &Span| verdict.findings.iter().any(|finding| meet(finding.span, *error));
        let hits = text.errors.iter().filter(|error| hit(&error.span)).count();
        println!("{}: {hits} of {} errors found", text.name, text.errors.len());
        errors += text.errors.len();
        found += hits;
    }
    let recall = f64::from(found as u32) / f64::from(errors as u32);
    let rate = f64::from(alarms as u32) * 1000.0 / f64::from(words as u32);
    println!("recall {recall:.3}, {rate:.2} false alarms per 1,000 words");
    assert!(recall >= LEAST_RECALL, "only {found} of {errors} errors are found: {recall:.3}");
    assert!(rate <= MOST_ALARMS_PER_1000_WORDS, "{alarms} false alarms in {words} words: {rate:.2} per 1,000");
}
