use crate::rules::model::{Category, Context, Draft, Example, Findings, Proof, Rule, Severity, Stage};
use crate::rules::number::{Change, changes, unit_name};

/// The right digits with a factor of ten too many or too few.
pub const RULE: Rule = Rule {
    code: "NUM003",
    name: "wrong-magnitude",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
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
        let (candidate, reference) = (changed.candidate, changed.reference);
        // With one unit on both sides only the number is wrong, and the candidate keeps its way to write the unit.
        let same_unit = unit_name(candidate) == unit_name(reference);
        let spans = if same_unit { (candidate.number, reference.number) } else { (candidate.span, reference.span) };
        let (wrong, right) = (cx.pair.candidate.at(spans.0), cx.pair.reference.at(spans.1));
        let message = format!("`{wrong}` should be `{right}`: the digits agree with the reference, the size does not.");
        let draft = Draft::new(spans.0, changed.strength, message);
        findings.add(draft.proof(Proof::Reference(reference.span)).suggest(right));
    }
}
