//! Where a span begins and ends, in every unit that a format may ask for.

use crate::text::line_index::{LineColumn, LineIndex};
use crate::text::span::Span;

/// A span in lines, columns and characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region {
    /// The bytes.
    pub span: Span,
    /// The first character.
    pub start: LineColumn,
    /// Behind the last character.
    pub end: LineColumn,
    /// How many characters of the text stand before it.
    pub characters_before: u32,
    /// How many characters it has.
    pub characters: u32,
}

/// The regions of one text.
#[derive(Debug)]
pub struct Regions<'a> {
    text: &'a str,
    lines: LineIndex,
}

impl<'a> Regions<'a> {
    /// Reads the lines of the text once.
    #[must_use]
    pub fn new(text: &'a str) -> Regions<'a> {
        Regions { text, lines: LineIndex::new(text) }
    }

    /// The region of a span.
    #[must_use]
    pub fn of(&self, span: Span) -> Region {
        let before = self.lines.characters_before(self.text, span.start);
        Region {
            span,
            start: self.lines.line_column(self.text, span.start),
            end: self.lines.line_column(self.text, span.end),
            characters_before: before,
            characters: self.lines.characters_before(self.text, span.end) - before,
        }
    }

    /// The line that a span begins in.
    #[must_use]
    pub fn line(&self, span: Span) -> u32 {
        self.lines.line_column(self.text, span.start).line
    }
}
