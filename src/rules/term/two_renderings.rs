use crate::extract::renderings::other_orders;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// One institution under two names.
pub const RULE: Rule = Rule {
    code: "TRM004",
    name: "two-renderings",
    category: Category::Term,
    mqm: "terminology/inconsistent-with-terminology-resource",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "An institution or a treaty is named with the same words in another order.",
    why: "Readers take it for two.",
    ignores: "Two names that are both known, and short names, are left alone. The reference's own wording is right.",
    yields_to: &["TRM001", "TRM002", "TRM003"],
    examples: &[
        Example::pair(
            "",
            "The International Court of Justice meets in April. The [[International Justice Court]] has fifteen judges.",
        ),
        Example::pair(
            "",
            "The Coastal Fisheries Commission met in May. A member of the [[Commission of Coastal Fisheries]] was hurt.",
        ),
        Example::pair("", "The University of Washington and Washington University signed a treaty."),
        Example::pair("", "The World Food Programme halted deliveries, said the World Food Programme."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    for one in other_orders(pair.candidate, &pair.known) {
        let (written, right) = (pair.candidate.at(one.span), pair.candidate.at(one.other));
        if pair.reference.raw.contains(written) {
            continue;
        }
        let message = format!("`{written}` is called `{right}` elsewhere in the text.");
        findings.add(Draft::new(one.span, 0.75, message).proof(Proof::Candidate(one.other)).suggest(right));
    }
}
