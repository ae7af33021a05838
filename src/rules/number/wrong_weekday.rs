use crate::extract::quantity::Quantity;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// A weekday that its own date did not have.
pub const RULE: Rule = Rule {
    code: "NUM006",
    name: "wrong-weekday",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A weekday contradicts the date beside it.",
    why: "Readers who mark the day come on the wrong one, and see that nobody checked.",
    ignores: "A date without a year is only held against a weekday and date of the reference. A date whose day and month can \
              be exchanged is left alone.",
    yields_to: &["NUM004"],
    examples: &[
        Example::pair("", "The new line was opened on [[Thursday]], 12 August 2025, by the mayor."),
        Example::pair(
            "The trial opens on Monday, 11 January, in Lyon.",
            "In Lyon the trial opens on Monday, 11 January. The verdict is due on [[Monday]], 19 January.",
        ),
        Example::pair("", "The new line was opened on Tuesday, 12 August 2025, by the mayor."),
        Example::pair("", "The trial opens on Monday, 11 January, in Lyon."),
        Example::pair("", "The trial opens on Monday (04/05/2024) in Lyon."),
    ],
    check,
};

/// The calendar is sure; that the date and not the weekday was meant is not.
const STRENGTH: f64 = 0.85;

const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for wrong in &cx.pair.weekdays {
        let quantity = |at: usize| -> &Quantity { &cx.pair.candidate_facts.quantities[at] };
        let (weekday, date) = (quantity(wrong.weekday), quantity(wrong.date));
        let Some(right) = NAMES.get(usize::from(wrong.right.saturating_sub(1))) else { continue };
        let (told, day) = (cx.pair.candidate.at(weekday.span), cx.pair.candidate.at(date.span));
        let message = format!("`{told}` contradicts `{day}`, which is a {right}.");
        let draft = Draft::new(weekday.span, STRENGTH, message).proof(Proof::Candidate(date.span)).suggest(*right);
        let anchor = wrong.anchor.map(|at| Proof::Reference(cx.pair.reference_facts.quantities[at].span));
        findings.add(match anchor {
            Some(anchor) => draft.proof(anchor),
            None => draft,
        });
    }
}
