use crate::align::name_match::Fault;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// A name that garbles one of the reference or the glossary.
pub const RULE: Rule = Rule {
    code: "NAM001",
    name: "misspelled-name",
    category: Category::Name,
    mqm: "accuracy/mistranslation",
    fix: Fix::WordForWord,
    severity: Severity::Major,
    stage: Stage::Stable,
    summary: "A name is a garbled form of one that the reference or the glossary has.",
    why: "Readers cannot find out who or what is meant, searches miss the story, and the paper looks careless.",
    ignores: "Accepted spellings and romanisations of one name are not reported. Two known names are never taken for \
              a misspelling of each other. A name that only the candidate has is left alone.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The talks in Ulaanbaatar ended on Friday, said the mayor of the city.",
            "The talks in [[Ulanbato]] ended on Friday, said the mayor of the city.",
        ),
        Example::pair(
            "Health Minister Nurettin Ergin visited the wounded.",
            "Health Minister [[Nuretin Erkin]] visited the wounded.",
        ),
        Example::pair(
            "President Volodymyr Zelensky spoke in Kyiv on Monday.",
            "President Volodymyr Zelenskyy spoke in Kiev on Monday.",
        ),
        Example::pair(
            "The oil minister of Iran arrived in Vienna.",
            "The oil minister of Iran arrived in Vienna, as did the delegation from Iraq.",
        ),
        Example::pair(
            "The mayor of Leipzig opened the fair.",
            "The mayor of Leipzig opened the fair together with Tomasz Wrobel.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    super::report(cx, findings, Fault::Misspelled, |wrong, right, source| {
        format!("`{wrong}` should be `{right}`, as in {source}.")
    });
}
