//! The tables of WMT's expert annotations (Freitag et al. 2021, Experts, Errors, and Context): one mark a line. What the
//! marks of several raters come to is in `raters`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::eval::gold::{Annotated, Measure, Origin, Rated};
use crate::eval::raters::{Mark, Said, doubtful, errors, harm};
use crate::input::files;
use crate::input::stream::Mode;
use crate::text::span::Span;

/// What a column holds, and what it is called in tables of various years.
const SYSTEM: &[&str] = &["system"];
const DOCUMENT: &[&str] = &["doc"];
const SEGMENT: &[&str] = &["globalsegid", "global_seg_id", "seg_id"];
const RATER: &[&str] = &["rater"];
const TARGET: &[&str] = &["target"];
const LABEL: &[&str] = &["category"];
const SEVERITY: &[&str] = &["severity"];
const COLUMNS: [&[&str]; 7] = [SYSTEM, DOCUMENT, SEGMENT, RATER, TARGET, LABEL, SEVERITY];

/// The references of a test set, one segment a line.
pub(super) struct References {
    path: PathBuf,
    lines: Vec<String>,
}

impl References {
    pub(super) fn read(path: &Path) -> Result<References, Error> {
        let content = files::read(path)?.raw;
        let content = content.strip_prefix('\u{feff}').unwrap_or(&content);
        // Not `lines`: an empty line is a segment too, and other line ends stand inside segments.
        let mut lines: Vec<String> = content.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect();
        if lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        Ok(References { path: path.to_owned(), lines })
    }

    /// The reference of a segment; the first has the number 1.
    fn of(&self, segment: &str) -> Result<&str, String> {
        let number: usize = segment.parse().map_err(|_| {
            format!("the segment is `{segment}` and not a line number of the references in {}", self.path.display())
        })?;
        let line = number.checked_sub(1).and_then(|at| self.lines.get(at));
        line.map(String::as_str).ok_or_else(|| {
            let count = self.lines.len();
            format!(
                "the segment {number} is none of the {count} lines of {}: is it another test set?",
                self.path.display()
            )
        })
    }
}

/// Whether a line names the columns of such a table.
pub(super) fn is_header(line: &str) -> bool {
    columns(line).is_ok()
}

/// Where each column of `COLUMNS` is, or the names of one that is not there.
fn columns(header: &str) -> Result<[usize; 7], &'static [&'static str]> {
    let names: Vec<String> = header.trim_end_matches('\r').split('\t').map(|name| name.trim().to_lowercase()).collect();
    let mut places = [0; 7];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = names.iter().position(|name| column.contains(&name.as_str())).ok_or(column)?;
    }
    Ok(places)
}

/// What all raters said of one translation of a segment.
struct Translation<'a> {
    line: usize,
    system: &'a str,
    document: &'a str,
    segment: &'a str,
    /// The text without marks, with how often it is given: lines differ where a table was damaged.
    versions: Vec<(String, usize)>,
    /// Each rater with their marks; none where there is no error.
    raters: BTreeMap<&'a str, Vec<(Mark<'a>, usize)>>,
}

/// Reads the marks of one table; its references are the lines of another file.
pub(super) fn read(path: &Path, content: &str, references: Option<&References>) -> Result<Vec<Annotated>, Error> {
    let wrong = |line: usize, problem: String| Error::Annotation { path: path.to_owned(), line, problem };
    let Some(references) = references else {
        let problem = "WMT MQM marks come without references: give them, one segment a line, with `--reference FILE`";
        return Err(wrong(1, problem.to_owned()));
    };
    let mut lines = content.split('\n').enumerate();
    let places = columns(lines.next().map_or("", |(_, header)| header)).map_err(|names| {
        wrong(1, format!("there is no column `{}`; WMT MQM marks are tab-separated, with a header", names[0]))
    })?;
    let mut translations: Vec<Translation<'_>> = Vec::new();
    let mut by_key = BTreeMap::new();
    for (at, line) in lines {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let mut values = [""; 7];
        for (value, place) in values.iter_mut().zip(places) {
            *value = fields.get(place).ok_or_else(|| {
                let count = fields.len();
                wrong(at + 1, format!("the line has {count} fields, too few for the columns of the header"))
            })?;
        }
        let [system, document, segment, rater, target, label, severity] = values;
        let said = Said::parse(label, severity).map_err(|problem| wrong(at + 1, problem))?;
        if said == Said::Nothing {
            continue;
        }
        let key = (system, document, segment);
        let number = *by_key.entry(key).or_insert_with(|| {
            let (versions, raters) = (Vec::new(), BTreeMap::new());
            translations.push(Translation { line: at + 1, system, document, segment, versions, raters });
            translations.len() - 1
        });
        let (text, span) = without_mark(target);
        let mark = match said {
            Said::Error(harm) => Some(Mark { harm, label, span }),
            _ => None,
        };
        translations[number].add(rater, text, mark);
    }
    let mut texts = Vec::new();
    for translation in &translations {
        let reference = references.of(translation.segment).map_err(|problem| wrong(translation.line, problem))?;
        texts.push(translation.annotated(reference));
    }
    without_reference(&mut texts);
    if texts.is_empty() {
        return Err(wrong(1, "there is no translation in the table".to_owned()));
    }
    Ok(texts)
}

impl<'a> Translation<'a> {
    fn add(&mut self, rater: &'a str, text: String, mark: Option<Mark<'a>>) {
        let version = self.versions.iter().position(|(known, _)| *known == text).unwrap_or_else(|| {
            self.versions.push((text, 0));
            self.versions.len() - 1
        });
        self.versions[version].1 += 1;
        let marks = self.raters.entry(rater).or_default();
        marks.extend(mark.map(|mark| (mark, version)));
    }

    fn annotated(&self, reference: &str) -> Annotated {
        let most = self.versions.iter().map(|(_, times)| *times).max().unwrap_or(0);
        let version = self.versions.iter().position(|(_, times)| *times == most).unwrap_or(0);
        let candidate = self.versions.get(version).map_or("", |(text, _)| text.as_str());
        let mut raters = Vec::new();
        for marks in self.raters.values() {
            // A mark on another version of the text counts in the score; its place is unknown.
            let placed = |(mark, on): &(Mark<'a>, usize)| Mark { span: mark.span.filter(|_| *on == version), ..*mark };
            raters.push(marks.iter().map(placed).collect::<Vec<_>>());
        }
        let errors = errors(candidate, &raters);
        let (system, document, segment) = (self.system.to_owned(), self.document.to_owned(), self.segment.to_owned());
        Annotated {
            name: format!("{system} {document} {segment}"),
            reference: reference.to_owned(),
            candidate: candidate.to_owned(),
            mode: Mode::Segment,
            parallel: false,
            glossary: Vec::new(),
            doubtful: doubtful(candidate, &raters, &errors),
            errors,
            clean: raters.iter().all(Vec::is_empty),
            twin: None,
            change: None,
            rated: Some(Rated {
                measure: Measure::Mqm,
                harm: harm(&raters),
                segments: 1,
                origin: Some(Origin { document, segment, system }),
            }),
        }
    }
}

/// The text without `<v>` and `</v>`, and what stands between them, where there is one of each.
fn without_mark(target: &str) -> (String, Option<Span>) {
    let text = target.replace("<v>", "").replace("</v>", "");
    let is_single = target.matches("<v>").count() == 1 && target.matches("</v>").count() == 1;
    let (before, rest) = target.split_once("<v>").unwrap_or((target, ""));
    let marked = rest.split_once("</v>").map(|(marked, _)| marked).filter(|_| is_single);
    (text, marked.map(|marked| Span::new(before.len(), before.len() + marked.len())))
}

/// A system whose every text is its reference is the reference, which was rated too: no translation under test.
fn without_reference(texts: &mut Vec<Annotated>) {
    let mut is_reference: BTreeMap<String, bool> = BTreeMap::new();
    let system = |text: &Annotated| text.rated.as_ref().and_then(|rated| Some(rated.origin.as_ref()?.system.clone()));
    for text in texts.iter() {
        let same = text.candidate.trim() == text.reference.trim();
        *is_reference.entry(system(text).unwrap_or_default()).or_insert(true) &= same;
    }
    texts.retain(|text| !is_reference[&system(text).unwrap_or_default()]);
}
