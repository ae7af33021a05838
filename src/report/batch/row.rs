//! What is kept of a pair once it has been checked: a row of counts, small enough to hold for every pair of a run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::check::finding::Verdict;
use crate::error::Error;
use crate::rules::model::{Category, Severity};

/// Steps of the quality within one point.
const STEPS: f64 = 10_000.0;

/// A pair of a run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// Its number in the manifest, from 1.
    pub number: usize,
    /// What it is called.
    pub id: String,
    /// The reference's file as the manifest names it; empty where the text is in the manifest.
    pub reference: String,
    /// The candidate's file, likewise.
    pub candidate: String,
    /// Further columns of the manifest.
    pub columns: Vec<(String, String)>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of checking a pair.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// It was checked.
    Checked(Counts),
    /// It could not be.
    Failed {
        /// The error's short word.
        code: String,
        /// What is wrong and what to do.
        message: String,
    },
}

/// What was found in a pair, as whole numbers: they are the same however often they are written and read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Counts {
    /// Quality in ten thousandths of a point.
    quality: u32,
    /// Words of the candidate.
    pub words: usize,
    /// Findings by severity, in the order of [`SEVERITIES`].
    pub severities: [usize; 4],
    /// Findings by category, in the order of [`Category::ALL`].
    pub categories: [usize; 9],
    /// By rule the number of findings, and the sum of their confidence in hundredths.
    pub rules: BTreeMap<String, (usize, usize)>,
    /// Whether the pair alone would make the run end with status 1.
    pub fails: bool,
}

/// The severities, the worst first.
pub const SEVERITIES: [Severity; 4] = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];

impl Counts {
    /// Counts the findings of a verdict.
    #[must_use]
    pub fn new(verdict: &Verdict, fails: bool) -> Counts {
        let mut rules: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for finding in &verdict.findings {
            let (count, sure) = rules.entry(finding.rule.code.to_owned()).or_default();
            *count += 1;
            *sure += (finding.confidence * 100.0).round() as usize;
        }
        let of_category =
            |category: Category| verdict.findings.iter().filter(|finding| finding.rule.category == category).count();
        Counts {
            quality: (verdict.quality.clamp(0.0, 100.0) * STEPS).round() as u32,
            words: verdict.words,
            severities: SEVERITIES.map(|severity| verdict.count(severity)),
            categories: Category::ALL.map(of_category),
            rules,
            fails,
        }
    }

    /// 0 to 100, higher is better.
    #[must_use]
    pub fn quality(&self) -> f64 {
        f64::from(self.quality) / STEPS
    }

    /// How many findings there are.
    #[must_use]
    pub fn findings(&self) -> usize {
        self.severities.iter().sum()
    }

    /// The sum of MQM's weights.
    #[must_use]
    pub fn harm(&self) -> f64 {
        SEVERITIES
            .iter()
            .zip(self.severities)
            .fold(0.0, |sum, (severity, count)| sum + severity.weight() * count as f64)
    }

    /// MQM penalty per 1,000 words.
    #[must_use]
    pub fn penalty(&self) -> f64 {
        self.harm() * 1000.0 / self.words.max(1) as f64
    }
}

impl Row {
    /// What was found, where the pair could be checked.
    #[must_use]
    pub fn counts(&self) -> Option<&Counts> {
        match &self.outcome {
            Outcome::Checked(counts) => Some(counts),
            Outcome::Failed { .. } => None,
        }
    }

    /// Why the pair could not be checked: the error's short word, and the whole message.
    #[must_use]
    pub fn failure(&self) -> Option<(&str, &str)> {
        match &self.outcome {
            Outcome::Checked(_) => None,
            Outcome::Failed { code, message } => Some((code, message)),
        }
    }

    /// The value of a column; empty where the pair has none.
    #[must_use]
    pub fn value(&self, column: &str) -> &str {
        self.columns.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value)
    }
}

impl Outcome {
    /// The outcome of a pair that could not be checked.
    #[must_use]
    pub fn failed(error: &Error) -> Outcome {
        Outcome::Failed { code: error.code().to_owned(), message: error.to_string() }
    }
}

/// The name of a pair's page: its number, and what of its id is harmless in a name of a file and in an address.
#[must_use]
pub fn page_name(number: usize, id: &str) -> String {
    let mut slug = String::new();
    for c in id.chars() {
        if slug.len() >= 40 {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { format!("{number:05}.html") } else { format!("{number:05}-{slug}.html") }
}

/// Positions of the rows that were checked, the worst first: by quality, then by penalty, then by number.
#[must_use]
pub fn worst_first(rows: &[Row]) -> Vec<usize> {
    let mut checked: Vec<(usize, &Counts)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.counts()?))).collect();
    checked.sort_by(|(a, one), (b, other)| {
        one.quality.cmp(&other.quality).then(other.penalty().total_cmp(&one.penalty())).then(a.cmp(b))
    });
    checked.into_iter().map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use crate::report::batch::row::page_name;

    #[test]
    fn a_page_is_never_named_by_a_raw_id() {
        let names =
            [("../../etc/passwd", "00001-etc-passwd.html"), ("<b>\u{202e}Ünï", "00001-b-n.html"), ("…", "00001.html")];
        for (id, name) in names {
            assert_eq!(page_name(1, id), name);
        }
        assert_eq!(page_name(123_456, &"long ".repeat(50)).len(), "123456-".len() + 39 + ".html".len());
    }
}
