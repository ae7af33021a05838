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

/// Lists the findings that count and are wrong, and the errors missed.
#[must_use]
pub fn render(subject: Subject, texts: &[Annotated], outcomes: &[Outcome], criteria: Criteria) -> String {
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    for (text, outcome) in texts.iter().zip(outcomes) {
        let lines = LineIndex::new(&text.candidate);
        let place = |span: Span| format!("{}, line {}", text.name, lines.line_column(&text.candidate, span.start).line);
        for Judged { finding, right, .. } in &outcome.findings {
            if !right && finding.confidence >= criteria.threshold && subject.covers(finding.rule) {
                let sure = (100.0 * finding.confidence).round();
                let what =
                    format!("{}, {}, {sure} % sure: {}", place(finding.span), finding.rule.code, finding.message);
                wrong.push(item(&what, text, finding.span));
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
                missed.push(item(&what, text, error.span));
            }
        }
    }
    let mut out = String::new();
    list(&mut out, &format!("{}: {}", subject.title(), counted(wrong.len() as u64, "wrong finding")), &wrong);
    if !matches!(subject, Subject::Rule(_)) {
        list(&mut out, &format!("{}: {}", subject.title(), counted(missed.len() as u64, "missed error")), &missed);
    }
    out
}

fn list(out: &mut String, title: &str, items: &[String]) {
    let _ = writeln!(out, "{}\n", title.bold());
    for item in items {
        let _ = writeln!(out, "{item}\n");
    }
}

fn item(what: &str, text: &Annotated, span: Span) -> String {
    let first = Options::new(WIDTH).initial_indent("  ").subsequent_indent("    ");
    let second = Options::new(WIDTH).initial_indent("    ").subsequent_indent("    ");
    format!("{}\n{}", fill(&for_terminal(what), first), fill(&context(&text.candidate, span), second))
}

/// The words of a span in brackets, with some text of their paragraph on either side.
fn context(raw: &str, span: Span) -> String {
    let (before, rest) = raw.split_at(span.start as usize);
    let (words, behind) = rest.split_at(span.len());
    let before = before.rsplit('\n').next().unwrap_or("");
    let behind = behind.split('\n').next().unwrap_or("");
    let cut = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let left = cut.map_or(before, |at| before[at..].split_once(' ').map_or(&before[at..], |(_, rest)| rest));
    let end = behind.char_indices().nth(AROUND).map(|(at, _)| at);
    let right = end.map_or(behind, |at| behind[..at].rsplit_once(' ').map_or(&behind[..at], |(head, _)| head));
    let marks = |cut: bool, mark: &'static str| if cut { mark } else { "" };
    format!(
        "{}{}[{}]{}{}",
        marks(cut.is_some(), "… "),
        for_terminal(left),
        for_terminal(words),
        for_terminal(right),
        marks(end.is_some(), " …"),
    )
}
