//! Tables of pairs of sentences, right ones and such with one fault marked: how many of each a category of rules tells.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wirelint::config::Settings;
use wirelint::rules::model::Category;
use wirelint::{Checker, Input};

/// A pair, with the place of its fault.
struct Row {
    kind: String,
    reference: String,
    candidate: String,
    fault: Option<std::ops::Range<usize>>,
}

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora").join(table);
    let text = fs::read_to_string(&path).expect("the table can be read");
    let data = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let read = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(cells.len() >= 3, "{table}: {line}");
        let fault = cells[2].find("[[").map(|start| start..cells[2].find("]]").expect("it is closed") - 2);
        let candidate = cells[2].replace("[[", "").replace("]]", "");
        Row { kind: cells[0].to_owned(), reference: cells[1].to_owned(), candidate, fault }
    };
    data.map(read).collect()
}

/// Of the right sentences how many are flagged, of the faults how many are found, each with how many there are.
fn measured(table: &str, category: Category, segment: bool) -> ((usize, usize), (usize, usize), String) {
    let checker = Checker::new(Settings { min_confidence: 0.5, ..Settings::default() });
    let (mut alarms, mut found) = ((0, 0), (0, 0));
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in rows(table) {
        // What one side alone has is a fault only where the one translates the other.
        if segment && matches!(row.kind.as_str(), "same-added" | "same-dropped") {
            continue;
        }
        let input = Input { reference: &row.reference, candidate: &row.candidate, segment, ..Input::default() };
        let verdict = checker.check(&input).expect("the pair can be checked");
        let mut told = verdict.findings.iter().filter(|finding| finding.rule.category == category);
        let touches = |fault: &std::ops::Range<usize>, span: std::ops::Range<usize>| {
            span.start <= fault.end && fault.start <= span.end
        };
        let (counts, hit) = match &row.fault {
            None => (&mut alarms, told.next().is_some()),
            Some(fault) => (&mut found, told.any(|finding| touches(fault, finding.span.range()))),
        };
        counts.0 += usize::from(hit);
        counts.1 += 1;
        let kind = kinds.entry(row.kind).or_default();
        kind.0 += usize::from(hit);
        kind.1 += 1;
    }
    let told = kinds.iter().map(|(kind, (told, all))| format!("{kind} {told}/{all}")).collect::<Vec<_>>().join(", ");
    (alarms, found, told)
}

/// Keeps that at most so many right pairs are flagged and at least so many faults are found.
pub fn assert_measured(table: &str, category: Category, segment: bool, most_alarms: usize, least_found: usize) {
    let (alarms, found, kinds) = measured(table, category, segment);
    assert!(alarms.1 > 110 && found.1 > 110, "the table is whole");
    assert!(alarms.0 <= most_alarms, "{} of {} right pairs are flagged: {kinds}", alarms.0, alarms.1);
    assert!(found.0 >= least_found, "{} of {} faults are found: {kinds}", found.0, found.1);
}
