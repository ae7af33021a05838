use crate::extract::agreement::disagreements;
use crate::rules::language::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Subject and verb, or determiner and noun, differ in number.
pub const RULE: Rule = Rule {
    code: "LNG005",
    name: "disagreement-in-number",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "Subject and verb, or determiner and noun, differ in number.",
    why: "Readers stumble, and may not know whether one or several are meant.",
    ignores: "Groups that take a plural verb, amounts, and names in the plural are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "[[The ministers has]] asked for more time."),
        Example::pair("", "[[There is]] still 40 miners trapped below the second level."),
        Example::pair("", "The police have arrested five men. Five years is a long time."),
        Example::pair("", "The team are on their way, and one of the buses that were late has arrived."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let slips = disagreements(cx.pair.candidate, cx.lexicon);
    tell(cx, findings, slips, |written| format!("`{written}`: singular and plural do not fit together."));
}
