//! The rules for people: a table of all, a page on one, the generated page on all.

use std::fmt::Write as _;

use colored::Colorize;
use textwrap::{Options, fill};

use crate::check::{Checker, Input};
use crate::config::{Settings, Term, TermKind, TermStatus};
use crate::rules::RULES;
use crate::rules::model::{Example, Rule, Shape, Stage};
use crate::text::span::Span;

/// The table that `wirelint rules` prints.
#[must_use]
pub fn table(width: usize) -> String {
    let mut out = String::new();
    let name_width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let head = format!("{:<7} {:<name_width$} {:<9} {:<9} {}", "code", "name", "category", "severity", "what it finds");
    let _ = writeln!(out, "{}", head.bold());
    let indent = " ".repeat(7 + 1 + name_width + 1 + 9 + 1 + 9 + 1);
    for rule in RULES {
        let start = format!(
            "{:<7} {:<name_width$} {:<9} {:<9} ",
            rule.code,
            rule.name,
            rule.category.word(),
            rule.severity.word()
        );
        let room = width.max(indent.len() + 24);
        let _ = writeln!(
            out,
            "{}",
            fill(rule.summary, Options::new(room).initial_indent(&start).subsequent_indent(&indent))
        );
    }
    out
}

/// The candidate of an example without its marks, and the marked spans.
#[must_use]
pub fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let mut plain = String::with_capacity(marked.len());
    let mut spans = Vec::new();
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once("[[") {
        plain.push_str(before);
        let (words, after) = inside.split_once("]]").unwrap_or((inside, ""));
        spans.push(Span::new(plain.len(), plain.len() + words.len()));
        plain.push_str(words);
        rest = after;
    }
    plain.push_str(rest);
    (plain, spans)
}

/// The glossary of an example.
#[must_use]
pub fn terms(example: &Example) -> Vec<Term> {
    let term = |(term, right): &(&str, &str)| Term {
        term: (*term).to_owned(),
        aliases: Vec::new(),
        kind: TermKind::Other,
        status: TermStatus::Forbidden,
        note: if right.is_empty() { String::new() } else { format!("use {right}") },
    };
    example.forbidden.iter().map(term).collect()
}

/// The page that `wirelint explain CODE` prints, the findings of its examples made anew.
#[must_use]
pub fn page(rule: &Rule, width: usize) -> String {
    let width = width.clamp(40, 100);
    let mut out = String::new();
    let _ = writeln!(out, "{} {}\n", rule.code.bold(), rule.name.bold());
    let _ = writeln!(out, "{}\n", fill(rule.summary, width));
    let stage = if rule.stage == Stage::Trial { "on trial" } else { "stable" };
    let _ = writeln!(
        out,
        "category {}, severity {}, MQM {}, {stage}\n",
        rule.category.word(),
        rule.severity.word(),
        rule.mqm
    );
    if !rule.fix.words().is_empty() {
        let _ = writeln!(out, "{}\n", fill(rule.fix.words(), width));
    }
    for (head, words) in [("Why it matters", rule.why), ("What it leaves alone", rule.ignores)] {
        let _ = writeln!(
            out,
            "{}\n{}\n",
            head.bold(),
            fill(words, Options::new(width).initial_indent("  ").subsequent_indent("  "))
        );
    }
    let _ = writeln!(out, "{}", "Examples".bold());
    let checker = Checker::new(Settings::default());
    for example in rule.examples {
        write_example(&mut out, example, &checker, width);
    }
    out
}

fn write_example(out: &mut String, example: &Example, checker: &Checker, width: usize) {
    let (candidate, _) = unmarked(example.candidate);
    let indented = |label: &str, words: &str| {
        let first = format!("  {label:<11}");
        let next = " ".repeat(13);
        fill(&words.replace('\n', " "), Options::new(width).initial_indent(&first).subsequent_indent(&next))
    };
    out.push('\n');
    if !example.reference.is_empty() {
        let _ = writeln!(out, "{}", indented("reference", example.reference));
    }
    for (term, right) in example.forbidden {
        let _ = writeln!(
            out,
            "{}",
            indented(
                "glossary",
                &format!("not `{term}`{}", if right.is_empty() { String::new() } else { format!(" but `{right}`") })
            )
        );
    }
    let _ = writeln!(out, "{}", indented("candidate", &candidate));
    let terms = terms(example);
    let segment = example.shape == Shape::Segment;
    let input = Input { reference: example.reference, candidate: &candidate, segment, terms: &terms };
    match checker.check(&input) {
        Ok(verdict) if verdict.findings.is_empty() => {
            let _ = writeln!(out, "{}", indented("finds", "nothing").dimmed());
        }
        Ok(verdict) => {
            for finding in verdict.findings {
                let line =
                    format!("{} ({:.0}% sure) {}", finding.rule.code, finding.confidence * 100.0, finding.message);
                let _ = writeln!(out, "{}", indented("finds", &line));
            }
        }
        Err(error) => {
            let _ = writeln!(out, "{}", indented("error", &error.to_string()));
        }
    }
}

/// The generated page `src/rules/README.md`.
#[must_use]
pub fn markdown() -> String {
    let mut out = String::from(
        "# Rules\n\nGenerated from the rule files by `wirelint rules --markdown`; a test keeps it so.\n\n",
    );
    out.push_str("| code | name | category | severity | what it finds |\n| --- | --- | --- | --- | --- |\n");
    for rule in RULES {
        let _ = writeln!(
            out,
            "| [{}](#{}) | {} | {} | {} | {} |",
            rule.code,
            format!("{} {}", rule.code, rule.name).to_lowercase().replace(' ', "-"),
            rule.name,
            rule.category.word(),
            rule.severity.word(),
            rule.summary
        );
    }
    for rule in RULES {
        let _ = writeln!(out, "\n## {} {}\n\n{} MQM type `{}`.\n", rule.code, rule.name, rule.summary, rule.mqm);
        let _ = writeln!(out, "*Why it matters.* {}\n", rule.why);
        let _ = writeln!(out, "*What it leaves alone.* {}", rule.ignores);
        if !rule.fix.words().is_empty() {
            let _ = writeln!(out, "\n*How it is mended.* {}", rule.fix.words());
        }
    }
    out
}
