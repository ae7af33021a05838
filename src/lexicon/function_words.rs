//! The commonest function words by what is left of them without one letter.

use std::collections::HashMap;

use crate::lexicon::transitions::Transitions;
use crate::lexicon::words::Words;

/// Function words beyond this rarity are not listed.
const COMMON: u8 = 10;

/// Function words by what is left of them without one letter.
#[derive(Debug, Default)]
pub struct FunctionWords {
    longer: HashMap<String, Vec<&'static str>>,
}

impl FunctionWords {
    /// Takes the words that have a class of their own in the transitions.
    #[must_use]
    pub fn new(transitions: &Transitions, words: &Words) -> FunctionWords {
        let mut longer: HashMap<String, Vec<&'static str>> = HashMap::new();
        let common =
            |word: &str| words.find(word).is_some_and(|word| word.tier <= COMMON && word.classes.is_function());
        let mut listed: Vec<&'static str> = transitions.own_classes().filter(|word| common(word)).collect();
        listed.sort_unstable();
        for word in listed {
            for short in without_one(word) {
                longer.entry(short).or_default().push(word);
            }
        }
        FunctionWords { longer }
    }

    /// The function words that have one letter more.
    pub fn longer(&self, written: &str) -> impl Iterator<Item = &'static str> {
        self.longer.get(written).into_iter().flatten().copied()
    }
}

/// What is left of a word of ASCII letters without one of them, each once.
#[must_use]
pub fn without_one(word: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for at in 0..word.len() {
        let (Some(front), Some(back)) = (word.get(..at), word.get(at + 1..)) else { continue };
        let short = format!("{front}{back}");
        if !short.is_empty() && found.last() != Some(&short) {
            found.push(short);
        }
    }
    found
}
