use crate::extract::doublings::{doubled_conjunctions, doubled_prepositions, lone_sides};
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// A conjunction or a preposition is said twice, or lacks what it links.
pub const RULE: Rule = Rule {
    code: "LNG006",
    name: "doubled-link",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A conjunction or a preposition is said twice, or lacks what it links.",
    why: "Readers stumble, and lose which half of the sentence depends on which.",
    ignores: "A conjunction within the first half and prepositions that belong to a verb are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "Although the roads were icy, [[but]] the buses ran."),
        Example::pair("", "The accident happened near a village [[in on]] the road to Sfax."),
        Example::pair("", "Because the bridge was closed, she took the ferry, so nobody saw her."),
        Example::pair("", "The town that he came from in the end forgave him."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for slip in doubled_conjunctions(text) {
        let span = text.span_of(&slip.tokens);
        let message = format!("`{}` is one conjunction too many: the sentence began with another.", text.at(span));
        findings.add(Draft::new(span, slip.strength, message));
    }
    for slip in lone_sides(text) {
        let span = text.span_of(&slip.tokens);
        let message = format!("`{}` wants a second side.", text.at(span));
        findings.add(Draft::new(span, slip.strength, message));
    }
    for slip in doubled_prepositions(text) {
        let span = text.span_of(&slip.tokens);
        let message = format!("`{}`: one preposition is enough.", text.at(span));
        findings.add(Draft::new(span, slip.strength, message));
    }
}
