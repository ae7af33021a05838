//! Hostile texts, names and messages come out of every format as harmless words.

mod verdicts;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::Reader;
use serde_json::Value;
use wirelint::check::suppression::Suppression;
use wirelint::lexicon::Lexicon;
use wirelint::report::format::{Format, Look, render};

use crate::verdicts::{Pair, by_glossary, suggest};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

/// Words that mean something to a terminal, a page, a spreadsheet, XML, a build server or a chat.
const HOSTILE: [&str; 25] = [
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{9b}2Jcleared",
    "a\0b",
    "\u{202e}turned\u{2066}round\u{200f}",
    "a\u{2028}b\u{85}c\u{7f}",
    "<script>alert(1)</script>",
    "=cmd()",
    "+1-1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "]]>",
    "<!--",
    "&amp;&#0;&lol;",
    "\u{fffe}\u{ffff}\u{feff}",
    "\n::error::taken over%0A::stop-commands::x",
    "##vso[task.setvariable variable=a]b ##[error]c ##teamcity[d]",
    "@everyone #1 GH-1 :smile:",
    "[a](https://example.org) ![b](c) <https://example.org> www.example.org",
    "`` ` ``` ~~~ **bold** __x__ | a | b |",
    "\"quoted\", 'single'; \\",
    "{0} {{1}} [link](1)",
    "\r\n\r\nSet-Cookie: a=b",
    "# heading\n* list\n> quote",
];

/// A pair in which every text, name and message is the hostile words.
fn pair(words: &str) -> Pair {
    let mut pair = Pair::new(&format!("a{words}.txt"), &format!("The {words} tower."), &format!("A {words} tower."));
    pair.reference_name = format!("{words}.txt");
    pair.verdict.not_mentioned = vec![words.to_owned()];
    let message = format!("`{words}` should be {words}, as in the reference.");
    let finding = by_glossary(pair.by_reference(pair.finding("NAM001", words, &message), words), words);
    pair.report(suggest(suggest(pair.by_candidate(finding, words), words), "tower"));
    pair.report(pair.finding("NUM003", "tower", words));
    pair.suppress(pair.finding("JON001", words, words), Suppression::Ignored { reason: words.to_owned() });
    pair
}

fn rendered(format: Format, pair: &Pair) -> String {
    colored::control::set_override(false);
    render(format, &[pair.checked()], &Look { width: 80, lexicon: &LEXICON })
}

#[test]
fn no_control_or_direction_character_is_written_in_any_format() {
    let bad = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for format in Format::ALL {
        for words in HOSTILE {
            let report = rendered(format, &pair(words));
            let wrong: Vec<&str> = report.lines().filter(|line| line.contains(bad)).collect();
            assert!(wrong.is_empty(), "{} of {words:?}: {wrong:?}", format.name());
        }
    }
}

#[test]
fn every_format_can_still_be_read() {
    for words in HOSTILE {
        let pair = pair(words);
        for format in [Format::Json, Format::Sarif, Format::Gitlab] {
            serde_json::from_str::<Value>(&rendered(format, &pair)).expect("JSON");
        }
        let lines = rendered(Format::Jsonl, &pair);
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len(), 2);
        for format in [Format::Junit, Format::Checkstyle] {
            let report = rendered(format, &pair);
            let mut reader = Reader::from_str(&report);
            while !matches!(reader.read_event().expect("well-formed"), quick_xml::events::Event::Eof) {}
            assert!(!report.contains(['\u{fffe}', '\u{ffff}']), "XML cannot hold them");
        }
        let table = rendered(Format::Csv, &pair);
        let rows = csv::Reader::from_reader(table.as_bytes()).into_records();
        let rows: Vec<csv::StringRecord> = rows.map(|row| row.expect("a row as wide as the header")).collect();
        assert_eq!(rows.len(), 2);
    }
}

#[test]
fn json_has_the_words_as_they_are() {
    for words in HOSTILE {
        let report: Value = serde_json::from_str(&rendered(Format::Json, &pair(words))).expect("JSON");
        assert_eq!(report["findings"][0]["text"], words);
    }
}

#[test]
fn no_cell_is_a_formula() {
    for words in HOSTILE {
        let table = rendered(Format::Csv, &pair(words));
        for row in csv::Reader::from_reader(table.as_bytes()).into_records() {
            for cell in &row.expect("a row") {
                let first = cell.trim_start().chars().next().unwrap_or('x');
                assert!(!"=+-@".contains(first), "{cell:?}");
            }
        }
    }
}

#[test]
fn a_comment_has_no_markup_of_the_text() {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM | Options::ENABLE_MATH;
    for words in HOSTILE {
        let comment = rendered(Format::Markdown, &pair(words));
        let (mut lists, mut headings) = (0, 0);
        for event in Parser::new_ext(&comment, options) {
            match event {
                Event::Start(Tag::List(_)) => lists += 1,
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::Item | Tag::Paragraph | Tag::Strong) | Event::End(_) | Event::Code(_) => {}
                Event::SoftBreak => {}
                Event::Text(text) => {
                    for link in ["://", "www.", "@everyone", "@SUM", "#1", "GH-1"] {
                        assert!(!text.contains(link), "{text}");
                    }
                }
                other => panic!("{words:?} became {other:?} in\n{comment}"),
            }
        }
        assert_eq!((lists, headings), (2, 1), "{comment}");
    }
}

#[test]
fn no_text_becomes_a_workflow_command() {
    for words in HOSTILE {
        let report = rendered(Format::Github, &pair(words));
        assert_eq!(report.lines().count(), 2, "{report}");
        for line in report.lines() {
            let (head, _) = line[2..].split_once("::").expect("a message");
            let (command, properties) = head.split_once(' ').expect("properties");
            assert!(["error", "warning"].contains(&command), "{line}");
            let names: Vec<&str> = properties.split(',').map(|one| one.split('=').next().unwrap_or("")).collect();
            // Words over two lines have no columns.
            let names: Vec<&str> = names.into_iter().filter(|name| !["col", "endColumn"].contains(name)).collect();
            assert_eq!(names, ["file", "line", "endLine", "title"], "{line}");
        }
    }
}

#[test]
fn nothing_that_is_printed_is_a_command_of_a_build_server() {
    for format in [Format::Terminal, Format::Concise, Format::Markdown] {
        for words in HOSTILE {
            let report = rendered(format, &pair(words));
            assert!(!report.contains("::"), "{report}");
            assert!(!report.contains("##vso[") && !report.contains("##[") && !report.contains("##team"), "{report}");
        }
    }
}

#[test]
fn no_message_of_sarif_is_a_link_or_a_placeholder() {
    let report: Value = serde_json::from_str(&rendered(Format::Sarif, &pair("{0} {{1}} [link](1)"))).expect("JSON");
    let message = report["runs"][0]["results"][0]["message"]["text"].as_str().expect("a text");
    assert!(message.starts_with("`{{0}} {{{{1}}}} \\[link\\](1)` should be"), "{message}");
}

#[test]
fn a_line_of_a_million_characters_is_reported_in_time() {
    let text = "The long tower is no name. ".repeat(40_000);
    let mut pair = Pair::new("long.txt", &text, &text);
    let whole = pair.by_reference(pair.finding("LNG001", &text, &text), &text);
    pair.report(suggest(whole, &text));
    for number in 0..500 {
        let mut finding = pair.finding("NAM001", "tower", "`tower` should be `power`.");
        finding.span.start += number * 27 * 80;
        finding.span.end = finding.span.start + 5;
        pair.report(finding);
    }
    LazyLock::force(&LEXICON);
    for format in Format::ALL {
        let start = Instant::now();
        let report = rendered(format, &pair);
        assert!(start.elapsed() < Duration::from_secs(20), "{} took {:?}", format.name(), start.elapsed());
        assert!(report.len() < 20 * text.len(), "{} has {} bytes", format.name(), report.len());
    }
}
