use crate::align::name_match::Fault;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Another name where the reference has this one.
pub const RULE: Rule = Rule {
    code: "NAM003",
    name: "swapped-name",
    category: Category::Name,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "Another name stands where the reference has this one.",
    why: "The wrong person or place is said to have done or suffered something.",
    ignores: "A name that the reference has elsewhere is not reported. A city that stands for its government, or a \
              country for its people, is no swap.",
    yields_to: &["NAM001", "NAM004"],
    examples: &[
        Example::pair(
            "Foreign Minister Annalena Baerbock met her colleagues in Warsaw on Monday.",
            "Foreign Minister [[Heiko Maas]] met her colleagues in Warsaw on Monday.",
        ),
        Example::pair(
            "The earthquake destroyed four hundred houses in Nepal, officials said.",
            "The earthquake destroyed four hundred houses in [[Portugal]], officials said.",
        ),
        Example::pair(
            "The Mongolian government rejected the request.",
            "The government of Mongolia rejected the request.",
        ),
        Example::pair(
            "The court in The Hague issued a warrant for Ahmad Harun.",
            "The court in The Hague issued a warrant for Harun.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    super::report(cx, findings, Fault::Swapped, |wrong, right, source| {
        if right.is_empty() {
            return format!("`{wrong}` is no name of the reference, nor is anything like it said there.");
        }
        format!("`{wrong}` stands where {source} has `{right}`.")
    });
}
