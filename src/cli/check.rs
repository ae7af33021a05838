//! `wirelint check`: candidates against their references, and the reports on them.

use std::path::{Path, PathBuf};

use crate::check::policy::Policy;
use crate::check::sift::Sifted;
use crate::cli::outputs::OutputArguments;
use crate::cli::policy::{PolicyArguments, reference as reference_of};
use crate::cli::{CLEAN, gate};
use crate::input::configuration::Configuration;
use crate::input::files::{self, Source};
use crate::input::judge::judge;
use crate::report::checked::{Checked, Document};

const EXAMPLES: &str = "\
Examples:
  wirelint check --reference ref.txt wire.txt
  wirelint check -r ref.txt --format concise --min-confidence 0.8 wire.txt
  wirelint check -r ref.txt --report sarif=a.sarif --report junit=a.xml wire.txt
  wirelint check -r ref.txt --format github --fail-on critical wire.txt
  wirelint check -r ref.txt --format markdown --output comment.md wire.txt
  pandoc --to plain wire.docx | wirelint check -r ref.txt -

Exit status: 0 nothing found at or above --fail-on, 1 something found, 2 wrong usage or input.";

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct CheckArguments {
    /// The translations to check: plain text or Markdown, `-` for standard input.
    #[arg(value_name = "CANDIDATE", required = true)]
    candidates: Vec<PathBuf>,
    /// The trusted article: a human translation, or another article on the same event [default: what wirelint.toml says
    /// of the candidate]. Without one only the text itself is checked.
    #[arg(long, short, value_name = "FILE")]
    reference: Option<PathBuf>,
    #[command(flatten)]
    outputs: OutputArguments,
    #[command(flatten)]
    policy: PolicyArguments,
}

/// A candidate with all that is said of it.
struct Judged {
    policy: Policy,
    reference: Option<Source>,
    candidate: Source,
    sifted: Sifted,
}

impl Judged {
    fn checked(&self) -> Checked<'_> {
        Checked {
            candidate: Document { name: &self.candidate.name, text: &self.candidate.raw },
            reference: self.reference.as_ref().map(|source| Document { name: &source.name, text: &source.raw }),
            verdict: &self.sifted.verdict,
            suppressed: &self.sifted.suppressed,
        }
    }
}

pub(super) fn run(arguments: &CheckArguments) -> anyhow::Result<u8> {
    let named = || arguments.candidates.iter().chain(&arguments.reference).map(PathBuf::as_path);
    if named().filter(|path| path.as_os_str() == "-").count() > 1 {
        anyhow::bail!("reference and candidate cannot both be standard input. Give one of them as a file.");
    }
    arguments.outputs.validate(&named().collect::<Vec<_>>())?;
    let configuration = arguments.policy.configuration()?;
    let judge = |path: &PathBuf| judged(&configuration, arguments.reference.as_deref(), path);
    let judged: Vec<Judged> = arguments.candidates.iter().map(judge).collect::<anyhow::Result<_>>()?;
    let checked: Vec<Checked<'_>> = judged.iter().map(Judged::checked).collect();
    let checker = configuration.checker(&judged[0].policy)?;
    arguments.outputs.write(&checked, checker.lexicon())?;
    let mut status = CLEAN;
    for Judged { policy, candidate, sifted, .. } in &judged {
        gate::notes(&candidate.name, sifted);
        status = status.max(gate::status(&candidate.name, sifted, policy));
    }
    Ok(status)
}

fn judged(configuration: &Configuration, reference: Option<&Path>, path: &Path) -> anyhow::Result<Judged> {
    let policy = configuration.for_candidate(path)?;
    let reference = reference_of(configuration, &policy, reference, path)?;
    let candidate = files::read(path)?;
    let sifted = judge(configuration, &policy, path, reference.as_ref(), &candidate)?;
    Ok(Judged { policy, reference, candidate, sifted })
}
