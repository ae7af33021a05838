//! The findings of a pair as a list: message, evidence, suggestion, links to the words in both texts.

use std::fmt::Write as _;

use crate::check::finding::{Evidence, Finding};
use crate::report::html::escape::escape;
use crate::report::html::marks::{Role, anchor};
use crate::report::json::Places;
use crate::rules::model::Proof;
use crate::text::span::Span;

/// Evidence that is shown of one finding, and places that are listed.
const SHOWN: usize = 12;

/// Characters that are shown of words and of a sentence about them.
const WORDS: usize = 240;
const MESSAGE: usize = 1_000;

/// The list, in the order of the positions given; numbers count from 1 in that order.
pub(super) fn list(findings: &[Finding], order: &[usize], places: &Places<'_>, prefix: &str) -> String {
    let mut out = format!("<ol class=\"findings\" id=\"{prefix}list\">\n");
    for (at, &position) in order.iter().enumerate() {
        item(&mut out, &findings[position], at + 1, places, prefix);
    }
    out.push_str("</ol>\n");
    out
}

fn item(out: &mut String, finding: &Finding, number: usize, places: &Places<'_>, prefix: &str) {
    let (category, severity, rule) = (finding.rule.category.word(), finding.severity.word(), finding.rule);
    let line = places.in_candidate(Span::empty(finding.span.start)).line;
    let percent = percent(finding.confidence);
    let here = anchor(prefix, "c", number, Role::Fault);
    let start = finding.span.start;
    let _ = write!(
        out,
        "<li id=\"{prefix}f{number}\" class=\"finding {severity}\" tabindex=\"-1\" data-number=\"{number}\" \
         data-category=\"{category}\" data-severity=\"{severity}\" data-confidence=\"{percent}\" data-start=\"{start}\" \
         aria-labelledby=\"{prefix}h{number} {prefix}m{number}\">\n\
         <p class=\"head\" id=\"{prefix}h{number}\"><span class=\"number\">{number}</span> \
         <span class=\"badge {severity}\">{severity}</span> {category} \
         <span class=\"quiet\"><abbr title=\"{name}\">{code}</abbr> · {percent} % sure</span> \
         <a class=\"at\" href=\"#{here}\">line {line}</a></p>\n\
         <p class=\"message\" id=\"{prefix}m{number}\">{message}</p>\n",
        name = rule.name,
        code = rule.code,
        message = message(&finding.message),
    );
    proofs(out, finding, number, places, prefix);
    if !finding.suggestions.is_empty() {
        let _ = write!(out, "<p class=\"suggestion\">Suggestion: ");
        for (at, suggestion) in finding.suggestions.iter().take(SHOWN).enumerate() {
            let between = if at > 0 { " or " } else { "" };
            let words = escape(suggestion);
            let _ = write!(
                out,
                "{between}<span class=\"offer\"><b>{words}</b> <button type=\"button\" class=\"copy needs-script\" \
                 aria-label=\"Copy {words}\">Copy</button></span>"
            );
        }
        out.push_str("</p>\n");
    }
    out.push_str("</li>\n");
}

/// What speaks for a finding; where the candidate makes the same mistake again, only the lines.
fn proofs(out: &mut String, finding: &Finding, number: usize, places: &Places<'_>, prefix: &str) {
    let numbered = || finding.evidence.iter().enumerate().map(|(at, evidence)| (at + 1, evidence));
    let is_again = |evidence: &Evidence| matches!(evidence.proof, Proof::Candidate(_)) && evidence.text == finding.text;
    let shown: Vec<(usize, &Evidence)> = numbered().filter(|(_, one)| !is_again(one)).take(SHOWN).collect();
    if !shown.is_empty() {
        out.push_str("<ul class=\"proofs\">\n");
        for (at, evidence) in shown {
            let words = escape(&cut(&evidence.text, WORDS));
            let _ = match &evidence.proof {
                Proof::Reference(span) => {
                    let (to, line) = (anchor(prefix, "r", number, Role::Evidence(at)), places.in_reference(*span).line);
                    writeln!(out, "<li><a href=\"#{to}\">Reference, line {line}</a>: <q>{words}</q></li>")
                }
                Proof::Candidate(span) => {
                    let (to, line) = (anchor(prefix, "c", number, Role::Evidence(at)), places.in_candidate(*span).line);
                    writeln!(out, "<li><a href=\"#{to}\">Candidate, line {line}</a>: <q>{words}</q></li>")
                }
                Proof::Glossary(entry) => writeln!(out, "<li>Glossary: {}</li>", escape(&cut(entry, WORDS))),
            };
        }
        out.push_str("</ul>\n");
    }
    let again = numbered().filter(|(_, one)| is_again(one)).take(SHOWN).filter_map(|(at, evidence)| {
        let Proof::Candidate(span) = evidence.proof else { return None };
        let (to, line) = (anchor(prefix, "c", number, Role::Evidence(at)), places.in_candidate(span).line);
        Some(format!("<a href=\"#{to}\">line {line}</a>"))
    });
    let again: Vec<String> = again.collect();
    if !again.is_empty() {
        let _ = writeln!(out, "<p class=\"again\">Also: {}</p>", again.join(", "));
    }
}

/// The sentence on a finding, with the words between backticks set off.
fn message(message: &str) -> String {
    let shown = cut(message, MESSAGE);
    let mut out = String::with_capacity(shown.len() + 32);
    let parts: Vec<&str> = shown.split('`').collect();
    for (at, part) in parts.iter().enumerate() {
        let part = escape(part);
        let is_quoted = at % 2 == 1 && at + 1 < parts.len();
        out.push_str(&if is_quoted { format!("<b>{part}</b>") } else { part });
    }
    out
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Confidence as whole percent.
pub(super) fn percent(confidence: f64) -> u32 {
    (confidence * 100.0).round().clamp(0.0, 100.0) as u32
}
