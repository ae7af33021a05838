use std::ops::Range;

use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::TokenKind;

/// A bracket without a partner.
pub const RULE: Rule = Rule {
    code: "JON012",
    name: "unpaired-bracket",
    category: Category::Join,
    mqm: "fluency/punctuation",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A bracket has no partner in its paragraph.",
    why: "Readers cannot tell where the remark ends.",
    ignores: "Lists that count with a) or 1) are left alone, and so are faces made of marks.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The agency [[(]]WMO warned of a dry winter in the region."),
        Example::pair("", "Midfielder Alarcon (ankle) and keeper Brix flu[[)]] will miss the tie."),
        Example::pair("", "The plan has two parts: a) lower taxes and b) fewer rules."),
        Example::pair("", "The agency (WMO) warned of a dry winter (the third in a row) :)"),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let reference = cx.pair.reference.raw;
    // A reference that leaves one open itself is quoted.
    if reference.matches('(').count() != reference.matches(')').count()
        || cx.pair.kind == PairKind::Segment && reference.contains(['(', ')'])
    {
        return;
    }
    let alone: Vec<Vec<usize>> = text.paragraphs.iter().map(|paragraph| unpaired(text, paragraph.clone())).collect();
    let is = |at: &usize, mark: &str| text.tokens[*at].is_mark(mark);
    for (number, places) in alone.iter().enumerate() {
        // A remark may run over two paragraphs.
        let runs_on = |open: usize| {
            let last = alone.get(open).and_then(|places| places.last()).is_some_and(|at| is(at, "("));
            last && alone.get(open + 1).and_then(|places| places.first()).is_some_and(|at| is(at, ")"))
        };
        let skip_first = usize::from(number > 0 && runs_on(number - 1));
        let end = places.len() - usize::from(runs_on(number));
        for &at in places.get(skip_first..end).unwrap_or_default() {
            let span = text.tokens[at].span;
            let message = format!("`{}` has no partner in its paragraph.", text.at(span));
            findings.add(Draft::new(span, 0.8, message));
        }
    }
}

/// Brackets that open and are never closed, or close what was never opened.
fn unpaired(text: &Text<'_>, paragraph: Range<usize>) -> Vec<usize> {
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    for at in paragraph {
        let token = &text.tokens[at];
        if token.is_mark("(") {
            open.push(at);
        } else if token.is_mark(")") && open.pop().is_none() && !counts_or_smiles(text, at) {
            alone.push(at);
        }
    }
    alone
        .extend(open.into_iter().filter(|at| !text.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark)));
    alone.sort_unstable();
    alone
}

/// "a)", "12)", ":)": brackets that need no partner.
fn counts_or_smiles(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &text.tokens[before]) else { return true };
    match before.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            before.folded.chars().count() <= 2 || matches!(before.folded.as_str(), "iii" | "vii" | "viii")
        }
        // "a year earlier))": a second bracket is no face.
        TokenKind::Mark => {
            let word = at.checked_sub(2).is_some_and(|at| text.tokens[at].is_word());
            !(before.is_mark(")") && word && !text.tokens[at].spaced)
        }
        TokenKind::Foreign => false,
    }
}
