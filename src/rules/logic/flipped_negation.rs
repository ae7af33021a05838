use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// A negation added or lost.
pub const RULE: Rule = Rule {
    code: "LOG001",
    name: "flipped-negation",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "The candidate denies what the reference states, or states what it denies.",
    why: "Readers learn the opposite of what happened.",
    ignores: "A denial in other words is the same statement: failed to, refused to, unable to. The opposite word with a negation says the same.",
    yields_to: &["NUM005", "LOG008", "LOG009"],
    examples: &[
        Example::pair(
            "The court will not hear the appeal of the former minister.",
            "The court [[will hear]] the appeal of the former minister.",
        ),
        Example::pair(
            "The company has paid the fine that the regulator imposed.",
            "The company has [[not]] paid the fine that the regulator imposed.",
        ),
        Example::pair(
            "The pilots did not reach an agreement with the airline.",
            "The pilots failed to reach an agreement with the airline.",
        ),
        Example::pair(
            "The prosecutor did not accept the offer of the defence.",
            "The prosecutor rejected the offer of the defence.",
        ),
        Example::pair("The bridge was not safe, the engineers wrote.", "The bridge was unsafe, the engineers wrote."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::NegationAdded, Turn::NegationLost], |turned, theirs, ours| {
        if turned.turn == Turn::NegationAdded {
            format!("`{theirs}` denies what the reference states.")
        } else {
            format!("The negation is missing at `{theirs}`; the reference says `{ours}`.")
        }
    });
}
