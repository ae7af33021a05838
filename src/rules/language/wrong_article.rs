use crate::lexicon::articles::Article;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::token::{Case, TokenKind};

/// "a" for "an", or "an" for "a".
pub const RULE: Rule = Rule {
    code: "LNG003",
    name: "wrong-article",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "The indefinite article does not fit the sound of the next word.",
    why: "The slip tells every reader that nobody read the text.",
    ignores: "Words whose first sound is not their first letter's are known: an hour, a university. Acronyms, names and \
              figures, which may be read in two ways, are left alone.",
    yields_to: &["JON005"],
    examples: &[
        Example::pair("", "The court issued [[a arrest]] warrant last year."),
        Example::pair("", "They want to keep [[an predictable]] relationship."),
        Example::pair("", "An honest man waited an hour for a European union at a university."),
        Example::pair("", "He is an MP with an F-16 and an 85-year-old uncle, a UN envoy."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for two in text.tokens.windows(2) {
        let [article, word] = two else { continue };
        let plain = word.kind == TokenKind::Word
            && word.case == Case::Lower
            && word.word.is_some()
            && word.spaced
            && !word.is_function();
        if article.kind != TokenKind::Word || !plain || word.folded.len() < 2 {
            continue;
        }
        let right = match (article.folded.as_str(), cx.lexicon.articles.of(&word.folded)) {
            ("a", Article::An) if article.case != Case::Upper || article.folded.len() == 1 => "an",
            ("an", Article::A) => "a",
            _ => continue,
        };
        let capital = text.at(article.span).starts_with('A');
        let right = if capital { format!("A{}", &right[1..]) } else { right.to_owned() };
        let span = article.span.join(word.span);
        let message = format!("`{}` should be `{right} {}`.", text.at(span), text.at(word.span));
        findings.add(Draft::new(span, 0.9, message).suggest(format!("{right} {}", text.at(word.span))));
    }
}
