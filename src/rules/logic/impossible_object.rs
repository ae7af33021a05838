use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// A deed done to what cannot suffer it.
pub const RULE: Rule = Rule {
    code: "LOG011",
    name: "impossible-object",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A deed that only persons can suffer is done to a thing: an arrest warrant for a country.",
    why: "The sentence says what cannot be; whom it meant is lost.",
    ignores: "A noun that belongs to another is not the object. Arrested in a town and arrested this week are right.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The tribunal had [[issued an arrest warrant for the country]] in May."),
        Example::pair("", "Officers tried to [[arrest the treaty]] at the border."),
        Example::pair("", "The tribunal had issued an arrest warrant for the country's former president."),
        Example::pair("", "Two men were arrested this week, and a third was arrested in the capital."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for one in &cx.pair.objects {
        let object = cx.pair.candidate.at(one.object);
        let message = format!("`{object}` cannot suffer this; who is meant is lost.");
        findings.add(Draft::new(one.span, one.strength, message));
    }
}
