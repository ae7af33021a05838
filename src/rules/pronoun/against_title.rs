use crate::extract::own_genders::against_titles;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// A pronoun of another gender than the title or role of the only person in its sentence.
pub const RULE: Rule = Rule {
    code: "PRN002",
    name: "against-title",
    category: Category::Pronoun,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "A pronoun has another gender than the title or role of the person it stands for.",
    why: "Readers take it for somebody else.",
    ignores: "Where somebody else can be meant, in the sentence or in the one before, nothing is said.",
    yields_to: &["PRN001"],
    examples: &[
        Example::pair("", "Mr Hale presented [[her]] cabinet on Friday morning."),
        Example::pair("", "The actress said [[he]] had never read it before signing."),
        Example::pair("", "Mr Hale met the queen, who said that she was tired."),
        Example::pair("", "Anna Berg came late. The king said that she had been held up."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    let tokens = &pair.candidate.tokens;
    for one in against_titles(pair.candidate, pair.candidate_facts, cx.lexicon) {
        let (span, title) = (tokens[one.token].span, tokens[one.title].span);
        let message = format!("`{}` has another gender than `{}`.", pair.candidate.at(span), pair.candidate.at(title));
        findings.add(Draft::new(span, 0.75, message).proof(Proof::Candidate(title)));
    }
}
