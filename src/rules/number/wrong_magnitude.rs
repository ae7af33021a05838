use crate::align::corrections::{Correction, of_amount};
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::rules::number::{Change, changes};

/// The right digits with a factor of ten too many or too few.
pub const RULE: Rule = Rule {
    code: "NUM003",
    name: "wrong-magnitude",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Stable,
    summary: "A number has the right digits and the wrong size: zeros or a decimal point were lost or added.",
    why: "The size of what happened is wrong by ten, a hundred or more; slips between scales such as lakh, crore and ten thousand do this.",
    ignores: "Other ways to write one value agree. Other units with their own value agree.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "About 1,350 houses were damaged by the earthquake.",
            "About [[13,500]] houses were damaged by the earthquake.",
        ),
        Example::pair(
            "The winners receive $6 million in prize money.",
            "The winners receive $[[6 billion]] in prize money.",
        ),
        Example::pair("The region sent 4,800 tents.", "The region sent 4.8 thousand tents."),
        Example::pair("Demand rose to 252 gigawatts on Tuesday.", "Demand rose to 252,000 megawatts on Tuesday."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for changed in changes(cx, Change::Magnitude) {
        let Correction { span, wrong, right } = of_amount((cx.pair.reference, cx.pair.candidate), changed.both());
        let message = format!("`{wrong}` should be `{right}`: the digits agree with the reference, the size does not.");
        let draft = Draft::new(span, changed.strength, message);
        findings.add(draft.proof(Proof::Reference(changed.reference.span)).suggest(right));
    }
}
