//! What is counted over texts; every figure is computed from these counts, so that samples of texts have figures too.

use crate::eval::gold::Annotated;
use crate::eval::judge::{Catch, Outcome};
use crate::rules::RULES;
use crate::rules::model::{Category, Severity};

/// How finely confidence is added up: sums of whole numbers are the same in any order.
pub(super) const CONFIDENCE_UNIT: f64 = 10_000.0;

/// Findings of a rule or category.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Found {
    /// In texts with errors.
    pub found: u64,
    /// Of these, the ones that hit an error.
    pub right: u64,
    /// In clean texts.
    pub alarms: u64,
}

/// Errors of a category or severity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Errors {
    pub errors: u64,
    pub found: u64,
    /// Found by a finding of the error's own category.
    pub named: u64,
}

/// Findings of about the same confidence, in texts with errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Tenth {
    pub found: u64,
    pub right: u64,
    pub confidence: u64,
}

/// Texts, words and pairs of a garbled text with its clean form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Totals {
    pub texts: u64,
    pub words: u64,
    pub tokens: u64,
    pub tokens_in_errors: u64,
    pub clean_texts: u64,
    pub clean_words: u64,
    pub pairs: u64,
    /// Pairs whose garbled form has the lower quality.
    pub ranked: u64,
    /// Pairs of equal quality.
    pub tied: u64,
}

/// Counts over some texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tally {
    /// By position in `RULES`.
    pub rules: Vec<Found>,
    /// By position in `Category::ALL`.
    pub categories: Vec<Found>,
    pub all_findings: Found,
    /// By position in `Category::ALL`; the last row is for other categories.
    pub errors: Vec<Errors>,
    /// From critical down to neutral.
    pub severities: Vec<Errors>,
    pub all_errors: Errors,
    /// By confidence, the lowest tenth first.
    pub tenths: Vec<Tenth>,
    pub totals: Totals,
}

/// The order of `Tally::severities`.
pub(super) const SEVERITIES: [Severity; 4] = [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral];

impl Default for Tally {
    fn default() -> Tally {
        Tally {
            rules: vec![Found::default(); RULES.len()],
            categories: vec![Found::default(); Category::ALL.len()],
            all_findings: Found::default(),
            errors: vec![Errors::default(); Category::ALL.len() + 1],
            severities: vec![Errors::default(); SEVERITIES.len()],
            all_errors: Errors::default(),
            tenths: vec![Tenth::default(); 10],
            totals: Totals::default(),
        }
    }
}

impl Tally {
    /// Counts a text; `twin` is what became of its clean form.
    pub(super) fn count(&mut self, text: &Annotated, outcome: &Outcome, twin: Option<&Outcome>, threshold: f64) {
        self.count_findings(text, outcome, threshold);
        for (error, catch) in text.errors.iter().zip(&outcome.catches) {
            let one = Errors {
                errors: 1,
                found: u64::from(*catch != Catch::Missed),
                named: u64::from(*catch == Catch::Named),
            };
            let category = error.category.and_then(|have| Category::ALL.iter().position(|one| *one == have));
            let severity = SEVERITIES.iter().position(|one| *one == error.severity).unwrap_or(0);
            self.errors[category.unwrap_or(Category::ALL.len())].add(one, 1);
            self.severities[severity].add(one, 1);
            self.all_errors.add(one, 1);
        }
        let words = outcome.words as u64;
        let more = if text.clean {
            Totals { clean_texts: 1, clean_words: words, ..Totals::default() }
        } else {
            let (tokens, inside) = outcome.tokens;
            Totals { texts: 1, words, tokens: tokens as u64, tokens_in_errors: inside as u64, ..Totals::default() }
        };
        self.totals.add(more, 1);
        if let Some(twin) = twin {
            let qualities = outcome.quality.zip(twin.quality);
            self.totals.pairs += 1;
            self.totals.ranked += u64::from(qualities.is_some_and(|(own, clean)| own < clean));
            self.totals.tied += u64::from(qualities.is_some_and(|(own, clean)| own.total_cmp(&clean).is_eq()));
        }
    }

    fn count_findings(&mut self, text: &Annotated, outcome: &Outcome, threshold: f64) {
        for judged in &outcome.findings {
            let confidence = judged.finding.confidence;
            let right = u64::from(judged.right);
            if !text.clean {
                let tenth = ((confidence * 10.0).floor() as usize).min(9);
                let confidence = (confidence * CONFIDENCE_UNIT).round() as u64;
                self.tenths[tenth].add(Tenth { found: 1, right, confidence }, 1);
            }
            if confidence < threshold {
                continue;
            }
            let one =
                if text.clean { Found { alarms: 1, ..Found::default() } } else { Found { found: 1, right, alarms: 0 } };
            let own = judged.finding.rule;
            if let Some(rule) = RULES.iter().position(|rule| rule.code == own.code) {
                self.rules[rule].add(one, 1);
            }
            if let Some(category) = Category::ALL.iter().position(|category| *category == own.category) {
                self.categories[category].add(one, 1);
            }
            self.all_findings.add(one, 1);
        }
    }

    /// Adds other counts a number of times.
    pub(super) fn add(&mut self, other: &Tally, times: u64) {
        for (own, more) in self.rules.iter_mut().zip(&other.rules) {
            own.add(*more, times);
        }
        for (own, more) in self.categories.iter_mut().zip(&other.categories) {
            own.add(*more, times);
        }
        self.all_findings.add(other.all_findings, times);
        for (own, more) in self.errors.iter_mut().zip(&other.errors) {
            own.add(*more, times);
        }
        for (own, more) in self.severities.iter_mut().zip(&other.severities) {
            own.add(*more, times);
        }
        self.all_errors.add(other.all_errors, times);
        for (own, more) in self.tenths.iter_mut().zip(&other.tenths) {
            own.add(*more, times);
        }
        self.totals.add(other.totals, times);
    }
}

impl Found {
    fn add(&mut self, more: Found, times: u64) {
        self.found += more.found * times;
        self.right += more.right * times;
        self.alarms += more.alarms * times;
    }
}

impl Errors {
    fn add(&mut self, more: Errors, times: u64) {
        self.errors += more.errors * times;
        self.found += more.found * times;
        self.named += more.named * times;
    }
}

impl Tenth {
    fn add(&mut self, more: Tenth, times: u64) {
        self.found += more.found * times;
        self.right += more.right * times;
        self.confidence += more.confidence * times;
    }
}

impl Totals {
    fn add(&mut self, more: Totals, times: u64) {
        self.texts += more.texts * times;
        self.words += more.words * times;
        self.tokens += more.tokens * times;
        self.tokens_in_errors += more.tokens_in_errors * times;
        self.clean_texts += more.clean_texts * times;
        self.clean_words += more.clean_words * times;
        self.pairs += more.pairs * times;
        self.ranked += more.ranked * times;
        self.tied += more.tied * times;
    }
}
