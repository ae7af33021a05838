use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};

/// Words side by side that English does not put there.
pub const RULE: Rule = Rule {
    code: "JON013",
    name: "impossible-pair",
    category: Category::Join,
    mqm: "fluency/grammar",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "Words stand side by side that do not go together: one is missing, out of place or too many.",
    why: "Readers stumble, and have to guess what is missing.",
    ignores: "Questions, clauses that end with their preposition, quoted words, compounds and words that the reference has side by side too are left alone.",
    yields_to: &[
        "JON005", "JON006", "JON007", "LNG001", "LNG003", "LNG004", "LNG005", "LNG006", "LNG007", "SPL001", "SPL002",
        "SPL003", "TRM003",
    ],
    examples: &[
        Example::pair("", "Engineers inspected [[the of]] the bridge after the flood."),
        Example::pair("", "The new rules will [[be have]] discussed by the committee in spring."),
        Example::pair("", "What the bridge needs is a new deck, and that is what for the money was raised."),
        Example::pair("", "The house they moved into is old, and the in-laws they live with had had it repaired."),
    ],
    check,
};

/// Suspicious pairs at most so many words apart are one place.
const APART: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let text = cx.pair.candidate;
    let near = |a: usize, b: usize| b - a <= APART && text.sentence_of(a) == text.sentence_of(b);
    for run in cx.pair.broken_pairs.chunk_by(|a, b| near(a.first, b.first)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let span = text.tokens[first.first].span.join(text.tokens[last.first + 1].span);
        let sound: f64 = run.iter().map(|pair| 1.0 - pair.strength).product();
        let message = if run.len() == 1 {
            let [a, b] = [first.first, first.first + 1].map(|at| text.at(text.tokens[at].span));
            format!("`{a}` and `{b}` do not go side by side: a word is missing or out of place.")
        } else {
            format!("The words `{}` do not go together in this order.", text.at(span))
        };
        findings.add(Draft::new(span, 1.0 - sound, message));
    }
}
