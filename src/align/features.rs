//! What two sentences can share: stems, values, names, each weighted by how much it tells.

use std::collections::{BTreeMap, HashMap};

use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::lexicon::Lexicon;
use crate::lexicon::gazetteer::FormStatus;
use crate::text::Text;
use crate::text::token::{Token, TokenKind};

/// How far from a name its office is looked for, in tokens.
const OFFICE: usize = 6;

/// The features of one text's sentences.
#[derive(Debug)]
pub struct Features {
    /// For each token the number of its feature; none for marks and function words.
    pub of_token: Vec<Option<u32>>,
    /// For each sentence its features with their counts, sorted by feature.
    pub of_sentence: Vec<Vec<u32>>,
}

/// What a feature is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeatureKind {
    /// The stem of a word.
    Word,
    /// A name, or the office of a person.
    Name,
    /// The value of a quantity.
    Value,
}

/// Gives the features of both texts one numbering, and counts in how many sentences each stands.
#[derive(Debug, Default)]
pub struct Vocabulary {
    numbers: HashMap<String, u32>,
    /// Weight from rarity in English.
    rarity: Vec<f64>,
    /// What each feature is.
    kinds: Vec<FeatureKind>,
    /// The features of base forms.
    lemmas: BTreeMap<String, u32>,
    /// For each feature those that can say the same.
    related: Vec<Vec<(u32, f64)>>,
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
            let number = self.number(key, 2.2, FeatureKind::Value);
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
            let number = self.number(key, if adjective { 1.0 } else { 1.6 }, FeatureKind::Name);
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
        for name in &facts.names {
            // The office of a person goes wherever the name goes: it tells no more than the name does.
            let beside = name.tokens.start.saturating_sub(OFFICE)..(name.tokens.end + OFFICE).min(text.tokens.len());
            for at in beside {
                let office = name.title.split(' ').any(|word| word == text.tokens[at].folded);
                if let Some(feature) = of_token[at].filter(|_| office || name.tokens.contains(&at)) {
                    self.kinds[feature as usize] = FeatureKind::Name;
                }
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
                small = words
                    .map(|token| Some(self.number(format!("'{}", token.folded), 0.3, FeatureKind::Word)))
                    .collect();
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
                let number = self.number(token.stem.clone(), rarity(token.tier()), FeatureKind::Word);
                if token.word.is_some() {
                    self.lemmas.entry(token.lemma().to_owned()).or_insert(number);
                }
                Some(number)
            }
            TokenKind::Foreign | TokenKind::Number => Some(self.number(token.folded.clone(), 2.0, FeatureKind::Value)),
        }
    }

    fn number(&mut self, key: String, rarity: f64, kind: FeatureKind) -> u32 {
        let next = self.rarity.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.rarity.push(rarity);
            self.kinds.push(kind);
            self.related.push(Vec::new());
            self.sentences.push(0);
        }
        number
    }

    /// Notes which features are near in meaning.
    pub fn relate(&mut self, lexicon: &Lexicon) {
        for (lemma, feature) in &self.lemmas {
            for (other, nearness) in lexicon.nearness.near_from(lemma) {
                if let Some(other) = self.lemmas.get(other).filter(|other| *other != feature) {
                    self.related[*feature as usize].push((*other, nearness));
                    self.related[*other as usize].push((*feature, nearness));
                }
            }
        }
        for related in &mut self.related {
            related.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            related.dedup_by_key(|one| one.0);
        }
    }

    /// The features near in meaning to one, itself left out, each with its nearness, 0 to 1.
    #[must_use]
    pub fn related(&self, feature: u32) -> &[(u32, f64)] {
        &self.related[feature as usize]
    }

    /// What a feature is made of.
    #[must_use]
    pub fn kind(&self, feature: u32) -> FeatureKind {
        self.kinds[feature as usize]
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
