//! `wirelint check`: one pair, one pair and its reports.

use std::path::PathBuf;

use crate::cli::gate;
use crate::cli::outputs::OutputArguments;
use crate::cli::policy::PolicyArguments;
use crate::input::files;
use crate::input::judge::judge;
use crate::report::checked::{Checked, Document};

#[derive(clap::Args, Debug)]
pub(super) struct CheckArguments {
    /// The translation to check: plain text or Markdown, `-` for standard input.
    #[arg(value_name = "CANDIDATE")]
    candidate: PathBuf,
    /// The trusted article: a human translation, or another article on the same event. Without one only the text
    /// itself is checked.
    #[arg(long, short, value_name = "FILE")]
    reference: Option<PathBuf>,
    #[command(flatten)]
    outputs: OutputArguments,
    #[command(flatten)]
    policy: PolicyArguments,
}

pub(super) fn run(arguments: &CheckArguments) -> anyhow::Result<u8> {
    let both_standard = arguments.candidate.as_os_str() == "-"
        && arguments.reference.as_ref().is_some_and(|path| path.as_os_str() == "-");
    if both_standard {
        anyhow::bail!("reference and candidate cannot both be standard input. Give one of them as a file.");
    }
    let configuration = arguments.policy.configuration()?;
    let policy = configuration.for_candidate(&arguments.candidate)?;
    let reference = arguments.reference.clone().or_else(|| configuration.reference(&policy, &arguments.candidate));
    let reference = reference.as_ref().map(|path| files::read(path)).transpose()?;
    let candidate = files::read(&arguments.candidate)?;
    let sifted = judge(&configuration, &policy, &arguments.candidate, reference.as_ref(), &candidate)?;
    let checked = Checked {
        candidate: Document { name: &candidate.name, text: &candidate.raw },
        reference: reference.as_ref().map(|source| Document { name: &source.name, text: &source.raw }),
        verdict: &sifted.verdict,
        suppressed: &sifted.suppressed,
    };
    arguments.outputs.write(&[checked], configuration.checker(&policy)?.lexicon())?;
    gate::notes(&candidate.name, &sifted);
    Ok(gate::status(&candidate.name, &sifted, &policy))
}
