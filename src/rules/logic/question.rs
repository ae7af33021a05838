use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::Text;

/// A question where the reference states.
pub const RULE: Rule = Rule {
    code: "LOG004",
    name: "question-for-statement",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "The candidate asks what the reference states.",
    why: "A fact becomes a doubt.",
    ignores: "A question that the reference asks too is right. An indirect question is no question.",
    yields_to: &[],
    examples: &[
        Example::segment(
            "The court heard three witnesses on Monday.",
            "Did the court hear three witnesses on Monday[[?]]",
        ),
        Example::segment("The company will build a plant in Gdansk.", "Will the company build a plant in Gdansk[[?]]"),
        Example::segment(
            "Will the company build a plant in Gdansk?",
            "Is the company going to build a plant in Gdansk?",
        ),
        Example::segment(
            "Reporters wanted to know whether the company will build a plant.",
            "Reporters asked whether the company will build a plant.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    for bead in pair.full_beads().filter(|bead| {
        pair.kind == PairKind::Segment && bead.likeness >= 0.2
            || pair.kind == PairKind::Parallel && bead.likeness >= 0.5
    }) {
        let asks = |text: &Text<'_>, sentence: usize| {
            let tokens = text.tokens_of(&text.sentences[sentence]);
            tokens.iter().rev().take(3).find(|token| token.folded == "?" || token.folded == "？").map(|mark| mark.span)
        };
        let whole = pair.reference_tokens(bead);
        if pair.reference.tokens[whole].iter().any(|token| token.folded.starts_with(['?', '？'])) {
            continue;
        }
        for sentence in bead.candidate.clone() {
            let Some(mark) = asks(pair.candidate, sentence) else { continue };
            let reference = pair.reference.sentences[bead.reference.start].span;
            let message = "This is a question; the reference states it.".to_owned();
            let strength = if pair.kind == PairKind::Segment { 0.85 } else { 0.7 };
            findings.add(Draft::new(mark, strength, message).proof(Proof::Reference(reference)));
        }
    }
}
