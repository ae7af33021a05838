use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Likely for unlikely.
pub const RULE: Rule = Rule {
    code: "LOG002",
    name: "changed-likelihood",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "What the reference calls likely the candidate calls unlikely, or the other way round.",
    why: "Readers expect the opposite of what is expected.",
    ignores: "Degrees of one direction are not told apart: likely and very likely agree. Unlikely and little chance agree.",
    yields_to: &["LOG001"],
    examples: &[
        Example::pair(
            "Analysts say that a rate cut is unlikely this year.",
            "Analysts say that a rate cut is [[likely]] this year.",
        ),
        Example::pair(
            "The government is unlikely to sign the treaty with Norway.",
            "The government is [[very likely]] to sign the treaty with Norway.",
        ),
        Example::pair(
            "The government is unlikely to sign the treaty with Norway.",
            "There is little chance that the government will sign the treaty with Norway.",
        ),
        Example::pair("The strike is likely to last for weeks.", "The strike is very likely to last for weeks."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::Likelihood], |_, theirs, ours| {
        format!("`{theirs}` turns the expectation round: the reference says `{ours}`.")
    });
}
