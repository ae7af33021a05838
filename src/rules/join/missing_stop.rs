use std::collections::HashSet;

use crate::align::sentences::PairKind;
use crate::lexicon::words::Classes;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::Text;
use crate::text::sentence::Sentence;
use crate::text::token::{Case, Token, TokenKind};

/// A last sentence without its end mark.
pub const RULE: Rule = Rule {
    code: "JON008",
    name: "missing-stop",
    category: Category::Join,
    mqm: "fluency/typography",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "The sentence ends without a full stop.",
    why: "Readers think that the rest is lost.",
    ignores: "Headlines, lists and captions need no full stop. A segment whose reference has none is right.",
    yields_to: &[],
    examples: &[
        Example::segment(
            "The minister resigned on Monday after the vote.",
            "After the vote the minister resigned on [[Monday]]",
        ),
        Example::pair(
            "A storm delayed the ferry by two days. No one was injured, and passengers got soup and blankets, the captain said.",
            "The ferry was late. The captain blamed the storm that had swept over the island for two days. Nobody was hurt, and the passengers were given soup and [[blankets]]",
        ),
        Example::pair("", "The fire was under control before [[noon]] The cause is not known yet."),
        Example::segment("Minister resigns after vote", "Minister resigns after the vote"),
        Example::pair("", "Storm over the island\n\nNobody was hurt."),
    ],
    check,
};

/// Tokens that a sentence has before another one can begin, and within which that one has its verb.
const LEAST: usize = 4;
const REACH: usize = 8;

/// A short line without a verb, or one in the capitals of a headline.
fn is_title(text: &Text<'_>, sentence: &Sentence) -> bool {
    let tokens = text.tokens_of(sentence);
    let words = tokens.iter().filter(|token| token.is_word()).count();
    let verb = tokens.iter().any(|token| token.can_be(Classes::AUXILIARY) || token.word.is_some_and(|word| word.past));
    let content: Vec<&Token> = tokens.iter().filter(|token| token.is_word() && token.is_content()).collect();
    let capitals = content.iter().filter(|token| token.is_capitalised()).count();
    sentence.title_case || words < 8 && !verb || content.len() >= 5 && capitals * 10 >= content.len() * 7
}

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    let text = pair.candidate;
    let ends = |text: &Text<'_>| text.sentences.last().is_some_and(|sentence| sentence.terminated);
    for at in run_on(cx) {
        let span = text.tokens[at - 1].span;
        let message = format!("A new sentence begins behind `{}`, and no full stop stands before it.", text.at(span));
        findings.add(Draft::new(span, 0.93, message).suggest(format!("{}.", text.at(span))));
    }
    for (at, sentence) in text.sentences.iter().enumerate() {
        let last_of_paragraph = text.sentences.get(at + 1).is_none_or(|next| next.paragraph != sentence.paragraph);
        let first_of_paragraph = at == 0 || text.sentences[at - 1].paragraph != sentence.paragraph;
        let words = text.tokens_of(sentence).iter().filter(|token| token.is_word()).count();
        let Some(last) = text.tokens_of(sentence).last() else { continue };
        let open = matches!(last.kind, TokenKind::Word | TokenKind::Number | TokenKind::Foreign)
            || last.folded == "\""
            || last.folded == "”"
            || last.folded == ")";
        if sentence.terminated || !last_of_paragraph || !open {
            continue;
        }
        let strength = match pair.kind {
            PairKind::Segment
                if at + 1 == text.sentences.len() && ends(pair.reference) && !is_title(text, sentence) =>
            {
                0.85
            }
            PairKind::Segment => continue,
            _ if !first_of_paragraph && words >= 6 => 0.68,
            _ if words >= 25 && text.sentences.len() > 3 => 0.55,
            _ => continue,
        };
        let message = format!("The sentence ends with `{}` and no full stop.", text.at(last.span));
        findings.add(Draft::new(last.span, strength, message).suggest(format!("{}.", text.at(last.span))));
    }
}

/// Words that begin a sentence behind a word that ends one, with no mark between: "before noon The cause".
fn run_on(cx: &Context<'_>) -> Vec<usize> {
    let text = cx.pair.candidate;
    // A title is called so everywhere.
    let starts = cx.pair.reference.tokens.windows(2).filter(|two| two[0].is_capitalised());
    let titles: HashSet<(&str, &str)> = starts.map(|two| (two[0].folded.as_str(), two[1].folded.as_str())).collect();
    let mut found = Vec::new();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.title_case) {
        for at in sentence.tokens.clone().skip(LEAST) {
            let Some([before, first, second]) = text.tokens[..sentence.tokens.end].get(at - 1..at + 2) else {
                continue;
            };
            let begins = matches!(
                text.at(first.span),
                "The"
                    | "A"
                    | "An"
                    | "It"
                    | "He"
                    | "She"
                    | "They"
                    | "We"
                    | "This"
                    | "These"
                    | "His"
                    | "Her"
                    | "Their"
                    | "But"
                    | "However"
                    | "There"
            );
            let small = |token: &Token| token.is_word() && token.case == Case::Lower && token.word.is_some();
            let ends = before.kind == TokenKind::Number || small(before) && before.is_content();
            let rest = &text.tokens[at + 1..sentence.tokens.end];
            let finite = rest
                .iter()
                .take(REACH)
                .any(|token| token.can_be(Classes::AUXILIARY) || token.word.is_some_and(|word| word.past));
            let titled = titles.contains(&(first.folded.as_str(), second.folded.as_str()));
            let joined = first.spaced && second.spaced && !text.at(before.span.join(first.span)).contains('\n');
            if begins && ends && small(second) && finite && joined && !titled {
                found.push(at);
            }
        }
    }
    found
}
