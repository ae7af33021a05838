//! What is counted over texts; every figure is computed from these counts, so that samples of texts have figures too.

use std::collections::BTreeMap;

use crate::eval::gold::Annotated;
use crate::eval::judge::{Catch, Outcome};
use crate::rules::RULES;
use crate::rules::model::{Category, Severity};

/// How finely confidence is added up: sums of whole numbers are the same in any order.
pub(super) const CONFIDENCE_UNIT: f64 = 10_000.0;

/// The order of `Row::Severity`.
pub(super) const SEVERITIES: [Severity; 4] = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];

/// How many rows of `Row::Tenth` there are.
pub(super) const TENTHS: usize = 10;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Count {
    /// Texts with errors, their words and tokens, and the tokens in errors as they were widened.
    Texts,
    Words,
    Tokens,
    TokensInErrors,
    /// Texts without errors.
    CleanTexts,
    CleanWords,
    /// Findings in texts with errors, the ones of these that hit an error, and the sum of what they claim.
    Found,
    Right,
    Confidence,
    /// Findings in clean texts.
    Alarms,
    /// Errors, the ones that a finding hits, and the ones that a finding of their own category hits.
    Errors,
    Caught,
    Named,
    /// Texts held against their clean form, the ones of these with the lower quality, and those of equal quality.
    Pairs,
    Ranked,
    Tied,
    /// Of the pairs, those with a finding that meets an error and that the clean form lacks; with one that names it.
    Anew,
    AnewNamed,
    /// Pairs of translations of one segment, those that quality orders as people do with the best tolerance for ties, and
    /// those without any; pairs that people tell apart, and those of them in the same order.
    Rivals,
    RivalsRight,
    RivalsStrict,
    Decided,
    DecidedRight,
}

/// How many kinds of counts there are.
const COUNTS: usize = Count::DecidedRight as usize + 1;

/// Over what is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Row {
    /// Over everything.
    All,
    /// Findings by position of their rule in `RULES`.
    Rule(usize),
    /// Findings by position of their category in `Category::ALL`.
    Category(usize),
    /// Errors by position of their category in `Category::ALL`; behind the last one the other categories.
    ErrorCategory(usize),
    /// Errors by position in `SEVERITIES`.
    Severity(usize),
    /// Findings of any confidence by tenths of it.
    Tenth(usize),
    /// Texts held against their clean form by what was done to that, as the caller numbers it.
    Kind(usize),
}

/// Where a count stands among all counts.
fn slot(row: Row, count: Count) -> usize {
    let categories = 1 + RULES.len();
    let errors = categories + Category::ALL.len();
    let severities = errors + Category::ALL.len() + 1;
    let tenths = severities + SEVERITIES.len();
    let row = match row {
        Row::All => 0,
        Row::Rule(at) => 1 + at,
        Row::Category(at) => categories + at,
        Row::ErrorCategory(at) => errors + at,
        Row::Severity(at) => severities + at,
        Row::Tenth(at) => tenths + at,
        // The last ones: how many kinds there are is not known here.
        Row::Kind(at) => tenths + TENTHS + at,
    };
    row * COUNTS + count as usize
}

/// Counts over texts that are drawn together: only those that are not zero, as one text has few.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Tally {
    counts: BTreeMap<usize, u64>,
}

/// Counts over many texts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Sum {
    counts: Vec<u64>,
}

impl Sum {
    /// Adds the counts of a tally a number of times.
    pub(super) fn add(&mut self, tally: &Tally, times: u64) {
        let Some((last, _)) = tally.counts.last_key_value() else { return };
        if self.counts.len() <= *last {
            self.counts.resize(last + 1, 0);
        }
        for (slot, count) in &tally.counts {
            self.counts[*slot] += count * times;
        }
    }

    pub(super) fn get(&self, row: Row, count: Count) -> u64 {
        self.counts.get(slot(row, count)).copied().unwrap_or(0)
    }
}

impl Tally {
    pub(super) fn add(&mut self, row: Row, count: Count, more: u64) {
        if more > 0 {
            *self.counts.entry(slot(row, count)).or_default() += more;
        }
    }

    /// Counts a text.
    pub(super) fn count(&mut self, text: &Annotated, outcome: &Outcome, threshold: f64) {
        let words = outcome.words as u64;
        if text.clean {
            self.add(Row::All, Count::CleanTexts, 1);
            self.add(Row::All, Count::CleanWords, words);
        } else {
            let (tokens, inside) = outcome.tokens;
            self.add(Row::All, Count::Texts, 1);
            self.add(Row::All, Count::Words, words);
            self.add(Row::All, Count::Tokens, tokens as u64);
            self.add(Row::All, Count::TokensInErrors, inside as u64);
        }
        self.count_findings(text, outcome, threshold);
        self.count_errors(text, outcome);
    }

    /// Counts a text held against its clean form, over all and in the row of what was done to that.
    pub(super) fn count_pair(&mut self, outcome: &Outcome, clean: &Outcome, kind: Option<Row>, threshold: f64) {
        let qualities = outcome.quality.zip(clean.quality);
        let is_ranked = qualities.is_some_and(|(own, clean)| own < clean);
        let is_tied = qualities.is_some_and(|(own, clean)| own.total_cmp(&clean).is_eq());
        let anew = outcome.findings.iter().filter(|judged| judged.finding.confidence >= threshold && !judged.in_twin);
        let touch = anew.map(|judged| judged.touch).max().unwrap_or(Catch::Missed);
        for row in [Some(Row::All), kind].into_iter().flatten() {
            self.add(row, Count::Pairs, 1);
            self.add(row, Count::Ranked, u64::from(is_ranked));
            self.add(row, Count::Tied, u64::from(is_tied));
            self.add(row, Count::Anew, u64::from(touch != Catch::Missed));
            self.add(row, Count::AnewNamed, u64::from(touch == Catch::Named));
        }
    }

    fn count_findings(&mut self, text: &Annotated, outcome: &Outcome, threshold: f64) {
        for judged in &outcome.findings {
            let confidence = judged.finding.confidence;
            let right = u64::from(judged.right);
            if !text.clean {
                let tenth = Row::Tenth(((confidence * 10.0).floor() as usize).min(TENTHS - 1));
                self.add(tenth, Count::Found, 1);
                self.add(tenth, Count::Right, right);
                self.add(tenth, Count::Confidence, (confidence * CONFIDENCE_UNIT).round() as u64);
            }
            if confidence < threshold {
                continue;
            }
            let own = judged.finding.rule;
            let rule = RULES.iter().position(|rule| rule.code == own.code).map(Row::Rule);
            let category = Category::ALL.iter().position(|category| *category == own.category).map(Row::Category);
            for row in [Some(Row::All), rule, category].into_iter().flatten() {
                if text.clean {
                    self.add(row, Count::Alarms, 1);
                } else {
                    self.add(row, Count::Found, 1);
                    self.add(row, Count::Right, right);
                }
            }
        }
    }

    fn count_errors(&mut self, text: &Annotated, outcome: &Outcome) {
        for (error, catch) in text.errors.iter().zip(&outcome.catches) {
            let category = error.category.and_then(|have| Category::ALL.iter().position(|one| *one == have));
            let severity = SEVERITIES.iter().position(|one| *one == error.severity).unwrap_or(0);
            let category = Row::ErrorCategory(category.unwrap_or(Category::ALL.len()));
            for row in [Row::All, category, Row::Severity(severity)] {
                self.add(row, Count::Errors, 1);
                self.add(row, Count::Caught, u64::from(*catch != Catch::Missed));
                self.add(row, Count::Named, u64::from(*catch == Catch::Named));
            }
        }
    }
}
