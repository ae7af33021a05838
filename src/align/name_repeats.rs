//! Surnames that stand alone after a full name of which they are the wrong part: "Magpie" after "Danuta Magpie".

use std::collections::HashMap;

use crate::align::name_match::{Fault, NameContext, NameMatch};
use crate::extract::name::NameKind;

/// Least strength of a match that is handed on.
const LEAST: f64 = 0.5;

/// Hands a garbled or translated surname on to the places where it stands alone.
pub fn add_repeats(cx: &NameContext<'_>, found: &mut Vec<NameMatch>) {
    let names = &cx.facts.1.names;
    let mut wrong: HashMap<&str, NameMatch> = HashMap::new();
    for one in found.iter().filter(|one| one.strength >= LEAST) {
        let name = &names[one.candidate];
        let fault = matches!(one.fault, Fault::Translated | Fault::Misspelled);
        let Some(last) = name.words.last().filter(|_| fault && name.words.len() > 1) else { continue };
        let span = cx.texts.1.tokens[last.token].span;
        if name.kind == NameKind::Person && one.wrong.overlaps(span) && one.wrong.end >= name.span.end {
            wrong.entry(&last.key).or_insert_with(|| one.clone());
        }
    }
    for (at, name) in names.iter().enumerate().filter(|(_, name)| name.words.len() == 1) {
        let Some(known) = wrong.get(name.words[0].key.as_str()) else { continue };
        if found.iter().any(|one| one.candidate == at) {
            continue;
        }
        let right = known.right.split_whitespace().next_back().unwrap_or("").to_owned();
        found.push(NameMatch {
            candidate: at,
            wrong: name.span,
            right,
            strength: known.strength * 0.95,
            ..known.clone()
        });
    }
}
