use crate::extract::constructions::odd_constructions;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// Constructions that English does not have.
pub const RULE: Rule = Rule {
    code: "LNG010",
    name: "odd-construction",
    category: Category::Language,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Minor,
    stage: Stage::Trial,
    summary: "Words are put together in a way that English grammar does not have.",
    why: "Readers stumble, and may read it another way.",
    ignores: "What can be right in some reading is left alone, and so are headlines.",
    yields_to: &["LNG003", "LNG004", "LNG005", "SPL001", "SPL002"],
    examples: &[
        Example::pair("", "The price of onions [[rose rapid]] after the ban was lifted."),
        Example::pair("", "Despite the rain, [[thousands people]] came to the square."),
        Example::pair("", "The chief of staff [[has resigned last Tuesday]] after the photographs appeared."),
        Example::pair("", "The delegation left [[without to consult]] the other members."),
        Example::pair(
            "",
            "He has said since last Tuesday that more older people would rather stay, and thousands agreed.",
        ),
        Example::pair("", "A sports hall has been built in record time, and members of the club let it to a school."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    for (slip, why) in odd_constructions(text, cx.lexicon) {
        let span = text.span_of(&slip.tokens);
        findings.add(Draft::new(span, slip.strength, format!("`{}`: {why}.", text.at(span))));
    }
}
