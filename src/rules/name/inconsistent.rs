use crate::align::name_match::Fault;
use crate::rules::model::{Category, Context, Example, Findings, Fix, Rule, Severity, Stage};

/// One name in two spellings within the candidate.
pub const RULE: Rule = Rule {
    code: "NAM002",
    name: "inconsistent-name",
    category: Category::Name,
    mqm: "terminology/inconsistent use of terminology",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "One name is spelled in two ways within the candidate.",
    why: "Readers take one person or place for two.",
    ignores: "A surname alone and the full name are one spelling. Endings that a name takes in English, as in a \
              plural or an adjective, are no other spelling. Two like names that stand there once each may be two.",
    yields_to: &["NAM001"],
    examples: &[
        Example::pair(
            "",
            "The analyst [[Bialhagwa]] called the visit a success. [[Bayalhagva]] expects more of them. After that \
             [[Bialhagwa]] left.",
        ),
        Example::pair(
            "",
            "The herders of [[Gurvansaikhan]] lost most of their sheep. Help reached [[Gurvansaihkan]] late. Snow had \
             closed the road from [[Gurvansaikhan]] to the south.",
        ),
        Example::pair("", "Aldona Stravinskaite leads the team. Stravinskaite joined it in 2019."),
        Example::pair("", "The Tuvans of the valley met a Tuvan singer from Kyzyl."),
        Example::pair("", "In autumn they celebrate Udhauli, in spring Ubhauli."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    super::report(cx, findings, Fault::Inconsistent, |wrong, right, _| {
        format!("`{wrong}` is spelled `{right}` elsewhere in the text.")
    });
}
