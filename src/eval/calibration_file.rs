//! The fitted model as the file that is built in, whole or with the rules of one category written anew.

use std::fmt::Write as _;

use crate::check::confidence::{KINDS, Terms};
use crate::eval::calibrate::{Calibration, FOLDS};
use crate::rules::RULES;
use crate::rules::model::Category;

/// What the file says of itself.
const HEAD: &str = "\
# What the strength of a rule's finding is worth: by rule and kind of reference, the terms of the log odds that it is right.
# log odds = offset + slope * ln(strength / (1 - strength)) + likeness * (likeness of the sentences - 0.5) + agreement * other rules
# that see a fault in the same words (up to 3). found and right: findings of the rule in the annotated texts, and those that hit an error.
# Source: written by `wirelint eval --calibrate`; a rule without findings has what its category and all rules have in common.
# Licence: the project's own.
";

const COLUMNS: &str = "rule\treference\toffset\tslope\tlikeness\tagreement\tfound\tright\n";

/// A model and the files and folders that it was fitted on.
#[derive(Clone, Copy)]
pub struct Fitted<'a> {
    /// The model.
    pub calibration: &'a Calibration,
    /// What it was fitted on, one that counted twice twice.
    pub sources: &'a [String],
}

/// The file with all rules.
#[must_use]
pub fn whole(fitted: &Fitted<'_>) -> String {
    let mut out = format!("{HEAD}# Fitted on: {}", said_of(fitted));
    out.push_str(COLUMNS);
    for row in rows(fitted, |_| true) {
        out.push_str(&row);
    }
    out
}

/// An earlier file with the rules of one category written anew, and with a line that says what those were fitted on.
#[must_use]
pub fn replaced(fitted: &Fitted<'_>, category: Category, earlier: &str) -> String {
    let title = format!("# The rules of {} were fitted on: ", category.word());
    let new = rows(fitted, |one| one == category);
    let mut out = String::new();
    let mut lines = earlier.lines();
    while let Some(line) = lines.next() {
        // The line behind the title says how well that model held.
        if line.starts_with(&title) {
            lines.next();
            continue;
        }
        if line.starts_with("rule\t") {
            let _ = write!(out, "{title}{}", said_of(fitted));
        }
        let key = |row: &str| row.split('\t').take(2).map(str::to_owned).collect::<Vec<_>>();
        match new.iter().find(|row| key(row) == key(line)) {
            Some(row) => out.push_str(row),
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

/// The sources, each with how often it counted, and how well the model holds on texts that it was not fitted on.
fn said_of(fitted: &Fitted<'_>) -> String {
    let Fitted { calibration, sources } = fitted;
    let mut named: Vec<(&str, usize)> = Vec::new();
    for source in *sources {
        match named.iter_mut().find(|(name, _)| name == source) {
            Some((_, times)) => *times += 1,
            None => named.push((source, 1)),
        }
    }
    let times = |(name, times): &(&str, usize)| match times {
        1 => (*name).to_owned(),
        _ => format!("{name} ({times} times)"),
    };
    let sources: Vec<String> = named.iter().map(times).collect();
    let findings: u64 = calibration.counts.iter().flatten().map(|(found, _)| found).sum();
    format!(
        "{}.\n# {findings} findings in {} documents. Loss in {FOLDS}-fold cross-validation over documents {:.3}, with one confidence for all {:.3}.\n",
        sources.join(", "),
        calibration.documents,
        calibration.loss,
        calibration.base_loss
    )
}

/// The rows of the rules whose category is wanted.
fn rows(fitted: &Fitted<'_>, wanted: impl Fn(Category) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    let Fitted { calibration, .. } = fitted;
    let all = RULES.iter().zip(&calibration.terms).zip(&calibration.counts);
    for ((rule, terms), counts) in all.filter(|((rule, _), _)| wanted(rule.category)) {
        for (((_, kind), terms), (found, right)) in KINDS.iter().zip(terms).zip(counts) {
            let Terms { offset, slope, likeness, agreement } = terms;
            let row = format!(
                "{}\t{kind}\t{offset:.3}\t{slope:.3}\t{likeness:.3}\t{agreement:.3}\t{found}\t{right}\n",
                rule.code
            );
            out.push(row);
        }
    }
    out
}
