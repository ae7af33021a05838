//! The files under `integrations/` as they are used: their shell steps run in a repository with translations.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{REFERENCE, folder, run, write};

mod program;

const FAULTY: &str = "The talks in Ulanbato ended on Friday. The minister thanked the 17 delegates.\n";
const CONFIG: &str = "profile = \"gate\"\nreference = \"reference/{name}\"\n";

fn file(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The block of text that follows a line of a YAML file, without its indent; the first such line after another one.
fn block(file: &str, after: &str, line: &str) -> String {
    let (_, rest) = file.split_once(after).expect("the step is there");
    let mut lines = rest.lines().skip_while(|one| one.trim() != line).skip(1).peekable();
    let indent = lines.peek().map_or(0, |first| first.len() - first.trim_start().len());
    let inside = lines.take_while(|one| one.trim().is_empty() || one.starts_with(&" ".repeat(indent)));
    inside.map(|one| format!("{}\n", one.get(indent..).unwrap_or(""))).collect()
}

/// Each integration by name, with its shell step.
fn integrations() -> [(&'static str, String); 3] {
    [
        ("github", block(&file("integrations/github/action.yml"), "name: Check", "run: |")),
        ("gitlab", block(&file("integrations/gitlab/wirelint.gitlab-ci.yml"), "\n  script:", "- |")),
        ("git", file("integrations/git/pre-commit")),
    ]
}

/// Runs a shell script as a runner does: it ends with the first command that fails.
fn shell(folder: &Path, script: &str) -> (i32, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_wirelint")).parent().expect("it lies in a folder");
    let path = std::env::var("PATH").expect("there is a path");
    let mut command = Command::new("bash");
    command.args(["-e", "-o", "pipefail", "-c", script]).current_dir(folder).stdin(Stdio::null());
    command.env("PATH", format!("{}:{path}", program.display())).env("HOME", folder);
    command.envs([("CANDIDATES", "translations/*.txt"), ("ARGUMENTS", ""), ("SARIF", "wirelint.sarif")]);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    let output = command.output().expect("bash runs");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("the output is UTF-8");
    (output.status.code().expect("it was not killed"), said)
}

/// A repository with one translation, staged.
fn repository(translation: &str) -> TempDir {
    let folder = folder(&[
        ("translations/a new day.txt", translation),
        ("reference/a new day.txt", REFERENCE),
        ("wirelint.toml", CONFIG),
    ]);
    let (status, said) = shell(folder.path(), "git init -q . && git add -A");
    assert_eq!(status, 0, "{said}");
    folder
}

#[test]
fn a_good_translation_passes() {
    for (name, script) in integrations() {
        let (status, said) = shell(repository(REFERENCE).path(), &script);
        assert_eq!(status, 0, "{name}: {said}");
    }
}

#[test]
fn a_new_fault_fails() {
    for (name, script) in integrations() {
        let (status, said) = shell(repository(FAULTY).path(), &script);
        assert_eq!(status, 1, "{name}: {said}");
        assert!(said.contains("Ulaanbaatar") && said.contains("fails: 1 finding is major or worse"), "{name}: {said}");
    }
}

#[test]
fn a_fault_in_the_baseline_passes_in_silence() {
    for (name, script) in integrations() {
        let folder = repository(FAULTY);
        write(folder.path(), "wirelint.toml", &format!("{CONFIG}baseline = \"known.json\"\n"));
        let created = run(folder.path(), &["baseline", "create", "translations/a new day.txt"]);
        assert_eq!(created.status, 0, "{}{}", created.out, created.err);
        let (status, said) = shell(folder.path(), &script);
        assert_eq!((status, said.contains("Ulanbato")), (0, false), "{name}: {said}");
    }
}

#[test]
fn the_github_step_annotates_and_writes_sarif() {
    let folder = repository(FAULTY);
    let (_, said) = shell(folder.path(), &integrations()[0].1);
    assert!(said.contains("::warning file=translations/a new day.txt,line=1,"), "{said}");
    let sarif = fs::read_to_string(folder.path().join("wirelint.sarif")).expect("it was written");
    let sarif: Value = serde_json::from_str(&sarif).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "NAM001");
}

#[test]
fn the_gitlab_step_writes_the_reports_that_the_job_names() {
    let folder = repository(FAULTY);
    let (_, script) = &integrations()[1];
    shell(folder.path(), script);
    let job = file("integrations/gitlab/wirelint.gitlab-ci.yml");
    for report in ["codequality: ", "junit: "] {
        let name = job.lines().find_map(|line| line.trim().strip_prefix(report)).expect("the job names it");
        let written = fs::read_to_string(folder.path().join(name)).expect("it was written");
        assert!(written.contains("NAM001"), "{name}: {written}");
    }
}

#[test]
fn a_pattern_that_fits_nothing_is_trouble_in_a_pipeline_and_nothing_in_a_hook() {
    let folder = repository(REFERENCE);
    assert_eq!(shell(folder.path(), "git rm -q --cached -r translations").0, 0);
    let statuses: Vec<i32> = integrations().iter().map(|(_, script)| shell(folder.path(), script).0).collect();
    assert_eq!(statuses, [2, 2, 0]);
}

#[test]
fn the_hook_leaves_alone_what_is_not_committed_and_asks_git_for_the_patterns() {
    let (_, hook) = &integrations()[2];
    let folder = repository(REFERENCE);
    write(folder.path(), "translations/b.txt", FAULTY);
    write(folder.path(), "desk/b.txt", FAULTY);
    write(folder.path(), "reference/b.txt", REFERENCE);
    assert_eq!(shell(folder.path(), hook).0, 0);
    assert_eq!(shell(folder.path(), "git add desk && git config wirelint.candidates 'desk/*'").0, 0);
    assert_eq!(shell(folder.path(), hook).0, 1);
}

#[test]
fn the_pre_commit_hook_runs_an_installed_wirelint_on_the_files_it_is_given() {
    let hooks = file(".pre-commit-hooks.yaml");
    let entry = hooks.lines().find_map(|line| line.trim().strip_prefix("entry: ")).expect("the hook has one");
    for (text, status) in [(REFERENCE, 0), (FAULTY, 1)] {
        let folder = repository(text);
        let (answer, said) = shell(folder.path(), &format!("{entry} 'translations/a new day.txt'"));
        assert_eq!(answer, status, "{said}");
    }
}

#[test]
fn nothing_is_installed_where_wirelint_is_there_already() {
    let folder = repository(REFERENCE);
    let install = block(&file("integrations/github/action.yml"), "name: Install", "run: |");
    let job = file("integrations/gitlab/wirelint.gitlab-ci.yml");
    let (_, before) = job.split_once("before_script:\n    - ").expect("the job installs it");
    for script in [install.as_str(), before.lines().next().expect("a command")] {
        let (status, said) = shell(folder.path(), script);
        assert!(status == 0 && said.trim_end().ends_with("wirelint"), "{said}");
    }
}
