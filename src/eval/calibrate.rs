//! Fitting the model that turns strengths into probabilities, and checking it on documents that it was not fitted on.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::align::sentences::PairKind;
use crate::check::confidence::{Circumstances, KINDS, Terms, log_odds};
use crate::eval::gold::Annotated;
use crate::eval::judge::{Judged, Outcome};
use crate::eval::logistic::{self, Sample, probability};
use crate::rules::RULES;
use crate::rules::model::Category;

/// How many parts the documents are divided into for cross-validation.
pub const FOLDS: usize = 10;

/// A finding of which it is known whether it is right.
struct Known {
    rule: usize,
    strength: f64,
    circumstances: Circumstances,
    right: bool,
    /// Documents with the same number are other forms of one text.
    document: usize,
    /// Whether other systems translated the same segment: what is wrong with its reference shows in all of them.
    shared: bool,
    /// How much it counts.
    weight: f64,
}

/// A fitted model, and what became of it on documents that it was not fitted on.
pub struct Calibration {
    /// The model for each rule, by position in `RULES`, and each kind of reference, by position in `KINDS`.
    pub terms: Vec<[Terms; 4]>,
    /// Findings of each rule and kind, and how many of them are right.
    pub counts: Vec<[(u64, u64); 4]>,
    /// Mean logarithmic loss in cross-validation, in nats.
    pub loss: f64,
    /// The same where all findings have the share of right ones as their confidence.
    pub base_loss: f64,
    /// In cross-validation, for each tenth of confidence: findings, right ones, sum of the confidences.
    pub tenths: [(u64, u64, f64); 10],
    /// How many documents.
    pub documents: usize,
}

/// Fits the model on all findings of which it is known whether they are right; `heads` numbers the documents.
#[must_use]
pub fn calibrate(texts: &[Annotated], outcomes: &[Outcome], heads: &[usize]) -> Calibration {
    let mut known = Vec::new();
    for (at, (text, outcome)) in texts.iter().zip(outcomes).enumerate() {
        let clean = text.twin.filter(|twin| !text.clean && texts[*twin].clean).map(|twin| &outcomes[twin]);
        for judged in &outcome.findings {
            // A false alarm of both forms of a text counts once, in the clean one.
            let again = |clean: &Outcome| clean.findings.iter().any(|other| same(judged, other));
            if judged.doubtful || !judged.right && clean.is_some_and(again) {
                continue;
            }
            let finding = &judged.finding;
            let Some(rule) = RULES.iter().position(|rule| rule.code == finding.rule.code) else { continue };
            known.push(Known {
                rule,
                strength: finding.strength,
                circumstances: finding.circumstances,
                right: judged.right,
                document: heads[at],
                shared: text.rated.as_ref().is_some_and(|rated| rated.origin.is_some()),
                weight: 1.0,
            });
        }
    }
    weigh(&mut known);
    let samples: Vec<Sample> = known.iter().map(sample).collect();
    let weights = fit(&samples);
    let mut counts = vec![[(0, 0); 4]; RULES.len()];
    for one in &known {
        let (found, right) = &mut counts[one.rule][kind_number(one.circumstances.kind)];
        *found += 1;
        *right += u64::from(one.right);
    }
    let (documents, predictions) = cross_validate(&known, &samples);
    let share = known.iter().filter(|one| one.right).count() as f64 / known.len().max(1) as f64;
    let loss = |probability: f64, right: bool| -(if right { probability } else { 1.0 - probability }).max(1e-9).ln();
    let mean = |sum: f64| sum / known.len().max(1) as f64;
    let mut tenths = [(0, 0, 0.0); 10];
    for (one, predicted) in known.iter().zip(&predictions) {
        let (found, right, sum) = &mut tenths[((predicted * 10.0) as usize).min(9)];
        *found += 1;
        *right += u64::from(one.right);
        *sum += predicted;
    }
    Calibration {
        terms: (0..RULES.len()).map(|rule| KINDS.map(|(kind, _)| terms(&weights, rule, kind))).collect(),
        counts,
        loss: mean(known.iter().zip(&predictions).map(|(one, predicted)| loss(*predicted, one.right)).sum()),
        base_loss: mean(known.iter().map(|one| loss(share, one.right)).sum()),
        tenths,
        documents,
    }
}

/// The findings of one rule in several translations of one segment, all right or all wrong, count as one.
fn weigh(known: &mut [Known]) {
    let mut counts: BTreeMap<(usize, usize, bool), f64> = BTreeMap::new();
    for one in known.iter().filter(|one| one.shared) {
        *counts.entry((one.rule, one.document, one.right)).or_default() += 1.0;
    }
    for one in known.iter_mut().filter(|one| one.shared) {
        one.weight = 1.0 / counts.get(&(one.rule, one.document, one.right)).copied().unwrap_or(1.0).sqrt();
    }
}

/// The most likely weights, where those of likeness and agreement may not speak against a finding.
fn fit(samples: &[Sample]) -> Vec<f64> {
    let mut prior = prior();
    loop {
        let weights = logistic::fit(samples, &prior);
        let against = |at: &usize| weights[*at] < 0.0 && prior[*at] != HELD;
        let Some(at) = (LIKENESS..=AGREEMENT).find(against) else { return weights };
        prior[at] = HELD;
    }
}

/// A prior that no evidence moves from nought.
const HELD: (f64, f64) = (0.0, 1e9);

fn same(one: &Judged, other: &Judged) -> bool {
    one.finding.rule.code == other.finding.rule.code && one.finding.text == other.finding.text
}

/// For each finding what a model says of it that was fitted without its document; and how many documents there are.
fn cross_validate(known: &[Known], samples: &[Sample]) -> (usize, Vec<f64>) {
    let mut documents: Vec<usize> = known.iter().map(|one| one.document).collect();
    documents.sort_unstable();
    documents.dedup();
    let fold = |one: &Known| documents.partition_point(|document| *document < one.document) % FOLDS;
    let mut predictions = vec![0.5; known.len()];
    for part in 0..FOLDS {
        let others = known.iter().zip(samples).filter(|(one, _)| fold(one) != part);
        let others: Vec<Sample> = others.map(|(_, sample)| sample.clone()).collect();
        let weights = fit(&others);
        for (at, _) in known.iter().enumerate().filter(|(_, one)| fold(one) == part) {
            predictions[at] = probability(&weights, &samples[at].features);
        }
    }
    (documents.len(), predictions)
}

fn kind_number(kind: PairKind) -> usize {
    KINDS.iter().position(|(one, _)| *one == kind).unwrap_or(0)
}

/// Numbers of the weights: what all rules share first, then what categories and rules have of their own.
const BASE: usize = 0;
const SLOPE: usize = 1;
const ARTICLE: usize = 2;
const PARALLEL: usize = 3;
const ALONE: usize = 4;
const ARTICLE_SLOPE: usize = 5;
const LIKENESS: usize = 6;
const AGREEMENT: usize = 8;
const CATEGORIES: usize = 9;

/// A segment, an article with another one, a text alone: categories and rules have weights for each.
const SETTINGS: usize = 3;

fn rules() -> usize {
    CATEGORIES + SETTINGS * Category::ALL.len()
}

fn slopes() -> usize {
    rules() + SETTINGS * RULES.len()
}

/// For each weight what it is without evidence, and how much evidence moves it: a normal prior, mean and precision.
fn prior() -> Vec<(f64, f64)> {
    let mut prior = vec![(0.0, 0.5); slopes() + SETTINGS * RULES.len()];
    prior[BASE] = (0.0, 0.05);
    prior[SLOPE] = (1.0, 2.0);
    prior[ARTICLE] = (0.0, 0.2);
    prior[PARALLEL] = (0.0, 2.0);
    prior[ALONE] = (0.0, 0.2);
    prior[ARTICLE_SLOPE] = (0.0, 2.0);
    prior[LIKENESS..AGREEMENT].fill((0.0, 1.0));
    prior[AGREEMENT] = (0.0, 1.0);
    prior[rules()..slopes()].fill((0.0, 0.7));
    prior[slopes()..].fill((0.0, 6.0));
    prior
}

/// Offset and slope features of a rule in a kind of reference, the other circumstances left out.
fn of_rule(rule: usize, kind: PairKind, log_odds: f64) -> Vec<(usize, f64)> {
    let setting = match kind {
        PairKind::Segment => 0,
        PairKind::Parallel | PairKind::Comparable => 1,
        PairKind::Alone => 2,
    };
    let category = Category::ALL.iter().position(|category| *category == RULES[rule].category).unwrap_or(0);
    let mut features = vec![
        (BASE, 1.0),
        (SLOPE, log_odds),
        (CATEGORIES + SETTINGS * category + setting, 1.0),
        (rules() + SETTINGS * rule + setting, 1.0),
        (slopes() + SETTINGS * rule + setting, log_odds),
    ];
    if setting == 1 {
        features.extend([(ARTICLE, 1.0), (ARTICLE_SLOPE, log_odds)]);
    }
    match kind {
        PairKind::Parallel => features.push((PARALLEL, 1.0)),
        PairKind::Alone => features.push((ALONE, 1.0)),
        PairKind::Segment | PairKind::Comparable => {}
    }
    features
}

fn sample(known: &Known) -> Sample {
    let Circumstances { kind, likeness, agreeing } = known.circumstances;
    let mut features = of_rule(known.rule, kind, log_odds(known.strength));
    if let Some(likeness) = likeness {
        features.push((LIKENESS + usize::from(kind != PairKind::Segment), likeness - 0.5));
    }
    features.push((AGREEMENT, f64::from(agreeing)));
    Sample { features, right: known.right, weight: known.weight }
}

/// Slopes below this would make a finding less likely the surer its rule is.
const LEAST_SLOPE: f64 = 0.05;

fn terms(weights: &[f64], rule: usize, kind: PairKind) -> Terms {
    let sum = |log_odds: f64| of_rule(rule, kind, log_odds).iter().map(|(at, value)| weights[*at] * value).sum::<f64>();
    let offset = sum(0.0);
    Terms {
        offset,
        slope: (sum(1.0) - offset).max(LEAST_SLOPE),
        likeness: weights[LIKENESS + usize::from(kind != PairKind::Segment)],
        agreement: weights[AGREEMENT],
    }
}

/// What cross-validation found, in words and a table.
#[must_use]
pub fn report(calibration: &Calibration) -> String {
    let mut out = format!(
        "Calibrated on {} documents. In {FOLDS}-fold cross-validation over documents the\nlogarithmic loss is {:.3}; one confidence for all findings has {:.3}.\n\n",
        calibration.documents, calibration.loss, calibration.base_loss
    );
    out.push_str("Cross-validated     found   right   claimed %   right %\n");
    for (at, (found, right, sum)) in calibration.tenths.iter().enumerate() {
        let share = |of: f64| if *found > 0 { format!("{:.1}", 100.0 * of / *found as f64) } else { "-".to_owned() };
        let from = at as f64 / 10.0;
        let _ = writeln!(
            out,
            "{from:.1} to {:.1}        {found:>7} {right:>7}   {:>9} {:>9}",
            from + 0.1,
            share(*sum),
            share(*right as f64)
        );
    }
    out
}
