//! What holds for any text at all, tried on texts made at random from a fixed seed: scripts mixed, quotes heaped,
//! control characters, words without end.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use wirelint::config::{Settings, Term, TermKind, TermStatus};
use wirelint::lexicon::fold::is_invisible;
use wirelint::report::json::{JsonVerdict, Places};
use wirelint::report::{safe, terminal};
use wirelint::text::Text;
use wirelint::{Checker, Input, Verdict};

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(Settings { min_confidence: 0.0, ..Settings::default() }));

/// Pieces of texts that the rules look at, and pieces that break careless code.
const PIECES: &[&str] = &[
    "The talks in",
    "Ulaanbaatar",
    "Ulanbato",
    "President Volodymyr Zelensky",
    "Iran",
    "Iraq",
    "the minister",
    "said",
    "did not",
    "never",
    "will",
    "rose",
    "fell",
    "before",
    "after",
    "very likely",
    "one of",
    "Who has",
    "it",
    "The",
    "A",
    "I",
    "U.S.",
    "a.m.",
    "J.K.",
    "No.",
    "Mr.",
    "Łódź",
    "Çadırkaya’s",
    "İstanbul",
    "ﬁnal",
    "ß",
    "ǅ",
    "e\u{301}",
    "17",
    "71",
    "3.4 thousand km",
    "$6 million",
    "1,000,000",
    "1.000,5",
    "0",
    "00",
    "99999999999999999999999999999",
    "1e400",
    "-1",
    "½",
    "٣٤",
    "三千",
    "15 lakh",
    "about 300",
    "2026",
    "31%of",
    "May 32",
    "7 October",
    "2 p.m.",
    "1/0",
    "1-2-3",
    "老挝",
    "Москва",
    "القاهرة",
    "한국",
    "ไทย",
    "हिन्दी",
    "🙂",
    "👩\u{200d}🚀",
    "dans le brouillard",
    "außerdem",
    "zażółć",
    ".",
    ".",
    ".",
    ",",
    "!",
    "?",
    "…",
    ";",
    ":",
    "(",
    ")",
    "[[",
    "]]",
    "\"",
    "\"\"\"",
    "“",
    "”",
    "„",
    "«",
    "»",
    "'",
    "’",
    "``",
    "—",
    "-",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\0",
    "\u{7}",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{301}",
    "\u{10ffff}",
    "# ",
    "* ",
    "| a | b |",
    "=SUM(A1)",
    "<b>",
    "sheMoved",
    "well.Full",
    "of of",
    "the the the",
    "...",
    ".,",
    " ,",
    "%",
    "°C",
    "€",
    "₹",
    "km/h",
    "http://a.b/c?d=e#f",
];

fn piece() -> impl Strategy<Value = String> {
    let long = (select(&["a", "Z", "é", "老", "1", "-", "'", "."][..]), 1_usize..3_000);
    prop_oneof![
        24 => select(PIECES).prop_map(str::to_owned),
        4 => "[A-Za-z]{1,12}",
        2 => "[0-9.,:]{1,12}",
        3 => any::<char>().prop_map(String::from),
        1 => ".{0,20}",
        1 => long.prop_map(|(unit, count)| unit.repeat(count)),
    ]
}

fn pieces() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(piece(), 0..60)
}

/// Pieces with a space between most of them.
fn joined(pieces: &[String]) -> String {
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        text.push_str(piece);
        if at % 5 != 3 {
            text.push(' ');
        }
    }
    text
}

fn text() -> impl Strategy<Value = String> {
    pieces().prop_map(|pieces| joined(&pieces))
}

/// Two texts that share most of their pieces, so that they are aligned.
fn related() -> impl Strategy<Value = (String, String)> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), piece(), 0..4_u8), 0..12);
    (pieces(), edits).prop_map(|(reference, edits)| {
        let mut candidate = reference.clone();
        for (at, piece, kind) in edits.iter().filter(|_| !reference.is_empty()) {
            if candidate.is_empty() {
                break;
            }
            let at = at.index(candidate.len());
            match kind {
                0 => candidate[at].clone_from(piece),
                1 => candidate.insert(at, piece.clone()),
                2 => drop(candidate.remove(at)),
                _ => candidate.swap(at, 0),
            }
        }
        (joined(&reference), joined(&candidate))
    })
}

fn texts() -> impl Strategy<Value = (String, String)> {
    prop_oneof![2 => related(), 1 => (text(), text())]
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(20_260), failure_persistence: None, ..ProptestConfig::default() }
}

/// The verdict, or nothing for a candidate without a word; an error of any other kind fails the test.
fn verdict(reference: &str, candidate: &str, segment: bool, terms: &[Term]) -> Result<Option<Verdict>, TestCaseError> {
    match CHECKER.check(&Input { reference, candidate, segment, terms }) {
        Ok(verdict) => Ok(Some(verdict)),
        Err(error) if error.code() == "empty-text" && candidate.trim().is_empty() => Ok(None),
        Err(error) => Err(TestCaseError::fail(error.to_string())),
    }
}

fn json(verdict: &Verdict, reference: &str, candidate: &str) -> String {
    let places = Places::new(reference, candidate);
    serde_json::to_string(&JsonVerdict::new(verdict, &places)).expect("a verdict is JSON")
}

fn moves_a_terminal(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether ranges stand side by side from 0 to `end`, none of them empty.
fn are_partition<'a>(ranges: impl Iterator<Item = &'a std::ops::Range<usize>>, end: usize) -> bool {
    let mut at = 0;
    for range in ranges {
        if range.start != at || range.end <= at {
            return false;
        }
        at = range.end;
    }
    at == end
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn no_pair_of_texts_breaks_the_checker((reference, candidate) in texts(), segment in any::<bool>()) {
        if let Some(verdict) = verdict(&reference, &candidate, segment, &[])? {
            prop_assert!((0.0..=100.0).contains(&verdict.quality), "quality {}", verdict.quality);
            prop_assert!(verdict.penalty.is_finite());
            for finding in &verdict.findings {
                prop_assert_eq!(candidate.get(finding.span.range()), Some(finding.text.as_str()));
                prop_assert!((0.0..=1.0).contains(&finding.confidence));
            }
        }
    }

    #[test]
    fn the_same_texts_give_the_same_bytes((reference, candidate) in texts()) {
        let first = verdict(&reference, &candidate, false, &[])?;
        let second = verdict(&reference, &candidate, false, &[])?;
        let shown = |verdict: Option<Verdict>| verdict.map(|verdict| json(&verdict, &reference, &candidate));
        prop_assert_eq!(shown(first), shown(second));
    }

    #[test]
    fn nothing_in_a_text_moves_a_terminal((reference, candidate) in texts(), width in 0_usize..200) {
        colored::control::set_override(false);
        if let Some(verdict) = verdict(&reference, &candidate, false, &[])? {
            let shown = terminal::render(&verdict, &reference, &candidate, CHECKER.lexicon(), width);
            prop_assert!(!shown.replace('\n', "").contains(moves_a_terminal), "{shown:?}");
        }
    }

    #[test]
    fn a_text_made_safe_holds_nothing_that_moves_a_terminal(text in text()) {
        prop_assert!(!safe::for_terminal(&text).contains(moves_a_terminal));
    }

    #[test]
    fn any_glossary_can_be_laid_over_any_pair(
        (reference, candidate) in texts(),
        words in prop::collection::vec((piece(), piece(), any::<bool>()), 0..5),
    ) {
        let term = |(term, alias, forbidden): &(String, String, bool)| Term {
            term: term.clone(),
            aliases: vec![alias.clone()],
            kind: TermKind::Person,
            status: if *forbidden { TermStatus::Forbidden } else { TermStatus::Preferred },
            note: format!("use {alias}"),
        };
        let terms: Vec<Term> = words.iter().map(term).collect();
        verdict(&reference, &candidate, false, &terms)?;
    }

    #[test]
    fn tokens_leave_out_only_what_cannot_be_seen(text in text()) {
        let read = Text::read(&text, CHECKER.lexicon());
        let mut at = 0;
        for token in &read.tokens {
            let gap = text.get(at..token.span.start as usize);
            let unseen = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
            prop_assert!(gap.is_some_and(|gap| gap.chars().all(unseen)), "{gap:?} before {token:?}");
            prop_assert!(!token.span.is_empty());
            at = token.span.end as usize;
        }
        let rest = text.get(at..);
        prop_assert!(rest.is_some_and(|rest| rest.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))));
    }

    #[test]
    fn every_token_is_in_one_sentence_and_one_paragraph(text in text()) {
        let read = Text::read(&text, CHECKER.lexicon());
        prop_assert!(are_partition(read.paragraphs.iter(), read.tokens.len()));
        prop_assert!(are_partition(read.sentences.iter().map(|sentence| &sentence.tokens), read.tokens.len()));
        for (at, sentence) in read.sentences.iter().enumerate() {
            prop_assert!(sentence.tokens.clone().all(|token| read.sentence_of(token) == at));
            let paragraph = read.paragraphs.get(sentence.paragraph);
            prop_assert!(paragraph.is_some_and(|range| range.start <= sentence.tokens.start && sentence.tokens.end <= range.end));
        }
    }
}
