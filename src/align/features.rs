//! What two sentences can share: stems, values, names, each weighted by how much it tells.

use std::collections::{BTreeMap, HashMap};

use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::lexicon::gazetteer::FormStatus;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// The features of one text's sentences.
#[derive(Debug)]
pub struct Features {
    /// For each token the number of its feature; none for marks and function words.
    pub of_token: Vec<Option<u32>>,
    /// For each sentence its features with their counts, sorted by feature.
    pub of_sentence: Vec<Vec<u32>>,
}

/// Gives the features of both texts one numbering, and counts in how many sentences each stands.
#[derive(Debug, Default)]
pub struct Vocabulary {
    numbers: HashMap<String, u32>,
    /// Weight from rarity in English.
    rarity: Vec<f64>,
    /// Sentences, of both texts, that have the feature.
    sentences: Vec<u32>,
    total: u32,
}

impl Vocabulary {
    /// Reads the features of a text; `given` are features of tokens that are known to stand for others.
    #[must_use]
    pub fn read(
        &mut self,
        text: &Text<'_>,
        facts: &Facts,
        known: &KnownNames<'_>,
        given: &BTreeMap<usize, u32>,
    ) -> Features {
        let mut of_token: Vec<Option<u32>> = text.tokens.iter().map(|token| self.token_feature(token)).collect();
        for quantity in &facts.quantities {
            let key = format!("#{}", quantity.base_value());
            let number = self.number(key, 2.2);
            for at in quantity.tokens.clone() {
                of_token[at] = None;
            }
            of_token[quantity.tokens.start] = Some(number);
        }
        for name in &facts.names {
            let Some(identity) = name.identity else { continue };
            let entry = known.entry(identity);
            let adjective = identity.status == FormStatus::Related;
            let key = format!("@{}", entry.term);
            let number = self.number(key, if adjective { 1.0 } else { 1.6 });
            let surname = entry.is_person();
            for at in name.tokens.clone() {
                // A person keeps his words: the surname alone must still be found.
                if !surname {
                    of_token[at] = None;
                }
            }
            if !surname {
                of_token[name.tokens.start] = Some(number);
            }
        }
        for (token, feature) in given {
            of_token[*token] = Some(*feature);
        }
        let mut of_sentence = Vec::with_capacity(text.sentences.len());
        for sentence in &text.sentences {
            let telling = of_token[sentence.tokens.clone()].iter().any(Option::is_some);
            let small: Vec<Option<u32>>;
            let features = if telling {
                &of_token[sentence.tokens.clone()]
            } else {
                // "But who did it?" has nothing but small words: then they have to tell.
                let words = text.tokens_of(sentence).iter().filter(|token| token.is_word());
                small = words.map(|token| Some(self.number(format!("'{}", token.folded), 0.3))).collect();
                &small
            };
            of_sentence.push(self.sentence(features));
        }
        Features { of_token, of_sentence }
    }

    fn sentence(&mut self, tokens: &[Option<u32>]) -> Vec<u32> {
        let mut features: Vec<u32> = tokens.iter().flatten().copied().collect();
        features.sort_unstable();
        self.total += 1;
        let mut last = None;
        for feature in &features {
            if last != Some(*feature) {
                self.sentences[*feature as usize] += 1;
            }
            last = Some(*feature);
        }
        features
    }

    fn token_feature(&mut self, token: &Token) -> Option<u32> {
        match token.kind {
            TokenKind::Mark => None,
            TokenKind::Word if token.is_function() => None,
            TokenKind::Word => {
                let rarity = rarity(token.tier());
                Some(self.number(token.stem.clone(), rarity))
            }
            TokenKind::Foreign | TokenKind::Number => Some(self.number(token.folded.clone(), 2.0)),
        }
    }

    fn number(&mut self, key: String, rarity: f64) -> u32 {
        let next = self.rarity.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.rarity.push(rarity);
            self.sentences.push(0);
        }
        number
    }

    /// How much sharing a feature tells: its rarity in English times its rarity among the sentences of the two texts.
    #[must_use]
    pub fn weight(&self, feature: u32) -> f64 {
        let count = f64::from(self.sentences[feature as usize].max(1));
        let among = (1.0 + f64::from(self.total.max(2)) / count).ln() / (1.0 + f64::from(self.total.max(2)) / 2.0).ln();
        self.rarity[feature as usize] * among
    }

    /// In how many sentences a feature stands.
    #[must_use]
    pub fn frequency(&self, feature: u32) -> u32 {
        self.sentences[feature as usize]
    }

    /// How many features there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rarity.len()
    }

    /// Whether no text was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rarity.is_empty()
    }
}

/// Weight of a word by the size of the smallest SCOWL list that has it.
#[must_use]
pub fn rarity(tier: u8) -> f64 {
    match tier {
        0..=10 => 0.5,
        11..=20 => 0.9,
        21..=35 => 1.2,
        36..=40 => 1.4,
        41..=50 => 1.6,
        51..=70 => 1.9,
        _ => 2.2,
    }
}
