//! Aligning two texts: features, sentences, words; once more where garbled names were found, which then count as the
//! names they stand for.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::features::{Features, Vocabulary};
use crate::align::name_match::{Fault, NameMatch, Target};
use crate::align::sentences::{Bead, Likeness, PairKind, Sentences, align, identical};
use crate::align::words::{BeadSide, Links};
use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::text::sentence::Role;

/// Two texts aligned.
pub struct Aligned {
    /// What the reference is.
    pub kind: PairKind,
    /// Which sentences render each other.
    pub beads: Vec<Bead>,
    /// Further pairs of sentences that do.
    pub echoes: Vec<(usize, usize)>,
    /// Which words render each other.
    pub links: Links,
}

/// What two texts are aligned by.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// Reference and candidate.
    pub texts: (&'a Text<'a>, &'a Text<'a>),
    /// Their facts.
    pub facts: (&'a Facts, &'a Facts),
    /// Whether they are one segment and its one-to-one reference.
    pub segment: bool,
    /// Known names.
    pub known: KnownNames<'a>,
    /// The language.
    pub lexicon: &'a Lexicon,
}

/// Tokens of the candidate that stand for tokens of the reference.
pub type StandIns = BTreeMap<usize, usize>;

/// A bead with more tokens on one side is no sentence, and its words are not linked: the work stays bounded.
pub const MOST_TOKENS: usize = 2_000;

/// Least strength of a name match that the alignment relies on.
const SURE: f64 = 0.65;

/// The words of garbled names with the words that they stand for, the last words first.
#[must_use]
pub fn stand_ins(facts: (&Facts, &Facts), matches: &[NameMatch]) -> StandIns {
    let mut found = StandIns::new();
    for one in matches.iter().filter(|one| one.strength >= SURE && one.fault != Fault::Swapped) {
        let Target::Reference(reference) = one.target else { continue };
        let (ours, theirs) = (&facts.0.names[reference].words, &facts.1.names[one.candidate].words);
        found.extend(theirs.iter().rev().zip(ours.iter().rev()).map(|(theirs, ours)| (theirs.token, ours.token)));
    }
    found
}

/// Aligns two texts.
#[must_use]
pub fn align_texts(pair: &Texts<'_>, stand_ins: &StandIns) -> Aligned {
    let (reference, candidate) = pair.texts;
    let mut vocabulary = Vocabulary::default();
    let ours = vocabulary.read(reference, pair.facts.0, &pair.known, &BTreeMap::new());
    let given = stand_ins.iter().filter_map(|(theirs, other)| ours.of_token[*other].map(|feature| (*theirs, feature)));
    let given: BTreeMap<usize, u32> = given.collect();
    let theirs = vocabulary.read(candidate, pair.facts.1, &pair.known, &given);
    if !pair.segment && !reference.tokens.is_empty() && reference.raw != candidate.raw {
        vocabulary.relate(pair.lexicon);
    }
    let is_heading = |at: &usize| reference.sentences[*at].role == Role::Heading;
    let headings = (0..reference.sentences.len()).filter(is_heading).collect();
    let likeness = Likeness::new(&vocabulary, &ours, &theirs, headings);
    let plain = |kind: PairKind, beads: Vec<Bead>| Sentences { kind, beads, echoes: Vec::new() };
    let Sentences { kind, beads, echoes } = if reference.tokens.is_empty() {
        plain(PairKind::Alone, Vec::new())
    } else if pair.segment && reference.tokens.len().max(candidate.tokens.len()) <= MOST_TOKENS {
        let all = (0..reference.sentences.len(), 0..candidate.sentences.len());
        let like = likeness.of(all.0.clone(), all.1.clone());
        plain(PairKind::Segment, vec![Bead { reference: all.0, candidate: all.1, likeness: like }])
    } else if reference.raw == candidate.raw {
        plain(PairKind::Parallel, identical(reference.sentences.len()))
    } else {
        align(&likeness, (reference.word_count(), candidate.word_count()))
    };
    let links = link_words(pair, &beads, (&ours, &theirs));
    Aligned { kind, beads, echoes, links }
}

fn link_words(pair: &Texts<'_>, beads: &[Bead], features: (&Features, &Features)) -> Links {
    let (reference, candidate) = pair.texts;
    let mut links = Links::new(reference.tokens.len(), candidate.tokens.len());
    for bead in beads.iter().filter(|bead| bead.is_full()) {
        let tokens = (tokens_of(reference, &bead.reference), tokens_of(candidate, &bead.candidate));
        if tokens.0.len().max(tokens.1.len()) > MOST_TOKENS {
            continue;
        }
        let ours = BeadSide { text: reference, features: features.0, tokens: tokens.0 };
        let theirs = BeadSide { text: candidate, features: features.1, tokens: tokens.1 };
        links.add_bead(&ours, &theirs, pair.lexicon);
    }
    links
}

/// The tokens of some sentences that follow each other; empty where there are none.
#[must_use]
pub fn tokens_of(text: &Text<'_>, sentences: &Range<usize>) -> Range<usize> {
    if sentences.is_empty() {
        return 0..0;
    }
    text.sentences[sentences.start].tokens.start..text.sentences[sentences.end - 1].tokens.end
}
