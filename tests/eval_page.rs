//! The page and the files that `wirelint eval` writes: nothing in a text gets out of its place, and all is there.

mod running;

use std::fs;

use quick_xml::Reader;
use quick_xml::events::Event;
use running::{folder, run};
use serde_json::{Value, json};

const REFERENCE: &str = "The talks in Ulaanbaatar ended on Friday. The minister thanked the delegates.";

/// Markup, an end of every kind of place that text stands in, a control sequence and a turn of direction.
const HOSTILE: &str = "<script>alert(1)</script>\"'></title></svg>--><b>\u{1b}[31m\u{202e}\u{0}&#60;";

/// A garbled text whose every field is hostile, and its clean form.
fn hostile() -> String {
    let candidate = format!("The talks in Ulanbato {HOSTILE} at long last ended on Friday .");
    let start = candidate.find("ended").expect("the word is there");
    let error = json!({"start": start, "end": start + 5, "category": "logic", "severity": "major", "right": HOSTILE});
    let lines = [
        json!({"id": HOSTILE, "reference": REFERENCE, "candidate": candidate, "gold": [error], "pair_of": 1,
            "pert": HOSTILE, "mqm": 5, "doc": HOSTILE, "system": HOSTILE}),
        json!({"id": 1, "reference": REFERENCE, "candidate": REFERENCE, "clean": true, "mqm": 0}),
        json!({"id": format!("void {HOSTILE}"), "reference": REFERENCE, "candidate": " ", "clean": true}),
    ];
    lines.map(|line| line.to_string()).join("\n")
}

/// The page on some lines.
fn page(lines: &str, more: &[&str]) -> String {
    let folder = folder(&[("gold.jsonl", lines)]);
    let answer = run(folder.path(), &[&["gold.jsonl", "--html", "page.html"], more].concat());
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("\nConfidence "), "the figures are printed as well");
    fs::read_to_string(folder.path().join("page.html")).expect("the page is written")
}

/// The names of the elements of well-formed XML, and its text.
fn elements(xml: &str) -> (Vec<String>, String) {
    let mut reader = Reader::from_str(xml);
    let (mut names, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Eof => return (names, text),
            Event::Start(start) | Event::Empty(start) => {
                for attribute in start.attributes() {
                    attribute.expect("the attributes are well-formed");
                }
                names.push(start.name().as_ref().to_owned());
            }
            Event::Text(part) => text.push_str(&part),
            _ => {}
        }
    }
}

fn svg(page: &str) -> &str {
    let start = page.find("<svg").expect("there is a drawing");
    let end = page.find("</svg>").expect("the drawing ends") + "</svg>".len();
    &page[start..end]
}

#[test]
fn nothing_in_a_text_becomes_markup_or_control() {
    let page = page(&hostile(), &["--show", "logic", "--show", "join", "--threshold", "0"]);
    for part in ["<script", "</title></svg>", "<b>", "\u{1b}", "\u{202e}", "\u{0}"] {
        assert!(!page.contains(part), "{part:?} is in: {page}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;"), "{page}");
    assert!(page.contains("could not be checked") && page.contains("void &lt;script"), "{page}");
}

#[test]
fn the_page_needs_no_other_file_and_no_script() {
    let page = page(&hostile(), &[]);
    for part in ["<script", "<link", "<img", "@import", "url(", "src="] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(page.contains("default-src 'none'") && page.contains("prefers-color-scheme: dark"), "{page}");
}

#[test]
fn the_drawing_is_well_formed_and_described() {
    let page = page(&hostile(), &["--threshold", "0"]);
    let (names, text) = elements(svg(&page));
    let count = |name: &str| names.iter().filter(|one| *one == name).count();
    assert!(names[0] == "svg" && count("desc") == 1 && count("circle") > 0, "{names:?}");
    // One for the drawing and one for each point.
    assert_eq!(count("title"), 1 + count("circle"));
    assert!(text.contains("% are right") || text.contains("% is right"), "{text}");
}

#[test]
fn the_body_of_the_page_is_well_formed() {
    let page = page(&hostile(), &["--show", "logic"]);
    let body = &page[page.find("<body>").expect("there is a body")..page.find("</html>").expect("the page ends")];
    let (names, _) = elements(body);
    let count = |name: &str| names.iter().filter(|one| *one == name).count();
    assert_eq!((count("h1"), count("main"), count("nav")), (1, 1, 1));
    // How to read it, findings, errors, changes, people, confidence, two lists.
    assert_eq!((count("h2"), count("table")), (8, 5));
}

#[test]
fn cases_are_listed_with_their_words_marked() {
    let page = page(&hostile(), &["--show", "logic"]);
    assert!(page.contains("<mark>ended</mark> on Friday ."), "{page}");
    assert!(page.contains("logic: 1 missed error"), "{page}");
}

#[test]
fn a_folder_of_reports_holds_what_the_options_give_one_by_one() {
    let folder = folder(&[("gold.jsonl", &hostile())]);
    let path = folder.path().join("gold.jsonl");
    let file = path.to_str().expect("the path is UTF-8");
    let answer = run(folder.path(), &[file, "--write", "new/reports", "--json", "figures.json", "--html", "page.html"]);
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("the file is written");
    assert_eq!(read("new/reports/eval.txt"), answer.out);
    assert_eq!(read("new/reports/eval.json"), read("figures.json"));
    assert_eq!(read("new/reports/eval.html"), read("page.html"));
    assert_eq!(fs::read_dir(folder.path().join("new/reports")).expect("it can be listed").count(), 3);
    serde_json::from_str::<Value>(&read("figures.json")).expect("JSON");
}

#[test]
fn reports_hold_no_path_of_the_machine_and_no_colour() {
    let line = json!({"reference": REFERENCE, "candidate": " ", "clean": true}).to_string();
    let folder = folder(&[("gold.jsonl", &line)]);
    let path = folder.path().join("gold.jsonl");
    let file = path.to_str().expect("the path is UTF-8");
    let answer = run(folder.path(), &[file, "--write", ".", "--color", "always"]);
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    for name in ["eval.txt", "eval.json", "eval.html"] {
        let written = fs::read_to_string(folder.path().join(name)).expect("the file is written");
        assert!(written.contains("gold.jsonl:1: the"), "{written}");
        assert!(!written.contains(file) && !written.contains('\u{1b}'), "{written}");
    }
    assert!(answer.out.contains('\u{1b}'));
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = folder(&[("gold.jsonl", &hostile())]);
    let answer = run(folder.path(), &["gold.jsonl", "--write", "gold.jsonl/reports"]);
    assert!(answer.status == 2 && answer.err.contains("cannot write gold.jsonl/reports"), "{}", answer.err);
}
