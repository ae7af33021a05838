//! `wirelint eval` on files in other formats: DEMETR's changes, WMT's tables of marks.

mod running;

use std::fs;

use running::{folder, run};
use serde_json::{Value, json};
use tempfile::TempDir;

const REFERENCE: &str = "The mayor of Lisbon opened the bridge on Monday.";
const TRANSLATION: &str = "The mayor of Lisbon opened the bridge Monday.";

/// The figures that a run in a folder writes, and what it prints.
fn evaluated(folder: &TempDir, arguments: &[&str]) -> (Value, String) {
    let answer = run(folder.path(), &[arguments, &["--json", "figures.out"]].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("figures.out")).expect("the figures are written");
    (serde_json::from_str(&written).expect("JSON"), answer.out)
}

fn assert_wrong(folder: &TempDir, arguments: &[&str], words: &str) {
    let answer = run(folder.path(), arguments);
    assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{}", answer.err);
    assert!(answer.err.contains(words), "`{words}` is not in: {}", answer.err);
}

fn row<'a>(rows: &'a Value, key: &str) -> &'a Value {
    let rows = rows.as_array().expect("rows");
    rows.iter().find(|row| row["key"] == key).expect("the row is there")
}

/// An item as DEMETR has them.
fn item(id: u32, changed: &str, name: &str, severity: &str) -> Value {
    json!({"id": id, "src_sent": "O autarca de Lisboa inaugurou a ponte na segunda-feira.", "eng_sent": REFERENCE,
        "mt_sent": TRANSLATION, "pert_sent": changed, "lang_tag": "portuguese", "data_source": "none",
        "pert_check": changed != TRANSLATION, "severity": severity, "pert_id": 1, "pert_desc": "", "pert_name": name})
}

fn items(items: &[Value]) -> String {
    serde_json::to_string_pretty(items).expect("JSON")
}

/// Three files of changes: a negation, a name removed and replaced, nothing left; and what is no change.
fn changes() -> TempDir {
    let negated = "The mayor of Lisbon did not open the bridge Monday.";
    folder(&[
        ("critical_id8_negation.json", &items(&[item(7, negated, "critical_id8_negation", "critical")])),
        (
            "critical_id9_ne.json",
            &items(&[
                item(7, "The mayor of opened the bridge Monday.", "critical_id25_ne_removed", "critical"),
                item(7, "The mayor of Porto opened the bridge Monday.", "critical_id9_ne_replaced", "critical"),
                item(7, TRANSLATION, "critical_id9_ne_replaced", "critical"),
            ]),
        ),
        (
            "base.json",
            &items(&[
                item(7, "Rain is likely.", "base_id33_shuffle_trans", "base"),
                item(7, REFERENCE, "base_id35_reference", "base"),
            ]),
        ),
    ])
}

#[test]
fn changes_are_read_from_a_folder_of_demetr() {
    let (all, printed) = evaluated(&changes(), &["."]);
    // One clean form for all files; what is unchanged, or the reference itself, is left out.
    assert_eq!((&all["texts"]["garbled"], &all["texts"]["clean"]), (&json!(4), &json!(1)));
    let keys: Vec<&Value> = all["kinds"].as_array().expect("rows").iter().map(|row| &row["key"]).collect();
    assert_eq!(keys, ["ne_removed", "ne_replaced", "negation", "unrelated"]);
    assert_eq!(row(&all["errors_by_category"], "name")["errors"], 2);
    assert_eq!(row(&all["errors_by_category"], "logic")["errors"], 1);
    assert_eq!(row(&all["errors_by_severity"], "critical")["errors"], 4);
    assert_eq!(row(&all["kinds"], "negation")["named"], 1);
    assert!(printed.contains("\nne_replaced "), "{printed}");
}

#[test]
fn the_places_of_changes_are_those_of_the_words_changed() {
    let (_, printed) = evaluated(&changes(), &["critical_id9_ne.json", "--show", "name", "--threshold", "1"]);
    assert!(printed.contains("The mayor of[] opened the bridge Monday."), "{printed}");
    assert!(printed.contains("The mayor of [Porto] opened the bridge Monday."), "{printed}");
    assert!(printed.contains("ne_replaced 7, line 1, critical; right: Lisbon"), "{printed}");
}

#[test]
fn a_wrong_item_of_demetr_is_named_with_its_line() {
    let mut broken = items(&[item(1, "No.", "minor_id1_x", "minor"), item(2, "Yes.", "minor_id1_x", "mild")]);
    let folder = folder(&[("broken.json", &broken)]);
    assert_wrong(&folder, &["broken.json"], "broken.json:16: the item has the severity `mild`; there are critical");
    broken = broken.replace("mt_sent", "mt");
    fs::write(folder.path().join("broken.json"), &broken).expect("the file can be written");
    assert_wrong(&folder, &["broken.json"], "it is no item of DEMETR: missing field `mt_sent`");
    fs::write(folder.path().join("broken.json"), "{\n}").expect("the file can be written");
    assert_wrong(&folder, &["broken.json", "--format", "demetr"], "broken.json:1: it is no file of DEMETR");
}

const HEADER: &str = "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata";

/// A line of a table: system, segment, rater, translation with a mark, label, severity.
fn line(system: &str, segment: u32, rater: &str, target: &str, label: &str, severity: &str) -> String {
    format!("{system}\tbridge\t{segment}\t{segment}\t{rater}\tquelle\t{target}\t{label}\t{severity}\t{{}}")
}

/// Three raters on two systems and on the reference.
fn marks() -> String {
    let mut lines = vec![HEADER.to_owned()];
    let wrong = "Accuracy/Mistranslation";
    for (rater, target, label, severity) in [
        ("one", "The mayor of <v>Porto</v> opened the bridge Monday.", wrong, "Major"),
        ("one", "The mayor of Porto opened the bridge Monday<v>.</v>", "Fluency/Punctuation", "Minor"),
        ("two", "The <v>mayor of Porto</v> opened the bridge Monday.", wrong, "minor"),
        ("three", "The mayor of Porto opened the bridge <v>Monday</v>.", "Style/Awkward", "Minor"),
        ("three", "The mayor of Porto opened the bridge Monday, at last.", "Accuracy/Omission", "Minor"),
        ("three", "Any text at all.", "HOTW-test", "HOTW-test"),
    ] {
        lines.push(line("first", 2, rater, target, label, severity));
    }
    for rater in ["one", "two", "three"] {
        lines.push(line("second", 2, rater, TRANSLATION, "No-error", "No-error"));
        lines.push(line("human", 2, rater, REFERENCE, "No-error", "No-error"));
    }
    lines.join("\r\n")
}

fn with_references(table: &str) -> TempDir {
    folder(&[("marks.tsv", table), ("references.txt", &format!("A bridge is opened\n{REFERENCE}\n"))])
}

#[test]
fn what_most_raters_mark_is_an_error_and_the_scores_are_their_mean() {
    let folder = with_references(&marks());
    let show = ["marks.tsv", "--reference", "references.txt", "--show", "name", "--threshold", "1"];
    let (all, printed) = evaluated(&folder, &show);
    // The reference was rated as well; it is no translation under test.
    assert_eq!((&all["texts"]["garbled"], &all["texts"]["clean"]), (&json!(1), &json!(1)));
    assert_eq!(all["errors"]["errors"], 1);
    // Two of three marked the one word, one of them as major.
    assert!(printed.contains("first bridge 2, line 1, major") && printed.contains("of [Porto] opened"), "{printed}");
    let human = &all["human"];
    assert_eq!((&human["texts"], &human["pairs"], &human["systems"]), (&json!(2), &json!(1), &json!(2)));
    assert_eq!(human["accuracy"]["value"], 1.0);
}

#[test]
fn of_one_rater_every_mark_is_an_error() {
    let label = "Fluency/Grammar";
    let lines = [
        HEADER.to_lowercase().replace("globalsegid", "seg_id"),
        line("first", 2, "one", "The <v>mayor</v> of Lisbon opened the bridge Monday.", label, "Major"),
        line("first", 2, "one", "The mayor <v>of Lisbon</v> opened the bridge Monday.", "Non-translation!", "Major"),
    ];
    let folder = with_references(&lines.join("\n"));
    let (all, _) = evaluated(&folder, &["marks.tsv", "--reference", "references.txt"]);
    assert_eq!(row(&all["errors_by_category"], "join")["errors"], 1);
    assert_eq!(row(&all["errors_by_category"], "other")["errors"], 1);
}

#[test]
fn a_wrong_table_is_named_with_its_line_and_what_to_do() {
    let table = marks();
    let folder = with_references(&table);
    let write = |table: &str| fs::write(folder.path().join("marks.tsv"), table).expect("the file can be written");
    assert_wrong(&folder, &["marks.tsv"], "marks.tsv:1: WMT MQM marks come without references: give them");
    let arguments = ["marks.tsv", "--reference", "references.txt"];
    write(&table.replace("\t2\t2\t", "\t2\t9\t"));
    assert_wrong(&folder, &arguments, "marks.tsv:2: the segment 9 is none of the 2 lines of references.txt");
    write(&table.replace("\t2\t2\t", "\t2\ttwo\t"));
    assert_wrong(&folder, &arguments, "marks.tsv:2: the segment is `two` and not a line number");
    write(&table.replace("Style/Awkward\tMinor", "Style/Awkward\tMild"));
    assert_wrong(&folder, &arguments, "marks.tsv:5: the severity is `Mild`; there are Critical, Major");
    write(&format!("{HEADER}\nfirst\tbridge\n"));
    assert_wrong(&folder, &arguments, "marks.tsv:2: the line has 2 fields");
    write(&table.replace("\trater\t", "\tjudge\t"));
    let format = [&arguments[..], &["--format", "wmt-mqm"]].concat();
    assert_wrong(&folder, &format, "marks.tsv:1: there is no column `rater`");
}

#[test]
fn a_format_that_does_not_fit_is_refused() {
    let clean = json!({"reference": REFERENCE, "candidate": REFERENCE, "clean": true}).to_string();
    let folder = folder(&[("gold.jsonl", &clean), ("references.txt", REFERENCE)]);
    assert_wrong(&folder, &["gold.jsonl", "--format", "tmx"], "folder, jsonl, demetr, wmt-mqm");
    assert_wrong(&folder, &["gold.jsonl", "--format", "folder"], "`--format folder` is for folders");
    assert_wrong(&folder, &[".", "--format", "jsonl"], "it is a folder, and jsonl is a format of files");
    assert_wrong(&folder, &["gold.jsonl", "--reference", "references.txt"], "only WMT MQM marks need references");
    assert_wrong(&folder, &["gold.jsonl", "--reference", "none.txt"], "cannot read none.txt");
}
