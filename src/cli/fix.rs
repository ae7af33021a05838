//! `wirelint check --fix` and `--diff`: the safe suggestions, shown or written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use crate::check::Verdict;
use crate::check::fix::{Fixed, fix};
use crate::cli::print;
use crate::error::Error;
use crate::input::files::{Source, write_atomically};
use crate::report::diff::unified;
use crate::report::safe::for_terminal;

#[derive(clap::Args, Debug)]
pub(super) struct FixArguments {
    /// Write the safe suggestions into the candidate: spaces, quotation marks, what is doubled, misspelled names and
    /// forbidden terms, each from 90% sure on. Of standard input, print the fixed text in place of the report.
    #[arg(long)]
    fix: bool,
    /// Print what --fix does as a unified diff in place of the report; without --fix nothing is written.
    #[arg(long)]
    diff: bool,
}

/// What is left to report.
pub(super) struct Outcome {
    /// The text to report on.
    pub(super) candidate: Source,
    /// Whether standard output is free for a report.
    pub(super) report: bool,
}

impl FixArguments {
    /// Fixes the candidate where that is asked for; with `--diff` alone what is there now is to be reported.
    pub(super) fn run(
        &self,
        path: &Path,
        candidate: Source,
        check: impl Fn(&Source) -> Result<Verdict, Error>,
    ) -> anyhow::Result<Outcome> {
        if !self.fix && !self.diff {
            return Ok(Outcome { candidate, report: true });
        }
        let standard = path.as_os_str() == "-";
        if standard && self.fix && self.diff {
            anyhow::bail!(
                "--fix prints the fixed text of standard input, and --diff the difference. Give one of the two, or the text as a file."
            );
        }
        let fixed = fix(
            candidate.file(),
            |file| Cow::Owned(candidate.with_file(file).raw),
            |file| check(&candidate.with_file(file)),
        )?;
        if self.diff {
            print(&unified(&candidate.name, candidate.file(), &fixed.file))?;
        }
        if self.fix && standard {
            print_text(&fixed.file)?;
        } else if self.fix && fixed.file != candidate.file() {
            write(path, candidate.file(), &fixed.file)?;
        }
        // A summary that nobody reads must not fail the run.
        let _ = writeln!(std::io::stderr(), "wirelint: {}", self.summary(&candidate.name, &fixed));
        let candidate = if self.fix { candidate.with_file(&fixed.file) } else { candidate };
        Ok(Outcome { candidate, report: !self.diff && !standard })
    }

    /// "Fixed 3 findings in a.txt (2 JON004, 1 NAM001); 5 findings are left."
    fn summary(&self, name: &str, fixed: &Fixed) -> String {
        let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
        for edit in fixed.rounds.iter().flatten() {
            *by_rule.entry(edit.rule.code).or_default() += 1;
        }
        let rules: Vec<String> = by_rule.iter().map(|(code, count)| format!("{count} {code}")).collect();
        let name = for_terminal(name);
        let findings = |count: usize| if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
        let remaining = fixed.verdict.findings.len();
        let left = match (self.fix, remaining) {
            (false, _) => "would be left",
            (true, 1) => "is left",
            (true, _) => "are left",
        };
        let done = match (self.fix, by_rule.values().sum()) {
            (true, 0) => format!("nothing to fix in {name}"),
            (false, 0) => format!("--fix would change nothing in {name}"),
            (true, count) => format!("fixed {} in {name} ({})", findings(count), rules.join(", ")),
            (false, count) => format!("--fix would fix {} in {name} ({})", findings(count), rules.join(", ")),
        };
        format!("{done}; {} {left}.", findings(remaining))
    }
}

/// Writes the fixed text over the file, unless that is no plain file, may not be written, or is no longer what was read.
fn write(path: &Path, old: &str, new: &str) -> Result<(), Error> {
    let unwritable = |reason: &str| Error::Unwritable { path: path.to_owned(), reason: reason.to_owned() };
    let metadata = fs::metadata(path).map_err(|error| unwritable(&error.to_string()))?;
    if !metadata.is_file() {
        return Err(unwritable("it is no file. Give `-` to have the fixed text printed"));
    }
    if metadata.permissions().readonly() {
        return Err(unwritable("it is read-only"));
    }
    if fs::read(path).map_err(|error| unwritable(&error.to_string()))? != old.as_bytes() {
        return Err(unwritable("it was changed while it was checked. Run wirelint again"));
    }
    write_atomically(path, new.as_bytes())
}

/// The text byte for byte, but for a terminal, which it must not steer.
fn print_text(text: &str) -> anyhow::Result<()> {
    if !std::io::stdout().is_terminal() {
        return print(text);
    }
    let lines: Vec<String> = text.lines().map(for_terminal).collect();
    print(&format!("{}\n", lines.join("\n")))
}
