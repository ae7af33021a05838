use crate::align::sentences::PairKind;
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};
use crate::text::sentence::Role;
use crate::text::span::Span;

/// A passage of a parallel reference that the candidate lacks.
pub const RULE: Rule = Rule {
    code: "COV001",
    name: "omitted-passage",
    category: Category::Coverage,
    mqm: "accuracy/omission",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Trial,
    summary: "A sentence of a parallel reference has no counterpart in the candidate.",
    why: "Readers miss a fact that the trusted text has.",
    ignores: "Against another article on the same event nothing is reported: each has facts of its own. A sentence that is merged into another is not missing.",
    yields_to: &[],
    examples: &[
        Example::pair(
            "The storm reached the coast at noon on Friday. Two fishermen from Bergen drowned when their boat sank. The harbour of Stavanger was closed. Ferries will sail again on Sunday.",
            "At noon on Friday the storm reached the coast.[[]] The harbour of Stavanger was closed. On Sunday ferries will sail again.",
        ),
        Example::pair(
            "The bakery opened in Turin in May. Its ovens came from Naples by train. The owner is called Rossi. He sells bread and cakes.",
            "In May the bakery opened in Turin.[[]] The owner is called Rossi. He sells cakes and bread.",
        ),
        Example::pair(
            "The storm reached the coast at noon on Friday. Two fishermen drowned. The harbour was closed.",
            "The storm reached the coast at noon on Friday, two fishermen drowned, and the harbour was closed.",
        ),
        Example::pair("The storm reached the coast of Norway on Friday.", "On Friday the storm reached Norway."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let pair = cx.pair;
    if pair.kind != PairKind::Parallel {
        return;
    }
    for (at, bead) in pair.beads.iter().enumerate() {
        if bead.reference.is_empty() || !bead.candidate.is_empty() {
            continue;
        }
        let sentence = &pair.reference.sentences[bead.reference.start];
        let telling = pair.reference.tokens_of(sentence).iter().filter(|token| token.is_content()).count();
        if telling < 4 || sentence.role == Role::Heading {
            continue;
        }
        let before = pair.beads[..at].iter().rev().find(|other| !other.candidate.is_empty());
        let place = before.map_or(0, |other| pair.candidate.sentences[other.candidate.end - 1].span.end);
        let message =
            format!("The reference says here: `{}` The candidate lacks it.", pair.reference.at(sentence.span));
        findings.add(Draft::new(Span::empty(place), 0.7, message).proof(Proof::Reference(sentence.span)));
    }
}
