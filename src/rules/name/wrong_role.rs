use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// Another role than the reference's beside the name of a person.
pub const RULE: Rule = Rule {
    code: "NAM005",
    name: "wrong-role",
    category: Category::Name,
    mqm: "accuracy/mistranslation",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A person has another title or role than in the reference.",
    why: "Readers believe that somebody else acted, or that the person holds an office that is another's.",
    ignores: "Roles that may both be true (a lawyer and mayor), other words for one role, and former, acting or deputy \
              holders are left alone, as is a role of which the reference says nothing.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "Transport Minister Anahit Petrosyan opened the railway on Friday.",
            "[[Foreign Minister]] Anahit Petrosyan opened the railway on Friday.",
        ),
        Example::pair(
            "Lucia Barrios, the defence lawyer of the accused, asked for more time.",
            "The accused needed more time, said Lucia Barrios, the [[judge]].",
        ),
        Example::pair(
            "The minister of defence, Levon Sahakyan, praised the soldiers.",
            "Defense Minister Levon Sahakyan praised the soldiers.",
        ),
        Example::pair(
            "Mayor Jon Ruiz, a lawyer, spoke to the neighbours.",
            "Jon Ruiz, a solicitor, spoke to the people next door.",
        ),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for found in &cx.pair.wrong_roles {
        let (wrong, right) = (cx.pair.candidate.at(found.wrong), cx.pair.reference.at(found.right));
        let message = format!("`{wrong}`: in the reference this person is `{right}`.");
        findings
            .add(Draft::new(found.wrong, found.strength, message).proof(Proof::Reference(found.right)).suggest(right));
    }
}
