//! Where a rule is wrong and what a category misses, in context.

use std::fmt::Write as _;

use colored::Colorize;
use textwrap::{Options, fill};

use crate::error::Error;
use crate::eval::Criteria;
use crate::eval::gold::{Annotated, KnownError, category};
use crate::eval::judge::{Catch, Judged, Outcome};
use crate::eval::sheets::counted;
use crate::report::safe::for_terminal;
use crate::rules::find;
use crate::rules::model::{Category, Rule};
use crate::text::line_index::LineIndex;
use crate::text::span::Span;

const WIDTH: usize = 80;

/// Characters of context on either side.
const AROUND: usize = 60;

/// What is listed.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// The wrong findings of a rule.
    Rule(&'static Rule),
    /// The wrong findings of a category's rules, and the errors of that category that were missed.
    Category(Category),
    /// The missed errors of categories that no rule has.
    Other,
}

impl Subject {
    /// The rule with a code or a name, or the category with a word.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchRule`] for anything else.
    pub fn parse(word: &str) -> Result<Subject, Error> {
        if let Some(rule) = find(word) {
            return Ok(Subject::Rule(rule));
        }
        if let Some(category) = category(&word.to_lowercase()) {
            return Ok(Subject::Category(category));
        }
        if word.eq_ignore_ascii_case("other") {
            return Ok(Subject::Other);
        }
        let words: Vec<&str> = Category::ALL.iter().map(|category| category.word()).collect();
        let hint = format!(" Nor is it a category: {} or other.", words.join(", "));
        Err(Error::NoSuchRule { code: word.to_owned(), hint })
    }

    fn covers(self, rule: &Rule) -> bool {
        match self {
            Subject::Rule(own) => own.code == rule.code,
            Subject::Category(category) => category == rule.category,
            Subject::Other => false,
        }
    }

    fn misses(self, error: &KnownError) -> bool {
        match self {
            Subject::Rule(_) => false,
            Subject::Category(category) => error.category == Some(category),
            Subject::Other => error.category.is_none(),
        }
    }

    fn title(self) -> String {
        match self {
            Subject::Rule(rule) => format!("{} {}", rule.code, rule.name),
            Subject::Category(category) => category.word().to_owned(),
            Subject::Other => "other".to_owned(),
        }
    }
}

/// A list of wrong findings or missed errors.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cases {
    /// What they are and how many.
    pub title: String,
    /// In the order of the texts.
    pub cases: Vec<Case>,
}

/// A wrong finding or a missed error, in context; all of it untrusted text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// Where it is and what is to be said of it.
    pub what: String,
    /// Some text of the paragraph in front of it.
    pub before: String,
    /// The words; none where something is missing.
    pub words: String,
    /// Some text of the paragraph behind it.
    pub behind: String,
}

/// Collects the findings that count and are wrong, and the errors missed.
#[must_use]
pub fn cases(subject: Subject, texts: &[Annotated], outcomes: &[Outcome], criteria: Criteria) -> Vec<Cases> {
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    for (text, outcome) in texts.iter().zip(outcomes) {
        let lines = LineIndex::new(&text.candidate);
        let place = |span: Span| format!("{}, line {}", text.name, lines.line_column(&text.candidate, span.start).line);
        for Judged { finding, right, in_twin, .. } in &outcome.findings {
            if !right && finding.confidence >= criteria.threshold && subject.covers(finding.rule) {
                let sure = (100.0 * finding.confidence).round();
                let twin = if *in_twin { ", as in the clean form" } else { "" };
                let (place, code, message) = (place(finding.span), finding.rule.code, &finding.message);
                let what = format!("{place}, {code}, {sure} % sure{twin}: {message}");
                wrong.push(Case::new(what, &text.candidate, finding.span));
            }
        }
        for (error, catch) in text.errors.iter().zip(&outcome.catches) {
            if *catch == Catch::Missed && subject.misses(error) {
                let right = match error.right.as_deref() {
                    Some("") => "; nothing belongs there".to_owned(),
                    Some(right) => format!("; right: {right}"),
                    None => String::new(),
                };
                let what = format!("{}, {}{right}", place(error.span), error.severity.word());
                missed.push(Case::new(what, &text.candidate, error.span));
            }
        }
    }
    let titled = |cases: Vec<Case>, what: &str| {
        let title = format!("{}: {}", subject.title(), counted(cases.len() as u64, what));
        Cases { title, cases }
    };
    let mut lists = vec![titled(wrong, "wrong finding")];
    if !matches!(subject, Subject::Rule(_)) {
        lists.push(titled(missed, "missed error"));
    }
    lists
}

/// Lists cases for a terminal.
#[must_use]
pub fn render(lists: &[Cases]) -> String {
    let first = Options::new(WIDTH).initial_indent("  ").subsequent_indent("    ");
    let second = Options::new(WIDTH).initial_indent("    ").subsequent_indent("    ");
    let mut out = String::new();
    for list in lists {
        let _ = writeln!(out, "{}\n", list.title.bold());
        for case in &list.cases {
            let context = format!("{}[{}]{}", case.before, case.words, case.behind);
            let _ = writeln!(out, "{}", fill(&for_terminal(&case.what), &first));
            let _ = writeln!(out, "{}\n", fill(&for_terminal(&context), &second));
        }
    }
    out
}

impl Case {
    /// A case at a span of a text.
    pub(super) fn new(what: String, raw: &str, span: Span) -> Case {
        let (before, rest) = raw.split_at(span.start as usize);
        let (words, behind) = rest.split_at(span.len());
        let before = before.rsplit('\n').next().unwrap_or("");
        let behind = behind.split('\n').next().unwrap_or("");
        let cut = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
        let left = cut.map_or(before, |at| before[at..].split_once(' ').map_or(&before[at..], |(_, rest)| rest));
        let end = behind.char_indices().nth(AROUND).map(|(at, _)| at);
        let right = end.map_or(behind, |at| behind[..at].rsplit_once(' ').map_or(&behind[..at], |(head, _)| head));
        Case {
            what,
            before: format!("{}{left}", if cut.is_some() { "… " } else { "" }),
            words: words.to_owned(),
            behind: format!("{right}{}", if end.is_some() { " …" } else { "" }),
        }
    }
}
