use crate::config::TermStatus;
use crate::extract::known_names::token_key;
use crate::lexicon::fold::possessive_ending;
use crate::lexicon::gazetteer::name_words;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::Text;

/// A term that the glossary forbids.
pub const RULE: Rule = Rule {
    code: "TRM002",
    name: "forbidden-term",
    category: Category::Term,
    mqm: "terminology/wrong term",
    fix: Fix::Safe,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "The candidate uses a term that the glossary says not to use.",
    why: "The desk has decided against the word: it is outdated, biased or wrong.",
    ignores: "Without a glossary that forbids a term nothing is reported. Longer words that hold the term are other words.",
    yields_to: &[],
    examples: &[
        Example::forbidding(&[("Ukrainian war", "war in Ukraine")], "He spoke of the [[Ukrainian war]] on Monday."),
        Example::forbidding(&[("illegals", "migrants")], "The ferry carried forty [[illegals]] to Samos."),
        Example::forbidding(&[("illegals", "migrants")], "The ferry carried forty migrants to Samos."),
        Example::forbidding(&[("war in Ukraine", "")], "The war in Georgia was short."),
        Example::pair("", "The ferry carried forty illegals to Samos."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let entries = cx.pair.known.glossary.entries();
    for entry in entries.iter().filter(|entry| entry.status == TermStatus::Forbidden) {
        for form in entry.forms() {
            let words = name_words(form);
            for at in places(text, &words) {
                let span = text.span_of(&(at..at + words.len()));
                let preferred = entry.replacement.clone().or_else(|| preferred_for(cx, form));
                let message = match &preferred {
                    Some(preferred) => format!("The glossary says `{preferred}`, not `{}`.", text.at(span)),
                    None => format!("The glossary says not to use `{}`.", text.at(span)),
                };
                let draft = Draft::new(span, 0.95, message).proof(Proof::Glossary(entry.term.to_string()));
                findings.add(
                    draft.suggest(
                        preferred.map_or(String::new(), |preferred| as_written(text.at(span), form, &preferred)),
                    ),
                );
            }
        }
    }
}

/// The preferred term with the capital and the possessive ending that the forbidden one has in the text.
fn as_written(written: &str, form: &str, preferred: &str) -> String {
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let ending = possessive_ending(written);
    let mut letters = preferred.chars();
    if small(form) && !small(written) && small(preferred) {
        let capital = letters.next().into_iter().flat_map(char::to_uppercase);
        return capital.chain(letters).chain(ending.chars()).collect();
    }
    format!("{preferred}{ending}")
}

/// The preferred term that lists a form among its aliases.
fn preferred_for(cx: &Context<'_>, form: &str) -> Option<String> {
    let entries = cx.pair.known.glossary.entries().iter();
    let mut holders = entries.filter(|entry| entry.status == TermStatus::Preferred);
    holders.find(|entry| entry.forms().any(|other| other == form)).map(|entry| entry.term.to_string())
}

/// Where a sequence of words stands, token by token.
fn places(text: &Text<'_>, words: &[String]) -> Vec<usize> {
    if words.is_empty() || words.len() > text.tokens.len() {
        return Vec::new();
    }
    let starts = 0..=text.tokens.len() - words.len();
    starts.filter(|at| words.iter().zip(&text.tokens[*at..]).all(|(word, token)| token_key(token) == *word)).collect()
}
