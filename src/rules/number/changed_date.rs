use crate::extract::quantity::{Measure, Quantity};
use crate::rules::model::{Category, Context, Draft, Example, Findings, Proof, Rule, Severity, Stage};
use crate::rules::number::{Change, changes};
use crate::text::Text;
use crate::text::span::Span;

/// A weekday, day, month or year other than the reference has.
pub const RULE: Rule = Rule {
    code: "NUM004",
    name: "changed-date",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A date, weekday or year is another than in the reference.",
    why: "The event moves in time: readers miss it, or connect it with the wrong one.",
    ignores: "Dates in another order or format are the same. A year, weekday or month that is left out is no change.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The tunnel collapsed on Monday, killing two workers, the police said.",
            "The tunnel collapsed on [[Wednesday]], killing two workers, the police said.",
        ),
        Example::pair(
            "The treaty was signed in Vienna in 1985 by forty states.",
            "The treaty was signed in Vienna in [[1995]] by forty states.",
        ),
        Example::pair("The vote was held on 18 October 2024.", "The vote was held on October 18, 2024."),
        Example::pair("The vote was held on Friday, October 18.", "The vote was held on the 18th of October."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for changed in changes(cx, Change::Date) {
        let span = changed_part(cx.pair.candidate, changed.candidate, changed.reference);
        let other = changed_part(cx.pair.reference, changed.reference, changed.candidate);
        let (wrong, right) = (cx.pair.candidate.at(span), cx.pair.reference.at(other));
        let message = format!("`{wrong}` should be `{right}`, as in the reference.");
        let draft = Draft::new(span, changed.strength, message);
        findings.add(draft.proof(Proof::Reference(changed.reference.span)).suggest(right));
    }
}

/// The part of a date that differs: its year where day and month agree, the whole where the month differs.
fn changed_part(text: &Text<'_>, date: &Quantity, other: &Quantity) -> Span {
    let (Measure::Date { month, year }, Measure::Date { month: other_month, year: other_year }) =
        (&date.measure, &other.measure)
    else {
        return date.number;
    };
    if date.value == other.value && month == other_month && year.is_some() && other_year.is_some() {
        return text.span_of(&(date.tokens.end - 1..date.tokens.end));
    }
    if month == other_month { date.number } else { date.span }
}
