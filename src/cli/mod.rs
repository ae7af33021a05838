//! The command line: what can be asked, and what each answer's exit status means.

mod baseline;
mod batch;
mod check;
mod config;
mod eval;
mod fix;
mod gate;
mod outputs;
mod policy;
mod rules;
mod shell;
mod stream;
mod version;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};

use crate::config::Settings;
use crate::input::configuration::terms;
use crate::report::safe::for_terminal;

/// Exit status when nothing is wrong.
const CLEAN: u8 = 0;
/// Exit status when something at or above the threshold was found.
const FOUND: u8 = 1;
/// Exit status for wrong usage or wrong input.
const TROUBLE: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  wirelint check --reference trusted.txt translated.txt
  wirelint check --reference trusted.txt --glossary desk.csv --format json translated.txt
  wirelint check --reference trusted.txt --report sarif=findings.sarif translated.txt
  wirelint batch pairs.csv --out report
  wirelint stream < pairs.jsonl > findings.jsonl
  wirelint explain NAM001

Exit status: 0 passed, 1 a condition such as --fail-on is failed, 2 wrong usage or input.";

#[derive(Parser, Debug)]
#[command(name = "wirelint", version, about = "Checks machine-translated news against a trusted article", long_about = None)]
#[command(after_help = EXAMPLES)]
struct Arguments {
    /// When to colour the output.
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true, value_name = "WHEN")]
    color: Colour,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Check one translation and show what is likely wrong.
    Check(check::CheckArguments),
    /// Check the pairs of a manifest or a folder, and write reports on each and on all.
    Batch(batch::BatchArguments),
    /// Check pairs from standard input, one JSON object a line, and write one a line.
    Stream(stream::StreamArguments),
    /// Write the findings that are there into a file, so that later runs report new ones only.
    #[command(subcommand)]
    Baseline(baseline::BaselineCommand),
    /// Write a wirelint.toml with every key explained.
    Init(config::InitArguments),
    /// Show which values are in force and where each is from.
    Config(config::ConfigArguments),
    /// Measure how right the findings are on texts whose errors are known.
    Eval(eval::EvalArguments),
    /// List all rules.
    Rules(rules::RulesArguments),
    /// Explain a rule: what it finds, why it matters, what it ignores, with examples.
    Explain(rules::ExplainArguments),
    /// Print a script that completes commands and options in a shell.
    Completions(shell::CompletionsArguments),
    /// Print a page of the manual, for `man`.
    Man(shell::ManArguments),
}

#[derive(clap::Args, Debug)]
struct GlossaryArguments {
    /// Terms of the desk: CSV or TSV with the columns term, aliases, type, status, note. May be given several times.
    #[arg(long = "glossary", value_name = "FILE")]
    glossaries: Vec<PathBuf>,
}

impl GlossaryArguments {
    fn settings(&self) -> anyhow::Result<Settings> {
        Ok(Settings { terms: terms(&self.glossaries)?, ..Settings::default() })
    }
}

/// Runs the command line and gives the exit status.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            return ExitCode::from(print(&version::page()).map_or(TROUBLE, |()| CLEAN));
        }
        Err(error) => error.exit(),
    };
    match arguments.color {
        Colour::Auto => {}
        Colour::Always => colored::control::set_override(true),
        Colour::Never => colored::control::set_override(false),
    }
    // A panic in the analysis is caught and reported as an error of its pair; its trace would only be noise.
    std::panic::set_hook(Box::new(|_| {}));
    let done = match &arguments.command {
        Command::Check(check) => check::run(check),
        Command::Batch(batch) => batch::run(batch),
        Command::Stream(stream) => stream::run(stream),
        Command::Baseline(command) => baseline::run(command),
        Command::Init(init) => config::init(init),
        Command::Config(config) => config::run(config),
        Command::Eval(eval) => eval::run(eval),
        Command::Rules(rules) => rules::run(rules),
        Command::Explain(explain) => rules::explain(explain),
        Command::Completions(completions) => shell::completions(completions),
        Command::Man(man) => shell::man(man),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(error) if is_broken_pipe(&error) => ExitCode::from(CLEAN),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "wirelint: {}", for_terminal(&error.to_string()));
            ExitCode::from(TROUBLE)
        }
    }
}

/// A reader that closes the pipe has read enough: no error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let cause = error.root_cause().downcast_ref::<std::io::Error>();
    cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

/// The width of the terminal, or 100 where output goes elsewhere.
fn width() -> usize {
    terminal_size::terminal_size_of(std::io::stdout())
        .map_or(100, |(terminal_size::Width(width), _)| usize::from(width))
}

fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
