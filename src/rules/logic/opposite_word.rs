use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// A word that means the opposite of the one in the reference.
pub const RULE: Rule = Rule {
    code: "LOG003",
    name: "opposite-word",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "A word means the opposite of the one that the reference has in its place.",
    why: "Readers learn that prices rose when they fell, or that a claim was accepted when it was denied.",
    ignores: "An opposite word together with a negation says the same. Words that are opposites elsewhere in the text and speak of other things are left alone.",
    yields_to: &["LOG001", "LOG002", "LOG005", "LOG006", "LOG008", "LOG009", "NUM005"],
    examples: &[
        Example::pair(
            "The minister rejected the demands of the union on Tuesday.",
            "The minister [[accepted]] the demands of the union on Tuesday.",
        ),
        Example::pair(
            "Exports of wheat rose by four percent in May.",
            "Exports of wheat [[fell]] by four percent in May.",
        ),
        Example::pair(
            "The minister rejected the demands of the union.",
            "The minister did not accept the demands of the union.",
        ),
        Example::pair("Prices rose in Spain and fell in Italy.", "In Spain prices rose, in Italy they fell."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::Opposite], |_, theirs, ours| {
        format!("`{theirs}` is the opposite of `{ours}`, which the reference has here.")
    });
}
