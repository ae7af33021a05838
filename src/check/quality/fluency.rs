//! How readily the candidate's words follow each other, where the reference shows no such sequence itself.

use crate::align::Pair;
use crate::lexicon::transitions::{Class, Special, Transitions};
use crate::text::classes::class_of;
use crate::text::token::{Token, TokenKind};

/// The mean cost of the transitions of the candidate that its counterpart in the reference does not have, 0 to 4.
///
/// "the of", "has the plan to", "him are": a word that is lost, moved or in the wrong form leaves neighbours behind
/// that seldom stand together. An odd sequence that the reference has too is the text's own.
#[must_use]
pub fn roughness(pair: &Pair<'_>, transitions: &Transitions) -> f64 {
    let (mut total, mut count) = (0.0, 0);
    for bead in pair.beads.iter().filter(|bead| !bead.candidate.is_empty()) {
        let theirs = classes(&pair.candidate.tokens[pair.candidate_tokens(bead)], transitions);
        let ours = classes(&pair.reference.tokens[pair.reference_tokens(bead)], transitions);
        let mut known: Vec<(Class, Class)> = steps(&ours).collect();
        known.sort_unstable();
        for step in steps(&theirs).filter(|step| known.binary_search(step).is_err()) {
            total += transitions.cost(step.0, step.1);
        }
        count += theirs.len();
    }
    if count > 0 { total / count as f64 } else { 0.0 }
}

fn steps(classes: &[Class]) -> impl Iterator<Item = (Class, Class)> {
    classes.windows(2).map(|two| (two[0], two[1]))
}

/// The classes of some tokens, with the edges of the sentences.
fn classes(tokens: &[Token], transitions: &Transitions) -> Vec<Class> {
    let edge = transitions.of_special(Special::Edge);
    let mut classes = vec![edge];
    let mut first = true;
    for token in tokens {
        classes.push(class_of(token, first, transitions));
        if token.is_mark(".") || token.is_mark("?") || token.is_mark("!") {
            classes.push(edge);
            first = true;
        } else if token.kind != TokenKind::Mark {
            first = false;
        }
    }
    if classes.last() != Some(&edge) {
        classes.push(edge);
    }
    classes
}
