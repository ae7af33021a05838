use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};
use crate::rules::term::word_for_word;

/// Words that do not go together in English.
pub const RULE: Rule = Rule {
    code: "LNG009",
    name: "wrong-collocation",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "Words do not go together in English: they are put as in another language.",
    why: "Readers see that a machine wrote it, and may misunderstand it.",
    ignores: "Words that the reference has too are right. Words that can be right are left alone unless the reference has the usual ones in that place.",
    yields_to: &["TRM001", "TRM002", "TRM003"],
    examples: &[
        Example::pair("", "The UN fears the use of [[biology warfare]] in the region."),
        Example::pair("", "The researchers spoke of a [[history breakthrough]] in the fight against malaria."),
        Example::pair(
            "",
            "The UN fears biological warfare; the economic crisis in the region was discussed at a summit.",
        ),
        Example::pair("", "Several teams will participate in the race in June; the minister paid them a visit."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for wrong in &cx.pair.collocations {
        findings.add(word_for_word::draft(cx, wrong, |written, right| {
            format!("`{written}` is not how English puts it; `{right}` may be meant.")
        }));
    }
}
