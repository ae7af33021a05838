//! Cutting a text into words, numbers and marks, each with what the dictionary says of it.

use unicode_script::{Script, UnicodeScript};

use crate::lexicon::Lexicon;
use crate::lexicon::fold::{fold, is_apostrophe, is_hyphen, is_invisible, is_latin, without_possessive};
use crate::lexicon::words::{Classes, UNKNOWN_TIER, Word};
use crate::text::span::Span;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters of the Latin script, apostrophes inside; also abbreviations with inner full stops ("U.S.").
    Word,
    /// Letters of another script.
    Foreign,
    /// Digits with separators inside.
    Number,
    /// Anything else that can be seen, one character each.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// All small.
    Lower,
    /// First letter large.
    Capital,
    /// All large, two letters or more.
    Upper,
    /// Large letters after small ones ("McDonald", "itHave", "iPhone").
    Mixed,
}

/// A word, a number or a mark.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Folded, without a possessive ending.
    pub folded: String,
    /// Whether it had a possessive ending.
    pub possessive: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// What the dictionary says; none where it does not know the word.
    pub word: Option<Word>,
    /// The stem that forms of one word share; the folded form for what is no word.
    pub stem: String,
}

impl Token {
    /// Whether it begins with a large letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper | Case::Mixed) && self.kind == TokenKind::Word
    }

    /// Whether it is a word of the Latin script.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == TokenKind::Mark && self.folded == mark
    }

    /// Rarity from 10 (commonest) to `UNKNOWN_TIER`.
    #[must_use]
    pub fn tier(&self) -> u8 {
        self.word.map_or(UNKNOWN_TIER, |word| word.tier)
    }

    /// The base form, or the folded form of an unknown word.
    #[must_use]
    pub fn lemma(&self) -> &str {
        self.word.map_or(self.folded.as_str(), |word| word.lemma)
    }

    /// The folded form and all base forms that it can be a form of.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let lemmas = self.word.map_or("", |word| word.lemmas);
        std::iter::once(self.folded.as_str()).chain(lemmas.split('|').filter(|lemma| !lemma.is_empty()))
    }

    /// Whether it can be of one of these classes; an unknown word can be of none.
    #[must_use]
    pub fn can_be(&self, classes: Classes) -> bool {
        self.word.is_some_and(|word| word.classes.any(classes))
    }

    /// Whether this is the class that the word is most often of.
    #[must_use]
    pub fn first_class_is(&self, class: Classes) -> bool {
        self.word.is_some_and(|word| word.first_class == class)
    }

    /// Whether it is a function word.
    #[must_use]
    pub fn is_function(&self) -> bool {
        self.word.is_some_and(|word| word.classes.is_function())
    }

    /// Whether it carries content: a word that is no function word, a word of another script, or a number.
    #[must_use]
    pub fn is_content(&self) -> bool {
        match self.kind {
            TokenKind::Word => !self.is_function(),
            TokenKind::Foreign | TokenKind::Number => true,
            TokenKind::Mark => false,
        }
    }
}

/// What is read of the longest run of words that something can be read of, with its length; at most `longest` words from
/// the first on.
pub fn longest_run<T>(tokens: &[Token], longest: usize, read: impl Fn(&[Token]) -> Option<T>) -> Option<(T, usize)> {
    (1..=longest.min(tokens.len())).rev().find_map(|length| read(&tokens[..length]).map(|value| (value, length)))
}

/// The folded forms of some words, with a space between two.
#[must_use]
pub fn folded_phrase(words: &[Token]) -> String {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    folded.join(" ")
}

/// Reads the tokens of a text in order.
#[must_use]
pub fn tokenize(raw: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(raw.len() / 5);
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = raw[at..].chars().next() {
        if first.is_whitespace() || is_invisible(first) || first.is_control() {
            spaced |= !is_invisible(first);
            at += first.len_utf8();
            continue;
        }
        let (end, kind) = token_end(raw, at, first);
        tokens.push(make_token(raw, Span::new(at, end), kind, spaced, lexicon));
        spaced = false;
        at = end;
    }
    tokens
}

fn token_end(raw: &str, at: usize, first: char) -> (usize, TokenKind) {
    let rest = &raw[at..];
    if first.is_numeric() && first.script() != Script::Han {
        return (at + number_length(rest), TokenKind::Number);
    }
    if is_latin(first) {
        if let Some(length) = dotted_abbreviation(rest) {
            return (at + length, TokenKind::Word);
        }
        return (at + word_length(rest), TokenKind::Word);
    }
    if first.is_alphabetic() {
        return (at + foreign_length(rest), TokenKind::Foreign);
    }
    (at + first.len_utf8(), TokenKind::Mark)
}

/// "U.S.", "a.m.", "J.K.": single letters, each with its full stop, two at least.
fn dotted_abbreviation(rest: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = 0;
    let mut chars = rest.chars().peekable();
    while let Some(letter) = chars.next() {
        if !is_latin(letter) || chars.peek() != Some(&'.') {
            break;
        }
        chars.next();
        length += letter.len_utf8() + 1;
        letters += 1;
    }
    let glued = rest[length..].chars().next().is_some_and(is_latin) && letters < 3;
    (letters >= 2 && !glued).then_some(length)
}

fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = is_apostrophe(c) && chars.peek().is_some_and(|(_, next)| is_latin(*next));
        let accent = matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c);
        if !is_latin(c) && !inner && !accent {
            return at;
        }
    }
    rest.len()
}

fn foreign_length(rest: &str) -> usize {
    let end = rest.char_indices().find(|(_, c)| {
        let mark = c.script() == Script::Inherited || matches!(c, '\u{900}'..='\u{dff}' | '\u{e00}'..='\u{eff}');
        !(c.is_alphabetic() && !is_latin(*c) || mark)
    });
    end.map_or(rest.len(), |(at, _)| at)
}

/// Digits, and separators that stand between two digits.
fn number_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let separator = matches!(c, '.' | ',' | ':' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '٫' | '٬' | '，' | '．');
        let between = separator && chars.peek().is_some_and(|(_, next)| next.is_numeric());
        if !c.is_numeric() && !between {
            return at;
        }
    }
    rest.len()
}

fn make_token(raw: &str, span: Span, kind: TokenKind, spaced: bool, lexicon: &Lexicon) -> Token {
    let written = &raw[span.range()];
    let full = fold(written);
    let bare = if kind == TokenKind::Word { without_possessive(&full) } else { &full };
    let possessive = bare.len() < full.len();
    let folded = bare.to_owned();
    let word = if kind == TokenKind::Word { lexicon.words.find(&folded) } else { None };
    let stem = match kind {
        TokenKind::Word => lexicon.stem(word.map_or(folded.as_str(), |word| word.lemma)),
        _ => folded.clone(),
    };
    Token { span, kind, case: case_of(written), folded, possessive, spaced, word, stem }
}

fn case_of(written: &str) -> Case {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Lower };
    let rest: Vec<char> = letters.collect();
    let plural_s = written.ends_with("'s") || written.ends_with("’s");
    let body = if plural_s && rest.len() > 1 { &rest[..rest.len() - 1] } else { &rest[..] };
    let upper = body.iter().filter(|c| c.is_uppercase()).count();
    match (first.is_uppercase(), upper) {
        (true, 0) => Case::Capital,
        (true, n) if n == body.len() => Case::Upper,
        (false, 0) => Case::Lower,
        _ => Case::Mixed,
    }
}

/// Whether what follows a word joins it to the next one by a hyphen without spaces.
#[must_use]
pub fn hyphen_joins(tokens: &[Token], at: usize) -> bool {
    let (Some(hyphen), Some(next)) = (tokens.get(at + 1), tokens.get(at + 2)) else { return false };
    hyphen.kind == TokenKind::Mark
        && hyphen.folded.chars().all(is_hyphen)
        && !hyphen.spaced
        && !next.spaced
        && matches!(next.kind, TokenKind::Word | TokenKind::Number)
}
