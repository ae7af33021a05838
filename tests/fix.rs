//! What `--fix` writes into a text and what it leaves alone; files are not written here.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use wirelint::check::Finding;
use wirelint::check::fix::{Edit, Fixed, LEAST_CONFIDENCE, apply, edits, fix};
use wirelint::config::{Settings, Term, TermStatus};
use wirelint::error::Error;
use wirelint::input::markdown::without_markup;
use wirelint::report::explain::{terms, unmarked};
use wirelint::rules::RULES;
use wirelint::rules::model::{Category, Fix, Shape};
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

/// A text fixed with a reference and a glossary.
fn fixed(reference: &str, candidate: &str, terms: &[Term]) -> Fixed {
    fix(candidate, PLAIN, |text| check(reference, text, terms)).expect("the text can be checked")
}

/// A verdict whose findings are all this sure.
fn with_confidence(confidence: f64, verdict: Verdict) -> Verdict {
    let findings = verdict.findings.into_iter().map(|finding| Finding { confidence, ..finding });
    Verdict { findings: findings.collect(), ..verdict }
}

/// A text fixed without a reference, as if every finding were sure.
fn alone(candidate: &str) -> String {
    let sure = |text: &str| check("", text, &[]).map(|verdict| with_confidence(0.95, verdict));
    fix(candidate, PLAIN, sure).expect("the text can be checked").file
}

fn forbidden(term: &str, right: &str) -> Term {
    let note = format!("use {right}");
    Term { term: term.to_owned(), status: TermStatus::Forbidden, note, ..Term::default() }
}

#[test]
fn slips_of_spacing_and_of_marks_are_mended() {
    let slips = [
        ("All was done well.Full marks went to the crew.", "All was done well. Full marks went to the crew."),
        ("Russia still wants itHave influence there.", "Russia still wants it have influence there."),
        ("About 95%of the fuel is imported.", "About 95% of the fuel is imported."),
        ("The fuel is imported,the ministry said.", "The fuel is imported, the ministry said."),
        ("The match was over in an hour . Nobody complained.", "The match was over in an hour. Nobody complained."),
        ("They met at the port ,where it rained.", "They met at the port, where it rained."),
        ("“They were right”””, the mayor said.", "“They were right”, the mayor said."),
        ("The station is closed.\"\" Buses run instead.", "The station is closed. Buses run instead."),
        ("He fell from the roof the roof of a school.", "He fell from the roof of a school."),
        ("The market closed early.. Traders went home.", "The market closed early. Traders went home."),
    ];
    let wrong: Vec<_> = slips.iter().map(|(slip, right)| (alone(slip), right)).filter(|(a, b)| a != *b).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_misspelled_name_becomes_the_reference_s() {
    let reference = "The talks in Ulaanbaatar ended on Friday, said the mayor of the city.";
    let candidate = "The talks in Ulanbato ended on Friday, said the mayor of the city.";
    assert_eq!(fixed(reference, candidate, &[]).file, reference);
}

#[test]
fn a_name_is_not_replaced_by_more_words_than_it_has() {
    let reference = "The managing director, Irmgard Hallwang, signed the contract in Vienna on Monday morning.";
    let candidate = "The managing director, Halwang, signed the contract in Vienna on Monday morning.";
    let verdict = check(reference, candidate, &[]).expect("the text can be checked");
    assert_eq!(verdict.findings[0].suggestions, ["Irmgard Hallwang"]);
    assert_eq!(fixed(reference, candidate, &[]).file, candidate);
}

#[test]
fn a_forbidden_term_becomes_the_preferred_one_with_its_capital_and_its_ending() {
    let terms = [forbidden("illegals", "migrants"), forbidden("Kiev", "Kyiv")];
    let candidate = "Illegals were found near Kiev’s airport. Forty illegals were sent to Kiev.";
    let right = "Migrants were found near Kyiv’s airport. Forty migrants were sent to Kyiv.";
    assert_eq!(fixed("", candidate, &terms).file, right);
}

#[test]
fn a_replacement_that_does_not_fit_is_left_out() {
    // "an migrant" would be a new finding.
    let terms = [forbidden("illegal", "migrant")];
    let candidate = "They met an illegal on the ferry.";
    assert_eq!(fixed("", candidate, &terms).file, candidate);
}

#[test]
fn guesses_and_changes_of_the_facts_are_left_to_people() {
    let pairs = [
        (
            "The minister thanked the 17 delegates for their work.",
            "The minister thanked the 71 delegates for their work.",
        ),
        ("The workers were sheltered from the heat.", "The workers were shelterred from the heat."),
        (
            "The earthquake destroyed houses in Nepal, officials said.",
            "The earthquake destroyed houses in Portugal, officials said.",
        ),
        ("The rescuer Okan Yildirim found the girl.", "The rescuer Okan Lightning found the girl."),
        ("The country relied on its neighbour.", "The country relied on a much larger neighbour.country."),
    ];
    for (reference, candidate) in pairs {
        let result = fixed(reference, candidate, &[]);
        assert!(!result.verdict.findings.is_empty(), "nothing is found in: {candidate}");
        assert_eq!(result.file, candidate);
    }
}

#[test]
fn what_is_less_sure_is_left_alone() {
    let candidate = "The match was over in an hour . Nobody complained.";
    let doubtful = |text: &str| check("", text, &[]).map(|verdict| with_confidence(LEAST_CONFIDENCE - 0.01, verdict));
    assert_eq!(fix(candidate, PLAIN, doubtful).expect("the text can be checked").file, candidate);
}

#[test]
fn a_fix_that_lowers_the_quality_is_not_made() {
    let candidate = "The match was over in an hour . Nobody complained.";
    let worse = |text: &str| {
        check("", text, &[]).map(|verdict| Verdict { quality: if text == candidate { 50.0 } else { 49.9 }, ..verdict })
    };
    assert_eq!(fix(candidate, PLAIN, worse).expect("the text can be checked").file, candidate);
}

#[test]
fn one_bad_fix_does_not_keep_the_others_from_being_made() {
    let terms = [forbidden("illegal", "migrant")];
    let candidate = "They met an illegal on the ferry . It was late.";
    assert_eq!(fixed("", candidate, &terms).file, "They met an illegal on the ferry. It was late.");
}

#[test]
fn a_text_that_never_settles_is_left_as_it_was() {
    let finding = check("", "It was over .", &[]).expect("the text can be checked").findings[0].clone();
    let flips = |text: &str| {
        let mut verdict = check("", "It was over.", &[])?;
        let mut one = finding.clone();
        one.span.start = u32::from(text.starts_with('a'));
        one.span.end = one.span.start + 1;
        one.suggestions = vec![
            if text == "ab" {
                "c"
            } else if text == "ac" {
                "a"
            } else {
                "b"
            }
            .to_owned(),
        ];
        verdict.findings = vec![one];
        Ok::<_, Error>(verdict)
    };
    assert_eq!(fix("ab", PLAIN, flips).expect("the text can be checked").file, "ab");
}

#[test]
fn of_findings_at_one_place_the_surest_wins_then_the_most_harmful_then_the_first() {
    let base = check("", "It was over .", &[]).expect("the text can be checked").findings[0].clone();
    let one = |start: u32, end: u32, confidence: f64, word: &str| {
        let mut finding = base.clone();
        (finding.span.start, finding.span.end, finding.confidence) = (start, end, confidence);
        finding.suggestions = vec![word.to_owned()];
        finding
    };
    let text = "abcdefghijklmnop";
    let mut harmful = one(7, 9, 0.95, "harmful");
    harmful.severity = wirelint::rules::model::Severity::Major;
    let findings = [
        one(0, 3, 0.91, "first"),
        one(2, 5, 0.99, "surest"),
        one(6, 8, 0.95, "mild"),
        harmful,
        one(11, 13, 0.95, "x"),
        one(12, 14, 0.95, "y"),
    ];
    let mut chosen: Vec<Edit> = edits(&findings, text, text);
    chosen.sort_by_key(|edit| edit.span);
    assert_eq!(apply(text, &chosen), "absurestfgharmfuljkxnop");
}

#[test]
fn a_choice_of_two_suggestions_is_left_to_people() {
    let mut finding = check("", "It was over .", &[]).expect("the text can be checked").findings[0].clone();
    finding.suggestions.push("!".to_owned());
    assert!(edits(&[finding], "It was over .", "It was over .").is_empty());
}

#[test]
fn nothing_invisible_gets_into_a_text() {
    let base = check("", "It was over .", &[]).expect("the text can be checked").findings[0].clone();
    for bad in ["\u{1b}[31m", "a\u{202e}b", "a\nb", "\0", "a\u{200b}b", "\u{feff}", "\r"] {
        let mut finding = base.clone();
        finding.suggestions = vec![bad.to_owned()];
        assert!(edits(&[finding], "It was over .", "It was over .").is_empty(), "{bad:?}");
    }
}

#[test]
fn lines_stay_lines() {
    for text in ["He fell from the roof\nthe roof of a school.", "He fell from the roof\r\nthe roof of a school."] {
        assert_eq!(alone(text), text);
    }
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let text = "\u{feff}The match was over .\r\n\r\nNobody complained.Full marks went to the crew.\r\nTails .\n";
    let right = "\u{feff}The match was over.\r\n\r\nNobody complained. Full marks went to the crew.\r\nTails.\n";
    assert_eq!(alone(text), right);
}

#[test]
fn markdown_is_fixed_around_its_markup() {
    let reading: Reading = |file| Cow::Owned(without_markup(file));
    let file = "# Head\n\nThe *match* was [over](https://example.org/a..b) in an hour . It **rained** .\n\n```\nleft .\n```\n\nHe saw the `a` the end.\n";
    let right = file.replace("hour .", "hour.");
    let result = fix(file, reading, |file| check("", &reading(file), &[])).expect("the text can be checked");
    assert_eq!(result.file, right);
    assert_eq!(result.plain, without_markup(&right));
}

#[test]
fn what_would_become_markup_is_not_written() {
    let reading: Reading = |file| Cow::Owned(without_markup(file));
    let terms = [forbidden("illegals", "*migrants*"), forbidden("ferry", "<b>")];
    let file = "The ferry carried forty illegals to Samos.\n";
    let result = fix(file, reading, |file| check("", &reading(file), &terms)).expect("the text can be checked");
    assert_eq!(result.file, file);
}

#[test]
fn every_safe_rule_mends_one_of_its_examples() {
    let mends = |code: &str, example: &wirelint::rules::model::Example| {
        let (candidate, _) = unmarked(example.candidate);
        let terms = terms(example);
        let segment = example.shape == Shape::Segment;
        let check = |text: &str| {
            let verdict =
                CHECKER.check(&Input { reference: example.reference, candidate: text, segment, terms: &terms })?;
            Ok::<_, Error>(with_confidence(0.95, verdict))
        };
        let result = fix(&candidate, PLAIN, check).expect("the example can be checked");
        result.rounds.iter().flatten().any(|edit| edit.rule.code == code)
    };
    let safe = RULES.iter().filter(|rule| rule.fix != Fix::Never);
    let idle: Vec<&str> = safe
        .filter(|rule| !rule.examples.iter().any(|example| mends(rule.code, example)))
        .map(|rule| rule.code)
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn only_joins_names_glossary_terms_and_damaged_characters_are_safe() {
    let safe: BTreeSet<Category> =
        RULES.iter().filter(|rule| rule.fix != Fix::Never).map(|rule| rule.category).collect();
    assert_eq!(safe, BTreeSet::from([Category::Name, Category::Join, Category::Term, Category::Language]));
}
