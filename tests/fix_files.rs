//! `wirelint check --fix` and `--diff` as their users see them: files, standard input, the diff, what is refused.

use std::fs;
use std::io::{Seek as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const REFERENCE: &str =
    "The talks in Ulaanbaatar ended on Friday. The minister thanked the 17 delegates for their work.";
/// Two safe findings, and one that is for people.
const FAULTY: &str = "The talks in Ulanbato ended on Friday . The minister thanked the 71 delegates for their work.\n";
const FIXED: &str = "The talks in Ulaanbaatar ended on Friday. The minister thanked the 71 delegates for their work.\n";

/// Texts in a folder of their own.
struct Files {
    folder: TempDir,
}

/// What a run left behind.
struct Answer {
    status: i32,
    out: String,
    err: String,
}

impl Files {
    fn new() -> Files {
        let files = Files { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        files.write("reference.txt", REFERENCE);
        files.write("faulty.txt", FAULTY);
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("the file can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file can be read")
    }

    /// Runs `wirelint check` against the reference.
    fn check(&self, arguments: &[&str], input: Option<&str>) -> Answer {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wirelint"));
        command.args(["check", "--reference", "reference.txt"]).args(arguments);
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        if let Some(input) = input {
            let mut file = tempfile::tempfile().expect("a temporary file can be made");
            file.write_all(input.as_bytes()).expect("it can be written");
            file.rewind().expect("it can be read from its start");
            command.stdin(Stdio::from(file));
        }
        let output = command.output().expect("wirelint runs");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        let status = output.status.code().expect("it was not killed");
        Answer { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

#[test]
fn fix_writes_the_file_and_reports_what_is_left() {
    let files = Files::new();
    let answer = files.check(&["--fix", "faulty.txt"], None);
    assert_eq!((answer.status, files.read("faulty.txt")), (1, FIXED.to_owned()));
    assert!(answer.out.contains("[71]") && !answer.out.contains("Ulanbato"), "{}", answer.out);
    assert!(
        answer.err.starts_with("wirelint: fixed 2 findings in faulty.txt (1 JON004, 1 NAM001); 1 finding is left.\n"),
        "{}",
        answer.err
    );
}

#[test]
fn fix_gives_status_0_where_nothing_is_left() {
    let files = Files::new();
    files.write("spaced.txt", &format!("{REFERENCE} It was late ."));
    assert_eq!(files.check(&["--fix", "--fail-on", "minor", "spaced.txt"], None).status, 0);
}

#[test]
fn a_second_fix_changes_nothing() {
    let files = Files::new();
    files.check(&["--fix", "faulty.txt"], None);
    let answer = files.check(&["--fix", "faulty.txt"], None);
    assert_eq!(files.read("faulty.txt"), FIXED);
    assert!(answer.err.starts_with("wirelint: nothing to fix in faulty.txt; 1 finding is left.\n"), "{}", answer.err);
}

#[test]
fn diff_shows_the_change_and_writes_nothing() {
    let files = Files::new();
    let answer = files.check(&["--diff", "faulty.txt"], None);
    assert_eq!((answer.status, files.read("faulty.txt")), (1, FAULTY.to_owned()));
    insta::assert_snapshot!(answer.out, @"
    --- faulty.txt
    +++ faulty.txt
    @@ -1 +1 @@
    -The talks in Ulanbato ended on Friday . The minister thanked the 71 delegates for their work.
    +The talks in Ulaanbaatar ended on Friday. The minister thanked the 71 delegates for their work.
    ");
    let summary = "wirelint: --fix would fix 2 findings in faulty.txt (1 JON004, 1 NAM001); 1 finding would be left.\n";
    assert!(answer.err.starts_with(summary), "{}", answer.err);
}

#[test]
fn diff_alone_gives_the_status_of_what_is_there_now() {
    let files = Files::new();
    files.write("spaced.txt", &format!("{REFERENCE} It was late ."));
    assert_eq!(files.check(&["--diff", "--fail-on", "minor", "spaced.txt"], None).status, 1);
}

#[test]
fn diff_is_empty_where_nothing_would_change() {
    let answer = Files::new().check(&["--diff", "reference.txt"], None);
    assert_eq!((answer.status, answer.out.as_str()), (0, ""));
}

#[test]
fn diff_shows_the_lines_around_each_change_only() {
    let files = Files::new();
    let quiet = "The delegates left the hall.\n\n".repeat(6);
    files.write("long.txt", &format!("It was late .\n\n{quiet}It was early .\n\n{quiet}"));
    let answer = files.check(&["--diff", "long.txt"], None);
    let heads: Vec<&str> = answer.out.lines().filter(|line| line.starts_with("@@")).collect();
    assert_eq!(heads, ["@@ -1,4 +1,4 @@", "@@ -12,7 +12,7 @@"], "{}", answer.out);
}

#[test]
fn fix_with_diff_shows_the_change_and_writes_it() {
    let files = Files::new();
    let shown = files.check(&["--diff", "faulty.txt"], None).out;
    let answer = files.check(&["--fix", "--diff", "faulty.txt"], None);
    assert_eq!((answer.status, answer.out, files.read("faulty.txt")), (1, shown, FIXED.to_owned()));
}

#[test]
fn the_changed_words_stand_out_in_colour() {
    let answer = Files::new().check(&["--color", "always", "--diff", "faulty.txt"], None);
    assert!(answer.out.contains("\u{1b}[1;4;31mUlanbato\u{1b}[0m"), "{:?}", answer.out);
    assert!(answer.out.contains("\u{1b}[1;4;32mUlaanbaatar\u{1b}[0m"), "{:?}", answer.out);
}

#[test]
fn standard_input_is_printed_fixed() {
    let files = Files::new();
    let answer = files.check(&["--fix", "-"], Some(FAULTY));
    assert_eq!((answer.status, answer.out.as_str()), (1, FIXED));
    let clean = files.check(&["--fix", "-"], Some(REFERENCE));
    assert_eq!((clean.status, clean.out.as_str()), (0, REFERENCE));
}

#[test]
fn standard_input_is_either_fixed_or_compared() {
    let answer = Files::new().check(&["--fix", "--diff", "-"], Some(FAULTY));
    assert_eq!((answer.status, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("Give one of the two"), "{}", answer.err);
}

#[test]
fn json_stays_json() {
    let answer = Files::new().check(&["--fix", "--format", "json", "faulty.txt"], None);
    let verdict: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(verdict["findings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn markdown_keeps_its_markup_its_line_ends_and_its_byte_order_mark() {
    let files = Files::new();
    let text = "\u{feff}# Talks\r\n\r\nThe **talks** in [Ulanbato](https://example.org/Ulanbato) ended on Friday .\r\n\
                The minister **thanked** .\r\n";
    let right = "\u{feff}# Talks\r\n\r\nThe **talks** in [Ulaanbaatar](https://example.org/Ulanbato) ended on Friday.\r\n\
                The minister **thanked** .\r\n";
    files.write("text.md", text);
    let answer = files.check(&["--fix", "text.md"], None);
    assert_eq!(files.read("text.md"), right, "{}", answer.err);
}

#[test]
fn nothing_of_a_text_steers_the_terminal() {
    let files = Files::new();
    let hostile = "\u{1b}[31mThe talks\u{202e} in Ulanbato\u{1b}]0;title\u{7} ended on Friday\u{9b}2J .\r\n\
                   The minister came\u{8} . It was\u{0} late .\r\n";
    files.write("hos\u{1b}[2Jtile.txt", hostile);
    let answer = files.check(&["--fix", "--diff", "hos\u{1b}[2Jtile.txt"], None);
    let bad = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(answer.out.contains("[U+001B]"), "{}", answer.out);
    for shown in [answer.out, answer.err] {
        assert!(!shown.contains(bad), "{shown:?}");
    }
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let files = Files::new();
    fs::set_permissions(files.path("faulty.txt"), fs::Permissions::from_mode(0o640)).expect("they can be set");
    symlink("faulty.txt", files.path("link.txt")).expect("a link can be made");
    files.check(&["--fix", "link.txt"], None);
    assert_eq!(files.read("faulty.txt"), FIXED);
    assert!(files.path("link.txt").is_symlink());
    let mode = fs::metadata(files.path("faulty.txt")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(fs::read_dir(files.folder.path()).expect("the folder can be read").count(), 3);
}

#[test]
fn a_read_only_file_is_refused() {
    let files = Files::new();
    let mut permissions = fs::metadata(files.path("faulty.txt")).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(files.path("faulty.txt"), permissions).expect("they can be set");
    let answer = files.check(&["--fix", "faulty.txt"], None);
    assert_eq!((answer.status, files.read("faulty.txt")), (2, FAULTY.to_owned()));
    assert!(answer.err.contains("faulty.txt: it is read-only"), "{}", answer.err);
}
