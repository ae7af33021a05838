//! `wirelint batch`: many pairs, a folder of reports.

mod against;
mod finish;
mod journal;
mod pages;
mod pairs;
mod progress;

use std::collections::BTreeSet;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::cli::batch::against::Earlier;
use crate::cli::batch::journal::{Header, Journal};
use crate::cli::batch::pages::Pages;
use crate::cli::batch::pairs::{Work, chunks, refuse_second_use};
use crate::cli::batch::progress::Progress;
use crate::cli::policy::PolicyArguments;
use crate::cli::{CLEAN, FOUND, print};
use crate::input::configuration::{Configuration, terms};
use crate::input::files;
use crate::input::manifest::{Manifest, Patterns, Survey, hexadecimal};
use crate::report::batch::row::Row;

/// What a manifest holds, behind the options in the help.
const MANIFESTS: &str = "\
Manifests:
  CSV, TSV      a header with the columns reference and candidate: files, relative to the manifest;
                reference_text and candidate_text hold the texts themselves
  JSON lines    the lines of `wirelint stream`: reference and candidate hold the texts;
                reference_file and candidate_file name files
  a folder      the files whose names fit the patterns, in all folders within it
Further columns: id, glossary (a file), mode (document or segment). Any others, such as desk or
vendor, are kept, and the report has totals for their values.

Written to the folder: findings.jsonl, summary.csv, rules.csv, errors.csv, report.json, index.html
and a page for each pair under pairs/.";

#[derive(clap::Args, Debug)]
#[command(after_help = MANIFESTS)]
pub(super) struct BatchArguments {
    /// CSV, TSV or JSON lines that name the pairs, or a folder that holds them.
    #[arg(value_name = "MANIFEST|DIR")]
    pairs: PathBuf,
    /// Folder for the reports, made if need be.
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,
    /// In a folder: how references are called; `*` is what they share with their candidate.
    #[arg(long, default_value = "*.ref.txt", value_name = "NAME")]
    reference_pattern: String,
    /// In a folder: how candidates are called.
    #[arg(long, default_value = "*.mt.txt", value_name = "NAME")]
    candidate_pattern: String,
    /// Pairs that get a page: `all`, `none`, or how many of the worst. Unless given, all up to 500 pairs, the 200 worst
    /// of more.
    #[arg(long, value_name = "WHICH")]
    pages: Option<Pages>,
    /// Go on with a run that was interrupted.
    #[arg(long)]
    resume: bool,
    /// Show what changed since an earlier run: its folder, or the report.json in it.
    #[arg(long, value_name = "EARLIER")]
    against: Option<PathBuf>,
    /// Do not say how far the run is.
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    policy: PolicyArguments,
}

pub(super) fn run(arguments: &BatchArguments) -> anyhow::Result<u8> {
    let patterns =
        Patterns { reference: arguments.reference_pattern.clone(), candidate: arguments.candidate_pattern.clone() };
    let configuration = arguments.policy.configuration()?;
    let manifest = Manifest::open(&arguments.pairs, &patterns)?;
    let survey = manifest.survey()?;
    if survey.count == 0 {
        anyhow::bail!("{} names no pair. Add a line for each.", arguments.pairs.display());
    }
    let pages = arguments.pages.unwrap_or_else(|| Pages::usual(survey.count));
    std::fs::create_dir_all(&arguments.out).map_err(|error| files::unwritable(&arguments.out, &error))?;
    let earlier = arguments.against.as_deref().map(|path| Earlier::read(path, &arguments.out)).transpose()?;
    let decided = format!("{} {patterns:?} {pages:?}", decided(arguments, &configuration)?);
    let header = header(&survey, &decided);
    let (mut journal, rows) = Journal::open(&arguments.out, &header, arguments.resume)?;
    let work = Work { configuration: &configuration, manifest: &arguments.pairs, out: &arguments.out };
    if pages == Pages::All {
        pages::make_folder(&arguments.out)?;
    }
    let rows = check(&manifest, &survey, &work, pages, (&mut journal, rows), arguments.quiet)?;
    let summary = finish::write(&work, &manifest, &rows, pages, earlier)?;
    journal.finish()?;
    print(&summary)?;
    if rows.iter().all(|row| row.counts().is_none()) {
        anyhow::bail!("no pair could be checked; {} says why.", arguments.out.join("errors.csv").display());
    }
    let fails = rows.iter().filter_map(Row::counts).any(|counts| counts.fails);
    Ok(if fails { FOUND } else { CLEAN })
}

/// The configuration of the manifest with all that it names, and the command line.
fn decided(arguments: &BatchArguments, configuration: &Configuration) -> anyhow::Result<String> {
    let file = configuration.file_for(&arguments.pairs)?;
    let policy = configuration.for_candidate(&arguments.pairs)?;
    let glossaries: Vec<PathBuf> = policy.glossary.iter().map(|placed| placed.value.clone()).collect();
    let (terms, baseline) = (terms(&glossaries)?, configuration.baseline(&policy)?);
    Ok(format!("{:?} {file:?} {terms:?} {baseline:?}", arguments.policy))
}

/// What has to be the same for a run to be gone on with.
fn header(survey: &Survey, decided: &str) -> Header {
    Header {
        wirelint: env!("CARGO_PKG_VERSION").to_owned(),
        manifest: survey.digest.clone(),
        settings: hexadecimal(&Sha256::digest(decided.as_bytes())),
    }
}

/// Checks what the journal does not have yet and gives the rows of all pairs.
fn check(
    manifest: &Manifest,
    survey: &Survey,
    work: &Work<'_>,
    pages: Pages,
    (journal, mut rows): (&mut Journal, Vec<Row>),
    quiet: bool,
) -> anyhow::Result<Vec<Row>> {
    let progress = Progress::new(survey.count, rows.len(), quiet);
    let mut seen: BTreeSet<String> = rows.iter().map(|row| row.id.clone()).collect();
    let mut entries = manifest.entries()?.skip(rows.len());
    while let Some(mut chunk) = chunks(&mut entries)? {
        refuse_second_use(&mut chunk, &mut seen);
        let done = work.check(chunk, pages == Pages::All, &progress)?;
        let (new, lines): (Vec<Row>, Vec<String>) = done.into_iter().unzip();
        journal.add(&new, &lines)?;
        rows.extend(new);
    }
    progress.finish();
    Ok(rows)
}
