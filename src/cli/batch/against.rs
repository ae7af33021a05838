//! An earlier run that this one is held against.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use crate::cli::batch::journal::{finished, unfinished};
use crate::error::Error;
use crate::input::files;
use crate::report::batch::findings::Recognised;
use crate::report::batch::totals::Report;
use crate::report::batch::trend::{Trend, in_both, trend};

/// The report of an earlier run, and where it is.
pub(super) struct Earlier {
    folder: PathBuf,
    name: String,
    report: Report,
}

impl Earlier {
    /// Reads the report in a folder, or the report itself.
    pub(super) fn read(path: &Path, out: &Path) -> anyhow::Result<Earlier> {
        let file = if path.is_dir() { path.join("report.json") } else { path.to_owned() };
        let folder = file.parent().unwrap_or(Path::new(".")).to_owned();
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
        let same = folder.canonicalize().ok().is_some_and(|folder| out.canonicalize().ok() == Some(folder));
        if same {
            anyhow::bail!("{} is where this run writes to. Give --out another folder.", path.display());
        }
        let raw = files::read(&file)?.raw;
        let report = serde_json::from_str(&raw).map_err(|error| Error::Manifest {
            path: file.clone(),
            line: error.line() as u64,
            problem: format!("this is no report of `wirelint batch`: {error}"),
            help: "Give the folder of an earlier run, or the report.json in it.".to_owned(),
        })?;
        let name = path.file_name().map_or("an earlier run".to_owned(), |name| name.to_string_lossy().into_owned());
        Ok(Earlier { folder, name, report })
    }

    /// What changed.
    pub(super) fn trend(&self, now: &Report, out: &Path) -> Result<Trend, Error> {
        let path = finished(&self.folder);
        let counted = if path.exists() { Some(self.new_and_gone(now, &path, out)?) } else { None };
        Ok(trend(now, &self.report, &self.name, counted))
    }

    /// Counts the findings of pairs in both runs that only one of them has. The fingerprints of the earlier run are held,
    /// those of this run only pass by.
    fn new_and_gone(&self, now: &Report, path: &Path, out: &Path) -> Result<(usize, usize), Error> {
        let ids = in_both(now, &self.report);
        let mut earlier: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        each(path, |line| {
            if ids.contains(line.pair.as_str()) {
                earlier.entry(line.pair).or_default().insert(line.fingerprint);
            }
        })?;
        let mut new = 0;
        each(&unfinished(out), |line| {
            let is_known = earlier.get_mut(&line.pair).is_some_and(|prints| prints.remove(&line.fingerprint));
            if ids.contains(line.pair.as_str()) && !is_known {
                new += 1;
            }
        })?;
        Ok((new, earlier.values().map(BTreeSet::len).sum()))
    }
}

/// Reads findings line by line.
fn each(path: &Path, mut take: impl FnMut(Recognised)) -> Result<(), Error> {
    let file = File::open(path).map_err(|error| files::unreadable(path, &error))?;
    for (at, line) in BufReader::new(file).lines().enumerate() {
        let line = line.map_err(|error| files::unreadable(path, &error))?;
        let read = serde_json::from_str(&line).map_err(|error| Error::Manifest {
            path: path.to_owned(),
            line: at as u64 + 1,
            problem: format!("this is no finding of `wirelint batch`: {error}"),
            help: "Is the file whole? Without it, only the totals are held against each other.".to_owned(),
        })?;
        take(read);
    }
    Ok(())
}
