//! What the quality of a candidate says: which of two renderings is the better one.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use wirelint::align::Pair;
use wirelint::check::confidence::Circumstances;
use wirelint::check::quality::quality;
use wirelint::check::settle::Judged;
use wirelint::config::Settings;
use wirelint::extract::Facts;
use wirelint::extract::known_names::KnownNames;
use wirelint::lexicon::gazetteer::Gazetteer;
use wirelint::rules::RULES;
use wirelint::rules::model::Draft;
use wirelint::text::Text;
use wirelint::text::span::Span;
use wirelint::{Checker, Input};

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Settings::default()));

const REFERENCE: &str = "The finance minister said on Tuesday that the government would cut taxes for small firms.";
const CANDIDATE: &str =
    "On Tuesday, the finance minister announced that the cabinet would reduce taxes for small companies.";

fn quality_of(reference: &str, candidate: &str, segment: bool) -> f64 {
    let input = Input { reference, candidate, segment, terms: &[] };
    CHECKER.check(&input).map_or(-1.0, |verdict| verdict.quality)
}

fn segment(candidate: &str) -> f64 {
    quality_of(REFERENCE, candidate, true)
}

/// The quality of a candidate with these findings, each of a rule by its position and a confidence.
fn quality_with(candidate: &str, findings: &[(usize, f64)]) -> f64 {
    let lexicon = CHECKER.lexicon();
    let glossary = Gazetteer::of_terms(&[]);
    let known = KnownNames { glossary: &glossary, built_in: &lexicon.names };
    let (ours, theirs) = (Text::read(REFERENCE, lexicon), Text::read(candidate, lexicon));
    let facts = (Facts::read(&ours, lexicon, &known), Facts::read(&theirs, lexicon, &known));
    let pair = Pair::new((&ours, &facts.0), (&theirs, &facts.1), true, known, lexicon);
    let judged = findings.iter().map(|(rule, confidence)| Judged {
        circumstances: Circumstances { kind: pair.kind, likeness: None, agreeing: 0 },
        rule: &RULES[rule % RULES.len()],
        draft: Draft::new(Span::new(0, 1), 0.9, String::new()),
        confidence: *confidence,
    });
    quality(&pair, &judged.collect::<Vec<_>>(), lexicon)
}

#[test]
fn the_reference_itself_has_the_highest_quality() {
    assert_eq!(segment(REFERENCE), 100.0);
    assert!(segment(CANDIDATE) < 100.0);
}

#[test]
fn a_sentence_that_lost_a_word_is_worse() {
    let whole = segment(CANDIDATE);
    for lost in ["announced ", "minister ", "taxes ", "that ", "the cabinet ", " for small companies"] {
        let rest = CANDIDATE.replacen(lost, "", 1);
        assert!(segment(&rest) < whole, "{rest}");
    }
}

#[test]
fn exchanged_words_and_wrong_forms_are_worse() {
    let whole = segment(CANDIDATE);
    for (right, wrong) in [
        ("finance minister", "minister finance"),
        ("announced", "announcement"),
        ("would reduce", "would reducing"),
        ("that the", "the that"),
    ] {
        let other = CANDIDATE.replacen(right, wrong, 1);
        assert!(segment(&other) < whole, "{other}");
    }
}

#[test]
fn another_word_for_the_same_is_better_than_another_thing() {
    let near = segment("The finance minister said on Tuesday that the government would lower taxes for small firms.");
    let far = segment("The finance minister said on Tuesday that the government would double taxes for small firms.");
    assert!(far < near, "{far} {near}");
}

#[test]
fn a_text_twice_as_long_has_about_the_same_quality() {
    let twice = |text: &str| format!("{text}\n\n{}", text.replace("finance", "foreign").replace("taxes", "tariffs"));
    let (once, doubled) = (segment(CANDIDATE), quality_of(&twice(REFERENCE), &twice(CANDIDATE), false));
    assert!((once - doubled).abs() < 4.0, "{once} {doubled}");
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(17), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn an_added_finding_never_raises_the_quality(
        findings in prop::collection::vec((0..100_usize, 0.0..1.0_f64), 0..12),
        added in (0..100_usize, 0.0..1.0_f64),
    ) {
        let fewer = quality_with(CANDIDATE, &findings);
        let more = quality_with(CANDIDATE, &[findings, vec![added]].concat());
        prop_assert!(more <= fewer, "{more} {fewer}");
    }

    #[test]
    fn any_words_in_any_order_have_a_quality_between_0_and_100(
        words in prop::collection::vec(select(vec!["the", "minister", "taxes", ".", "“", "’s", "他", "é", "-", "17", "\u{0}"]), 1..40),
    ) {
        let quality = segment(&format!("x {}", words.join(" ")));
        prop_assert!((0.0..=100.0).contains(&quality), "{quality}");
    }
}
