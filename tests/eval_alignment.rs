//! `wirelint eval --alignment` and `--calibrate`: how right the links of sentences are, and what confidence is fitted on.

mod running;

use std::fs;

use running::{Answer, folder, run};
use serde_json::{Value, json};
use tempfile::TempDir;

const REFERENCE: &str = "The talks in Ulaanbaatar ended on Friday.\nThe minister thanked the 17 delegates.\n";
const CANDIDATE: &str = "The talks in Ulaanbaatar ended on Friday.\nThe minister thanked the 17 <b>delegates</b>.\n";

/// The folder of a text, and the marks of its sentences beside it.
fn texts(marked: &str) -> TempDir {
    let folder = folder(&[("X1.tsv", &format!("# Comment.\nrelation\treference\tcandidate\n{marked}"))]);
    let pair = folder.path().join("X1");
    fs::create_dir(&pair).expect("the folder can be made");
    let meta = json!({"parallel": true}).to_string();
    for (name, text) in [("candidate.marked.txt", CANDIDATE), ("reference.txt", REFERENCE), ("meta.json", &meta)] {
        fs::write(pair.join(name), text).expect("the file can be written");
    }
    folder
}

/// The first sentences of both texts are the same; the second ones are as it is said.
fn marked(second: &str) -> String {
    let same = "same\tThe talks in Ulaanbaatar ended on Friday.\tThe talks in Ulaanbaatar ended on Friday.";
    let other = "The minister thanked the 17 delegates.\tThe minister thanked the 17 <b>delegates</b>.";
    format!("{same}\n{second}\t{other}\n")
}

fn aligned(folder: &TempDir, more: &[&str]) -> Answer {
    let answer = run(folder.path(), &[&["X1", "--alignment", ".", "--json", "figures.json"], more].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    answer
}

fn figures(folder: &TempDir) -> Value {
    let written = fs::read_to_string(folder.path().join("figures.json")).expect("the figures are written");
    serde_json::from_str(&written).expect("JSON")
}

#[test]
fn links_are_counted_as_by_hand() {
    for (second, linked, right) in [("same", 2, 2), ("partly", 1, 1), ("no", 2, 1)] {
        let folder = texts(&marked(second));
        aligned(&folder, &[]);
        let all = &figures(&folder)["alignment"];
        let parallel = &all["parallel"];
        assert_eq!((&parallel["texts"], &parallel["kinds"]), (&json!(1), &json!(1)));
        assert_eq!((&parallel["linked"], &parallel["right"]), (&json!(linked), &json!(right)), "{second}");
        assert_eq!(parallel["precision"]["value"], f64::from(right) / f64::from(linked));
        assert_eq!(parallel["recall"]["value"], 1.0);
        assert_eq!((&all["comparable"]["texts"], &all["comparable"]["f1"]["value"]), (&json!(0), &Value::Null));
    }
}

#[test]
fn links_stand_in_all_reports_and_wrong_ones_are_listed() {
    let folder = texts(&marked("no"));
    let answer = aligned(&folder, &["--show", "sentences", "--html", "page.html"]);
    assert!(answer.out.contains("\nSentences ") && answer.out.contains("\nLinks "), "{}", answer.out);
    assert!(answer.out.contains("sentences: 1 wrong link\n\n  X1 clean, line 2, linked with: The minister"));
    assert!(answer.out.contains("sentences: 0 missed pairs"), "{}", answer.out);
    let page = fs::read_to_string(folder.path().join("page.html")).expect("the page is written");
    assert!(page.contains("id=\"sentences\"") && page.contains("id=\"links\""), "{page}");
    assert!(page.contains("<mark>The minister thanked the 17 &lt;b&gt;delegates"), "{page}");
}

#[test]
fn what_a_change_did_to_links_is_shown() {
    let folder = texts(&marked("same"));
    aligned(&folder, &[]);
    let mut base = figures(&folder);
    base["alignment"]["parallel"]["right"] = json!(1);
    base["alignment"]["parallel"]["precision"]["value"] = json!(0.5);
    fs::write(folder.path().join("base.json"), base.to_string()).expect("the file can be written");
    let printed = aligned(&folder, &["--against", "base.json"]).out;
    assert!(printed.contains("2 =         2 +1   100.0 +50.0"), "{printed}");
    assert!(!printed.contains("The earlier run"), "{printed}");
    assert!(printed.lines().all(|line| line.chars().count() <= 80), "{printed}");
    base["alignment"]["parallel"]["same"] = json!(1);
    fs::write(folder.path().join("base.json"), base.to_string()).expect("the file can be written");
    assert!(aligned(&folder, &["--against", "base.json"]).out.contains("The earlier run was over other texts"));
    base.as_object_mut().expect("an object").remove("alignment");
    fs::write(folder.path().join("base.json"), base.to_string()).expect("the file can be written");
    assert!(aligned(&folder, &["--against", "base.json"]).out.contains(" 2 new "));
}

#[test]
fn what_cannot_be_measured_is_said() {
    let folder = texts(&marked("alike"));
    for (arguments, words) in [
        (&["X1", "--alignment", "."][..], "X1.tsv:4: its relation is neither `same`"),
        (&["X1", "--alignment", "X1"][..], "no file in it is named after one of the folders"),
        (&["X1", "--show", "sentences"][..], "no rule `sentences`"),
    ] {
        let answer = run(folder.path(), arguments);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{}", answer.err);
        assert!(answer.err.contains(words), "`{words}` is not in: {}", answer.err);
    }
}

/// Findings of a rule in segments that a model was fitted on, and how many of these are right.
fn fitted_on(folder: &TempDir, arguments: &[&str], rule: &str) -> (u64, u64) {
    let answer = run(folder.path(), &[arguments, &["--calibrate", "model.tsv"]].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("\nCross-validated "), "{}", answer.out);
    let model = fs::read_to_string(folder.path().join("model.tsv")).expect("the model is written");
    let row = model.lines().find(|line| line.starts_with(&format!("{rule}\tsegment"))).expect("the rule is there");
    let cells: Vec<&str> = row.split('\t').collect();
    let count = |at: usize| cells[at].parse().expect("a count");
    (count(cells.len() - 2), count(cells.len() - 1))
}

#[test]
fn confidence_is_not_fitted_on_what_annotators_disagree_on() {
    let reference = "The talks in Ulaanbaatar ended on Friday.";
    let candidate = "The talks in Ulanbato ended on Friday.";
    for (majority, fitted) in [(None, (1, 1)), (Some(true), (1, 1)), (Some(false), (0, 0))] {
        let mark = json!({"start": 13, "end": 21, "category": "name", "severity": "major", "majority": majority});
        let line = json!({"reference": reference, "candidate": candidate, "gold": [mark], "mode": "segment"});
        let folder = folder(&[("gold.jsonl", &line.to_string())]);
        assert_eq!(fitted_on(&folder, &["gold.jsonl"], "NAM001"), fitted, "{majority:?}");
    }
}

#[test]
fn what_one_of_three_raters_marks_is_doubtful() {
    let header = "system\tdoc\tglobalSegId\trater\ttarget\tcategory\tseverity";
    let wrong = "Accuracy/Mistranslation\tMajor";
    for (raters, fitted) in [(1, (0, 0)), (2, (1, 1))] {
        let mut lines = vec![header.to_owned()];
        for rater in 0..3 {
            lines.push(if rater < raters {
                format!("first\ttalks\t1\t{rater}\tThe talks in <v>Ulanbato</v> ended on Friday.\t{wrong}")
            } else {
                format!("first\ttalks\t1\t{rater}\tThe talks in Ulanbato ended on Friday.\tNo-error\tNo-error")
            });
        }
        let reference = "The talks in Ulaanbaatar ended on Friday.\n";
        let folder = folder(&[("marks.tsv", &lines.join("\n")), ("references.txt", reference)]);
        let arguments = ["marks.tsv", "--reference", "references.txt"];
        assert_eq!(fitted_on(&folder, &arguments, "NAM001"), fitted, "{raters} of three");
    }
}

#[test]
fn the_rules_of_one_category_are_fitted_by_themselves() {
    let mark = json!({"start": 13, "end": 21, "category": "name", "severity": "major"});
    let line = json!({"reference": "The talks in Ulaanbaatar ended on Friday.",
        "candidate": "The talks in Ulanbato ended on Friday.", "gold": [mark], "mode": "segment"});
    let folder = folder(&[("gold.jsonl", &line.to_string())]);
    let model = || fs::read_to_string(folder.path().join("model.tsv")).expect("the model is written");
    assert_eq!(run(folder.path(), &["gold.jsonl", "--calibrate", "model.tsv"]).status, 0);
    let whole = model();
    let twice = ["gold.jsonl", "gold.jsonl", "--calibrate", "model.tsv", "--only", "name"];
    for _ in 0..2 {
        let answer = run(folder.path(), &twice);
        assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    }
    let other = model();
    assert_eq!(other.matches("# The rules of name were fitted on: gold.jsonl (2 times)").count(), 1, "{other}");
    let rows = |model: &str, name: bool| -> Vec<String> {
        model
            .lines()
            .filter(|line| !line.starts_with('#') && line.starts_with("NAM") == name)
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(rows(&whole, false), rows(&other, false));
    assert_ne!(rows(&whole, true), rows(&other, true));
    let answer = run(folder.path(), &["gold.jsonl", "--only", "name"]);
    assert_eq!(answer.status, 2, "{}", answer.err);
}
