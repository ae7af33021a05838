use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// A word that is no English word.
pub const RULE: Rule = Rule {
    code: "SPL001",
    name: "unknown-word",
    category: Category::Spelling,
    mqm: "fluency/spelling",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Stable,
    summary: "A word in small letters is no English word.",
    why: "The word looks like a slip and can be misread.",
    ignores: "Words that the reference has, names, words with a hyphen, and words that the text uses again are left alone. British and American spellings are both right.",
    yields_to: &["LNG001", "LNG002", "JON002", "JON014"],
    examples: &[
        Example::pair(
            "The expulsion of the diplomats was announced on Monday.",
            "The [[expelction]] of the diplomats was announced on Monday.",
        ),
        Example::pair("", "The workers were [[shelterred]] from the heat."),
        Example::pair("", "The colour of the aluminum programme was analysed and organized."),
        Example::pair("The drug lecanemab was approved.", "Regulators approved lecanemab on Monday."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for unknown in cx.pair.unknown_words.iter().filter(|unknown| !unknown.foreign) {
        let span = cx.pair.candidate.tokens[unknown.token].span;
        let written = cx.pair.candidate.at(span);
        let message = match unknown.suggestions.first() {
            Some(word) => format!("`{written}` is no English word; `{word}` may be meant."),
            None => format!("`{written}` is no English word."),
        };
        let mut draft = Draft::new(span, unknown.strength, message);
        for word in unknown.suggestions.iter().take(3) {
            draft = draft.suggest(word);
        }
        findings.add(draft);
    }
}
