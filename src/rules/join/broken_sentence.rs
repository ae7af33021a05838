use crate::lexicon::words::Classes;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Rule, Severity, Stage};
use crate::text::sentence::Sentence;
use crate::text::token::{Case, Token, TokenKind};

/// A sentence cut in two by a full stop.
pub const RULE: Rule = Rule {
    code: "JON007",
    name: "broken-sentence",
    category: Category::Join,
    mqm: "fluency/grammar",
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A full stop cuts a sentence in the middle of a phrase.",
    why: "Neither half makes sense alone.",
    ignores: "Sentences that end with a particle (what he looked for) are right. Headlines and lists are left alone.",
    yields_to: &[],
    examples: &[
        Example::pair("", "The rescue teams were ready to help [[the. They]] set off at once."),
        Example::pair("", "Melnyk is one of [[them. Who has]] worked there since May."),
        Example::pair("", "That is what he was looking for. They left."),
        Example::pair("", "Who has seen it? Nobody. Which of the two won is unclear."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for two in text.sentences.windows(2) {
        let [before, after] = two else { continue };
        if before.paragraph != after.paragraph || !before.terminated {
            continue;
        }
        let stop = before.tokens.end - 1;
        let Some(last) = stop.checked_sub(1).filter(|last| before.tokens.contains(last)) else { continue };
        let start = after.tokens.start;
        let (word, first) = (&text.tokens[last], &text.tokens[start]);
        if !text.tokens[stop].is_mark(".") || word.kind == TokenKind::Mark || !first.is_word() || !first.spaced {
            continue;
        }
        let infinitive = word.folded == "to" && first.can_be(Classes::VERB) && first.lemma() == first.folded;
        let strength = if hangs(word) {
            0.88
        } else if infinitive || first.folded == "to" && wants_infinitive(word) {
            0.8
        } else if let Some(strength) = goes_on(cx, after) {
            strength
        } else if is_phrase(cx, before) {
            0.7
        } else {
            continue;
        };
        let span = word.span.join(first.span);
        let message = format!("The full stop behind `{}` cuts a sentence in two.", text.at(word.span));
        findings.add(Draft::new(span, strength, message));
    }
}

/// Words that cannot end a sentence where an infinitive begins the next one.
fn wants_infinitive(word: &Token) -> bool {
    matches!(
        word.folded.as_str(),
        "afford" | "able" | "unable" | "likely" | "unlikely" | "expected" | "forced" | "willing" | "unwilling"
    )
}

/// Words that want another one behind them.
fn hangs(word: &Token) -> bool {
    const HANGING: [&str; 30] = [
        "the", "a", "an", "and", "or", "of", "their", "its", "his", "my", "our", "your", "than", "because", "although",
        "with", "from", "into", "during", "between", "whose", "every", "while", "if", "very", "was", "were", "at",
        "has", "have",
    ];
    HANGING.contains(&word.folded.as_str()) && word.case == Case::Lower
}

/// A sentence that begins with "Who has ...", "Which was ...", or with a past form that lacks its subject.
fn goes_on(cx: &Context<'_>, sentence: &Sentence) -> Option<f64> {
    let tokens = cx.pair.candidate.tokens_of(sentence);
    let asks = tokens.iter().any(|token| token.is_mark("?"));
    let (first, second) = (tokens.first()?, tokens.get(1)?);
    let relative = matches!(first.folded.as_str(), "who" | "which" | "whose") && second.can_be(Classes::AUXILIARY);
    if relative && !asks {
        return Some(0.8);
    }
    let said =
        matches!(first.folded.as_str(), "said" | "added" | "told") && !second.is_mark(",") && !second.is_capitalised();
    said.then_some(0.75)
}

/// A prepositional phrase of time or place with a full stop: "On 27 December 1939."
fn is_phrase(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let tokens = cx.pair.candidate.tokens_of(sentence);
    let Some(first) = tokens.first() else { return false };
    let preposition = matches!(
        first.folded.as_str(),
        "on" | "in" | "at" | "during" | "after" | "before" | "since" | "by" | "with" | "for"
    );
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark).count();
    let verb = tokens.iter().any(|token| token.can_be(Classes::VERB) || token.can_be(Classes::AUXILIARY));
    preposition && !verb && (3..=9).contains(&words)
}
