//! A run held against an earlier one: what rose, what fell, what is new, and which pairs moved.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::report::batch::totals::{PairLine, Report, rounded};

/// Pairs that are listed as worse, and as better.
const LISTED: usize = 50;

/// A difference of quality that is worth a word, in points.
const NOTABLE: f64 = 0.05;

/// What changed since an earlier run.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Trend {
    /// What the earlier run is called.
    pub run: String,
    /// The version that made it.
    pub wirelint: String,
    /// Pairs in both runs, and in one only.
    pub in_both: usize,
    /// Pairs that the earlier run did not have.
    pub only_now: usize,
    /// Pairs that only the earlier run had.
    pub only_before: usize,
    /// Each figure then and now.
    pub figures: Vec<Figure>,
    /// Findings of pairs in both runs that are new, and that are gone; none where the earlier run's findings.jsonl is
    /// not beside its report.
    pub new_and_gone: Option<(usize, usize)>,
    /// How many pairs got worse, and how many better.
    pub worse_and_better: (usize, usize),
    /// The pairs that lost most quality.
    pub worse: Vec<Moved>,
    /// The pairs that gained most.
    pub better: Vec<Moved>,
}

/// A figure of both runs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// Of what.
    pub name: String,
    /// Then.
    pub before: f64,
    /// Now.
    pub now: f64,
    /// What was added.
    pub change: f64,
}

/// A pair whose quality changed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Moved {
    /// The pair.
    pub id: String,
    /// Its quality then.
    pub before: f64,
    /// Its quality now.
    pub now: f64,
    /// What it gained.
    pub change: f64,
}

/// Holds a report against an earlier one.
#[must_use]
pub fn trend(now: &Report, before: &Report, run: &str, new_and_gone: Option<(usize, usize)>) -> Trend {
    let earlier: BTreeMap<&str, &PairLine> = before.pairs.iter().map(|pair| (pair.id.as_str(), pair)).collect();
    let both: Vec<(&PairLine, &PairLine)> =
        now.pairs.iter().filter_map(|pair| Some((pair, *earlier.get(pair.id.as_str())?))).collect();
    let moved = |(now, before): &(&PairLine, &PairLine)| {
        let (now_quality, before_quality) = (now.quality?, before.quality?);
        let change = rounded(now_quality - before_quality);
        let moved = Moved { id: now.id.clone(), before: before_quality, now: now_quality, change };
        (change.abs() >= NOTABLE).then_some(moved)
    };
    let (mut worse, mut better): (Vec<Moved>, Vec<Moved>) =
        both.iter().filter_map(moved).partition(|pair| pair.change < 0.0);
    worse.sort_by(|a, b| a.change.total_cmp(&b.change));
    better.sort_by(|a, b| b.change.total_cmp(&a.change));
    let worse_and_better = (worse.len(), better.len());
    worse.truncate(LISTED);
    better.truncate(LISTED);
    let ids: BTreeSet<&str> = both.iter().map(|(pair, _)| pair.id.as_str()).collect();
    Trend {
        run: run.to_owned(),
        wirelint: before.wirelint.clone(),
        in_both: ids.len(),
        only_now: now.pairs.len() - both.len(),
        only_before: earlier.keys().filter(|id| !ids.contains(*id)).count(),
        figures: figures(now, before),
        new_and_gone,
        worse_and_better,
        worse,
        better,
    }
}

fn figures(now: &Report, before: &Report) -> Vec<Figure> {
    let mean = |report: &Report| report.totals.quality.map_or(0.0, |quality| quality.mean);
    let mut figures = vec![
        ("pairs".to_owned(), before.totals.pairs as f64, now.totals.pairs as f64),
        ("not checked".to_owned(), before.totals.failed as f64, now.totals.failed as f64),
        ("mean quality".to_owned(), mean(before), mean(now)),
        ("penalty per 1,000 words".to_owned(), before.totals.penalty_per_1000_words, now.totals.penalty_per_1000_words),
        ("findings".to_owned(), before.totals.findings as f64, now.totals.findings as f64),
    ];
    for severity in ["critical", "major", "minor", "neutral"] {
        let of = |report: &Report| report.totals.by_severity.get(severity).copied().unwrap_or(0) as f64;
        figures.push((severity.to_owned(), of(before), of(now)));
    }
    for category in now.totals.by_category.keys() {
        let of = |report: &Report| report.totals.by_category.get(category).copied().unwrap_or(0) as f64;
        if of(before) + of(now) > 0.0 {
            figures.push((format!("category {category}"), of(before), of(now)));
        }
    }
    let figure = |(name, before, now): (String, f64, f64)| Figure { name, before, now, change: rounded(now - before) };
    figures.into_iter().map(figure).collect()
}

/// The pairs that two runs have in common.
#[must_use]
pub fn in_both<'r>(now: &'r Report, before: &Report) -> BTreeSet<&'r str> {
    let earlier: BTreeSet<&str> = before.pairs.iter().map(|pair| pair.id.as_str()).collect();
    now.pairs.iter().map(|pair| pair.id.as_str()).filter(|id| earlier.contains(id)).collect()
}
