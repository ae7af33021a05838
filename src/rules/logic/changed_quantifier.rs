use crate::align::statements::Turn;
use crate::rules::logic::tell;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// Another share of the whole.
pub const RULE: Rule = Rule {
    code: "LOG008",
    name: "changed-quantifier",
    category: Category::Logic,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Critical,
    stage: Stage::Trial,
    summary: "The candidate speaks of another share of the whole than the reference: all for some, none for most.",
    why: "Readers take an exception for the rule.",
    ignores: "Nearly all and all, many and most are not told apart. Shares in figures are the business of the number rules.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "Most members of the council voted for the new bridge.",
            "[[Few]] members of the council voted for the new bridge.",
        ),
        Example::pair(
            "Some schools in the district were closed on Monday.",
            "[[All]] schools in the district were closed on Monday.",
        ),
        Example::pair(
            "Nearly all members of the council voted for the new bridge.",
            "All members of the council voted for the new bridge.",
        ),
        Example::pair(
            "Many schools in the district were closed on Monday.",
            "Most schools in the district were closed on Monday.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    tell(cx, findings, &[Turn::Quantifier], |_, theirs, ours| {
        format!("`{theirs}` speaks of another share than `{ours}`, which the reference has here.")
    });
}
