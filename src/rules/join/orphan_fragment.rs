use crate::lexicon::words::Classes;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::sentence::is_terminal;
use crate::text::token::{Case, TokenKind};

/// A word or two left over behind a full stop.
pub const RULE: Rule = Rule {
    code: "JON006",
    name: "orphan-fragment",
    category: Category::Join,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A word or two stand alone behind a full stop, left over from a sentence.",
    why: "The reader looks for a sentence that is not there.",
    ignores: "Short answers, headlines, exclamations and datelines are left alone.",
    yields_to: &["JON002"],
    examples: &[
        Example::pair("", "The party got a new driving force[[.Essence]]"),
        Example::pair("", "The country relied on a much larger neighbour[[.country]]."),
        Example::pair("", "Will they come? No. Never."),
        Example::pair("", "Markets\n\nShares fell. Oil rose. Gold stood still."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for sentence in text.sentences.iter().skip(1) {
        let at = sentence.tokens.start;
        let tokens = text.tokens_of(sentence);
        let glued = tokens.first().is_some_and(|first| !first.spaced && first.kind == TokenKind::Word);
        let words = tokens.iter().filter(|token| token.is_word()).count();
        let verb = tokens.iter().any(|token| token.can_be(Classes::VERB) && token.can_be(Classes::AUXILIARY));
        if glued && words <= 2 && !verb && at > 0 {
            let end = tokens.iter().rev().find(|token| !token.spaced || token.kind != TokenKind::Mark);
            let span = text.tokens[at - 1].span.join(end.map_or(sentence.span, |end| end.span));
            add(cx, findings, span, 0.86);
        }
    }
    for at in 2..text.tokens.len() {
        // ".country.": two words of small letters around a stop without a space are no web address in a sentence.
        let (stop, word) = (&text.tokens[at - 1], &text.tokens[at]);
        let joined = stop.is_mark(".")
            && !stop.spaced
            && !word.spaced
            && word.kind == TokenKind::Word
            && word.case == Case::Lower;
        let ends = text
            .tokens
            .get(at + 1)
            .is_none_or(|next| is_terminal(next) && text.tokens.get(at + 2).is_none_or(|after| after.spaced));
        if joined && ends && word.tier() <= 35 && text.tokens[at - 2].is_word() && text.tokens[at - 2].tier() <= 50 {
            add(cx, findings, stop.span.join(word.span), 0.8);
        }
    }
}

fn add(cx: &Context<'_>, findings: &mut Findings, span: crate::text::span::Span, strength: f64) {
    let words = cx.pair.candidate.at(span).trim_start_matches(['.', '!', '?']).trim();
    let message = format!("`{words}` is left over from a sentence.");
    findings.add(Draft::new(span, strength, message));
}
