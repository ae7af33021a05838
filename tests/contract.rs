//! What every output promises, checked on the stream over the pairs of `corpora/`.

use std::fs;
use std::io::{Seek as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const CATEGORIES: [&str; 9] =
    ["name", "number", "logic", "join", "term", "coverage", "language", "spelling", "pronoun"];

/// A pair of the corpora.
struct Pair {
    folder: String,
    reference: String,
    /// The candidate with its errors.
    garbled: String,
    /// The candidate with every error put right.
    clean: String,
    glossary: Value,
}

impl Pair {
    fn line(&self, candidate: &str) -> Value {
        json!({"id": self.folder, "reference": self.reference, "candidate": candidate, "glossary": self.glossary})
    }
}

fn pairs() -> Vec<Pair> {
    let corpora = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let wires = fs::read_dir(corpora.join("wires")).expect("corpora/wires can be listed");
    let mut folders: Vec<PathBuf> = wires.map(|entry| entry.expect("the entry can be read").path()).collect();
    folders.push(corpora.join("sample"));
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    let read = |path: PathBuf| fs::read_to_string(path).expect("the file can be read");
    let pair = |folder: PathBuf| {
        let (garbled, clean) = both_readings(&read(folder.join("candidate.marked.txt")));
        let meta: Value = serde_json::from_str(&read(folder.join("meta.json"))).expect("meta.json is JSON");
        Pair {
            reference: read(folder.join("reference.txt")),
            garbled,
            clean,
            glossary: meta["glossary"].clone(),
            folder: folder.file_name().expect("a folder has a name").to_string_lossy().into_owned(),
        }
    };
    folders.into_iter().map(pair).collect()
}

/// The wrong and the right reading of a text with marks `{{category|severity|wrong|right}}`.
fn both_readings(marked: &str) -> (String, String) {
    let (mut wrong, mut right) = (String::new(), String::new());
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once("{{") {
        let (mark, after) = inside.split_once("}}").expect("a mark is closed");
        let fields: Vec<&str> = mark.split('|').collect();
        wrong.extend([before, fields[2]]);
        right.extend([before, fields[3]]);
        rest = after;
    }
    (wrong + rest, right + rest)
}

/// What `wirelint stream` answers to these bytes.
fn stream(input: &[u8], threads: &str) -> Vec<u8> {
    let mut file = tempfile::tempfile().expect("a temporary file can be made");
    file.write_all(input).expect("it can be written");
    file.rewind().expect("it can be read from its start");
    let output = Command::new(env!("CARGO_BIN_EXE_wirelint"))
        .arg("stream")
        .env("RAYON_NUM_THREADS", threads)
        .stdin(Stdio::from(file))
        .output()
        .expect("wirelint runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn lines_of(values: &[Value]) -> Vec<u8> {
    values.iter().map(|value| format!("{value}\n")).collect::<String>().into_bytes()
}

fn answers(input: &[u8]) -> Vec<Value> {
    let output = String::from_utf8(stream(input, "2")).expect("the answers are UTF-8");
    output.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect()
}

fn answers_to(values: &[Value]) -> Vec<Value> {
    answers(&lines_of(values))
}

#[test]
fn answers_keep_the_order_and_the_ids_of_their_lines() {
    let ids = [json!("a1"), json!(7), json!(-3), json!(2.5), json!(null), json!("ümlaut \"quoted\""), json!("a1")];
    let line = |id: &Value| json!({"id": id, "reference": "It rained.", "candidate": "It rained on Monday."});
    let mut lines: Vec<Value> = ids.iter().map(line).collect();
    lines.push(json!({"reference": "It rained.", "candidate": "It rained."}));
    let found: Vec<Value> = answers_to(&lines).iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(found[..ids.len()], ids);
    assert_eq!(found[ids.len()..], [Value::Null]);
}

#[test]
fn many_lines_keep_their_order() {
    let text = |at: usize| {
        if at.is_multiple_of(3) { "The mayor of Łódź spoke. ".repeat(40) } else { "She spoke.".to_owned() }
    };
    let lines: Vec<Value> =
        (0..600_usize).map(|at| json!({"id": at, "reference": "She spoke.", "candidate": text(at)})).collect();
    let found = answers_to(&lines);
    assert_eq!(found.len(), lines.len());
    assert!(found.iter().enumerate().all(|(at, answer)| answer["id"] == json!(at)));
}

#[test]
fn a_line_that_cannot_be_checked_is_answered_and_the_run_goes_on() {
    let good = json!({"id": "good", "reference": "It rained.", "candidate": "It rained."}).to_string();
    let bad: [(&[u8], Value); 8] = [
        (b"no JSON at all", Value::Null),
        (b"{\"id\": 1, \"reference\": \"a\", \"candidate\": \"\xff\xfe\"}", Value::Null),
        (br#"{"id": 2, "reference": "It rained."}"#, json!(2)),
        (br#"{"id": 3, "reference": "It rained.", "candidate": " \n\t "}"#, json!(3)),
        (br#"{"id": 4, "reference": "", "candidate": "It rained."}"#, json!(4)),
        (br#"{"id": 5, "reference": 1, "candidate": "It rained."}"#, json!(5)),
        (br#"[1, 2]"#, Value::Null),
        (br#"{"id": 6, "reference": "a", "candidate": "a", "mode": "verse"}"#, json!(6)),
    ];
    for (line, id) in bad {
        let input = [good.as_bytes(), b"\n", line, b"\n", good.as_bytes()].concat();
        let found = answers(&input);
        let shown = String::from_utf8_lossy(line);
        assert_eq!(found.len(), 3, "{shown}");
        assert_eq!(found[0], found[2], "{shown}");
        assert!(found[0]["error"].is_null() && found[0]["quality"].is_number(), "{shown}");
        assert_eq!(found[1]["id"], id, "{shown}");
        let error = found[1]["error"].as_object().expect("an error object");
        let filled = |field: &str| error[field].as_str().is_some_and(|words| !words.is_empty());
        assert!(filled("code") && filled("message") && error.len() == 2, "{shown}: {error:?}");
    }
}

#[test]
fn every_finding_has_the_fields_of_the_contract() {
    let mut count = 0;
    let pairs = pairs();
    let lines: Vec<Value> = pairs.iter().flat_map(|pair| [pair.line(&pair.garbled), pair.line(&pair.clean)]).collect();
    for answer in answers_to(&lines) {
        let quality = answer["quality"].as_f64().expect("a quality");
        assert!((0.0..=100.0).contains(&quality), "{}: quality {quality}", answer["id"]);
        for finding in answer["findings"].as_array().expect("a list of findings") {
            assert_fields(finding);
            count += 1;
        }
    }
    assert!(count > 100, "only {count} findings in all corpora");
}

fn assert_fields(finding: &Value) {
    let fields = [
        "rule",
        "name",
        "category",
        "mqm",
        "severity",
        "confidence",
        "message",
        "span",
        "text",
        "evidence",
        "suggestions",
    ];
    let object = finding.as_object().expect("a finding is an object");
    assert!(fields.iter().all(|field| object.contains_key(*field)) && object.len() == fields.len(), "{finding}");
    assert!(CATEGORIES.iter().any(|category| finding["category"] == *category), "{finding}");
    assert!(["critical", "major", "minor", "neutral"].iter().any(|word| finding["severity"] == *word), "{finding}");
    let confidence = finding["confidence"].as_f64().expect("a confidence");
    assert!((0.0..=1.0).contains(&confidence), "{finding}");
    for field in ["rule", "name", "mqm", "message"] {
        assert!(finding[field].as_str().is_some_and(|words| !words.is_empty()), "{field}: {finding}");
    }
    assert!(finding["suggestions"].as_array().is_some_and(|list| list.iter().all(Value::is_string)), "{finding}");
}

#[test]
fn every_span_is_a_place_in_its_text() {
    let mut lines = Vec::new();
    let mut texts = Vec::new();
    for pair in pairs() {
        for candidate in [&pair.garbled, &pair.clean, &pair.garbled.replace('\n', "\r\n")] {
            lines.push(pair.line(candidate));
            texts.push((pair.reference.clone(), candidate.clone()));
        }
    }
    for (answer, (reference, candidate)) in answers_to(&lines).iter().zip(&texts) {
        for finding in answer["findings"].as_array().expect("a list of findings") {
            assert_place(candidate, &finding["span"], &finding["text"]);
            for evidence in finding["evidence"].as_array().expect("a list of evidence") {
                match evidence["in"].as_str() {
                    Some("reference") => assert_place(reference, &evidence["span"], &evidence["text"]),
                    Some("candidate") => assert_place(candidate, &evidence["span"], &evidence["text"]),
                    Some("glossary") => assert!(evidence["entry"].is_string() && evidence["span"].is_null()),
                    _ => panic!("evidence is nowhere: {finding}"),
                }
            }
        }
    }
}

fn assert_place(text: &str, span: &Value, words: &Value) {
    let number = |field: &str| span[field].as_u64().map(|number| number as usize);
    let (Some(start), Some(end)) = (number("start"), number("end")) else { panic!("no span: {span}") };
    let inside = text.get(start..end).unwrap_or_else(|| panic!("{span} is not on character boundaries"));
    assert_eq!(words, inside);
    let before = &text[..start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count() + 1;
    assert_eq!((number("line"), number("column")), (Some(line), Some(column)), "{span} `{inside}`");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let lines: Vec<Value> = pairs().iter().map(|pair| pair.line(&pair.garbled)).collect();
    let input = lines_of(&lines);
    let one = stream(&input, "1");
    assert!(one == stream(&input, "2"), "one thread and two differ");
    assert!(one == stream(&input, "2"), "two runs differ");
}

/// Every text of the corpora with a name for messages: whether it is free of errors is told by `clean`.
fn texts(clean: bool) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for pair in pairs() {
        if clean {
            texts.push((format!("{} reference", pair.folder), pair.reference));
            texts.push((format!("{} clean candidate", pair.folder), pair.clean));
        } else {
            texts.push((format!("{} candidate", pair.folder), pair.garbled));
        }
    }
    texts
}

fn checked_against_themselves(texts: &[(String, String)]) -> Vec<Value> {
    let line = |(name, text): &(String, String)| json!({"id": name, "reference": text, "candidate": text});
    answers_to(&texts.iter().map(line).collect::<Vec<_>>())
}

#[test]
fn a_text_checked_against_itself_has_no_finding_from_the_comparison() {
    let mut wrong = Vec::new();
    for answer in checked_against_themselves(&[texts(true), texts(false)].concat()) {
        for finding in answer["findings"].as_array().expect("a list of findings") {
            let evidence = finding["evidence"].as_array().expect("a list of evidence");
            let compared = evidence.iter().any(|one| one["in"] == "reference");
            if compared || finding["category"] == "coverage" {
                wrong.push(format!("{}: {} {}", answer["id"], finding["rule"], finding["message"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_clean_text_checked_against_itself_has_the_highest_quality() {
    let mut lower = Vec::new();
    for answer in checked_against_themselves(&texts(true)) {
        if answer["quality"] != 100.0 {
            lower.push(format!("{}: {} {}", answer["id"], answer["quality"], answer["findings"]));
        }
    }
    assert!(lower.is_empty(), "below 100:\n{}", lower.join("\n"));
}

#[test]
fn a_text_with_errors_is_of_lower_quality_than_the_same_without() {
    let pairs = pairs();
    let lines: Vec<Value> = pairs.iter().flat_map(|pair| [pair.line(&pair.garbled), pair.line(&pair.clean)]).collect();
    let mut wrong = Vec::new();
    for two in answers_to(&lines).chunks(2) {
        let (with, without) = (two[0]["quality"].as_f64(), two[1]["quality"].as_f64());
        if with >= without {
            wrong.push(format!("{}: {with:?} with errors, {without:?} without", two[0]["id"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
