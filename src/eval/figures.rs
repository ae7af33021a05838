//! All figures of an evaluation, as they are written to JSON and read back for comparison.

use serde::{Deserialize, Serialize};

use crate::eval::Criteria;
use crate::eval::alignment::AlignmentFigures;
use crate::eval::human::HumanFigures;
use crate::eval::resample::{Samples, share};
use crate::eval::tally::{CONFIDENCE_UNIT, Count, Row, SEVERITIES, Sum, TENTHS};
use crate::rules::RULES;
use crate::rules::model::Category;

pub use crate::eval::resample::Figure;

/// What an evaluation found out.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Figures {
    /// The version that was evaluated.
    pub wirelint: String,
    /// Least confidence of the findings that count.
    pub threshold: f64,
    /// Whether the glossaries of the texts were used.
    pub glossaries: bool,
    /// What was evaluated.
    pub texts: Texts,
    /// Over all findings.
    pub findings: FindingFigures,
    /// The precision of findings put anywhere: the share of tokens in the errors as they were widened.
    pub chance: Figure,
    /// Over all errors.
    pub errors: ErrorFigures,
    /// Weighs precision twice as much as recall.
    pub f05: Figure,
    /// Garbled texts held against their clean forms.
    pub ranking: Ranking,
    /// Findings by rule, all rules present.
    pub rules: Vec<FindingFigures>,
    /// Findings by their category, all categories present.
    pub categories: Vec<FindingFigures>,
    /// Errors by their category, all categories present, and "other".
    pub errors_by_category: Vec<ErrorFigures>,
    /// Errors by severity, the worst first.
    pub errors_by_severity: Vec<ErrorFigures>,
    /// Findings of any confidence, by tenths of it.
    pub calibration: Vec<TenthFigures>,
    /// Texts held against their clean forms by what was done to these, in order of the word for it.
    #[serde(default)]
    pub kinds: Vec<KindFigures>,
    /// Over all texts that are held against their clean forms.
    #[serde(default)]
    pub twins: KindFigures,
    /// Quality against what people thought, where that is known.
    #[serde(default)]
    pub human: Option<HumanFigures>,
    /// How right the alignment of sentences is, where it was measured.
    #[serde(default)]
    pub alignment: Option<AlignmentFigures>,
    /// Texts that could not be checked, with the reason; nothing was found in them.
    pub unchecked: Vec<String>,
}

/// How much was evaluated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Texts {
    /// Texts with errors.
    pub garbled: u64,
    /// Their words.
    pub garbled_words: u64,
    /// Texts known to have none.
    pub clean: u64,
    /// Their words.
    pub clean_words: u64,
}

/// Findings of a rule or category.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FindingFigures {
    /// Code of the rule or word of the category.
    pub key: String,
    /// Findings in texts with errors.
    pub found: u64,
    /// Of these, the ones that hit an error.
    pub right: u64,
    /// Right of found.
    pub precision: Figure,
    /// Findings in clean texts.
    pub false_alarms: u64,
    /// Of these, in 1,000 words.
    pub false_alarms_per_1000: Figure,
}

/// Errors of a category or severity.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ErrorFigures {
    /// Word of the category or severity.
    pub key: String,
    /// How many there are.
    pub errors: u64,
    /// Of these, the ones that a finding hits.
    pub found: u64,
    /// The others.
    pub missed: u64,
    /// Found of all.
    pub recall: Figure,
    /// Found by a finding of the error's category.
    pub named: u64,
}

/// Pairs of a garbled text with its clean form.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Ranking {
    /// How many there are.
    pub pairs: u64,
    /// Of these, the ones whose garbled form has the lower quality.
    pub ranked: u64,
    /// Pairs of equal quality.
    pub tied: u64,
    /// Ranked of all.
    pub share: Figure,
}

/// Texts held against their clean forms: those to which the same was done, or all.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct KindFigures {
    /// What was done.
    pub key: String,
    /// How many there are.
    pub pairs: u64,
    /// Of these, the ones with a finding that meets an error and that the clean form does not have: what was done was
    /// noticed. A finding meets an error by its words alone, however many there are.
    pub noticed: u64,
    /// Of these, the ones where such a finding names the error by its category.
    pub named: u64,
    /// Noticed of all.
    pub detection: Figure,
    /// Named of all.
    pub naming: Figure,
    /// The share with a lower quality than the clean form.
    pub ranking: Figure,
}

/// Findings of about the same confidence.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct TenthFigures {
    /// Least confidence.
    pub from: f64,
    /// Findings in texts with errors.
    pub found: u64,
    /// Of these, the ones that hit an error.
    pub right: u64,
    /// Right of found.
    pub share: Figure,
    /// What they claim on average.
    pub confidence: Figure,
}

impl Figures {
    pub(super) fn new(samples: &Samples, criteria: Criteria, kinds: &[&str]) -> Figures {
        let total = |count| samples.total.get(Row::All, count);
        let words = Category::ALL.iter().map(|category| category.word());
        Figures {
            wirelint: env!("CARGO_PKG_VERSION").to_owned(),
            threshold: criteria.threshold,
            glossaries: criteria.glossaries,
            texts: Texts {
                garbled: total(Count::Texts),
                garbled_words: total(Count::Words),
                clean: total(Count::CleanTexts),
                clean_words: total(Count::CleanWords),
            },
            findings: findings("all", samples, Row::All),
            chance: samples.share(Row::All, Count::TokensInErrors, Count::Tokens),
            errors: errors("all", samples, Row::All),
            f05: samples.figure(f05),
            ranking: Ranking {
                pairs: total(Count::Pairs),
                ranked: total(Count::Ranked),
                tied: total(Count::Tied),
                share: samples.share(Row::All, Count::Ranked, Count::Pairs),
            },
            rules: rows(RULES.iter().map(|rule| rule.code), |at, key| findings(key, samples, Row::Rule(at))),
            categories: rows(words.clone(), |at, key| findings(key, samples, Row::Category(at))),
            errors_by_category: rows(words.chain(["other"]), |at, key| errors(key, samples, Row::ErrorCategory(at))),
            errors_by_severity: rows(SEVERITIES.iter().map(|severity| severity.word()), |at, key| {
                errors(key, samples, Row::Severity(at))
            }),
            calibration: (0..TENTHS).map(|at| tenth(at, samples)).collect(),
            kinds: kinds.iter().enumerate().map(|(at, key)| kind(key, samples, Row::Kind(at))).collect(),
            twins: kind("all", samples, Row::All),
            human: None,
            alignment: None,
            unchecked: Vec::new(),
        }
    }
}

fn rows<T>(keys: impl Iterator<Item = &'static str>, row: impl Fn(usize, &str) -> T) -> Vec<T> {
    keys.enumerate().map(|(at, key)| row(at, key)).collect()
}

fn findings(key: &str, samples: &Samples, row: Row) -> FindingFigures {
    let per_1000 = |sum: &Sum| share(sum.get(row, Count::Alarms) * 1000, sum.get(Row::All, Count::CleanWords));
    FindingFigures {
        key: key.to_owned(),
        found: samples.total.get(row, Count::Found),
        right: samples.total.get(row, Count::Right),
        precision: samples.share(row, Count::Right, Count::Found),
        false_alarms: samples.total.get(row, Count::Alarms),
        false_alarms_per_1000: samples.figure(per_1000),
    }
}

fn errors(key: &str, samples: &Samples, row: Row) -> ErrorFigures {
    let total = |count| samples.total.get(row, count);
    ErrorFigures {
        key: key.to_owned(),
        errors: total(Count::Errors),
        found: total(Count::Caught),
        missed: total(Count::Errors) - total(Count::Caught),
        recall: samples.share(row, Count::Caught, Count::Errors),
        named: total(Count::Named),
    }
}

fn kind(key: &str, samples: &Samples, row: Row) -> KindFigures {
    KindFigures {
        key: key.to_owned(),
        pairs: samples.total.get(row, Count::Pairs),
        noticed: samples.total.get(row, Count::Anew),
        named: samples.total.get(row, Count::AnewNamed),
        detection: samples.share(row, Count::Anew, Count::Pairs),
        naming: samples.share(row, Count::AnewNamed, Count::Pairs),
        ranking: samples.share(row, Count::Ranked, Count::Pairs),
    }
}

fn tenth(at: usize, samples: &Samples) -> TenthFigures {
    let row = Row::Tenth(at);
    let mean = |sum: &Sum| share(sum.get(row, Count::Confidence), sum.get(row, Count::Found));
    TenthFigures {
        from: at as f64 / 10.0,
        found: samples.total.get(row, Count::Found),
        right: samples.total.get(row, Count::Right),
        share: samples.share(row, Count::Right, Count::Found),
        confidence: samples.figure(|sum| mean(sum).map(|units| units / CONFIDENCE_UNIT)),
    }
}

/// No finding at all is no success; no error at all leaves nothing to measure.
fn f05(sum: &Sum) -> Option<f64> {
    let all = |count| sum.get(Row::All, count);
    let recall = share(all(Count::Caught), all(Count::Errors))?;
    let precision = share(all(Count::Right), all(Count::Found)).unwrap_or(0.0);
    let sum = 0.25 * precision + recall;
    Some(if sum > 0.0 { 1.25 * precision * recall / sum } else { 0.0 })
}
