use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// A plan told as done, or a deed as planned.
pub const RULE: Rule = Rule {
    code: "LOG007",
    name: "changed-stage",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "What the reference has as planned, tried, asked for or charged the candidate tells as done, or the other way round.",
    why: "Readers take an attempt for a success, a warrant for an arrest.",
    ignores: "Two words for one stage are the same: tried to and attempted to. What both tell as done is done.",
    yields_to: &["LOG001"],
    examples: &[
        Example::pair("The company tried to sell the airport in March.", "The company [[sold]] the airport in March."),
        Example::pair("The court issued an arrest warrant for the banker.", "The court [[arrested]] the banker."),
        Example::pair(
            "The company tried to sell the airport in March.",
            "The company attempted to sell the airport in March.",
        ),
        Example::pair("The company sold the airport in March.", "The airport was sold by the company in March."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::ToldAsDone, Turn::ToldAsPlanned], |turned, theirs, ours| {
        if turned.turn == Turn::ToldAsDone {
            format!("`{theirs}` tells as done what the reference does not: `{ours}`.")
        } else {
            format!("`{theirs}` tells as not yet done what the reference has as done: `{ours}`.")
        }
    });
}
