//! The rules as SARIF's reporting descriptors: what a viewer shows beside a finding.

use std::fmt::Write as _;

use crate::report::explain::unmarked;
use crate::report::level::Level;
use crate::report::markdown::words::code;
use crate::report::sarif::model::{Configuration, Help, ReportingDescriptor, RuleProperties};
use crate::report::sarif::{level_word, message};
use crate::rules::RULES;
use crate::rules::model::{Example, Rule};

/// All rules, in the order that `ruleIndex` counts in.
pub(super) fn descriptors() -> Vec<ReportingDescriptor> {
    RULES.iter().map(descriptor).collect()
}

/// The place of a rule in the descriptors.
pub(super) fn index(rule: &Rule) -> Option<usize> {
    RULES.iter().position(|other| other.code == rule.code)
}

fn descriptor(rule: &Rule) -> ReportingDescriptor {
    ReportingDescriptor {
        id: rule.code,
        name: rule.name,
        short_description: message(rule.summary),
        full_description: message(&format!("{} {}", rule.summary, rule.why)),
        help: Help { text: message(&help_text(rule)).text, markdown: help_markdown(rule) },
        default_configuration: Configuration { level: level_word(Level::of(rule.severity)) },
        properties: RuleProperties { tags: [rule.category.word(), rule.mqm] },
    }
}

fn help_text(rule: &Rule) -> String {
    format!("{} Why it matters: {} What it leaves alone: {}", rule.summary, rule.why, rule.ignores)
}

fn help_markdown(rule: &Rule) -> String {
    let mut out =
        format!("{}\n\n**Why it matters.** {}\n\n**What it leaves alone.** {}\n", rule.summary, rule.why, rule.ignores);
    for example in rule.examples {
        let (candidate, spans) = unmarked(example.candidate);
        let found = spans.first().map(|span| format!(" finds {}.", code(&candidate[span.range()])));
        write_example(&mut out, example, &candidate, &found.unwrap_or_else(|| " finds nothing.".to_owned()));
    }
    out
}

fn write_example(out: &mut String, example: &Example, candidate: &str, found: &str) {
    out.push_str("\n* ");
    if !example.reference.is_empty() {
        let _ = write!(out, "Reference {}. ", code(example.reference));
    }
    let _ = writeln!(out, "Candidate {}:{found}", code(candidate));
}
