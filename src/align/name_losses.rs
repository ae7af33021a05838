//! Names that a translation leaves out: the words around them have their counterparts, and nothing stands between these.

use std::collections::HashSet;
use std::ops::Range;

use crate::align::genders::gender_of;
use crate::align::name_index::NameIndex;
use crate::align::name_match::{NameContext, NameMatch, Target};
use crate::align::texts::tokens_of;
use crate::extract::name::{Name, NameKind};
use crate::text::Text;
use crate::text::span::Span;

/// A name of the reference that its sentence lacks in the candidate.
#[derive(Clone, PartialEq, Debug)]
pub struct LostName {
    /// The name among the facts of the reference.
    pub name: usize,
    /// Where it belongs: an empty span of the candidate.
    pub place: Span,
    /// How sure the comparison is, 0 to 1.
    pub strength: f64,
}

/// Most tokens between the words around the place where the name belongs.
const MOST_BETWEEN: usize = 2;

/// Looks through the sentences of parallel texts for names that are left out.
#[must_use]
pub fn lost_names(cx: &NameContext<'_>, candidate: &NameIndex, matches: &[NameMatch]) -> Vec<LostName> {
    if !cx.kind.is_parallel() {
        return Vec::new();
    }
    let explained: HashSet<usize> = matches
        .iter()
        .filter_map(|one| match one.target {
            Target::Reference(at) => Some(at),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for bead in cx.beads.iter().filter(|bead| bead.is_full()) {
        let (ours, theirs) = (tokens_of(cx.texts.0, &bead.reference), tokens_of(cx.texts.1, &bead.candidate));
        let pronouns = |text: &Text<'_>, tokens: Range<usize>| {
            text.tokens[tokens].iter().filter(|token| gender_of(token).is_some()).count()
        };
        // A pronoun more may stand for the name.
        if pronouns(cx.texts.1, theirs.clone()) > pronouns(cx.texts.0, ours.clone()) {
            continue;
        }
        for at in cx.facts.0.names_in(&ours) {
            let name = &cx.facts.0.names[at];
            if explained.contains(&at) || !name.sure || is_there(cx, name, candidate) {
                continue;
            }
            if let Some((place, strength)) = hole(cx, name, &theirs) {
                found.push(LostName { name: at, place, strength });
            }
        }
    }
    found
}

/// Whether the candidate has the name or a word of it, or it is one that may be left unsaid.
fn is_there(cx: &NameContext<'_>, name: &Name, candidate: &NameIndex) -> bool {
    let plain = |token: usize| cx.texts.0.tokens[token].word.is_some_and(|word| word.tier <= 60);
    candidate.has_name(cx.texts.0, name, &cx.known, cx.lexicon)
        || name.words.iter().any(|word| candidate.has_word(&word.key, cx.lexicon))
        || name.kind == NameKind::Term
        || name.acronym
        || name.words.iter().all(|word| word.key.len() < 3)
        || name.words.iter().all(|word| plain(word.token)) && name.identity.is_none()
}

/// The place of a name between the counterparts of the content words before and behind it, where these stand close to each
/// other in the candidate.
fn hole(cx: &NameContext<'_>, name: &Name, theirs: &Range<usize>) -> Option<(Span, f64)> {
    let text = cx.texts.0;
    let linked = |at: usize| cx.links.of_reference[at].map(|link| link.other).filter(|other| theirs.contains(other));
    let content = |at: &usize| text.tokens[*at].is_content();
    let before = (0..name.tokens.start).rev().take(4).find(content).and_then(linked)?;
    let behind = (name.tokens.end..text.tokens.len()).take(4).find(content).and_then(linked)?;
    let between = (before.min(behind) + 1)..before.max(behind);
    let words = between.clone().filter(|at| cx.texts.1.tokens[*at].is_word());
    let content = words.clone().filter(|at| cx.texts.1.tokens[*at].is_content()).count();
    if before >= behind || content > 0 || words.count() > MOST_BETWEEN {
        return None;
    }
    let end = cx.texts.1.tokens[before].span.end;
    let person = name.kind == NameKind::Person || name.identity.is_some();
    Some((Span { start: end, end }, if person { 0.65 } else { 0.5 }))
}
