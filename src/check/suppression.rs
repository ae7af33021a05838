//! Findings that are not reported because somebody said so.

use crate::check::finding::Finding;

/// Who said that a finding is not to be reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Suppression {
    /// A line in the text itself or in the file of ignores beside it.
    Ignored {
        /// Why, in the words of who wrote it; may be empty.
        reason: String,
    },
    /// The configuration, for this file or this rule.
    Configured,
    /// The baseline: it was there before.
    Baseline,
}

/// A finding that is not reported.
#[derive(Clone, Debug)]
pub struct Suppressed {
    /// What would have been reported.
    pub finding: Finding,
    /// Why it is not.
    pub by: Suppression,
}
