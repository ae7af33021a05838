//! Pairs from a folder: files that belong together by their names, in it and in all folders within.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::error::Error;
use crate::input::files;
use crate::input::manifest::{Entry, Survey, TermsFrom, TextFrom, Texts, hexadecimal};
use crate::input::stream::Mode;

/// How the two files of a pair are called; `*` is what they have in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Patterns {
    /// Such as `*.ref.txt`.
    pub reference: String,
    /// Such as `*.mt.txt`.
    pub candidate: String,
}

/// The pairs of a folder, by folder and by what stands for `*`.
#[derive(Debug)]
pub struct Pairs {
    root: PathBuf,
    patterns: Patterns,
    found: BTreeMap<(PathBuf, String), Found>,
}

/// The two files; one of them may be missing.
#[derive(Debug, Default)]
struct Found {
    reference: Option<PathBuf>,
    candidate: Option<PathBuf>,
}

/// Finds all pairs below a folder.
pub(super) fn pairs(root: &Path, patterns: &Patterns) -> Result<Pairs, Error> {
    for pattern in [&patterns.reference, &patterns.candidate] {
        if pattern.matches('*').count() > 1 || pattern.contains('/') || pattern.is_empty() {
            return Err(error(
                root,
                format!("`{pattern}` is no pattern"),
                "A pattern is the name of a file with at most one `*`, such as *.ref.txt or reference.txt.",
            ));
        }
    }
    if patterns.reference == patterns.candidate {
        return Err(error(root, "both patterns are the same".to_owned(), "Give two by which the files can be told."));
    }
    let mut found: BTreeMap<(PathBuf, String), Found> = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let listed = std::fs::read_dir(&folder).map_err(|error| files::unreadable(&folder, &error))?;
        for entry in listed {
            let entry = entry.map_err(|error| files::unreadable(&folder, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(|error| files::unreadable(&entry.path(), &error))?;
            if name.starts_with('.') {
                continue;
            }
            // A link to a folder is not followed: it may lead back.
            if kind.is_dir() {
                folders.push(entry.path());
                continue;
            }
            // The narrower pattern wins where both fit: `*.txt` beside `*.mt.txt`.
            let fits = (stem(&patterns.reference, &name), stem(&patterns.candidate, &name));
            let is_reference = match fits {
                (Some(_), Some(_)) => patterns.reference.len() > patterns.candidate.len(),
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => continue,
            };
            let stem = if is_reference { fits.0 } else { fits.1 }.unwrap_or_default();
            let pair = found.entry((folder.clone(), stem)).or_default();
            *if is_reference { &mut pair.reference } else { &mut pair.candidate } = Some(entry.path());
        }
    }
    if found.is_empty() {
        let problem = format!("no file is called `{}` or `{}`", patterns.reference, patterns.candidate);
        return Err(error(root, problem, "Give --reference-pattern and --candidate-pattern, or a manifest."));
    }
    Ok(Pairs { root: root.to_owned(), patterns: patterns.clone(), found })
}

fn error(root: &Path, problem: String, help: &str) -> Error {
    Error::Manifest { path: root.to_owned(), line: 0, problem, help: help.to_owned() }
}

/// What stands for `*`; empty where the pattern has none.
fn stem(pattern: &str, name: &str) -> Option<String> {
    let Some((before, behind)) = pattern.split_once('*') else {
        return (pattern == name).then(String::new);
    };
    name.strip_prefix(before)?.strip_suffix(behind).map(str::to_owned)
}

impl Pairs {
    pub(super) fn survey(&self) -> Survey {
        let mut hash = Sha256::new();
        for found in self.found.values() {
            for path in [&found.reference, &found.candidate].into_iter().flatten() {
                hash.update(self.name(path).as_bytes());
                let length = path.metadata().map_or(0, |metadata| metadata.len());
                hash.update([0]);
                hash.update(length.to_le_bytes());
            }
        }
        Survey { count: self.found.len(), digest: hexadecimal(&hash.finalize()) }
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.found.iter().enumerate().map(|(at, (key, found))| self.entry(at + 1, key, found))
    }

    fn entry(&self, number: usize, (folder, stem): &(PathBuf, String), found: &Found) -> Entry {
        let within = self.name(folder);
        let parts: Vec<&str> = [within.as_str(), stem.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        let id = if parts.is_empty() { number.to_string() } else { parts.join("/") };
        let file = |path: &PathBuf| TextFrom::File(path.clone(), self.name(path));
        let texts = match (&found.reference, &found.candidate) {
            (Some(reference), Some(candidate)) => Ok(Texts {
                reference: file(reference),
                candidate: file(candidate),
                mode: Mode::Document,
                terms: TermsFrom::Inline(Vec::new()),
            }),
            (Some(alone), None) => Err(self.incomplete(alone, &self.patterns.candidate, stem)),
            (None, Some(alone)) => Err(self.incomplete(alone, &self.patterns.reference, stem)),
            (None, None) => Err(error(folder, "there is no file".to_owned(), "")),
        };
        Entry { number, id, columns: Vec::new(), texts }
    }

    fn incomplete(&self, alone: &Path, pattern: &str, stem: &str) -> Error {
        let missing = pattern.replace('*', stem);
        let problem = format!("there is no {missing} beside it");
        Error::Manifest { path: PathBuf::from(self.name(alone)), line: 0, problem, help: "Add it.".to_owned() }
    }

    /// A path from the folder on.
    fn name(&self, path: &Path) -> String {
        let within = path.strip_prefix(&self.root).unwrap_or(path);
        let parts = within.components().map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}
