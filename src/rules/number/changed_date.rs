use crate::align::corrections::{Correction, of_date};
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::rules::number::{Change, changes};

/// A weekday, day, month or year other than the reference has.
pub const RULE: Rule = Rule {
    code: "NUM004",
    name: "changed-date",
    category: Category::Number,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
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
        let Correction { span, wrong, right } =
            of_date((cx.pair.reference, cx.pair.candidate), changed.both(), cx.lexicon);
        let message = format!("`{wrong}` should be `{right}`, as in the reference.");
        let draft = Draft::new(span, changed.strength, message);
        findings.add(draft.proof(Proof::Reference(changed.reference.span)).suggest(right));
    }
}
