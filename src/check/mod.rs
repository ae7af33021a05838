//! From rules to a verdict: run them, settle overlaps, say how sure, weigh.

pub mod finding;
pub mod language;
pub mod quality;
pub mod settle;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::align::Pair;
use crate::check::finding::Evidence;
use crate::check::settle::Judged;
use crate::config::{Settings, Term};
use crate::error::{Error, Side};
use crate::extract::Facts;
use crate::extract::known_names::KnownNames;
use crate::lexicon::Lexicon;
use crate::lexicon::gazetteer::Gazetteer;
use crate::rules::RULES;
use crate::rules::model::{Context, Findings, Proof};
use crate::text::Text;

pub use crate::check::finding::{Finding, Verdict};

/// Two texts to check.
#[derive(Clone, Debug, Default)]
pub struct Input<'a> {
    /// The trusted text; empty where there is none.
    pub reference: &'a str,
    /// The text under test.
    pub candidate: &'a str,
    /// Whether they are one segment and its one-to-one reference.
    pub segment: bool,
    /// Terms for this pair, laid over the configured ones.
    pub terms: &'a [Term],
}

/// Checks pairs; made once, shared by threads.
#[derive(Clone, Debug)]
pub struct Checker {
    settings: Arc<Settings>,
    lexicon: Arc<Lexicon>,
    glossary: Arc<Gazetteer>,
}

impl Checker {
    /// Reads the lexicon and the configured terms.
    #[must_use]
    pub fn new(settings: Settings) -> Checker {
        let glossary = Arc::new(Gazetteer::of_terms(&settings.terms));
        Checker { settings: Arc::new(settings), lexicon: Arc::new(Lexicon::english()), glossary }
    }

    /// The language that candidates are checked in.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Checks a pair.
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] for a text beyond the limit, [`Error::Empty`] for a candidate of white space only, and
    /// [`Error::Internal`] where wirelint itself breaks down; the next pair is not affected by that.
    pub fn check(&self, input: &Input<'_>) -> Result<Verdict, Error> {
        for (side, text) in [(Side::Reference, input.reference), (Side::Candidate, input.candidate)] {
            if text.len() > self.settings.max_bytes {
                return Err(Error::TooLong { side, bytes: text.len(), limit: self.settings.max_bytes });
            }
        }
        if input.candidate.trim().is_empty() {
            return Err(Error::Empty { side: Side::Candidate });
        }
        let checked = catch_unwind(AssertUnwindSafe(|| self.check_texts(input)));
        checked.map_err(|cause| Error::Internal { reason: reason_of(cause.as_ref()) })
    }

    fn check_texts(&self, input: &Input<'_>) -> Verdict {
        let own;
        let glossary = if input.terms.is_empty() {
            &*self.glossary
        } else {
            let all: Vec<Term> = input.terms.iter().chain(&self.settings.terms).cloned().collect();
            own = Gazetteer::of_terms(&all);
            &own
        };
        let lexicon = &*self.lexicon;
        let known = KnownNames { glossary, built_in: &lexicon.names };
        let reference = Text::read(input.reference, lexicon);
        let candidate = Text::read(input.candidate, lexicon);
        let facts = (Facts::read(&reference, lexicon, &known), Facts::read(&candidate, lexicon, &known));
        let pair = Pair::new((&reference, &facts.0), (&candidate, &facts.1), input.segment, known, lexicon);
        self.judge(&pair)
    }

    fn judge(&self, pair: &Pair<'_>) -> Verdict {
        let cx = Context { pair, lexicon: &self.lexicon };
        let mut judged = Vec::new();
        for rule in RULES {
            let mut findings = Findings::default();
            (rule.check)(&cx, &mut findings);
            for draft in findings.into_drafts() {
                let confidence = (draft.strength.clamp(0.01, 0.99) * 100.0).round() / 100.0;
                judged.push(Judged { rule, draft, confidence });
            }
        }
        let settled = settle::settle(judged);
        let quality = (quality::quality(pair, &settled, &self.lexicon) * 1e4).round() / 1e4;
        let words = pair.candidate.word_count();
        let reported = settled.into_iter().filter(|one| one.confidence >= self.settings.min_confidence);
        let findings: Vec<Finding> = reported.map(|one| finding(pair, one)).collect();
        let harm = findings.iter().fold(0.0, |sum, finding| sum + finding.severity.weight());
        let penalty = harm * 1000.0 / words.max(1) as f64;
        Verdict { quality, penalty, words, kind: pair.kind, findings }
    }
}

fn finding(pair: &Pair<'_>, judged: Judged) -> Finding {
    let Judged { rule, draft, confidence } = judged;
    let evidence = draft.evidence.into_iter().map(|proof| {
        let text = match &proof {
            Proof::Reference(span) => pair.reference.at(*span).to_owned(),
            Proof::Candidate(span) => pair.candidate.at(*span).to_owned(),
            Proof::Glossary(entry) => entry.clone(),
        };
        Evidence { proof, text }
    });
    Finding {
        rule,
        severity: draft.severity.unwrap_or(rule.severity),
        confidence,
        message: draft.message,
        span: draft.span,
        text: pair.candidate.at(draft.span).to_owned(),
        evidence: evidence.collect(),
        suggestions: draft.suggestions,
    }
}

fn reason_of(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}
