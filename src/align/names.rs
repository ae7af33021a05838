//! Which names of the candidate the reference has too, and which of the others stand in the place of one.

use std::collections::{BTreeMap, HashMap, HashSet};

use strsim::osa_distance;

use crate::align::likeness::skeleton;
use crate::align::name_index::NameIndex;
use crate::align::name_match::{Fault, LEAST_STRENGTH, NameContext, NameMatch, Target};
use crate::align::name_scores::{Scored, score};
use crate::align::name_slots::match_slots;
use crate::align::sentences::{PairKind, beads_of_candidate};
use crate::align::texts::tokens_of;
use crate::extract::name::{Name, NameKind, NameWord};
use crate::lexicon::fold::squeeze;

/// Compares the names of the two texts; the indexes are of the reference and of the candidate.
#[must_use]
pub fn match_names(cx: &NameContext<'_>, (reference, candidate): (&NameIndex, &NameIndex)) -> Vec<NameMatch> {
    let search = Search::new(cx, reference, candidate);
    let mut found: Vec<NameMatch> = Vec::new();
    for (at, name) in cx.facts.1.names.iter().enumerate() {
        if !name.sure || !repeats_a_word(name) && reference.has_name(cx.texts.1, name, &cx.known, cx.lexicon) {
            continue;
        }
        if let Some(best) = search.best(at) {
            found.push(best);
        }
    }
    if cx.kind == PairKind::Segment {
        let slots = match_slots(cx, (reference, candidate));
        let open: Vec<NameMatch> = slots
            .into_iter()
            .filter(|slot| !found.iter().any(|one| one.candidate == slot.candidate && one.strength >= LEAST_STRENGTH))
            .collect();
        found.retain(|one| !open.iter().any(|slot| slot.candidate == one.candidate));
        found.extend(open);
    }
    drop_explained_swaps(&mut found);
    keep_one_swap_each(&mut found);
    found
}

/// Whether a name holds one word twice, as no name of the reference does.
fn repeats_a_word(name: &Name) -> bool {
    name.identity.is_none()
        && name
            .words
            .iter()
            .enumerate()
            .any(|(at, word)| word.key.len() > 3 && name.words[..at].iter().any(|other| other.key == word.key))
}

/// A name of the reference that a misspelling stands for is not swapped away as well.
fn drop_explained_swaps(found: &mut Vec<NameMatch>) {
    let explained: Vec<Target> = found
        .iter()
        .filter(|one| one.fault == Fault::Misspelled && one.strength >= 0.6)
        .map(|one| one.target)
        .collect();
    found.retain(|one| one.fault != Fault::Swapped || !explained.contains(&one.target));
}

/// A name of the reference is swapped away once; of several candidates for it only the surest stays.
fn keep_one_swap_each(found: &mut Vec<NameMatch>) {
    let mut best: BTreeMap<usize, f64> = BTreeMap::new();
    let swapped = |found: &NameMatch| match (found.fault, found.target) {
        (Fault::Swapped, Target::Reference(at)) => Some(at),
        _ => None,
    };
    for one in found.iter() {
        if let Some(at) = swapped(one) {
            let strength = best.entry(at).or_insert(0.0);
            *strength = strength.max(one.strength);
        }
    }
    found.retain(|one| swapped(one).is_none_or(|at| one.strength >= best[&at]));
}

/// Finds for a name of the candidate the name of the reference in whose place it stands.
struct Search<'a> {
    cx: &'a NameContext<'a>,
    /// Names of the reference that hold a word.
    by_word: HashMap<&'a str, Vec<usize>>,
    /// Names of the reference by the first two and by the last two consonants of their words.
    by_sound: HashMap<String, Vec<usize>>,
    by_title: HashMap<&'a str, Vec<usize>>,
    /// Whether the candidate has a name of the reference.
    present: Vec<bool>,
    /// The beads of a sentence of the candidate.
    bead_of: Vec<Option<usize>>,
    reference: &'a NameIndex,
    candidate: &'a NameIndex,
}

/// No more names than this are compared under one key, and with one name.
const MOST_PER_KEY: usize = 48;
const MOST_COMPARED: usize = 64;

/// A run of more words than this is a list or a heading, no name.
const MOST_WORDS: usize = 10;

impl<'a> Search<'a> {
    fn new(cx: &'a NameContext<'a>, reference: &'a NameIndex, candidate: &'a NameIndex) -> Search<'a> {
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut by_sound: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_title: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut seen: HashSet<String> = HashSet::new();
        let mut present = Vec::new();
        for (at, name) in cx.facts.0.names.iter().enumerate() {
            present.push(is_present(cx, name, candidate));
            if !name.title.is_empty() {
                by_title.entry(&name.title).or_default().push(at);
            }
            if !seen.insert(name.key()) {
                continue;
            }
            for word in &name.words {
                by_word.entry(&word.key).or_default().push(at);
                for sound in sounds(&word.key) {
                    by_sound.entry(sound).or_default().push(at);
                }
            }
        }
        let bead_of = beads_of_candidate(cx.beads, cx.texts.1.sentences.len());
        Search { cx, by_word, by_sound, by_title, present, bead_of, reference, candidate }
    }

    /// A quick look at two names that no sentence brings together: whether they share a word, a title, or letters enough.
    fn may_be_alike(&self, reference: usize, theirs: &Name) -> bool {
        let ours = &self.cx.facts.0.names[reference];
        let same = |word: &NameWord| theirs.words.iter().any(|other| word.key.get(..3) == other.key.get(..3));
        if ours.shares_title(theirs) || ours.words.iter().any(same) {
            return true;
        }
        let squeezed = theirs.squeezed();
        let alike = |one: &str| {
            let longest = one.len().max(squeezed.len());
            let least = one.len().abs_diff(squeezed.len());
            least * 5 <= longest * 3 && osa_distance(one, &squeezed) * 10 <= longest * 7
        };
        alike(&ours.squeezed()) || ours.words.last().is_some_and(|last| alike(&last.key))
    }

    fn best(&self, at: usize) -> Option<NameMatch> {
        let name = &self.cx.facts.1.names[at];
        if name.words.len() > MOST_WORDS {
            return None;
        }
        let sentence = self.cx.texts.1.sentence_of(name.tokens.start);
        let bead = self.bead_of[sentence].map(|bead| &self.cx.beads[bead]);
        let mut candidates: Vec<usize> = Vec::new();
        for word in &name.words {
            candidates.extend(self.by_word.get(word.key.as_str()).into_iter().flatten().take(MOST_PER_KEY));
            for sound in sounds(&word.key) {
                candidates.extend(self.by_sound.get(&sound).into_iter().flatten().take(MOST_PER_KEY));
            }
        }
        candidates.extend(self.by_title.get(name.title.as_str()).into_iter().flatten().take(MOST_PER_KEY));
        if let Some(bead) = bead {
            let names = self.cx.facts.0.names_in(&tokens_of(self.cx.texts.0, &bead.reference));
            candidates.extend(names.take(MOST_PER_KEY));
        }
        let mut seen = HashSet::new();
        candidates
            .retain(|reference| self.cx.facts.0.names[*reference].words.len() <= MOST_WORDS && seen.insert(*reference));
        candidates.truncate(MOST_COMPARED);
        candidates.sort_unstable();
        let mut best: Option<(Scored, usize)> = None;
        for reference in candidates {
            let in_bead = bead.is_some_and(|bead| {
                bead.reference.contains(&self.cx.texts.0.sentence_of(self.cx.facts.0.names[reference].tokens.start))
            });
            if !in_bead && !self.may_be_alike(reference, name) {
                continue;
            }
            let likeness = bead.filter(|_| in_bead).map(|bead| bead.likeness);
            let scored =
                score(self.cx, (reference, at), self.present[reference], likeness, (self.reference, self.candidate));
            if let Some(scored) = scored
                && best.as_ref().is_none_or(|(other, _)| scored.strength > other.strength)
            {
                best = Some((scored, reference));
            }
        }
        let (scored, reference) = best?;
        Some(NameMatch {
            candidate: at,
            target: Target::Reference(reference),
            fault: scored.fault,
            wrong: scored.wrong,
            right: scored.right,
            strength: scored.strength,
        })
    }
}

/// Whether the candidate has a name of the reference: whole, or of a person the surname.
fn is_present(cx: &NameContext<'_>, name: &Name, candidate: &NameIndex) -> bool {
    if candidate.has_name(cx.texts.0, name, &cx.known, cx.lexicon) {
        return true;
    }
    let person = name.kind == NameKind::Person;
    person && name.words.len() > 1 && name.words.last().is_some_and(|word| candidate.has_word(&word.key, cx.lexicon))
}

/// The first sound and the last two consonants of a word: a garble keeps one of them.
fn sounds(word: &str) -> Vec<String> {
    let skeleton: Vec<char> = skeleton(&squeeze(word)).chars().collect();
    let Some(first) = skeleton.first() else { return Vec::new() };
    let mut sounds = vec![first.to_string()];
    if skeleton.len() > 2 {
        sounds.push(skeleton[skeleton.len() - 2..].iter().collect());
    }
    sounds
}
