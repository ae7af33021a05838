//! Known names where they stand in a text: the user's glossary first, then the built-in names.

use crate::extract::name::{Identity, Origin};
use crate::lexicon::fold::squeeze;
use crate::lexicon::gazetteer::{Entry, Gazetteer, Known};
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
}

fn identity(known: Known, origin: Origin) -> Identity {
    Identity { origin, entry: known.entry, status: known.status }
}

fn longest_in(gazetteer: &Gazetteer, origin: Origin, text: &Text<'_>, at: usize) -> Option<(usize, Identity)> {
    let first = &text.tokens[at];
    let key = token_key(first);
    if first.case == Case::Upper
        && let Some(known) = gazetteer.find_acronym(&key)
    {
        return Some((1, identity(known, origin)));
    }
    let longest = gazetteer.longest_from(&key);
    let mut words = 0;
    let mut joined = String::new();
    let mut found = None;
    let mut cursor = at;
    while words < longest && cursor < text.tokens.len() {
        let token = &text.tokens[cursor];
        if token.kind == TokenKind::Mark {
            let inner = words > 0 && !token.spaced && matches!(token.folded.as_str(), "-" | "." | "–");
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
        if words > 0 {
            joined.push(' ');
        }
        joined.push_str(&token_key(token));
        words += 1;
        cursor += 1;
        if let Some(known) = gazetteer.find(&joined).filter(|_| !small) {
            found = Some((cursor - at, identity(known, origin)));
        }
    }
    found
}
