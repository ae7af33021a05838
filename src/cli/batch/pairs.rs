//! Checking the pairs of a manifest chunk by chunk on all cores.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use crate::check::language::screen;
use crate::check::{Checker, Input, Verdict};
use crate::cli::FOUND;
use crate::cli::batch::pages::FOLDER;
use crate::cli::batch::progress::Progress;
use crate::cli::gate::GateArguments;
use crate::error::{Error, Side};
use crate::input::files;
use crate::input::manifest::{Entry, Texts};
use crate::input::stream::Mode;
use crate::report::batch::findings;
use crate::report::batch::row::{Counts, Outcome, Row, page_name};
use crate::report::checked::{Checked, Document};
use crate::report::html::{self, Heading};

/// Pairs that are checked together; bounds memory, and keeps all cores busy.
const CHUNK_PAIRS: usize = 256;

/// Bytes of text in the manifest itself after which a chunk ends even if it has fewer pairs.
const CHUNK_BYTES: usize = 8 << 20;

/// What every pair is checked with.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) checker: &'a Checker,
    pub(super) gate: &'a GateArguments,
    pub(super) out: &'a Path,
}

/// The next pairs to check together; none at the end.
pub(super) fn chunks(entries: &mut impl Iterator<Item = Result<Entry, Error>>) -> Result<Option<Vec<Entry>>, Error> {
    let mut chunk = Vec::new();
    let mut bytes = 0;
    while chunk.len() < CHUNK_PAIRS && bytes < CHUNK_BYTES {
        let Some(entry) = entries.next().transpose()? else { break };
        bytes += entry.held();
        chunk.push(entry);
    }
    Ok((!chunk.is_empty()).then_some(chunk))
}

/// A name stands for one pair: a later pair of the same name is refused.
pub(super) fn refuse_second_use(chunk: &mut [Entry], seen: &mut BTreeSet<String>) {
    for entry in chunk {
        if !seen.insert(entry.id.clone()) {
            entry.texts = Err(Error::Manifest {
                path: entry.id.clone().into(),
                line: 0,
                problem: "an earlier pair is called the same".to_owned(),
                help: "Give every pair an `id` of its own.".to_owned(),
            });
        }
    }
}

impl Work<'_> {
    /// Checks pairs in parallel and gives row and findings of each in their order; writes their pages on request.
    pub(super) fn check(
        &self,
        chunk: Vec<Entry>,
        with_pages: bool,
        progress: &Progress,
    ) -> Result<Vec<(Row, String)>, Error> {
        let one = |entry: Entry| {
            let done = self.one(entry, with_pages);
            progress.step();
            done
        };
        chunk.into_par_iter().map(one).collect()
    }

    /// An error is one of writing the page; what is wrong with the pair itself is its outcome.
    fn one(&self, entry: Entry, with_page: bool) -> Result<(Row, String), Error> {
        let Entry { number, id, columns, texts } = entry;
        let name = |of: fn(&Texts) -> &str| texts.as_ref().map_or("", of).to_owned();
        let (reference, candidate) = (name(|texts| texts.reference.name()), name(|texts| texts.candidate.name()));
        let mut row = Row {
            number,
            id,
            reference,
            candidate,
            columns,
            outcome: Outcome::failed(&Error::Empty { side: Side::Candidate }),
        };
        let mut lines = String::new();
        match texts.and_then(|texts| self.verdict(texts)) {
            Err(error) => row.outcome = Outcome::failed(&error),
            Ok(Judged { reference, candidate, verdict }) => {
                let named = |name: &'_ str, usual| if name.is_empty() { usual } else { name.to_owned() };
                let names =
                    (named(&row.reference, "reference".to_owned()), named(&row.candidate, "candidate".to_owned()));
                let checked = Checked {
                    reference: Some(Document { name: &names.0, text: &reference }),
                    candidate: Document { name: &names.1, text: &candidate },
                    verdict: &verdict,
                    suppressed: &[],
                };
                row.outcome = Outcome::Checked(Counts::new(&verdict, self.gate.status(&verdict) == FOUND));
                lines = findings::lines(&row.id, &checked);
                if with_page {
                    let heading = Heading { title: &row.id, back: Some("../index.html") };
                    let page = html::page(&[checked], &heading);
                    let path = self.out.join(FOLDER).join(page_name(row.number, &row.id));
                    files::write_atomically(&path, page.as_bytes())?;
                }
            }
        }
        Ok((row, lines))
    }

    fn verdict(&self, texts: Texts) -> Result<Judged, Error> {
        let terms = texts.terms.read()?;
        let (reference, candidate) = (texts.reference.read()?, texts.candidate.read()?);
        for (side, text) in [(Side::Reference, &reference), (Side::Candidate, &candidate)] {
            if text.trim().is_empty() {
                return Err(Error::Empty { side });
            }
        }
        let segment = texts.mode == Mode::Segment;
        if !segment {
            screen(&reference, &candidate, self.checker.lexicon())?;
        }
        let input = Input { reference: &reference, candidate: &candidate, segment, terms: &terms };
        let verdict = self.checker.check(&input)?;
        Ok(Judged { reference, candidate, verdict })
    }
}

/// A pair with what is said of it.
struct Judged {
    reference: String,
    candidate: String,
    verdict: Verdict,
}
