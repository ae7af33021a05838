//! wirelint.toml: where it is found, what comes before what, and how mistakes in it are told.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use wirelint::config::keys::{KEYS, Part, TABLES, names};
use wirelint::config::parse::parse;
use wirelint::config::schema::schema;
use wirelint::rules::vocabulary;

use crate::program::{Answer, REFERENCE, folder, run, write};

mod program;

/// A misspelled name (major), and a space before a stop (minor).
const FAULTY: &str = "The talks in Ulanbato ended on Friday . The minister thanked the 17 delegates.\n";

/// A folder with the faulty text in `sport/a.txt` and a configuration beside `sport`.
fn desk(config: &str) -> TempDir {
    folder(&[("sport/a.txt", FAULTY), ("wirelint.toml", config)])
}

fn check(folder: &TempDir, arguments: &[&str]) -> Answer {
    run(folder.path(), &[&["check", "--reference", "reference.txt", "sport/a.txt"], arguments].concat())
}

/// Status and lines on standard error of a check under a configuration.
fn gate(config: &str, arguments: &[&str]) -> (i32, String) {
    let answer = check(&desk(config), arguments);
    (answer.status, answer.err)
}

/// What `config --show` says of a key: its value and where it is from.
fn shown(config: &str, arguments: &[&str], key: &str) -> String {
    let folder = desk(config);
    let answer = run(folder.path(), &[&["config", "--show", "sport/a.txt"], arguments].concat());
    let line = answer.out.lines().find_map(|line| line.strip_prefix(&format!("{key} ")));
    let line = line.unwrap_or_else(|| panic!("no {key} in: {}{}", answer.out, answer.err));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The message for a configuration with a mistake.
fn mistake(config: &str) -> String {
    let (status, message) = gate(config, &[]);
    assert_eq!(status, 2, "{message}");
    message
}

#[test]
fn the_file_is_found_above_the_candidate() {
    assert_eq!(gate("fail-on = \"never\"", &[]).0, 0);
}

#[test]
fn the_nearest_file_counts_alone() {
    let folder = desk("fail-on = \"never\"");
    write(folder.path(), "sport/wirelint.toml", "");
    assert_eq!(check(&folder, &[]).status, 1);
}

#[test]
fn no_config_reads_none() {
    assert_eq!(gate("fail-on = \"never\"", &["--no-config"]).0, 1);
}

#[test]
fn config_names_another_file() {
    let folder = desk("");
    write(folder.path(), "lenient.toml", "fail-on = \"never\"");
    assert_eq!(check(&folder, &["--config", "lenient.toml"]).status, 0);
    assert_eq!(check(&folder, &["--config", "none.toml"]).status, 2);
}

#[test]
fn the_command_line_comes_before_an_override_the_file_the_profile_and_the_default() {
    let top = "profile = \"gate\"\nmin-confidence = 0.7\n";
    let over = format!("{top}[[override]]\npaths = [\"sport/**\"]\nmin-confidence = 0.8\n");
    for (config, arguments, said) in [
        ("", &[][..], "0.5 default"),
        ("profile = \"gate\"", &[], "0.9 profile gate"),
        ("profile = \"gate\"", &["--profile", "report"], "0.3 profile report"),
        (top, &[], "0.7 wirelint.toml:2"),
        (&over, &[], "0.8 wirelint.toml:5"),
        (&over, &["--min-confidence", "0.6"], "0.6 command line"),
    ] {
        assert_eq!(shown(config, arguments, "min-confidence"), said, "{config} {arguments:?}");
    }
}

#[test]
fn an_override_is_for_the_paths_that_it_names_only() {
    assert_eq!(shown("[[override]]\npaths = [\"news/**\"]\nmin-quality = 8\n", &[], "min-quality"), "none default");
}

#[test]
fn a_rule_that_is_off_is_not_reported_and_does_not_fail() {
    for off in ["NAM001", "misspelled-name", "name"] {
        let (status, said) = gate(&format!("[rules]\noff = [\"{off}\"]"), &[]);
        assert_eq!((status, said.contains("1 configured away")), (0, true), "{off}: {said}");
    }
}

#[test]
fn a_rule_is_on_again_where_a_nearer_place_says_so() {
    let config = "rules.off = \"all\"\n[[override]]\npaths = \"sport/*\"\nrules.on = [\"NAM001\"]\n";
    assert_eq!(gate(config, &[]).0, 1);
}

#[test]
fn a_limit_fails_a_category_whatever_its_severity() {
    let (status, said) = gate("fail-on = \"never\"\n[limits]\njoin = 0\n", &[]);
    assert_eq!(status, 1);
    assert!(said.contains("sport/a.txt fails: 1 finding in category join (limit join = 0)"), "{said}");
    assert_eq!(gate("fail-on = \"never\"", &["--limit", "join=1", "--limit", "name=1"]).0, 0);
}

#[test]
fn each_failed_condition_is_a_line_of_its_own() {
    let (status, said) = gate("max-penalty = 1\nmin-quality = 100\n", &[]);
    assert_eq!(status, 1);
    for words in ["(fail-on = major)", "(max-penalty = 1)", "(min-quality = 100)"] {
        assert_eq!(said.lines().filter(|line| line.contains(words)).count(), 1, "{words}: {said}");
    }
}

#[test]
fn what_is_not_reported_has_no_penalty() {
    assert_eq!(gate("max-penalty = 0\n[rules]\noff = [\"all\"]\n", &[]).0, 0);
}

#[test]
fn a_severity_is_the_one_that_the_desk_gives() {
    let answer = check(&desk("[severity]\nNAM001 = \"minor\"\njoin = \"neutral\"\n"), &["--format", "json"]);
    let verdict: Value = serde_json::from_str(&answer.out).expect("JSON");
    let severities: Vec<&str> =
        verdict["findings"].as_array().expect("a list").iter().filter_map(|one| one["severity"].as_str()).collect();
    assert_eq!((answer.status, severities), (0, vec!["minor", "neutral"]));
}

#[test]
fn an_exception_needs_all_its_parts() {
    let exception = |text: &str, path: &str| {
        format!("[[ignore]]\nrule = \"NAM001\"\ntext = \"{text}\"\npath = \"{path}\"\nreason = \"ours\"\n")
    };
    assert_eq!(gate(&exception("Ulanbato", "sport/*.txt"), &[]).0, 0);
    assert_eq!(gate(&exception("Ulanbat", "sport/*.txt"), &[]).0, 1);
    assert_eq!(gate(&exception("Ulanbato", "*.txt"), &[]).0, 1);
}

#[test]
fn files_are_named_from_the_folder_of_the_configuration() {
    let folder = desk("reference = \"trusted/{stem}.md\"\nglossary = [\"desk.csv\"]\n");
    write(folder.path(), "trusted/a.md", REFERENCE);
    write(folder.path(), "desk.csv", "term,aliases,type,status,note\ndelegates,,other,forbidden,use envoys\n");
    let answer = run(&folder.path().join("sport"), &["check", "a.txt"]);
    assert!(answer.out.contains("Ulaanbaatar") && answer.out.contains("suggestion: envoys"), "{}", answer.err);
}

#[test]
fn a_reference_that_is_missing_is_told_with_who_names_it() {
    let answer = run(desk("\nreference = \"trusted/{name}\"\n").path(), &["check", "sport/a.txt"]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("there is no trusted/a.txt, which wirelint.toml:2 names"), "{}", answer.err);
}

#[test]
fn several_candidates_are_one_run_each_under_its_own_values() {
    let folder = desk("[[override]]\npaths = \"*.txt\"\nfail-on = \"never\"\n");
    write(folder.path(), "b.txt", FAULTY);
    let check = |names: &[&str]| run(folder.path(), &[&["check", "--reference", "reference.txt"], names].concat());
    let (both, lenient) = (check(&["b.txt", "sport/a.txt"]), check(&["b.txt"]));
    assert_eq!((both.status, lenient.status), (1, 0), "{}", both.err);
    assert_eq!(both.err, "wirelint: sport/a.txt fails: 1 finding is major or worse (fail-on = major)\n");
    assert_eq!(both.out.matches("NAM001").count(), 2);
}

#[test]
fn a_mistake_is_told_with_its_place_and_what_was_meant() {
    for (config, words) in [
        ("min-confidense = 1\n", "wirelint.toml:1:1: `min-confidense` is no key here. Did you mean `min-confidence`?"),
        ("\nmin-confidence = 1.5\n", "wirelint.toml:2:18: `min-confidence` takes a number from 0 to 1, not 1.5."),
        ("fail-on = \"mayor\"\n", "1:11: `fail-on` takes one of critical, major, minor, never, not \"mayor\". Did you"),
        ("[limits]\nnaem = 1\n", "2:1: `naem` is no key here. Did you mean `name`?"),
        ("[limits]\nname = -1\n", "2:8: `name` takes a whole number from 0 on, not -1."),
        ("[rules]\noff = [\"NAM01\"]\n", "2:8: `NAM01` is no rule and no category. Did you mean `NAM001`?"),
        ("[severity]\nNAM001 = \"bad\"\n", "2:10: `NAM001` takes one of critical, major, minor, neutral, not \"bad\"."),
        ("[[ignore]]\nreason = \"x\"\n", "1:1: this would ignore every finding."),
        ("[[override]]\nmin-quality = 5\n", "1:1: an override says which candidates it is for."),
        ("[[override]]\npaths = \"a\"\nbaseline = \"x\"\n", "3:1: `baseline` is no key here."),
        ("[ignore]\nrule = \"NAM001\"\n", "Write it with two brackets: [[ignore]]."),
        ("profile = \"desk\"\nprofile = \"gate\"\n", "2:1: duplicate key"),
        ("glossary = [1]\n", "1:13: `glossary` takes a text in quotes, not 1."),
    ] {
        let message = mistake(config);
        assert!(message.contains(words), "{config}\n{message}");
    }
}

#[test]
fn a_mistake_in_an_override_for_other_texts_is_told() {
    assert!(mistake("[[override]]\npaths = \"x\"\nrules.off = \"nam\"\n").contains("`nam` is no rule"));
}

#[test]
fn a_mistake_sends_no_control_character() {
    let message = mistake("\"a\\u001b[31m\" = 1\n");
    assert!(message.contains("[U+001B]") && !message.contains('\u{1b}'), "{message:?}");
}

/// A line of the file that `init` writes, put in force where it is an example.
fn without_hash(line: &str) -> &str {
    let is_example = |rest: &&str| rest.starts_with('[') || rest.contains(" = ") && !rest.contains(": ");
    line.strip_prefix("# ").filter(is_example).unwrap_or(line)
}

#[test]
fn init_writes_a_file_that_is_read_and_names_every_key() {
    let folder = folder(&[]);
    assert_eq!(run(folder.path(), &["init"]).status, 0);
    let written = std::fs::read_to_string(folder.path().join("wirelint.toml")).expect("it is there");
    for key in KEYS {
        assert!(written.contains(&format!("{} = ", key.name)), "{}", key.name);
    }
    // Its examples are in force where their `# ` is taken away.
    let examples: Vec<&str> = written.lines().map(without_hash).collect();
    for text in [written.clone(), examples.join("\n")] {
        parse(Path::new("wirelint.toml"), &text, &vocabulary()).expect("it can be read");
    }
}

#[test]
fn init_overwrites_nothing() {
    let folder = desk("fail-on = \"never\"");
    let answer = run(folder.path(), &["init"]);
    assert_eq!((answer.status, answer.err.contains("wirelint.toml is there already")), (2, true));
    assert_eq!(check(&folder, &[]).status, 0);
}

/// The keys that a part of the schema has.
fn keys(schema: &Value) -> BTreeSet<&str> {
    schema["properties"].as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_parser_reads_and_no_others() {
    let schema = schema(&vocabulary());
    let tables = || TABLES.iter().map(|table| table.0);
    assert_eq!(keys(&schema), names(&[Part::Top, Part::OnlyTop]).chain(tables()).collect());
    assert_eq!(keys(&schema["properties"]["ignore"]["items"]), names(&[Part::Ignore]).collect());
    let over = &schema["properties"]["override"]["items"];
    let within = names(&[Part::Top, Part::OnlyOverride]).chain(tables().filter(|table| *table != "override"));
    assert_eq!(keys(over), within.collect());
    for (prefix, part) in [("", &schema), ("[[override]]\npaths = \"x\"\n", over)] {
        for key in keys(part).into_iter().filter(|key| *key != "paths") {
            let error = parse(Path::new("c.toml"), &format!("{prefix}{key} = 1979-05-27\n"), &vocabulary());
            let error = error.expect_err("a date is no value").to_string();
            assert!(!error.contains("is no key"), "{error}");
        }
    }
}

#[test]
fn the_schema_is_printed() {
    let answer = run(folder(&[]).path(), &["config", "--schema"]);
    let printed: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(printed, schema(&vocabulary()));
}
