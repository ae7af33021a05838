//! `wirelint baseline`: what is found today is written down, so that later runs report new findings only.

use std::path::{Path, PathBuf};

use crate::check::baseline::{Baseline, Entry};
use crate::cli::gate::say;
use crate::cli::policy::{PolicyArguments, reference};
use crate::cli::{CLEAN, FOUND, print};
use crate::input::configuration::{Configuration, name_from, read_baseline};
use crate::input::files::{self, write_atomically};
use crate::input::judge::judge;
use crate::report::safe::{for_json, for_terminal};

#[derive(clap::Subcommand, Debug)]
pub(super) enum BaselineCommand {
    /// Write all findings of some candidates into a new baseline.
    Create(BaselineArguments),
    /// Take out what some candidates no longer have; with --accept-new, put in what is new. The entries of other
    /// candidates stay.
    Update(UpdateArguments),
}

#[derive(clap::Args, Debug)]
pub(super) struct BaselineArguments {
    /// The translations.
    #[arg(value_name = "CANDIDATE", required = true)]
    candidates: Vec<PathBuf>,
    /// The trusted article of all of them [default: what wirelint.toml says of each].
    #[arg(long, short, value_name = "FILE")]
    reference: Option<PathBuf>,
    #[command(flatten)]
    policy: PolicyArguments,
}

#[derive(clap::Args, Debug)]
pub(super) struct UpdateArguments {
    #[command(flatten)]
    inputs: BaselineArguments,
    /// Put findings in that are not in the baseline yet.
    #[arg(long)]
    accept_new: bool,
}

/// The baseline's name where nobody says another.
const DEFAULT_NAME: &str = "wirelint-baseline.json";

pub(super) fn run(command: &BaselineCommand) -> anyhow::Result<u8> {
    match command {
        BaselineCommand::Create(inputs) => create(inputs),
        BaselineCommand::Update(update) => self::update(update),
    }
}

fn create(inputs: &BaselineArguments) -> anyhow::Result<u8> {
    let configuration = inputs.policy.configuration()?;
    let path = path_of(inputs, &configuration)?;
    if path.symlink_metadata().is_ok() {
        anyhow::bail!("{} is there already. Run `wirelint baseline update`, or remove it first.", path.display());
    }
    let mut baseline = Baseline::empty(&path);
    for candidate in &inputs.candidates {
        for entry in entries(inputs, &configuration, &baseline, candidate)? {
            baseline.insert(entry);
        }
    }
    write(&baseline)?;
    Ok(CLEAN)
}

fn update(update: &UpdateArguments) -> anyhow::Result<u8> {
    let inputs = &update.inputs;
    let configuration = inputs.policy.configuration()?;
    let mut baseline = read_baseline(&path_of(inputs, &configuration)?)?;
    let mut refused = 0;
    for candidate in &inputs.candidates {
        let name = name_in(&baseline, candidate);
        let found = entries(inputs, &configuration, &baseline, candidate)?;
        let before = baseline.clone();
        for entry in before.entries_of(&name) {
            baseline.remove(entry);
        }
        for entry in found {
            if before.holds(&name, &entry.rule, &entry.fingerprint) || update.accept_new {
                baseline.insert(entry);
            } else {
                refused += 1;
                say(&format!("new in {}: {} {}", candidate.display(), entry.rule, entry.message));
            }
        }
    }
    write(&baseline)?;
    if refused == 0 {
        return Ok(CLEAN);
    }
    let findings = if refused == 1 { "1 new finding was" } else { &format!("{refused} new findings were") };
    say(&format!("{findings} not put into the baseline. Mend the texts, or give --accept-new."));
    Ok(FOUND)
}

/// The file: that of the command line, of the configuration of the first candidate, or the usual name beside that.
fn path_of(inputs: &BaselineArguments, configuration: &Configuration) -> anyhow::Result<PathBuf> {
    let first = &inputs.candidates[0];
    if let Some(placed) = configuration.for_candidate(first)?.baseline {
        return Ok(placed.value);
    }
    let file = configuration.file_for(first)?;
    Ok(file.map_or(PathBuf::new(), |file| file.folder().to_owned()).join(DEFAULT_NAME))
}

fn name_in(baseline: &Baseline, candidate: &Path) -> String {
    name_from(baseline.path.parent().unwrap_or(Path::new("")), candidate)
}

/// What is found in a candidate and neither ignored nor configured away.
fn entries(
    inputs: &BaselineArguments,
    configuration: &Configuration,
    baseline: &Baseline,
    candidate: &Path,
) -> anyhow::Result<Vec<Entry>> {
    let mut policy = configuration.for_candidate(candidate)?;
    // The file may not be there yet, and what it holds is found again here.
    policy.baseline = None;
    let reference = reference(configuration, &policy, inputs.reference.as_deref(), candidate)?;
    let source = files::read(candidate)?;
    let mut sifted = judge(configuration, &policy, candidate, reference.as_ref(), &source)?;
    let name = name_in(baseline, candidate);
    for entry in &mut sifted.entries {
        entry.path.clone_from(&name);
    }
    Ok(sifted.entries)
}

fn write(baseline: &Baseline) -> anyhow::Result<()> {
    write_atomically(&baseline.path, for_json(baseline.to_json()).as_bytes())?;
    let findings = if baseline.len() == 1 { "finding" } else { "findings" };
    let line = format!("Wrote {} with {} {findings}.", baseline.path.display(), baseline.len());
    print(&format!("{}\n", for_terminal(&line)))
}
