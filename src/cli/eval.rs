//! `wirelint eval`: how right wirelint is on texts whose errors are known.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::check::Checker;
use crate::cli::check::confidence;
use crate::cli::{CLEAN, GlossaryArguments, print};
use crate::config::Settings;
use crate::error::Error;
use crate::eval::figures::Figures;
use crate::eval::show::Subject;
use crate::eval::{Criteria, alignment, calibrate, figures, gold, heads, outcomes, show, table};
use crate::input::files;
use crate::report::safe::{for_json, for_terminal};

#[derive(clap::Args, Debug)]
pub(super) struct EvalArguments {
    /// Annotated texts: JSON Lines with the fields of `wirelint stream` and `gold`, `clean`, `pair_of`; `-` for
    /// standard input; or a folder of pairs with a `candidate.marked.txt`, such as corpora/wires.
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,
    #[command(flatten)]
    glossary: GlossaryArguments,
    /// Use the glossaries that come with the texts.
    #[arg(long)]
    use_glossaries: bool,
    /// Least confidence of a finding that counts, 0 to 1.
    #[arg(long, default_value_t = 0.5, value_parser = confidence, value_name = "SHARE")]
    threshold: f64,
    /// List the wrong findings of a rule, or of a category with the errors it misses; or, with --alignment, the
    /// `sentences` linked wrongly or missed. May be given several times.
    #[arg(long, value_name = "RULE")]
    show: Vec<String>,
    /// Write all figures to a file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Show what changed since the figures in a file written by `--json`.
    #[arg(long, value_name = "BASE")]
    against: Option<PathBuf>,
    /// Measure the alignment of sentences too: a folder of sentence pairs marked as counterpart or not, such as
    /// corpora/alignment, with a file for each folder of marked texts.
    #[arg(long, value_name = "FOLDER")]
    alignment: Option<PathBuf>,
    /// Fit the confidence of all rules on the texts and write the model to a file; a file or folder that is given twice
    /// counts twice.
    #[arg(long, value_name = "FILE")]
    calibrate: Option<PathBuf>,
}

/// What `--show` lists of the alignment.
const SENTENCES: &str = "sentences";

fn for_terminal_lines(cases: &[String]) -> String {
    let lines = cases.iter().flat_map(|case| case.lines()).map(for_terminal);
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn run(arguments: &EvalArguments) -> anyhow::Result<u8> {
    let subjects = arguments.show.iter().filter(|word| *word != SENTENCES).map(|word| Subject::parse(word));
    let subjects: Vec<Subject> = subjects.collect::<Result<_, _>>()?;
    let base = arguments.against.as_deref().map(read_base).transpose()?;
    let texts = gold::read(&arguments.gold)?;
    let checker = Checker::new(Settings { min_confidence: 0.0, ..arguments.glossary.settings()? });
    let criteria = Criteria { threshold: arguments.threshold, glossaries: arguments.use_glossaries };
    let outcomes = outcomes(&texts, &checker, criteria);
    let figures = figures(&texts, &outcomes, criteria);
    if let Some(path) = &arguments.json {
        let json = for_json(serde_json::to_string_pretty(&figures)?);
        write_whole(path, &format!("{json}\n"))?;
    }
    let mut fitted = String::new();
    if let Some(path) = &arguments.calibrate {
        let calibration = calibrate::calibrate(&texts, &outcomes, &heads(&texts));
        let sources: Vec<String> = arguments.gold.iter().map(|path| name_of(path)).collect();
        write_whole(path, &calibrate::file(&calibration, &sources))?;
        fitted = format!("{}\n", calibrate::report(&calibration));
    }
    let mut out = match &base {
        Some(base) => table::render_against(&figures, base),
        None => table::render(&figures),
    };
    if let Some(folder) = &arguments.alignment {
        let alignment = alignment::evaluate(folder, &texts, &checker)?;
        out.push_str(&table::sentences(&alignment));
        if arguments.show.iter().any(|word| word == SENTENCES) {
            out.push_str(&format!(
                "\nSentences linked wrongly or missed\n\n{}\n",
                for_terminal_lines(&alignment.cases)
            ));
        }
    }
    out.push_str(&fitted);
    for subject in subjects {
        out.push('\n');
        out.push_str(&show::render(subject, &texts, &outcomes, criteria));
    }
    print(&out)?;
    Ok(CLEAN)
}

/// The last two parts of a path: what it is, not where on this machine.
fn name_of(path: &Path) -> String {
    let parts: Vec<String> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts[parts.len().saturating_sub(2)..].join("/")
}

fn read_base(path: &Path) -> Result<Figures, Error> {
    serde_json::from_str(&files::read(path)?.raw).map_err(|error| Error::Annotation {
        path: path.to_owned(),
        line: error.line().max(1),
        problem: format!("these are no figures of `wirelint eval --json`: {error}"),
    })
}

/// Writes a file in one piece: whoever reads it meanwhile, or after a crash, has the old content or the new.
fn write_whole(path: &Path, content: &str) -> Result<(), Error> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let written = std::fs::File::create_new(&beside)
        .and_then(|mut file| file.write_all(content.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        // What is left over says nothing to anyone; that it cannot be removed changes nothing.
        let _ = std::fs::remove_file(&beside);
        Error::Unwritable { path: path.to_owned(), reason: error.to_string() }
    })
}
