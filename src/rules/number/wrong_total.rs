use crate::align::own_figures::Contradiction;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// Parts that do not add up.
pub const RULE: Rule = Rule {
    code: "NUM007",
    name: "wrong-total",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A total is not the sum of the parts that follow it, or a part is greater than its whole.",
    why: "One of the figures is wrong, and every reader who adds up sees it.",
    ignores: "A list that does not claim to be whole (including, among them, others) need not add up. A figure with a bound is \
              left alone.",
    yields_to: &["NUM001", "NUM003"],
    examples: &[
        Example::pair("", "The attack killed [[twelve]] people: seven men and three women."),
        Example::pair("", "[[264]] of the 250 deputies voted for the law."),
        Example::pair("", "The attack killed ten people: seven men and three women."),
        Example::pair("", "The attack killed twelve people, including seven men and three women."),
        Example::pair("", "At least twelve people died: seven men and three women."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for fault in &cx.pair.own_figures {
        let quantity = &cx.pair.candidate_facts.quantities[fault.quantity];
        let wrong = cx.pair.candidate.at(quantity.number);
        let other = fault.other.map(|at| &cx.pair.candidate_facts.quantities[at]);
        let message = match fault.contradiction {
            Contradiction::Total(sum) => {
                format!("The figures do not add up: the parts give {sum}, `{wrong}` is among them or their total.")
            }
            Contradiction::Part => {
                let whole = other.map_or("", |other| cx.pair.candidate.at(other.number));
                format!("`{wrong}` cannot be a part of `{whole}`.")
            }
            Contradiction::TwoValues | Contradiction::Impossible => continue,
        };
        let draft = Draft::new(quantity.number, fault.strength, message);
        findings.add(match other {
            Some(other) => draft.proof(Proof::Candidate(other.span)),
            None => draft,
        });
    }
}
