use crate::align::name_match::Fault;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Part of a name rendered as the common word it also is.
pub const RULE: Rule = Rule {
    code: "NAM004",
    name: "translated-name",
    category: Category::Name,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Stable,
    summary: "Part of a name is translated as if it were a common word.",
    why: "Readers meet a person who does not exist.",
    ignores: "Names that are English words in the reference too are right. English surnames that are words are known. Nicknames that only the candidate has are \
              left alone.",
    yields_to: &["NAM001"],
    examples: &[
        Example::pair(
            "The rescuer Okan Yildirim found the girl after fourteen hours.",
            "The rescuer Okan [[Lightning]] found the girl after fourteen hours.",
        ),
        Example::pair(
            "Judge Sevgi Tuncel read the verdict on Thursday.",
            "Judge [[Love]] Tuncel read the verdict on Thursday.",
        ),
        Example::pair(
            "The golfer Tiger Woods won the tournament.",
            "The tournament was won by the golfer Tiger Woods.",
        ),
        Example::pair(
            "Maria Gruber won the race in Innsbruck.",
            "In Innsbruck the race was won by Maria Gruber, whom her fans call the Rocket.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    super::report(cx, findings, Fault::Translated, |wrong, right, source| {
        if right.is_empty() {
            return format!("`{wrong}` is a common English word in the place of a surname.");
        }
        format!("`{wrong}` translates a part of a name; {source} has `{right}`.")
    });
}
