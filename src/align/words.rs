//! Which words of a bead render each other, and by what: form, value, name, meaning.

use std::collections::HashMap;

use crate::align::features::Features;
use crate::lexicon::Lexicon;
use crate::lexicon::words::{Classes, Word};
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// By what two words are linked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum By {
    /// The same folded word.
    Word,
    /// Forms of one word, one value, one name.
    Form,
    /// Words derived from each other, or of the same meaning.
    Meaning,
    /// Words of opposite meaning.
    Opposition,
    /// A word and the opposite of one that can say the same.
    RemoteOpposition,
}

impl By {
    /// Whether they are one word, in any form.
    #[must_use]
    pub fn is_same(self) -> bool {
        matches!(self, By::Word | By::Form)
    }

    /// Whether the words oppose each other, outright or through a third.
    #[must_use]
    pub fn is_opposition(self) -> bool {
        matches!(self, By::Opposition | By::RemoteOpposition)
    }
}

/// A link of a word to one of the other text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// The token of the other text.
    pub other: usize,
    /// By what they are linked.
    pub by: By,
}

/// The links between the words of two texts, one to one.
#[derive(Debug)]
pub struct Links {
    /// For each token of the candidate.
    pub of_candidate: Vec<Option<Link>>,
    /// For each token of the reference.
    pub of_reference: Vec<Option<Link>>,
}

/// Beads with more unlinked words than this are not searched for words of like meaning.
const MOST_UNLINKED: usize = 60;

/// One side of a bead: a text, its features, and the tokens of the bead.
#[derive(Clone, Debug)]
pub struct BeadSide<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// Its features.
    pub features: &'a Features,
    /// The bead's tokens.
    pub tokens: std::ops::Range<usize>,
}

impl Links {
    /// No links yet.
    #[must_use]
    pub fn new(references: usize, candidates: usize) -> Links {
        Links { of_candidate: vec![None; candidates], of_reference: vec![None; references] }
    }

    fn set(&mut self, reference: usize, candidate: usize, by: By) {
        self.of_candidate[candidate] = Some(Link { other: reference, by });
        self.of_reference[reference] = Some(Link { other: candidate, by });
    }

    /// Links the words of one bead.
    pub fn add_bead(&mut self, reference: &BeadSide<'_>, candidate: &BeadSide<'_>, lexicon: &Lexicon) {
        self.link_equal(reference, candidate, By::Word, &|side, at| {
            let token = &side.text.tokens[at];
            (token.kind != TokenKind::Mark && !token.is_function()).then(|| token.folded.clone())
        });
        self.link_equal(reference, candidate, By::Form, &|side, at| {
            side.features.of_token[at].map(|feature| feature.to_string())
        });
        self.link_equal(reference, candidate, By::Word, &|side, at| {
            let token = &side.text.tokens[at];
            token.is_function().then(|| token.folded.clone())
        });
        self.link_by_meaning(reference, candidate, lexicon);
    }

    /// Links the still unlinked tokens with equal keys, those nearest in relative place first.
    fn link_equal(
        &mut self,
        reference: &BeadSide<'_>,
        candidate: &BeadSide<'_>,
        by: By,
        key: &dyn Fn(&BeadSide<'_>, usize) -> Option<String>,
    ) {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for at in reference.tokens.clone().filter(|at| self.of_reference[*at].is_none()) {
            if let Some(key) = key(reference, at) {
                places.entry(key).or_default().push(at);
            }
        }
        for at in candidate.tokens.clone() {
            if self.of_candidate[at].is_some() {
                continue;
            }
            let Some(key) = key(candidate, at) else { continue };
            let Some(found) = places.get_mut(&key) else { continue };
            let wanted = self.expected_place(reference, candidate, at);
            let nearest = (0..found.len()).min_by_key(|position| found[*position].abs_diff(wanted));
            if let Some(nearest) = nearest {
                let other = found.remove(nearest);
                self.set(other, at, by);
            }
        }
    }

    /// Where in the reference a token's counterpart is expected: beside the counterpart of its linked neighbour.
    fn expected_place(&self, reference: &BeadSide<'_>, candidate: &BeadSide<'_>, at: usize) -> usize {
        for distance in 1..=2 {
            let before = at.checked_sub(distance).filter(|near| *near >= candidate.tokens.start);
            if let Some(link) = before.and_then(|near| self.of_candidate[near]) {
                return link.other + distance;
            }
            let after = at + distance;
            if let Some(link) = self.of_candidate.get(after).copied().flatten().filter(|_| after < candidate.tokens.end)
            {
                return link.other.saturating_sub(distance);
            }
        }
        let share = (at - candidate.tokens.start) as f64 / candidate.tokens.len().max(1) as f64;
        reference.tokens.start + (share * reference.tokens.len() as f64) as usize
    }

    fn link_by_meaning(&mut self, reference: &BeadSide<'_>, candidate: &BeadSide<'_>, lexicon: &Lexicon) {
        let open = |side: &BeadSide<'_>, links: &[Option<Link>]| -> Vec<usize> {
            let tokens = &side.text.tokens;
            side.tokens.clone().filter(|at| links[*at].is_none() && has_meaning(&tokens[*at])).collect()
        };
        let ours = open(reference, &self.of_reference);
        let theirs = open(candidate, &self.of_candidate);
        if ours.len() > MOST_UNLINKED || theirs.len() > MOST_UNLINKED {
            return;
        }
        for by in [By::Meaning, By::Opposition, By::RemoteOpposition] {
            for &at in &theirs {
                let mut found: Option<(usize, usize)> = None;
                let wanted = self.expected_place(reference, candidate, at);
                for &other in ours.iter().filter(|other| self.of_reference[**other].is_none()) {
                    let (a, b) = (&reference.text.tokens[other], &candidate.text.tokens[at]);
                    let distance = other.abs_diff(wanted);
                    if found.is_none_or(|(_, least)| distance < least) && are_related(a, b, by, lexicon) {
                        found = Some((other, distance));
                    }
                }
                if let Some((other, _)) = found.filter(|_| self.of_candidate[at].is_none()) {
                    self.set(other, at, by);
                }
            }
        }
    }
}

fn has_meaning(token: &Token) -> bool {
    let small = token.is_word() && token.folded.len() > 1;
    small && token.word.is_some() && (!token.is_function() || token.can_be(Classes::PREPOSITION))
}

/// Function words whose exchange turns a statement round; others (to, from, on, for) are exchanged by style alone.
const TURNING: [&str; 16] = [
    "before", "after", "above", "below", "more", "less", "fewer", "most", "least", "over", "under", "all", "none",
    "inside", "outside", "until",
];

/// Verbs of so many senses that an opposite says nothing: "went" renders "left" as well as "came".
const COMMON_VERBS: [&str; 14] =
    ["go", "come", "get", "take", "give", "put", "let", "keep", "live", "make", "leave", "arrive", "bring", "run"];

/// Opposites stand against each other only as words of one kind, in one form.
fn can_oppose(a: &Token, b: &Token) -> bool {
    if a.is_function() || b.is_function() {
        return TURNING.contains(&a.folded.as_str()) && TURNING.contains(&b.folded.as_str());
    }
    if COMMON_VERBS.contains(&a.lemma()) || COMMON_VERBS.contains(&b.lemma()) {
        return false;
    }
    let (Some(one), Some(other)) = (a.word, b.word) else { return false };
    let verbs = one.classes.any(Classes::VERB) && other.classes.any(Classes::VERB);
    let finite = |word: Word| word.past || word.lemmas.is_empty();
    let forms = one.ing == other.ing || finite(one) && finite(other);
    let verbal = |word: Word| word.past || word.first_class == Classes::VERB;
    (one.first_class == other.first_class || verbs && verbal(one) && verbal(other)) && forms
}

fn are_related(a: &Token, b: &Token, by: By, lexicon: &Lexicon) -> bool {
    let opposites = &lexicon.opposites;
    let related = |one: &str, other: &str| match by {
        By::Opposition => opposites.are_opposite(one, other),
        By::RemoteOpposition => opposites.are_remotely_opposite(one, other),
        _ => opposites.are_equivalent(one, other) || opposites.are_derived(one, other),
    };
    if by.is_opposition() && !can_oppose(a, b) {
        return false;
    }
    a.forms().any(|one| b.forms().any(|other| related(one, other)))
}
