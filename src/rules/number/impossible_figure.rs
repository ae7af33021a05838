use crate::align::own_figures::Contradiction;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// A figure that cannot be.
pub const RULE: Rule = Rule {
    code: "NUM009",
    name: "impossible-figure",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "There is no such figure: a fraction of a person, a day that the month does not have.",
    why: "A scale word or a separator was lost, and the reader cannot know which.",
    ignores: "Averages and rates may have fractions of a person. A point that may divide thousands is left alone.",
    yields_to: &["NUM001", "NUM003", "NUM004"],
    examples: &[
        Example::pair("", "Around [[14.5]] travellers are stuck at the airport."),
        Example::pair("", "The law is in force from [[31 June]] on."),
        Example::pair("", "On average 2.4 people live in a household."),
        Example::pair("", "Around 14.500 travellers are stuck at the airport."),
        Example::pair("", "The law is in force from 30 June on."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for fault in cx.pair.own_figures.iter().filter(|fault| fault.contradiction == Contradiction::Impossible) {
        let quantity = &cx.pair.candidate_facts.quantities[fault.quantity];
        let span = if quantity.is_date() { quantity.span } else { quantity.number };
        let message = format!("`{}` cannot be.", cx.pair.candidate.at(span));
        findings.add(Draft::new(span, fault.strength, message));
    }
}
