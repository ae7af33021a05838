use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// At most for at least.
pub const RULE: Rule = Rule {
    code: "NUM005",
    name: "reversed-bound",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A figure is a least in the reference and a most in the candidate, or the other way round.",
    why: "Readers learn the opposite of what is known: a hundred at most is not a hundred at least.",
    ignores: "Bounds in other words agree: no fewer than and at least. A bound that one of the texts leaves out is no \
              reversal.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "It will take the rescuers at least 40 hours to reach the men.",
            "It will take the rescuers [[at most 40]] hours to reach the men.",
        ),
        Example::pair(
            "More than 300 people were in the hall when the roof gave way.",
            "[[Fewer than 300]] people were in the hall when the roof gave way.",
        ),
        Example::pair(
            "The rescuers are not expected to reach the men in less than 40 hours.",
            "It will take the rescuers at least 40 hours to reach the men.",
        ),
        Example::pair(
            "More than 300 people were in the hall when the roof gave way.",
            "300 people were in the hall when the roof gave way.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for reversed in &cx.pair.bounds {
        let (wrong, right) = (cx.pair.candidate.at(reversed.candidate), cx.pair.reference.at(reversed.reference));
        let message = format!("`{wrong}` turns the bound round: the reference says `{right}`.");
        findings.add(
            Draft::new(reversed.candidate, reversed.strength, message)
                .proof(Proof::Reference(reversed.reference))
                .suggest(right),
        );
    }
}
