//! How right the alignment of sentences is, on sentence pairs marked as counterpart or not.

use std::path::Path;

use crate::align::sentences::{Bead, PairKind, Sentences};
use crate::check::{Checker, Input};
use crate::error::Error;
use crate::eval::gold::Annotated;
use crate::eval::resample::share;
use crate::input::files;
use crate::text::Text;
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
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
}

impl Counts {
    /// Right of linked.
    #[must_use]
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.linked)
    }

    /// Found of same.
    #[must_use]
    pub fn recall(&self) -> Option<f64> {
        share(self.found, self.same)
    }

    /// Harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> Option<f64> {
        let (precision, recall) = self.precision().zip(self.recall())?;
        (precision + recall > 0.0).then(|| 2.0 * precision * recall / (precision + recall))
    }

    fn add(&mut self, other: Counts) {
        for (own, more) in [
            (&mut self.texts, other.texts),
            (&mut self.kinds, other.kinds),
            (&mut self.same, other.same),
            (&mut self.found, other.found),
            (&mut self.linked, other.linked),
            (&mut self.right, other.right),
        ] {
            *own += more;
        }
    }
}

/// How right the alignment is.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Over parallel texts.
    pub parallel: Counts,
    /// Over articles on the same event.
    pub comparable: Counts,
    /// Each wrong link and each missed pair, in words.
    pub cases: Vec<String>,
}

/// Aligns the clean texts that a file in `folder` marks sentence pairs of: `C1.tsv` those of `C1 clean`.
///
/// # Errors
///
/// [`Error::Unreadable`] or [`Error::Annotation`], with file and line, for a file that cannot be used; where no file of
/// the folder belongs to a text too.
pub fn evaluate(folder: &Path, texts: &[Annotated], checker: &Checker) -> Result<Alignment, Error> {
    let mut alignment = Alignment::default();
    for text in texts.iter().filter(|text| text.clean) {
        let Some(name) = text.name.strip_suffix(" clean") else { continue };
        let path = folder.join(format!("{name}.tsv"));
        if !path.is_file() {
            continue;
        }
        let marked = read(&path, text)?;
        compare(text, &marked, checker, &mut alignment);
    }
    if alignment.parallel.texts + alignment.comparable.texts == 0 {
        let reason = "no file in it is named after one of the folders of texts, such as C1.tsv for C1".to_owned();
        return Err(Error::Unreadable { path: folder.to_owned(), reason });
    }
    Ok(alignment)
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

fn compare(annotated: &Annotated, marked: &[Marked], checker: &Checker, alignment: &mut Alignment) {
    let Annotated { reference, candidate, parallel, .. } = annotated;
    let input = Input { reference, candidate, segment: false, terms: &[] };
    let Sentences { kind, beads, echoes } = checker.align(&input);
    let texts = (Text::read(reference, checker.lexicon()), Text::read(candidate, checker.lexicon()));
    let spans = |bead: &Bead| -> Vec<(Span, Span)> {
        let pairs = bead.reference.clone().flat_map(|one| bead.candidate.clone().map(move |other| (one, other)));
        pairs.map(|(one, other)| (texts.0.sentences[one].span, texts.1.sentences[other].span)).collect()
    };
    let mut links: Vec<(Span, Span)> = beads.iter().flat_map(spans).collect();
    links.extend(echoes.iter().map(|(one, other)| (texts.0.sentences[*one].span, texts.1.sentences[*other].span)));
    let mut counts =
        Counts { texts: 1, kinds: u64::from((kind == PairKind::Parallel) == *parallel), ..Counts::default() };
    let case = |what: &str, one: Span, other: Span| {
        format!("{} {what}\n  {}\n  {}", annotated.name, texts.0.at(one), texts.1.at(other))
    };
    for (one, other) in &links {
        match relation(marked, *one, *other) {
            Relation::Same => {
                counts.linked += 1;
                counts.right += 1;
            }
            Relation::Partly => {}
            Relation::No => {
                counts.linked += 1;
                alignment.cases.push(case("wrong", *one, *other));
            }
        }
    }
    for pair in marked.iter().filter(|pair| pair.relation == Relation::Same) {
        let found = links.iter().any(|(one, other)| meets(pair.reference, *one) && meets(pair.candidate, *other));
        counts.same += 1;
        counts.found += u64::from(found);
        if !found {
            alignment.cases.push(case("missed", pair.reference, pair.candidate));
        }
    }
    if *parallel { alignment.parallel.add(counts) } else { alignment.comparable.add(counts) }
}
