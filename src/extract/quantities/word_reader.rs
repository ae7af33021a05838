//! Adding up number words.

use crate::lexicon::Lexicon;
use crate::lexicon::measures::NumberClass;
use crate::text::token::Token;

/// Adds up number words from left to right.
pub struct WordReader {
    /// What stands before the last scale of thousands or more.
    pub total: i128,
    /// What stands behind it.
    pub group: i128,
    /// Tokens read.
    pub length: usize,
    /// Whether a number word was read.
    pub seen: bool,
    /// The value of the last word.
    pub last: i128,
}

impl Default for WordReader {
    fn default() -> WordReader {
        WordReader { total: 0, group: 0, length: 0, seen: false, last: i128::MAX }
    }
}

impl WordReader {
    /// Whether the number goes on with a token.
    #[must_use]
    pub fn takes(&self, token: Option<&Token>, lexicon: &Lexicon) -> bool {
        token.is_some_and(|token| {
            lexicon.measures.number(&token.folded).iter().any(|word| match word.class {
                NumberClass::Cardinal => self.last >= 20 && word.value > 0,
                NumberClass::Tens => self.last >= 100,
                NumberClass::Scale => self.seen && token.is_word(),
                NumberClass::Ordinal => self.last >= 20 && word.value < 100,
                _ => false,
            })
        })
    }

    /// Takes a token where it belongs to the number.
    pub fn take(&mut self, token: &Token, lexicon: &Lexicon) -> bool {
        if !token.is_word() {
            return false;
        }
        for word in lexicon.measures.number(&token.folded) {
            let fits = match word.class {
                NumberClass::Cardinal => {
                    !self.seen || self.last >= 20 && self.group % 10 == 0 && (word.value < 10 || self.group % 100 == 0)
                }
                NumberClass::Tens => !self.seen || self.last >= 100 && self.group % 100 == 0,
                NumberClass::Scale => {
                    (self.seen || word.value >= 12 && word.value < 10_000_000_000_000) && token.folded != "k"
                }
                _ => false,
            };
            if !fits || word.lower_only && (token.is_capitalised() || !self.seen) {
                continue;
            }
            if word.class == NumberClass::Scale {
                if !self.multiply(word.value) {
                    return false;
                }
            } else {
                self.group += word.value;
            }
            self.last = word.value;
            self.seen = true;
            return true;
        }
        false
    }

    /// Takes a scale word; a smaller scale adds up ("three crore fifty lakh"), a larger one multiplies all before it.
    fn multiply(&mut self, scale: i128) -> bool {
        if scale == 100 || scale == 12 {
            self.group = self.group.max(1) * scale;
            return self.group < 1_000_000_000_000;
        }
        if self.group == 0 && self.total > 0 {
            let Some(product) = self.total.checked_mul(scale).filter(|product| *product < 10_i128.pow(24)) else {
                return false;
            };
            self.total = product;
            return true;
        }
        let Some(product) = self.group.max(1).checked_mul(scale) else { return false };
        self.total += product;
        self.group = 0;
        self.total < 10_i128.pow(24)
    }
}

/// The ordinal that a token makes of the number words before it: "forty-first".
#[must_use]
pub fn ordinal_after(reader: &WordReader, token: &Token, inside: bool, lexicon: &Lexicon) -> Option<i128> {
    let word = lexicon.measures.number_as(&token.folded, NumberClass::Ordinal)?;
    if !inside {
        return Some(word.value);
    }
    if word.value >= 100 {
        return (reader.total + reader.group).max(1).checked_mul(word.value);
    }
    let fits = if word.value < 10 { reader.group % 10 == 0 && reader.last >= 20 } else { reader.last >= 100 };
    fits.then(|| reader.total + reader.group + word.value)
}
