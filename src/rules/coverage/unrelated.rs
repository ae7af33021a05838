use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;

/// A segment that has nothing in common with its reference.
pub const RULE: Rule = Rule {
    code: "COV002",
    name: "unrelated-segment",
    category: Category::Coverage,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "The segment has nothing in common with its reference.",
    why: "Readers get another text.",
    ignores: "Short segments are left alone. Only segments that are given as one-to-one renderings are looked at.",
    yields_to: &[],
    examples: &[
        Example::segment(
            "The volcano on the island erupted at dawn and covered nine villages with ash.",
            "[[Shares of the bank rose after its chairman promised a larger dividend.]]",
        ),
        Example::segment("The volcano erupted at dawn and covered nine villages with ash.", "[[...]]"),
        Example::segment("Shares rose sharply.", "Stocks climbed."),
        Example::pair(
            "The volcano on the island erupted at dawn and covered nine villages with ash.",
            "Shares of the bank rose after its chairman promised a larger dividend.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    if pair.kind != PairKind::Segment {
        return;
    }
    let content = |text: &Text<'_>| text.tokens.iter().filter(|token| token.is_content()).count();
    let linked = pair
        .links
        .of_reference
        .iter()
        .enumerate()
        .filter(|(at, link)| link.is_some() && pair.reference.tokens[*at].is_content())
        .count();
    let (ours, theirs) = (content(pair.reference), content(pair.candidate));
    let whole = pair.candidate.span_of(&(0..pair.candidate.tokens.len()));
    if ours >= 5 && theirs >= 5 && linked == 0 {
        findings.add(Draft::new(whole, 0.85, "Nothing in this segment renders its reference.".to_owned()));
    } else if ours >= 4 && theirs == 0 {
        findings.add(Draft::new(whole, 0.95, "The translation of this segment is missing.".to_owned()));
    }
}
