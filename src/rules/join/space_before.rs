use std::ops::Range;

use crate::lexicon::fold::is_double_quote;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::{Case, TokenKind};

/// A space before a mark that wants none.
pub const RULE: Rule = Rule {
    code: "JON004",
    name: "space-before-punctuation",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A space stands before a full stop, a comma, a closing quotation mark, or a hyphen.",
    why: "The line breaks in the wrong place and the text looks unedited.",
    ignores: "Dashes between words, ellipses and signs before numbers are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The match was over in an hour[[ .]] Nobody complained."),
        Example::pair("", "They talked about a much[[ -scale]] attack on the port[[ ,]] it seems."),
        Example::pair("", "The match - a short one - was over … in an hour."),
        Example::pair("", "At night it was -3 degrees; .22 calibre rifles froze."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for paragraph in &text.paragraphs {
        let mut quoted = false;
        let paired = paragraph.clone().filter(|at| text.tokens[*at].folded == "\"").count().is_multiple_of(2);
        for at in paragraph.clone() {
            let token = &text.tokens[at];
            let closes = quoted && token.folded == "\"" || token.folded == "”";
            quoted ^= token.folded == "\"";
            let opens = token.folded == "“" || quoted && token.folded == "\"" && paired;
            if opens && is_apart(text, at, paragraph) {
                let next = text.tokens[at + 1].span;
                let span = token.span.join(next);
                let message = format!("The space behind `{}` is wrong.", text.at(token.span));
                let fixed = format!("{}{}", text.at(token.span), text.at(next));
                findings.add(Draft::new(span, 0.85, message).suggest(fixed));
                continue;
            }
            if at == 0 || !token.spaced || token.kind != TokenKind::Mark || text.at(gap(text, at)).contains('\n') {
                continue;
            }
            let next = text.tokens.get(at + 1);
            if is_spaced_stop(text, at) {
                // "end ,which" wants its space behind the comma.
                let space = if next.is_some_and(|next| !next.spaced && next.is_word()) { " " } else { "" };
                let fixed = format!("{}{space}", text.at(token.span));
                add(findings, gap(text, at).join(token.span), &fixed, 0.9);
            } else if is_hyphen_start(text, at) {
                let end = text.tokens[at + 1].span;
                add(findings, gap(text, at).join(end), text.at(token.span.join(end)), 0.8);
            } else if closes && next.is_none_or(|next| next.spaced) {
                add(findings, gap(text, at).join(token.span), text.at(token.span), 0.85);
            }
        }
    }
}

fn add(findings: &mut Findings, span: Span, fixed: &str, strength: f64) {
    let message = format!("The space before `{}` is wrong.", fixed.trim());
    findings.add(Draft::new(span, strength, message).suggest(fixed));
}

/// A full stop, a comma or the like behind a space, where it begins nothing: ";)" is a face and ".exe" an ending of files.
fn is_spaced_stop(text: &Text<'_>, at: usize) -> bool {
    let (token, before, next) = (&text.tokens[at], &text.tokens[at - 1], text.tokens.get(at + 1));
    let next_spaced = next.is_none_or(|next| next.spaced);
    let stop = matches!(token.folded.as_str(), "." | "," | ";" | "!" | "?" | ")") || token.folded == ":" && next_spaced;
    let comma = token.folded == "," && next.is_some_and(|next| next.kind == TokenKind::Word);
    let free = comma || next_spaced || next.is_some_and(|next| next.kind == TokenKind::Mark && next.folded != ")");
    let ellipsis = token.folded == "." && next.is_some_and(|next| next.folded == ".") || before.folded == ".";
    // ";-)" is a face too.
    let face = matches!(token.folded.as_str(), ";" | ":") && next.is_some_and(|next| next.is_mark("-") && !next.spaced);
    let quote = before.folded.chars().all(|c| is_double_quote(c) || c == ')');
    stop && free && !ellipsis && !face && (before.kind != TokenKind::Mark || quote)
}

/// Whether a quotation mark that opens stands apart from what it opens, and apart from what is before it.
fn is_apart(text: &Text<'_>, at: usize, paragraph: &Range<usize>) -> bool {
    let next = text.tokens.get(at + 1).filter(|_| at + 1 < paragraph.end);
    let before = at == paragraph.start || text.tokens[at].spaced;
    before && next.is_some_and(|next| next.spaced && next.kind != TokenKind::Mark)
}

/// The white space before a token.
fn gap(text: &Text<'_>, at: usize) -> Span {
    Span { start: text.tokens[at - 1].span.end, end: text.tokens[at].span.start }
}

/// "much -scale": a hyphen with a space before it and a word of small letters right behind it.
fn is_hyphen_start(text: &Text<'_>, at: usize) -> bool {
    let (token, Some(next)) = (&text.tokens[at], text.tokens.get(at + 1)) else { return false };
    let small = next.kind == TokenKind::Word && next.case == Case::Lower && !next.spaced;
    if token.folded != "-" || !small || !text.tokens[at - 1].is_word() {
        return false;
    }
    // Three of them in one sentence are dashes.
    let sentence = &text.sentences[text.sentence_of(at)];
    text.tokens_of(sentence).iter().filter(|near| near.folded == "-" && near.spaced).take(3).count() <= 2
}
