//! The tables of `corpora/damage`: faults of the text itself are found without a reference, and what is right though it
//! looks odd is left in peace.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use wirelint::config::Settings;
use wirelint::{Checker, Input};

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(Settings { min_confidence: 0.5, ..Settings::default() }));

/// The candidates of a table, with the marks taken out, and where the marks were.
fn rows(table: &str) -> Vec<(String, Option<std::ops::Range<usize>>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/damage").join(table);
    let text = fs::read_to_string(&path).expect("the table can be read");
    let data = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let read = |line: &str| {
        let candidate = line.split('\t').nth(1).expect("a row has a candidate").replace("\\n", "\n");
        let fault = candidate.find("[[").map(|start| start..candidate.find("]]").expect("it is closed") - 2);
        (candidate.replacen("[[", "", 1).replacen("]]", "", 1), fault)
    };
    data.map(read).collect()
}

/// In how many texts something is told at the fault, and in how many elsewhere or though there is none.
fn measured(table: &str) -> (usize, usize) {
    let (mut found, mut alarms) = (0, 0);
    for (candidate, fault) in rows(table) {
        let input = Input { candidate: &candidate, ..Input::default() };
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
fn faults_of_the_first_table_are_found() {
    let (found, alarms) = measured("marked-a.tsv");
    assert!(found >= 92 && alarms <= 3, "{found} of 160 are found, {alarms} are flagged elsewhere");
}

#[test]
fn faults_of_the_second_table_are_found() {
    let (found, alarms) = measured("marked-b.tsv");
    assert!(found >= 66 && alarms <= 3, "{found} of 160 are found, {alarms} are flagged elsewhere");
}
