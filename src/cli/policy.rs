//! What the command line says of the configuration; files say the same under the same names.

use std::path::{Path, PathBuf};

use crate::check::policy::Policy;
use crate::cli::GlossaryArguments;
use crate::config::options::{Options, Placed};
use crate::config::profile::{FailOn, Profile};
use crate::config::vocabulary::did_you_mean;
use crate::input::configuration::{Choice, Configuration};
use crate::input::files::{self, Source};
use crate::rules::vocabulary;

/// Arguments over a configuration file.
#[derive(clap::Args, Debug)]
pub(super) struct PolicyArguments {
    /// The configuration file [default: the nearest wirelint.toml in the candidate's folder or above it].
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", help_heading = "Configuration")]
    config: Option<PathBuf>,
    /// Read no configuration file.
    #[arg(long, help_heading = "Configuration")]
    no_config: bool,
    /// A set of values for one purpose: desk misses little, gate is rarely wrong, report shows all and fails nothing.
    #[arg(long, value_enum, value_name = "PROFILE", help_heading = "Configuration")]
    profile: Option<Profile>,
    #[command(flatten)]
    glossary: GlossaryArguments,
    /// Least confidence of a finding, 0 to 1 [default: 0.5].
    #[arg(long, value_parser = confidence, value_name = "SHARE", help_heading = "What is reported")]
    min_confidence: Option<f64>,
    /// Report nothing of these rules: codes, names or categories. May be given several times.
    #[arg(long, value_name = "RULES", value_delimiter = ',', help_heading = "What is reported")]
    off: Vec<String>,
    /// Do not report the findings of this file; `wirelint baseline create` writes one.
    #[arg(long, value_name = "FILE", help_heading = "What is reported")]
    baseline: Option<PathBuf>,
    /// Exit with status 1 when something of this severity or worse is found [default: major].
    #[arg(long, value_enum, value_name = "SEVERITY", help_heading = "When a run fails")]
    fail_on: Option<FailOn>,
    /// Exit with status 1 when the MQM penalty per 1,000 words is higher.
    #[arg(long, value_parser = amount, value_name = "PENALTY", help_heading = "When a run fails")]
    max_penalty: Option<f64>,
    /// Exit with status 1 when the quality is lower, 0 to 100.
    #[arg(long, value_parser = quality, value_name = "QUALITY", help_heading = "When a run fails")]
    min_quality: Option<f64>,
    /// Exit with status 1 when a category has more findings. May be given several times.
    #[arg(long = "limit", value_parser = limit, value_name = "CATEGORY=COUNT", help_heading = "When a run fails")]
    limits: Vec<(&'static str, usize)>,
    /// Exit with status 1 when an ignore ignores nothing.
    #[arg(long, help_heading = "When a run fails")]
    strict_ignores: bool,
}

/// A number from 0 to 1.
pub(super) fn confidence(word: &str) -> Result<f64, String> {
    within(word, 1.0).ok_or_else(|| "a number from 0 to 1, such as 0.8".to_owned())
}

fn amount(word: &str) -> Result<f64, String> {
    within(word, f64::MAX).ok_or_else(|| "a number from 0 on, such as 12.5".to_owned())
}

fn quality(word: &str) -> Result<f64, String> {
    within(word, 100.0).ok_or_else(|| "a number from 0 to 100, such as 80".to_owned())
}

fn within(word: &str, most: f64) -> Option<f64> {
    word.parse::<f64>().ok().filter(|number| (0.0..=most).contains(number))
}

fn limit(word: &str) -> Result<(&'static str, usize), String> {
    let (category, count) = word.split_once('=').ok_or("a category and a number, such as name=0")?;
    let count = count.parse().map_err(|_| format!("`{count}` is no whole number from 0 on"))?;
    let known = vocabulary().categories;
    match known.iter().find(|one| **one == category) {
        Some(category) => Ok((category, count)),
        None => Err(format!("`{category}` is no category{}", did_you_mean(category, known.iter().copied()))),
    }
}

impl PolicyArguments {
    /// The configuration that these arguments lie over.
    pub(super) fn configuration(&self) -> anyhow::Result<Configuration> {
        let choice = match &self.config {
            Some(path) => Choice::File(path.clone()),
            None if self.no_config => Choice::Nothing,
            None => Choice::Find,
        };
        Ok(Configuration::new(choice, self.options()?))
    }

    fn options(&self) -> anyhow::Result<Options> {
        let vocabulary = vocabulary();
        let mut rules = Vec::new();
        for word in &self.off {
            let selector = vocabulary.selector(word).map_err(|problem| anyhow::anyhow!("--off: {problem}"))?;
            rules.push((selector, Placed::given(false)));
        }
        Ok(Options {
            profile: self.profile.map(Placed::given),
            min_confidence: self.min_confidence.map(Placed::given),
            fail_on: self.fail_on.map(Placed::given),
            max_penalty: self.max_penalty.map(Placed::given),
            min_quality: self.min_quality.map(Placed::given),
            strict_ignores: self.strict_ignores.then_some(Placed::given(true)),
            baseline: self.baseline.clone().map(Placed::given),
            glossary: self.glossary.glossaries.iter().cloned().map(Placed::given).collect(),
            rules,
            limits: self.limits.iter().map(|(category, count)| (*category, Placed::given(*count))).collect(),
            ..Options::default()
        })
    }
}

/// Reads the reference of a candidate: the one given, or the one that the configuration has for it.
pub(super) fn reference(
    configuration: &Configuration,
    policy: &Policy,
    given: Option<&Path>,
    candidate: &Path,
) -> anyhow::Result<Option<Source>> {
    if let Some(path) = given {
        return Ok(Some(files::read(path)?));
    }
    let (Some(path), Some(written)) = (configuration.reference(policy, candidate), &policy.reference) else {
        return Ok(None);
    };
    if !path.exists() {
        anyhow::bail!(
            "there is no {}, which {} names as the reference of {}. Put it there, or give --reference.",
            path.display(),
            written.origin,
            candidate.display()
        );
    }
    Ok(Some(files::read(&path)?))
}
