//! The tables of `corpora/damage`: faults of the text itself are found without a reference, and what is right though it
//! looks odd is left in peace.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use wirelint::config::Settings;
use wirelint::{Checker, Input};

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(Settings { min_confidence: 0.5, ..Settings::default() }));

/// A row of a table: the candidate with the marks taken out, where the marks were, and the reference, which may be empty.
type Row = (String, Option<std::ops::Range<usize>>, String);

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/damage").join(table);
    let text = fs::read_to_string(&path).expect("the table can be read");
    let data = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let read = |line: &str| {
        let field = |at: usize| line.split('\t').nth(at).map(|text| text.replace("\\n", "\n"));
        let candidate = field(1).expect("a row has a candidate");
        let fault = candidate.find("[[").map(|start| start..candidate.find("]]").expect("it is closed") - 2);
        (candidate.replacen("[[", "", 1).replacen("]]", "", 1), fault, field(3).unwrap_or_default())
    };
    data.map(read).collect()
}

/// In how many texts something is told at the fault, and in how many elsewhere or though there is none.
fn measured(table: &str) -> (usize, usize) {
    let (mut found, mut alarms) = (0, 0);
    for (candidate, fault, reference) in rows(table) {
        let input = Input { candidate: &candidate, reference: &reference, ..Input::default() };
        let verdict = CHECKER.check(&input).expect("the text can be checked");
        let at_fault = |span: std::ops::Range<usize>| {
            fault.as_ref().is_some_and(|fault| span.start <= fault.end + 1 && fault.start <= span.end + 1)
        };
        let (hits, others): (Vec<_>, Vec<_>) =
            verdict.findings.iter().partition(|finding| at_fault(finding.span.range()));
        found += usize::from(!hits.is_empty());
        alarms += usize::from(!others.is_empty());
    }
    (found, alarms)
}

#[test]
fn right_texts_that_look_odd_are_left_in_peace() {
    let (_, alarms) = measured("clean.tsv");
    assert!(alarms <= 12, "{alarms} of 236 are flagged");
}

#[test]
fn right_texts_that_nothing_was_fitted_on_are_left_in_peace() {
    let (_, alarms) = measured("clean-c.tsv");
    assert!(alarms <= 16, "{alarms} of 200 are flagged");
}

#[test]
fn faults_of_the_first_table_are_found() {
    let (found, alarms) = measured("marked-a.tsv");
    assert!(found >= 92 && alarms <= 3, "{found} of 160 are found, {alarms} are flagged elsewhere");
}

#[test]
fn faults_of_the_second_table_are_found() {
    let (found, alarms) = measured("marked-b.tsv");
    assert!(found >= 66 && alarms <= 3, "{found} of 160 are found, {alarms} are flagged elsewhere");
}

#[test]
fn faults_of_the_third_table_are_found() {
    let (found, alarms) = measured("marked-c.tsv");
    assert!(found >= 80 && alarms <= 6, "{found} of 240 are found, {alarms} are flagged elsewhere");
}

#[test]
fn broken_joins_are_found() {
    let (found, alarms) = measured("marked-d.tsv");
    assert!(found >= 105 && alarms <= 3, "{found} of 280 are found, {alarms} are flagged elsewhere");
}

#[test]
fn slips_of_grammar_are_found() {
    let (found, alarms) = measured("marked-e.tsv");
    assert!(found >= 72 && alarms <= 6, "{found} of 320 are found, {alarms} are flagged elsewhere");
}
