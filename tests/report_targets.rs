//! Where reports go: standard output, files, several in one run; and what the shell gets to know of the program.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use wirelint::report::format::Format;

const REFERENCE: &str = "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates.";
const FAULTY: &str = "The talks in Ulanbato ended on Friday. The minister thanked the 17 delegates.";

/// What a run left behind.
struct Answer {
    status: i32,
    out: String,
    err: String,
}

/// A folder with a pair.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in [("reference.txt", REFERENCE), ("faulty.txt", FAULTY)] {
        fs::write(folder.path().join(name), text).expect("the file can be written");
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirelint"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env_remove("NO_COLOR").env_remove("CLICOLOR").env_remove("CLICOLOR_FORCE");
    let output = command.output().expect("wirelint runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    let status = output.status.code().expect("it was not killed");
    Answer { status, out: text(output.stdout), err: text(output.stderr) }
}

fn check(folder: &Path, arguments: &[&str]) -> Answer {
    run(folder, &[&["check", "--reference", "reference.txt"], arguments, &["faulty.txt"]].concat())
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("the report is there")
}

/// Asserts status 2 before anything is written, and these words on standard error.
fn assert_refused(arguments: &[&str], words: &[&str]) {
    let folder = folder();
    let answer = check(folder.path(), arguments);
    assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{arguments:?}: {}", answer.err);
    for word in words {
        assert!(answer.err.contains(word), "`{word}` is not in: {}", answer.err);
    }
    let entries = fs::read_dir(folder.path()).expect("the folder can be read").count();
    assert_eq!(entries, 2, "{arguments:?} left a file");
    assert_eq!(
        (read(folder.path(), "faulty.txt").as_str(), read(folder.path(), "reference.txt").as_str()),
        (FAULTY, REFERENCE)
    );
}

#[test]
fn every_format_is_printed_on_request() {
    let folder = folder();
    for format in Format::ALL {
        let answer = check(folder.path(), &["--format", format.name()]);
        assert_eq!(answer.status, 1, "{}: {}", format.name(), answer.err);
        assert!(answer.out.contains("Ulanbato"), "{}: {}", format.name(), answer.out);
    }
}

#[test]
fn output_goes_to_a_file_in_place_of_standard_output() {
    let folder = folder();
    let printed = check(folder.path(), &["--format", "csv"]).out;
    let answer = check(folder.path(), &["--format", "csv", "--output", "findings.csv"]);
    assert_eq!((answer.status, answer.out.as_str()), (1, ""));
    assert_eq!(read(folder.path(), "findings.csv"), printed);
    let answer = check(folder.path(), &["--format", "csv", "--output", "-"]);
    assert_eq!(answer.out, printed);
}

#[test]
fn one_run_writes_several_reports_beside_the_one_for_people() {
    let folder = folder();
    let plain = check(folder.path(), &[]).out;
    let answer = check(folder.path(), &["--report", "sarif=x.sarif", "--report", "csv=y.csv"]);
    assert_eq!((answer.status, &answer.out), (1, &plain));
    let sarif: Value = serde_json::from_str(&read(folder.path(), "x.sarif")).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(read(folder.path(), "y.csv").lines().count(), 2);
}

#[test]
fn a_report_on_standard_output_stands_in_place_of_the_one_for_people() {
    let folder = folder();
    let answer = check(folder.path(), &["--report", "json=-", "--report", "concise=x.txt"]);
    serde_json::from_str::<Value>(&answer.out).expect("JSON and nothing else");
    assert!(read(folder.path(), "x.txt").starts_with("faulty.txt:1:14: major NAM001 "));
}

#[test]
fn a_report_in_a_file_has_no_colour() {
    let folder = folder();
    let answer = check(folder.path(), &["--color", "always", "--report", "concise=x.txt"]);
    assert!(answer.out.contains('\u{1b}') && !read(folder.path(), "x.txt").contains('\u{1b}'));
}

#[test]
fn concise_lines_are_coloured_where_colour_is_on() {
    let folder = folder();
    let coloured = check(folder.path(), &["--format", "concise", "--color", "always"]).out;
    assert!(coloured.contains("\u{1b}[1;33mmajor\u{1b}[0m"), "{coloured:?}");
    assert!(!check(folder.path(), &["--format", "concise"]).out.contains('\u{1b}'));
}

#[test]
fn a_wrong_report_is_refused_with_what_to_write() {
    assert_refused(&["--report", "srif=x.sarif"], &["Did you mean `sarif`?", "markdown"]);
    assert_refused(&["--report", "x.sarif"], &["FORMAT=FILE", "sarif=findings.sarif"]);
    assert_refused(&["--report", "sarif="], &["the file is missing", "sarif=FILE"]);
    assert_refused(&["--format", "sarfi"], &["sarif"]);
}

#[test]
fn two_reports_in_one_place_are_refused() {
    assert_refused(&["--report", "sarif=x", "--report", "csv=x"], &["cannot both go to x"]);
    assert_refused(&["--report", "sarif=x", "--report", "csv=./x"], &["cannot both go to ./x"]);
    assert_refused(&["--output", "x", "--report", "csv=x"], &["cannot both go to x"]);
    assert_refused(&["--report", "sarif=-", "--report", "csv=-"], &["cannot both go to standard output"]);
    assert_refused(&["--format", "json", "--report", "csv=-"], &["cannot both go to standard output"]);
}

#[test]
fn a_report_is_not_written_over_a_text_that_is_read() {
    assert_refused(&["--output", "faulty.txt"], &["written over faulty.txt"]);
    assert_refused(&["--report", "csv=./reference.txt"], &["written over ./reference.txt"]);
}

#[test]
fn a_folder_that_is_not_there_is_named_before_anything_is_written() {
    assert_refused(&["--report", "csv=y.csv", "--output", "none/x.txt"], &["none/x.txt", "there is no such folder"]);
    assert_refused(&["--report", "csv=."], &["it is a folder"]);
}

#[test]
fn what_is_no_file_takes_any_number_of_reports() {
    if !Path::new("/dev/null").exists() {
        return;
    }
    let folder = folder();
    let answer = check(folder.path(), &["--output", "/dev/null", "--report", "csv=/dev/null"]);
    assert_eq!((answer.status, answer.out.as_str()), (1, ""), "{}", answer.err);
}
