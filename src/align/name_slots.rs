//! Names of a segment that stand in the place of one of its reference: which place is theirs, and what speaks for a fault.

use std::collections::HashMap;

use crate::align::likeness::{initials_sound_alike, is_regular_variant, name_likeness};
use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, NameContext, NameMatch, Target};
use crate::align::name_scores::{span_of, without_dateline_capitals};
use crate::align::name_standing::linked_beside;
use crate::align::name_wording::{
    NEAR, are_exonyms, are_one_word, is_common, is_known_part, is_plain, is_wording, squeeze_words,
};
use crate::align::odds::probability;
use crate::align::slot_odds::{Slot, fault_odds};
use crate::extract::name::{Name, NameKind, NameWord};
use crate::lexicon::gazetteer::FormStatus;
use crate::text::Text;
use crate::text::token::TokenKind;

/// A segment with more names on a side is a list; its names are compared by spelling alone.
const MOST_NAMES: usize = 32;

/// Least that must speak for a place.
const LEAST_NEAR: f64 = 0.1;

/// Likeness from which on two names are one, garbled.
const GARBLED: f64 = 0.6;

/// Finds the names of a segment that are no names of its reference.
#[must_use]
pub fn match_slots(cx: &NameContext<'_>, (reference, candidate): (&NameIndex, &NameIndex)) -> Vec<NameMatch> {
    if cx.facts.0.names.len().max(cx.facts.1.names.len()) > MOST_NAMES {
        return Vec::new();
    }
    let segment = Segment::new(cx, reference, candidate);
    let placed = segment.assign().into_iter();
    placed.filter(|(at, lost)| !segment.is_the_same(*at, *lost)).map(|(at, lost)| segment.judge(at, lost)).collect()
}

struct Segment<'a> {
    cx: &'a NameContext<'a>,
    /// Names of the reference that the candidate lacks or has less often.
    lost: Vec<usize>,
    /// Names of the candidate that the reference lacks.
    added: Vec<usize>,
    /// Content words without a counterpart, of the reference and of the candidate, names left out.
    unlinked: (usize, usize),
    /// Shares of the candidate's content words that are linked.
    linked: f64,
    indexes: (&'a NameIndex, &'a NameIndex),
}

fn counts<'t>(text: &'t Text<'_>) -> HashMap<&'t str, usize> {
    let mut counts = HashMap::new();
    for token in text.tokens.iter().filter(|token| token.is_word()) {
        *counts.entry(token.stem.as_str()).or_insert(0) += 1;
    }
    counts
}

impl<'a> Segment<'a> {
    fn new(cx: &'a NameContext<'a>, reference: &'a NameIndex, candidate: &'a NameIndex) -> Segment<'a> {
        let counts = (counts(cx.texts.0), counts(cx.texts.1));
        let count = |counts: &HashMap<&str, usize>, stem: &str| counts.get(stem).copied().unwrap_or(0);
        let lost = (0..cx.facts.0.names.len()).filter(|at| {
            let name = &cx.facts.0.names[*at];
            let missing = !candidate.has_name(cx.texts.0, name, &cx.known, cx.lexicon)
                && name.words.iter().any(|word| !candidate.has_word(&word.key, cx.lexicon));
            let fewer = name.words.iter().all(|word| {
                let stem = cx.texts.0.tokens[word.token].stem.as_str();
                count(&counts.0, stem) > count(&counts.1, stem)
            });
            missing || fewer
        });
        let added = (0..cx.facts.1.names.len()).filter(|at| {
            let name = &cx.facts.1.names[*at];
            name.sure
                && !reference.has_name(cx.texts.1, name, &cx.known, cx.lexicon)
                && name.words.iter().any(|word| !reference.has_word(&word.key, cx.lexicon))
        });
        let unlinked = |text: &Text<'_>, facts: &crate::extract::Facts, candidate: bool| {
            let links = if candidate { &cx.links.of_candidate } else { &cx.links.of_reference };
            let open =
                |at: &usize| text.tokens[*at].is_content() && links[*at].is_none() && facts.name_at(*at).is_none();
            (0..text.tokens.len()).filter(open).count()
        };
        let content = (0..cx.texts.1.tokens.len()).filter(|at| cx.texts.1.tokens[*at].is_content());
        let (mut all, mut linked) = (0, 0);
        for at in content {
            all += 1;
            linked += usize::from(cx.links.of_candidate[at].is_some());
        }
        Segment {
            cx,
            lost: lost.collect(),
            added: added.collect(),
            unlinked: (unlinked(cx.texts.0, cx.facts.0, false), unlinked(cx.texts.1, cx.facts.1, true)),
            linked: linked as f64 / all.max(1) as f64,
            indexes: (reference, candidate),
        }
    }

    /// The words of a name that the reference lacks, generic ones left out where others are left.
    fn open_words(&self, at: usize) -> Vec<&'a NameWord> {
        let cx = self.cx;
        let name = &cx.facts.1.names[at];
        let open: Vec<&NameWord> =
            name.words.iter().filter(|word| !self.indexes.0.has_word(&word.key, cx.lexicon)).collect();
        let telling: Vec<&NameWord> =
            open.iter().copied().filter(|word| cx.lexicon.titles.head(&word.key).is_none()).collect();
        if telling.is_empty() { open } else { telling }
    }

    /// Gives each added name the lost name in whose place it most likely stands, each lost name once.
    fn assign(&self) -> Vec<(usize, Option<usize>)> {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for &at in &self.added {
            let open = self.open_words(at);
            for &lost in &self.lost {
                pairs.push((self.nearness(lost, at, &open), at, lost));
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut given: HashMap<usize, usize> = HashMap::new();
        let mut taken: Vec<usize> = Vec::new();
        for (nearness, at, lost) in pairs {
            if nearness > LEAST_NEAR && !given.contains_key(&at) && !taken.contains(&lost) {
                given.insert(at, lost);
                taken.push(lost);
            }
        }
        self.added.iter().map(|at| (*at, given.get(at).copied())).collect()
    }

    /// Whether a name is known to denote what the reference names otherwise: in another language, or by the other part
    /// of a person's name.
    fn is_the_same(&self, at: usize, lost: Option<usize>) -> bool {
        let cx = self.cx;
        let name = &cx.facts.1.names[at];
        let translated = lost.is_some_and(|lost| are_exonyms(cx, &cx.facts.0.names[lost], name));
        let built_in = cx.known.built_in;
        let known = |entry: u32| {
            let entry = built_in.entry(entry);
            entry.is_person()
                && entry
                    .words()
                    .iter()
                    .any(|word| !name.words.iter().any(|own| own.key == *word) && self.indexes.0.has_exact(word))
        };
        let alone = name.words.len() == 1;
        translated || alone && built_in.with_part(&name.words[0].key).take(MOST_NAMES).any(known)
    }

    fn judge(&self, at: usize, lost: Option<usize>) -> NameMatch {
        let cx = self.cx;
        let open = self.open_words(at);
        let odds = fault_odds(&self.slot(lost, at, &open));
        let right = lost.map(|lost| without_dateline_capitals(cx, cx.texts.0.at(cx.facts.0.names[lost].span)));
        NameMatch {
            candidate: at,
            target: lost.map_or(Target::Unknown, Target::Reference),
            fault: Fault::Swapped,
            wrong: span_of(cx, &open),
            right: right.unwrap_or_default(),
            strength: probability(odds),
        }
    }

    /// How much speaks for a name of the reference being the one in whose place this one stands.
    fn nearness(&self, lost: usize, at: usize, open: &[&NameWord]) -> f64 {
        let (ours, theirs) = (&self.cx.facts.0.names[lost], &self.cx.facts.1.names[at]);
        let sides = self.sides(ours, theirs);
        let shared = if self.shares(ours, theirs) { 0.6 } else { 0.0 };
        let title = if ours.shares_title(theirs) { 0.4 } else { 0.0 };
        let kinds = if ours.kind == theirs.kind && ours.kind != NameKind::Unknown { 0.2 } else { 0.0 };
        2.0 * (self.likeness(ours, open) - 0.3).max(0.0) + 0.5 * (sides[0] + sides[1]) + 0.3 * (sides[2] + sides[3])
            - 1.2 * self.distance(ours, theirs)
            + shared
            + title
            + kinds
    }

    fn shares(&self, ours: &Name, theirs: &Name) -> bool {
        let same = |word: &NameWord, other: &NameWord| are_one_word(self.cx.lexicon, &word.key, &other.key);
        ours.words.iter().any(|word| theirs.words.iter().any(|other| same(word, other)))
    }

    fn likeness(&self, ours: &Name, open: &[&NameWord]) -> f64 {
        let squeezed = squeeze_words(open);
        let whole = name_likeness(&ours.squeezed(), &squeezed);
        let missing: String = ours
            .words
            .iter()
            .filter(|word| !self.indexes.1.has_word(&word.key, self.cx.lexicon))
            .map(|word| word.key.as_str())
            .collect();
        let rest = name_likeness(&missing, &squeezed);
        let words = ours.words.iter().map(|word| name_likeness(&word.key, &squeezed)).fold(0.0, f64::max);
        whole.max(rest).max(if open.len() == 1 { words } else { 0.0 })
    }

    /// How far apart two names stand, as a share of the segment, 0 to 1.
    fn distance(&self, ours: &Name, theirs: &Name) -> f64 {
        let place = |at: usize, text: &Text<'_>| at as f64 / text.tokens.len().max(1) as f64;
        (place(ours.tokens.start, self.cx.texts.0) - place(theirs.tokens.start, self.cx.texts.1)).abs()
    }

    /// Whether what stands before and behind two names is linked (the nearest content words), and whether it is the
    /// same word.
    fn sides(&self, ours: &Name, theirs: &Name) -> [f64; 4] {
        let cx = self.cx;
        let [before, after] =
            linked_beside(cx, ours, theirs).map(|(linked, all)| if all == 0.0 { 0.5 } else { linked / all });
        let skip = |text: &Text<'_>, at: usize| {
            let the = |at: usize| text.tokens[at].folded == "the" || text.tokens[at].is_mark("\"");
            let mut at = at;
            while at > 0 && the(at - 1) {
                at -= 1;
            }
            at.checked_sub(1).map(|at| text.tokens[at].stem.clone())
        };
        let next = |text: &Text<'_>, at: usize| text.tokens.get(at).map(|token| token.stem.clone());
        [
            before,
            after,
            f64::from(skip(cx.texts.0, ours.tokens.start) == skip(cx.texts.1, theirs.tokens.start)),
            f64::from(next(cx.texts.0, ours.tokens.end) == next(cx.texts.1, theirs.tokens.end)),
        ]
    }

    /// The share of the six words around a name that the other one has around it too.
    fn around(&self, ours: &Name, theirs: &Name) -> f64 {
        let near = |text: &Text<'_>, name: &Name| {
            let before = name.tokens.start.saturating_sub(4)..name.tokens.start;
            let after = name.tokens.end..(name.tokens.end + 4).min(text.tokens.len());
            let words = before.chain(after).filter(|at| text.tokens[*at].kind != TokenKind::Mark);
            words.map(|at| text.tokens[at].stem.clone()).filter(|stem| stem != "the").collect::<Vec<_>>()
        };
        let (mut own, other) = (near(self.cx.texts.0, ours), near(self.cx.texts.1, theirs));
        let all = own.len().max(other.len()).max(1);
        let mut shared = 0.0;
        for word in other {
            if let Some(at) = own.iter().position(|one| *one == word) {
                own.swap_remove(at);
                shared += 1.0;
            }
        }
        shared / all as f64
    }

    fn slot(&self, lost: Option<usize>, at: usize, open: &[&NameWord]) -> Slot {
        let cx = self.cx;
        let theirs = &cx.facts.1.names[at];
        let flag = f64::from;
        let entry = theirs.identity.map(|identity| (identity.status, cx.known.entry(identity)));
        let common = open.iter().all(|word| is_common(cx, word));
        let listed = open.iter().all(|word| is_known_part(cx, word));
        let unknown = open.iter().any(|word| cx.texts.1.tokens[word.token].word.is_none() && !is_known_part(cx, word));
        let digits = open.iter().any(|word| word.key.bytes().any(|byte| byte.is_ascii_digit()));
        // "The Polish association" for "the association": whose it is may be said for clarity.
        let clear = lost.is_none() && entry.is_some_and(|(_, entry)| entry.kind == "country");
        let near = clear || open.iter().all(|word| self.near_unlinked(word));
        let mut slot = Slot {
            partly: flag(open.len() < theirs.words.len()),
            place: flag(entry.is_some_and(|(status, entry)| entry.is_place() && status != FormStatus::Related)),
            common: flag(common),
            listed: flag(listed && !common),
            unknown: flag(unknown),
            digits: flag(digits),
            acronym: flag(theirs.acronym),
            looks_person: flag(theirs.kind == NameKind::Person),
            looks_term: flag(theirs.kind == NameKind::Term),
            words: (theirs.words.len() as f64).ln(),
            first: flag(theirs.tokens.start == 0),
            near_other: flag(near),
            lost: (self.lost.len() as f64 + 0.5).ln(),
            added: (self.added.len() as f64).max(1.0).ln(),
            open_ours: (self.unlinked.0 as f64 + 1.0).ln(),
            open_theirs: (self.unlinked.1 as f64 + 1.0).ln(),
            linked: self.linked,
            ..Slot::default()
        };
        let Some(ours) = lost.map(|lost| &cx.facts.0.names[lost]) else { return slot };
        let missing: Vec<&NameWord> =
            ours.words.iter().filter(|word| !self.indexes.1.has_word(&word.key, cx.lexicon)).collect();
        let sides = self.sides(ours, theirs);
        let likeness = self.likeness(ours, open);
        let known = ours.identity.map(|identity| cx.known.entry(identity));
        let plain = ours.words.iter().all(|word| is_plain(cx, word));
        slot.likeness = likeness;
        slot.like = flag(likeness >= GARBLED);
        slot.initial = flag(
            theirs.words[0].key.chars().next() == ours.words[0].key.chars().next()
                || initials_sound_alike(&theirs.words[0].key, &ours.words[0].key),
        );
        slot.regular = flag(is_regular_variant(&ours.squeezed(), &theirs.squeezed()));
        slot.before = sides[0];
        slot.after = sides[1];
        slot.same_before = sides[2];
        slot.same_after = sides[3];
        slot.shares = flag(self.shares(ours, theirs));
        slot.target_known = flag(known.is_some());
        slot.target_person = flag(ours.kind == NameKind::Person);
        slot.target_place = flag(ours.kind == NameKind::Place);
        slot.target_term = flag(ours.kind == NameKind::Term);
        slot.two_places = slot.place * flag(known.is_some_and(|known| known.is_place()));
        slot.same_kind = flag(ours.kind == theirs.kind && ours.kind != NameKind::Unknown);
        slot.other_kind =
            flag(ours.kind != theirs.kind && ours.kind != NameKind::Unknown && theirs.kind != NameKind::Unknown);
        slot.longer = (theirs.words.len() as f64 / ours.words.len() as f64).ln();
        let all: Vec<&NameWord> = ours.words.iter().collect();
        slot.wording = flag(is_wording(cx, if missing.is_empty() { &all } else { &missing }, open));
        slot.short_for = flag(is_short_for(ours, theirs) || is_short_for(theirs, ours));
        let unlike = likeness < 0.5;
        let proper = !common && !plain && unlike && slot.wording == 0.0;
        let around = self.around(ours, theirs);
        slot.around = around;
        slot.proper = flag(proper);
        slot.both_plain = flag(common && plain);
        slot.only = flag(self.lost.len() == 1 && self.added.len() == 1);
        slot.same_title = flag(ours.shares_title(theirs));
        slot
    }

    /// Whether a word says the same as a word of the reference that has no counterpart.
    fn near_unlinked(&self, word: &NameWord) -> bool {
        let cx = self.cx;
        let own = cx.texts.1.tokens[word.token].lemma();
        (0..cx.texts.0.tokens.len()).any(|at| {
            let token = &cx.texts.0.tokens[at];
            token.is_content()
                && cx.links.of_reference[at].is_none()
                && (token.lemma() == own || cx.lexicon.nearness.of(own, token.lemma()) >= NEAR)
        })
    }
}

/// Whether an acronym may stand for a name of several words: it begins as their first letters do.
fn is_short_for(short: &Name, long: &Name) -> bool {
    // "Rz" for "Rzeczpospolita".
    let cut = |word: &NameWord| {
        short.words.iter().any(|own| own.key.len() < 5 && word.key.len() >= 7 && word.key.starts_with(&own.key))
    };
    if long.words.iter().any(cut) {
        return true;
    }
    if !short.acronym || long.words.len() < 2 {
        return false;
    }
    let letters: String = long.words.iter().filter_map(|word| word.key.chars().next()).collect();
    let key = short.squeezed();
    letters == key
        || letters.starts_with(&key)
        || key.starts_with(&letters)
        || letters.chars().all(|one| key.contains(one))
}
