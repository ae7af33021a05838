//! What holds for `--fix` on any text: a second run changes nothing, and on the news pairs each change is a safe one.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use rayon::prelude::*;
use wirelint::check::Finding;
use wirelint::check::fix::{LEAST_CONFIDENCE, apply, fix};
use wirelint::config::{Settings, Term, TermStatus};
use wirelint::error::Error;
use wirelint::eval::formats::{self, Reading as Formats};
use wirelint::eval::gold::Annotated;
use wirelint::input::markdown::without_markup;
use wirelint::rules::model::Fix;
use wirelint::{Checker, Input, Verdict};

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(Settings { min_confidence: 0.5, ..Settings::default() }));

/// How a file becomes the text that is checked.
type Reading = fn(&str) -> Cow<'_, str>;

/// How plain text is read.
const PLAIN: Reading = |file| Cow::Borrowed(file);

fn check(reference: &str, candidate: &str, terms: &[Term]) -> Result<Verdict, Error> {
    CHECKER.check(&Input { reference, candidate, segment: false, terms })
}

/// Pieces that rules look at, heaped in any order.
const PIECES: &[&str] = &[
    "The talks in",
    "Ulanbato",
    "Ulaanbaatar",
    " ",
    " ",
    " ",
    ".",
    ",",
    " .",
    " ,",
    "..",
    ".,",
    "\"",
    "\"\"",
    "”“",
    "“",
    "”",
    "the",
    "the ",
    "itHave",
    "31%of",
    "Full",
    "roof",
    "\n",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "\u{1b}[31m",
    "\0",
    "illegals",
    "Illegals’",
    "*",
    "**",
    "`",
    "[a](b)",
    "|",
    "<b>",
    "# ",
    "老挝",
    "Łódź",
    "e\u{301}",
    "17",
    "(",
    ")",
    "-",
    "!",
    "?",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_text_a_second_run_changes_nothing(pieces in prop::collection::vec(select(PIECES), 1..60)) {
        let file = format!("It is so. {}", pieces.concat());
        let note = "use migrants".to_owned();
        let terms = [Term { term: "illegals".to_owned(), status: TermStatus::Forbidden, note, ..Term::default() }];
        let reference = "The talks in Ulaanbaatar went on under a roof in Łódź.";
        let markdown: Reading = |file| Cow::Owned(without_markup(file));
        for reading in [PLAIN, markdown] {
            let sure = |file: &str| {
                let mut verdict = check(reference, &reading(file), &terms)?;
                verdict.findings.iter_mut().for_each(|finding| finding.confidence = 0.95);
                Ok::<_, Error>(verdict)
            };
            let Ok(first) = fix(&file, reading, sure) else { continue };
            let second = fix(&first.file, reading, sure).expect("what was checked can be checked");
            prop_assert_eq!(&first.file, &second.file);
            prop_assert_eq!(reading(&first.file), first.plain.as_str());
            prop_assert_eq!(first.file.matches('\n').count(), file.matches('\n').count());
        }
    }
}

/// The sample and all news pairs, garbled and clean, each with its reference.
fn corpora() -> Vec<Annotated> {
    let paths = ["corpora/sample".into(), "corpora/wires".into()];
    formats::read(&paths, &Formats::default()).expect("the corpora can be read")
}

#[test]
fn on_all_news_pairs_a_second_run_changes_nothing_and_each_change_is_a_safe_one() {
    let texts = corpora();
    assert!(texts.len() > 70);
    let wrong = texts.par_iter().flat_map_iter(|text| {
        // A text that was checked before is not checked again.
        let known: RefCell<BTreeMap<String, Verdict>> = RefCell::default();
        let check = |candidate: &str| {
            if let Some(verdict) = known.borrow().get(candidate) {
                return Ok(verdict.clone());
            }
            let verdict = check(&text.reference, candidate, &text.glossary)?;
            known.borrow_mut().insert(candidate.to_owned(), verdict.clone());
            Ok::<_, Error>(verdict)
        };
        let fixed = |candidate: &str| fix(candidate, PLAIN, check).expect("the text can be checked");
        let first = fixed(&text.candidate);
        let mut wrong = Vec::new();
        let mut replayed = text.candidate.clone();
        for edits in &first.rounds {
            let now = check(&replayed).expect("the text can be checked");
            for edit in edits {
                let sure = |finding: &Finding| {
                    finding.span == edit.span
                        && finding.rule.code == edit.rule.code
                        && finding.rule.fix != Fix::Never
                        && finding.confidence >= LEAST_CONFIDENCE
                        && finding.suggestions == [edit.replacement.clone()]
                };
                if !now.findings.iter().any(sure) {
                    wrong.push(format!("{}: no safe finding has {edit:?}", text.name));
                }
            }
            replayed = apply(&replayed, edits);
        }
        if replayed != first.file {
            wrong.push(format!("{}: something else was changed", text.name));
        }
        if fixed(&first.file).file != first.file {
            wrong.push(format!("{}: a second run changes something", text.name));
        }
        wrong
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
