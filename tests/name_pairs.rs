//! Names of `corpora/names` in short parallel texts: garbles are told from accepted spellings and from other names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wirelint::check::{Checker, Input};
use wirelint::config::Settings;

/// A pair of the tables.
struct Row {
    right: String,
    other: String,
    label: String,
    kind: String,
}

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/names").join(table);
    let text = fs::read_to_string(&path).expect("the table can be read");
    let data = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let read = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 6, "{table}: {line}");
        let cell = |at: usize| cells[at].to_owned();
        Row { right: cell(0), other: cell(1), label: cell(2), kind: cell(3) }
    };
    data.map(read).collect()
}

/// The reference and the candidate that a pair is put into.
fn texts(row: &Row) -> (String, String) {
    let (Row { right, other, .. }, end) = (row, "The mayor of Leipzig had asked for it.");
    match row.kind.as_str() {
        "person" => (
            format!(
                "The dispute was settled when {right} signed the agreement in front of reporters on Tuesday. {end}"
            ),
            format!("The dispute came to an end on Tuesday when {other} signed the agreement before reporters. {end}"),
        ),
        "place" => (
            format!("Heavy rain flooded the streets of {right} on Monday, and two bridges were closed. {end}"),
            format!("Two bridges were closed on Monday after heavy rain flooded the streets of {other}. {end}"),
        ),
        _ => (
            format!("The report was published on Wednesday by {right}, which had examined forty accidents. {end}"),
            format!(
                "On Wednesday a report on forty accidents was published by {other}, which had examined them. {end}"
            ),
        ),
    }
}

/// What is said of the second name: that it garbles the first (misspelled, translated), that it is another wording of it,
/// that it stands in its place, or nothing.
fn told(checker: &Checker, row: &Row) -> &'static str {
    let (reference, candidate) = texts(row);
    let input = Input { reference: &reference, candidate: &candidate, ..Input::default() };
    let verdict = checker.check(&input).expect("the pair can be checked");
    let said = |codes: &[&str]| {
        verdict.findings.iter().any(|finding| finding.confidence >= 0.5 && codes.contains(&finding.rule.code))
    };
    match () {
        () if said(&["NAM001", "NAM004"]) => "garble",
        () if said(&["TRM001"]) => "wording",
        () if said(&["NAM002", "NAM003"]) => "other",
        () => "nothing",
    }
}

/// Counts of what is said by what is true, and the share of pairs of which it is rightly told whether they are garbles. For
/// a body whose name is made of words another wording is the way to say so.
fn measure(table: &str) -> (BTreeMap<(String, &'static str), usize>, f64) {
    let checker = Checker::new(Settings::default());
    let rows = rows(table);
    let mut counts = BTreeMap::new();
    let mut right = 0;
    for row in &rows {
        let told = told(&checker, row);
        let garbled = told == "garble" || told == "wording" && row.kind == "organisation";
        right += usize::from(garbled == (row.label == "garble"));
        *counts.entry((row.label.clone(), told)).or_insert(0) += 1;
    }
    (counts, right as f64 / rows.len() as f64)
}

#[test]
fn garbles_are_told_from_other_spellings_and_other_names() {
    for (table, least, most_different) in [("pairs-a.tsv", 0.88, 3), ("pairs-b.tsv", 0.87, 8)] {
        let (counts, share) = measure(table);
        let different = counts.get(&("different".to_owned(), "garble")).copied().unwrap_or(0);
        assert!(share >= least, "{table}: {share:.3} told rightly, {counts:?}");
        assert!(different <= most_different, "{table}: {different} other names called garbles, {counts:?}");
    }
}
