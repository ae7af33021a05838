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
    let pair = cx.pair;
    for calque in &pair.calques {
        let span = pair.candidate.span_of(&calque.tokens);
        let written = pair.candidate.at(span);
        let term = calque.terms.first().copied().unwrap_or("");
        let draft = match &calque.reference {
            Some(tokens) => {
                let span = pair.reference.span_of(tokens);
                let message = format!("`{written}` should be `{}`, as in the reference.", pair.reference.at(span));
                Draft::new(pair.candidate.span_of(&calque.tokens), calque.strength, message)
                    .proof(Proof::Reference(span))
                    .suggest(pair.reference.at(span))
            }
            None => {
                let message = format!("`{written}` is rendered word for word; the term may be `{term}`.");
                Draft::new(span, calque.strength, message).proof(Proof::Glossary(term.to_owned()))
            }
        };
        findings.add(calque.terms.iter().fold(draft, |draft, term| draft.suggest(*term)));
    }
}
