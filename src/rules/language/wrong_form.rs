use crate::extract::verb_forms::wrong_forms;
use crate::rules::language::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// A verb stands in a form that it cannot have there.
pub const RULE: Rule = Rule {
    code: "LNG004",
    name: "wrong-form-of-verb",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A verb stands in a form that it cannot have there.",
    why: "Readers stumble, and may not know whether it happened or is to happen.",
    ignores: "Participles behind nouns, modal words that are nouns and forms that are base forms too are left alone.",
    yields_to: &["SPL001", "SPL002", "JON014"],
    examples: &[
        Example::pair("", "The ministry tried [[to sought]] help abroad."),
        Example::pair("", "The referee [[did not went]] to the screen."),
        Example::pair("", "The farmers will not be paid, and the land they have feeds nobody."),
        Example::pair("", "Against his will he had put the house on the market, due to lost wages."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let slips = wrong_forms(cx.pair.candidate, cx.lexicon);
    tell(cx, findings, slips, |written| format!("`{written}`: the verb has a form that does not fit here."));
}
