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
use crate::eval::{Criteria, figures, gold, outcomes, show, table};
use crate::input::files;
use crate::report::safe::for_json;

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
    /// List the wrong findings of a rule, or of a category with the errors it misses. May be given several times.
    #[arg(long, value_name = "RULE")]
    show: Vec<String>,
    /// Write all figures to a file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Show what changed since the figures in a file written by `--json`.
    #[arg(long, value_name = "BASE")]
    against: Option<PathBuf>,
}

pub(super) fn run(arguments: &EvalArguments) -> anyhow::Result<u8> {
    let subjects: Vec<Subject> = arguments.show.iter().map(|word| Subject::parse(word)).collect::<Result<_, _>>()?;
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
    let mut out = match &base {
        Some(base) => table::render_against(&figures, base),
        None => table::render(&figures),
    };
    for subject in subjects {
        out.push('\n');
        out.push_str(&show::render(subject, &texts, &outcomes, criteria));
    }
    print(&out)?;
    Ok(CLEAN)
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
