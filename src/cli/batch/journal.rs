//! What of a run is done, kept so that an interrupted run can be gone on with and ends as if it had not been.
//!
//! Findings are appended to one file first, then the rows of their pairs to the journal, each with the length of the
//! first file behind its findings. What stands behind the last whole row is cut off when the run is gone on with.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::input::files;
use crate::report::batch::row::Row;

const JOURNAL: &str = "journal.jsonl";
const FINDINGS: &str = "findings.jsonl";
const UNFINISHED: &str = "findings.jsonl.part";

/// What a run is recognised by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) wirelint: String,
    pub(super) manifest: String,
    pub(super) settings: String,
}

#[derive(Serialize, Deserialize)]
struct Line<R> {
    /// Length of the findings behind those of this pair.
    end: u64,
    row: R,
}

/// The journal of a run that goes on.
pub(super) struct Journal {
    out: PathBuf,
    journal: File,
    findings: File,
    end: u64,
}

impl Journal {
    /// Begins a run, or goes on with one: then with the rows that it has.
    pub(super) fn open(out: &Path, header: &Header, resume: bool) -> anyhow::Result<(Journal, Vec<Row>)> {
        let path = out.join(JOURNAL);
        match (path.exists(), resume) {
            (true, true) => Journal::go_on(out, header),
            (true, false) => anyhow::bail!(
                "a run in {} was interrupted, or is under way. Go on with it by --resume, or remove {} to begin anew.",
                out.display(),
                path.display()
            ),
            (false, _) => Ok((Journal::begin(out, header)?, Vec::new())),
        }
    }

    fn begin(out: &Path, header: &Header) -> Result<Journal, Error> {
        let (path, part) = (out.join(JOURNAL), out.join(UNFINISHED));
        let findings = File::create(&part).map_err(|error| files::unwritable(&part, &error))?;
        let mut journal = File::create_new(&path).map_err(|error| files::unwritable(&path, &error))?;
        let line = serde_json::to_string(header).expect("its fields are strings");
        writeln!(journal, "{line}").map_err(|error| files::unwritable(&path, &error))?;
        Ok(Journal { out: out.to_owned(), journal, findings, end: 0 })
    }

    fn go_on(out: &Path, header: &Header) -> anyhow::Result<(Journal, Vec<Row>)> {
        let (path, part) = (out.join(JOURNAL), out.join(UNFINISHED));
        let bytes = std::fs::read(&path).map_err(|error| files::unreadable(&path, &error))?;
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| line.ends_with(b"\n"));
        let Some(first) = lines.next() else {
            // It was killed before it had written a whole line: nothing is lost by beginning anew.
            std::fs::remove_file(&path).map_err(|error| files::unwritable(&path, &error))?;
            return Ok((Journal::begin(out, header)?, Vec::new()));
        };
        let anew = format!("Give the same as then, or remove {} to begin anew.", path.display());
        let written: Header = serde_json::from_slice(first)
            .map_err(|error| anyhow::anyhow!("{} is no journal: {error}. {anew}", path.display()))?;
        for (what, then, now) in [
            ("the manifest", &written.manifest, &header.manifest),
            ("the settings", &written.settings, &header.settings),
            ("the version of wirelint", &written.wirelint, &header.wirelint),
        ] {
            if then != now {
                anyhow::bail!("cannot go on with the run in {}: {what} changed since. {anew}", out.display());
            }
        }
        let (mut rows, mut length, mut end) = (Vec::new(), first.len(), 0);
        for line in lines {
            // A line that cannot be read is the end of what is sure.
            let Ok(read) = serde_json::from_slice::<Line<Row>>(line) else { break };
            if read.row.number != rows.len() + 1 || read.end < end {
                break;
            }
            (length, end) = (length + line.len(), read.end);
            rows.push(read.row);
        }
        if !part.exists() {
            // The run was killed between its last two steps.
            let findings = out.join(FINDINGS);
            std::fs::rename(&findings, &part).map_err(|error| files::unreadable(&findings, &error))?;
        }
        let journal = cut(&path, length as u64)?;
        let findings = cut(&part, end)?;
        Ok((Journal { out: out.to_owned(), journal, findings, end }, rows))
    }

    /// Adds pairs, with the lines of their findings.
    pub(super) fn add(&mut self, rows: &[Row], lines: &[String]) -> Result<(), Error> {
        let mut written = String::new();
        for (row, lines) in rows.iter().zip(lines) {
            self.end += lines.len() as u64;
            let line = Line { end: self.end, row };
            written.push_str(&serde_json::to_string(&line).expect("its fields are strings, numbers and lists"));
            written.push('\n');
        }
        let findings = self.findings.write_all(lines.concat().as_bytes()).and_then(|()| self.findings.sync_data());
        findings.map_err(|error| files::unwritable(&self.out.join(UNFINISHED), &error))?;
        let journal = self.journal.write_all(written.as_bytes()).and_then(|()| self.journal.sync_data());
        journal.map_err(|error| files::unwritable(&self.out.join(JOURNAL), &error))
    }

    /// The run is over: the findings get their name, and the journal goes.
    pub(super) fn finish(self) -> Result<(), Error> {
        let (from, to, path) = (self.out.join(UNFINISHED), self.out.join(FINDINGS), self.out.join(JOURNAL));
        std::fs::rename(&from, &to).map_err(|error| files::unwritable(&to, &error))?;
        std::fs::remove_file(&path).map_err(|error| files::unwritable(&path, &error))
    }
}

/// The findings of a run before its last step.
pub(super) fn unfinished(out: &Path) -> PathBuf {
    out.join(UNFINISHED)
}

/// The findings of a run that is over.
pub(super) fn finished(out: &Path) -> PathBuf {
    out.join(FINDINGS)
}

/// Opens a file to go on behind its first bytes, and cuts off the rest.
fn cut(path: &Path, length: u64) -> anyhow::Result<File> {
    let unwritable = |error: std::io::Error| files::unwritable(path, &error);
    let mut file = File::options().read(true).write(true).open(path).map_err(unwritable)?;
    let found = file.metadata().map_err(unwritable)?.len();
    if found < length {
        anyhow::bail!(
            "{} is shorter than the journal beside it says. Remove the journal to begin anew.",
            path.display()
        );
    }
    file.set_len(length).map_err(unwritable)?;
    file.seek(SeekFrom::End(0)).map_err(unwritable)?;
    Ok(file)
}
