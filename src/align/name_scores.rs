//! How likely it is that a name of the candidate is a wrong rendering of one of the reference.

use crate::align::likeness::{initials_sound_alike, is_regular_variant, is_same_word, name_likeness};
use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, LEAST_STRENGTH, NameContext};
use crate::align::name_relation::{Part, views};
use crate::align::name_standing::in_its_place;
use crate::align::name_wording::{
    are_exonyms, are_one_word, is_common, is_given, is_known_part, is_part_in, is_plain, is_translation, squeeze_words,
};
use crate::align::sentences::PairKind;
use crate::extract::name::{Name, NameKind, NameWord};
use crate::lexicon::fold::{fold, squeeze};
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::Case;

/// A judgment on one pair of names.
#[derive(Clone, PartialEq, Debug)]
pub struct Scored {
    /// How the name went wrong.
    pub fault: Fault,
    /// The wrong words.
    pub wrong: Span,
    /// What belongs there.
    pub right: String,
    /// How sure, 0 to 1.
    pub strength: f64,
}

/// What the two names share and what is left of them.
struct Comparison<'a> {
    shared: usize,
    ours: Vec<&'a NameWord>,
    theirs: Vec<&'a NameWord>,
}

fn compare<'a>(cx: &NameContext<'_>, reference: &'a Name, candidate: &'a Name) -> Comparison<'a> {
    let mut ours: Vec<&NameWord> = reference.words.iter().collect();
    let mut theirs = Vec::new();
    let mut shared = 0;
    for word in &candidate.words {
        let same = ours.iter().position(|other| are_one_word(cx.lexicon, &other.key, &word.key));
        match same {
            Some(at) => {
                ours.remove(at);
                shared += 1;
            }
            None => theirs.push(word),
        }
    }
    Comparison { shared, ours, theirs }
}

/// Judges a pair of names; none where nothing speaks for a fault.
///
/// `bead_likeness` is given where the two stand in sentences that render each other; `present` says whether the
/// candidate has the reference's name somewhere.
#[must_use]
pub fn score(
    cx: &NameContext<'_>,
    (reference, candidate): (usize, usize),
    present: bool,
    bead_likeness: Option<f64>,
    indexes: (&NameIndex, &NameIndex),
) -> Option<Scored> {
    let (ours, theirs) = (&cx.facts.0.names[reference], &cx.facts.1.names[candidate]);
    let comparison = compare(cx, ours, theirs);
    let same_title = ours.shares_title(theirs);
    let circumstances = Circumstances { present, bead: bead_likeness, same_title };
    if comparison.theirs.is_empty() {
        return None;
    }
    if comparison.shared > 0 && !comparison.ours.is_empty() {
        return partly(cx, ours, theirs, &comparison, &circumstances, indexes);
    }
    if comparison.ours.is_empty() {
        return repeated(cx, ours, theirs, &comparison);
    }
    let squeezed = theirs.squeezed();
    let whole = name_likeness(&ours.squeezed(), &squeezed);
    let surname = ours.words.last().map_or(0.0, |word| name_likeness(&word.key, &squeezed));
    // Neither their letters nor their places bring the two together.
    if whole.max(surname) < 0.5 && !circumstances.are_placed() || are_exonyms(cx, ours, theirs) {
        return None;
    }
    // Names that are not alike are not one.
    let garbled_by = if whole >= 0.4 { Some(garbled(cx, &ours.words, &theirs.words)?) } else { None };
    let letters = Letters { whole, surname: if theirs.words.len() == 1 { surname } else { 0.0 }, garbled_by };
    let two_known = ours.identity.is_some() && theirs.identity.is_some();
    let acronym = ours.acronym || theirs.acronym;
    let (one, other) = (cx.texts.0.at(ours.span), cx.texts.1.at(theirs.span));
    let listed = cx.lexicon.near_names.has_pair(one, other) || cx.lexicon.near_names.has_pair(other, one);
    if !two_known
        && !listed
        && !acronym
        && let Some(scored) = misspelled(cx, ours, theirs, &letters, &circumstances)
    {
        return Some(scored);
    }
    in_its_place(cx, (ours, theirs), &letters, &circumstances, indexes)
}

/// The name of the reference with words of its own written again: "International Court of Criminal Court".
fn repeated(cx: &NameContext<'_>, ours: &Name, theirs: &Name, comparison: &Comparison<'_>) -> Option<Scored> {
    let again = |word: &NameWord| ours.words.iter().any(|other| is_same_word(&other.key, &word.key));
    let fault = ours.words.len() >= 2 && comparison.theirs.iter().all(|word| again(word));
    let right = without_dateline_capitals(cx, cx.texts.0.at(ours.span));
    fault.then_some(Scored { fault: Fault::Reworded, wrong: theirs.span, right, strength: 0.82 })
}

/// What the letters of two names say.
pub(super) struct Letters {
    /// Likeness of the whole names.
    pub(super) whole: f64,
    /// Likeness of the reference's last word and a candidate of one word; 0 for a longer one.
    surname: f64,
    /// How likely the second garbles the first; none where they are too unlike to ask.
    pub(super) garbled_by: Option<f64>,
}

/// What the surroundings of two names say.
pub(super) struct Circumstances {
    /// Whether the candidate has the reference's name somewhere.
    pub(super) present: bool,
    /// Likeness of the sentences that they stand in, where these render each other.
    pub(super) bead: Option<f64>,
    /// Whether they have one title.
    pub(super) same_title: bool,
}

impl Circumstances {
    /// Whether the two stand in one place: in sentences that render each other, or beside one title.
    fn are_placed(&self) -> bool {
        self.bead.is_some() || self.same_title
    }

    /// What the surroundings add to the strength.
    fn bonus(&self) -> f64 {
        let bead = self.bead.map_or(0.0, |likeness| 0.08 + 0.12 * likeness.min(1.0));
        bead + if self.same_title { 0.12 } else { 0.0 } + if self.present { 0.0 } else { 0.1 }
    }
}

/// How likely the second name garbles the first, by their letters, 0 to 1; none where they are one name.
pub(super) fn garbled(cx: &NameContext<'_>, ours: &[NameWord], theirs: &[NameWord]) -> Option<f64> {
    let part = |text: &Text<'_>, word: &NameWord| {
        let common = !is_given(cx, word) && text.tokens[word.token].word.is_some_and(|known| known.tier <= 60);
        let row = cx.lexicon.listed_names.find(&word.key);
        let listed = row.is_some() || is_part_in(cx, text, word);
        let latin = row.is_some_and(|row| row.field(1).contains('l'));
        Part { key: word.key.clone(), common, listed, latin }
    };
    let ours: Vec<Part> = ours.iter().map(|word| part(cx.texts.0, word)).collect();
    let theirs: Vec<Part> = theirs.iter().map(|word| part(cx.texts.1, word)).collect();
    let views = views(&ours, &theirs, cx.lexicon)?;
    (!views.are_same()).then(|| views.garbled())
}

/// Least probability of a garble from which on a name is called one where nothing but its letters speaks for that.
const LEAST_GARBLED: f64 = 0.15;

/// Probability of a garble from which on a name is called one rather than another name.
pub(super) const GARBLED: f64 = 0.65;

/// Of two names that may be a garble or two names: what is said of the second.
fn fault_of(garbled_by: f64) -> Fault {
    if garbled_by >= GARBLED { Fault::Misspelled } else { Fault::Swapped }
}

/// Some words agree and some do not: the ones that do not are held against each other.
fn partly(
    cx: &NameContext<'_>,
    ours: &Name,
    theirs: &Name,
    comparison: &Comparison<'_>,
    circumstances: &Circumstances,
    (reference, _): (&NameIndex, &NameIndex),
) -> Option<Scored> {
    // "Battle of the Halaha River" against "Khalkhin Gol River": the generic word more is no fault.
    let telling: Vec<&NameWord> =
        comparison.theirs.iter().copied().filter(|word| cx.lexicon.titles.head(&word.key).is_none()).collect();
    let (left, right) = (&comparison.ours, if telling.is_empty() { &comparison.theirs } else { &telling });
    let (missing, extra) = (squeeze_words(left), squeeze_words(right));
    let wrong = span_of(cx, right);
    let written = written(cx, left);
    let likeness = name_likeness(&extra, &missing);
    let shared_content = shares_content(cx, theirs, comparison);
    let person = ours.kind == NameKind::Person || theirs.kind == NameKind::Person;
    let term = ours.kind == NameKind::Term || theirs.kind == NameKind::Term;
    if extra != missing && is_regular_variant(&extra, &missing) {
        return None;
    }
    let known_alone = theirs.identity.is_some();
    let mut garbled_by = garbled(cx, &ours.words, &theirs.words)?;
    // How the name of a known person may be spelled is listed.
    if likeness >= 0.8 && ours.identity.is_some_and(|identity| cx.known.entry(identity).is_person()) {
        garbled_by = garbled_by.max(0.6);
    }
    if likeness >= 0.6 && !known_alone {
        let common = right.iter().all(|word| is_common(cx, word));
        // "Mount" for "County": two words of the language are no garble of each other.
        if common && left.iter().all(|word| is_plain(cx, word)) && likeness < 0.8 {
            return None;
        }
        // "Statistics Austria" for "Statistik Austria": a foreign word is translated.
        let foreign = left.iter().all(|word| cx.texts.0.tokens[word.token].word.is_none());
        if common && foreign && !person && cx.kind == PairKind::Segment {
            return None;
        }
        if garbled_by < LEAST_GARBLED && !circumstances.are_placed() {
            return None;
        }
        let known = right.iter().all(|word| is_known_part(cx, word)) && left.len() == right.len();
        let strength = 0.5 + 0.35 * likeness + circumstances.bonus() * 0.5 + 0.3 * (garbled_by - 0.85)
            - if known && !person { 0.2 } else { 0.0 }
            - if common && term && likeness < 1.0 { 0.25 } else { 0.0 };
        let fault = fault_of(garbled_by);
        if fault == Fault::Swapped && cx.kind == PairKind::Segment {
            return None;
        }
        return Some(Scored { fault, wrong, right: written, strength: strength.min(0.95) });
    }
    let explained = right.iter().all(|word| reference.has_exact(&word.key));
    if known_alone || explained || !shared_content {
        return None;
    }
    if cx.kind == PairKind::Segment {
        return None;
    }
    let common = right.iter().all(|word| is_common(cx, word));
    let listed = right.iter().all(|word| is_known_part(cx, word) && !is_common(cx, word));
    let strength = 0.36
        + circumstances.bonus()
        + if comparison.shared >= 2 { 0.08 } else { 0.0 }
        + if common { 0.12 } else { 0.0 }
        - if listed { 0.15 } else { 0.0 };
    let translated = is_translation(cx, left, right);
    if person && (!term || translated && ours.kind == NameKind::Person) {
        let fault = if translated { Fault::Translated } else { fault_of(garbled_by) };
        let one_to_one = left.len() == right.len();
        return (!circumstances.present || common).then_some(Scored {
            fault,
            wrong,
            right: written,
            strength: strength + if one_to_one { 0.05 } else { -0.1 },
        });
    }
    let enough = comparison.shared * 2 >= theirs.words.len() || circumstances.bead.is_some();
    let same_head = ours.words.last().map(|word| &word.key) == theirs.words.last().map(|word| &word.key);
    // The right form elsewhere in the text excuses nothing where most of the name is there.
    let garbled = comparison.shared >= 2 && ours.words[0].key == theirs.words[0].key && left.len() == right.len();
    if !enough || circumstances.present && !garbled {
        return None;
    }
    let whole = without_dateline_capitals(cx, cx.texts.0.at(ours.span));
    let longer = ours.words.len().abs_diff(theirs.words.len()) as f64;
    let strength = strength + if same_head { 0.08 } else { -0.05 } - 0.03 * longer;
    let place = ours.kind == NameKind::Place && !term;
    let span = if term { theirs.span } else { wrong };
    let right = if term { whole } else { written };
    let fault = match (place, translated) {
        (true, true) => Fault::Translated,
        (true, false) => fault_of(garbled_by),
        (false, _) => Fault::Reworded,
    };
    Some(Scored { fault, wrong: span, right, strength })
}

/// Whether the shared words say more than "Ministry" or "River" do.
fn shares_content(cx: &NameContext<'_>, theirs: &Name, comparison: &Comparison<'_>) -> bool {
    let shared = theirs.words.iter().filter(|word| !comparison.theirs.iter().any(|other| other.token == word.token));
    let mut generic = 0;
    let mut telling = 0;
    for word in shared {
        if cx.lexicon.titles.head(&word.key).is_some() || word.key.len() < 3 {
            generic += 1;
        } else {
            telling += 1;
        }
    }
    telling > 0 || generic > 0 && theirs.words.len() <= 3
}

/// Nothing agrees word by word: the whole names are held against each other by spelling and sound.
fn misspelled(
    cx: &NameContext<'_>,
    ours: &Name,
    theirs: &Name,
    &Letters { whole, surname, garbled_by }: &Letters,
    circumstances: &Circumstances,
) -> Option<Scored> {
    let (left, right) = (ours.squeezed(), theirs.squeezed());
    let likeness = whole.max(surname);
    // Chinese names are written in one word and in two.
    let respaced = left == right && cx.kind == PairKind::Segment;
    if respaced || likeness < 0.52 || right.len() < 4 || left != right && is_regular_variant(&left, &right) {
        return None;
    }
    let garbled_by = match garbled_by {
        Some(garbled_by) if surname <= whole => garbled_by,
        _ => garbled(cx, &ours.words[ours.words.len() - 1..], &theirs.words)?,
    };
    if garbled_by < LEAST_GARBLED && !circumstances.are_placed() {
        return None;
    }
    let known = theirs.words.iter().all(|word| is_known_part(cx, word));
    let common = theirs.words.iter().all(|word| is_common(cx, word));
    let named_right = theirs.identity.is_some() && ours.identity.is_none() && cx.kind == PairKind::Segment;
    if theirs.identity.is_some() && likeness < 0.8 || named_right {
        return None;
    }
    // Where the text has the right form too, a name with another initial is more likely another name.
    let apart = circumstances.present && circumstances.bead.is_none() && !circumstances.same_title;
    let same_initial = left.chars().next() == right.chars().next();
    // Without a sentence or an office in common another initial makes it another name.
    let alone = circumstances.bead.is_none() && !circumstances.same_title;
    let other_initial = if same_initial || initials_sound_alike(&left, &right) { 0.0 } else { 0.15 };
    let mut strength = 1.25 * likeness - 0.3 + circumstances.bonus() + 0.3 * (garbled_by - 0.85)
        - if apart && !same_initial { 0.25 } else { 0.0 }
        - if alone { other_initial } else { 0.0 };
    if known {
        strength -= 0.3;
    } else if common {
        strength -= 0.25;
    }
    if theirs.kind != ours.kind && theirs.kind != NameKind::Unknown && ours.kind != NameKind::Unknown {
        strength -= 0.12;
    }
    let right = if surname > whole { ours.words.last().map(|word| written(cx, &[word])) } else { None };
    let right = right.unwrap_or_else(|| without_dateline_capitals(cx, cx.texts.0.at(ours.span)));
    let fault = fault_of(garbled_by);
    let placed = fault == Fault::Swapped && cx.kind == PairKind::Segment;
    Some(Scored { fault, wrong: theirs.span, right, strength: strength.min(0.95) })
        .filter(|scored| scored.strength >= LEAST_STRENGTH && !placed)
}

pub(super) fn span_of(cx: &NameContext<'_>, words: &[&NameWord]) -> Span {
    let spans = words.iter().map(|word| cx.texts.1.tokens[word.token].span);
    let joined = spans.reduce(Span::join).unwrap_or_default();
    let name = cx.facts.1.name_at(words[0].token).map(|name| &cx.facts.1.names[name]);
    name.map_or(joined, |name| Span { start: joined.start, end: joined.end.min(name.span.end) })
}

fn written(cx: &NameContext<'_>, words: &[&NameWord]) -> String {
    let text = cx.texts.0;
    let spans = words.iter().map(|word| text.tokens[word.token].span);
    let joined = spans.reduce(Span::join).unwrap_or_default();
    let bare = text.at(joined).trim_end_matches("'s").trim_end_matches("’s");
    without_dateline_capitals(cx, bare)
}

/// "VIENTIANE" of a dateline as the rest of the reference writes it, or with a capital; acronyms stay.
pub(super) fn without_dateline_capitals(cx: &NameContext<'_>, name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 5 || name.chars().any(char::is_lowercase) || cx.known.built_in.find_acronym(&squeeze(name)).is_some() {
        return name.to_owned();
    }
    let folded = fold(name);
    let tokens = cx.texts.0.tokens.iter();
    let other = tokens
        .filter(|token| token.folded == folded && token.case == Case::Capital)
        .map(|token| cx.texts.0.at(token.span));
    other.map(|written| written.trim_end_matches("'s").to_owned()).next().unwrap_or_else(|| {
        let mut start = true;
        let lower = name.chars().flat_map(|c| {
            let cased: Vec<char> = if start { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
            start = !c.is_alphabetic();
            cased
        });
        lower.collect()
    })
}
