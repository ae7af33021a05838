//! One text, read and cut up: spans, tokens, sentences, paragraphs. Nothing here compares two texts.

pub mod classes;
pub mod comments;
pub mod line_index;
pub mod sentence;
pub mod span;
pub mod token;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::fold::{is_apostrophe, is_double_quote};
use crate::text::sentence::Sentence;
use crate::text::span::Span;
use crate::text::token::Token;

/// A text with its tokens, sentences and paragraphs.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text as it was given; every span counts its bytes.
    pub raw: &'a str,
    /// Words, numbers and marks in order.
    pub tokens: Vec<Token>,
    /// Sentences in order; each token is in exactly one.
    pub sentences: Vec<Sentence>,
    /// Paragraphs as ranges of tokens.
    pub paragraphs: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    /// Reads a text. Never fails; an empty text has no tokens.
    #[must_use]
    pub fn read(raw: &'a str, lexicon: &Lexicon) -> Text<'a> {
        let tokens = token::tokenize(raw, lexicon);
        let paragraphs = sentence::paragraphs(raw, &tokens);
        let sentences = sentence::sentences(&tokens, &paragraphs, lexicon);
        Text { raw, tokens, sentences, paragraphs }
    }

    /// The characters of a span.
    #[must_use]
    pub fn at(&self, span: Span) -> &'a str {
        &self.raw[span.range()]
    }

    /// The span from the first to the last token of a range; empty at the end of the text for an empty range there.
    #[must_use]
    pub fn span_of(&self, tokens: &Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.saturating_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.join(last.span),
            (Some(first), _) => Span::empty(first.span.start),
            _ => Span::empty(self.raw.len() as u32),
        }
    }

    /// The sentence that holds a token, by its position in `sentences`.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token).min(self.sentences.len().max(1) - 1)
    }

    /// How many words it has: tokens of letters, as MQM counts them.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.tokens.iter().filter(|token| token.kind != token::TokenKind::Mark).count()
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }

    /// Whether a token is the first word of its sentence, quotes and brackets aside.
    #[must_use]
    pub fn starts_sentence(&self, token: usize) -> bool {
        let Some(sentence) = self.sentences.get(self.sentence_of(token)) else { return true };
        self.tokens[sentence.tokens.start..token].iter().all(|before| before.kind == token::TokenKind::Mark)
            || self.follows_opening_quote(token)
    }

    /// Whether a quotation opens right before a token ("He said: "We ..."): a capital tells nothing there either.
    fn follows_opening_quote(&self, token: usize) -> bool {
        let Some(quote) = token.checked_sub(1).and_then(|at| self.tokens.get(at)) else { return false };
        let opens = quote.spaced || token < 2 || self.tokens[token - 2].is_mark("(");
        opens && quote.folded.chars().all(|c| is_double_quote(c) || is_apostrophe(c))
    }
}
