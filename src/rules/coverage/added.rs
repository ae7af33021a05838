use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Rule, Severity, Stage};
use crate::text::sentence::Role;

/// A passage of the candidate that a parallel reference does not have.
pub const RULE: Rule = Rule {
    code: "COV003",
    name: "added-passage",
    category: Category::Coverage,
    mqm: "accuracy/addition",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A sentence of the candidate has no counterpart in a parallel reference.",
    why: "Readers are told what the original does not say.",
    ignores: "Another article on the same event has facts of its own, and so may the candidate. A sentence that the \
              reference says with others is not added. Beside a sentence that is lost a new one is put in other words.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The storm reached the coast at noon on Friday. The harbour of Stavanger was closed. Ferries will sail again on Sunday.",
            "At noon on Friday the storm reached the coast. [[The minister of fisheries blamed the late forecast of his own weather institute.]] The harbour of Stavanger was closed. On Sunday ferries will sail again.",
        ),
        Example::pair(
            "The bakery opened in Turin in May. The owner is called Rossi. He sells bread and cakes.",
            "In May the bakery opened in Turin. The owner is called Rossi. [[Police searched his cellar for smuggled cigarettes last winter.]] He sells cakes and bread.",
        ),
        Example::pair(
            "The storm reached the coast at noon on Friday, two fishermen drowned, and the harbour was closed.",
            "The storm reached the coast at noon on Friday. Two fishermen drowned. The harbour was closed.",
        ),
        Example::pair("The storm reached the coast of Norway on Friday.", "On Friday the storm reached Norway."),
    ],
    check,
};

/// Words of content that a passage has at least; a shorter one joins others together.
const LEAST_WORDS: usize = 5;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    let lost = pair.beads.iter().filter(|bead| bead.candidate.is_empty()).count();
    if pair.kind != PairKind::Parallel {
        return;
    }
    for bead in pair.beads.iter().filter(|bead| bead.reference.is_empty()) {
        let sentence = &pair.candidate.sentences[bead.candidate.start];
        let telling = pair.candidate.tokens_of(sentence).iter().filter(|token| token.is_content()).count();
        if telling < LEAST_WORDS || sentence.role == Role::Heading || lost > 0 {
            continue;
        }
        let message = "The reference says nothing like this sentence.".to_owned();
        // The more of it has no counterpart, the less is it another wording.
        let strength = (0.34 + 0.06 * telling as f64).clamp(0.55, 0.8);
        findings.add(Draft::new(sentence.span, strength, message));
    }
}
