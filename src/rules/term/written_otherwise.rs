use crate::align::name_match::{Fault, Target};
use crate::rules::model::{Category, Context, Draft, Example, Findings, Fix, Proof, Rule, Severity, Stage};

/// A term of the reference or the glossary in other words.
pub const RULE: Rule = Rule {
    code: "TRM001",
    name: "written-otherwise",
    category: Category::Term,
    mqm: "terminology/wrong term",
    fix: Fix::Never,
    severity: Severity::Major,
    stage: Stage::Stable,
    summary: "The name of an organisation, treaty or project is put in words of its own.",
    why: "Readers do not recognise what is meant, or take it for something else.",
    ignores: "Accepted names and acronyms of the same body are right. A body that only the candidate names is left alone.",
    yields_to: &["NAM001"],
    examples: &[
        Example::pair(
            "The Turkish Red Crescent sent tents to the valley.",
            "The [[Turkish Red Moon]] sent tents to the valley.",
        ),
        Example::pair("The Kandilli Observatory measured the tremor.", "The [[Lamp Observatory]] measured the tremor."),
        Example::pair("The International Criminal Court issued the warrant.", "The ICC issued the warrant."),
        Example::pair("The warrant was issued on Monday.", "The warrant was issued by the Supreme Court on Monday."),
    ],
    check,
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for found in cx.pair.names.iter().filter(|found| found.fault == Fault::Reworded) {
        let wrong = cx.pair.candidate.at(found.wrong);
        let (proof, source) = match found.target {
            Target::Reference(name) => (Proof::Reference(cx.pair.reference_facts.names[name].span), "the reference"),
            Target::Known(identity) => {
                (Proof::Glossary(cx.pair.known.entry(identity).term.to_string()), "the glossary")
            }
            Target::Unknown => continue,
            Target::Candidate(name) => {
                (Proof::Candidate(cx.pair.candidate_facts.names[name].span), "the rest of the text")
            }
        };
        let message = format!("`{wrong}` is `{}` in {source}.", found.right);
        findings.add(Draft::new(found.wrong, found.strength, message).proof(proof).suggest(found.right.clone()));
    }
}
