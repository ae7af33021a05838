use std::collections::BTreeSet;

use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A mark that does not belong there.
pub const RULE: Rule = Rule {
    code: "JON010",
    name: "stray-mark",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A punctuation mark is doubled or does not belong there.",
    why: "Readers stumble over it.",
    ignores: "Ellipses, dashes and footnote signs that the reference has too are left alone.",
    yields_to: &["JON003", "JON004"],
    examples: &[
        Example::pair("", "The market closed early[[..]] Traders went home."),
        Example::pair("The market closed early on Monday.", "The market closed [[^]] early on Monday."),
        Example::pair("", "The market closed early... Traders went home."),
        Example::pair("", "“Why?!” she asked. It cost $5."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let marks = cx.pair.reference.tokens.iter().filter(|token| token.kind == TokenKind::Mark);
    let known: BTreeSet<&str> = marks.map(|token| token.folded.as_str()).collect();
    for at in 1..text.tokens.len() {
        let token = &text.tokens[at];
        if token.kind != TokenKind::Mark {
            continue;
        }
        let before = &text.tokens[at - 1];
        let same = |near: Option<&Token>| near.is_some_and(|near| near.folded == token.folded);
        let third = same(text.tokens.get(at + 1)) || at > 1 && same(text.tokens.get(at - 2));
        let doubled = matches!(token.folded.as_str(), "." | "," | ";" | ":")
            && before.folded == token.folded
            && !token.spaced
            && !third
            // "number.. or": two dots are a short ellipsis.
            && !(token.folded == "." && text.tokens.get(at + 1).is_some_and(|next| next.case == Case::Lower && next.is_word()));
        let clash = matches!(
            (before.folded.as_str(), token.folded.as_str()),
            (",", ".") | (".", ",") | (",", ";") | (";", ".") | (":", ".") | (",", ":")
        ) && !token.spaced
            && !is_abbreviation(cx, at);
        if doubled || clash {
            let message = format!("`{}`: one mark is enough.", text.at(before.span.join(token.span)));
            // Before a capital the full stop is the one that is meant.
            let capital = text.tokens.get(at + 1).is_some_and(|next| next.is_word() && next.is_capitalised());
            let stop = if before.is_mark(".") && capital { before } else { token };
            findings.add(Draft::new(before.span.join(token.span), 0.85, message).suggest(text.at(stop.span)));
        } else if is_foreign(&token.folded) && !known.contains(token.folded.as_str()) {
            let message = format!("`{}` is a punctuation mark of another script.", text.at(token.span));
            findings.add(Draft::new(token.span, 0.9, message));
        } else if token.folded == "_" && !token.spaced && text.tokens.get(at + 1).is_some_and(|next| !next.spaced) {
            // Placeholders and user names.
        } else if is_rare(&token.folded) && !known.contains(token.folded.as_str()) && !in_address(text, at) {
            let message = format!("`{}` does not belong here.", text.at(token.span));
            let strength = if cx.pair.kind == PairKind::Alone { 0.4 } else { 0.72 };
            findings.add(Draft::new(token.span, strength, message));
        }
    }
}

/// "Inc.," keeps its stop before a comma.
fn is_abbreviation(cx: &Context<'_>, at: usize) -> bool {
    let tokens = &cx.pair.candidate.tokens;
    let word = at.checked_sub(2).map(|before| &tokens[before]);
    word.is_some_and(|word| {
        word.is_word() && (word.folded.len() <= 4 || cx.lexicon.abbreviations.is_known(&word.folded))
    })
}

/// Full stops, commas and the like of other scripts, full-width ones included.
fn is_foreign(mark: &str) -> bool {
    matches!(
        mark,
        "،" | "؛"
            | "؟"
            | "।"
            | "。"
            | "，"
            | "、"
            | "；"
            | "："
            | "？"
            | "！"
            | "（"
            | "）"
            | "「"
            | "」"
            | "《"
            | "》"
    )
}

fn is_rare(mark: &str) -> bool {
    matches!(mark, "~" | "^" | "_" | "|" | "\\" | "}" | "{" | "<" | ">" | "=")
}

/// Parts of web and mail addresses and of markup.
fn in_address(text: &Text<'_>, at: usize) -> bool {
    let near = text.tokens[at.saturating_sub(6)..(at + 6).min(text.tokens.len())].iter();
    near.clone().any(|token| matches!(token.folded.as_str(), "http" | "https" | "www" | "@"))
        || near.filter(|token| token.folded == "/").count() > 1
}
