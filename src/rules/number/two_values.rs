use crate::align::own_figures::Contradiction;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// One quantity with two values.
pub const RULE: Rule = Rule {
    code: "NUM008",
    name: "two-values",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "The candidate gives one quantity two values.",
    why: "Readers do not know which to believe.",
    ignores: "Values that the reference has too are right. Figures about other things are left alone.",
    yields_to: &["NUM001", "NUM002", "NUM003", "NUM007"],
    examples: &[
        Example::pair(
            "The storm came at night. The landslide buried 32 houses in the valley, and the road was cut for two days.",
            "At night the storm came. In the valley 32 houses were buried by the landslide. For two days the road was cut. The [[23]] houses buried by the landslide belonged to farmers.",
        ),
        Example::pair(
            "",
            "The thieves stole 26 watches from the shop. The [[62]] watches stolen by thieves from the shop were insured.",
        ),
        Example::pair(
            "The landslide buried 32 houses and damaged 23 houses.",
            "The landslide buried 32 houses. It damaged a further 23 houses.",
        ),
        Example::pair("", "The thieves stole 26 watches from the shop. A museum lost 62 paintings in May."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for fault in cx.pair.own_figures.iter().filter(|fault| fault.contradiction == Contradiction::TwoValues) {
        let Some(other) = fault.other else { continue };
        let quantity = |at: usize| &cx.pair.candidate_facts.quantities[at];
        let (wrong, right) =
            (cx.pair.candidate.at(quantity(fault.quantity).number), cx.pair.candidate.at(quantity(other).number));
        let message = format!("`{wrong}` contradicts `{right}`, which is said of the same elsewhere in the text.");
        let draft = Draft::new(quantity(fault.quantity).number, fault.strength, message);
        findings.add(draft.proof(Proof::Candidate(quantity(other).span)).suggest(right));
    }
}
