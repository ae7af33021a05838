use crate::align::corrections::{Correction, of_amount};
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::rules::number::{Change, changes};

/// A number with other digits than the reference has.
pub const RULE: Rule = Rule {
    code: "NUM001",
    name: "changed-number",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "A number has another value than the reference gives.",
    why: "Readers are told another size of what happened: dead, money, distances, results.",
    ignores: "Another format, spelled-out numbers and converted units are the same value. A rounding is no change. A number that only the candidate has is left alone.",
    yields_to: &["NUM003", "NUM002"],
    examples: &[
        Example::pair(
            "The storm destroyed 71 houses in the valley, the mayor said.",
            "The storm destroyed [[17]] houses in the valley, the mayor said.",
        ),
        Example::pair(
            "The company employs 2,300 people in three plants.",
            "The company employs [[2,800]] people in three plants.",
        ),
        Example::pair(
            "The company employs 2,300 people in three plants.",
            "The company employs two thousand three hundred people in 3 plants.",
        ),
        Example::pair("Some 58,340 spectators watched the final.", "Some 58 thousand spectators watched the final."),
        Example::pair(
            "The bridge was closed for repairs.",
            "The bridge was closed for repairs that will cost 40 million kronor.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for changed in changes(cx, Change::Digits) {
        let Correction { span, wrong, right } = of_amount((cx.pair.reference, cx.pair.candidate), changed.both());
        let message = format!("`{wrong}` should be `{right}`, as in the reference.");
        let draft = Draft::new(span, changed.strength, message);
        findings.add(draft.proof(Proof::Reference(changed.reference.span)).suggest(right));
    }
}
