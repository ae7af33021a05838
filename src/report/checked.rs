//! What every report is made from: a checked pair, and what its texts are called.

use crate::check::finding::{Finding, Verdict};
use crate::check::fingerprint;
use crate::check::suppression::Suppressed;

/// A text and its name.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The path as it was given, or "standard input".
    pub name: &'a str,
    /// The text that spans are places in.
    pub text: &'a str,
}

/// A checked pair as reports show it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The translation under test.
    pub candidate: Document<'a>,
    /// The trusted text, where there was one.
    pub reference: Option<Document<'a>>,
    /// What wirelint says of it, less what was suppressed.
    pub verdict: &'a Verdict,
    /// What would have been reported, and why it is not.
    pub suppressed: &'a [Suppressed],
}

/// The fingerprints of a pair's findings, in their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fingerprints {
    /// Of what is reported.
    pub reported: Vec<String>,
    /// Of what is suppressed.
    pub suppressed: Vec<String>,
}

impl Checked<'_> {
    /// The trusted text; empty where there was none.
    #[must_use]
    pub fn trusted(&self) -> &str {
        self.reference.map_or("", |reference| reference.text)
    }

    /// The fingerprints of all findings; which of them are suppressed has no part in them.
    #[must_use]
    pub fn fingerprints(&self) -> Fingerprints {
        let reported = &self.verdict.findings;
        let suppressed = self.suppressed.iter().map(|one| &one.finding);
        let all: Vec<&Finding> = reported.iter().chain(suppressed).collect();
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|at| (all[*at].span, all[*at].rule.code));
        let sorted: Vec<Finding> = order.iter().map(|at| all[*at].clone()).collect();
        let mut prints = vec![String::new(); all.len()];
        for (at, print) in order.into_iter().zip(fingerprint::fingerprints(&sorted, self.candidate.text)) {
            prints[at] = print;
        }
        let suppressed = prints.split_off(reported.len());
        Fingerprints { reported: prints, suppressed }
    }
}
