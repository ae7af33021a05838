//! A run as a whole: totals, by category, severity, rule and by the values of every column, and how quality is spread.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::report::batch::row::{Row, SEVERITIES};
use crate::report::batch::trend::Trend;
use crate::rules::RULES;
use crate::rules::model::Category;

/// A column with more different values than this is no column to total by.
const MOST_VALUES: usize = 100;

/// Points of quality that one bar of the distribution spans.
const BIN: usize = 5;

/// Everything that `report.json` says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Report {
    /// The version that made it.
    pub wirelint: String,
    /// Over all pairs.
    pub totals: Totals,
    /// How many pairs have a quality from … to below …; 100 belongs to the last.
    pub quality_distribution: Vec<Bin>,
    /// By rule, the most frequent first.
    pub rules: Vec<RuleTotal>,
    /// By the values of each further column of the manifest.
    pub columns: Vec<ColumnTotals>,
    /// Pairs that could not be checked.
    pub errors: Vec<Failure>,
    /// What pages there are.
    pub pages: String,
    /// All pairs in the order of the manifest.
    pub pairs: Vec<PairLine>,
    /// What changed since an earlier run.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub against: Option<Trend>,
}

/// Some pairs together.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Totals {
    /// How many there are.
    pub pairs: usize,
    /// How many of them could not be checked.
    pub failed: usize,
    /// Words of the candidates.
    pub words: usize,
    /// Mean and spread of quality; none where no pair was checked.
    pub quality: Option<Quality>,
    /// MQM penalty per 1,000 words.
    pub penalty_per_1000_words: f64,
    /// How many findings there are.
    pub findings: usize,
    /// By severity.
    pub by_severity: BTreeMap<String, usize>,
    /// By category.
    pub by_category: BTreeMap<String, usize>,
}

/// The quality of some pairs.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Quality {
    /// Of all pairs alike, however long.
    pub mean: f64,
    /// Half of the pairs are not better.
    pub median: f64,
    /// A tenth of the pairs is not better.
    pub lowest_tenth: f64,
    /// The worst pair.
    pub least: f64,
}

/// A bar of the distribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bin {
    /// Least quality.
    pub from: usize,
    /// Quality that is too much.
    pub to: usize,
    /// How many pairs lie between.
    pub pairs: usize,
}

/// A rule over all pairs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RuleTotal {
    /// Its code.
    pub rule: String,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// How many findings it has.
    pub findings: usize,
    /// In how many pairs.
    pub pairs: usize,
    /// Of its findings, 0 to 1.
    pub mean_confidence: f64,
}

/// A column of the manifest.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ColumnTotals {
    /// Its name.
    pub column: String,
    /// How many different values it has.
    pub distinct: usize,
    /// The totals by value, in the order of the values; empty where there are too many to be of use.
    pub values: Vec<ValueTotals>,
}

/// The pairs with one value in a column.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ValueTotals {
    /// The value.
    pub value: String,
    /// Of the pairs that have it.
    pub totals: Totals,
}

/// A pair that could not be checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Failure {
    /// The pair.
    pub id: String,
    /// A short word for programs.
    pub code: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// A pair in one line.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PairLine {
    /// The pair.
    pub id: String,
    /// None where it could not be checked.
    pub quality: Option<f64>,
    /// How many findings it has.
    pub findings: usize,
}

/// The report on a run; what it is held against is added by who knows the earlier run.
#[must_use]
pub fn report(rows: &[Row], pages: String) -> Report {
    let failure = |row: &Row| {
        let (code, message) = row.failure()?;
        Some(Failure { id: row.id.clone(), code: code.to_owned(), message: message.to_owned() })
    };
    let line = |row: &Row| PairLine {
        id: row.id.clone(),
        quality: row.counts().map(|counts| counts.quality()),
        findings: row.counts().map_or(0, |counts| counts.findings()),
    };
    Report {
        wirelint: env!("CARGO_PKG_VERSION").to_owned(),
        totals: totals(rows.iter()),
        quality_distribution: distribution(rows),
        rules: rules(rows),
        columns: column_names(rows).into_iter().map(|column| column_totals(rows, column)).collect(),
        errors: rows.iter().filter_map(failure).collect(),
        pages,
        pairs: rows.iter().map(line).collect(),
        against: None,
    }
}

/// The further columns of the manifest, in the order in which they first appear.
#[must_use]
pub fn column_names(rows: &[Row]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let names = rows.iter().flat_map(|row| row.columns.iter().map(|(name, _)| name.as_str()));
    names.filter(|name| seen.insert(*name)).collect()
}

fn totals<'r>(rows: impl Iterator<Item = &'r Row>) -> Totals {
    let mut totals = Totals::default();
    let (mut harm, mut qualities) = (0.0, Vec::new());
    let mut severities = [0; SEVERITIES.len()];
    let mut categories = [0; Category::ALL.len()];
    for row in rows {
        totals.pairs += 1;
        let Some(counts) = row.counts() else {
            totals.failed += 1;
            continue;
        };
        totals.words += counts.words;
        totals.findings += counts.findings();
        harm += counts.harm();
        qualities.push(counts.quality());
        for (sum, count) in severities.iter_mut().zip(counts.severities) {
            *sum += count;
        }
        for (sum, count) in categories.iter_mut().zip(counts.categories) {
            *sum += count;
        }
    }
    qualities.sort_by(f64::total_cmp);
    totals.quality = quality(&qualities);
    totals.penalty_per_1000_words = rounded(harm * 1000.0 / totals.words.max(1) as f64);
    totals.by_severity = SEVERITIES.iter().map(|one| one.word().to_owned()).zip(severities).collect();
    totals.by_category = Category::ALL.iter().map(|one| one.word().to_owned()).zip(categories).collect();
    totals
}

/// Of qualities in rising order.
fn quality(sorted: &[f64]) -> Option<Quality> {
    let least = *sorted.first()?;
    let share = |percent: usize| sorted[(sorted.len() * percent).div_ceil(100).max(1) - 1];
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    Some(Quality { mean: rounded(mean), median: share(50), lowest_tenth: share(10), least })
}

/// Two digits are enough for people and for differences.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn distribution(rows: &[Row]) -> Vec<Bin> {
    let mut pairs = [0; 100 / BIN];
    for counts in rows.iter().filter_map(Row::counts) {
        pairs[((counts.quality() / BIN as f64) as usize).min(pairs.len() - 1)] += 1;
    }
    pairs.iter().enumerate().map(|(at, &pairs)| Bin { from: at * BIN, to: (at + 1) * BIN, pairs }).collect()
}

fn rules(rows: &[Row]) -> Vec<RuleTotal> {
    let mut sums: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (rule, (count, sure)) in rows.iter().filter_map(Row::counts).flat_map(|counts| &counts.rules) {
        let (findings, pairs, all_sure) = sums.entry(rule).or_default();
        *findings += count;
        *pairs += 1;
        *all_sure += sure;
    }
    let total = |(code, (findings, pairs, sure)): (&str, (usize, usize, usize))| {
        let rule = RULES.iter().find(|rule| rule.code == code);
        RuleTotal {
            rule: code.to_owned(),
            name: rule.map_or("", |rule| rule.name).to_owned(),
            category: rule.map_or("", |rule| rule.category.word()).to_owned(),
            findings,
            pairs,
            mean_confidence: rounded(sure as f64 / 100.0 / findings.max(1) as f64),
        }
    };
    let mut totals: Vec<RuleTotal> = sums.into_iter().map(total).collect();
    totals.sort_by(|a, b| b.findings.cmp(&a.findings).then(a.rule.cmp(&b.rule)));
    totals
}

fn column_totals(rows: &[Row], column: &str) -> ColumnTotals {
    let mut values: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        values.entry(row.value(column)).or_default().push(row);
    }
    let distinct = values.len();
    let of_value =
        |(value, rows): (&str, Vec<&Row>)| ValueTotals { value: value.to_owned(), totals: totals(rows.into_iter()) };
    let values = if distinct > MOST_VALUES { Vec::new() } else { values.into_iter().map(of_value).collect() };
    ColumnTotals { column: column.to_owned(), distinct, values }
}
