//! Text in another language than the candidate's.

pub(super) mod odd_construction;
pub(super) mod untranslated;
pub(super) mod wrong_article;
pub(super) mod wrong_language;
pub(super) mod wrong_collocation;
pub(super) mod wrong_form;
pub(super) mod disagreement;
pub(super) mod doubled_link;
pub(super) mod echo;
pub(super) mod damaged_encoding;

use crate::extract::verb_forms::Slip;
use crate::rules::model::{Context, Draft, Findings};

/// Tells slips of grammar; the message is made of their words.
fn tell(cx: &Context<'_>, findings: &mut Findings, slips: Vec<Slip>, message: impl Fn(&str) -> String) {
    let text = cx.pair.candidate;
    for slip in slips {
        let span = text.span_of(&slip.tokens);
        let draft = Draft::new(span, slip.strength, message(text.at(span)));
        findings.add(draft.suggest(slip.right.unwrap_or_default()));
    }
}
