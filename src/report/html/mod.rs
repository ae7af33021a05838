//! A checked pair as one page that needs nothing else: both texts side by side, the findings marked, linked and listed.
//!
//! The pages are written by hand rather than from templates: they are loops over marks and findings with hardly a line of
//! fixed text between them, and every text goes through the one function `escape`.

mod controls;
pub mod escape;
mod findings;
mod marks;
pub mod shell;

use std::fmt::Write as _;

use crate::check::finding::Finding;
use crate::check::suppression::{Suppressed, Suppression};
use crate::report::checked::Checked;
use crate::report::harm::by_harm;
use crate::report::html::escape::escape;
use crate::report::html::marks::{Mark, Role, marked_text};
use crate::report::html::shell::{Shell, THEME_SWITCH, counted};
use crate::report::json::Places;
use crate::rules::model::Proof;
use crate::text::span::Span;

const STYLE: &str = include_str!("pair.css");
const SCRIPT: &str = include_str!("pair.js");

/// Findings of one pair that are shown, the most harmful; the others are counted.
const MOST_FINDINGS: usize = 2_000;

/// Facts and suppressed findings that are listed.
const LISTED: usize = 200;

/// What a page says above its pairs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Heading<'a> {
    /// What the page is on; the names of the texts where it is empty.
    pub title: &'a str,
    /// An address of our own, to the page that lists this one.
    pub back: Option<&'static str>,
}

/// One page on some checked pairs, in their order.
#[must_use]
pub fn page(checked: &[Checked<'_>], heading: &Heading<'_>) -> String {
    let title = match (heading.title, checked) {
        ("", [one]) => one.candidate.name.to_owned(),
        ("", several) => counted(several.len(), "pair"),
        (title, _) => title.to_owned(),
    };
    let mut body = "<header>\n<div class=\"top\">".to_owned();
    if let Some(back) = heading.back {
        let _ = write!(body, "<nav aria-label=\"Back\"><a href=\"{back}\">All pairs</a></nav>");
    }
    let _ = writeln!(body, "<h1>{}</h1>{THEME_SWITCH}</div>", escape(&title));
    if let [one] = checked {
        body.push_str(&controls::summary(one.verdict));
    }
    body.push_str(&controls::filters(checked.iter().flat_map(|pair| &pair.verdict.findings)));
    body.push_str("</header>\n<main id=\"main\">\n");
    for (at, pair) in checked.iter().enumerate() {
        let prefix = if checked.len() == 1 { String::new() } else { format!("p{}-", at + 1) };
        write_pair(&mut body, pair, &prefix);
    }
    body.push_str("</main>\n");
    body.push_str(BAR);
    let title = format!("{title} – wirelint");
    Shell { title: &title, style: STYLE, script: SCRIPT, skip: ("main", "Skip to the findings"), body: &body }.render()
}

/// The finding at hand and the way to the next: for screens without a keyboard.
const BAR: &str = "<div class=\"bar needs-script\" id=\"bar\" role=\"region\" aria-label=\"Finding at hand\" hidden>\
     <p id=\"bar-message\"></p><div><button type=\"button\" data-step=\"-1\">Previous</button>\
     <button type=\"button\" data-step=\"evidence\">Evidence</button>\
     <button type=\"button\" data-step=\"list\">List</button>\
     <button type=\"button\" data-step=\"1\">Next</button></div></div>\n";

fn write_pair(body: &mut String, pair: &Checked<'_>, prefix: &str) {
    let places = Places::new(pair.trusted(), pair.candidate.text);
    let mut order = by_harm(&pair.verdict.findings);
    let left_out = order.len().saturating_sub(MOST_FINDINGS);
    order.truncate(MOST_FINDINGS);
    let candidate = escape(pair.candidate.name);
    let class = if pair.reference.is_some() { "pair" } else { "pair alone" };
    let _ = writeln!(body, "<article class=\"{class}\" aria-label=\"{candidate}\">");
    if !prefix.is_empty() {
        let _ = write!(body, "<div class=\"about\"><h2>{candidate}</h2>\n{}</div>\n", controls::summary(pair.verdict));
    }
    let _ = writeln!(body, "<section class=\"list\" aria-labelledby=\"{prefix}findings\">");
    let _ = writeln!(body, "<h2 id=\"{prefix}findings\">Findings</h2>");
    if order.is_empty() {
        body.push_str("<p class=\"none\">Nothing found.</p>\n");
    } else {
        body.push_str(&findings::list(&pair.verdict.findings, &order, &places, prefix));
    }
    if left_out > 0 {
        let _ = writeln!(body, "<p class=\"quiet\">{} of less harm left out.</p>", counted(left_out, "finding"));
    }
    write_notes(body, pair);
    body.push_str("</section>\n");
    let (wrong, trusted) = marks(&pair.verdict.findings, &order);
    if let Some(reference) = pair.reference {
        let text = marked_text(reference.text, &trusted, prefix, "r");
        write_text(body, &format!("{prefix}reference"), "Reference", reference.name, &text);
    }
    let text = marked_text(pair.candidate.text, &wrong, prefix, "c");
    write_text(body, &format!("{prefix}candidate"), "Candidate", pair.candidate.name, &text);
    body.push_str("</article>\n");
}

/// One of the two texts, scrolled by itself where there is room for both.
fn write_text(body: &mut String, id: &str, kind: &str, name: &str, marked: &str) {
    let (class, name) = (kind.to_lowercase(), escape(name));
    let _ = write!(
        body,
        "<section class=\"text {class}\" aria-labelledby=\"{id}\" tabindex=\"0\">\n\
         <h2 id=\"{id}\">{kind} <span class=\"quiet name\">{name}</span></h2>\n<div class=\"prose\">\n{marked}</div>\n</section>\n"
    );
}

/// Marks in the candidate and in the reference.
fn marks(findings: &[Finding], order: &[usize]) -> (Vec<Mark>, Vec<Mark>) {
    let (mut wrong, mut trusted) = (Vec::new(), Vec::new());
    for (at, &position) in order.iter().enumerate() {
        let found = &findings[position];
        let mark = |span: Span, role: Role| Mark { span, role, finding: at + 1, severity: found.severity };
        wrong.push(mark(found.span, Role::Fault));
        for (number, evidence) in found.evidence.iter().enumerate() {
            match evidence.proof {
                Proof::Reference(span) => trusted.push(mark(span, Role::Evidence(number + 1))),
                Proof::Candidate(span) => wrong.push(mark(span, Role::Evidence(number + 1))),
                Proof::Glossary(_) => {}
            }
        }
    }
    (wrong, trusted)
}

/// What is no finding: facts that the candidate leaves out, and what somebody chose not to see.
fn write_notes(body: &mut String, pair: &Checked<'_>) {
    let facts = &pair.verdict.not_mentioned;
    if !facts.is_empty() {
        let listed: Vec<String> = facts.iter().take(LISTED).map(|fact| escape(fact)).collect();
        let _ = writeln!(
            body,
            "<p class=\"note\">Main facts of the reference that the candidate does not mention: {}.</p>",
            listed.join("; ")
        );
    }
    if !pair.suppressed.is_empty() {
        let count = counted(pair.suppressed.len(), "finding");
        let _ = writeln!(body, "<details class=\"note\"><summary>{count} not reported</summary>\n<ul>");
        for suppressed in pair.suppressed.iter().take(LISTED) {
            let Suppressed { finding, .. } = suppressed;
            let why = why(&suppressed.by);
            let _ = writeln!(body, "<li>{} {} ({why})</li>", finding.rule.code, escape(&finding.message));
        }
        body.push_str("</ul>\n</details>\n");
    }
}

fn why(by: &Suppression) -> String {
    match by {
        Suppression::Ignored { reason } if reason.is_empty() => "ignored".to_owned(),
        Suppression::Ignored { reason } => format!("ignored: {}", escape(reason)),
        Suppression::Configured => "by the configuration".to_owned(),
        Suppression::Baseline => "in the baseline".to_owned(),
    }
}
