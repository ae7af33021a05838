//! Sets of values for one purpose each, and what fails a run.

use clap::ValueEnum;

/// What wirelint is run for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Profile {
    /// For an editor: nothing is to be missed.
    Desk,
    /// Before publishing: what fails a run has to be right.
    Gate,
    /// For statistics: all that was found, and no run fails.
    Report,
}

impl Profile {
    /// Its word in a configuration file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Profile::Desk => "desk",
            Profile::Gate => "gate",
            Profile::Report => "report",
        }
    }

    /// Least confidence of a finding.
    #[must_use]
    pub fn min_confidence(self) -> f64 {
        match self {
            Profile::Desk => 0.5,
            Profile::Gate => 0.9,
            Profile::Report => 0.3,
        }
    }

    /// Least severity that fails the gate.
    #[must_use]
    pub fn fail_on(self) -> FailOn {
        match self {
            Profile::Desk | Profile::Gate => FailOn::Major,
            Profile::Report => FailOn::Never,
        }
    }
}

/// Least severity that fails a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum FailOn {
    /// Critical findings alone.
    Critical,
    /// Major ones and worse.
    Major,
    /// Minor ones and worse.
    Minor,
    /// Findings fail no run, whatever their severity.
    Never,
}

impl FailOn {
    /// Its word in a configuration file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            FailOn::Critical => "critical",
            FailOn::Major => "major",
            FailOn::Minor => "minor",
            FailOn::Never => "never",
        }
    }
}
