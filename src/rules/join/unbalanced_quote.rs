use std::ops::Range;

use crate::align::sentences::PairKind;
use crate::lexicon::fold::is_double_quote;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// Quotation marks without a partner, or heaped up.
pub const RULE: Rule = Rule {
    code: "JON003",
    name: "unbalanced-quote",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Safe,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "Quotation marks are heaped up, or one has no partner in its paragraph.",
    why: "Readers cannot tell who says what.",
    ignores: "A quotation that runs on over paragraphs opens each of them. Apostrophes and inch marks are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "“They were right[[”””]], the mayor said."),
        Example::pair("", "The station is closed until the south entrance is repaired.[[\"\"]] Buses run instead."),
        Example::pair("", "“We are ready,” he said. “We always were.”"),
        Example::pair(
            "",
            "“We are ready,” he said.\n\n“The boats are on their way and will arrive tonight.\n\n“Nobody has to leave.”",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        let heaps = heaps(text, paragraph.clone());
        for heap in &heaps {
            let span = text.span_of(heap);
            let fixed = mended(text, paragraph, heap);
            let enough =
                if fixed.contains(is_double_quote) { "one quotation mark is enough" } else { "there is no quotation" };
            let draft = Draft::new(span, 0.9, format!("`{}`: {enough}.", text.at(span)));
            findings.add(if fixed.is_empty() { draft.delete() } else { draft.suggest(fixed) });
        }
        for at in turned(text, paragraph) {
            let span = text.tokens[at].span;
            let (way, fixed) = if text.at(span) == "“" { ("opens", "”") } else { ("closes", "“") };
            let message = format!("`{}` {way} a quotation where the other mark is wanted.", text.at(span));
            findings.add(Draft::new(span, 0.8, message).suggest(fixed));
        }
        // A single paragraph may be cut out of a longer quotation.
        let whole = cx.pair.kind != PairKind::Segment && text.paragraphs.len() > 1;
        if heaps.is_empty()
            && whole
            && let Some(alone) = unpaired(text, number)
        {
            let message = "This quotation mark has no partner in its paragraph.".to_owned();
            // What is opened in the last paragraph is never closed.
            let opens = alone == paragraph.start || text.tokens[alone].spaced;
            let last = number + 1 == text.paragraphs.len();
            let strength = if opens && last { 0.86 } else { 0.72 };
            findings.add(Draft::new(text.tokens[alone].span, strength, message));
        }
    }
}

fn is_quote(token: &Token) -> bool {
    token.kind == TokenKind::Mark && token.folded.chars().all(is_double_quote)
}

/// Two or more quotation marks side by side that do not close one quotation and open the next.
fn heaps(text: &Text<'_>, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        let mut end = at;
        let mut quotes = 0;
        while end < paragraph.end && (end == at || !text.tokens[end].spaced) {
            let token = &text.tokens[end];
            let stop = quotes > 0 && (token.is_mark(".") || token.is_mark(","));
            if !is_quote(token) && !stop {
                break;
            }
            quotes += usize::from(is_quote(token));
            end += 1;
        }
        if end > at && text.tokens[end - 1].is_mark(",") {
            end -= 1;
        }
        if quotes >= 2 {
            let has_stop = at > paragraph.start && text.tokens[at - 1].is_mark(".") && !text.tokens[at].spaced;
            let start = if has_stop && text.tokens[end - 1].is_mark(".") { at - 1 } else { at };
            found.push(start..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// What stands in place of a heap: its stop, and one of its marks where the paragraph has others to pair it with.
fn mended(text: &Text<'_>, paragraph: &Range<usize>, heap: &Range<usize>) -> String {
    let tokens = &text.tokens;
    let written = |at: usize| text.at(tokens[at].span);
    let is_alone = paragraph.clone().filter(|at| is_quote(&tokens[*at])).all(|at| heap.contains(&at));
    let stop = heap.clone().find(|at| !is_quote(&tokens[*at])).map_or("", written);
    let marks: Vec<&str> = heap.clone().filter(|at| is_quote(&tokens[*at])).map(written).collect();
    match marks[..] {
        _ if is_alone => stop.to_owned(),
        ["”", "“"] => format!("{stop}” “"),
        _ => {
            // What stands right behind a word closes.
            let closes = heap.start > paragraph.start && !tokens[heap.start].spaced;
            let facing = if closes { "”" } else { "“" };
            let mark = marks.iter().find(|mark| **mark == facing).or(marks.first());
            format!("{stop}{}", mark.unwrap_or(&""))
        }
    }
}

/// Curly quotation marks that face the wrong way where the text has both of them: “fragile“.
fn turned(text: &Text<'_>, paragraph: &Range<usize>) -> Vec<usize> {
    let written = |at: usize| text.at(text.tokens[at].span);
    // Other languages open with „ and close with “, or use ” for both.
    if text.raw.contains(['„', '»']) || !text.raw.contains('“') {
        return Vec::new();
    }
    let next_spaced = |at: usize| at + 1 >= paragraph.end || text.tokens[at + 1].spaced;
    let word = |at: usize| text.tokens[at].kind != TokenKind::Mark;
    paragraph
        .clone()
        .filter(|&at| {
            let first = at == paragraph.start;
            let closing = !first
                && !text.tokens[at].spaced
                && (word(at - 1) || text.tokens[at - 1].is_mark(","))
                && next_spaced(at);
            let opening =
                (first || text.tokens[at].spaced) && at + 1 < paragraph.end && !next_spaced(at) && word(at + 1);
            written(at) == "“" && closing || written(at) == "”" && opening
        })
        .collect()
}

/// The quotation mark of a paragraph that opens nothing or is never closed.
fn unpaired(text: &Text<'_>, number: usize) -> Option<usize> {
    let paragraph = text.paragraphs[number].clone();
    let quotes: Vec<usize> = paragraph.clone().filter(|at| is_quote(&text.tokens[*at])).collect();
    let inch = |at: usize| at > 0 && text.tokens[at - 1].kind == TokenKind::Number && !text.tokens[at].spaced;
    if quotes.len().is_multiple_of(2) || quotes.iter().any(|at| inch(*at)) {
        return None;
    }
    let opens_next = text.paragraphs.get(number + 1).is_some_and(|next| is_quote(&text.tokens[next.start]));
    let first_opens = quotes[0] == paragraph.start || text.tokens[quotes[0]].spaced;
    if opens_next && first_opens {
        return None;
    }
    // With an odd count the one that faces the wrong way is the stray one; else the last.
    let mut open = false;
    for &at in &quotes {
        let next_spaced = text.tokens.get(at + 1).is_none_or(|next| next.spaced || at + 1 >= paragraph.end);
        let faces_in = (text.tokens[at].spaced || at == paragraph.start) && !next_spaced;
        if faces_in == open {
            return Some(at);
        }
        open = faces_in;
    }
    quotes.last().copied()
}
