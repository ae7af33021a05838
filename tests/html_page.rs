//! The page of a pair: all is there and linked, nothing in a text gets out of its place, and nothing is asked for.

use std::sync::LazyLock;

use quick_xml::Reader;
use quick_xml::events::Event;
use wirelint::check::suppression::{Suppressed, Suppression};
use wirelint::check::{Checker, Finding, Input, Verdict};
use wirelint::config::Settings;
use wirelint::report::checked::{Checked, Document};
use wirelint::report::html::{Heading, page};
use wirelint::rules::model::{Proof, Severity};
use wirelint::text::span::Span;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Settings::default()));

const REFERENCE: &str =
    "The talks in Ulaanbaatar ended on Friday.\n\nThe minister thanked the 17 delegates for their work.";
const FAULTY: &str = "The talks in Ulanbato ended on Friday .\n\nThe minister thanked the 71 delegates for their work.";

/// Markup, an end of every kind of place that text stands in, control sequences and a turn of direction.
const HOSTILE: &str =
    "<script>alert(1)</script>\"'></p></mark></title></style>--><b onclick='x'>\u{1b}[31m\u{202e}\u{0}&#60;";

fn verdict(reference: &str, candidate: &str) -> Verdict {
    CHECKER.check(&Input { reference, candidate, segment: false, terms: &[] }).expect("the pair can be checked")
}

fn rendered(reference: &str, candidate: &str, verdict: &Verdict, name: &str) -> String {
    let checked = Checked {
        candidate: Document { name, text: candidate },
        reference: Some(Document { name: "reference.txt", text: reference }),
        verdict,
        suppressed: &[],
    };
    page(&[checked], &Heading::default())
}

fn page_of(reference: &str, candidate: &str) -> String {
    rendered(reference, candidate, &verdict(reference, candidate), "candidate.txt")
}

/// A finding at a place, otherwise like one that was made.
fn moved(like: &Finding, start: usize, end: usize) -> Finding {
    Finding { span: Span::new(start, end), ..like.clone() }
}

/// What stands between `<body>` and the script, which has to be well-formed: names of elements with their attributes.
fn elements(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let start = page.find("<body>").expect("there is a body");
    let end = page.rfind("<script>").expect("there is a script");
    let body = page[start + "<body>".len()..end].replace(" open>", ">").replace(" hidden>", ">");
    let body = format!("<body>{}</body>", body.replace(" checked>", "/>").replace("<br>", "<br/>"));
    let body = body.replace("value=\"0\">", "value=\"0\"/>");
    let mut reader = Reader::from_str(&body);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("the body is well-formed") {
            Event::Eof => return found,
            Event::Start(start) | Event::Empty(start) => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.expect("the attributes are well-formed");
                    (attribute.key.as_ref().to_owned(), attribute.value.as_ref().to_owned())
                });
                found.push((start.name().as_ref().to_owned(), attributes.collect()));
            }
            _ => {}
        }
    }
}

fn values<'e>(elements: &'e [(String, Vec<(String, String)>)], attribute: &str) -> Vec<&'e str> {
    let all = elements.iter().flat_map(|(_, attributes)| attributes);
    all.filter(|(key, _)| key == attribute).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn every_link_leads_to_an_element_of_the_page() {
    let elements = elements(&page_of(REFERENCE, FAULTY));
    let ids = values(&elements, "id");
    for target in values(&elements, "href") {
        let name = target.strip_prefix('#').expect("links lead into the page");
        assert!(ids.contains(&name), "{target}");
    }
    for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for name in values(&elements, attribute).iter().flat_map(|names| names.split(' ')) {
            assert!(ids.contains(&name), "{attribute} {name}");
        }
    }
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "no name is used twice: {ids:?}");
}

#[test]
fn words_are_marked_in_both_texts_and_listed() {
    let page = page_of(REFERENCE, FAULTY);
    for part in [">Ulanbato</a></mark>", ">Ulaanbaatar</a></mark>", "<b>Ulanbato</b> should be <b>Ulaanbaatar</b>"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("aria-label=\"Copy Ulaanbaatar\""), "the suggestion can be copied");
}

#[test]
fn the_list_begins_with_the_most_harm() {
    let page = page_of(REFERENCE, FAULTY);
    let items = page.match_indices("class=\"finding ").map(|(at, needle)| &page[at + needle.len()..]);
    let severities: Vec<&str> = items.map(|rest| rest.split('"').next().unwrap_or("")).collect();
    assert_eq!(severities, ["critical", "major", "minor"]);
}

#[test]
fn nothing_in_a_text_becomes_markup_or_control() {
    let candidate = format!("The talks in Ulanbato {HOSTILE} ended on Friday . {HOSTILE}");
    let mut verdict = verdict(REFERENCE, &candidate);
    for finding in &mut verdict.findings {
        finding.message = format!("`{HOSTILE}` {HOSTILE}");
        finding.suggestions = vec![HOSTILE.to_owned()];
        finding.evidence[..].iter_mut().for_each(|evidence| evidence.text = HOSTILE.to_owned());
    }
    verdict.not_mentioned = vec![HOSTILE.to_owned()];
    let suppressed =
        [Suppressed { finding: verdict.findings[0].clone(), by: Suppression::Ignored { reason: HOSTILE.to_owned() } }];
    let checked = Checked {
        candidate: Document { name: HOSTILE, text: &candidate },
        reference: Some(Document { name: HOSTILE, text: HOSTILE }),
        verdict: &verdict,
        suppressed: &suppressed,
    };
    let page = page(&[checked], &Heading { title: HOSTILE, back: Some("../index.html") });
    assert_eq!(page.matches("<script").count(), 2, "ours, in the head and at the end");
    for part in ["<b onclick", "--><", "\u{1b}", "\u{202e}", "\u{0}", "alert(1)</script>"] {
        assert!(!page.contains(part), "{part:?} is in: {page}");
    }
    assert!(page.contains("[U+202E]") && page.contains("&lt;script&gt;alert(1)"), "it is shown");
    elements(&page);
}

#[test]
fn the_page_asks_for_nothing_and_runs_our_script_alone() {
    let page = page_of(REFERENCE, FAULTY);
    for part in ["<link", "<img", "@import", "url(", "src=", "http://", "https://", "unsafe-inline"] {
        assert!(!page.contains(part), "{part}");
    }
    let policy = page.split("content=\"default-src 'none'; ").nth(1).expect("there is a policy");
    assert!(policy.starts_with("style-src 'sha256-") && policy.contains("script-src 'sha256-"), "{}", &policy[..200]);
}

#[test]
fn overlapping_marks_name_all_their_findings() {
    let like = &verdict(REFERENCE, FAULTY).findings[0];
    let text = "abcdefghij klm\n\nnop qrst";
    let spans = [(0, 6), (3, 10), (4, 5), (4, 4), (8, 20), (24, 24)];
    let mut verdict = verdict(REFERENCE, FAULTY);
    verdict.findings = spans.iter().map(|(start, end)| moved(like, *start, *end)).collect();
    let page = rendered(REFERENCE, text, &verdict, "candidate.txt");
    let elements = elements(&page);
    let named = values(&elements, "data-f");
    assert_eq!(named, ["1", "1 2", "4", "1 2 3", "1 2", "2", "2 5", "5", "5", "6"]);
    let shown: String = page.split("id=\"candidate\"").nth(1).expect("the candidate is shown").to_owned();
    assert!(shown.contains("</p>\n<p>"), "a mark does not swallow the end of a paragraph");
}

#[test]
fn a_million_characters_on_a_line_make_a_small_page() {
    let text = "word ".repeat(250_000);
    let like = verdict(REFERENCE, FAULTY).findings[0].clone();
    let mut verdict = verdict(REFERENCE, FAULTY);
    verdict.findings = (0..3_000).map(|at| moved(&like, at * 400, at * 400 + 4)).collect();
    verdict.findings.push(moved(&like, 0, text.len()));
    let started = page_length(&text, &verdict);
    assert!(started < 8_000_000, "{started} bytes");
    verdict.findings.truncate(10);
    let page = rendered(REFERENCE, &text, &verdict, "candidate.txt");
    assert!(page.len() < 120_000 && page.contains("characters left out here"), "{} bytes", page.len());
}

fn page_length(text: &str, verdict: &Verdict) -> usize {
    rendered(text, text, verdict, "candidate.txt").len()
}

#[test]
fn lines_and_paragraphs_are_kept() {
    let page =
        page_of(REFERENCE, "One line here.\nAnother line here.\r\n\r\n \n\nA new paragraph, said Ulaanbaatar.\n");
    let prose = page.rsplit("<div class=\"prose\">").next().expect("the candidate is the last text");
    assert_eq!((prose.matches("<p>").count(), prose.matches("<br>").count()), (2, 1), "{prose}");
}

#[test]
fn severities_are_told_by_words_and_not_by_colour_alone() {
    let page = page_of(REFERENCE, FAULTY);
    for severity in [Severity::Critical, Severity::Major, Severity::Minor] {
        let word = severity.word();
        assert!(page.contains(&format!("<span class=\"badge {word}\">{word}</span>")), "{word}");
    }
    assert!(page.contains("text-decoration-style: double") && page.contains("text-decoration-style: dashed"));
}

#[test]
fn controls_have_labels_and_the_page_its_landmarks() {
    let page = page_of(REFERENCE, FAULTY);
    let elements = elements(&page);
    let count = |name: &str| elements.iter().filter(|(element, _)| element == name).count();
    assert_eq!((count("main"), count("header"), count("h1"), count("article"), count("section")), (1, 1, 1, 1, 3));
    assert_eq!(count("select") + count("input"), page.matches("<label").count(), "each control is in a label");
    assert_eq!(count("fieldset"), count("legend"));
    assert!(page.contains("role=\"status\"") && page.contains("class=\"skip\"") && page.contains("lang=\"en\""));
}

#[test]
fn evidence_within_the_candidate_is_linked_too() {
    let mut verdict = verdict(REFERENCE, FAULTY);
    let evidence = &mut verdict.findings[0].evidence[0];
    evidence.proof = Proof::Candidate(Span::new(4, 9));
    evidence.text = "talks".to_owned();
    let page = rendered(REFERENCE, FAULTY, &verdict, "candidate.txt");
    assert!(page.contains(">Candidate, line 1</a>: <q>talks</q>") && page.contains("data-e="), "{page}");
}

#[test]
fn several_pairs_share_a_page_without_sharing_names() {
    let verdict = verdict(REFERENCE, FAULTY);
    let checked = Checked {
        candidate: Document { name: "a.txt", text: FAULTY },
        reference: None,
        verdict: &verdict,
        suppressed: &[],
    };
    let page = page(&[checked, checked], &Heading::default());
    let elements = elements(&page);
    let mut ids = values(&elements, "id");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(ids.contains(&"p1-f1") && ids.contains(&"p2-f1"));
}

#[test]
fn a_clean_pair_says_so() {
    let page = page_of(REFERENCE, REFERENCE);
    assert!(page.contains("Nothing found.") && !page.contains("<form"), "{page}");
    elements(&page);
}
