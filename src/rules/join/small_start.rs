use crate::align::sentences::PairKind;
use crate::lexicon::words::Classes;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// A sentence that begins with a small letter.
pub const RULE: Rule = Rule {
    code: "JON009",
    name: "small-start",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A sentence begins with a small letter.",
    why: "The text looks unedited; often the start of the sentence is lost.",
    ignores: "Brand names such as iPhone keep their small letter. A segment whose reference begins with a small letter is right.",
    yields_to: &["JON011"],
    examples: &[
        Example::segment("Rangers closely watch the hunters.", "[[rangers]] closely watch the hunters."),
        Example::segment("The company opened a shop in Oslo.", "[[the]] company opened a shop in Oslo."),
        Example::pair("", "The strike ended at midnight. [[buses]] were running again by the morning."),
        Example::segment("The iPhone was sold out.", "iPhone stocks were sold out."),
        Example::segment("and the rest is history", "and the rest is history"),
    ],
    check,
};

/// The fewest tokens of what can be a sentence.
const LEAST: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    let text = pair.candidate;
    let starts_small = |text: &Text<'_>, token: usize| {
        text.tokens.get(token).is_some_and(|first| first.kind == TokenKind::Word && first.case == Case::Lower)
    };
    if pair.kind == PairKind::Segment && starts_small(pair.reference, 0) {
        return;
    }
    for at in behind_stops(cx) {
        add(cx, findings, at, 0.93);
    }
    for paragraph in &text.paragraphs {
        let first = paragraph.start;
        let sentence = &text.sentences[text.sentence_of(first)];
        let whole = sentence.terminated && sentence.tokens.len() > 4;
        if !starts_small(text, first)
            || !(whole || pair.kind == PairKind::Segment && sentence.tokens.len() > 6)
            || text.tokens[first].word.is_none() && pair.kind != PairKind::Segment
        {
            continue;
        }
        // A text may be cut out of a sentence.
        let strength = if pair.kind == PairKind::Segment { 0.85 } else { 0.6 };
        add(cx, findings, first, strength);
    }
}

fn add(cx: &Context<'_>, findings: &mut Findings, at: usize, strength: f64) {
    let span = cx.pair.candidate.tokens[at].span;
    let written = cx.pair.candidate.at(span);
    let mut letters = written.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let message = format!("The sentence begins with a small letter: `{written}`.");
    findings.add(Draft::new(span, strength, message).suggest(capital));
}

/// Words in small letters behind a full stop within a paragraph, where both sides are sentences.
fn behind_stops(cx: &Context<'_>) -> Vec<usize> {
    let tokens = &cx.pair.candidate.tokens;
    let sentence = |at: usize| &cx.pair.candidate.sentences[cx.pair.candidate.sentence_of(at)];
    (2..tokens.len())
        .filter(|&at| {
            let [last, stop, first] = [&tokens[at - 2], &tokens[at - 1], &tokens[at]];
            let known = |token: &Token| token.is_word() && token.word.is_some() && token.case == Case::Lower;
            let ends = stop.is_mark(".") && !stop.spaced && known(last) && last.folded.chars().count() > 3;
            let shortened = cx.lexicon.abbreviations.is_known(&last.folded);
            let whole = sentence(at);
            let finite = |range: std::ops::Range<usize>| {
                range.len() >= LEAST
                    && tokens[range].iter().any(|token| {
                        token.can_be(Classes::AUXILIARY)
                            || token.word.is_some_and(|word| word.past || word.first_class == Classes::VERB)
                    })
            };
            let until = (at..whole.tokens.end).find(|at| tokens[*at].is_mark(".")).unwrap_or(whole.tokens.end);
            ends && !shortened
                && first.spaced
                && known(first)
                && !cx.pair.candidate.at(stop.span.join(first.span)).contains('\n')
                && finite(whole.tokens.start..at - 1)
                && finite(at..until)
        })
        .collect()
}
