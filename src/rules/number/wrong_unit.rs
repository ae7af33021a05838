use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::rules::number::{Change, changes};

/// The right figure with another unit or currency.
pub const RULE: Rule = Rule {
    code: "NUM002",
    name: "wrong-unit",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "The figure agrees with the reference and the unit or currency does not.",
    why: "Forty miles are not forty kilometres, and six million euros are not six million dollars.",
    ignores: "A unit converted together with its figure is right. Long and short names of a unit agree.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The pipeline runs for 40 kilometres through the desert.",
            "The pipeline runs for [[40 miles]] through the desert.",
        ),
        Example::pair(
            "The club paid 18 million euros for the striker.",
            "The club paid [[18 million dollars]] for the striker.",
        ),
        Example::pair(
            "The pipeline runs for 40 miles through the desert.",
            "The pipeline runs for 64 kilometres through the desert.",
        ),
        Example::pair("The level fell by 1.2 metres.", "The level fell by 1.2 m."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for changed in changes(cx, Change::Unit) {
        let (wrong, right) =
            (cx.pair.candidate.at(changed.candidate.span), cx.pair.reference.at(changed.reference.span));
        let message =
            format!("`{wrong}` should be `{right}`: the figure agrees with the reference, the unit does not.");
        let draft = Draft::new(changed.candidate.span, changed.strength, message);
        findings.add(draft.proof(Proof::Reference(changed.reference.span)).suggest(right));
    }
}
