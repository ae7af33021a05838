//! From a rule's strength to a probability: a logistic model over the strength and the circumstances of a finding.
//!
//! The numbers lie in `confidence.tsv`, which `wirelint eval --calibrate` writes from annotated texts. Its head names
//! them. `alone.dev.jsonl` has the candidates of the news pairs, their references, those of DEMETR and half of the first
//! translations of `wmt22refs`, eight to a text, each without a reference. `logic.dev.jsonl` has the first table of pairs
//! of `corpora/logic` as texts, for the rules of logic alone; `numbers.dev.jsonl` the first table of pairs of
//! `corpora/numbers`, as segments (but for figures added, dropped or reckoned) and as texts. Human translations of one
//! text that differ (`wmt22refs`) count four times: they stand for all the text that is right but worded otherwise.

use std::collections::HashMap;

use crate::align::Pair;
use crate::align::odds::probability;
use crate::align::sentences::{PairKind, beads_of_candidate};
use crate::lexicon::table::rows;
use crate::rules::model::{Draft, Proof, Rule};

/// What was known of a fault besides its rule's strength.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Circumstances {
    /// What the reference is.
    pub kind: PairKind,
    /// Likeness, 0 to 1, of the sentences that the evidence is from; none where the evidence is no such sentence.
    pub likeness: Option<f64>,
    /// How many other rules see a fault in the same words, up to [`MOST_AGREEING`].
    pub agreeing: u32,
}

/// More rules than this say no more.
pub const MOST_AGREEING: u32 = 3;

/// What the model adds up for one rule and one kind of reference.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Terms {
    /// The log odds at strength 0.5 and likeness 0.5, with no other rule agreeing.
    pub offset: f64,
    /// Weight of the log odds of the strength.
    pub slope: f64,
    /// Weight of the likeness less 0.5, where there is one.
    pub likeness: f64,
    /// Weight of the number of other rules that agree.
    pub agreement: f64,
}

impl Terms {
    /// How likely a finding is right, 0.01 to 0.99.
    #[must_use]
    pub fn confidence(&self, strength: f64, circumstances: &Circumstances) -> f64 {
        let likeness = circumstances.likeness.map_or(0.0, |likeness| likeness - 0.5);
        let odds = self.offset
            + self.slope * log_odds(strength)
            + self.likeness * likeness
            + self.agreement * f64::from(circumstances.agreeing);
        probability(odds).clamp(0.01, 0.99)
    }
}

/// The log odds of a share, which is kept within 0.01 to 0.99.
#[must_use]
pub fn log_odds(share: f64) -> f64 {
    let share = share.clamp(0.01, 0.99);
    (share / (1.0 - share)).ln()
}

/// The kinds of reference as the model's file calls them.
pub const KINDS: [(PairKind, &str); 4] = [
    (PairKind::Segment, "segment"),
    (PairKind::Parallel, "parallel"),
    (PairKind::Comparable, "comparable"),
    (PairKind::Alone, "alone"),
];

/// The file of the model that is built in.
pub const BUILT_IN: &str = include_str!("confidence.tsv");

/// The model for every rule and kind of reference.
#[derive(Debug)]
pub struct Model {
    terms: HashMap<(&'static str, &'static str), Terms>,
}

impl Model {
    /// Reads the model that is built in.
    #[must_use]
    pub fn built_in() -> Model {
        Model::read(BUILT_IN)
    }

    fn read(file: &'static str) -> Model {
        let number = |text: &str| text.parse().unwrap_or(0.0);
        let terms = rows(file).map(|row| {
            let [offset, slope, likeness, agreement] = [2, 3, 4, 5].map(|at| number(row.field(at)));
            ((row.field(0), row.field(1)), Terms { offset, slope, likeness, agreement })
        });
        Model { terms: terms.collect() }
    }

    /// How likely a finding of a rule is right, 0.01 to 0.99; the strength itself for a rule that was never calibrated.
    #[must_use]
    pub fn confidence(&self, rule: &Rule, strength: f64, circumstances: &Circumstances) -> f64 {
        let word = KINDS.iter().find(|(kind, _)| *kind == circumstances.kind).map_or("", |(_, word)| word);
        let terms = self.terms.get(&(rule.code, word));
        terms.map_or(strength.clamp(0.01, 0.99), |terms| terms.confidence(strength, circumstances))
    }
}

/// The circumstances of drafts, in their order.
#[must_use]
pub fn circumstances(pair: &Pair<'_>, drafts: &[(&'static Rule, Draft)]) -> Vec<Circumstances> {
    let bead_of = beads_of_candidate(&pair.beads, pair.candidate.sentences.len());
    let agreeing = agreeing(drafts);
    let likeness = |draft: &Draft| {
        draft.evidence.iter().find(|proof| matches!(proof, Proof::Reference(_)))?;
        let token = pair.candidate.tokens.partition_point(|token| token.span.end <= draft.span.start);
        let token = token.min(pair.candidate.tokens.len().checked_sub(1)?);
        Some(pair.beads[bead_of[pair.candidate.sentence_of(token)]?].likeness)
    };
    let all = drafts.iter().zip(agreeing).map(|((_, draft), agreeing)| Circumstances {
        kind: pair.kind,
        likeness: likeness(draft),
        agreeing,
    });
    all.collect()
}

/// Drafts further than this from each other in the order of the text are not held against each other.
const NEAR: usize = 16;

/// For each draft how many other rules see a fault in words of it.
fn agreeing(drafts: &[(&'static Rule, Draft)]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|at| drafts[*at].1.span);
    let mut others: Vec<Vec<&str>> = vec![Vec::new(); drafts.len()];
    for (place, one) in order.iter().enumerate() {
        for other in order[place + 1..].iter().take(NEAR) {
            let (a, b) = (&drafts[*one], &drafts[*other]);
            if b.1.span.start >= a.1.span.end {
                break;
            }
            if a.0.code != b.0.code && a.1.span.overlaps(b.1.span) {
                others[*one].push(b.0.code);
                others[*other].push(a.0.code);
            }
        }
    }
    let count = |codes: &mut Vec<&str>| {
        codes.sort_unstable();
        codes.dedup();
        (codes.len() as u32).min(MOST_AGREEING)
    };
    others.iter_mut().map(count).collect()
}
