//! What one place says of the settings, everything optional: a configuration file, a part of it, the command line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::GlobMatcher;

use crate::config::profile::{FailOn, Profile};
use crate::config::vocabulary::Selector;

/// Where a value is from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// A profile has it.
    Profile(Profile),
    /// A configuration file says so.
    File {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
    },
    /// The command line says so.
    CommandLine,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::Profile(profile) => write!(f, "profile {}", profile.word()),
            Origin::File { path, line } => write!(f, "{}:{line}", path.display()),
            Origin::CommandLine => f.write_str("command line"),
        }
    }
}

/// A value and where it is from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed<T> {
    /// What was said.
    pub value: T,
    /// Where.
    pub origin: Origin,
}

impl<T> Placed<T> {
    /// A value from the command line.
    pub fn given(value: T) -> Placed<T> {
        Placed { value, origin: Origin::CommandLine }
    }
}

/// Findings that the configuration asks not to report; each part that is there has to fit.
#[derive(Clone, Debug, Default)]
pub struct Exception {
    /// The rules; all of them where there is none.
    pub rules: Vec<Selector>,
    /// The words of the finding.
    pub text: Option<String>,
    /// The candidates.
    pub path: Option<Pattern>,
    /// Why.
    pub reason: String,
}

/// A pattern for the paths of candidates, taken from the folder of the configuration file.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As it is written.
    pub written: String,
    /// What it fits.
    pub matcher: GlobMatcher,
}

/// What one place says of the settings.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A set of values for one purpose.
    pub profile: Option<Placed<Profile>>,
    /// Least confidence of a finding.
    pub min_confidence: Option<Placed<f64>>,
    /// Least severity that fails the gate.
    pub fail_on: Option<Placed<FailOn>>,
    /// Highest penalty that passes the gate.
    pub max_penalty: Option<Placed<f64>>,
    /// Lowest quality that passes the gate.
    pub min_quality: Option<Placed<f64>>,
    /// Whether an ignore that ignores nothing fails the gate.
    pub strict_ignores: Option<Placed<bool>>,
    /// Where the reference of a candidate is.
    pub reference: Option<Placed<PathBuf>>,
    /// The baseline.
    pub baseline: Option<Placed<PathBuf>>,
    /// Glossaries; earlier ones are laid over later ones.
    pub glossary: Vec<Placed<PathBuf>>,
    /// Rules that are switched off (`false`) or on again (`true`).
    pub rules: Vec<(Selector, Placed<bool>)>,
    /// Most findings of a category that pass the gate.
    pub limits: BTreeMap<&'static str, Placed<usize>>,
    /// Severities of rules other than their own, by the words of both.
    pub severities: Vec<(Selector, Placed<&'static str>)>,
    /// Findings not to report.
    pub exceptions: Vec<Placed<Exception>>,
}

/// What a configuration file says of some candidates only.
#[derive(Clone, Debug)]
pub struct Override {
    /// Which candidates.
    pub paths: Vec<Pattern>,
    /// What it says of them.
    pub options: Options,
}

/// A configuration file.
#[derive(Clone, Debug)]
pub struct ConfigFile {
    /// Its path; what it names is taken from its folder.
    pub path: PathBuf,
    /// What it says of all candidates.
    pub options: Options,
    /// What it says of some, in its order.
    pub overrides: Vec<Override>,
}

impl ConfigFile {
    /// The folder that its paths are taken from.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// What it says of one candidate, the nearest first: the last override that fits, those before it, the rest.
    #[must_use]
    pub fn layers(&self, candidate: &str) -> Vec<&Options> {
        let fits = |part: &&Override| part.paths.iter().any(|pattern| pattern.matcher.is_match(candidate));
        let overrides = self.overrides.iter().rev().filter(fits).map(|part| &part.options);
        overrides.chain([&self.options]).collect()
    }
}
