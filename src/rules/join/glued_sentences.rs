use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::sentence::is_terminal;
use crate::text::token::TokenKind;

/// Two sentences without a space between them.
pub const RULE: Rule = Rule {
    code: "JON001",
    name: "glued-sentences",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A sentence begins right behind the full stop of the one before.",
    why: "Readers stumble; the join often hides a sentence that was cut or lost.",
    ignores: "Web addresses, initials, abbreviations and decimal numbers are left alone.",
    yields_to: &["JON006"],
    examples: &[
        Example::pair("", "All was done well[[.Full]] marks went to the crew."),
        Example::pair("", "The roof gave way[[.There]] were 14 people inside."),
        Example::pair("", "The U.S. envoy J.K. Miller wrote on Booking.com and in Node.js."),
        Example::pair("", "The tremor had a magnitude of 2.9. There were no victims."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for sentence in text.sentences.iter().skip(1) {
        let at = sentence.tokens.start;
        let (Some(first), Some(before)) = (text.tokens.get(at), text.tokens.get(at.wrapping_sub(1))) else { continue };
        let address = at >= 2 && text.tokens[at - 2].folded == "www";
        if first.spaced || first.kind == TokenKind::Mark || address {
            continue;
        }
        // The stop may be followed by a closing quotation mark.
        let mut stop = at - 1;
        while stop > 0 && !is_terminal(&text.tokens[stop]) && !text.tokens[stop].folded.ends_with('.') {
            stop -= 1;
        }
        let span = text.tokens[stop].span.join(first.span);
        let end = before.span;
        let fixed = format!("{} {}", text.at(text.tokens[stop].span.join(end)), text.at(first.span));
        let message = format!("A space is missing before `{}`.", text.at(first.span));
        findings.add(Draft::new(span, 0.93, message).suggest(fixed));
    }
}
