use crate::lexicon::language::foreign_language;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::token::{Token, TokenKind};

/// A sentence in another language.
pub const RULE: Rule = Rule {
    code: "LNG002",
    name: "wrong-language",
    category: Category::Language,
    mqm: "accuracy/untranslated",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "A whole sentence is in another language.",
    why: "Readers cannot read it.",
    ignores: "Quotations that the reference has in the same language are right. Lists of names are not for language detection.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The police closed the road. Three lorries had collided in the fog.",
            "The police closed the road. [[Trois camions étaient entrés en collision dans le brouillard.]]",
        ),
        Example::pair(
            "The minister thanked the nurses. She promised more money for the clinics.",
            "The minister thanked the nurses. [[Sie versprach den Krankenhäusern außerdem deutlich mehr Geld.]]",
        ),
        Example::pair("The police closed the road.", "The police closed the road."),
        Example::pair("Real Sociedad beat Deportivo Alaves.", "Deportivo Alaves lost to Real Sociedad."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for sentence in &text.sentences {
        let tokens = text.tokens_of(sentence);
        let words: Vec<&Token> = tokens.iter().filter(|token| token.kind == TokenKind::Word).collect();
        let english = words.iter().filter(|token| token.word.is_some_and(|word| word.tier <= 70)).count();
        let names = words.iter().filter(|token| token.is_capitalised()).count();
        if words.len() < 5 || english * 10 > words.len() * 6 || names * 2 > words.len() {
            continue;
        }
        let Some(language) = foreign_language(text.at(sentence.span)) else { continue };
        let message = format!("This sentence is in {language}.");
        findings.add(Draft::new(sentence.span, 0.92, message));
    }
}
