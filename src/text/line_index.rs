//! From byte offsets to lines and columns, for reports only.

/// A place for people: both numbers count from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1.
    pub column: u32,
}

/// The starts of a text's lines.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the text once.
    #[must_use]
    pub fn new(raw: &str) -> LineIndex {
        let after_breaks = raw.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        LineIndex { starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Line and column of a byte offset on a character boundary of the text that this index was made from.
    #[must_use]
    pub fn line_column(&self, raw: &str, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = raw.get(self.starts[line] as usize..offset as usize).unwrap_or("");
        LineColumn { line: line as u32 + 1, column: before.chars().count() as u32 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::line_index::LineIndex;

    #[test]
    fn columns_count_characters_not_bytes() {
        let raw = "één\ntwee ó x";
        let index = LineIndex::new(raw);
        let at = raw.find('x').unwrap() as u32;
        let place = index.line_column(raw, at);
        assert_eq!((place.line, place.column), (2, 8));
        assert_eq!(index.line_column(raw, 0).column, 1);
    }
}
