//! The command line as its users see it: exit statuses, messages, formats, colour.

use std::fs;
use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use wirelint::rules::RULES;

const REFERENCE: &str =
    "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates for their work.";
const FAULTY: &str = "The talks in Ulanbato ended on Friday. The minister thanked the 17 delegates for their work.";
/// A fault that is only minor.
const SPACED: &str = "The talks in Ulaanbaatar ended on Friday . The minister thanked the 17 delegates for their work.";
const RUSSIAN: &str = "Переговоры в Улан-Баторе завершились в пятницу. Министр поблагодарил семнадцать делегатов.";
/// Escapes that would colour a terminal, set its title and clear it, and marks that turn the line round.
const HOSTILE: &str = "The talks in \u{1b}[31mUlan\u{202e}bato\u{1b}]0;title\u{7} ended on \u{202e}Friday\u{9b}2J . \
                       The minister Nuretin\u{9b} Erkin thanked the 17 delegates.";

/// Texts in files of their own.
struct Files {
    folder: TempDir,
}

impl Files {
    fn new() -> Files {
        let files = Files { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        for (name, text) in [
            ("reference", REFERENCE),
            ("faulty", FAULTY),
            ("spaced", SPACED),
            ("russian", RUSSIAN),
            ("hostile", HOSTILE),
        ] {
            files.write(&format!("{name}.txt"), text.as_bytes());
        }
        files
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join(name), bytes).expect("the file can be written");
    }

    /// Runs wirelint in the folder of the files.
    fn run(&self, arguments: &[&str]) -> Answer {
        run(self.folder.path(), arguments, None, &[])
    }

    fn check(&self, arguments: &[&str]) -> Answer {
        self.run(&[&["check", "--reference", "reference.txt"], arguments].concat())
    }
}

/// What a run left behind.
struct Answer {
    status: i32,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str], input: Option<&str>, environment: &[(&str, &str)]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirelint"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.envs(environment.iter().copied());
    if let Some(input) = input {
        let mut file = tempfile::tempfile().expect("a temporary file can be made");
        file.write_all(input.as_bytes()).expect("it can be written");
        file.rewind().expect("it can be read from its start");
        command.stdin(Stdio::from(file));
    }
    let Output { status, stdout, stderr } = command.output().expect("wirelint runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Answer { status: status.code().expect("it was not killed"), out: text(stdout), err: text(stderr) }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Asserts status 2, silence on standard output, and these words on standard error.
fn assert_trouble(answer: &Answer, words: &[&str]) {
    assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{}", answer.err);
    for word in words {
        assert!(answer.err.contains(word), "`{word}` is not in: {}", answer.err);
    }
}

#[test]
fn a_clean_text_gives_status_0() {
    let answer = Files::new().check(&["reference.txt"]);
    assert_eq!(answer.status, 0);
    assert!(answer.out.starts_with("Nothing found."), "{}", answer.out);
}

#[test]
fn a_major_finding_gives_status_1_and_its_words() {
    let answer = Files::new().check(&["faulty.txt"]);
    assert_eq!(
        (answer.status, answer.err.as_str()),
        (1, "wirelint: faulty.txt fails: 1 finding is major or worse (fail-on = major)\n")
    );
    assert!(answer.out.contains("[Ulanbato]") && answer.out.contains("suggestion: Ulaanbaatar"), "{}", answer.out);
}

#[test]
fn fail_on_sets_what_gives_status_1() {
    let files = Files::new();
    let runs = [
        ("faulty.txt", "critical", 0),
        ("faulty.txt", "major", 1),
        ("faulty.txt", "never", 0),
        ("spaced.txt", "major", 0),
        ("spaced.txt", "minor", 1),
        ("reference.txt", "minor", 0),
    ];
    for (name, threshold, status) in runs {
        assert_eq!(files.check(&["--fail-on", threshold, name]).status, status, "{name} {threshold}");
    }
}

#[test]
fn less_confident_findings_are_left_out_on_request() {
    let files = Files::new();
    let count = |least: &str| {
        let answer = files.check(&["--format", "json", "--min-confidence", least, "faulty.txt"]);
        let verdict: Value = serde_json::from_str(&answer.out).expect("JSON");
        verdict["findings"].as_array().map_or(0, Vec::len)
    };
    assert_eq!((count("0.5"), count("1")), (1, 0));
    assert_trouble(&files.check(&["--min-confidence", "1.5", "faulty.txt"]), &["from 0 to 1"]);
}

#[test]
fn wrong_usage_gives_status_2() {
    let files = Files::new();
    assert_trouble(&files.run(&[]), &["Usage"]);
    assert_trouble(&files.run(&["chekc"]), &["chekc"]);
    assert_trouble(&files.check(&["--format", "yaml", "faulty.txt"]), &["yaml"]);
}

#[test]
fn a_missing_file_is_named() {
    let files = Files::new();
    assert_trouble(&files.check(&["none.txt"]), &["none.txt", "no such file"]);
    assert_trouble(&files.run(&["check", "--reference", "none.txt", "faulty.txt"]), &["none.txt", "no such file"]);
    assert_trouble(&files.check(&["."]), &["it is a folder"]);
}

#[test]
fn a_file_that_is_not_utf8_is_named_with_the_byte() {
    let files = Files::new();
    files.write("latin.txt", b"The first line.\nThe caf\xe9 was closed.\n");
    assert_trouble(&files.check(&["latin.txt"]), &["latin.txt is not UTF-8", "offset 23", "line 2", "iconv"]);
}

#[test]
fn an_empty_text_is_named() {
    let files = Files::new();
    files.write("empty.txt", b" \n\t\n");
    assert_trouble(&files.check(&["empty.txt"]), &["the candidate is empty"]);
    assert_trouble(&files.run(&["check", "--reference", "empty.txt", "faulty.txt"]), &["the reference is empty"]);
}

#[test]
fn a_text_in_another_language_is_an_error() {
    let files = Files::new();
    assert_trouble(&files.check(&["russian.txt"]), &["the candidate is Russian, not English", "swapped"]);
    let swapped = files.run(&["check", "--reference", "russian.txt", "faulty.txt"]);
    assert_trouble(&swapped, &["the reference is Russian, not English"]);
}

#[test]
fn a_wrong_line_of_a_glossary_is_named() {
    let files = Files::new();
    files.write("desk.csv", b"term,type\nKyiv,place\nLviv,town\n");
    let words = ["desk.csv:3:", "`town` is no type", "person, place, org"];
    assert_trouble(&files.check(&["--glossary", "desk.csv", "faulty.txt"]), &words);
    let answer = files.run(&["stream", "--glossary", "desk.csv"]);
    assert_trouble(&answer, &words);
}

#[test]
fn a_forbidden_term_of_a_glossary_is_found() {
    let files = Files::new();
    files.write("desk.csv", b"term,aliases,type,status,note\ndelegates,,other,forbidden,use envoys\n");
    let answer = files.check(&["--glossary", "desk.csv", "reference.txt"]);
    assert!(answer.out.contains("TRM002") && answer.out.contains("suggestion: envoys"), "{}", answer.out);
}

#[test]
fn either_text_can_be_standard_input_but_not_both() {
    let files = Files::new();
    let folder = files.folder.path();
    let candidate = run(folder, &["check", "--reference", "reference.txt", "-"], Some(FAULTY), &[]);
    let reference = run(folder, &["check", "--reference", "-", "faulty.txt"], Some(REFERENCE), &[]);
    let plain = files.check(&["faulty.txt"]);
    assert_eq!((candidate.status, &candidate.out), (1, &plain.out));
    assert_eq!((reference.status, &reference.out), (1, &plain.out));
    let both = run(folder, &["check", "--reference", "-", "-"], Some(FAULTY), &[]);
    assert_trouble(&both, &["cannot both be standard input"]);
}

#[test]
fn a_candidate_without_a_reference_is_checked_alone() {
    let answer = Files::new().run(&["check", "--fail-on", "minor", "spaced.txt"]);
    assert_eq!(answer.status, 1);
    assert!(answer.out.contains("JON004") && answer.out.contains("without a reference"), "{}", answer.out);
}

#[test]
fn colour_is_shown_on_request_only() {
    let files = Files::new();
    let folder = files.folder.path();
    let coloured = |arguments: &[&str], environment: &[(&str, &str)]| {
        let all = [&["check", "--reference", "reference.txt", "faulty.txt"], arguments].concat();
        run(folder, &all, None, environment).out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "standard output is no terminal here");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("NO_COLOR", "1")]));
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let answer = Files::new().check(&["--format", "json", "faulty.txt"]);
    let verdict: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert!(verdict["quality"].is_number() && verdict["words"].is_number());
    let finding = &verdict["findings"][0];
    assert_eq!(finding["rule"], "NAM001");
    assert_eq!(finding["text"], "Ulanbato");
    assert_eq!(finding["suggestions"][0], "Ulaanbaatar");
    assert_eq!(finding["evidence"][0]["in"], "reference");
    assert_eq!((&finding["span"]["line"], &finding["span"]["column"]), (&Value::from(1), &Value::from(14)));
}

#[test]
fn a_text_without_findings_has_a_penalty_of_zero() {
    let files = Files::new();
    let printed = files.check(&["reference.txt"]).out;
    assert!(printed.contains("MQM penalty 0.0 per"), "{printed}");
    let json = files.check(&["--format", "json", "reference.txt"]).out;
    assert!(json.contains("\"penalty_per_1000_words\": 0.0"), "{json}");
}

#[test]
fn no_control_character_of_a_text_is_printed() {
    let files = Files::new();
    files.write("bad\u{1b}[2J.csv", b"term,type\nx\x1b[31m,\x1b[31mtown\n");
    files.write("ergin.txt", b"The talks in Ulaanbaatar ended. The minister Nurettin Ergin thanked the 17 delegates.");
    let runs = [
        files.check(&["hostile.txt"]),
        files.run(&["check", "--reference", "ergin.txt", "hostile.txt"]),
        files.run(&["check", "--reference", "ergin.txt", "--format", "json", "hostile.txt"]),
        files.run(&["check", "--reference", "hostile.txt", "faulty.txt"]),
        files.check(&["--format", "json", "hostile.txt"]),
        files.check(&["--glossary", "bad\u{1b}[2J.csv", "faulty.txt"]),
        files.check(&["none\u{1b}[2J.txt"]),
        files.run(&["explain", "\u{1b}[31m"]),
    ];
    let mut printed = Vec::new();
    for answer in runs {
        let bad =
            |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        for shown in [&answer.out, &answer.err] {
            printed.extend(shown.lines().filter(|line| line.contains(bad)).map(|line| format!("{line:?}")));
        }
    }
    assert!(printed.is_empty(), "{}", printed.join("\n"));
}

#[test]
fn rules_lists_every_code_and_its_page() {
    let files = Files::new();
    let answer = files.run(&["rules"]);
    assert_eq!(answer.status, 0);
    for rule in RULES {
        assert!(answer.out.contains(rule.code) && answer.out.contains(rule.name), "{}", rule.code);
    }
    assert_eq!(files.run(&["rules", "--markdown"]).out, wirelint::report::explain::markdown());
}

#[test]
fn explain_knows_a_rule_by_code_and_by_name() {
    let files = Files::new();
    let pages: Vec<Answer> =
        ["NAM001", "nam001", "misspelled-name"].iter().map(|rule| files.run(&["explain", rule])).collect();
    for page in &pages {
        assert_eq!((page.status, &page.out), (0, &pages[0].out));
        assert!(page.out.starts_with("NAM001 misspelled-name\n"), "{}", page.out);
    }
}

#[test]
fn an_unknown_rule_is_answered_with_the_nearest() {
    assert_trouble(&Files::new().run(&["explain", "nam01"]), &["Did you mean NAM001"]);
}

/// What wirelint prints for the sample pair.
fn sample_run() -> String {
    let arguments = ["check", "--reference", "corpora/sample/reference.txt", "corpora/sample/candidate.txt"];
    let answer = run(&root(), &arguments, None, &[]);
    assert_eq!(answer.status, 1, "{}", answer.err);
    answer.out
}

/// Asserts that a file holds these words; rewrites it where that is asked for.
fn assert_committed(name: &str, words: &str) {
    let path = root().join(name);
    if std::env::var_os("WIRELINT_UPDATE").is_some() {
        fs::write(&path, words).expect("the file can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == words, "{name} is out of date: run WIRELINT_UPDATE=1 cargo test --test command_line");
}

#[test]
fn the_sample_report_is_what_wirelint_prints() {
    assert_committed("reports/sample.txt", &sample_run());
}

#[test]
fn the_paragraph_in_the_readme_is_what_wirelint_prints() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README can be read");
    let (before, rest) = readme.split_once("```text\n").expect("the README shows a run");
    let (shown, after) = rest.split_once("```").expect("the block is closed");
    let heading = shown.lines().next().expect("the run has lines");
    let report = sample_run();
    let (_, below) = report.split_once(heading).expect("the paragraph has a finding");
    let paragraph = below.split("\nParagraph ").next().unwrap_or(below).trim_end();
    assert_committed("README.md", &format!("{before}```text\n{heading}{paragraph}\n```{after}"));
}
