use crate::extract::doublings::{doubled_conjunctions, doubled_prepositions, lone_sides};
use crate::rules::language::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

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
    tell(cx, findings, doubled_conjunctions(text), |written| {
        format!("`{written}` is one conjunction too many: the sentence began with another.")
    });
    tell(cx, findings, lone_sides(text), |written| format!("`{written}` wants a second side."));
    tell(cx, findings, doubled_prepositions(text), |written| format!("`{written}`: one preposition is enough."));
}
