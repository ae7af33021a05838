//! How right the alignment of sentences is, on sentence pairs marked as counterpart or not.

use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::align::sentences::{Bead, PairKind, Sentences};
use crate::check::{Checker, Input};
use crate::error::Error;
use crate::eval::gold::Annotated;
use crate::eval::resample::{Figure, Samples, share};
use crate::eval::sheets::counted;
use crate::eval::show::{Case, Cases};
use crate::eval::tally::Tally;
use crate::input::files;
use crate::text::Text;
use crate::text::line_index::LineIndex;
use crate::text::span::Span;

/// What an annotator says of two sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Relation {
    /// They state the same main fact.
    Same,
    /// They share a fact: linking them is neither right nor wrong.
    Partly,
    /// They speak of the same things and state other facts.
    No,
}

/// Two sentences and what the annotator says of them.
struct Marked {
    relation: Relation,
    reference: Span,
    candidate: Span,
}

/// What became of the sentences of texts of one kind.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct LinkFigures {
    /// Pairs of texts.
    pub texts: u64,
    /// Of these, the ones whose kind, parallel or comparable, was seen.
    pub kinds: u64,
    /// Sentence pairs marked as the same.
    pub same: u64,
    /// Of these, the ones that are linked.
    pub found: u64,
    /// Linked sentence pairs that are not marked as partly the same.
    pub linked: u64,
    /// Of these, the ones marked as the same.
    pub right: u64,
    /// Right of linked.
    pub precision: Figure,
    /// Found of same.
    pub recall: Figure,
    /// Harmonic mean of precision and recall.
    pub f1: Figure,
}

/// How right the alignment is.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct AlignmentFigures {
    /// Over parallel texts.
    pub parallel: LinkFigures,
    /// Over articles on the same event.
    pub comparable: LinkFigures,
}

impl AlignmentFigures {
    /// The kinds of texts, with what each is called.
    pub(super) fn rows(&self) -> [(&'static str, &LinkFigures); 2] {
        [("parallel", &self.parallel), ("comparable", &self.comparable)]
    }
}

/// How right the alignment is, and where it is not.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// Over all texts.
    pub figures: AlignmentFigures,
    /// The wrong links and the missed pairs.
    pub lists: Vec<Cases>,
}

/// What became of the sentences of one text.
#[derive(Default)]
struct Compared {
    is_parallel: bool,
    /// Whether that was seen.
    is_seen: bool,
    /// As in `LinkFigures`.
    same: u64,
    found: u64,
    linked: u64,
    right: u64,
    wrong: Vec<Case>,
    missed: Vec<Case>,
}

/// Aligns the clean texts that a file in `folder` marks sentence pairs of: `C1.tsv` those of `C1 clean`.
///
/// # Errors
///
/// [`Error::Unreadable`] or [`Error::Annotation`], with file and line, for a file that cannot be used; where no file of
/// the folder belongs to a text too.
pub fn evaluate(folder: &Path, texts: &[Annotated], checker: &Checker) -> Result<Alignment, Error> {
    let mut marked = Vec::new();
    for text in texts.iter().filter(|text| text.clean) {
        let Some(name) = text.name.strip_suffix(" clean") else { continue };
        let path = folder.join(format!("{name}.tsv"));
        if path.is_file() {
            marked.push((text, read(&path, text)?));
        }
    }
    if marked.is_empty() {
        let reason = "no file in it is named after one of the folders of texts, such as C1.tsv for C1".to_owned();
        return Err(Error::Unreadable { path: folder.to_owned(), reason });
    }
    let mut compared: Vec<Compared> = marked.par_iter().map(|(text, pairs)| compare(text, pairs, checker)).collect();
    let (parallel, comparable): (Vec<&Compared>, Vec<&Compared>) = compared.iter().partition(|text| text.is_parallel);
    let figures = AlignmentFigures { parallel: links(&parallel), comparable: links(&comparable) };
    let list = |cases: Vec<Case>, what: &str| Cases {
        title: format!("sentences: {}", counted(cases.len() as u64, what)),
        cases,
    };
    let wrong = compared.iter_mut().flat_map(|text| std::mem::take(&mut text.wrong)).collect();
    let missed = compared.iter_mut().flat_map(|text| std::mem::take(&mut text.missed)).collect();
    Ok(Alignment { figures, lists: vec![list(wrong, "wrong link"), list(missed, "missed pair")] })
}

/// The figures over some texts, with the intervals over samples of these.
fn links(texts: &[&Compared]) -> LinkFigures {
    let samples = Samples::draw(&vec![Tally::default(); texts.len()]);
    let sum = |times: &[u64], of: fn(&Compared) -> u64| {
        texts.iter().zip(times).map(|(text, times)| of(text) * times).sum::<u64>()
    };
    let precision = |times: &[u64]| share(sum(times, |text| text.right), sum(times, |text| text.linked));
    let recall = |times: &[u64]| share(sum(times, |text| text.found), sum(times, |text| text.same));
    let f1 = |times: &[u64]| {
        let (precision, recall) = precision(times).zip(recall(times))?;
        (precision + recall > 0.0).then(|| 2.0 * precision * recall / (precision + recall))
    };
    let total = |of: fn(&Compared) -> u64| texts.iter().map(|text| of(text)).sum();
    LinkFigures {
        texts: texts.len() as u64,
        kinds: total(|text| u64::from(text.is_seen)),
        same: total(|text| text.same),
        found: total(|text| text.found),
        linked: total(|text| text.linked),
        right: total(|text| text.right),
        precision: samples.figure_of_groups(precision),
        recall: samples.figure_of_groups(recall),
        f1: samples.figure_of_groups(f1),
    }
}

fn read(path: &Path, text: &Annotated) -> Result<Vec<Marked>, Error> {
    let content = files::read(path)?.raw;
    let mut marked = Vec::new();
    let rows = content.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    for (at, line) in rows.skip(1) {
        let wrong =
            |problem: &str| Error::Annotation { path: path.to_owned(), line: at + 1, problem: problem.to_owned() };
        let cells: Vec<&str> = line.split('\t').collect();
        let [relation, reference, candidate] = cells[..] else {
            return Err(wrong("it has not the three columns relation, reference, candidate"));
        };
        let relation = match relation {
            "same" => Relation::Same,
            "partly" => Relation::Partly,
            "no" => Relation::No,
            _ => return Err(wrong("its relation is neither `same` nor `partly` nor `no`")),
        };
        let place =
            |sentence: &str, raw: &str| raw.find(sentence).map(|start| Span::new(start, start + sentence.len()));
        let reference =
            place(reference, &text.reference).ok_or_else(|| wrong("its second column is not in the reference"))?;
        let candidate =
            place(candidate, &text.candidate).ok_or_else(|| wrong("its third column is not in the candidate"))?;
        marked.push(Marked { relation, reference, candidate });
    }
    Ok(marked)
}

/// What the marks say of two sentences as they were cut; unmarked ones are not the same.
fn relation(marked: &[Marked], reference: Span, candidate: Span) -> Relation {
    let here = |one: &&Marked| meets(one.reference, reference) && meets(one.candidate, candidate);
    let of = |relation: Relation| marked.iter().filter(here).any(|one| one.relation == relation);
    if of(Relation::Same) {
        return Relation::Same;
    }
    if of(Relation::Partly) { Relation::Partly } else { Relation::No }
}

/// Whether a marked sentence and one as it was cut are the same, or the one is a piece of the other.
fn meets(marked: Span, cut: Span) -> bool {
    let shared = marked.end.min(cut.end).saturating_sub(marked.start.max(cut.start));
    shared * 2 > (marked.len().min(cut.len())) as u32
}

fn compare(annotated: &Annotated, marked: &[Marked], checker: &Checker) -> Compared {
    let Annotated { name, reference, candidate, parallel, .. } = annotated;
    let input = Input { reference, candidate, segment: false, terms: &[] };
    let Sentences { kind, beads, echoes } = checker.align(&input);
    let texts = (Text::read(reference, checker.lexicon()), Text::read(candidate, checker.lexicon()));
    let spans = |bead: &Bead| -> Vec<(Span, Span)> {
        let pairs = bead.reference.clone().flat_map(|one| bead.candidate.clone().map(move |other| (one, other)));
        pairs.map(|(one, other)| (texts.0.sentences[one].span, texts.1.sentences[other].span)).collect()
    };
    let mut links: Vec<(Span, Span)> = beads.iter().flat_map(spans).collect();
    links.extend(echoes.iter().map(|(one, other)| (texts.0.sentences[*one].span, texts.1.sentences[*other].span)));
    let lines = LineIndex::new(candidate);
    let case = |what: &str, one: Span, other: Span| {
        let line = lines.line_column(candidate, other.start).line;
        Case::new(format!("{name}, line {line}, {what}: {}", texts.0.at(one)), candidate, other)
    };
    let is_seen = (kind == PairKind::Parallel) == *parallel;
    let mut compared = Compared { is_parallel: *parallel, is_seen, ..Compared::default() };
    for (one, other) in &links {
        match relation(marked, *one, *other) {
            Relation::Same => {
                compared.linked += 1;
                compared.right += 1;
            }
            Relation::Partly => {}
            Relation::No => {
                compared.linked += 1;
                compared.wrong.push(case("linked with", *one, *other));
            }
        }
    }
    for pair in marked.iter().filter(|pair| pair.relation == Relation::Same) {
        let found = links.iter().any(|(one, other)| meets(pair.reference, *one) && meets(pair.candidate, *other));
        compared.same += 1;
        compared.found += u64::from(found);
        if !found {
            compared.missed.push(case("not linked with", pair.reference, pair.candidate));
        }
    }
    compared
}
