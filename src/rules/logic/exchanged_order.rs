use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// What came first and what was the cause, exchanged.
pub const RULE: Rule = Rule {
    code: "LOG006",
    name: "exchanged-order",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "What came first and what came later, or cause and effect, are exchanged against the reference.",
    why: "Readers take the consequence for the cause, or the answer for the attack.",
    ignores: "A before B and B after A are the same, in whatever order they are told.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The minister resigned after the parliament rejected the budget.",
            "The parliament rejected the budget [[after]] the minister resigned.",
        ),
        Example::pair(
            "The flood was caused by the collapse of the old dam.",
            "The collapse of the old dam was [[caused by]] the flood.",
        ),
        Example::pair(
            "The minister resigned after the parliament rejected the budget.",
            "The parliament rejected the budget before the minister resigned.",
        ),
        Example::pair(
            "After the parliament rejected the budget, the minister resigned.",
            "The minister resigned after the parliament rejected the budget.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::Order, Turn::Cause], |turned, theirs, ours| {
        if turned.turn == Turn::Cause {
            format!("`{theirs}` turns cause and effect round: the reference says `{ours}`.")
        } else {
            format!("What came first and what came later are exchanged at `{theirs}`: the reference says `{ours}`.")
        }
    });
}
