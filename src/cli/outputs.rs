//! Where a report goes and in what format: standard output, files, several in one run.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use colored::control;

use crate::cli::{print, width};
use crate::error::Error;
use crate::input::files::write_atomically;
use crate::lexicon::Lexicon;
use crate::report::checked::Checked;
use crate::report::format::{Format, Look, render};

/// Columns of a report for people that goes to a file.
const FILE_WIDTH: usize = 100;

#[derive(clap::Args, Debug)]
pub(super) struct OutputArguments {
    /// Format of the findings; `terminal` unless given.
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    format: Option<Format>,
    /// Write the findings to a file in place of standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write a further report, such as `sarif=findings.sarif`; with `-` as its file, to standard output in place of the
    /// one for people. May be given several times.
    #[arg(long = "report", value_name = "FORMAT=FILE", value_parser = report)]
    reports: Vec<Report>,
}

/// A format and the file that it goes to; none is standard output.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Report {
    format: Format,
    file: Option<PathBuf>,
}

impl OutputArguments {
    /// Makes sure before anything is checked that every report has a place of its own, and is not written over a file
    /// that is read.
    pub(super) fn validate(&self, inputs: &[&Path]) -> anyhow::Result<()> {
        let reports = self.all();
        if reports.iter().filter(|report| report.file.is_none()).count() > 1 {
            anyhow::bail!("two reports cannot both go to standard output. Give a file for one of them.");
        }
        let inputs: Vec<PathBuf> = inputs.iter().filter_map(|path| path.canonicalize().ok()).collect();
        let mut taken: Vec<PathBuf> = Vec::new();
        for path in reports.iter().filter_map(|report| report.file.as_deref()) {
            let place = place(path)?;
            if inputs.contains(&place) {
                anyhow::bail!("the report would be written over {}, which is read. Name another file.", path.display());
            }
            // What is no file, such as /dev/null, takes any number of reports.
            if taken.contains(&place) && (place.is_file() || !place.exists()) {
                anyhow::bail!("two reports cannot both go to {}. Give each a file of its own.", path.display());
            }
            taken.push(place);
        }
        Ok(())
    }

    /// Writes every report that was asked for: the files first, each in one piece.
    pub(super) fn write(&self, checked: &[Checked<'_>], lexicon: &Lexicon) -> anyhow::Result<()> {
        let (files, printed): (Vec<Report>, Vec<Report>) =
            self.all().into_iter().partition(|report| report.file.is_some());
        for report in files {
            let Some(path) = report.file else { continue };
            let text = uncoloured(|| render(report.format, checked, &Look { width: FILE_WIDTH, lexicon }));
            write_atomically(&path, text.as_bytes())?;
        }
        for report in printed {
            print(&render(report.format, checked, &Look { width: width(), lexicon }))?;
        }
        Ok(())
    }

    /// The main report and the further ones. The main one gives way where another takes its place on standard output
    /// and it was not asked for.
    fn all(&self) -> Vec<Report> {
        let file = self.output.clone().filter(|path| path.as_os_str() != "-");
        let asked = self.format.is_some() || self.output.is_some();
        let gives_way = !asked && self.reports.iter().any(|report| report.file.is_none());
        let main = Report { format: self.format.unwrap_or(Format::Terminal), file };
        let main = (!gives_way).then_some(main);
        main.into_iter().chain(self.reports.iter().cloned()).collect()
    }
}

/// The one name of a file, whether it is there or not.
fn place(path: &Path) -> Result<PathBuf, Error> {
    let unwritable = |reason: &str| Error::Unwritable { path: path.to_owned(), reason: reason.to_owned() };
    if path.is_dir() {
        return Err(unwritable("it is a folder"));
    }
    if let Ok(place) = path.canonicalize() {
        return Ok(place);
    }
    let Some(name) = path.file_name() else { return Err(unwritable("it names no file")) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().map_err(|_| unwritable("there is no such folder"))?;
    Ok(folder.join(name))
}

/// Colours are for terminals: a file has none, whatever standard output is.
fn uncoloured(make: impl FnOnce() -> String) -> String {
    let before = control::SHOULD_COLORIZE.should_colorize();
    control::set_override(false);
    let made = make();
    control::set_override(before);
    made
}

/// Reads the name of a format, and lists them all in the help.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    let shown = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.summary()));
    PossibleValuesParser::new(shown).try_map(|name| Format::named(&name).ok_or("no such format"))
}

/// Reads `FORMAT=FILE`.
fn report(words: &str) -> Result<Report, String> {
    let Some((name, file)) = words.split_once('=') else {
        return Err("a report is written FORMAT=FILE, such as sarif=findings.sarif".to_owned());
    };
    let Some(format) = Format::named(name) else {
        let distance = |format: &Format| strsim::osa_distance(format.name(), &name.to_lowercase());
        let near = Format::ALL.into_iter().min_by_key(distance).filter(|format| distance(format) <= 2);
        let hint = near.map_or(String::new(), |format| format!(" Did you mean `{}`?", format.name()));
        let names = Format::ALL.map(Format::name).join(", ");
        return Err(format!("there is no such format.{hint} The formats are {names}"));
    };
    match file {
        "" => Err(format!("the file is missing: write {name}=FILE, or {name}=- for standard output")),
        "-" => Ok(Report { format, file: None }),
        file => Ok(Report { format, file: Some(PathBuf::from(file)) }),
    }
}
