//! Quantities of two articles that are slips of one another, wherever they stand: the digits of one exchanged, shifted or
//! changed at one place, neither value in the other text, and the words around them in common.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::quantities::{Fate, QuantityMatches};
use crate::align::slips::{is_slip_of, keys, unit_of};
use crate::extract::Facts;
use crate::extract::quantity::{Measure, Quantity};
use crate::text::Text;

/// How many tokens on either side belong to a quantity's surroundings.
const REACH: usize = 14;

/// Least agreement of the surroundings.
const LEAST: f64 = 0.3;

/// Matches the quantities of the candidate that the reference does not have with slips of those it does.
pub fn match_slips(texts: (&Text<'_>, &Text<'_>), facts: (&Facts, &Facts), matches: &mut QuantityMatches) {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, quantity) in facts.0.quantities.iter().enumerate().filter(|(at, _)| !matches.kept[*at]) {
        for key in keys(quantity) {
            by_key.entry(key).or_default().push(at);
        }
    }
    for (at, quantity) in facts.1.quantities.iter().enumerate() {
        let open = matches!(matches.of_candidate[at], Fate::Alone | Fate::Near);
        if !open || quantity.measure == Measure::Identifier {
            continue;
        }
        let ours = surroundings(texts.1, quantity);
        let mut best: Option<(f64, usize)> = None;
        let likely: BTreeSet<usize> =
            keys(quantity).iter().filter_map(|key| by_key.get(key)).flatten().copied().collect();
        for other in likely {
            let known = &facts.0.quantities[other];
            if !is_slip_of(quantity, known) {
                continue;
            }
            let agreement = agreement(&ours, &surroundings(texts.0, known), quantity, known);
            let least = if matches.of_candidate[at] == Fate::Near { LEAST + 0.2 } else { LEAST };
            if agreement >= least && best.is_none_or(|(most, _)| agreement > most) {
                best = Some((agreement, other));
            }
        }
        if let Some((agreement, reference)) = best {
            matches.of_candidate[at] = Fate::Changed { reference, agreement };
        }
    }
}

/// The stems of the words of content around a quantity, and the last words of names there.
fn surroundings<'a>(text: &'a Text<'_>, quantity: &Quantity) -> BTreeSet<&'a str> {
    let sentence = &text.sentences[text.sentence_of(quantity.tokens.start)];
    let start = quantity.tokens.start.saturating_sub(REACH).max(sentence.tokens.start);
    let end = (quantity.tokens.end + REACH).min(sentence.tokens.end);
    let near = (start..end).filter(|at| !quantity.tokens.contains(at)).map(|at| &text.tokens[at]);
    near.filter(|token| token.is_word() && token.is_content()).map(|token| token.stem.as_str()).collect()
}

fn agreement(ours: &BTreeSet<&str>, theirs: &BTreeSet<&str>, a: &Quantity, b: &Quantity) -> f64 {
    let shared = ours.intersection(theirs).count() as f64;
    let least = ours.len().min(theirs.len()).max(3) as f64;
    let telling = !matches!(a.measure, Measure::Count | Measure::Ordinal) && a.dimension() == b.dimension();
    let counted = !a.counted.is_empty() && a.counted == b.counted;
    let exchanged = a.value.sorted_digits() == b.value.sorted_digits() && a.value.all_digits().len() > 1;
    let same_unit = telling && unit_of(a) == unit_of(b);
    let bonus = [(telling, 0.25), (same_unit, 0.1), (counted, 0.25), (exchanged, 0.2)];
    let extra: f64 = bonus.iter().filter(|(holds, _)| *holds).map(|(_, worth)| worth).sum();
    (0.7 * shared / least + extra).min(1.0)
}
