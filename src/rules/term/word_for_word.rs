use crate::align::calques::Calque;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// A term rendered word for word.
pub const RULE: Rule = Rule {
    code: "TRM003",
    name: "word-for-word-term",
    category: Category::Term,
    mqm: "terminology/wrong-term",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A term is rendered word for word, or with another sense of a word.",
    why: "Readers do not recognise what is meant, or take it for something else.",
    ignores: "Words that the reference has too are right. Words that can be right are left alone unless the reference has the term in that place.",
    yields_to: &["TRM001", "TRM002", "LNG001", "LNG002"],
    examples: &[
        Example::pair(
            "The court charged him with genocide and war crimes.",
            "The court charged him with [[racial extinction]] and war crimes.",
        ),
        Example::pair("", "The two armies agreed on a [[weapons standstill]] of ten days."),
        Example::pair("The board met on Monday to discuss the loan.", "The board met on Monday to discuss the loan."),
        Example::pair("", "The actress kept to the rules and paid her share of the note."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for calque in &cx.pair.calques {
        findings.add(draft(cx, calque, |written, term| {
            format!("`{written}` is rendered word for word; the term may be `{term}`.")
        }));
    }
}

/// What is told of a phrase that English puts otherwise; `alone` is said where the reference does not bear it out.
pub(in crate::rules) fn draft(cx: &Context<'_>, calque: &Calque, alone: impl Fn(&str, &str) -> String) -> Draft {
    let pair = cx.pair;
    let span = pair.candidate.span_of(&calque.tokens);
    let written = pair.candidate.at(span);
    let term = calque.terms.first().copied().unwrap_or("");
    let draft = match &calque.reference {
        Some(tokens) => {
            let place = pair.reference.span_of(tokens);
            let message = format!("`{written}` should be `{}`, as in the reference.", pair.reference.at(place));
            Draft::new(span, calque.strength, message).proof(Proof::Reference(place)).suggest(pair.reference.at(place))
        }
        None => Draft::new(span, calque.strength, alone(written, term)).proof(Proof::Glossary(term.to_owned())),
    };
    calque.terms.iter().fold(draft, |draft, term| draft.suggest(*term))
}
