//! The tables of a run as CSV: one row a pair, one row a rule, one row a pair that could not be checked.

use crate::report::batch::row::{Row, SEVERITIES};
use crate::report::batch::totals::{Report, column_names};
use crate::report::safe::for_cell;
use crate::rules::model::Category;

/// `summary.csv`: a row a pair, in the order of the manifest.
#[must_use]
pub fn summary(rows: &[Row]) -> String {
    let names = column_names(rows);
    let mut header: Vec<String> =
        ["number", "id", "quality", "penalty_per_1000_words", "words", "findings"].map(str::to_owned).to_vec();
    header.extend(SEVERITIES.map(|severity| severity.word().to_owned()));
    header.extend(Category::ALL.map(|category| category.word().to_owned()));
    header.extend(["reference", "candidate", "error", "error_message"].map(str::to_owned));
    // A column of the manifest that is called as one of ours is told apart.
    let own = header.clone();
    header.extend(
        names.iter().map(|name| {
            if own.iter().any(|one| one == name) { format!("manifest_{name}") } else { (*name).to_owned() }
        }),
    );
    let mut table = Table::new(&header);
    for row in rows {
        let mut fields = vec![row.number.to_string(), row.id.clone()];
        match row.counts() {
            Some(counts) => {
                fields.push(format!("{:.4}", counts.quality()));
                fields.push(format!("{:.2}", counts.penalty()));
                fields.push(counts.words.to_string());
                fields.push(counts.findings().to_string());
                fields.extend(counts.severities.iter().chain(&counts.categories).map(usize::to_string));
            }
            None => fields.extend(std::iter::repeat_n(String::new(), 4 + SEVERITIES.len() + Category::ALL.len())),
        }
        let (code, message) = row.failure().unwrap_or(("", ""));
        fields.extend([&row.reference, &row.candidate, code, message].map(str::to_owned));
        fields.extend(names.iter().map(|name| row.value(name).to_owned()));
        table.push(&fields);
    }
    table.text()
}

/// `rules.csv`: a row a rule that found something, the most frequent first.
#[must_use]
pub fn rules(report: &Report) -> String {
    let mut table =
        Table::new(&["rule", "name", "category", "findings", "pairs", "mean_confidence"].map(str::to_owned));
    for rule in &report.rules {
        let sure = format!("{:.2}", rule.mean_confidence);
        let counts = [rule.findings.to_string(), rule.pairs.to_string(), sure];
        let fields = [rule.rule.clone(), rule.name.clone(), rule.category.clone()];
        table.push(&[fields.as_slice(), counts.as_slice()].concat());
    }
    table.text()
}

/// `errors.csv`: a row a pair that could not be checked, with the reason.
#[must_use]
pub fn errors(report: &Report) -> String {
    let mut table = Table::new(&["id", "error", "message"].map(str::to_owned));
    for failure in &report.errors {
        table.push(&[failure.id.clone(), failure.code.clone(), failure.message.clone()]);
    }
    table.text()
}

/// A table whose every field is safe in a spreadsheet.
struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(header: &[String]) -> Table {
        let mut table = Table { writer: csv::Writer::from_writer(Vec::new()) };
        table.push(header);
        table
    }

    fn push(&mut self, fields: &[String]) {
        let safe = fields.iter().map(|field| for_cell(field));
        self.writer.write_record(safe).expect("all rows have as many fields as the header, and memory takes them");
    }

    fn text(self) -> String {
        let bytes = self.writer.into_inner().expect("memory takes what is left");
        String::from_utf8(bytes).expect("all fields are UTF-8")
    }
}
