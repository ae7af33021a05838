//! Finding and reading what is configured for a candidate: `wirelint.toml`, glossaries, the baseline; each read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::check::Checker;
use crate::check::baseline::Baseline;
use crate::check::policy::{Policy, decide};
use crate::config::options::{ConfigFile, Options};
use crate::config::parse::parse;
use crate::config::vocabulary::Vocabulary;
use crate::config::{Settings, Term};
use crate::error::Error;
use crate::input::paths::{relative, short, whole};
use crate::input::{files, glossary};
use crate::rules::vocabulary;

/// The name of a configuration file.
pub const CONFIG_NAME: &str = "wirelint.toml";

/// Which configuration file counts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Choice {
    /// The nearest `wirelint.toml` in the folder of the candidate or above it.
    #[default]
    Find,
    /// This one, for all candidates.
    File(PathBuf),
    /// None.
    Nothing,
}

/// The configuration of a run, for any number of candidates and threads.
#[derive(Debug)]
pub struct Configuration {
    choice: Choice,
    command_line: Options,
    vocabulary: Vocabulary,
    files: Mutex<BTreeMap<PathBuf, Option<Arc<ConfigFile>>>>,
    checkers: Mutex<Vec<(Vec<PathBuf>, f64, Checker)>>,
    baselines: Mutex<BTreeMap<PathBuf, Arc<Baseline>>>,
}

impl Configuration {
    /// A configuration under a command line; nothing is read yet.
    #[must_use]
    pub fn new(choice: Choice, command_line: Options) -> Configuration {
        Configuration {
            choice,
            command_line,
            vocabulary: vocabulary(),
            files: Mutex::default(),
            checkers: Mutex::default(),
            baselines: Mutex::default(),
        }
    }

    /// The words for rules, categories and severities.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The configuration file for a candidate, if there is one. Standard input, `-`, belongs to the current folder.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`], [`Error::NotUtf8`] or [`Error::Config`] for the file.
    pub fn file_for(&self, candidate: &Path) -> Result<Option<Arc<ConfigFile>>, Error> {
        let found = match &self.choice {
            Choice::Nothing => None,
            Choice::File(path) => Some(path.clone()),
            Choice::Find => {
                let start = whole(candidate);
                start.ancestors().skip(1).map(|folder| folder.join(CONFIG_NAME)).find(|path| path.is_file()).map(short)
            }
        };
        let Some(path) = found else { return Ok(None) };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = files.get(&path) {
            return Ok(known.clone());
        }
        let read = Arc::new(parse(&path, &files::read_plain(&path)?, &self.vocabulary)?);
        files.insert(path, Some(Arc::clone(&read)));
        Ok(Some(read))
    }

    /// Every value decided for a candidate: the command line over the file's overrides, these over the rest of the file,
    /// that over the profile, that over the defaults.
    ///
    /// # Errors
    ///
    /// As [`Configuration::file_for`].
    pub fn for_candidate(&self, candidate: &Path) -> Result<Policy, Error> {
        let file = self.file_for(candidate)?;
        let folder = file.as_ref().map_or(Path::new(""), |file| file.folder());
        let path = name_from(folder, candidate);
        let mut layers = vec![&self.command_line];
        if let Some(file) = &file {
            layers.extend(file.layers(&path));
        }
        Ok(decide(path.clone(), &layers))
    }

    /// The reference that the configuration has for a candidate: `{name}`, `{stem}` and `{folder}` filled in. Standard
    /// input has none.
    #[must_use]
    pub fn reference(&self, policy: &Policy, candidate: &Path) -> Option<PathBuf> {
        if candidate.as_os_str() == "-" {
            return None;
        }
        let written = policy.reference.as_ref()?.value.to_string_lossy().into_owned();
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let folder = policy.path.rsplit_once('/').map_or(".", |(folder, _)| folder);
        let filled = written
            .replace("{name}", &part(candidate.file_name()))
            .replace("{stem}", &part(candidate.file_stem()))
            .replace("{folder}", folder);
        Some(PathBuf::from(filled))
    }

    /// The checker for a policy; policies with the same glossaries and confidence share one.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`], [`Error::NotUtf8`] or [`Error::Glossary`] for a glossary.
    pub fn checker(&self, policy: &Policy) -> Result<Checker, Error> {
        let paths: Vec<PathBuf> = policy.glossary.iter().map(|placed| placed.value.clone()).collect();
        let min_confidence = policy.min_confidence.value;
        let mut checkers = self.checkers.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |one: &&(Vec<PathBuf>, f64, Checker)| one.0 == paths && one.1.total_cmp(&min_confidence).is_eq();
        if let Some((_, _, checker)) = checkers.iter().find(fits) {
            return Ok(checker.clone());
        }
        let settings = Settings { terms: terms(&paths)?, min_confidence, ..Settings::default() };
        let checker = match checkers.first() {
            Some((_, _, first)) => first.with_settings(settings),
            None => Checker::new(settings),
        };
        checkers.push((paths, min_confidence, checker.clone()));
        Ok(checker)
    }

    /// The baseline of a policy, if it has one.
    ///
    /// # Errors
    ///
    /// [`Error::Baseline`] where it cannot be read.
    pub fn baseline(&self, policy: &Policy) -> Result<Option<Arc<Baseline>>, Error> {
        let Some(path) = policy.baseline.as_ref().map(|placed| placed.value.clone()) else { return Ok(None) };
        let mut baselines = self.baselines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = baselines.get(&path) {
            return Ok(Some(Arc::clone(known)));
        }
        let baseline = Arc::new(read_baseline(&path)?);
        baselines.insert(path, Arc::clone(&baseline));
        Ok(Some(baseline))
    }
}

/// The terms of glossaries in their order.
///
/// # Errors
///
/// [`Error::Unreadable`], [`Error::NotUtf8`] or [`Error::Glossary`].
pub fn terms(paths: &[PathBuf]) -> Result<Vec<Term>, Error> {
    let mut terms = Vec::new();
    for path in paths {
        terms.extend(glossary::parse(path, &files::read(path)?.raw)?);
    }
    Ok(terms)
}

/// Reads a baseline.
///
/// # Errors
///
/// [`Error::Baseline`] where there is none or where it cannot be read.
pub fn read_baseline(path: &Path) -> Result<Baseline, Error> {
    if !path.exists() {
        return Err(Error::Baseline {
            path: path.to_owned(),
            line: 1,
            problem: "there is no such baseline".to_owned(),
            help: "Write one with `wirelint baseline create`.".to_owned(),
        });
    }
    Baseline::parse(path, &files::read_plain(path)?)
}

/// What a candidate is called in the files of a folder; standard input is `-`.
#[must_use]
pub fn name_from(folder: &Path, candidate: &Path) -> String {
    if candidate.as_os_str() == "-" { "-".to_owned() } else { relative(folder, candidate) }
}
