//! What each format makes of the same three verdicts.

mod three_verdicts;
mod verdicts;

use std::sync::LazyLock;

use insta::assert_snapshot;
use serde_json::Value;
use wirelint::lexicon::Lexicon;
use wirelint::report::checked::Checked;
use wirelint::report::format::{Format, Look, render};
use wirelint::rules::RULES;

use crate::three_verdicts::{many, three};
use crate::verdicts::Pair;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

fn rendered(format: Format, pairs: &[Pair]) -> String {
    colored::control::set_override(false);
    let checked: Vec<Checked<'_>> = pairs.iter().map(Pair::checked).collect();
    render(format, &checked, &Look { width: 80, lexicon: &LEXICON })
}

#[test]
fn terminal() {
    assert_snapshot!(rendered(Format::Terminal, &three()));
}

#[test]
fn concise() {
    assert_snapshot!(rendered(Format::Concise, &three()));
}

#[test]
fn json_of_one_pair() {
    assert_snapshot!(rendered(Format::Json, &[many()]));
}

#[test]
fn json_of_several_pairs() {
    assert_snapshot!(rendered(Format::Json, &three()));
}

#[test]
fn jsonl() {
    assert_snapshot!(rendered(Format::Jsonl, &three()));
}

#[test]
fn sarif() {
    let report = rendered(Format::Sarif, &three());
    // The rules and their places are other tests' business, and change with the rules.
    let (before, rest) = report.split_once("\"rules\": [").expect("the driver has rules");
    let (_, after) = rest.split_once("\n          ]").expect("they end");
    let version = |line: &&str| !line.contains("\"ruleIndex\"") && !line.contains("ersion\": \"0.");
    let shown = format!("{before}\"rules\": […]{after}");
    assert_snapshot!(shown.lines().filter(version).collect::<Vec<_>>().join("\n"));
}

#[test]
fn junit() {
    assert_snapshot!(rendered(Format::Junit, &three()));
}

#[test]
fn github() {
    assert_snapshot!(rendered(Format::Github, &three()));
}

#[test]
fn gitlab() {
    assert_snapshot!(rendered(Format::Gitlab, &three()));
}

#[test]
fn checkstyle() {
    assert_snapshot!(rendered(Format::Checkstyle, &three()));
}

#[test]
fn markdown() {
    assert_snapshot!(rendered(Format::Markdown, &three()));
}

#[test]
fn csv() {
    assert_snapshot!(rendered(Format::Csv, &three()));
}

#[test]
fn every_format_has_a_name_of_its_own_that_it_is_found_by() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
    }
    assert_eq!(Format::named("yaml"), None);
}

#[test]
fn no_pairs_make_a_whole_report() {
    for format in [Format::Json, Format::Sarif, Format::Gitlab] {
        serde_json::from_str::<Value>(&rendered(format, &[])).expect("JSON");
    }
    for format in [Format::Junit, Format::Checkstyle] {
        let report = rendered(format, &[]);
        assert!(report.starts_with("<?xml") && report.trim_end().ends_with('>'), "{report}");
    }
    assert_eq!(rendered(Format::Csv, &[]).lines().count(), 1, "the header");
    for format in [Format::Terminal, Format::Concise, Format::Jsonl, Format::Github, Format::Markdown] {
        assert_eq!(rendered(format, &[]), "");
    }
}

/// A pair with so many findings of one rule.
fn pair_with(count: usize, code: &str) -> Pair {
    let mut pair = Pair::new("a.txt", "The tower is high.", "The tower is high.");
    for number in 0..count {
        let mut finding = pair.finding(code, "tower", &format!("Number {number}."));
        finding.confidence = number as f64 / count as f64;
        pair.report(finding);
    }
    pair
}

#[test]
fn github_is_given_ten_annotations_of_each_kind_and_told_of_the_rest() {
    let pairs = [pair_with(12, "NUM003"), pair_with(13, "NAM001"), pair_with(14, "JON001")];
    let report = rendered(Format::Github, &pairs);
    let count = |start: &str| report.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((count("::error "), count("::warning "), count("::notice ")), (10, 10, 10));
    let last = report.lines().last().expect("there are lines");
    let said = "::notice title=wirelint::More findings than GitHub shows: 2 as error, 3 as warning, 5 as notice.";
    assert_eq!(last, said);
    assert!(report.starts_with("::error file=a.txt,") && report.contains("::Number 11.\n"), "the surest come first");
    assert!(!report.contains("NUM003 wrong-magnitude::Number 0."), "the least sure is left out");
}

#[test]
fn a_comment_stays_within_what_github_takes() {
    let pairs: Vec<Pair> = (0..3).map(|_| pair_with(900, "NAM001")).collect();
    let report = rendered(Format::Markdown, &pairs);
    assert!(report.chars().count() < 65_536);
    assert!(report.contains("There is no room here for 845 more findings."), "{}", &report[60_000..]);
    assert!(report.contains("There is no room here for 1 more checked text."), "{}", &report[60_000..]);
}

#[test]
fn the_first_findings_in_a_comment_are_the_worst() {
    let report = rendered(Format::Markdown, &[many()]);
    let severities: Vec<&str> = report.lines().filter_map(|line| line.split("**").nth(1)).collect();
    let mut sorted = severities.clone();
    sorted.sort_by_key(|word| ["critical", "major", "minor"].iter().position(|other| other == word));
    assert_eq!(severities, sorted);
    assert_eq!(severities[0], "critical");
}

#[test]
fn what_is_suppressed_has_no_part_in_the_fingerprints() {
    let pair = many();
    let mut bare = many();
    for suppressed in bare.suppressed.drain(..).collect::<Vec<_>>() {
        bare.report(suppressed.finding);
    }
    let mut all = pair.checked().fingerprints().reported;
    all.extend(pair.checked().fingerprints().suppressed);
    all.sort();
    let mut reported = bare.checked().fingerprints().reported;
    reported.sort();
    assert_eq!(all, reported);
}

#[test]
fn sarif_lists_every_rule() {
    let report: Value = serde_json::from_str(&rendered(Format::Sarif, &[])).expect("JSON");
    let listed = report["runs"][0]["tool"]["driver"]["rules"].as_array().expect("a list");
    let codes: Vec<&str> = listed.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
}

#[test]
fn one_rule_in_sarif() {
    let report: Value = serde_json::from_str(&rendered(Format::Sarif, &[])).expect("JSON");
    let rule = &report["runs"][0]["tool"]["driver"]["rules"][0];
    assert_eq!((&rule["id"], &rule["name"]), (&Value::from("NAM001"), &Value::from("misspelled-name")));
    assert_eq!(rule["defaultConfiguration"]["level"], "warning");
    assert_eq!(rule["properties"]["tags"], serde_json::json!(["name", "accuracy/mistranslation"]));
    let help = rule["help"]["markdown"].as_str().expect("a text");
    assert!(help.contains("**Why it matters.**") && help.contains("finds `Ulanbato`"), "{help}");
}
