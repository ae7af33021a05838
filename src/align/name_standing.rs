//! Names that stand where the reference has another one: in the same sentence, beside the same title or neighbours.

use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, NameContext};
use crate::align::name_scores::{Circumstances, GARBLED, Letters, Scored, garbled, without_dateline_capitals};
use crate::align::name_wording::{
    is_common, is_known_part, is_plain, is_translation, is_wording, stand_for_each_other,
};
use crate::align::sentences::PairKind;
use crate::extract::name::{Name, NameKind, NameWord};
use crate::lexicon::gazetteer::FormStatus;

/// Another name in the place of the reference's one: same sentence, same title, same neighbours.
pub(super) fn in_its_place(
    cx: &NameContext<'_>,
    (ours, theirs): (&Name, &Name),
    letters: &Letters,
    circumstances: &Circumstances,
    (_, candidate): (&NameIndex, &NameIndex),
) -> Option<Scored> {
    if cx.kind == PairKind::Segment {
        return None;
    }
    // An acronym may be of the name in its own language.
    let short_for = |one: &Name, other: &Name| one.acronym && !other.acronym && other.words.len() > 1;
    if short_for(ours, theirs) || short_for(theirs, ours) {
        return None;
    }
    let known = ours.words.iter().any(|word| word.key.len() > 2 && candidate.has_word(&word.key, cx.lexicon));
    if circumstances.present || known || stand_for_each_other(cx, ours, theirs) {
        return None;
    }
    let (all_ours, all_theirs): (Vec<&NameWord>, Vec<&NameWord>) =
        (ours.words.iter().collect(), theirs.words.iter().collect());
    if is_wording(cx, &all_ours, &all_theirs) {
        return None;
    }
    let bead = circumstances.bead.filter(|likeness| *likeness >= 0.15);
    let kinds = ours.kind == theirs.kind || ours.kind == NameKind::Unknown || theirs.kind == NameKind::Unknown;
    // Another article may well speak of a Republic Square of its own.
    let own = cx.kind == PairKind::Comparable && all_theirs.iter().any(|word| is_known_part(cx, word));
    let translated = !own && is_translation(cx, &all_ours, &all_theirs);
    let near = neighbours(cx, ours, theirs);
    let unknown = theirs.identity.is_none() && !theirs.words.iter().all(|word| is_known_part(cx, word));
    let is_country = |name: &Name| {
        let known = name.identity.filter(|identity| identity.status != FormStatus::Related);
        known.is_some_and(|identity| cx.known.entry(identity).kind == "country")
    };
    let countries = is_country(ours) && is_country(theirs);
    let mut strength = match (bead, circumstances.same_title) {
        (Some(likeness), true) => 0.55 + 0.2 * likeness,
        (Some(likeness), false) if cx.kind == PairKind::Parallel => {
            0.2 + 0.35 * likeness + 0.25 * near + if unknown { 0.1 } else { 0.0 }
        }
        (Some(likeness), false) => 0.2 + 0.35 * likeness + 0.3 * near,
        (None, true) if theirs.identity.is_none() && alone_in_office(cx, ours, theirs) => 0.6,
        (None, true) => 0.3,
        // Liberia is spoken of by the one text alone, Libya by the other.
        (None, false) if countries && letters.whole >= 0.6 => 0.7,
        (None, false) => return None,
    };
    if countries && bead.is_some() {
        strength += 0.25;
    }
    if !kinds {
        return None;
    }
    let translated_here = translated && theirs.sure;
    if cx.kind == PairKind::Comparable && !circumstances.same_title && !translated_here {
        strength -= 0.2;
    }
    // Common words on both sides are another wording, not another name.
    let plain = ours.words.iter().all(|word| is_plain(cx, word));
    let translated = translated && theirs.sure && !plain;
    if translated {
        strength += 0.15;
    } else if plain && theirs.words.iter().all(|word| is_common(cx, word)) {
        strength -= 0.15;
    }
    let right = without_dateline_capitals(cx, cx.texts.0.at(ours.span));
    // A name that nobody knows garbles one that is missing, the more so in its office.
    let garbled_by = || match letters.garbled_by {
        Some(garbled_by) => Some(garbled_by),
        None => garbled(cx, &ours.words, &theirs.words),
    };
    let garbled = unknown && (circumstances.same_title || garbled_by()? >= GARBLED);
    let fault = match (translated, garbled) {
        (true, _) => Fault::Translated,
        (false, true) => Fault::Misspelled,
        (false, false) => Fault::Swapped,
    };
    Some(Scored { fault, wrong: theirs.span, right, strength: strength.min(0.9) })
}

/// A text with more names is a list, in which a title tells nobody apart.
const MOST_NAMES: usize = 600;

/// Whether each of the two is the only holder of its title whom the other text does not explain.
fn alone_in_office(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let others = |names: &[Name], one: &Name| {
        let same = names.iter().filter(|name| name.title == one.title && name.identity.is_none());
        same.filter(|name| name.words.last().map(|word| &word.key) != one.words.last().map(|word| &word.key)).count()
    };
    if cx.facts.0.names.len().max(cx.facts.1.names.len()) > MOST_NAMES {
        return false;
    }
    others(&cx.facts.0.names, ours) == 0 && others(&cx.facts.1.names, theirs) <= 1
}

/// The share of the words right beside the two names that are linked to each other, 0 to 1.
fn neighbours(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> f64 {
    let [before, after] = linked_beside(cx, ours, theirs);
    let (linked, all) = (before.0 + after.0, before.1 + after.1);
    if all == 0.0 { 0.0 } else { linked / all }
}

/// Of the two content words right before the candidate's name, and of the two behind it, how many are linked to words
/// beside the reference's, and how many there are.
pub(super) fn linked_beside(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> [(f64, f64); 2] {
    let near = ours.tokens.start.saturating_sub(6)..ours.tokens.end + 6;
    let before = (theirs.tokens.start.saturating_sub(6)..theirs.tokens.start).rev().collect::<Vec<_>>();
    let after = (theirs.tokens.end..(theirs.tokens.end + 6).min(cx.texts.1.tokens.len())).collect::<Vec<_>>();
    [before, after].map(|side| {
        let (mut linked, mut all) = (0.0, 0.0);
        for at in side.into_iter().filter(|at| cx.texts.1.tokens[*at].is_content()).take(2) {
            all += 1.0;
            if cx.links.of_candidate[at].is_some_and(|link| near.contains(&link.other)) {
                linked += 1.0;
            }
        }
        (linked, all)
    })
}
