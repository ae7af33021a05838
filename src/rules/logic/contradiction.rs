use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// The candidate contradicts itself.
pub const RULE: Rule = Rule {
    code: "LOG010",
    name: "contradiction",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "The candidate calls a deed likely in one place and denies it in another.",
    why: "One of the two is wrong, and readers cannot tell which.",
    ignores: "A deed of other persons is another deed. What is unlikely and was not done agrees.",
    yields_to: &["LOG001", "LOG002"],
    examples: &[
        Example::pair(
            "",
            "Analysts said that Norway was [[very likely to extradite]] Petrov. A day after the visit Oslo said that it did not extradite Petrov.",
        ),
        Example::pair(
            "",
            "Diplomats said that Kenya was [[almost certain to deport]] Petrov. Kenya did not deport Petrov in the end.",
        ),
        Example::pair(
            "",
            "Analysts said that Norway was unlikely to extradite Petrov. A day after the visit Oslo said that it did not extradite Petrov.",
        ),
        Example::pair(
            "",
            "Analysts said that Norway was very likely to extradite Petrov. Finland did not extradite Larsen.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for own in &cx.pair.own_claims {
        let (affirmed, denied) = (cx.pair.candidate.at(own.affirmed), cx.pair.candidate.at(own.denied));
        let message = format!("`{affirmed}` contradicts `{denied}`, which is said elsewhere in the text.");
        findings.add(Draft::new(own.affirmed, own.strength, message).proof(Proof::Candidate(own.denied)));
    }
}
