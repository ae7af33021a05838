//! Baselines: what was found before is not reported again, and what is gone is told.

use std::fs;

use tempfile::TempDir;

use crate::program::{Answer, REFERENCE, folder, run, write};

mod program;

const FAULTY: &str = "The talks in Ulanbato ended on Friday. The minister thanked the 17 delegates.\n";
/// The same fault below other text, and a new one.
const MOVED: &str = "Another line.\n\nThe talks in Ulanbato ended on Friday. The minister thanked the 17 delegates.\n";
const WORSE: &str = "The talks in Ulanbato ended on Friday. The minister thanked the 71 delegates.\n";

const CREATE: [&str; 5] = ["baseline", "create", "--reference", "reference.txt", "texts/a.txt"];
const UPDATE: [&str; 5] = ["baseline", "update", "--reference", "reference.txt", "texts/a.txt"];

/// A folder with a faulty text and its baseline, named in the configuration.
fn baselined() -> TempDir {
    let folder = folder(&[("texts/a.txt", FAULTY), ("wirelint.toml", "baseline = \"known.json\"\n")]);
    let answer = run(folder.path(), &CREATE);
    assert_eq!(answer.status, 0, "{}", answer.err);
    folder
}

fn check(folder: &TempDir) -> Answer {
    run(folder.path(), &["check", "--reference", "reference.txt", "texts/a.txt"])
}

fn known(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("known.json")).expect("the baseline can be read")
}

#[test]
fn what_is_in_the_baseline_is_not_reported_and_does_not_fail() {
    let answer = check(&baselined());
    assert_eq!((answer.status, answer.err.contains("1 in the baseline")), (0, true), "{}", answer.err);
    assert!(answer.out.starts_with("Nothing found."), "{}", answer.out);
}

#[test]
fn a_finding_stays_known_when_it_moves() {
    let folder = baselined();
    write(folder.path(), "texts/a.txt", MOVED);
    assert_eq!(check(&folder).status, 0);
}

#[test]
fn a_finding_stays_known_when_its_severity_is_another() {
    let folder = baselined();
    write(folder.path(), "wirelint.toml", "baseline = \"known.json\"\n[severity]\nNAM001 = \"critical\"\n");
    assert_eq!(check(&folder).status, 0);
}

#[test]
fn a_new_finding_fails_beside_a_known_one() {
    let folder = baselined();
    write(folder.path(), "texts/a.txt", WORSE);
    let answer = check(&folder);
    assert_eq!((answer.status, answer.out.contains("NUM"), answer.out.contains("NAM001")), (1, true, false));
}

#[test]
fn the_file_has_one_finding_a_line_with_paths_from_its_folder() {
    let folder = baselined();
    write(folder.path(), "deep/base.json", "");
    fs::remove_file(folder.path().join("deep/base.json")).expect("it can be removed");
    let arguments = [&CREATE[..], &["--baseline", "deep/base.json"]].concat();
    assert_eq!(run(folder.path(), &arguments).status, 0);
    let written = fs::read_to_string(folder.path().join("deep/base.json")).expect("it was written");
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!((lines.len(), lines[0], lines[2]), (3, "{\"version\": 1, \"findings\": [", "]}"));
    assert!(lines[1].starts_with("{\"path\":\"../texts/a.txt\",\"rule\":\"NAM001\",\"fingerprint\":\""), "{written}");
    assert!(known(&folder).contains("\"path\":\"texts/a.txt\""));
}

#[test]
fn the_same_findings_give_the_same_bytes() {
    let folder = baselined();
    let before = known(&folder);
    assert_eq!(run(folder.path(), &UPDATE).status, 0);
    assert_eq!(known(&folder), before);
}

#[test]
fn what_is_gone_is_noted_and_update_drops_it() {
    let folder = baselined();
    write(folder.path(), "texts/a.txt", REFERENCE);
    let answer = check(&folder);
    assert!(answer.status == 0 && answer.err.contains("no longer has NAM001 on `Ulanbato`"), "{}", answer.err);
    assert_eq!(run(folder.path(), &UPDATE).status, 0);
    assert!(!known(&folder).contains("NAM001"));
    assert_eq!(check(&folder).err, "");
}

#[test]
fn update_lists_new_findings_and_does_not_take_them() {
    let folder = baselined();
    let before = known(&folder);
    write(folder.path(), "texts/a.txt", WORSE);
    let answer = run(folder.path(), &UPDATE);
    assert_eq!(answer.status, 1);
    assert!(answer.err.contains("new in texts/a.txt: NUM") && answer.err.contains("--accept-new"), "{}", answer.err);
    assert_eq!(known(&folder), before);
}

#[test]
fn update_takes_new_findings_when_told_so() {
    let folder = baselined();
    write(folder.path(), "texts/a.txt", WORSE);
    assert_eq!(run(folder.path(), &[&UPDATE[..], &["--accept-new"]].concat()).status, 0);
    assert_eq!(check(&folder).status, 0);
}

#[test]
fn update_leaves_the_entries_of_other_texts() {
    let folder = baselined();
    write(folder.path(), "texts/b.txt", FAULTY);
    let arguments = ["baseline", "update", "--accept-new", "--reference", "reference.txt", "texts/b.txt"];
    assert_eq!(run(folder.path(), &arguments).status, 0);
    assert!(known(&folder).contains("texts/a.txt") && known(&folder).contains("texts/b.txt"));
}

#[test]
fn create_overwrites_nothing() {
    let folder = baselined();
    let answer = run(folder.path(), &CREATE);
    assert!(answer.status == 2 && answer.err.contains("baseline update"), "{}", answer.err);
}

#[test]
fn what_is_ignored_is_not_put_into_a_baseline() {
    let text = FAULTY.replace("Friday.", "Friday. <!-- wirelint: ignore NAM001 ours -->");
    let folder = folder(&[("texts/a.txt", &text), ("wirelint.toml", "baseline = \"known.json\"\n")]);
    assert_eq!(run(folder.path(), &CREATE).status, 0);
    assert!(!known(&folder).contains("NAM001"));
}

#[test]
fn a_baseline_that_is_missing_or_broken_is_an_error_with_what_to_do() {
    let folder = baselined();
    for (content, words) in [
        (None, "known.json:1: there is no such baseline. Write one with `wirelint baseline create`."),
        (Some("{\"version\": 1, \"findings\": [\n<<<<<<< HEAD\n"), "known.json:2: this is no baseline"),
        (Some("{\"version\": 9, \"findings\": []}\n"), "the baseline is of version 9, not 1"),
    ] {
        match content {
            Some(content) => write(folder.path(), "known.json", content),
            None => fs::remove_file(folder.path().join("known.json")).expect("it can be removed"),
        }
        let answer = check(&folder);
        assert!(answer.status == 2 && answer.err.contains(words), "{}", answer.err);
    }
}
