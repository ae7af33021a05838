//! From all findings of a pair to those that are reported: severities set, ignored and known ones taken out.

use std::collections::BTreeSet;

use crate::check::baseline::{Baseline, Entry};
use crate::check::finding::{Finding, Verdict};
use crate::check::fingerprint::fingerprints;
use crate::check::ignores::Ignore;
use crate::check::policy::{Policy, excepts};
use crate::check::suppression::{Suppressed, Suppression};

/// What is left of a verdict, and what was noticed on the way.
#[derive(Clone, Debug)]
pub struct Sifted {
    /// The verdict with the findings that are reported; its penalty is theirs, its quality that of the text.
    pub verdict: Verdict,
    /// What is not reported.
    pub suppressed: Vec<Suppressed>,
    /// Findings that are neither ignored nor configured away, those of the baseline among them.
    pub entries: Vec<Entry>,
    /// Ignores that ignored nothing, as sentences with their place.
    pub unused_ignores: Vec<String>,
    /// Entries of the baseline that no finding answers to.
    pub stale: Vec<Entry>,
}

/// A baseline and what the candidate is called in it.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The baseline.
    pub baseline: &'a Baseline,
    /// The candidate's path in it.
    pub path: &'a str,
}

/// Applies a policy, the ignores of a text and a baseline to a verdict. An ignore in the text comes before the
/// configuration, that before the baseline.
#[must_use]
pub fn sift(
    mut verdict: Verdict,
    candidate: &str,
    policy: &Policy,
    ignores: &[Ignore],
    known: Option<Known<'_>>,
) -> Sifted {
    let prints = fingerprints(&verdict.findings, candidate);
    let mut used = vec![false; ignores.len()];
    let mut used_exceptions = vec![false; policy.exceptions.len()];
    let (mut reported, mut suppressed, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    let codes: Vec<&'static str> = verdict.findings.iter().map(|finding| finding.rule.code).collect();
    for (mut finding, print) in std::mem::take(&mut verdict.findings).into_iter().zip(&prints) {
        if let Some(severity) = policy.severities.get(finding.rule.code) {
            finding.severity = severity.value;
        }
        let ignored = mark(ignores, &mut used, |ignore| ignore.fits(&finding));
        let excepted =
            mark(&policy.exceptions, &mut used_exceptions, |one| excepts(&one.value, &policy.path, &finding));
        let by = if let Some(ignore) = ignored {
            Some(Suppression::Ignored { reason: ignore.reason.clone() })
        } else if excepted.is_some() || policy.off.contains_key(finding.rule.code) {
            Some(Suppression::Configured)
        } else {
            let path = known.map_or("", |known| known.path);
            entries.push(Entry::new(path, &finding, print));
            let is_known = known.is_some_and(|known| known.baseline.holds(path, finding.rule.code, print));
            is_known.then_some(Suppression::Baseline)
        };
        match by {
            Some(by) => suppressed.push(Suppressed { finding, by }),
            None => reported.push(finding),
        }
    }
    let found: BTreeSet<(&str, &str)> = codes.into_iter().zip(prints.iter().map(String::as_str)).collect();
    let stale =
        known.map_or(Vec::new(), |known| known.baseline.stale(known.path, &found).into_iter().cloned().collect());
    verdict.penalty = penalty(&reported, verdict.words);
    verdict.findings = reported;
    let unused_ignores = unused(ignores, &used, policy, &used_exceptions);
    Sifted { verdict, suppressed, entries, unused_ignores, stale }
}

/// MQM's penalty per 1,000 words.
fn penalty(findings: &[Finding], words: usize) -> f64 {
    let harm = findings.iter().fold(0.0, |sum, finding| sum + finding.severity.weight());
    harm * 1000.0 / words.max(1) as f64
}

/// The first that fits; all that fit are marked as used.
fn mark<'i, T>(all: &'i [T], used: &mut [bool], fits: impl Fn(&T) -> bool) -> Option<&'i T> {
    let mut first = None;
    for (one, used) in all.iter().zip(used) {
        if fits(one) {
            *used = true;
            first = first.or(Some(one));
        }
    }
    first
}

/// Sentences on the ignores that ignored nothing. Of the configuration's only those that name this candidate itself are
/// meant: the others are for other texts, too.
fn unused(ignores: &[Ignore], used: &[bool], policy: &Policy, used_exceptions: &[bool]) -> Vec<String> {
    let mut unused = Vec::new();
    for (ignore, _) in ignores.iter().zip(used).filter(|(_, used)| !**used) {
        let words = ignore.text.as_ref().map_or(String::new(), |text| format!(" on `{text}`"));
        let place = format!("{}:{}", ignore.file, ignore.line);
        unused.push(format!("{place}: the ignore of {}{words} ignores nothing; remove it", ignore.named()));
    }
    for (exception, _) in policy.exceptions.iter().zip(used_exceptions).filter(|(_, used)| !**used) {
        if exception.value.path.as_ref().is_some_and(|path| path.written == policy.path) {
            unused.push(format!("{}: this ignore ignores nothing; remove it", exception.origin));
        }
    }
    unused
}
