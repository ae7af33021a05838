//! Statements that were turned round.

pub(super) mod changed_duty;
pub(super) mod changed_likelihood;
pub(super) mod changed_quantifier;
pub(super) mod changed_stage;
pub(super) mod contradiction;
pub(super) mod exchanged_order;
pub(super) mod exchanged_roles;
pub(super) mod flipped_negation;
pub(super) mod impossible_object;
pub(super) mod opposite_word;
pub(super) mod question;

use crate::align::statements::{Turn, Turned};
use crate::rules::model::{Context, Draft, Findings, Proof};

/// Tells the turned statements of some kinds; the message is made of the statement and of its words in the candidate and in
/// the reference.
fn tell(cx: &Context<'_>, findings: &mut Findings, turns: &[Turn], message: impl Fn(&Turned, &str, &str) -> String) {
    for turned in cx.pair.turned.iter().filter(|turned| turns.contains(&turned.turn)) {
        let (ours, theirs) = (cx.pair.reference.at(turned.reference), cx.pair.candidate.at(turned.candidate));
        let draft = Draft::new(turned.candidate, turned.strength, message(turned, theirs, ours));
        findings.add(draft.proof(Proof::Reference(turned.reference)));
    }
}
