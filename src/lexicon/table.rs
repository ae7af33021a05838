//! Reading the built-in data files: comment lines, a header line, tab-separated rows.

use std::cmp::Ordering;

use memchr::{memchr, memrchr};

/// The data rows of a file: no comments, no header, no empty lines.
pub fn rows(file: &'static str) -> impl Iterator<Item = Row> {
    data_lines(file).skip(1).map(Row::read)
}

fn data_lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Most columns a file has.
const COLUMNS: usize = 8;

/// One row of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    fields: [&'static str; COLUMNS],
}

impl Row {
    fn read(line: &'static str) -> Row {
        let mut fields = [""; COLUMNS];
        for (field, text) in fields.iter_mut().zip(line.split('\t')) {
            *field = text;
        }
        Row { fields }
    }

    /// A field by its position, counted from 0; empty where the row is shorter.
    #[must_use]
    pub fn field(self, at: usize) -> &'static str {
        self.fields.get(at).copied().unwrap_or("")
    }

    /// The parts of a field that lists several, divided by `|`.
    pub fn list(self, at: usize) -> impl Iterator<Item = &'static str> {
        let field = self.field(at);
        let parts = if field.is_empty() { None } else { Some(field.split('|')) };
        parts.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty())
    }
}

/// A large file sorted bytewise by its first column, searched where it lies: nothing is built at start.
#[derive(Clone, Copy, Debug)]
pub struct SortedTable {
    body: &'static str,
}

impl SortedTable {
    /// Finds where the rows begin; the file ends with a line break and its rows are sorted (a test keeps both).
    #[must_use]
    pub fn new(file: &'static str) -> SortedTable {
        let header = data_lines(file).next().unwrap_or("");
        let start = header.as_ptr() as usize - file.as_ptr() as usize + header.len();
        SortedTable { body: file.get(start..).unwrap_or("").trim_start_matches(['\r', '\n']) }
    }

    /// The first row whose first field is `key`.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Row> {
        self.find_all(key).next()
    }

    /// All rows whose first field is `key`, in file order.
    pub fn find_all<'k>(&self, key: &'k str) -> impl Iterator<Item = Row> + use<'k> {
        let rest = &self.body[self.lower_bound(key)..];
        rest.lines().take_while(move |line| first_field(line) == key).map(Row::read)
    }

    /// Whether there is a row that begins with these two fields.
    #[must_use]
    pub fn has_pair(&self, first: &str, second: &str) -> bool {
        self.find_pair(first, second).is_some()
    }

    /// The row that begins with these two fields; the rows are sorted by both.
    #[must_use]
    pub fn find_pair(&self, first: &str, second: &str) -> Option<Row> {
        let key = format!("{first}\t{second}");
        let line = self.body[self.lower_bound(&key)..].lines().next().unwrap_or("");
        (compare(line.as_bytes(), key.as_bytes()) == Ordering::Equal).then(|| Row::read(line))
    }

    /// The byte at which the first line begins whose first fields are at least those of `key`.
    fn lower_bound(&self, key: &str) -> usize {
        let bytes = self.body.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = memrchr(b'\n', &bytes[..middle]).map_or(0, |at| at + 1);
            let end = memchr(b'\n', &bytes[middle..]).map_or(bytes.len(), |at| middle + at);
            match compare(&bytes[start..end], key.as_bytes()) {
                Ordering::Less => low = (end + 1).min(bytes.len()),
                Ordering::Equal | Ordering::Greater => high = start,
            }
        }
        low
    }
}

/// How the first fields of a line stand to a key, which has a tab between its fields.
fn compare(line: &[u8], key: &[u8]) -> Ordering {
    let common = line.len().min(key.len());
    let ends = || line.get(key.len()).is_none_or(|byte| *byte == b'\t');
    match line[..common].cmp(&key[..common]) {
        Ordering::Equal if line.len() < key.len() => Ordering::Less,
        Ordering::Equal if ends() => Ordering::Equal,
        // The line's field goes on.
        Ordering::Equal => Ordering::Greater,
        other => other,
    }
}

fn first_field(line: &str) -> &str {
    line.split('\t').next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::table::SortedTable;

    const FILE: &str = "# What it is.\nword\tother\nab\t1\nabc\t2\nabc\t3\nb\t4\nzoo\t5\n";

    #[test]
    fn every_key_is_found_and_no_other() {
        let table = SortedTable::new(FILE);
        for (key, value) in [("ab", "1"), ("abc", "2"), ("b", "4"), ("zoo", "5")] {
            assert_eq!(table.find(key).map(|row| row.field(1)), Some(value), "{key}");
        }
        for key in ["", "a", "abcd", "ac", "zzz"] {
            assert!(table.find(key).is_none(), "{key}");
        }
        assert_eq!(table.find_all("abc").count(), 2);
        assert!(table.has_pair("abc", "3") && !table.has_pair("abc", "4"));
    }
}
