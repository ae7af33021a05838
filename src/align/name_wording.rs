//! Names that differ and are no fault: the same thing in other words, a capital for its country, a unit of measure.

use crate::align::likeness::is_regular_variant;
use crate::align::name_match::NameContext;
use crate::extract::name::{Name, NameWord};
use crate::text::Text;

/// Nearness from which on two words are a choice of wording: office and bureau, class and level.
const NEAR: f64 = 0.42;

/// Whether each word of the candidate is near in meaning to one of the reference: the same thing in other words.
pub(super) fn is_wording(cx: &NameContext<'_>, ours: &[&NameWord], theirs: &[&NameWord]) -> bool {
    let lemma = |text: &'_ Text<'_>, word: &NameWord| text.tokens[word.token].lemma().to_owned();
    theirs.iter().all(|word| {
        let own = lemma(cx.texts.1, word);
        ours.iter().any(|other| cx.lexicon.nearness.of(&own, &lemma(cx.texts.0, other)) >= NEAR)
    })
}

/// A city and its country, which may speak of one government; a unit of measure, a currency and its code.
pub(super) fn stand_for_each_other(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let measures = &cx.lexicon.measures;
    let measured = |name: &Name| {
        let key = name.squeezed();
        measures.unit(&key).is_some() || measures.currency(&key).is_some()
    };
    if measured(ours) || measured(theirs) || is_regular_variant(&ours.squeezed(), &theirs.squeezed()) {
        return true;
    }
    let (Some(one), Some(other)) = (ours.identity, theirs.identity) else { return false };
    let (one, other) = (cx.known.entry(one), cx.known.entry(other));
    one.lies_in(&other.term) || other.lies_in(&one.term)
}

/// Whether one is the other's name in another language: Munich and München.
pub(super) fn are_exonyms(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let means = |foreign: &str, english: &str| {
        cx.lexicon.exonyms.find_all(foreign).any(|row| row.field(2).eq_ignore_ascii_case(english))
    };
    let (ours, theirs) = (cx.texts.0.at(ours.span), cx.texts.1.at(theirs.span));
    means(ours, theirs) || means(theirs, ours)
}
