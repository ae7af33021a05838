//! Faults of names.

pub(super) mod inconsistent;
pub(super) mod lost;
pub(super) mod misspelled;
pub(super) mod swapped;
pub(super) mod translated;
pub(super) mod wrong_role;

use crate::align::name_match::{Fault, NameMatch, Target};
use crate::lexicon::fold::possessive_ending;
use crate::rules::model::{Context, Draft, Findings, Proof};
use crate::text::span::Span;

/// Puts every name match of one kind into words; `say` gets the wrong words, the right ones, and where the right ones
/// are from.
fn report(cx: &Context<'_>, findings: &mut Findings, fault: Fault, say: fn(&str, &str, &str) -> String) {
    for found in cx.pair.names.iter().filter(|found| found.fault == fault) {
        let wrong = cx.pair.candidate.at(found.wrong);
        let (proof, source) = proof_of(cx, found);
        let draft = Draft::new(found.wrong, found.strength, say(wrong, &found.right, source));
        let draft = match proof {
            Some(proof) => draft.proof(proof),
            None => draft,
        };
        // Of two spellings in the text alone only the rarer one is told what to become.
        let undecided = fault == Fault::Inconsistent && found.strength < 0.6;
        findings.add(if undecided { draft } else { draft.suggest(with_ending(wrong, &found.right)) });
    }
}

/// `Wolf's` becomes `Wilk's`; nothing stays nothing.
fn with_ending(wrong: &str, right: &str) -> String {
    let ending = if right.is_empty() || !possessive_ending(right).is_empty() { "" } else { possessive_ending(wrong) };
    format!("{right}{ending}")
}

fn proof_of(cx: &Context<'_>, found: &NameMatch) -> (Option<Proof>, &'static str) {
    let (proof, source) = match found.target {
        Target::Unknown => return (None, ""),
        Target::Reference(name) => (Proof::Reference(cx.pair.reference_facts.names[name].span), "the reference"),
        Target::Known(identity) => (Proof::Glossary(cx.pair.known.entry(identity).term.to_string()), "the glossary"),
        Target::Candidate(name) => {
            let span: Span = cx.pair.candidate_facts.names[name].span;
            (Proof::Candidate(span), "another place in the text")
        }
    };
    (Some(proof), source)
}
