//! `wirelint eval`: how right wirelint is on texts whose errors are known.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::check::Checker;
use crate::cli::policy::confidence;
use crate::cli::{CLEAN, GlossaryArguments, print};
use crate::config::Settings;
use crate::error::Error;
use crate::eval::calibration_file::{self, Fitted};
use crate::eval::figures::Figures;
use crate::eval::formats::{self, Format, Reading};
use crate::eval::show::{Cases, Subject};
use crate::eval::{Criteria, alignment, calibrate, figures, heads, outcomes, page, show, table};
use crate::input::files;
use crate::report::safe::for_json;
use crate::rules::model::Category;

/// What the formats hold, behind the options in the help.
const FORMATS: &str = "\
Formats:
  folder   folders with candidate.marked.txt, reference.txt, meta.json, as in corpora/wires
  jsonl    the lines of `wirelint stream` with what annotators said:
             gold     [{start, end, category, severity, accept, right, majority}], in bytes
             clean    true where there is no error
             kind     parallel where the candidate translates the reference's own article
             pair_of  the id of the clean form;  pert: what was done to that
             mqm      or hter: the harm people saw; with doc, seg and system,
                      translations of one segment are ranked
  demetr   files, or their folder, of https://github.com/marzenakrp/demetr
  wmt-mqm  tables of https://github.com/google/wmt-mqm-human-evaluation; needs --reference

Examples:
  wirelint eval corpora/wires
  wirelint eval --show NAM001 --html page.html corpora/wires
  wirelint eval --json before.json gold.jsonl
  wirelint eval --against before.json gold.jsonl";

#[derive(clap::Args, Debug)]
#[command(after_help = FORMATS)]
pub(super) struct EvalArguments {
    /// Annotated texts: files (`-` for standard input) or folders, in one of the formats below.
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,
    /// Format of the texts; without it, told by their content.
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    format: Option<Format>,
    /// References of WMT MQM marks: one segment a line, the first for the segment 1.
    #[arg(long, value_name = "FILE")]
    reference: Option<PathBuf>,
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
    /// Write the figures, and what `--show` lists, to a page that needs no other file.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write eval.txt (what is printed), eval.json and eval.html to a folder, made if need be.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
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
    /// With `--calibrate`: write the rules of one category anew and leave the others as they are in the file.
    #[arg(long, value_name = "CATEGORY", requires = "calibrate", value_parser = category())]
    only: Option<Category>,
}

/// What `--show` lists of the alignment.
const SENTENCES: &str = "sentences";

pub(super) fn run(arguments: &EvalArguments) -> anyhow::Result<u8> {
    let is_sentences = |word: &&String| arguments.alignment.is_some() && word.eq_ignore_ascii_case(SENTENCES);
    let (sentences, words): (Vec<&String>, Vec<&String>) = arguments.show.iter().partition(is_sentences);
    let subjects: Vec<Subject> = words.into_iter().map(|word| Subject::parse(word)).collect::<Result<_, _>>()?;
    let base = arguments.against.as_deref().map(read_base).transpose()?;
    let reading = Reading { format: arguments.format, references: arguments.reference.clone() };
    let texts = formats::read(&arguments.gold, &reading)?;
    let checker = Checker::new(Settings { min_confidence: 0.0, ..arguments.glossary.settings()? });
    let criteria = Criteria { threshold: arguments.threshold, glossaries: arguments.use_glossaries };
    let outcomes = outcomes(&texts, &checker, criteria);
    let mut figures = figures(&texts, &outcomes, criteria);
    let mut lists: Vec<Cases> =
        subjects.into_iter().flat_map(|subject| show::cases(subject, &texts, &outcomes, criteria)).collect();
    if let Some(folder) = &arguments.alignment {
        let alignment = alignment::evaluate(folder, &texts, &checker)?;
        figures.alignment = Some(alignment.figures);
        if !sentences.is_empty() {
            lists.extend(alignment.lists);
        }
    }
    let mut out = match &base {
        Some(base) => table::render_against(&figures, base),
        None => table::render(&figures),
    };
    if let Some(path) = &arguments.calibrate {
        let calibration = calibrate::calibrate(&texts, &outcomes, &heads(&texts));
        let sources: Vec<String> = arguments.gold.iter().map(|path| name_of(path)).collect();
        let fitted = Fitted { calibration: &calibration, sources: &sources };
        let model = match arguments.only {
            Some(category) => calibration_file::replaced(&fitted, category, &files::read(path)?.raw),
            None => calibration_file::whole(&fitted),
        };
        files::write_atomically(path, model.as_bytes())?;
        out.push('\n');
        out.push_str(&calibrate::report(&calibration));
    }
    if !lists.is_empty() {
        out.push('\n');
        out.push_str(&show::render(&lists));
    }
    if let Some(path) = &arguments.json {
        files::write_atomically(path, json(&figures)?.as_bytes())?;
    }
    if let Some(path) = &arguments.html {
        files::write_atomically(path, page::render(&figures, base.as_ref(), &lists).as_bytes())?;
    }
    if let Some(folder) = &arguments.write {
        let unwritable = |error: std::io::Error| Error::Unwritable { path: folder.clone(), reason: error.to_string() };
        std::fs::create_dir_all(folder).map_err(unwritable)?;
        files::write_atomically(&folder.join("eval.txt"), plain(&out).as_bytes())?;
        files::write_atomically(&folder.join("eval.json"), json(&figures)?.as_bytes())?;
        files::write_atomically(&folder.join("eval.html"), page::render(&figures, base.as_ref(), &lists).as_bytes())?;
    }
    print(&out)?;
    Ok(CLEAN)
}

/// The report as it is where output goes to no terminal: the only control sequences in it make titles bold.
fn plain(report: &str) -> String {
    report.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "")
}

fn json(figures: &Figures) -> anyhow::Result<String> {
    Ok(format!("{}\n", for_json(serde_json::to_string_pretty(figures)?)))
}

/// Reads the word for a category, and lists them all in the help.
fn category() -> impl TypedValueParser<Value = Category> {
    PossibleValuesParser::new(Category::ALL.map(Category::word)).try_map(|word| {
        let known = Category::ALL.into_iter().find(|category| category.word() == word);
        known.ok_or_else(|| format!("no category is called `{word}`"))
    })
}

/// Reads the word for a format, and lists them all in the help.
fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::word)).try_map(|word| {
        let known = Format::ALL.into_iter().find(|format| format.word() == word);
        known.ok_or("no such format")
    })
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
