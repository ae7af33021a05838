//! The names of one text under every key by which they may be found again.

use std::collections::HashSet;

use crate::align::likeness::romanisation_key;
use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::extract::name::Name;
use crate::lexicon::Lexicon;
use crate::lexicon::gazetteer::FormStatus;
use crate::text::Text;

/// The words of a text under every key by which a name may be found again.
#[derive(Debug, Default)]
pub struct NameIndex {
    words: HashSet<String>,
    squeezed: HashSet<String>,
    romanised: HashSet<String>,
    groups: HashSet<u32>,
    entries: HashSet<String>,
    initials: HashSet<String>,
    acronyms: HashSet<String>,
}

impl NameIndex {
    /// Reads the words and names of a text.
    #[must_use]
    pub fn new(text: &Text<'_>, facts: &Facts, known: &KnownNames<'_>, lexicon: &Lexicon) -> NameIndex {
        let mut index = NameIndex::default();
        for (at, token) in text.tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
            index.words.insert(token.folded.clone());
            index.words.insert(token.stem.clone());
            if token.is_capitalised() {
                index.romanised.insert(romanisation_key(&token.folded));
                index.groups.extend(lexicon.name_parts.groups(&token.folded));
                if let Some((_, identity)) = known.longest(text, at) {
                    index.entries.insert(known.entry(identity).term.to_string());
                }
                // "Al-Abed" and "Alabed", "Min-jun" and "Minjun" meet run together.
                let next = text.tokens.get(at + 2).filter(|next| next.is_word() && text.tokens[at + 1].is_mark("-"));
                if let Some(next) = next {
                    index.squeezed.insert(format!("{}{}", token.folded, next.folded));
                }
            }
        }
        for name in &facts.names {
            if is_hyphenated(text, name) || name.words.len() == 1 {
                index.squeezed.insert(name.squeezed());
            }
            if name.acronym {
                index.acronyms.insert(name.squeezed());
            }
            let letters = initials(text, name);
            if letters.len() > 1 {
                index.initials.insert(letters);
            }
            if let Some(identity) = name.identity {
                index.entries.insert(known.entry(identity).term.to_string());
            }
        }
        index
    }

    /// Whether a folded word stands in the text, in this or an equal spelling.
    #[must_use]
    pub fn has_word(&self, word: &str, lexicon: &Lexicon) -> bool {
        self.words.contains(word)
            || self.words.contains(&lexicon.stem(word))
            || self.romanised.contains(&romanisation_key(word))
            || self.squeezed.contains(word)
            || lexicon.name_parts.groups(word).any(|group| self.groups.contains(&group))
    }

    /// Whether a word stands in the text exactly as folded.
    #[must_use]
    pub fn has_exact(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether a name stands in the text, whole, under any of its forms, as an acronym or spelled out.
    #[must_use]
    pub fn has_name(&self, text: &Text<'_>, name: &Name, known: &KnownNames<'_>, lexicon: &Lexicon) -> bool {
        if name.identity.is_some_and(|identity| {
            identity.status != FormStatus::Forbidden && self.entries.contains(known.entry(identity).term.as_ref())
        }) {
            return true;
        }
        let squeezed = name.squeezed();
        let joined = name.words.len() == 1 || is_hyphenated(text, name);
        if joined && (self.squeezed.contains(&squeezed) || self.words.contains(&squeezed)) {
            return true;
        }
        if name.acronym && self.initials.contains(&squeezed) || self.acronyms.contains(&initials(text, name)) {
            return true;
        }
        name.words.iter().all(|word| self.has_word(&word.key, lexicon))
    }
}

/// Whether the words of a name are joined by hyphens alone: hyphen and no hyphen are one spelling, a space is not.
fn is_hyphenated(text: &Text<'_>, name: &Name) -> bool {
    name.words.len() > 1 && text.tokens[name.tokens.start + 1..name.tokens.end].iter().all(|token| !token.spaced)
}

/// The first letters of a name's words, small words left out: "international criminal court" gives "icc".
fn initials(text: &Text<'_>, name: &Name) -> String {
    let words = name.words.iter().filter(|word| text.tokens[word.token].is_word());
    words.filter_map(|word| word.key.chars().next()).collect()
}
