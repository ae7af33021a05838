//! `wirelint eval` on texts with scores of people and on texts with a clean form: figures that can be checked by hand.

mod running;

use std::fs;

use running::{folder, run};
use serde_json::{Value, json};

const REFERENCE: &str =
    "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates for their work.";
/// A garbled name, and a stray space.
const GARBLED: &str = "The talks in Ulanbato ended on Friday . The minister thanked the 17 delegates for their work.";
/// The stray space only.
const SPACED: &str = "The talks in Ulaanbaatar ended on Friday . The minister thanked the 17 delegates for their work.";

/// The figures of some lines, and what is printed.
fn evaluated(lines: &[Value], more: &[&str]) -> (Value, String) {
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let folder = folder(&[("gold.jsonl", &lines.join("\n"))]);
    let answer = run(folder.path(), &[&["gold.jsonl", "--json", "figures.json"], more].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("figures.json")).expect("the figures are written");
    (serde_json::from_str(&written).expect("JSON"), answer.out)
}

/// A translation of a segment with the score that people gave it.
fn scored(segment: usize, system: &str, candidate: &str, mqm: f64) -> Value {
    json!({"reference": REFERENCE, "candidate": candidate, "gold": [], "clean": mqm == 0.0, "doc": "talks",
        "seg": segment, "system": system, "mqm": mqm})
}

/// Two systems: one pair in the order of people, one tied by both, one tied by quality only.
fn six_translations() -> Vec<Value> {
    vec![
        scored(1, "first", REFERENCE, 0.0),
        scored(1, "second", GARBLED, 5.0),
        scored(2, "first", REFERENCE, 0.0),
        scored(2, "second", REFERENCE, 0.0),
        scored(3, "first", REFERENCE, 0.0),
        scored(3, "second", REFERENCE, 5.0),
    ]
}

/// The garbled text with an error at some words, and its clean form with the stray space.
fn pair(words: &str, category: &str) -> Vec<Value> {
    let start = GARBLED.find(words).expect("the words are in the text");
    let error = json!({"start": start, "end": start + words.len(), "category": category, "severity": "major"});
    vec![
        json!({"id": "a", "reference": REFERENCE, "candidate": GARBLED, "gold": [error], "pair_of": "b", "pert": "bent"}),
        json!({"id": "b", "reference": REFERENCE, "candidate": SPACED, "clean": true}),
    ]
}

#[test]
fn agreement_with_people_is_that_counted_by_hand() {
    let (all, printed) = evaluated(&six_translations(), &[]);
    let human = &all["human"];
    assert_eq!((&human["measure"], &human["texts"], &human["pairs"]), (&json!("MQM"), &json!(6), &json!(3)));
    assert_eq!((&human["accuracy"]["value"], &human["tolerance"]), (&json!(0.6667), &json!(0.0)));
    assert_eq!(human["accuracy_without_ties"]["value"], 0.5);
    // Of 15 pairs of texts 5 differ in quality and 8 in score; 4 do both and in the same order: 4 / √(5 · 8).
    assert_eq!(human["tau_b"]["value"], 0.6325);
    assert_eq!((&human["systems"], &human["system_accuracy"]["value"]), (&json!(2), &json!(1.0)));
    assert!(printed.contains("\nPeople\n") && printed.contains("\nordered right %, 3 pairs"), "{printed}");
}

#[test]
fn the_score_of_a_document_is_shared_out_to_its_segments() {
    let mut lines = vec![scored(1, "first", REFERENCE, 4.0), scored(1, "second", GARBLED, 5.0)];
    lines[1]["segments"] = json!([{}, {}]);
    // 5 over two segments is less harm than 4 over one.
    assert_eq!(evaluated(&lines, &[]).0["human"]["accuracy_without_ties"]["value"], 0.0);
}

#[test]
fn post_edited_texts_have_no_score_per_word_and_no_rivals() {
    let line = |candidate: &str, hter: f64| json!({"reference": REFERENCE, "candidate": candidate, "gold": [], "clean": false, "hter": hter});
    let (all, printed) = evaluated(&[line(REFERENCE, 0.0), line(SPACED, 0.1), line(GARBLED, 0.2)], &[]);
    assert_eq!((&all["human"]["measure"], &all["human"]["tau_b"]["value"]), (&json!("HTER"), &json!(1.0)));
    assert_eq!((&all["human"]["tau_b_per_word"]["value"], &all["human"]["pairs"]), (&Value::Null, &json!(0)));
    assert!(!printed.contains("ordered right") && !printed.contains("per word"), "{printed}");
}

#[test]
fn translations_of_one_segment_are_drawn_together() {
    let (all, _) = evaluated(&six_translations()[..2], &[]);
    assert_eq!(all["human"]["accuracy"], json!({"value": 1.0, "low": null, "high": null}));
}

#[test]
fn a_score_below_zero_is_refused() {
    let folder = folder(&[("gold.jsonl", &scored(1, "first", REFERENCE, -5.0).to_string())]);
    let answer = run(folder.path(), &["gold.jsonl"]);
    assert!(answer.status == 2 && answer.err.contains("gold.jsonl:1: the score of -5 is below 0"), "{}", answer.err);
}

#[test]
fn a_change_is_noticed_only_by_what_the_clean_form_does_not_have() {
    for (words, category, noticed, named) in
        [("Ulanbato", "name", 1, 1), ("Ulanbato", "number", 1, 0), (" .", "join", 0, 0)]
    {
        let (all, printed) = evaluated(&pair(words, category), &[]);
        let row = &all["kinds"][0];
        assert_eq!((&row["key"], &row["pairs"]), (&json!("bent"), &json!(1)), "{words}");
        assert_eq!((&row["noticed"], &row["named"]), (&json!(noticed), &json!(named)), "{words} {category}");
        assert_eq!(row["noticed"], all["twins"]["noticed"]);
        assert!(printed.contains("\nbent ") && printed.contains("A change is noticed"), "{printed}");
    }
}

#[test]
fn other_categories_that_name_an_error_are_accepted() {
    let mut lines = pair("Ulanbato", "number");
    lines[0]["gold"][0]["accept"] = json!(["name"]);
    let (all, _) = evaluated(&lines, &[]);
    assert_eq!((&all["kinds"][0]["named"], &all["errors"]["named"]), (&json!(1), &json!(1)));
}

#[test]
fn new_tables_are_held_against_an_earlier_run_too() {
    let lines = [six_translations(), pair("Ulanbato", "name")].concat();
    let (mut base, _) = evaluated(&lines, &[]);
    base["human"]["tau_b"]["value"] = json!(0.1);
    base["twins"]["detection"]["value"] = json!(0.0);
    base["kinds"][0]["key"] = json!("shortened");
    let folder = folder(&[("base.json", &base.to_string())]);
    let path = folder.path().join("base.json");
    let (_, printed) = evaluated(&lines, &["--against", path.to_str().expect("the path is UTF-8")]);
    let line = |start: &str| printed.lines().find(|line| line.starts_with(start)).expect("the line is there");
    assert!(line("Kendall's tau-b").ends_with("+0.53"), "{printed}");
    assert!(line("Changes").contains("noticed %") && line("bent").ends_with("new"), "{printed}");
    assert!(printed.lines().any(|line| line.starts_with("all ") && line.contains("100.0 +100 ")), "{printed}");
    assert!(printed.lines().all(|line| line.chars().count() <= 80), "{printed}");
}

#[test]
fn figures_of_a_version_without_the_new_tables_can_be_compared() {
    let (mut base, _) = evaluated(&six_translations(), &[]);
    for field in ["kinds", "twins", "human"] {
        base.as_object_mut().expect("an object").remove(field);
    }
    let folder = folder(&[("base.json", &base.to_string())]);
    let path = folder.path().join("base.json");
    let (_, printed) = evaluated(&six_translations(), &["--against", path.to_str().expect("the path is UTF-8")]);
    assert!(printed.lines().any(|line| line.starts_with("Kendall's tau-b") && line.ends_with("new")), "{printed}");
}
