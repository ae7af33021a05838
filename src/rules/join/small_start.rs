use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::token::{Case, TokenKind};

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
    yields_to: &[],
    examples: &[
        Example::segment("Rangers closely watch the hunters.", "[[rangers]] closely watch the hunters."),
        Example::segment("The company opened a shop in Oslo.", "[[the]] company opened a shop in Oslo."),
        Example::segment("The iPhone was sold out.", "iPhone stocks were sold out."),
        Example::segment("and the rest is history", "and the rest is history"),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    let text = pair.candidate;
    let starts_small = |text: &Text<'_>, token: usize| {
        text.tokens.get(token).is_some_and(|first| first.kind == TokenKind::Word && first.case == Case::Lower)
    };
    if pair.kind == PairKind::Segment && starts_small(pair.reference, 0) {
        return;
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
        let written = text.at(text.tokens[first].span);
        let mut letters = written.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        let message = format!("The sentence begins with a small letter: `{written}`.");
        findings.add(Draft::new(text.tokens[first].span, 0.85, message).suggest(capital));
    }
}
