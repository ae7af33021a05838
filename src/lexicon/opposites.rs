//! Which words mean the opposite, which mean the same, which are forms of one idea.

use crate::lexicon::keys::KeyMap;
use crate::lexicon::table::{SortedTable, rows};

/// How surely a word is the opposite of another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Grade {
    /// In the list of opposites proper.
    Plain,
    /// In nearly every context.
    Strong,
    /// In some senses only.
    Loose,
    /// By WordNet's groups of kindred words.
    Kindred,
}

/// The files that [`Opposites`] reads.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    /// Pairs of opposites proper.
    pub opposites: &'static str,
    /// For each word its further opposites.
    pub contraries: &'static str,
    /// Function words whose exchange turns a statement round.
    pub turning: &'static str,
    /// Verbs by what exchanging subject and object does to them.
    pub converses: &'static str,
    /// Pairs that can say the same.
    pub equivalents: &'static str,
    /// Pairs derived from each other.
    pub derivations: &'static str,
}

/// Opposites, equivalents and derivations, looked up in pairs.
#[derive(Debug)]
pub struct Opposites {
    opposites: SortedTable,
    contraries: SortedTable,
    turning: KeyMap<&'static str>,
    converses: KeyMap<&'static str>,
    directed: KeyMap<()>,
    /// The opposites of a word, whichever of the two columns it stands in.
    by_word: KeyMap<&'static str>,
    equivalents: SortedTable,
    derivations: SortedTable,
}

impl Opposites {
    /// Reads the files; in all but the contraries each unordered pair stands once, its lesser word first.
    #[must_use]
    pub fn new(sources: &Sources) -> Opposites {
        let both_ways = |file: &'static str| {
            let mut map = KeyMap::default();
            for row in rows(file) {
                map.add(row.field(0), row.field(1));
                map.add(row.field(1), row.field(0));
            }
            map.seal();
            map
        };
        // "sell to" stands for "sell"; "be owned by" and "have the backing of" tell no verb of their own.
        let verb = |phrase: &'static str| {
            let words: Vec<&str> = phrase.split(' ').collect();
            let light = matches!(words[0], "be" | "have" | "get" | "make" | "come" | "go" | "take" | "give");
            (words.len() <= 2 && !(light && words.len() > 1)).then_some(words[0])
        };
        let (mut converses, mut directed) = (KeyMap::default(), KeyMap::default());
        for row in rows(sources.converses) {
            if row.field(2) == "asym" {
                directed.add(row.field(0), ());
            }
            if row.field(2) == "converse"
                && let (Some(one), Some(other)) = (verb(row.field(0)), verb(row.field(1)))
            {
                converses.add(one, other);
                converses.add(other, one);
            }
        }
        converses.seal();
        directed.seal();
        Opposites {
            converses,
            directed,
            opposites: SortedTable::new(sources.opposites),
            contraries: SortedTable::new(sources.contraries),
            turning: both_ways(sources.turning),
            by_word: both_ways(sources.opposites),
            equivalents: SortedTable::new(sources.equivalents),
            derivations: SortedTable::new(sources.derivations),
        }
    }

    /// All opposites of a lemma or phrase, with how surely they are.
    pub fn contraries(&self, word: &str) -> impl Iterator<Item = (&'static str, Grade)> {
        let plain = self.by_word.get(word).map(|other| (other, Grade::Plain));
        let row = self.contraries.find(word);
        let listed = [(1, Grade::Strong), (2, Grade::Loose), (3, Grade::Kindred)].into_iter();
        let further = listed.flat_map(move |(column, grade)| {
            row.into_iter().flat_map(move |row| row.list(column)).map(move |other| (other, grade))
        });
        plain.chain(further)
    }

    /// The function words whose exchange with this one turns a statement round.
    pub fn turning(&self, word: &str) -> impl Iterator<Item = &'static str> {
        self.turning.get(word)
    }

    /// Whether a lemma is "say" or can say the same.
    #[must_use]
    pub fn says(&self, lemma: &str) -> bool {
        lemma == "say" || self.are_equivalent(lemma, "say")
    }

    /// Whether the one deed, told from the other side, is the other: "sell" and "buy".
    #[must_use]
    pub fn are_converse(&self, a: &str, b: &str) -> bool {
        self.converses.get(a).any(|other| other == b)
    }

    /// Whether exchanging subject and object of a verb reverses what it tells.
    #[must_use]
    pub fn is_directed(&self, lemma: &str) -> bool {
        self.directed.has(lemma)
    }

    /// Whether two lemmas are opposites.
    #[must_use]
    pub fn are_opposite(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.opposites.has_pair(low, high)
    }

    /// Whether the first lemma is the opposite of a word that can say the same as the second: "convicted" and
    /// "cleared" through "acquitted".
    #[must_use]
    pub fn are_remotely_opposite(&self, a: &str, b: &str) -> bool {
        self.by_word.get(a).any(|opposite| self.are_close(opposite, b))
            || self.by_word.get(b).any(|opposite| self.are_close(opposite, a))
    }

    /// Whether two lemmas say the same by our own list: WordNet's rare senses are left out.
    fn are_close(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.equivalents.find_all(low).any(|row| row.field(1) == high && row.field(3) == "wirelint")
    }

    /// Whether two lemmas can say the same.
    #[must_use]
    pub fn are_equivalent(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.equivalents.has_pair(low, high)
    }

    /// Whether two lemmas are derived from one another ("refuse", "refusal").
    #[must_use]
    pub fn are_derived(&self, a: &str, b: &str) -> bool {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        self.derivations.find_all(low).any(|row| row.field(2) == high)
    }
}
