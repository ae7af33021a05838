use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// A word written for another that sounds or looks like it.
pub const RULE: Rule = Rule {
    code: "SPL003",
    name: "confused-word",
    category: Category::Spelling,
    mqm: "fluency/spelling",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A word is written for another that sounds or looks like it.",
    why: "Readers stumble, or read something else.",
    ignores: "Words are left alone where both could be meant, and where the reference writes the same.",
    yields_to: &["SPL001"],
    examples: &[
        Example::pair("", "Divers broke [[threw]] the doors with axes."),
        Example::pair("", "The lorries came into [[site]] at noon."),
        Example::pair("", "He threw the ball over the fence, and the site was quite quiet."),
        Example::pair("The band Knot Alone was knot amused.", "The band Knot Alone was knot amused."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for confusion in &cx.pair.confusions {
        let span = cx.pair.candidate.tokens[confusion.token].span;
        let message = format!("`{}` is written for `{}`.", cx.pair.candidate.at(span), confusion.right);
        findings.add(Draft::new(span, confusion.strength, message).suggest(confusion.right.clone()));
    }
}
