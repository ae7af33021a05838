//! The dictionary: which words are English, how common they are, what they can be, what they are a form of.

use crate::lexicon::table::SortedTable;

/// What a word can be, as a set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Classes(u16);

impl Classes {
    /// Nouns.
    pub const NOUN: Classes = Classes(1);
    /// Verbs.
    pub const VERB: Classes = Classes(1 << 1);
    /// Adjectives.
    pub const ADJECTIVE: Classes = Classes(1 << 2);
    /// Adverbs.
    pub const ADVERB: Classes = Classes(1 << 3);
    /// Determiners.
    pub const DETERMINER: Classes = Classes(1 << 4);
    /// Prepositions.
    pub const PREPOSITION: Classes = Classes(1 << 5);
    /// Pronouns.
    pub const PRONOUN: Classes = Classes(1 << 6);
    /// Conjunctions.
    pub const CONJUNCTION: Classes = Classes(1 << 7);
    /// Auxiliaries and modal verbs.
    pub const AUXILIARY: Classes = Classes(1 << 8);
    const CLOSED: u16 = 0b1_1111_0000;

    /// Whether the two sets share a class.
    #[must_use]
    pub fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is a function word: determiner, preposition, pronoun, conjunction or auxiliary.
    #[must_use]
    pub fn is_function(self) -> bool {
        self.0 & Classes::CLOSED != 0
    }

    fn read(letters: &str) -> Classes {
        let bits = letters.chars().map(|letter| match letter {
            'n' => Classes::NOUN.0,
            'v' => Classes::VERB.0,
            'a' => Classes::ADJECTIVE.0,
            'r' => Classes::ADVERB.0,
            'd' => Classes::DETERMINER.0,
            'p' => Classes::PREPOSITION.0,
            'o' => Classes::PRONOUN.0,
            'c' => Classes::CONJUNCTION.0,
            'x' => Classes::AUXILIARY.0,
            _ => 0,
        });
        Classes(bits.fold(0, |all, bit| all | bit))
    }
}

/// What the dictionary says of one word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// How rare it is: the size of the smallest SCOWL list that has it, 10 (commonest) to 70.
    pub tier: u8,
    /// What it can be.
    pub classes: Classes,
    /// The class it is most often.
    pub first_class: Classes,
    /// Parts of speech, `/`, forms, in the letters of the file.
    pub tag: &'static str,
    /// The word it is a form of, itself where it is a base form.
    pub lemma: &'static str,
    /// All words it can be a form of, divided by `|`; empty where it is a base form only.
    pub lemmas: &'static str,
    /// Whether it is a past form or past participle.
    pub past: bool,
    /// Whether it is an -ing form.
    pub ing: bool,
}

/// Rarity of a word that is in no list.
pub const UNKNOWN_TIER: u8 = 95;

/// The built-in word list.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    words: SortedTable,
    proper: SortedTable,
}

impl Words {
    /// The list of one language from its files.
    #[must_use]
    pub fn new(words: &'static str, proper: &'static str) -> Words {
        Words { words: SortedTable::new(words), proper: SortedTable::new(proper) }
    }

    /// Looks up a folded word.
    #[must_use]
    pub fn find(&self, folded: &str) -> Option<Word> {
        let row = self.words.find(folded)?;
        let (letters, forms) = row.field(2).split_once('/').unwrap_or((row.field(2), ""));
        let first = letters.get(..1).unwrap_or("");
        Some(Word {
            tier: row.field(1).parse().unwrap_or(70),
            classes: Classes::read(letters),
            first_class: Classes::read(first),
            tag: row.field(2),
            lemma: row.list(3).next().unwrap_or_else(|| row.field(0)),
            lemmas: row.field(3),
            past: forms.contains('d'),
            ing: forms.contains('g'),
        })
    }

    /// Words of the dictionary one slip away (a letter lost, added, changed, or two exchanged), the commonest first.
    #[must_use]
    pub fn near(&self, folded: &str) -> Vec<String> {
        if !folded.is_ascii() || folded.len() > 24 {
            return Vec::new();
        }
        let mut found: Vec<(u8, String)> = Vec::new();
        let mut offer = |word: String| {
            if let Some(known) = self.find(&word)
                && known.tier <= 60
                && !found.iter().any(|(_, other)| *other == word)
            {
                found.push((known.tier, word));
            }
        };
        for at in 0..=folded.len() {
            let (front, back) = folded.split_at(at);
            if let Some(rest) = back.get(1..) {
                offer(format!("{front}{rest}"));
                if let Some(after) = back.get(2..) {
                    offer(format!("{front}{}{}{after}", &back[1..2], &back[..1]));
                }
            }
            for letter in 'a'..='z' {
                offer(format!("{front}{letter}{back}"));
                if let Some(rest) = back.get(1..) {
                    offer(format!("{front}{letter}{rest}"));
                }
            }
        }
        found.sort();
        found.into_iter().map(|(_, word)| word).collect()
    }

    /// Whether a word, with its capital, is in the list of proper nouns (accents folded).
    #[must_use]
    pub fn is_proper(&self, capitalised: &str) -> bool {
        self.proper.find(capitalised).is_some()
    }
}
