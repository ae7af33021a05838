//! `wirelint batch`: what names pairs, what is written for them, what happens to bad ones, and going on after a kill.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const REFERENCE: &str = "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates.";
const FAULTY: &str = "The talks in Ulanbato ended on Friday. The minister thanked the 17 delegates.";

/// A folder with a clean and a faulty pair.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in [
        ("a.ref.txt", REFERENCE),
        ("a.mt.txt", FAULTY),
        ("deep/er/b.ref.txt", REFERENCE),
        ("deep/er/b.mt.txt", REFERENCE),
    ] {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn report(folder: &TempDir, out: &str) -> Value {
    serde_json::from_str(&read(folder, &format!("{out}/report.json"))).expect("JSON")
}

fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirelint"));
    command.arg("batch").args(arguments).current_dir(folder.path()).stdin(Stdio::null());
    command
}

/// Runs batch: exit status, standard output, standard error.
fn run(folder: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let output = command(folder, arguments).output().expect("wirelint runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the output is UTF-8");
    (output.status.code().expect("it was not killed"), text(&output.stdout), text(&output.stderr))
}

/// Every file below a folder, by its name within.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(within, bytes)| (format!("{name}/{within}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).expect("the file can be read"));
        }
    }
    found
}

/// Ids with their number of findings, or with the code of their error.
fn outcomes(folder: &TempDir, out: &str) -> Vec<(String, String)> {
    let table = read(folder, &format!("{out}/summary.csv"));
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().expect("there is a header").clone();
    let column = |name: &str| header.iter().position(|one| one == name).expect("the column is there");
    let (id, findings, error) = (column("id"), column("findings"), column("error"));
    let rows = reader.records().map(|row| row.expect("the row can be read"));
    rows.map(|row| (row[id].to_owned(), if row[error].is_empty() { &row[findings] } else { &row[error] }.to_owned()))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(id, outcome)| ((*id).to_owned(), (*outcome).to_owned())).collect()
}

#[test]
fn a_table_names_files_relative_to_itself() {
    let folder = folder();
    for (name, table) in [
        (
            "deep/m.csv",
            "\u{feff}id,reference,candidate,desk\n1,../a.ref.txt,../a.mt.txt,Asia\nx,er/b.ref.txt,er/b.mt.txt,\n",
        ),
        (
            "deep/m.tsv",
            "desk\tid\tcandidate\treference\nAsia\t1\t../a.mt.txt\t../a.ref.txt\n\n\tx\ter/b.mt.txt\ter/b.ref.txt\n",
        ),
        ("deep/m.txt", "id;reference;candidate\n1;../a.ref.txt;../a.mt.txt\nx;er/b.ref.txt;er/b.mt.txt\n"),
    ] {
        write(folder.path(), name, table);
        let (status, _, err) = run(&folder, &[name, "--out", "out"]);
        assert_eq!((status, outcomes(&folder, "out")), (1, pairs(&[("1", "1"), ("x", "0")])), "{name}: {err}");
    }
}

#[test]
fn json_lines_hold_texts_or_name_files() {
    let folder = folder();
    let lines = [
        json!({"id": 12_345_678_901_234_567_890_u64, "reference": REFERENCE, "candidate": FAULTY}),
        json!({"reference_file": "a.ref.txt", "candidate_file": "a.mt.txt", "glossary": null}),
        json!({"id": "s", "reference": REFERENCE, "candidate": REFERENCE, "mode": "segment",
            "glossary": [{"term": "delegates", "status": "forbidden"}]}),
    ];
    write(folder.path(), "m.jsonl", &lines.map(|line| line.to_string()).join("\n"));
    let (status, _, err) = run(&folder, &["m.jsonl", "--out", "out"]);
    let expected = [("12345678901234567890", "1"), ("a.mt.txt", "1"), ("s", "1")];
    assert_eq!((status, outcomes(&folder, "out")), (1, pairs(&expected)), "{err}");
}

#[test]
fn a_folder_is_searched_for_names_that_fit() {
    let folder = folder();
    write(folder.path(), "deep/alone.mt.txt", FAULTY);
    run(&folder, &[".", "--out", "out"]);
    assert_eq!(outcomes(&folder, "out"), pairs(&[("a", "1"), ("deep/alone", "manifest"), ("deep/er/b", "0")]));
    assert!(read(&folder, "out/errors.csv").contains("there is no alone.ref.txt beside it"));
    let patterns = ["--reference-pattern", "a.ref.txt", "--candidate-pattern", "*.mt.txt"];
    let (status, _, err) = run(&folder, &[&["none", "--out", "out"], patterns.as_slice()].concat());
    assert!(status == 2 && err.contains("no such file"), "{err}");
}

#[test]
fn files_of_one_name_in_a_folder_each_are_pairs() {
    let folder = folder();
    for name in ["C1", "C2"] {
        write(folder.path(), &format!("w/{name}/reference.txt"), REFERENCE);
        write(folder.path(), &format!("w/{name}/candidate.txt"), FAULTY);
    }
    let patterns = ["--reference-pattern", "reference.txt", "--candidate-pattern", "candidate.txt"];
    run(&folder, &[&["w", "--out", "out"], patterns.as_slice()].concat());
    assert_eq!(outcomes(&folder, "out"), pairs(&[("C1", "1"), ("C2", "1")]));
}

#[test]
fn a_bad_pair_is_listed_and_stops_nothing() {
    let folder = folder();
    fs::write(folder.path().join("latin.txt"), b"The caf\xe9 was closed.").expect("the file can be written");
    write(folder.path(), "empty.txt", " \n");
    let table = "id,reference,candidate,mode\nmissing,a.ref.txt,none.txt,\nlatin,a.ref.txt,latin.txt,\n\
                 empty,empty.txt,a.mt.txt,\nunnamed,,a.mt.txt,\nmode,a.ref.txt,a.mt.txt,page\nlong,a.ref.txt,a.mt.txt,,,x\n\
                 good,a.ref.txt,a.mt.txt,\ngood,a.ref.txt,a.mt.txt,\n";
    write(folder.path(), "m.csv", table);
    let (status, out, err) = run(&folder, &["m.csv", "--out", "out"]);
    let expected = [
        ("missing", "unreadable"),
        ("latin", "not-utf8"),
        ("empty", "empty-text"),
        ("unnamed", "manifest"),
        ("mode", "manifest"),
        ("long", "manifest"),
        ("good", "1"),
        ("good", "manifest"),
    ];
    assert_eq!((status, outcomes(&folder, "out")), (1, pairs(&expected)), "{err}");
    assert!(out.contains("1 pair checked, 7 could not be"), "{out}");
    assert_eq!(report(&folder, "out")["errors"].as_array().map(Vec::len), Some(7));
    let index = read(&folder, "out/index.html");
    assert!(index.contains("Not checked") && index.contains("none.txt: there is no such file"), "{index}");
}

#[test]
fn a_run_that_checks_nothing_ends_with_status_2() {
    let folder = folder();
    write(folder.path(), "m.csv", "id,reference,candidate\n1,none.txt,a.mt.txt\n");
    assert_eq!(run(&folder, &["m.csv", "--out", "out"]).0, 2);
    for (table, words) in [
        ("id,candidate\n1,a.mt.txt\n", "there is no column `reference`"),
        ("id,reference,candidate\n", "names no pair"),
        ("desk,desk,reference,candidate\n", "two columns `desk`"),
    ] {
        write(folder.path(), "m.csv", table);
        let (status, _, err) = run(&folder, &["m.csv", "--out", "out"]);
        assert!(status == 2 && err.contains(words), "{err}");
    }
}

#[test]
fn totals_are_given_for_the_values_of_every_further_column() {
    let folder = folder();
    let table = "reference,candidate,id,desk,words\na.ref.txt,a.mt.txt,1,Asia,=1+1\na.ref.txt,a.mt.txt,2,Asia,@x\n\
                 deep/er/b.ref.txt,deep/er/b.mt.txt,-3,<b>,\t\n";
    write(folder.path(), "m.csv", table);
    run(&folder, &["m.csv", "--out", "out"]);
    let report = report(&folder, "out");
    let desk = &report["columns"][0];
    assert_eq!((&desk["column"], &desk["distinct"]), (&json!("desk"), &json!(2)));
    let of = |at: usize| (&desk["values"][at]["value"], &desk["values"][at]["totals"]["findings"]);
    assert_eq!((of(0), of(1)), ((&json!("<b>"), &json!(0)), (&json!("Asia"), &json!(2))));
    assert_eq!(report["totals"]["by_category"]["name"], 2);
    let summary = read(&folder, "out/summary.csv");
    assert!(summary.contains(",'=1+1\n") && summary.contains(",'@x\n") && summary.contains("\n3,'-3,"), "{summary}");
    assert!(summary.starts_with("number,id,") && summary.contains(",desk,manifest_words\n"), "{summary}");
    assert!(!read(&folder, "out/index.html").contains("<b>"));
}

#[test]
fn findings_are_those_of_the_stream_with_their_pair() {
    let folder = folder();
    run(&folder, &[".", "--out", "out", "--min-confidence", "0.3"]);
    let lines = read(&folder, "out/findings.jsonl");
    let found: Value = serde_json::from_str(lines.trim()).expect("one line of JSON");
    let checked = Command::new(env!("CARGO_BIN_EXE_wirelint"))
        .args(["check", "--format", "json", "--min-confidence", "0.3", "--reference", "a.ref.txt", "a.mt.txt"])
        .current_dir(folder.path())
        .output()
        .expect("wirelint runs");
    let single: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    assert_eq!(found["pair"], "a");
    for (name, value) in single["findings"][0].as_object().expect("a finding") {
        assert_eq!(&found[name], value, "{name}");
    }
    assert!(found["fingerprint"].is_string());
}

#[test]
fn the_configuration_and_the_ignores_of_a_candidate_count() {
    let folder = folder();
    write(folder.path(), "c.ref.txt", REFERENCE);
    write(folder.path(), "c.mt.txt", FAULTY);
    write(folder.path(), "wirelint.toml", "[[override]]\npaths = [\"a.*\"]\nrules.off = [\"name\"]\n");
    let (status, _, err) = run(&folder, &[".", "--out", "out"]);
    assert_eq!(outcomes(&folder, "out"), pairs(&[("a", "0"), ("c", "1"), ("deep/er/b", "0")]), "{err}");
    assert_eq!(status, 1);
    assert!(read(&folder, "out/pairs/00001-a.html").contains("1 finding not reported"));
    assert_eq!(run(&folder, &[".", "--out", "out", "--fail-on", "critical"]).0, 0);
    assert_eq!(run(&folder, &[".", "--out", "out", "--no-config", "--off", "NAM001", "--min-quality", "99.9"]).0, 1);
}

#[test]
fn pages_are_named_by_number_and_harmless_letters() {
    let folder = folder();
    let table =
        "id,reference,candidate\n../../<b>/\u{202e}=x,a.ref.txt,a.mt.txt\nb,deep/er/b.ref.txt,deep/er/b.mt.txt\n";
    write(folder.path(), "m.csv", table);
    let pages = |more: &[&str]| {
        run(&folder, &[&["m.csv", "--out", "out"], more].concat());
        let names = files(&folder.path().join("out")).into_keys().filter(|name| name.starts_with("pairs/"));
        names.collect::<Vec<_>>()
    };
    assert_eq!(pages(&[]), ["pairs/00001-b-x.html", "pairs/00002-b.html"]);
    write(folder.path(), "out/pairs/notes.html", "mine");
    assert_eq!(pages(&["--pages", "1"]), ["pairs/00001-b-x.html", "pairs/notes.html"], "the worst; old pages go");
    assert_eq!(pages(&["--pages", "none"]), ["pairs/notes.html"]);
    assert!(!read(&folder, "out/index.html").contains("href=\"pairs/"));
}

#[test]
fn an_earlier_run_shows_what_is_new_gone_worse_and_better() {
    let folder = folder();
    run(&folder, &[".", "--out", "then", "--quiet"]);
    write(folder.path(), "a.mt.txt", REFERENCE);
    write(folder.path(), "deep/er/b.mt.txt", &FAULTY.replace("17", "71"));
    write(folder.path(), "c.mt.txt", REFERENCE);
    write(folder.path(), "c.ref.txt", REFERENCE);
    let (_, out, err) = run(&folder, &[".", "--out", "now", "--against", "then/report.json"]);
    let trend = &report(&folder, "now")["against"];
    assert_eq!((&trend["in_both"], &trend["only_now"]), (&json!(2), &json!(1)), "{err}");
    assert_eq!((&trend["new_and_gone"], &trend["worse_and_better"]), (&json!([2, 1]), &json!([1, 1])));
    assert_eq!((&trend["worse"][0]["id"], &trend["better"][0]["id"]), (&json!("deep/er/b"), &json!("a")));
    assert!(out.contains("1 pair worse, 1 better; 2 new findings, 1 gone"), "{out}");
    assert!(read(&folder, "now/index.html").contains("Findings by category, then and now"));
    let (status, _, err) = run(&folder, &[".", "--out", "now", "--against", "now"]);
    assert!(status == 2 && err.contains("another folder"), "{err}");
}

#[test]
fn one_thread_writes_the_same_bytes_as_many() {
    let folder = folder();
    run(&folder, &[".", "--out", "many"]);
    command(&folder, &[".", "--out", "one"]).env("RAYON_NUM_THREADS", "1").output().expect("wirelint runs");
    assert!(files(&folder.path().join("many")) == files(&folder.path().join("one")));
}

/// A table of more pairs than are checked together. A late one is a pipe: who opens it knows that the first ones are done,
/// and its reader waits until it is killed.
#[cfg(unix)]
fn interrupted(folder: &TempDir) {
    let mut table = "id,reference,candidate,desk\n".to_owned();
    for number in 1..=300 {
        let candidate = if number == 290 { "late.txt" } else { "a.mt.txt" };
        table.push_str(&format!("p{number},a.ref.txt,{candidate},{}\n", number % 3));
    }
    write(folder.path(), "m.csv", &table);
    let pipe = folder.path().join("late.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let mut child = command(folder, &["m.csv", "--out", "out", "--quiet"]).spawn().expect("wirelint runs");
    let opened = fs::File::options().write(true).open(&pipe).expect("wirelint reads it");
    child.kill().expect("it runs still");
    child.wait().expect("it is over");
    drop(opened);
    fs::remove_file(&pipe).expect("the pipe can be removed");
    write(folder.path(), "late.txt", FAULTY);
    assert!(folder.path().join("out/journal.jsonl").exists());
}

#[cfg(unix)]
#[test]
fn a_killed_run_is_gone_on_with_and_ends_as_if_undisturbed() {
    let folder = folder();
    interrupted(&folder);
    // What a kill in the middle of writing would leave.
    let tail = |name: &str, more: &str| {
        let text = read(&folder, name) + more;
        write(folder.path(), name, &text);
    };
    tail("out/journal.jsonl", "{\"end\":1,\"ro");
    tail("out/findings.jsonl.part", "{\"pair\":\"p");
    write(folder.path(), "out/pairs/.00299-p299.html.1.tmp", "<!DOCT");
    let (status, _, err) = run(&folder, &["m.csv", "--out", "out", "--resume"]);
    assert_eq!((status, err.as_str()), (1, ""));
    run(&folder, &["m.csv", "--out", "undisturbed"]);
    let (one, other) = (files(&folder.path().join("out")), files(&folder.path().join("undisturbed")));
    assert!(one.keys().eq(other.keys()), "{:?} {:?}", one.keys(), other.keys());
    for (name, bytes) in &one {
        assert!(other[name] == *bytes, "{name}");
    }
    assert_eq!(one.len(), 6 + 300);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_is_neither_lost_nor_mixed_with_another() {
    let folder = folder();
    interrupted(&folder);
    let refused = |arguments: &[&str], words: &str| {
        let (status, _, err) = run(&folder, arguments);
        assert!(status == 2 && err.contains(words) && err.contains("journal.jsonl to begin anew"), "{err}");
    };
    refused(&["m.csv", "--out", "out"], "was interrupted");
    refused(&["m.csv", "--out", "out", "--resume", "--min-confidence", "0.9"], "the settings changed");
    refused(&["m.csv", "--out", "out", "--resume", "--fail-on", "never"], "the settings changed");
    let table = read(&folder, "m.csv");
    write(folder.path(), "m.csv", &(table + "more,a.ref.txt,a.mt.txt,\n"));
    refused(&["m.csv", "--out", "out", "--resume"], "the manifest changed");
}
