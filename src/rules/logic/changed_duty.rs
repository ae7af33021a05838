use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Must for may.
pub const RULE: Rule = Rule {
    code: "LOG009",
    name: "changed-duty",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "What the reference demands the candidate leaves open or forbids, or what it forbids the candidate allows.",
    why: "Readers break a rule that they were told does not bind them.",
    ignores: "Must, has to and is required to are the same. What is recommended and what is required are not told apart.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "Travellers are required to show a certificate at the border.",
            "Travellers are [[free to]] show a certificate at the border.",
        ),
        Example::pair(
            "Swiss banks are allowed to pass on the data of their clients.",
            "Swiss banks are [[forbidden to]] pass on the data of their clients.",
        ),
        Example::pair(
            "Travellers are required to show a certificate at the border.",
            "Travellers are obliged to show a certificate at the border.",
        ),
        Example::pair(
            "Swiss banks are not allowed to pass on the data of their clients.",
            "Swiss banks are forbidden to pass on the data of their clients.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::Duty], |_, theirs, ours| {
        format!("`{theirs}` changes the duty: the reference says `{ours}`.")
    });
}
