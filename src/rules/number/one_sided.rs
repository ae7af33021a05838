use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::span::Span;

/// A figure that a translation left out or put in.
pub const RULE: Rule = Rule {
    code: "NUM010",
    name: "one-sided-figure",
    category: Category::Number,
    mqm: "accuracy/omission",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "One of two parallel sentences has a figure that the other lacks.",
    why: "Readers miss how many, how much or when; or they are told what nobody said.",
    ignores: "Another article need not have the same figures. Small counts are left alone, and so is a sentence in which more \
              than one figure differs.",
    yields_to: &["COV001", "COV003"],
    examples: &[
        Example::segment(
            "The storm destroyed 71 houses in the valley and killed 1,400 sheep, the mayor said on Monday.",
            "[[]]The storm destroyed 71 houses in the valley and killed sheep, the mayor said on Monday.",
        ),
        Example::segment(
            "The storm destroyed houses in the valley, the mayor said on Monday.",
            "The storm destroyed [[71]] houses in the valley, the mayor said on Monday.",
        ),
        Example::pair(
            "The storm destroyed 71 houses in the valley and killed 1,400 sheep.",
            "The storm raged all night. Sheep died and houses in the valley fell, many of them old.",
        ),
        Example::segment(
            "Two men were arrested in the valley on Monday.",
            "The men were arrested in the valley on Monday.",
        ),
        Example::segment(
            "The storm destroyed 71 houses and 14 barns, the mayor said.",
            "The storm destroyed dozens of houses and barns, the mayor said.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for figure in &cx.pair.one_sided_figures {
        let draft = match figure.lost_from {
            Some(sentence) => {
                let lost = &cx.pair.reference_facts.quantities[figure.quantity];
                let right = cx.pair.reference.at(lost.span);
                let message = format!("`{right}` of the reference is missing here.");
                let tokens = &cx.pair.candidate.sentences[sentence].tokens;
                let place = cx.pair.candidate.span_of(&(tokens.start..tokens.start + 1));
                Draft::new(Span::empty(place.start), figure.strength, message).proof(Proof::Reference(lost.span))
            }
            None => {
                let added = &cx.pair.candidate_facts.quantities[figure.quantity];
                let wrong = cx.pair.candidate.at(added.number);
                Draft::new(added.number, figure.strength, format!("The reference has no `{wrong}` here."))
            }
        };
        findings.add(draft);
    }
}
