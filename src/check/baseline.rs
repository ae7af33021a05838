//! Findings that were there before and are not to be reported again: a file that is read, compared and written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::check::finding::Finding;
use crate::error::Error;

/// The form of the file; another one is refused.
const VERSION: u32 = 1;

/// One finding of a baseline. Severity, confidence and line are left out: they may change.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The candidate, from the folder of the baseline, with `/`.
    pub path: String,
    /// The rule's code.
    pub rule: String,
    /// What the finding is recognised by.
    pub fingerprint: String,
    /// The words, for people.
    pub text: String,
    /// The message, for people.
    pub message: String,
}

impl Entry {
    /// The entry of a finding.
    #[must_use]
    pub fn new(path: &str, finding: &Finding, fingerprint: &str) -> Entry {
        Entry {
            path: path.to_owned(),
            rule: finding.rule.code.to_owned(),
            fingerprint: fingerprint.to_owned(),
            text: finding.text.clone(),
            message: finding.message.clone(),
        }
    }

    fn key(&self) -> Key {
        (self.path.clone(), self.rule.clone(), self.fingerprint.clone())
    }
}

type Key = (String, String, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    version: u32,
    findings: Vec<Entry>,
}

/// A baseline.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// Its file; the paths of its entries are taken from the file's folder.
    pub path: PathBuf,
    entries: BTreeMap<Key, Entry>,
}

impl Baseline {
    /// A baseline that holds nothing yet.
    #[must_use]
    pub fn empty(path: &Path) -> Baseline {
        Baseline { path: path.to_owned(), entries: BTreeMap::new() }
    }

    /// Reads the text of a baseline.
    ///
    /// # Errors
    ///
    /// [`Error::Baseline`] with the line that is wrong.
    pub fn parse(path: &Path, text: &str) -> Result<Baseline, Error> {
        let error =
            |line, problem, help: &str| Error::Baseline { path: path.to_owned(), line, problem, help: help.to_owned() };
        let content: Content = serde_json::from_str(text).map_err(|cause| {
            let help = "Undo changes made by hand, or take one side of a merge and run `wirelint baseline update`.";
            error(cause.line(), format!("this is no baseline: {cause}"), help)
        })?;
        if content.version != VERSION {
            let problem = format!("the baseline is of version {}, not {VERSION}", content.version);
            return Err(error(1, problem, "Write it anew with `wirelint baseline create`."));
        }
        let entries = content.findings.into_iter().map(|entry| (entry.key(), entry)).collect();
        Ok(Baseline { path: path.to_owned(), entries })
    }

    /// The text of the file: one finding a line, sorted.
    #[must_use]
    pub fn to_json(&self) -> String {
        let lines: Vec<String> = self
            .entries
            .values()
            .map(|entry| format!("\n{}", serde_json::to_string(entry).expect("an entry is texts only")))
            .collect();
        format!("{{\"version\": {VERSION}, \"findings\": [{}\n]}}\n", lines.join(","))
    }

    /// Whether it holds a finding of a candidate.
    #[must_use]
    pub fn holds(&self, path: &str, rule: &str, fingerprint: &str) -> bool {
        self.entries.contains_key(&(path.to_owned(), rule.to_owned(), fingerprint.to_owned()))
    }

    /// The entries of a candidate.
    pub fn entries_of<'b>(&'b self, path: &'b str) -> impl Iterator<Item = &'b Entry> {
        let first = (path.to_owned(), String::new(), String::new());
        self.entries.range(first..).map(|(_, entry)| entry).take_while(move |entry| entry.path == path)
    }

    /// The entries of a candidate that no finding answers to; each finding by its rule and fingerprint.
    #[must_use]
    pub fn stale<'b>(&'b self, path: &'b str, found: &BTreeSet<(&str, &str)>) -> Vec<&'b Entry> {
        self.entries_of(path)
            .filter(|entry| !found.contains(&(entry.rule.as_str(), entry.fingerprint.as_str())))
            .collect()
    }

    /// Puts an entry in.
    pub fn insert(&mut self, entry: Entry) {
        self.entries.insert(entry.key(), entry);
    }

    /// Takes an entry out.
    pub fn remove(&mut self, entry: &Entry) {
        self.entries.remove(&entry.key());
    }

    /// How many findings it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
