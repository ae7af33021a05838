//! A floor under what is found, and a ceiling over false alarms, on the annotated pairs of `corpora/`. It keeps a change
//! from breaking detection unseen; it is no measure of how good wirelint is.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use wirelint::config::{Settings, Term};
use wirelint::text::span::Span;
use wirelint::{Checker, Input, Verdict};

const LEAST_RECALL: f64 = 0.40;
const MOST_ALARMS_PER_1000_WORDS: f64 = 3.0;

/// An annotated pair.
struct Pair {
    reference: String,
    candidate: String,
    errors: Vec<Span>,
    clean: String,
    meta: Meta,
}

#[derive(Deserialize)]
struct Meta {
    glossary: Vec<Term>,
}

fn folders() -> Vec<PathBuf> {
    let corpora = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let wires = fs::read_dir(corpora.join("wires")).expect("corpora/wires can be listed");
    let mut folders: Vec<PathBuf> = wires.map(|entry| entry.expect("the entry can be read").path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.push(corpora.join("sample"));
    folders.sort();
    folders
}

fn read(folder: &Path) -> Pair {
    let text = |name: &str| fs::read_to_string(folder.join(name)).expect("the file can be read");
    let (mut candidate, mut clean, mut errors) = (String::new(), String::new(), Vec::new());
    let marked = text("candidate.marked.txt");
    let mut rest = marked.as_str();
    while let Some((before, inside)) = rest.split_once("{{") {
        let (mark, after) = inside.split_once("}}").expect("a mark is closed");
        let fields: Vec<&str> = mark.split('|').collect();
        candidate.push_str(before);
        errors.push(Span::new(candidate.len(), candidate.len() + fields[2].len()));
        candidate.push_str(fields[2]);
        clean.extend([before, fields[3]]);
        rest = after;
    }
    let meta = serde_json::from_str(&text("meta.json")).expect("meta.json has a glossary");
    Pair { reference: text("reference.txt"), candidate: candidate + rest, errors, clean: clean + rest, meta }
}

fn check(checker: &Checker, pair: &Pair, candidate: &str) -> Verdict {
    let input = Input { reference: &pair.reference, candidate, segment: false, terms: &pair.meta.glossary };
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
    for folder in folders() {
        let pair = read(&folder);
        let verdict = check(&checker, &pair, &pair.candidate);
        let hit = |error: &&Span| verdict.findings.iter().any(|finding| meet(finding.span, **error));
        let hits = pair.errors.iter().filter(hit).count();
        let clean = check(&checker, &pair, &pair.clean);
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        println!(
            "{name:<7} {hits:>2} of {} errors found, {} false alarms in {} words",
            pair.errors.len(),
            clean.findings.len(),
            clean.words
        );
        errors += pair.errors.len();
        found += hits;
        words += clean.words;
        alarms += clean.findings.len();
    }
    let recall = f64::from(found as u32) / f64::from(errors as u32);
    let rate = f64::from(alarms as u32) * 1000.0 / f64::from(words as u32);
    println!("recall {recall:.3}, {rate:.2} false alarms per 1,000 words");
    assert!(recall >= LEAST_RECALL, "only {found} of {errors} errors are found: {recall:.3}");
    assert!(rate <= MOST_ALARMS_PER_1000_WORDS, "{alarms} false alarms in {words} words: {rate:.2} per 1,000");
}
