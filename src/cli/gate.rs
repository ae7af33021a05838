//! When a run ends with status 1.

use clap::ValueEnum;

use crate::check::Verdict;
use crate::cli::{CLEAN, FOUND};
use crate::rules::model::Severity;

#[derive(clap::Args, Debug)]
pub(super) struct GateArguments {
    /// Exit with status 1 when something of this severity or worse is found.
    #[arg(long, value_enum, default_value_t = FailOn::Major, value_name = "SEVERITY")]
    fail_on: FailOn,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum FailOn {
    Critical,
    Major,
    Minor,
    Never,
}

impl FailOn {
    fn reaches(self, severity: Severity) -> bool {
        match self {
            FailOn::Critical => severity >= Severity::Critical,
            FailOn::Major => severity >= Severity::Major,
            FailOn::Minor => severity >= Severity::Minor,
            FailOn::Never => false,
        }
    }
}

impl GateArguments {
    /// The exit status for a verdict.
    pub(super) fn status(&self, verdict: &Verdict) -> u8 {
        let fails = verdict.findings.iter().any(|finding| self.fail_on.reaches(finding.severity));
        if fails { FOUND } else { CLEAN }
    }
}
