//! One pair under its policy: checked, and its findings sifted by the ignores beside it and the baseline.

use std::path::Path;

use crate::check::Input;
use crate::check::finding::Verdict;
use crate::check::ignores::{Ignore, of_comments, of_file};
use crate::check::language::screen;
use crate::check::policy::Policy;
use crate::check::sift::{Known, Sifted, sift};
use crate::error::{Error, Side};
use crate::input::configuration::{Configuration, name_from};
use crate::input::files::{self, Source};
use crate::lexicon::Lexicon;
use crate::text::Text;

/// The ending of the file of ignores that lies beside a text.
pub const IGNORE_ENDING: &str = "wirelint-ignore";

/// Checks a pair and sifts what was found.
///
/// # Errors
///
/// What [`crate::Checker::check`] gives, [`Error::Empty`] and [`Error::Language`] for the texts, and [`Error::Ignore`],
/// [`Error::Glossary`] and [`Error::Baseline`] for what lies beside them.
pub fn judge(
    configuration: &Configuration,
    policy: &Policy,
    path: &Path,
    reference: Option<&Source>,
    candidate: &Source,
) -> Result<Sifted, Error> {
    if reference.is_some_and(|source| source.raw.trim().is_empty()) {
        return Err(Error::Empty { side: Side::Reference });
    }
    if candidate.raw.trim().is_empty() {
        return Err(Error::Empty { side: Side::Candidate });
    }
    let checker = configuration.checker(policy)?;
    let trusted = reference.map(Source::to_check).unwrap_or_default();
    let text = candidate.to_check();
    screen(&trusted, &text, checker.lexicon())?;
    let verdict = checker.check(&Input { reference: &trusted, candidate: &text, segment: false, terms: &[] })?;
    sift_pair(configuration, policy, path, candidate, checker.lexicon(), verdict)
}

/// Sifts a verdict on a candidate that was checked elsewhere.
///
/// # Errors
///
/// [`Error::Ignore`] and [`Error::Baseline`] for what lies beside the candidate.
pub fn sift_pair(
    configuration: &Configuration,
    policy: &Policy,
    path: &Path,
    candidate: &Source,
    lexicon: &Lexicon,
    verdict: Verdict,
) -> Result<Sifted, Error> {
    let ignores = ignores(configuration, path, candidate, lexicon)?;
    let baseline = configuration.baseline(policy)?;
    let name = baseline.as_ref().map(|baseline| name_from(baseline.path.parent().unwrap_or(Path::new("")), path));
    let known = baseline.as_deref().zip(name.as_deref()).map(|(baseline, path)| Known { baseline, path });
    Ok(sift(verdict, &candidate.raw, policy, &ignores, known))
}

/// The ignores in a candidate and in the file beside it.
fn ignores(
    configuration: &Configuration,
    path: &Path,
    candidate: &Source,
    lexicon: &Lexicon,
) -> Result<Vec<Ignore>, Error> {
    let mut ignores = Vec::new();
    if !candidate.comments.is_empty() {
        let text = candidate.to_check();
        let text = Text::read(&text, lexicon);
        ignores = of_comments(&candidate.name, &candidate.raw, &text, &candidate.comments, configuration.vocabulary())?;
    }
    let beside = path.with_extension(IGNORE_ENDING);
    if path.as_os_str() != "-" && beside.is_file() {
        let content = files::read_plain(&beside)?;
        let name = beside.display().to_string();
        ignores.extend(of_file(&name, &content, &candidate.raw, configuration.vocabulary())?);
    }
    Ok(ignores)
}
