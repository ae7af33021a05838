use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// A mark inside a sentence that parts what belongs together.
pub const RULE: Rule = Rule {
    code: "JON011",
    name: "misplaced-mark",
    category: Category::Join,
    mqm: "fluency/punctuation",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A punctuation mark parts words that belong together.",
    why: "Readers stumble, and may read the sentence another way.",
    ignores: "Marks between clauses, in lists, behind abbreviations and around quotations are left alone. A compound that is cut short before another keeps its hyphen.",
    yields_to: &["JON001", "JON003", "JON004", "JON007", "JON010"],
    examples: &[
        Example::segment(
            "The ministry announced new rules for the fishing fleet.",
            "The ministry announced new[[;]] rules for the fishing fleet.",
        ),
        Example::segment(
            "The hospital was built in the seventies with money from Norway.",
            "The hospital was built in the[[!]] seventies with money from Norway.",
        ),
        Example::segment(
            "The hospital was built in the seventies with money from Norway.",
            "The hospital was built in the seventies, with money from Norway.",
        ),
        Example::pair("", "Small- and medium-sized firms, he said, pay more than the banks' owners."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for mark in &cx.pair.marks {
        let tokens = &cx.pair.candidate.tokens;
        let span = tokens[mark.token].span;
        let (before, after) =
            (cx.pair.candidate.at(tokens[mark.token - 1].span), cx.pair.candidate.at(tokens[mark.token + 1].span));
        let written = cx.pair.candidate.at(span);
        let message = format!("`{written}` parts `{before}` from `{after}`.");
        findings.add(Draft::new(span, mark.strength, message));
    }
}
