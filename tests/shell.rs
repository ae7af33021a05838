//! What the shell and the manual get to know of the program: completions, pages, versions, help with examples.

use std::path::Path;
use std::process::Command;

use wirelint::lexicon::files::ENGLISH;
use wirelint::report::format::Format;

const COMMANDS: [&str; 7] = ["check", "stream", "eval", "rules", "explain", "completions", "man"];

/// What wirelint prints; its status is 0.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_wirelint")).args(arguments).output().expect("wirelint runs");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()), "{arguments:?}");
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

#[test]
fn every_shell_gets_a_script_with_the_commands_and_the_formats() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    let script = printed(&["completions", "bash"]);
    for format in Format::ALL {
        assert!(script.contains(format.name()), "{}", format.name());
    }
}

#[test]
fn bash_takes_the_script() {
    let script = printed(&["completions", "bash"]);
    let Ok(output) = Command::new("bash").args(["-n", "-c", &script]).output() else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_manual_has_a_page_on_all_and_one_on_each_command() {
    let page = printed(&["man"]);
    assert!(page.contains(".TH wirelint 1") && page.contains(".SH NAME") && page.contains("check"), "{page}");
    for command in COMMANDS {
        let page = printed(&["man", command]);
        assert!(page.contains(&format!(".TH wirelint-{command} 1")), "{page}");
        assert!(page.contains("Examples:"), "{page}");
    }
    assert!(printed(&["man", "check"]).contains("fail\\-on"));
}

#[test]
fn a_page_that_the_manual_has_not_is_refused_with_those_it_has() {
    let output = Command::new(env!("CARGO_BIN_EXE_wirelint")).args(["man", "chekc"]).output().expect("wirelint runs");
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2));
    assert!(err.contains("no command `chekc`") && err.contains("check, batch, stream"), "{err}");
}

#[test]
fn the_version_tells_the_program_and_its_lexicon() {
    let page = printed(&["--version"]);
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[0], format!("wirelint {}", env!("CARGO_PKG_VERSION")));
    assert!(lines[1].starts_with("rules ") && lines[3].starts_with("confidence "), "{page}");
    let words: Vec<&str> = lines[2].split_whitespace().collect();
    assert_eq!(words[..2], ["lexicon", "en"]);
    assert!(words[2].len() == 17 && words[2].ends_with(','), "a checksum: {page}");
    assert!(words[5].parse::<usize>().expect("a number") > 100_000, "entries: {page}");
    assert_eq!(printed(&["-V"]), page);
}

#[test]
fn the_version_counts_every_data_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut found = Vec::new();
    for group in std::fs::read_dir(root.join("en")).expect("the folder can be read") {
        let group = group.expect("an entry").path();
        for file in std::fs::read_dir(&group).expect("the folder can be read") {
            let path = file.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "tsv") {
                let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
                found.push(format!("en/{}/{}", name(&group), name(&path)));
            }
        }
    }
    found.sort();
    let listed: Vec<&str> = ENGLISH.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, found, "src/lexicon/files.rs lists the files by name");
}

#[test]
fn the_help_of_every_command_has_examples() {
    for command in COMMANDS {
        assert!(printed(&[command, "--help"]).contains("Examples:"), "{command}");
    }
    assert!(printed(&["--help"]).contains("Examples:"));
}

#[test]
fn the_help_says_what_each_format_is_for() {
    let help = printed(&["check", "--help"]);
    for format in Format::ALL {
        assert!(help.contains(&format!("{}:", format.name())), "{}", format.name());
    }
}
