//! The formats of a report, by name, and what writes each.

use colored::Colorize;

use crate::lexicon::Lexicon;
use crate::report::checked::Checked;
use crate::report::html::{self, Heading};
use crate::report::path::slashed;
use crate::report::safe::for_terminal;
use crate::report::{checkstyle, concise, github, gitlab, json, junit, markdown, sarif, sheet, terminal};

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Format {
    /// For people at a terminal.
    Terminal,
    /// One line a finding.
    Concise,
    /// The findings as one JSON document.
    Json,
    /// One JSON object a finding and line.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit's XML.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// GitLab's Code Quality.
    Gitlab,
    /// Checkstyle's XML.
    Checkstyle,
    /// For a comment or a mail.
    Markdown,
    /// A table.
    Csv,
    /// A page for a browser.
    Html,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 12] = [
        Format::Terminal,
        Format::Concise,
        Format::Json,
        Format::Jsonl,
        Format::Sarif,
        Format::Junit,
        Format::Github,
        Format::Gitlab,
        Format::Checkstyle,
        Format::Markdown,
        Format::Csv,
        Format::Html,
    ];

    /// The word that it is asked for by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Terminal => "terminal",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Checkstyle => "checkstyle",
            Format::Markdown => "markdown",
            Format::Csv => "csv",
            Format::Html => "html",
        }
    }

    /// What it is for, in a few words.
    #[must_use]
    pub fn summary(self) -> &'static str {
        match self {
            Format::Terminal => "for people: by paragraph, with the evidence",
            Format::Concise => "one line a finding: path:line:column: severity RULE message",
            Format::Json => "one JSON document",
            Format::Jsonl => "one JSON object a finding and line",
            Format::Sarif => "SARIF 2.1.0, for code scanning and editors",
            Format::Junit => "JUnit XML, a failed test for each finding",
            Format::Github => "annotations in GitHub Actions",
            Format::Gitlab => "GitLab Code Quality",
            Format::Checkstyle => "Checkstyle XML",
            Format::Markdown => "for a comment on a pull request or a mail, the worst first",
            Format::Csv => "a table with a row for each finding",
            Format::Html => "a page for a browser: both texts side by side, the findings marked",
        }
    }

    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// What a report depends on besides the findings.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Columns of the terminal.
    pub width: usize,
    /// The language of the candidates.
    pub lexicon: &'a Lexicon,
}

/// A report on checked pairs, in their order.
#[must_use]
pub fn render(format: Format, checked: &[Checked<'_>], look: &Look<'_>) -> String {
    match format {
        Format::Terminal => {
            let titled = checked.len() > 1;
            checked.iter().map(|pair| terminal_section(pair, look, titled)).collect()
        }
        Format::Concise => checked.iter().map(concise::render).collect(),
        Format::Json => json::document(checked),
        Format::Jsonl => checked.iter().map(json::lines).collect(),
        Format::Sarif => sarif::render(checked),
        Format::Junit => junit::render(checked),
        Format::Github => github::render(checked),
        Format::Gitlab => gitlab::render(checked),
        Format::Checkstyle => checkstyle::render(checked),
        Format::Markdown => markdown::render(checked),
        Format::Csv => sheet::render(checked),
        Format::Html => html::page(checked, &Heading::default()),
    }
}

/// A pair for people; under its name where it is one of several.
fn terminal_section(pair: &Checked<'_>, look: &Look<'_>, titled: bool) -> String {
    let report = terminal::render(pair.verdict, pair.trusted(), pair.candidate.text, look.lexicon, look.width);
    if !titled {
        return report;
    }
    format!("{}\n\n{report}\n", for_terminal(&slashed(pair.candidate.name)).bold().underline())
}
