//! The three levels that other tools sort findings by, and the order in which findings matter.

use crate::check::finding::Finding;
use crate::report::checked::Checked;
use crate::rules::model::Severity;

/// How loud another tool is about a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// It should not be published.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Good to know.
    Note,
}

impl Level {
    /// All levels, the loudest first.
    pub const ALL: [Level; 3] = [Level::Error, Level::Warning, Level::Note];

    /// The level of a severity.
    #[must_use]
    pub fn of(severity: Severity) -> Level {
        match severity {
            Severity::Critical => Level::Error,
            Severity::Major => Level::Warning,
            Severity::Minor | Severity::Neutral => Level::Note,
        }
    }
}

/// The findings of a pair, the most harmful and surest first, then in the order of the text.
#[must_use]
pub fn worst_first<'a>(checked: &Checked<'a>) -> Vec<&'a Finding> {
    let mut findings: Vec<&Finding> = checked.verdict.findings.iter().collect();
    findings.sort_by(|a, b| harm(b).total_cmp(&harm(a)).then(b.severity.cmp(&a.severity)).then(a.span.cmp(&b.span)));
    findings
}

/// The harm to be expected: that of the fault if it is one, by how likely that is.
#[must_use]
pub fn harm(finding: &Finding) -> f64 {
    finding.severity.weight() * finding.confidence
}
