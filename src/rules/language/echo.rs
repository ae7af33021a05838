use crate::extract::doublings::echoes;
use crate::rules::language::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// A word is joined to itself.
pub const RULE: Rule = Rule {
    code: "LNG007",
    name: "echoed-word",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A word is joined to itself.",
    why: "Readers look for a difference that there is none.",
    ignores: "Repetition for effect and groups of groups are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The plan was [[rejected and rejected]] by both parties."),
        Example::pair("", "They want to prevent the [[shortage of shortages]] of last winter."),
        Example::pair("", "They talked and talked, and the pros and cons were weighed again and again."),
        Example::pair("", "She was asked again and again, and a group of armed groups fled."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, echoes(cx.pair.candidate), |written| format!("`{written}` says the same twice."));
}
