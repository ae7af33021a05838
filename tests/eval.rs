//! `wirelint eval`: figures that can be checked by hand, the report on `corpora/wires`, errors in annotated files.

mod running;

use std::fs;
use std::path::PathBuf;

use running::{folder, run};
use serde_json::{Value, json};
use tempfile::TempDir;
use wirelint::rules::RULES;

const REFERENCE: &str =
    "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates for their work.";
/// A garbled name, and a stray space that is not marked in any test.
const GARBLED: &str = "The talks in Ulanbato ended on Friday . The minister thanked the 17 delegates for their work.";
/// The same without the garbled name.
const SPACED: &str = "The talks in Ulaanbaatar ended on Friday . The minister thanked the 17 delegates for their work.";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Lines of a gold file in a folder of their own.
fn gold(lines: &[String]) -> TempDir {
    folder(&[("gold.jsonl", &lines.join("\n"))])
}

/// An error of `GARBLED`: the words between two others.
fn error(words: &str, category: &str, severity: &str) -> Value {
    let start = GARBLED.find(words).expect("the words are in the text");
    json!({"start": start, "end": start + words.len(), "category": category, "severity": severity})
}

fn garbled(errors: &[Value]) -> String {
    json!({"id": 1, "reference": REFERENCE, "candidate": GARBLED, "gold": errors, "pair_of": "b"}).to_string()
}

fn clean() -> String {
    json!({"id": "b", "reference": REFERENCE, "candidate": SPACED, "gold": [], "clean": true}).to_string()
}

/// The figures of a gold file.
fn figures(lines: &[String], more: &[&str]) -> Value {
    let folder = gold(lines);
    let answer = run(folder.path(), &[&["gold.jsonl", "--json", "figures.json"], more].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("figures.json")).expect("the figures are written");
    assert_eq!(fs::read_dir(folder.path()).expect("it can be listed").count(), 2, "nothing else is left behind");
    serde_json::from_str(&written).expect("JSON")
}

fn row<'a>(rows: &'a Value, key: &str) -> &'a Value {
    let rows = rows.as_array().expect("rows");
    rows.iter().find(|row| row["key"] == key).expect("the row is there")
}

/// The figures for `corpora/wires`, and what is printed.
fn wires(more: &[&str]) -> (Value, String) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("figures.json");
    let file = path.to_str().expect("the path is UTF-8");
    let answer = run(&root(), &[&["corpora/wires", "--use-glossaries", "--json", file], more].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    let written = fs::read_to_string(&path).expect("the figures are written");
    (serde_json::from_str(&written).expect("JSON"), answer.out)
}

fn assert_wrong(lines: &[String], words: &[&str]) {
    let answer = run(gold(lines).path(), &["gold.jsonl"]);
    assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{}", answer.err);
    for word in words {
        assert!(answer.err.contains(word), "`{word}` is not in: {}", answer.err);
    }
}

#[test]
fn figures_are_those_counted_by_hand() {
    // Ulanbato is found, `their` is not; the space in front of the full stop is found and not marked.
    let errors = [error("Ulanbato", "name", "major"), error("their", "pronoun", "minor")];
    let all = figures(&[garbled(&errors), clean()], &[]);
    assert_eq!((&all["findings"]["found"], &all["findings"]["right"]), (&json!(2), &json!(1)));
    assert_eq!(all["findings"]["precision"]["value"], 0.5);
    assert_eq!((&all["errors"]["missed"], &all["errors"]["recall"]["value"]), (&json!(1), &json!(0.5)));
    assert_eq!(all["f05"]["value"], 0.5);
    // Each of the two errors with its neighbours is three of the eighteen tokens.
    assert_eq!(all["chance"]["value"], 0.3333);
    // One finding in the sixteen words of the clean text.
    assert_eq!(all["texts"]["clean_words"], 16);
    assert_eq!(all["findings"]["false_alarms_per_1000"]["value"], 62.5);
    assert_eq!(row(&all["rules"], "NAM001")["precision"]["value"], 1.0);
    assert_eq!(row(&all["rules"], "JON004")["precision"]["value"], 0.0);
    assert_eq!(row(&all["rules"], "NUM001")["precision"]["value"], Value::Null);
    assert_eq!(row(&all["categories"], "join")["false_alarms"], 1);
    assert_eq!(row(&all["errors_by_category"], "name")["named"], 1);
    assert_eq!(row(&all["errors_by_category"], "pronoun")["recall"]["value"], 0.0);
    assert_eq!(row(&all["errors_by_severity"], "major")["recall"]["value"], 1.0);
    assert_eq!(
        all["ranking"],
        json!({"pairs": 1, "ranked": 1, "tied": 0, "share": {"value": 1.0, "low": null, "high": null}})
    );
}

#[test]
fn the_two_forms_of_one_text_are_no_two_texts_to_draw_from() {
    let all = figures(&[garbled(&[error("Ulanbato", "name", "major")]), clean()], &[]);
    assert_eq!(all["findings"]["precision"]["low"], Value::Null);
}

#[test]
fn an_error_is_hit_up_to_one_token_beside_it() {
    for (words, right) in [("talks", 0), ("in", 1), ("ended", 1), ("on", 0)] {
        let all = figures(&[garbled(&[error(&format!(" {words} "), "name", "major")])], &[]);
        assert_eq!(row(&all["rules"], "NAM001")["right"], right, "{words}");
    }
}

#[test]
fn less_confident_findings_count_in_the_calibration_only() {
    let all = figures(&[garbled(&[error("Ulanbato", "name", "major")])], &["--threshold", "1"]);
    assert_eq!((&all["findings"]["found"], &all["errors"]["found"]), (&json!(0), &json!(0)));
    let tenths = all["calibration"].as_array().expect("tenths");
    let count = |field: &str| tenths.iter().filter_map(|tenth| tenth[field].as_u64()).sum::<u64>();
    assert_eq!((count("found"), count("right")), (2, 1));
}

#[test]
fn a_mark_that_most_annotators_do_not_share_need_not_be_found() {
    let mut mark = error("their", "pronoun", "minor");
    mark["majority"] = json!(false);
    assert_eq!(figures(&[garbled(&[mark, error("Ulanbato", "name", "major")])], &[])["errors"]["errors"], 1);
}

#[test]
fn glossaries_of_the_texts_are_used_on_request_only() {
    let term = json!({"term": "delegates", "status": "forbidden", "note": "use envoys"});
    let line = json!({"reference": REFERENCE, "candidate": REFERENCE, "clean": true, "glossary": [term]}).to_string();
    for (arguments, alarms) in [(&[][..], 0), (&["--use-glossaries"][..], 1)] {
        let all = figures(std::slice::from_ref(&line), arguments);
        assert_eq!(row(&all["rules"], "TRM002")["false_alarms"], alarms);
    }
}

#[test]
fn a_text_that_cannot_be_checked_is_named_and_its_errors_are_missed() {
    let line = json!({"id": "void", "reference": REFERENCE, "candidate": " ", "gold": [
        {"start": 0, "end": 0, "category": "coverage", "severity": "critical"}]});
    let all = figures(&[garbled(&[error("Ulanbato", "name", "major")]), line.to_string()], &[]);
    assert_eq!(all["errors"]["missed"], 1);
    assert!(all["unchecked"][0].as_str().is_some_and(|reason| reason.starts_with("void: the candidate is empty")));
}

#[test]
fn a_wrong_line_is_named_with_its_file() {
    let good = garbled(&[error("Ulanbato", "name", "major")]);
    let cut = good[..60].to_owned();
    assert_wrong(&[good.clone(), String::new(), cut], &["gold.jsonl:3: not a pair", "at column"]);
    let bare = json!({"reference": "a", "candidate": "b"}).to_string();
    assert_wrong(&[good.clone(), bare], &["gold.jsonl:2: it has neither `gold` nor"]);
    let outside = json!({"start": 90, "end": 190, "category": "name", "severity": "major"});
    assert_wrong(&[garbled(&[outside])], &["gold.jsonl:1: error 1 of `gold` is not in the candidate"]);
    assert_wrong(&[garbled(&[error("Ulanbato", "name", "bad")])], &["gold.jsonl:1:", "severity `bad`", "critical"]);
    assert_wrong(&[clean(), good.clone(), clean()], &["gold.jsonl:3: the id `b` is also that of line 1"]);
    assert_wrong(
        &[clean().replace("[]", &json!([error("Ulanbato", "name", "major")]).to_string())],
        &["it is `clean`"],
    );
    assert_wrong(&[String::new()], &["gold.jsonl:1: there is no pair"]);
}

#[test]
fn a_wrong_mark_of_a_folder_is_named_with_its_line() {
    let marks = [
        ("One.\nTwo {{name|major|a|b is.", "the mark is not closed"),
        ("One.\nTwo {{name|a|b}} is.", "this one has 3 fields"),
        ("One.\nTwo {{name|bad|a|b}} is.", "the severity `bad`"),
    ];
    for (marked, words) in marks {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let pair = folder.path().join("X1");
        fs::create_dir(&pair).expect("the folder can be made");
        for (name, text) in [("candidate.marked.txt", marked), ("reference.txt", "One."), ("meta.json", "{}")] {
            fs::write(pair.join(name), text).expect("the file can be written");
        }
        let answer = run(folder.path(), &["."]);
        assert_eq!(answer.status, 2);
        assert!(answer.err.contains("candidate.marked.txt:2: ") && answer.err.contains(words), "{}", answer.err);
    }
    let answer = run(tempfile::tempdir().expect("a temporary folder can be made").path(), &["."]);
    assert!(answer.status == 2 && answer.err.contains("holds a candidate.marked.txt"), "{}", answer.err);
}

#[test]
fn wrong_arguments_give_status_2() {
    let folder = gold(&[clean()]);
    for (arguments, words) in [
        (&[][..], "GOLD"),
        (&["none.jsonl"][..], "no such file"),
        (&["gold.jsonl", "--show", "NAM999"][..], "no rule `NAM999`"),
        (&["gold.jsonl", "--threshold", "2"][..], "from 0 to 1"),
        (&["gold.jsonl", "--against", "gold.jsonl"][..], "gold.jsonl:1: these are no figures"),
        (&["gold.jsonl", "--json", "none/figures.json"][..], "cannot write none/figures.json"),
    ] {
        let answer = run(folder.path(), arguments);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{}", answer.err);
        assert!(answer.err.contains(words), "`{words}` is not in: {}", answer.err);
    }
}

#[test]
fn wrong_findings_and_missed_errors_are_listed_in_context() {
    let mut missed = error("their", "pronoun", "minor");
    missed["right"] = json!("hi\u{1b}[31ms");
    let folder = gold(&[garbled(&[missed]), clean()]);
    let answer = run(folder.path(), &["gold.jsonl", "--show", "jon004", "--show", "pronoun"]);
    let (_, listed) = answer.out.split_once("\n\nJON004 ").expect("the list is there");
    assert!(listed.starts_with("space-before-punctuation: 2 wrong findings"), "{listed}");
    let words = listed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.matches("sure, as in the clean form:").count(), 1, "{listed}");
    assert!(listed.contains("  b, line 1, JON004") && listed.contains("ended on Friday[ .] The minister"), "{listed}");
    assert!(listed.contains("pronoun: 1 missed error\n\n  1, line 1, minor; right: hi[U+001B][31ms"), "{listed}");
    assert!(listed.contains("delegates for [their] work."), "{listed}");
}

#[test]
fn the_report_on_the_wires_has_all_rules_and_sensible_figures() {
    let (all, printed) = wires(&[]);
    for rule in RULES {
        assert!(printed.contains(&format!("\n {} {} ", rule.code, rule.name)), "{}", rule.code);
    }
    assert_eq!(all["rules"].as_array().map(Vec::len), Some(RULES.len()));
    assert_eq!(
        all["texts"],
        json!({"garbled": 36, "garbled_words": all["texts"]["garbled_words"], "clean": 36,
        "clean_words": all["texts"]["clean_words"]})
    );
    assert_eq!((&all["errors"]["errors"], &all["ranking"]["pairs"]), (&json!(1517), &json!(36)));
    for figure in [&all["findings"]["precision"], &all["errors"]["recall"], &all["f05"]] {
        let [low, value, high] = ["low", "value", "high"].map(|end| figure[end].as_f64().expect("a number"));
        assert!(0.2 < low && low <= value && value <= high && high <= 1.0, "{figure}");
    }
    // Nothing marks the words of an omission: it is found by a finding that something is missing near its place.
    assert!(row(&all["errors_by_category"], "coverage")["found"].as_u64() > Some(0));
    assert!(printed.lines().all(|line| line.chars().count() <= 80), "{printed}");
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert_eq!(wires(&["--show", "logic"]), wires(&["--show", "logic"]));
}

#[test]
fn a_report_held_against_itself_shows_no_difference() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let base = folder.path().join("base.json");
    let (all, _) = wires(&[]);
    fs::write(&base, all.to_string()).expect("the file can be written");
    let (again, printed) = wires(&["--against", base.to_str().expect("the path is UTF-8")]);
    assert_eq!(again, all);
    assert!(printed.lines().all(|line| line.chars().count() <= 80), "{printed}");
    let (_, tables) = printed.split_once("\n\n").expect("the tables follow the head");
    let changed = |word: &str| word.starts_with(['+', '-']) && word.len() > 1 || matches!(word, "new" | "gone");
    assert!(tables.contains(" =") && !tables.split_whitespace().any(changed), "{tables}");
}

#[test]
fn what_a_change_did_stands_behind_the_figures() {
    let folder = gold(&[garbled(&[error("Ulanbato", "name", "major")]), clean()]);
    run(folder.path(), &["gold.jsonl", "--threshold", "1", "--json", "base.json"]);
    let printed = run(folder.path(), &["gold.jsonl", "--against", "base.json"]).out;
    let line =
        |start: &str| printed.lines().find(|line| line.starts_with(start)).expect("the line is there").to_owned();
    assert_eq!(line("recall %").split_whitespace().collect::<Vec<_>>(), ["recall", "%", "100.0", "+100"]);
    assert!(line("join").ends_with("62.50 +62.5"), "{printed}");
    assert!(printed.contains("at another threshold"), "{printed}");
}

#[test]
fn the_committed_reports_are_what_wirelint_writes() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    wires(&["--alignment", "corpora/alignment", "--write", folder.path().to_str().expect("the path is UTF-8")]);
    let mut old = Vec::new();
    for name in ["eval.txt", "eval.json", "eval.html"] {
        let path = root().join("reports").join(name);
        let written = fs::read_to_string(folder.path().join(name)).expect("the report is written");
        assert!(!written.contains(folder.path().to_str().expect("the path is UTF-8")), "{name}");
        assert!(!written.contains(env!("CARGO_MANIFEST_DIR")), "{name}");
        if std::env::var_os("WIRELINT_UPDATE").is_some() {
            fs::write(&path, &written).expect("the file can be written");
        }
        // Version control may give other line ends.
        if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != written {
            old.push(name);
        }
    }
    assert!(old.is_empty(), "{old:?} in reports/ are out of date: run WIRELINT_UPDATE=1 cargo test --test eval");
}
