//! From byte offsets to lines, columns and characters, for reports only.

/// A place for people: both numbers count from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1.
    pub column: u32,
}

/// Characters are counted ahead in blocks of so many bytes, so that a place late in a long line is found at once.
const BLOCK: usize = 4096;

/// The starts of a text's lines, and how many characters there are before each of its blocks.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    blocks: Vec<u32>,
}

impl LineIndex {
    /// Reads the text once.
    #[must_use]
    pub fn new(raw: &str) -> LineIndex {
        let after_breaks = raw.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let mut blocks = vec![0];
        let mut count = 0;
        for block in raw.as_bytes().chunks(BLOCK) {
            count += characters(block);
            blocks.push(count);
        }
        LineIndex { starts: std::iter::once(0).chain(after_breaks).collect(), blocks }
    }

    /// Line and column of a byte offset on a character boundary of the text that this index was made from.
    #[must_use]
    pub fn line_column(&self, raw: &str, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = self.characters_before(raw, offset) - self.characters_before(raw, self.starts[line]);
        LineColumn { line: line as u32 + 1, column: before + 1 }
    }

    /// How many characters stand before a byte offset of the text that this index was made from.
    #[must_use]
    pub fn characters_before(&self, raw: &str, offset: u32) -> u32 {
        let offset = (offset as usize).min(raw.len());
        let block = offset / BLOCK;
        self.blocks[block] + characters(&raw.as_bytes()[block * BLOCK..offset])
    }
}

/// How many characters begin in these bytes: all but the continuation bytes of UTF-8.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use crate::text::line_index::{BLOCK, LineIndex};

    #[test]
    fn columns_count_characters_not_bytes() {
        let raw = "één\ntwee ó x";
        let index = LineIndex::new(raw);
        let at = raw.find('x').unwrap() as u32;
        let place = index.line_column(raw, at);
        assert_eq!((place.line, place.column), (2, 8));
        assert_eq!(index.line_column(raw, 0).column, 1);
    }

    #[test]
    fn a_place_in_a_line_of_many_blocks_is_counted_like_any_other() {
        let raw = format!("a\n{}", "é老x".repeat(3 * BLOCK));
        let index = LineIndex::new(&raw);
        for (count, (at, _)) in raw.char_indices().enumerate().step_by(997) {
            assert_eq!(index.characters_before(&raw, at as u32), count as u32);
            let column = if count < 2 { count + 1 } else { count - 1 };
            assert_eq!(index.line_column(&raw, at as u32).column, column as u32);
        }
        assert_eq!(index.characters_before(&raw, raw.len() as u32), raw.chars().count() as u32);
    }
}
