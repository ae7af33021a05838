//! The structure of the project, kept by reading its own files: layers, sizes, rules, data files, generated pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wirelint::report::explain::markdown;
use wirelint::rules::RULES;

const LONGEST_FILE: usize = 400;

/// A source file: its path from the root of the project, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The lines that are no comments, with their numbers from 1.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The same without the tests, which stand last.
    fn code_without_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code().take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }

    /// The module of `lib.rs` that it belongs to.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    fn is_rule(&self) -> bool {
        let parts: Vec<&str> = self.path.split('/').collect();
        parts.len() == 4 && parts[1] == "rules" && parts[3] != "mod.rs"
    }

    fn stem(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path).trim_end_matches(".rs")
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with one of the endings, by path.
fn files(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|have| have == ending) {
                let text = fs::read_to_string(&path).expect("the file is UTF-8");
                found.push(Source { path: relative(&path), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn relative(path: &Path) -> String {
    let inside = path.strip_prefix(root()).expect("the file is in the project");
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The modules of `lib.rs`, the lowest first.
fn layers() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs can be read");
    let names = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The words that follow `crate::` in a line.
fn used_modules(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, needle)| {
        let rest = &line[at + needle.len()..];
        &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())]
    })
}

fn assert_none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

/// Places in code that hold one of these strings.
fn places(sources: &[Source], needles: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.code() {
            if needles.iter().any(|needle| line.contains(needle)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    found
}

#[test]
fn a_module_uses_only_those_above_its_own_line() {
    let layers = layers();
    let layer = |name: &str| layers.iter().position(|layer| layer == name);
    let mut wrong = Vec::new();
    for source in files("src", "rs") {
        let Some(own) = layer(source.module()) else { continue };
        for (number, line) in source.code() {
            for used in used_modules(line) {
                if layer(used).is_none_or(|used| used > own) {
                    wrong.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    assert!(layers.len() > 5, "lib.rs lists its modules as `pub mod name;`");
    assert_none("These use a module that lib.rs does not list above them", &wrong);
}

#[test]
fn layers_can_be_found_by_searching() {
    let mut found = places(&files("src", "rs"), &["use crate::{", "super::super", "::*"]);
    // The prelude of a crate is made to be imported whole.
    found.retain(|place| !place.ends_with("::prelude::*;") || place.contains("crate::"));
    assert_none("One `use crate::module::{…}` line per module, no `super::super`, no globs", &found);
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let mut long = Vec::new();
    for source in files("src", "rs").iter().chain(&files("tests", "rs")) {
        let count = source.text.lines().count();
        if count > LONGEST_FILE {
            long.push(format!("{}: {count} lines", source.path));
        }
    }
    assert_none("These files are too long", &long);
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let mut wrong = Vec::new();
    for source in files("src", "rs").iter().chain(&files("tests", "rs")) {
        let good = if source.is_rule() { begins_with_rule(source) } else { source.text.starts_with("//! ") };
        if !good {
            wrong.push(source.path.clone());
        }
    }
    assert_none("A file begins with `//!` and a sentence, a rule file with its imports and `RULE`", &wrong);
}

/// Whether the documented `RULE` is the first item after the imports.
fn begins_with_rule(source: &Source) -> bool {
    let mut documented = false;
    let mut importing = false;
    for line in source.text.lines() {
        importing |= line.starts_with("use ");
        if importing || line.is_empty() {
            importing &= !line.ends_with(';');
            continue;
        }
        if !line.starts_with("///") {
            return documented && line.starts_with("pub const RULE: Rule");
        }
        documented = true;
    }
    false
}

#[test]
fn codes_are_three_letters_and_three_digits_and_never_used_twice() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for rule in RULES {
        let (letters, digits) = rule.code.split_at(3);
        let well_formed = letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && digits.len() == 3
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !well_formed || !seen.insert(rule.code) || !seen.insert(rule.name) {
            wrong.push(format!("{} {}", rule.code, rule.name));
        }
    }
    assert_none("These codes or names are malformed or used twice", &wrong);
}

#[test]
fn a_rule_is_named_after_its_file_and_listed() {
    let mut wrong = Vec::new();
    let sources: Vec<Source> = files("src/rules", "rs").into_iter().filter(Source::is_rule).collect();
    for source in &sources {
        let stem = source.stem().replace('_', "-");
        let folder = source.path.split('/').nth(2);
        let rule = RULES.iter().find(|rule| source.text.contains(&format!("code: \"{}\"", rule.code)));
        let good = rule.is_some_and(|rule| {
            rule.name.starts_with(&stem)
                && Some(rule.category.word()) == folder
                && source.text.contains(&format!("name: \"{}\"", rule.name))
        });
        if !good {
            wrong.push(source.path.clone());
        }
    }
    assert_none("A rule's name begins with its file's, its category is the folder, and RULES lists it", &wrong);
    assert_eq!(sources.len(), RULES.len(), "one rule a file");
}

#[test]
fn every_rule_has_two_marked_and_two_clean_examples() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let marked = rule.examples.iter().filter(|example| example.candidate.contains("[[")).count();
        let clean = rule.examples.len() - marked;
        if marked < 2 || clean < 2 {
            wrong.push(format!("{} has {marked} marked and {clean} clean", rule.code));
        }
    }
    assert_none("Two marked and two clean examples at least", &wrong);
}

#[test]
fn a_rule_yields_only_to_rules_that_exist() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for code in rule.yields_to {
            if *code == rule.code || !RULES.iter().any(|other| other.code == *code) {
                wrong.push(format!("{} yields to {code}", rule.code));
            }
        }
    }
    assert_none("These yield to themselves or to no rule", &wrong);
}

#[test]
fn rules_ask_what_a_word_does_and_not_for_its_language() {
    assert_none("Knowledge of a language is data", &places(&files("src/rules", "rs"), &["if lang", "match lang"]));
}

#[test]
fn the_analysis_reads_nothing_and_prints_nothing() {
    let needles = [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "std::io",
        "println!",
        "print!(",
        "dbg!",
        "rand::",
        "thread_rng",
        "Instant::",
        "SystemTime",
    ];
    let mut found = Vec::new();
    for folder in ["lexicon", "text", "extract", "align", "rules", "check"] {
        found.extend(places(&files(&format!("src/{folder}"), "rs"), &needles));
    }
    assert_none("Between an Input and its Verdict nothing reads or prints", &found);
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    let mut found = Vec::new();
    for source in files("src", "rs") {
        for (number, line) in source.code_without_tests() {
            if line.contains(".unwrap()") {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert_none("Use `let … else`, or `expect` with the reason why it cannot happen", &found);
}

#[test]
fn work_left_over_has_an_issue_number() {
    const WORD: &str = concat!("TO", "DO");
    let mut found = Vec::new();
    for source in files("src", "rs").iter().chain(&files("tests", "rs")) {
        for (at, line) in source.text.lines().enumerate() {
            let Some((_, after)) = line.split_once(WORD) else { continue };
            let number = after.strip_prefix("(#").and_then(|rest| rest.split_once(')'));
            if number.is_none_or(|(digits, _)| digits.parse::<u32>().is_err()) {
                found.push(format!("{}:{}: {}", source.path, at + 1, line.trim()));
            }
        }
    }
    assert_none("Write the issue's number behind the word, as in (#12)", &found);
}

#[test]
fn the_page_on_the_rules_is_the_generated_one() {
    let path = root().join("src/rules/README.md");
    if std::env::var_os("WIRELINT_UPDATE").is_some() {
        fs::write(&path, markdown()).expect("the page can be written");
    }
    let page = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        page == markdown(),
        "src/rules/README.md is out of date: run WIRELINT_UPDATE=1 cargo test --test conventions"
    );
}

/// Files of `src/lexicon` that are searched where they lie.
const SEARCHED: &str =
    "words proper opposites contraries turning equivalents derivations exonyms foreign_words near_names";

/// Of these, the ones that list each pair once, its lesser word first.
const PAIRS: &str = "opposites turning equivalents derivations near_names";

/// A data file: its comment lines, the fields of its header, and its rows with their line numbers.
struct Table<'a> {
    comments: String,
    header: Vec<&'a str>,
    rows: Vec<(usize, Vec<&'a str>)>,
}

fn table(source: &Source) -> Table<'_> {
    let count = source.text.lines().take_while(|line| line.starts_with("# ")).count();
    let comments: Vec<&str> = source.text.lines().take(count).collect();
    let header = source.text.lines().nth(count).unwrap_or("").split('\t').collect();
    let rows = source.text.lines().enumerate().skip(count + 1);
    let rows = rows.map(|(at, line)| (at + 1, line.split('\t').collect())).collect();
    Table { comments: comments.join("\n"), header, rows }
}

#[test]
fn every_data_file_says_whence_it_is_and_under_which_licence() {
    let mut wrong = Vec::new();
    for source in files("src/lexicon", "tsv") {
        let comments = table(&source).comments;
        if !(comments.contains("Source:") && comments.contains("Licence:")) {
            wrong.push(source.path);
        }
    }
    assert_none("Begin the file with `# What it is.`, `# Source: …`, `# Licence: …`", &wrong);
}

#[test]
fn every_row_of_a_data_file_fits_its_header() {
    let mut wrong = Vec::new();
    for source in files("src/lexicon", "tsv") {
        if source.text.contains('\r') || !source.text.ends_with('\n') || source.text.ends_with("\n\n") {
            wrong.push(format!("{}: lines end with a single line feed, the last one too", source.path));
        }
        let Table { header, rows, .. } = table(&source);
        for (number, row) in rows {
            let spaced = row.iter().any(|field| field.trim() != *field);
            if row.len() > header.len() || row[0].is_empty() || row[0].starts_with('#') || spaced {
                wrong.push(format!("{}:{number}: {}", source.path, row.join(" | ")));
            }
        }
    }
    assert_none("No more fields than the header has, no empty first field, no spaces around a field", &wrong);
}

#[test]
fn files_that_are_searched_are_sorted() {
    let mut wrong = Vec::new();
    for source in files("src/lexicon", "tsv").iter().filter(|source| is_among(source, SEARCHED)) {
        for pair in table(source).rows.windows(2) {
            if pair[0].1.get(..2) > pair[1].1.get(..2) {
                wrong.push(format!("{}:{}: {}", source.path, pair[1].0, pair[1].1.join(" | ")));
            }
        }
    }
    assert_none("Sort these rows bytewise by their first and second column", &wrong);
}

#[test]
fn a_pair_is_listed_with_its_lesser_word_first() {
    let mut wrong = Vec::new();
    for source in files("src/lexicon", "tsv").iter().filter(|source| is_among(source, PAIRS)) {
        let Table { header, rows, .. } = table(source);
        let width = if header.len() == 4 && header[1].ends_with("_pos") { 2 } else { 1 };
        for (number, row) in rows {
            if row[..width] >= row[width..2 * width] {
                wrong.push(format!("{}:{number}: {}", source.path, row.join(" | ")));
            }
        }
    }
    assert_none("Write the lesser word first, bytewise", &wrong);
}

fn is_among(source: &Source, names: &str) -> bool {
    names.split(' ').any(|name| source.path.ends_with(&format!("/{name}.tsv")))
}
