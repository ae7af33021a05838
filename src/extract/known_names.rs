//! Known names where they stand in a text: the user's glossary first, then the built-in names.

use crate::extract::name::{Identity, Origin};
use crate::lexicon::fold::squeeze;
use crate::lexicon::gazetteer::{Entry, FormStatus, Gazetteer, Known};
use crate::text::Text;
use crate::text::token::{Case, Token, TokenKind};

/// The two sets of known names that hold for one pair.
#[derive(Clone, Copy, Debug)]
pub struct KnownNames<'a> {
    /// Terms of the user and of the pair.
    pub glossary: &'a Gazetteer,
    /// Built-in names.
    pub built_in: &'a Gazetteer,
}

/// A token as gazetteers compare it.
#[must_use]
pub fn token_key(token: &Token) -> String {
    if token.folded.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return token.folded.clone();
    }
    squeeze(&token.folded)
}

impl KnownNames<'_> {
    /// The entry of an identity.
    #[must_use]
    pub fn entry(&self, identity: Identity) -> &Entry {
        match identity.origin {
            Origin::Glossary => self.glossary.entry(identity.entry),
            Origin::BuiltIn => self.built_in.entry(identity.entry),
        }
    }

    /// The longest known name that begins at a token, with the count of its tokens.
    #[must_use]
    pub fn longest(&self, text: &Text<'_>, at: usize) -> Option<(usize, Identity)> {
        let first = &text.tokens[at];
        if !first.is_capitalised() {
            return None;
        }
        let own = longest_in(self.glossary, Origin::Glossary, text, at);
        let built_in = longest_in(self.built_in, Origin::BuiltIn, text, at);
        match (own, built_in) {
            (Some(own), Some(other)) if other.0 > own.0 => Some(other),
            (Some(own), _) => Some(own),
            (None, other) => other,
        }
    }

    /// Whether a folded word is part of a known name.
    #[must_use]
    pub fn has_part(&self, word: &str) -> bool {
        self.glossary.has_part(word) || self.built_in.has_part(word)
    }

    /// The identity of a name given by its words.
    #[must_use]
    pub fn of_words(&self, words: &[String]) -> Option<Identity> {
        best(self.glossary.find(words), Origin::Glossary).or_else(|| best(self.built_in.find(words), Origin::BuiltIn))
    }
}

fn best(known: &[Known], origin: Origin) -> Option<Identity> {
    let first = known.iter().min_by_key(|known| known.status)?;
    Some(Identity { origin, entry: first.entry, status: first.status })
}

fn longest_in(gazetteer: &Gazetteer, origin: Origin, text: &Text<'_>, at: usize) -> Option<(usize, Identity)> {
    let first = &text.tokens[at];
    let key = token_key(first);
    if first.case == Case::Upper {
        if let Some(identity) = best(gazetteer.find_acronym(&key), origin) {
            return Some((1, identity));
        }
    }
    let longest = gazetteer.longest_from(&key);
    let mut words = Vec::with_capacity(longest);
    let mut found = None;
    let mut cursor = at;
    while words.len() < longest && cursor < text.tokens.len() {
        let token = &text.tokens[cursor];
        if token.kind == TokenKind::Mark {
            let inner = !words.is_empty() && !token.spaced && matches!(token.folded.as_str(), "-" | "." | "–");
            if !inner {
                break;
            }
            cursor += 1;
            continue;
        }
        let small = token.case == Case::Lower && token.kind == TokenKind::Word;
        if small && !(token.is_function() || token.folded.len() <= 4) {
            break;
        }
        words.push(token_key(token));
        cursor += 1;
        if let Some(identity) = best(gazetteer.find(&words), origin) {
            let demonym = identity.status == FormStatus::Related && small;
            if !demonym && !small {
                found = Some((cursor - at, identity));
            }
        }
    }
    found
}
