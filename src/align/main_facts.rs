//! The main facts of an article, those of its headline and first paragraph, that the other one does not mention.

use std::collections::BTreeSet;

use crate::align::name_index::NameIndex;
use crate::align::name_match::{NameMatch, Target};
use crate::align::quantities::{Fate, QuantityMatches};
use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::text::sentence::Role;
use crate::text::span::Span;

/// Sentences of the first paragraph that are looked at.
const MOST_SENTENCES: usize = 3;

/// What tells of the facts that the two texts share.
pub struct Shared<'a> {
    /// Every name of the candidate.
    pub candidate: &'a NameIndex,
    /// Names of the candidate that are likely wrong, with what they stand for.
    pub names: &'a [NameMatch],
    /// What became of the quantities.
    pub quantities: &'a QuantityMatches,
}

/// The names and figures of the reference's headline and first paragraph that the candidate has nowhere, each once, in the
/// order of the reference; what stands there garbled or with another value is not missing.
#[must_use]
pub fn not_mentioned(
    (text, facts): (&Text<'_>, &Facts),
    shared: &Shared<'_>,
    known: &KnownNames<'_>,
    lexicon: &Lexicon,
) -> Vec<Span> {
    let Some(end) = beginning(text) else { return Vec::new() };
    let garbled: BTreeSet<&str> = shared
        .names
        .iter()
        .filter_map(|one| match one.target {
            Target::Reference(at) => facts.names[at].words.last().map(|word| word.key.as_str()),
            _ => None,
        })
        .collect();
    let changed = |at: usize| {
        let same = |fate: &Fate| matches!(fate, Fate::Changed { reference, .. } if *reference == at);
        shared.quantities.of_candidate.iter().any(same)
    };
    let mut missing: Vec<Span> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for at in facts.names_in(&(0..end)) {
        let name = &facts.names[at];
        let last = name.words.last().map_or("", |word| word.key.as_str());
        let there = shared.candidate.has_name(text, name, known, lexicon) || shared.candidate.has_word(last, lexicon);
        // "(FRP)" abbreviates the name before it.
        let short = name.acronym || name.tokens.start > 0 && text.tokens[name.tokens.start - 1].is_mark("(");
        let dateline = text.at(name.span).chars().all(|c| !c.is_lowercase());
        if name.sure && !there && !garbled.contains(last) && !short && !dateline && seen.insert(name.key()) {
            missing.push(name.span);
        }
    }
    for at in facts.quantities_in(&(0..end)) {
        let quantity = &facts.quantities[at];
        let there = shared.quantities.kept[at] || changed(at) || quantity.is_date();
        if !there && seen.insert(quantity.value.to_string()) {
            missing.push(quantity.span);
        }
    }
    missing.sort();
    missing
}

/// Where the headlines and the first sentences of the first paragraph end, as a token.
fn beginning(text: &Text<'_>) -> Option<usize> {
    let headings = text.sentences.iter().take_while(|sentence| sentence.role == Role::Heading).count();
    let first = text.sentences.get(headings).or(text.sentences.last())?;
    let inside = text.sentences[headings.min(text.sentences.len() - 1)..].iter().take(MOST_SENTENCES);
    inside.take_while(|sentence| sentence.paragraph == first.paragraph).last().map(|sentence| sentence.tokens.end)
}
