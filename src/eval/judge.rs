//! Which findings of a text hit which of its known errors.

use std::ops::Range;

use crate::check::finding::{Finding, Verdict};
use crate::eval::gold::{Annotated, KnownError};
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::text::span::Span;

/// A finding of more tokens marks no place.
const LONG: usize = 40;

/// A finding that something is missing, of more tokens than this, stands for the gap and marks no words.
const GAP: usize = 8;

/// A finding, and whether it hits an error.
#[derive(Clone, Debug)]
pub struct Judged {
    /// As it was reported.
    pub finding: Finding,
    /// Whether it hits an error.
    pub right: bool,
    /// How its words alone meet the errors as they were widened, however many words they are.
    pub touch: Catch,
    /// Whether the clean form of the text has it as well, of the findings that count.
    pub in_twin: bool,
    /// Whether it hits no error, but a place of which annotators were not of one mind.
    pub doubtful: bool,
}

/// How an error was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Catch {
    /// No finding hits it.
    Missed,
    /// A finding of another category hits it.
    Found,
    /// A finding that names it by its category hits it.
    Named,
}

/// What became of a text.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Findings of any confidence, in the order of the candidate.
    pub findings: Vec<Judged>,
    /// For each known error, in their order, what the findings that count did.
    pub catches: Vec<Catch>,
    /// Words of the candidate.
    pub words: usize,
    /// Tokens of the candidate, and how many of them lie in errors as they were widened.
    pub tokens: (usize, usize),
    /// None where the text could not be checked.
    pub quality: Option<f64>,
    /// Why the text could not be checked.
    pub trouble: Option<String>,
}

impl Outcome {
    /// Of a text that could not be checked: nothing is found in it.
    pub(super) fn unchecked(annotated: &Annotated, trouble: String) -> Outcome {
        Outcome {
            findings: Vec::new(),
            catches: vec![Catch::Missed; annotated.errors.len()],
            // Reading the text may be just what went wrong.
            words: annotated.candidate.split_whitespace().count(),
            tokens: (0, 0),
            quality: None,
            trouble: Some(trouble),
        }
    }
}

/// Holds the findings of a text against its errors; those of at least `threshold` count.
pub(super) fn judge(annotated: &Annotated, verdict: Verdict, threshold: f64, lexicon: &Lexicon) -> Outcome {
    let text = Text::read(&annotated.candidate, lexicon);
    let regions: Vec<Region> = annotated.errors.iter().map(|error| Region::of(error, &text)).collect();
    let mut catches = vec![Catch::Missed; annotated.errors.len()];
    let mut findings = Vec::new();
    for finding in verdict.findings {
        let (mut right, mut touch) = (false, Catch::Missed);
        for ((error, region), catch) in annotated.errors.iter().zip(&regions).zip(&mut catches) {
            let named = error.is_named_by(finding.rule.category);
            let how = if named { Catch::Named } else { Catch::Found };
            if self::touch(finding.span, region.widened) {
                touch = touch.max(how);
            }
            if region.is_hit_by(&finding, &text) {
                right = true;
                if finding.confidence >= threshold {
                    *catch = (*catch).max(how);
                }
            }
        }
        let doubtful = !right && annotated.doubtful.iter().any(|span| self::touch(finding.span, *span));
        findings.push(Judged { finding, right, doubtful, touch, in_twin: false });
    }
    let Verdict { quality, words, .. } = verdict;
    let tokens = (text.tokens.len(), tokens_inside(&regions, &text));
    Outcome { findings, catches, words, tokens, quality: Some(quality), trouble: None }
}

/// Where a finding must be to hit an error.
struct Region {
    /// The error's words with a token more on either side.
    widened: Span,
    /// Where something is missing: its sentence and the neighbours of that.
    nearby: Option<Span>,
}

impl Region {
    fn of(error: &KnownError, text: &Text<'_>) -> Region {
        let nearby = error.span.is_empty().then(|| neighbourhood(error.span, text));
        Region { widened: widened(error.span, text), nearby }
    }

    fn is_hit_by(&self, finding: &Finding, text: &Text<'_>) -> bool {
        let missing = finding.span.is_empty() || finding.rule.mqm.starts_with("accuracy/omission");
        if missing && self.nearby.is_some_and(|nearby| touch(finding.span, nearby)) {
            return true;
        }
        let most = if missing { GAP } else { LONG };
        touch(finding.span, self.widened) && tokens_at(finding.span, text).len() <= most
    }
}

/// The span from the token before to the token behind.
fn widened(span: Span, text: &Text<'_>) -> Span {
    let inside = tokens_at(span, text);
    let start = inside.start.checked_sub(1).map_or(0, |at| text.tokens[at].span.start);
    let end = text.tokens.get(inside.end).map_or(text.raw.len() as u32, |token| token.span.end);
    Span { start: start.min(span.start), end: end.max(span.end) }
}

/// The sentence at a place with the ones before and behind it.
fn neighbourhood(place: Span, text: &Text<'_>) -> Span {
    let at = text.sentences.partition_point(|sentence| sentence.span.end < place.start);
    let first = text.sentences.get(at.saturating_sub(1));
    let last = text.sentences.get(at + 1).or(text.sentences.last());
    match (first, last) {
        (Some(first), Some(last)) => first.span.join(last.span).join(place),
        _ => Span::new(0, text.raw.len()),
    }
}

/// Whether two spans share a byte; an empty one counts where it lies in or at the edge of the other.
fn touch(one: Span, other: Span) -> bool {
    if one.is_empty() || other.is_empty() {
        return one.start <= other.end && other.start <= one.end;
    }
    one.overlaps(other)
}

/// The tokens that share a byte with a span, as positions in the text.
fn tokens_at(span: Span, text: &Text<'_>) -> Range<usize> {
    let first = text.tokens.partition_point(|token| token.span.end <= span.start);
    let last = text.tokens.partition_point(|token| token.span.start < span.end);
    first..last.max(first)
}

/// How many tokens lie in errors as they were widened.
fn tokens_inside(regions: &[Region], text: &Text<'_>) -> usize {
    let mut inside = vec![false; text.tokens.len()];
    for region in regions {
        inside[tokens_at(region.widened, text)].fill(true);
    }
    inside.into_iter().filter(|inside| *inside).count()
}
