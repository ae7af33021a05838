//! The words of names: which are common, listed or given names, and which names differ and are no fault: the same thing
//! in other words, a capital for its country, a unit of measure.

use crate::align::likeness::{is_regular_variant, is_same_word};
use crate::align::name_match::NameContext;
use crate::extract::name::{Name, NameWord};
use crate::lexicon::Lexicon;
use crate::text::Text;

/// Nearness from which on two words are a choice of wording: office and bureau, class and level.
pub(super) const NEAR: f64 = 0.42;

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

/// Whether two folded words of names are one word, or listed as spellings of one name.
pub(super) fn are_one_word(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    is_same_word(a, b) || lexicon.name_parts.are_variants(a, b)
}

/// Whether one is the other's name in another language: Munich and München.
pub(super) fn are_exonyms(cx: &NameContext<'_>, ours: &Name, theirs: &Name) -> bool {
    let means = |foreign: &str, english: &str| {
        cx.lexicon.exonyms.find_all(foreign).any(|row| row.field(2).eq_ignore_ascii_case(english))
    };
    let (ours, theirs) = (cx.texts.0.at(ours.span), cx.texts.1.at(theirs.span));
    means(ours, theirs) || means(theirs, ours)
}

/// Whether a word of the candidate can be a name of its own: a listed name, or part of one.
pub(super) fn is_known_part(cx: &NameContext<'_>, word: &NameWord) -> bool {
    is_part_in(cx, cx.texts.1, word)
}

/// The same of a word of either text.
pub(super) fn is_part_in(cx: &NameContext<'_>, text: &Text<'_>, word: &NameWord) -> bool {
    cx.lexicon.name_parts.has(&word.key)
        || cx.known.has_part(&word.key)
        || cx.lexicon.words.is_proper(text.at(text.tokens[word.token].span))
}

/// Whether the words of the candidate put into English what the words of the reference's name mean, as far as that can be
/// seen from the one being words of the dictionary and the other being none.
pub(super) fn is_translation(cx: &NameContext<'_>, ours: &[&NameWord], theirs: &[&NameWord]) -> bool {
    // "Wen" is a word, and a syllable of Chinese names.
    let syllable =
        |word: &NameWord| word.key.len() < 3 || word.key.len() < 4 && cx.lexicon.listed_names.find(&word.key).is_some();
    let common = |word: &&NameWord| is_common(cx, word) && !is_given(cx, word) && !syllable(word);
    theirs.iter().all(common) && !ours.iter().any(|word| is_plain(cx, word))
}

/// Whether a word of the candidate is a given name, whatever else it means: Basil, Grace, Hope.
pub(super) fn is_given(cx: &NameContext<'_>, word: &NameWord) -> bool {
    cx.lexicon.name_parts.is_given(&word.key)
}

/// Whether a word of the reference is a common English word.
pub(super) fn is_plain(cx: &NameContext<'_>, word: &NameWord) -> bool {
    cx.texts.0.tokens[word.token].word.is_some_and(|known| known.tier <= 50)
}

/// Whether a word of the candidate is a common English word.
pub(super) fn is_common(cx: &NameContext<'_>, word: &NameWord) -> bool {
    cx.texts.1.tokens[word.token].word.is_some_and(|known| known.tier <= 60)
}

/// The words run together.
pub(super) fn squeeze_words(words: &[&NameWord]) -> String {
    words.iter().map(|word| word.key.as_str()).collect()
}
