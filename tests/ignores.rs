//! Findings that people ignore: in the text, in the file beside it, and what happens to ignores that ignore nothing.

use tempfile::TempDir;

use crate::program::{Answer, folder, run, write};

mod program;

const FAULT: &str = "The talks in Ulanbato ended on Friday.";
const REST: &str = "The minister thanked the 17 delegates.";

fn check(folder: &TempDir, name: &str, arguments: &[&str]) -> Answer {
    run(folder.path(), &[&["check", "--fail-on", "minor", "--reference", "reference.txt", name], arguments].concat())
}

/// Checks a text, with a file of ignores beside it.
fn beside(text: &str, ignores: &str) -> Answer {
    check(&folder(&[("a.txt", text), ("a.wirelint-ignore", ignores)]), "a.txt", &[])
}

/// Checks a text.
fn inline(text: &str) -> Answer {
    check(&folder(&[("a.txt", text)]), "a.txt", &[])
}

#[test]
fn a_comment_at_the_end_of_a_line_is_for_that_line() {
    let comment = "<!-- wirelint: ignore NAM001 the old spelling -->";
    assert_eq!(inline(&format!("{FAULT} {comment}\n{REST}\n")).status, 0);
    assert_eq!(inline(&format!("{FAULT}\n{REST} {comment}\n")).status, 1);
}

#[test]
fn a_comment_on_its_own_line_is_for_the_paragraph_below_it() {
    let comment = "<!-- wirelint: ignore NAM001 the old spelling -->";
    for gap in ["\n", "\n\n"] {
        assert_eq!(inline(&format!("{comment}{gap}{FAULT}\n{REST}\n")).status, 0);
        assert_eq!(inline(&format!("{REST}{gap}{comment}{gap}{FAULT}\n")).status, 0);
        assert_eq!(inline(&format!("{comment}{gap}{REST}\n\n{FAULT}\n")).status, 1);
    }
}

#[test]
fn ignore_file_is_for_the_whole_text() {
    assert_eq!(inline(&format!("{REST}\n\n{FAULT}\n<!-- wirelint: ignore-file name -->\n")).status, 0);
}

#[test]
fn rules_are_named_by_code_name_or_category_and_several_by_commas() {
    for rules in ["nam001", "misspelled-name", "name", "JON004,NAM001", "number, name", "all"] {
        assert_eq!(
            inline(&format!("{FAULT} <!-- wirelint: ignore {rules} why not -->\n{REST}\n")).status,
            0,
            "{rules}"
        );
    }
    assert_eq!(inline(&format!("{FAULT} <!-- wirelint: ignore JON004 -->\n{REST}\n")).status, 1);
}

#[test]
fn comments_work_in_markdown() {
    let text = format!("# Talks\n\n{FAULT} <!-- wirelint: ignore NAM001 -->\n{REST}\n");
    assert_eq!(check(&folder(&[("a.md", &text)]), "a.md", &[]).status, 0);
}

#[test]
fn a_line_of_markdown_that_begins_with_a_comment_is_checked() {
    for comment in ["<!-- wirelint: ignore term x -->", "* <!-- wirelint: ignore term x -->"] {
        let text = format!("{REST}\n\n{comment} {FAULT}\n");
        assert_eq!(check(&folder(&[("a.md", &text)]), "a.md", &[]).status, 1, "{comment}");
    }
}

#[test]
fn a_text_takes_a_thousand_ignores() {
    let ignores = |count: usize| beside(&format!("{REST}\n{FAULT}\n"), &"NAM001\n".repeat(count)).status;
    assert_eq!((ignores(1_000), ignores(1_001)), (0, 2));
}

#[test]
fn a_comment_causes_no_finding_of_its_own() {
    let comment = "<!-- wirelint: ignore all no \"such , thing -->";
    let wrapped = format!(
        "The talks in Ulaanbaatar ended on Friday, and the minister of foreign affairs\n{comment}\nthanked the 17 \
         delegates. {comment}\n\n{comment}\nHe {comment} left.\n"
    );
    let plain = wrapped.replace(comment, "");
    let folder = folder(&[("a.txt", &wrapped), ("b.txt", &plain.replace("\n\nthanked", "\nthanked"))]);
    let count = |name| {
        let answer = run(folder.path(), &["check", "--min-confidence", "0", "--format", "json", name]);
        let verdict: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
        verdict["findings"].as_array().map_or(99, Vec::len)
    };
    assert_eq!(count("a.txt"), count("b.txt"));
}

#[test]
fn places_stay_those_of_the_file() {
    let text = format!("<!-- wirelint: ignore join x -->\n\n<!-- wirelint: ignore term x --> {FAULT}\n{REST}\n");
    let answer = inline(&text);
    let column = "<!-- wirelint: ignore term x --> The talks in ".len() + 1;
    assert!(answer.out.contains(&format!("NAM001 3:{column} ")), "{}", answer.out);
}

#[test]
fn a_mistyped_rule_is_an_error_with_the_nearest() {
    let answer = inline(&format!("{REST}\n{FAULT} <!-- wirelint: ignore NAM01 -->\n"));
    assert_eq!((answer.status, answer.out.as_str()), (2, ""));
    assert!(
        answer.err.contains("a.txt:2: `NAM01` is no rule and no category. Did you mean `NAM001`?"),
        "{}",
        answer.err
    );
    let answer = beside(FAULT, "# why\nnmae it is so\n");
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("a.wirelint-ignore:2: `nmae` is no rule and no category. Did you"), "{}", answer.err);
}

#[test]
fn a_comment_that_names_no_rule_or_no_known_word_is_an_error() {
    for (said, words) in [("ignore", "does not say which rules"), ("ignroe NAM001", "Did you mean `ignore`?")] {
        let answer = inline(&format!("{FAULT} <!-- wirelint: {said} -->\n"));
        assert!(answer.status == 2 && answer.err.contains(words), "{}", answer.err);
    }
}

#[test]
fn the_file_beside_a_text_ignores_by_rule_line_and_words() {
    let text = format!("{REST}\n{FAULT}\n");
    for (ignores, status) in [
        ("NAM001 the old spelling", 0),
        ("NAM001:2", 0),
        ("NAM001:1", 1),
        ("name `Ulanbato` ours", 0),
        ("name `Ulaanbato` ours", 1),
        ("# NAM001", 1),
        ("all:2 `Ulanbato`\n", 0),
    ] {
        assert_eq!(beside(&text, ignores).status, status, "{ignores}");
    }
}

#[test]
fn a_line_that_the_text_does_not_have_is_an_error() {
    let answer = beside(FAULT, "NAM001:7\n");
    assert!(answer.status == 2 && answer.err.contains("a.wirelint-ignore:1: there is no line 7"), "{}", answer.err);
}

#[test]
fn an_ignore_that_ignores_nothing_is_noted_with_its_place() {
    let text = format!("{REST} <!-- wirelint: ignore JON004 -->\n");
    let folder = folder(&[("a.txt", &text), ("a.wirelint-ignore", "\nNAM001 `Kiev` ours\n")]);
    write(folder.path(), "wirelint.toml", "[[ignore]]\nrule = \"term\"\npath = \"a.txt\"\n");
    let answer = check(&folder, "a.txt", &[]);
    assert_eq!(answer.status, 0, "{}", answer.out);
    for place in [
        "a.txt:1: the ignore of JON004",
        "a.wirelint-ignore:2: the ignore of NAM001 on `Kiev`",
        "wirelint.toml:1: this",
    ] {
        assert!(answer.err.contains(place), "{place}: {}", answer.err);
    }
}

#[test]
fn strict_ignores_fails_what_ignores_nothing() {
    let folder = folder(&[("a.txt", &format!("{REST} <!-- wirelint: ignore JON004 -->\n"))]);
    let answer = check(&folder, "a.txt", &["--strict-ignores"]);
    assert!(answer.status == 1 && answer.err.contains("1 ignore ignores nothing"), "{}", answer.err);
}

#[test]
fn what_is_ignored_is_counted() {
    let answer = inline(&format!("{FAULT} <!-- wirelint: ignore NAM001 -->\n{REST}\n"));
    assert_eq!(answer.err, "wirelint: note: not reported in a.txt: 1 ignored\n");
}

#[test]
fn reasons_send_no_control_character() {
    let answer = beside(FAULT, "JON004 `\u{1b}[31m` \u{202e}\n");
    assert!(answer.err.contains("[U+001B]") && !answer.err.contains('\u{1b}'), "{:?}", answer.err);
}
