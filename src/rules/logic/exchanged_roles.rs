use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Who did it and to whom, exchanged.
pub const RULE: Rule = Rule {
    code: "LOG005",
    name: "exchanged-roles",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "Who does something and who suffers it are exchanged against the reference.",
    why: "The victim becomes the culprit, the winner the loser.",
    ignores: "Active and passive of one deed are the same. A deed told from the other side is the same: sold to, bought from.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The police arrested the protesters near the parliament on Friday.",
            "The [[protesters arrested the police]] near the parliament on Friday.",
        ),
        Example::pair(
            "Norway defeated Denmark in the final on Sunday evening.",
            "[[Norway was defeated by Denmark]] in the final on Sunday evening.",
        ),
        Example::pair(
            "The police arrested the protesters near the parliament on Friday.",
            "The protesters were arrested by the police near the parliament on Friday.",
        ),
        Example::pair(
            "Norway sold the old frigate to Poland last year.",
            "Poland bought the old frigate from Norway last year.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::Roles], |_, theirs, ours| {
        format!("`{theirs}` has who did it and to whom the other way round: the reference says `{ours}`.")
    });
}
