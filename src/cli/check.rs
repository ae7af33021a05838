//! `wirelint check`: one pair, one pair and its reports.

use std::path::PathBuf;

use crate::check::language::screen;
use crate::check::{Checker, Input};
use crate::cli::GlossaryArguments;
use crate::cli::fix::{FixArguments, Outcome};
use crate::cli::gate::GateArguments;
use crate::cli::outputs::OutputArguments;
use crate::error::{Error, Side};
use crate::input::files::{self, Source};
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
    glossary: GlossaryArguments,
    #[command(flatten)]
    outputs: OutputArguments,
    /// Least confidence of a finding, 0 to 1.
    #[arg(long, default_value_t = 0.5, value_parser = confidence, value_name = "SHARE")]
    min_confidence: f64,
    #[command(flatten)]
    gate: GateArguments,
    #[command(flatten)]
    fix: FixArguments,
}

pub(super) fn confidence(word: &str) -> Result<f64, String> {
    match word.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("a number from 0 to 1, such as 0.8".to_owned()),
    }
}

pub(super) fn run(arguments: &CheckArguments) -> anyhow::Result<u8> {
    let both_standard = arguments.candidate.as_os_str() == "-"
        && arguments.reference.as_ref().is_some_and(|path| path.as_os_str() == "-");
    if both_standard {
        anyhow::bail!("reference and candidate cannot both be standard input. Give one of them as a file.");
    }
    let mut settings = arguments.glossary.settings()?;
    settings.min_confidence = arguments.min_confidence;
    let reference = arguments.reference.as_ref().map(|path| files::read(path)).transpose()?;
    let candidate = files::read(&arguments.candidate)?;
    if reference.as_ref().is_some_and(|source| source.raw.trim().is_empty()) {
        return Err(Error::Empty { side: Side::Reference }.into());
    }
    if candidate.raw.trim().is_empty() {
        return Err(Error::Empty { side: Side::Candidate }.into());
    }
    let checker = Checker::new(settings);
    let trusted = reference.as_ref().map_or("", |source| source.raw.as_str());
    screen(trusted, &candidate.raw, checker.lexicon())?;
    let check = |candidate: &Source| {
        checker.check(&Input { reference: trusted, candidate: &candidate.raw, segment: false, terms: &[] })
    };
    let Outcome { candidate, report } = arguments.fix.run(&arguments.candidate, candidate, check)?;
    let verdict = check(&candidate)?;
    let checked = Checked {
        candidate: Document { name: &candidate.name, text: &candidate.raw },
        reference: reference.as_ref().map(|source| Document { name: &source.name, text: &source.raw }),
        verdict: &verdict,
        suppressed: &[],
    };
    if report {
        arguments.outputs.write(&[checked], checker.lexicon())?;
    }
    Ok(arguments.gate.status(&verdict))
}
