//! Statements on one event that stand far apart: the same predicate with the same names, anywhere in the two texts.

use std::collections::{BTreeSet, HashMap};

use crate::align::statements::{Sides, Turn, Turned};
use crate::extract::claims::Polarity;
use crate::extract::{Facts, name::Name};
use crate::text::Text;

/// How many tokens around a predicate belong to its statement.
const REACH: usize = 14;

/// "very likely to arrest Putin" against "Mongolia will not arrest Russian President Vladimir Putin".
pub fn likelihoods(sides: &Sides<'_>, found: &mut Vec<Turned>) {
    let (reference, candidate) = sides.texts;
    let mut negated: HashMap<&str, Vec<(usize, &Polarity)>> = HashMap::new();
    for polarity in &sides.facts.0.polarities {
        let against = polarity.is_explicit_negation() || polarity.degree().is_some_and(|degree| degree.degree <= -1);
        if let Some(at) = polarity.governs.filter(|_| against) {
            negated.entry(reference.tokens[at].stem.as_str()).or_default().push((at, polarity));
        }
    }
    for polarity in &sides.facts.1.polarities {
        let likely = polarity.degree().is_some_and(|degree| {
            !degree.obligation && degree.degree >= 1 && polarity.tokens.len() > 1
                || degree.degree == 1 && !degree.obligation
        });
        let Some(at) = polarity.governs.filter(|_| likely) else { continue };
        let token = &candidate.tokens[at];
        let denied = |one: &Polarity| one.is_explicit_negation() && one.governs == Some(at);
        if sides.facts.1.polarities.iter().any(denied)
            || !token.can_be(crate::lexicon::words::Classes::VERB)
            || found.iter().any(|one| one.candidate == polarity.span)
        {
            continue;
        }
        let ours = names_near((candidate, sides.facts.1), at, REACH);
        for (other, negation) in negated.get(token.stem.as_str()).into_iter().flatten() {
            let shared = names_near((reference, sides.facts.0), *other, REACH).intersection(&ours).count();
            if shared >= 2 {
                found.push(Turned {
                    turn: Turn::Likelihood,
                    candidate: polarity.span,
                    reference: negation.span.join(reference.tokens[*other].span),
                    strength: 0.62 + 0.06 * (shared as f64 - 2.0).min(3.0),
                });
                break;
            }
        }
    }
}

/// The last words of the names within the sentence of a word and at most `reach` tokens from it.
pub fn names_near<'a>((text, facts): (&Text<'_>, &'a Facts), at: usize, reach: usize) -> BTreeSet<&'a str> {
    let sentence = &text.sentences[text.sentence_of(at)];
    let near = |name: &&Name| name.tokens.start + reach >= at && name.tokens.start <= at + reach;
    facts.names[facts.names_in(&sentence.tokens)]
        .iter()
        .filter(near)
        .filter_map(|name| name.words.last())
        .map(|word| word.key.as_str())
        .collect()
}
