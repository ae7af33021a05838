//! From rules to a verdict: run them, settle overlaps, say how sure, weigh.

pub mod baseline;
pub mod confidence;
pub mod fingerprint;
pub mod finding;
pub mod gate;
pub mod ignores;
pub mod language;
mod places;
pub mod policy;
pub mod quality;
pub mod settle;
pub mod sift;
pub mod suppression;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::align::Pair;
use crate::align::sentences::Sentences;
use crate::check::confidence::Model;
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

/// What a rule is less sure of than this is a hunch, not a finding.
const LEAST_STRENGTH: f64 = 0.3;

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
    model: Arc<Model>,
}

impl Checker {
    /// Reads the lexicon and the configured terms.
    #[must_use]
    pub fn new(settings: Settings) -> Checker {
        let glossary = Arc::new(Gazetteer::of_terms(&settings.terms));
        Checker {
            settings: Arc::new(settings),
            lexicon: Arc::new(Lexicon::english()),
            glossary,
            model: Arc::new(Model::built_in()),
        }
    }

    /// A checker with other settings that shares what this one has read of the language.
    #[must_use]
    pub fn with_settings(&self, settings: Settings) -> Checker {
        let glossary = Arc::new(Gazetteer::of_terms(&settings.terms));
        Checker { settings: Arc::new(settings), glossary, ..self.clone() }
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
        let checked = catch_unwind(AssertUnwindSafe(|| self.with_pair(input, |pair| self.judge(pair))));
        checked.map_err(|cause| Error::Internal { reason: reason_of(cause.as_ref()) })
    }

    /// What the reference is to the candidate, which sentences render each other, and which further ones do.
    #[must_use]
    pub fn align(&self, input: &Input<'_>) -> Sentences {
        let of =
            |pair: &Pair<'_>| Sentences { kind: pair.kind, beads: pair.beads.clone(), echoes: pair.echoes.clone() };
        self.with_pair(input, of)
    }

    fn with_pair<T>(&self, input: &Input<'_>, look: impl FnOnce(&Pair<'_>) -> T) -> T {
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
        look(&Pair::new((&reference, &facts.0), (&candidate, &facts.1), input.segment, known, lexicon))
    }

    fn judge(&self, pair: &Pair<'_>) -> Verdict {
        let cx = Context { pair, lexicon: &self.lexicon };
        let mut drafts = Vec::new();
        for rule in RULES {
            let mut findings = Findings::default();
            (rule.check)(&cx, &mut findings);
            let said = findings.into_drafts().into_iter().filter(|draft| draft.strength >= LEAST_STRENGTH);
            drafts.extend(said.map(|draft| (rule, draft)));
        }
        let circumstances = confidence::circumstances(pair, &drafts);
        let judged = drafts.into_iter().zip(circumstances).map(|((rule, draft), circumstances)| {
            let confidence = self.model.confidence(rule, draft.strength, &circumstances);
            Judged { rule, draft, circumstances, confidence: (confidence * 100.0).round() / 100.0 }
        });
        let judged = judged.collect();
        let settled = settle::settle(judged);
        let quality = (quality::quality(pair, &settled, &self.lexicon) * 1e4).round() / 1e4;
        let words = pair.candidate.word_count();
        let reported = settled.into_iter().filter(|one| one.confidence >= self.settings.min_confidence);
        let mut findings: Vec<Finding> = reported.map(|one| finding(pair, one)).collect();
        places::list_places(&mut findings);
        let harm = findings.iter().fold(0.0, |sum, finding| sum + finding.severity.weight());
        let penalty = harm * 1000.0 / words.max(1) as f64;
        let not_mentioned = pair.not_mentioned.iter().map(|span| pair.reference.at(*span).to_owned()).collect();
        Verdict { quality, penalty, words, kind: pair.kind, findings, not_mentioned }
    }
}

fn finding(pair: &Pair<'_>, judged: Judged) -> Finding {
    let Judged { rule, draft, circumstances, confidence } = judged;
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
        strength: draft.strength,
        circumstances,
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
