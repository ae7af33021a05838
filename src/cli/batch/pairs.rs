//! Checking the pairs of a manifest chunk by chunk on all cores.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::check::Input;
use crate::check::gate::failures;
use crate::check::language::screen;
use crate::check::sift::Sifted;
use crate::cli::batch::pages::FOLDER;
use crate::cli::batch::progress::Progress;
use crate::error::{Error, Side};
use crate::input::configuration::Configuration;
use crate::input::files::{self, Source};
use crate::input::judge::sift_pair;
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
    pub(super) configuration: &'a Configuration,
    pub(super) manifest: &'a Path,
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
        let (judged, lines) = match texts.and_then(|texts| self.judge(texts)) {
            Err(error) => (Outcome::failed(&error), String::new()),
            Ok(judged) => {
                let names = [("reference", &reference), ("candidate", &candidate)];
                let [reference, candidate] =
                    names.map(|(usual, name)| if name.is_empty() { usual } else { name.as_str() });
                let checked = Checked {
                    reference: Some(Document { name: reference, text: &judged.reference.raw }),
                    candidate: Document { name: candidate, text: &judged.candidate.raw },
                    verdict: &judged.sifted.verdict,
                    suppressed: &judged.sifted.suppressed,
                };
                if with_page {
                    let page = html::page(&[checked], &Heading { title: &id, back: Some("../index.html") });
                    let path = self.out.join(FOLDER).join(page_name(number, &id));
                    files::write_atomically(&path, page.as_bytes())?;
                }
                let counts = Counts::new(&judged.sifted.verdict, judged.fails);
                (Outcome::Checked(counts), findings::lines(&id, &checked))
            }
        };
        Ok((Row { number, id, reference, candidate, columns, outcome: judged }, lines))
    }

    /// Checks a pair under the policy for its candidate; a text in the manifest has that of the manifest.
    fn judge(&self, texts: Texts) -> Result<Judged, Error> {
        let path = texts.candidate.path().map(Path::to_owned);
        let terms = texts.terms.read()?;
        let (reference, candidate) = (texts.reference.read()?, texts.candidate.read()?);
        for (side, text) in [(Side::Reference, &reference), (Side::Candidate, &candidate)] {
            if text.raw.trim().is_empty() {
                return Err(Error::Empty { side });
            }
        }
        let policy = self.configuration.for_candidate(path.as_deref().unwrap_or(self.manifest))?;
        let checker = self.configuration.checker(&policy)?;
        let (trusted, text) = (reference.to_check(), candidate.to_check());
        let segment = texts.mode == Mode::Segment;
        if !segment {
            screen(&trusted, &text, checker.lexicon())?;
        }
        let verdict = checker.check(&Input { reference: &trusted, candidate: &text, segment, terms: &terms })?;
        // A text without a file has no ignores beside it.
        let path = path.unwrap_or_else(|| PathBuf::from("-"));
        let baseline = self.configuration.baseline(&policy)?;
        let lexicon = checker.lexicon();
        let sifted = sift_pair(self.configuration, &policy, baseline.as_deref(), &path, &candidate, lexicon, verdict)?;
        let fails = !failures(&sifted, &policy).is_empty();
        drop((trusted, text));
        Ok(Judged { reference, candidate, sifted, fails })
    }
}

/// A pair with what is said of it.
struct Judged {
    reference: Source,
    candidate: Source,
    sifted: Sifted,
    fails: bool,
}
