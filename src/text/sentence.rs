//! Cutting tokens into paragraphs and sentences, through abbreviations and through garbled joins.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::abbreviations::Ending;
use crate::lexicon::fold::{is_apostrophe, is_double_quote};
use crate::text::span::Span;
use crate::text::token::{Case, Token, TokenKind};

/// What kind of line a sentence is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Running text.
    Prose,
    /// A headline, a line of a list or of a table: a short line without a full stop.
    Heading,
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, as positions in the text.
    pub tokens: Range<usize>,
    /// Its paragraph, counted from 0.
    pub paragraph: usize,
    /// What kind of line it is.
    pub role: Role,
    /// Whether it ends with a mark that ends sentences.
    pub terminated: bool,
    /// Whether most of its words have capitals, as headlines may: capitals tell nothing there.
    pub title_case: bool,
}

const FULL_STOPS: &str = ".!?…。！？｡؟।";

/// Whether a token ends sentences.
#[must_use]
pub fn is_terminal(token: &Token) -> bool {
    token.kind == TokenKind::Mark && FULL_STOPS.contains(token.folded.as_str())
}

/// Whether a token is a quotation mark or a bracket that can stand after a full stop.
fn is_closer(token: &Token) -> bool {
    token.kind == TokenKind::Mark
        && token.folded.chars().all(|c| is_double_quote(c) || is_apostrophe(c) || matches!(c, ')' | ']' | '*' | '_'))
}

/// The paragraphs of a text as ranges of tokens.
#[must_use]
pub fn paragraphs(raw: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for at in 1..tokens.len() {
        let gap = &raw[tokens[at - 1].span.end as usize..tokens[at].span.start as usize];
        if gap.contains('\n') && breaks_paragraph(raw, gap, &tokens[at - 1], &tokens[at]) {
            ranges.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        ranges.push(start..tokens.len());
    }
    ranges
}

/// An empty line always breaks; a single line break does unless the line was wrapped in mid-sentence.
fn breaks_paragraph(raw: &str, gap: &str, before: &Token, after: &Token) -> bool {
    if gap.bytes().filter(|byte| *byte == b'\n').count() > 1 {
        return true;
    }
    let line_start = raw[..before.span.end as usize].rfind('\n').map_or(0, |at| at + 1);
    let wrapped = before.span.end as usize - line_start >= 50;
    let goes_on = before.kind == TokenKind::Word || before.is_mark(",") || before.is_mark(";");
    !(wrapped && goes_on) || (after.kind == TokenKind::Mark && "#>-*•|".contains(after.folded.as_str()))
}

/// The sentences of a text in order.
#[must_use]
pub fn sentences(tokens: &[Token], paragraphs: &[Range<usize>], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut all = Vec::new();
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            let end = sentence_end(tokens, range, at, lexicon).unwrap_or(at + 1);
            let ends_here = end > at + 1 || sentence_end(tokens, range, at, lexicon).is_some();
            if ends_here && end < range.end {
                all.push(make_sentence(tokens, start..end, paragraph, range));
                start = end;
            }
            at = end;
        }
        all.push(make_sentence(tokens, start..range.end, paragraph, range));
    }
    all
}

/// Where the sentence ends if the token at `at` ends one: the position after its last closing mark.
fn sentence_end(tokens: &[Token], range: &Range<usize>, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let token = &tokens[at];
    let abbreviation = token.kind == TokenKind::Word && token.folded.ends_with('.');
    if !is_terminal(token) && !abbreviation {
        return None;
    }
    let mut end = at + 1;
    while end < range.end && closes_after_stop(tokens, range, end) {
        end += 1;
    }
    let Some(next) = tokens.get(end).filter(|_| end < range.end) else { return Some(end) };
    let opener = next.kind == TokenKind::Mark;
    let word = if opener { tokens.get(end + 1).filter(|_| end + 1 < range.end).unwrap_or(next) } else { next };
    if abbreviation || (token.is_mark(".") && end == at + 1) {
        match ending_before(tokens, range, at, lexicon) {
            Ending::Never => return None,
            Ending::May
                if !starts_plainly(word) || (abbreviation && token.case == Case::Upper && !word.is_function()) =>
            {
                return None;
            }
            Ending::May | Ending::Always => {}
        }
    }
    if next.spaced {
        let lower = word.kind == TokenKind::Word && word.case == Case::Lower;
        return (!lower && !matches!(next.folded.as_str(), "," | ";" | ":" | ")")).then_some(end);
    }
    (at > range.start && is_glued(&tokens[at - 1], token, next)).then_some(end)
}

/// Quotes, brackets and further stops behind a full stop belong to its sentence; so does a quotation mark after a
/// stray space where nothing stands directly behind it.
fn closes_after_stop(tokens: &[Token], range: &Range<usize>, at: usize) -> bool {
    let token = &tokens[at];
    if is_terminal(token) {
        return !token.spaced;
    }
    if !is_closer(token) {
        return false;
    }
    let next = tokens.get(at + 1).filter(|_| at + 1 < range.end);
    match (token.spaced, next) {
        (_, None) => true,
        (false, Some(next)) => next.spaced || next.kind == TokenKind::Mark || token.folded != "\"",
        (true, Some(next)) => next.spaced && token.folded.chars().all(is_double_quote) && !is_opening(token),
    }
}

fn is_opening(token: &Token) -> bool {
    token.folded.starts_with(['“', '«', '„', '「', '『'])
}

/// Whether a word begins a sentence beyond doubt: a large letter on a word that is mostly written small.
fn starts_plainly(word: &Token) -> bool {
    word.case == Case::Capital && word.tier() <= 40
}

fn ending_before(tokens: &[Token], range: &Range<usize>, at: usize, lexicon: &Lexicon) -> Ending {
    let token = &tokens[at];
    if token.kind == TokenKind::Word {
        let initials = token.case == Case::Upper && !lexicon.abbreviations.is_known(&token.folded);
        return if initials { Ending::Never } else { Ending::May };
    }
    let Some(before) = tokens[range.start..at].last().filter(|_| !token.spaced) else { return Ending::Always };
    if before.kind != TokenKind::Word {
        return Ending::Always;
    }
    if before.folded.len() == 1 && before.is_capitalised() && before.folded != "i" {
        return Ending::Never;
    }
    lexicon.abbreviations.ending(&before.folded, before.is_capitalised())
}

/// "well.Full": a stop between a small-letter word and a capital without a space; no domain, initial or version.
fn is_glued(before: &Token, stop: &Token, after: &Token) -> bool {
    let after_is_word = after.kind == TokenKind::Word
        && matches!(after.case, Case::Capital | Case::Mixed)
        && (after.folded.len() > 1 || matches!(after.folded.as_str(), "a" | "i"));
    let before_ends = match before.kind {
        TokenKind::Word => before.folded.len() > 1,
        TokenKind::Number | TokenKind::Foreign => true,
        TokenKind::Mark => !stop.spaced && "\"”’)%".contains(before.folded.as_str()),
    };
    let foreign = after.kind == TokenKind::Foreign && !stop.is_mark(".");
    (after_is_word && before_ends) || foreign
}

fn make_sentence(tokens: &[Token], range: Range<usize>, paragraph: usize, whole: &Range<usize>) -> Sentence {
    let span = tokens[range.start].span.join(tokens[range.end - 1].span);
    let inside = &tokens[range.clone()];
    let last = inside.iter().rev().find(|token| !is_closer(token));
    let terminated = last.is_some_and(|token| is_terminal(token) || token.folded.ends_with('.'));
    let words = inside.iter().filter(|token| token.is_word());
    let (mut content, mut capitals, mut count) = (0, 0, 0);
    for word in words {
        count += 1;
        content += usize::from(word.is_content());
        capitals += usize::from(word.is_content() && word.is_capitalised());
    }
    let alone = range == *whole;
    let role = if alone && !terminated && count <= 20 { Role::Heading } else { Role::Prose };
    let title_case = content >= 4 && capitals * 10 >= content * 8;
    Sentence { span, tokens: range, paragraph, role, terminated, title_case }
}
