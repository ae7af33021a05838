//! What the marks of several raters on one translation come to: its errors, and the harm they see in it (Freitag et al.
//! 2021, Experts, Errors, and Context).

use std::collections::BTreeMap;

use crate::eval::gold::KnownError;
use crate::rules::model::{Category, Severity};
use crate::text::span::Span;

/// From this many raters on, an error is what most of them mark; of fewer, each mark counts.
const ENOUGH: usize = 3;

/// How many words a mark has at most to be a name.
const NAME: usize = 6;

/// A mark of one rater.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark<'a> {
    pub harm: Harm,
    /// What the rater calls it, such as `Accuracy/Mistranslation`.
    pub label: &'a str,
    /// None where something was marked in the source, or the place is unknown.
    pub span: Option<Span>,
}

/// How bad a mark is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Harm {
    pub severity: Severity,
    /// What it adds to the score.
    weight: f64,
}

/// What a line of a table says of a translation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Said {
    /// Nothing: it tests the rater, or marks an error of the source.
    Nothing,
    /// That it has no error.
    NoError,
    /// That it has one.
    Error(Harm),
}

impl Said {
    /// What a label and a severity say, as the tables have them.
    pub(super) fn parse(label: &str, severity: &str) -> Result<Said, String> {
        let (label, word) = (label.trim().to_lowercase(), severity.trim().to_lowercase());
        if word.starts_with("hotw") || label.starts_with("hotw") || label.starts_with("source ") {
            return Ok(Said::Nothing);
        }
        let severity = match word.as_str() {
            "critical" => Severity::Critical,
            "major" => Severity::Major,
            "minor" => Severity::Minor,
            "neutral" => Severity::Neutral,
            "no-error" | "no error" => return Ok(Said::NoError),
            _ => {
                let known = "Critical, Major, Minor, Neutral and No-error";
                return Err(format!("the severity is `{severity}`; there are {known}"));
            }
        };
        let weight = match (label.as_str(), severity) {
            (label, _) if label.starts_with("non-translation") => 25.0,
            (label, _) if label.ends_with("creative reinterpretation") => 0.0,
            ("fluency/punctuation", Severity::Minor) => 0.1,
            (_, Severity::Critical) => 25.0,
            (_, Severity::Major) => 5.0,
            (_, Severity::Minor) => 1.0,
            (_, Severity::Neutral) => 0.0,
        };
        Ok(Said::Error(Harm { severity, weight }))
    }
}

/// The harm that the raters see, summed over the marks of each, mean over raters.
pub(super) fn harm(raters: &[Vec<Mark<'_>>]) -> f64 {
    let sums = raters.iter().map(|marks| marks.iter().map(|mark| mark.harm.weight).sum::<f64>());
    sums.sum::<f64>() / raters.len().max(1) as f64
}

/// The errors: what most raters marked, where there are at least three, otherwise every mark.
pub(super) fn errors(candidate: &str, raters: &[Vec<Mark<'_>>]) -> Vec<KnownError> {
    let marks = placed(candidate, raters);
    if raters.len() < ENOUGH {
        return marks.iter().map(|(span, mark)| error(candidate, *span, &[(*span, *mark)])).collect();
    }
    let mut errors = Vec::new();
    for run in shared(raters, raters.len() / 2 + 1) {
        if let Some(run) = trimmed(candidate, run) {
            let on: Vec<(Span, &Mark<'_>)> = marks.iter().filter(|(span, _)| span.overlaps(run)).copied().collect();
            errors.push(error(candidate, run, &on));
        }
    }
    errors
}

/// The places that were marked by too few raters for an error, where there are at least three.
pub(super) fn doubtful(candidate: &str, raters: &[Vec<Mark<'_>>], errors: &[KnownError]) -> Vec<Span> {
    if raters.len() < ENOUGH {
        return Vec::new();
    }
    let mut spans: Vec<Span> = placed(candidate, raters).into_iter().map(|(span, _)| span).collect();
    spans.retain(|span| !errors.iter().any(|error| error.span.join(*span) == error.span));
    spans.sort();
    spans.dedup();
    spans
}

/// The marks whose place is known, with that place.
fn placed<'a>(candidate: &str, raters: &'a [Vec<Mark<'a>>]) -> Vec<(Span, &'a Mark<'a>)> {
    raters.iter().flatten().filter_map(|mark| Some((trimmed(candidate, mark.span?)?, mark))).collect()
}

/// The runs of bytes that at least so many raters marked.
fn shared(raters: &[Vec<Mark<'_>>], least: usize) -> Vec<Span> {
    // Where how many raters begin and end to mark; marks of one rater that touch are one.
    let mut steps: BTreeMap<u32, i64> = BTreeMap::new();
    for marks in raters {
        let mut spans: Vec<Span> = marks.iter().filter_map(|mark| mark.span).filter(|span| !span.is_empty()).collect();
        spans.sort();
        let mut reached = 0;
        for span in spans {
            let start = span.start.max(reached);
            if start < span.end {
                *steps.entry(start).or_default() += 1;
                *steps.entry(span.end).or_default() -= 1;
                reached = span.end;
            }
        }
    }
    let (mut runs, mut from, mut count) = (Vec::new(), None, 0);
    for (at, step) in steps {
        count += step;
        match from {
            None if count >= least as i64 => from = Some(at),
            Some(start) if count < least as i64 => {
                runs.push(Span { start, end: at });
                from = None;
            }
            _ => {}
        }
    }
    runs
}

/// An error at a place that some marks lie on.
fn error(candidate: &str, span: Span, marks: &[(Span, &Mark<'_>)]) -> KnownError {
    let mut labels: BTreeMap<&str, u64> = BTreeMap::new();
    for (on, mark) in marks {
        let both = u64::from(on.end.min(span.end).saturating_sub(on.start.max(span.start)));
        *labels.entry(mark.label).or_default() += if mark.harm.severity >= Severity::Major { 2 * both } else { both };
    }
    // Of labels with the same weight the first by name.
    let most = labels.values().copied().max().unwrap_or(0);
    let label = labels.iter().find(|(_, weight)| **weight == most).map_or("", |(label, _)| *label);
    KnownError {
        span,
        category: category(label, &candidate[span.range()]),
        accepted: Vec::new(),
        severity: marks.iter().map(|(_, mark)| mark.harm.severity).max().unwrap_or(Severity::Minor),
        right: None,
    }
}

/// The contract's category for a label of the raters, if it has one.
fn category(label: &str, words: &str) -> Option<Category> {
    let label = label.trim().to_lowercase();
    let last = label.rsplit('/').next().unwrap_or("").trim();
    match last {
        "gender mismatch" => Some(Category::Pronoun),
        "punctuation" | "grammar" | "bad sentence structure" | "text-breaking" => Some(Category::Join),
        "spelling" | "character encoding" => Some(Category::Spelling),
        "name format" => Some(Category::Name),
        "date format" | "currency format" => Some(Category::Number),
        "inconsistency" => Some(Category::Term),
        "mistranslation" if words.contains(|c: char| c.is_ascii_digit()) => Some(Category::Number),
        "mistranslation" if is_name(words) => Some(Category::Name),
        last if last.starts_with("omission") || last.starts_with("addition") => Some(Category::Coverage),
        last if last.starts_with("source language fragment") || last.starts_with("untranslated") => {
            Some(Category::Language)
        }
        _ if label.starts_with("terminology") || last.starts_with("terminology") => Some(Category::Term),
        _ => None,
    }
}

/// Whether more than half of a few words are capitalised.
fn is_name(words: &str) -> bool {
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase));
    words.len() <= NAME && 2 * capitals.count() > words.len()
}

/// A span without white space at its ends; none where there is nothing else in it.
fn trimmed(candidate: &str, span: Span) -> Option<Span> {
    let text = candidate.get(span.range())?;
    let start = span.start as usize + text.len() - text.trim_start().len();
    (!text.trim().is_empty()).then(|| Span::new(start, start + text.trim().len()))
}
