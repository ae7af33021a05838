use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// A word that lacks a letter.
pub const RULE: Rule = Rule {
    code: "SPL002",
    name: "lost-letter",
    category: Category::Spelling,
    mqm: "fluency/spelling",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A word lacks a letter and has become another: the reference has the whole word in its place.",
    why: "The sentence says something else, and no speller sees it.",
    ignores: "Other forms of the reference's word and British or American spellings are right. A word that the reference has elsewhere is left alone.",
    yields_to: &["LNG003", "JON002", "JON014"],
    examples: &[
        Example::segment(
            "The visitors beat the champions in the second round.",
            "The visitors [[eat]] the champions in the second round.",
        ),
        Example::segment(
            "Nobody knew how the fire in the store had begun.",
            "Nobody knew [[ow]] the fire in the store had begun.",
        ),
        Example::segment(
            "Nobody knew how the fires in the store had begun.",
            "Nobody knew how the fire in the store had begun.",
        ),
        Example::segment("The colour of the harbour changed at noon.", "The color of the harbor changed at noon."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for one in &cx.pair.lost_letters {
        let span = cx.pair.candidate.tokens[one.token].span;
        let written = cx.pair.candidate.at(span);
        let draft = match one.reference {
            Some(other) => {
                let other = cx.pair.reference.tokens[other].span;
                let message = format!("`{written}` lacks a letter: the reference has `{}`.", one.right);
                Draft::new(span, one.strength, message).proof(Proof::Reference(other))
            }
            None => {
                Draft::new(span, one.strength, format!("`{written}` lacks a letter: `{}` may be meant.", one.right))
            }
        };
        findings.add(draft.suggest(one.right.clone()));
    }
}
