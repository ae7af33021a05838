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
use crate::rules::model::Context;

/// The turned statements of some kinds.
fn turned<'a>(cx: &'a Context<'_>, turns: &'static [Turn]) -> impl Iterator<Item = &'a Turned> {
    cx.pair.turned.iter().filter(move |turned| turns.contains(&turned.turn))
}
