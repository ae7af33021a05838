//! The roles that a text gives to the people it names: "transport minister Anahit Petrosyan", "Jon Ruiz, a lawyer".

use std::collections::BTreeSet;
use std::ops::Range;

use crate::extract::name::{Name, NameKind};
use crate::lexicon::Lexicon;
use crate::lexicon::roles::Role;
use crate::lexicon::words::Classes;
use crate::text::Text;
use crate::text::token::TokenKind;

/// A role given to a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The person, by position among the names of the text.
    pub name: usize,
    /// The words of the role.
    pub tokens: Range<usize>,
    /// The role.
    pub role: Role,
    /// What it is for, in the senses of the lexicon.
    pub portfolio: BTreeSet<&'static str>,
    /// Whether it is said to be held no longer or not yet, or to be a deputy's.
    pub qualified: bool,
}

/// How far from a name its role is looked for.
const NEAR: usize = 9;

/// Words that say that somebody held a role, will hold it, or stands in for its holder.
const QUALIFIERS: [&str; 14] = [
    "former",
    "ex",
    "late",
    "then",
    "acting",
    "outgoing",
    "incoming",
    "deputy",
    "vice",
    "designate",
    "elect",
    "retired",
    "interim",
    "previous",
];

/// All roles of the people of a text.
#[must_use]
pub fn roles(text: &Text<'_>, names: &[Name], lexicon: &Lexicon) -> Vec<Held> {
    let reader = Reader { text, lexicon };
    let mut found = Vec::new();
    for (at, name) in names.iter().enumerate() {
        if matches!(name.kind, NameKind::Place | NameKind::Term) || name.acronym {
            continue;
        }
        found.extend(reader.before(at, name));
        found.extend(reader.behind(at, name));
    }
    found
}

struct Reader<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// The role whose last word is a token, with its first token: "minister", "prime minister".
    fn ending_at(&self, at: usize) -> Option<(Role, usize)> {
        let token = &self.text.tokens[at];
        if !token.is_word() {
            return None;
        }
        let last = token.lemma();
        for length in [2, 1, 0] {
            let Some(start) = at.checked_sub(length) else { continue };
            let mut words: Vec<&str> = self.text.tokens[start..at].iter().map(|token| token.folded.as_str()).collect();
            words.retain(|word| *word != "-");
            words.push(last);
            if let Some(role) = self.lexicon.roles.find(&words.join(" ")) {
                return Some((role, start));
            }
        }
        None
    }

    /// "transport minister NAME", "the minister of transport, NAME".
    fn before(&self, at: usize, name: &Name) -> Option<Held> {
        let sentence = &self.text.sentences[self.text.sentence_of(name.tokens.start)];
        let first = name.tokens.start.saturating_sub(NEAR).max(sentence.tokens.start);
        let mut end = name.tokens.start;
        let comma = end > first && self.text.tokens[end - 1].is_mark(",");
        end -= usize::from(comma);
        // "Turkey's transport minister, Orhan Karabulut, signed": the name stands between commas.
        let behind = self.text.tokens.get(name.tokens.end);
        let between = comma && behind.is_none_or(|next| next.kind == TokenKind::Mark);
        if comma && !between {
            return None;
        }
        let (role, start, last) = self.read_back(first, end)?;
        self.held(at, role, (first, start, last, end))
    }

    /// The role that ends right before `end`, or before an "of" phrase that ends there.
    fn read_back(&self, first: usize, end: usize) -> Option<(Role, usize, usize)> {
        let near = end.checked_sub(1).filter(|near| *near >= first)?;
        if let Some((role, start)) = self.ending_at(near) {
            return Some((role, start, near));
        }
        // "minister of agriculture NAME", "the minister for roads and railways, NAME".
        for at in (first..near).rev() {
            let token = &self.text.tokens[at];
            if token.kind == TokenKind::Mark && !token.is_mark("-") {
                return None;
            }
            let of = matches!(self.text.tokens[at + 1].folded.as_str(), "of" | "for");
            if let Some((role, start)) = self.ending_at(at).filter(|_| of) {
                let verb = self.text.tokens[at + 1..end].iter().any(|token| token.word.is_some_and(|word| word.past));
                return (!verb).then_some((role, start, at));
            }
        }
        None
    }

    /// "NAME, the transport minister,", "NAME, a lawyer from Gyumri".
    fn behind(&self, at: usize, name: &Name) -> Option<Held> {
        let tokens = &self.text.tokens;
        let sentence = &self.text.sentences[self.text.sentence_of(name.tokens.start)];
        let comma = name.tokens.end;
        if !tokens.get(comma).is_some_and(|token| token.is_mark(",")) {
            return None;
        }
        let limit = (comma + NEAR).min(sentence.tokens.end);
        for last in comma + 1..limit {
            let token = &tokens[last];
            // Only articles and owners stand before the role: "the", "his", "Armenia's".
            let owner =
                token.can_be(Classes::DETERMINER) || matches!(token.folded.as_str(), "his" | "her" | "its" | "their");
            let relative = token.is_function() && !owner
                || token.word.is_some_and(|word| word.past && word.first_class == Classes::VERB);
            if token.kind == TokenKind::Mark && !token.is_mark("-") || relative {
                return None;
            }
            let next = tokens.get(last + 1).map_or("", |next| next.folded.as_str());
            let goes_on =
                tokens.get(last + 1).is_some_and(|next| self.ending_at(last + 1).is_some() || next.is_mark("-"))
                    && next != "of";
            if let Some((role, start)) = self.ending_at(last).filter(|_| !goes_on) {
                let end = (last + 1..(last + 8).min(sentence.tokens.end))
                    .find(|end| tokens[*end].kind == TokenKind::Mark)
                    .unwrap_or((last + 8).min(sentence.tokens.end));
                return self.held(at, role, (comma + 1, start, last, end));
            }
        }
        None
    }

    /// Reads what a role is for from the words before it (from `first`) and from an "of" phrase up to `end`.
    fn held(&self, name: usize, role: Role, (first, start, last, end): (usize, usize, usize, usize)) -> Option<Held> {
        let tokens = &self.text.tokens;
        let mut portfolio = BTreeSet::new();
        let mut begin = start;
        let mut qualified = false;
        for at in (first..start).rev() {
            let word = tokens[at].folded.as_str();
            qualified |= QUALIFIERS.contains(&word);
            let ends = tokens[at].kind == TokenKind::Mark && word != "-" || tokens[at].is_function() && word != "and";
            if ends || start - at > 5 {
                break;
            }
            if let Some(sense) = self.lexicon.roles.portfolio(word).filter(|_| role.portfolio) {
                portfolio.insert(sense);
                begin = at;
            }
        }
        let mut close = last + 1;
        let of = tokens.get(last + 1).is_some_and(|next| matches!(next.folded.as_str(), "of" | "for"));
        if of && role.portfolio {
            let rest = last + 2..end.min(last + 8);
            for (at, token) in tokens.iter().enumerate().take(rest.end).skip(rest.start) {
                if let Some(sense) = self.lexicon.roles.portfolio(&token.folded) {
                    portfolio.insert(sense);
                    close = at + 1;
                }
            }
        }
        // A minister of nothing that is told may be any.
        if role.portfolio && portfolio.is_empty() {
            return None;
        }
        Some(Held { name, tokens: begin..close, role, portfolio, qualified })
    }
}
