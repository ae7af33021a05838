//! What other programs read in a report: each format read back by a reader of its own.

mod three_verdicts;
mod verdicts;

use std::path::Path;
use std::sync::LazyLock;

use boon::{Compiler, Schemas};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;
use wirelint::lexicon::Lexicon;
use wirelint::report::checked::Checked;
use wirelint::report::format::{Format, Look, render};

use crate::three_verdicts::three;
use crate::verdicts::Pair;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

fn rendered(format: Format) -> String {
    let pairs = three();
    let checked: Vec<Checked<'_>> = pairs.iter().map(Pair::checked).collect();
    render(format, &checked, &Look { width: 80, lexicon: &LEXICON })
}

fn json(format: Format) -> Value {
    serde_json::from_str(&rendered(format)).expect("JSON")
}

/// How many findings the three pairs have.
fn findings() -> usize {
    three().iter().map(|pair| pair.verdict.findings.len()).sum()
}

/// Asserts that the published schema of SARIF takes a report.
fn validate(report: &Value) -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let text = std::fs::read_to_string(path).expect("the schema can be read");
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    compiler.add_resource("sarif.json", schema).expect("the schema is taken");
    let index = compiler.compile("sarif.json", &mut schemas).expect("the schema is one");
    schemas.validate(report, index).map_err(|error| format!("{error:#}"))
}

#[test]
fn sarif_is_what_the_published_schema_says() {
    assert_eq!(validate(&json(Format::Sarif)), Ok(()));
}

#[test]
fn the_schema_of_sarif_tells_a_fault() {
    let mut report = json(Format::Sarif);
    report["runs"][0]["results"][0]["level"] = Value::from("fatal");
    assert!(validate(&report).is_err());
}

fn sarif_results() -> Vec<Value> {
    json(Format::Sarif)["runs"][0]["results"].as_array().expect("a list").clone()
}

#[test]
fn sarif_places_a_finding_by_line_character_and_byte_alike() {
    let texts = three();
    let number = |region: &Value, name: &str| region[name].as_u64().expect("a number") as usize;
    let mut seen = 0;
    for result in sarif_results() {
        let place = &result["locations"][0]["physicalLocation"];
        let file = place["artifactLocation"]["index"].as_u64().expect("an index") as usize;
        let (text, region) = (&texts[file].candidate, &place["region"]);
        let first = number(region, "byteOffset");
        let by_bytes = &text[first..first + number(region, "byteLength")];
        let characters = text.chars().skip(number(region, "charOffset")).take(number(region, "charLength"));
        assert_eq!(by_bytes, characters.collect::<String>());
        let offset = |line: &str, column: &str| {
            let before: usize = text.split_inclusive('\n').take(number(region, line) - 1).map(str::len).sum();
            let inside: String = text[before..].chars().take(number(region, column) - 1).collect();
            before + inside.len()
        };
        assert_eq!(by_bytes, &text[offset("startLine", "startColumn")..offset("endLine", "endColumn")]);
        if let Some(snippet) = region["snippet"]["text"].as_str() {
            assert_eq!(by_bytes, snippet);
            seen += 1;
        }
    }
    assert!(seen > 10, "most findings have words");
}

#[test]
fn a_rule_of_sarif_is_the_one_its_index_says() {
    let report = json(Format::Sarif);
    let rules = &report["runs"][0]["tool"]["driver"]["rules"];
    for result in sarif_results() {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn what_is_suppressed_is_in_sarif_and_says_why() {
    let results = sarif_results();
    let suppressed: Vec<(&Value, &Value)> = results
        .iter()
        .filter_map(|result| result["suppressions"].get(0))
        .map(|suppression| (&suppression["kind"], &suppression["justification"]))
        .collect();
    assert_eq!(results.len(), findings() + 3);
    assert_eq!(suppressed.len(), 3);
    assert_eq!(suppressed[0], (&Value::from("inSource"), &Value::from("a word of the desk")));
    assert!(suppressed[1..].iter().all(|(kind, why)| *kind == "external" && why.is_string()));
}

#[test]
fn a_fix_of_sarif_puts_the_suggestion_in_place_of_the_words() {
    let results = sarif_results();
    let fixes: Vec<&Value> = results.iter().filter_map(|result| result["fixes"].get(0)).collect();
    let change = &fixes[0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "wires/talks%201.txt");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "Nurettin Ergin");
    assert_eq!(replacement["deletedRegion"]["startColumn"], 27);
    assert_eq!(fixes.len(), 8, "a finding without a suggestion has no fix");
}

#[test]
fn evidence_in_the_reference_is_a_related_location() {
    let results = sarif_results();
    let related = &results[0]["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["artifactLocation"]["uri"], "wires/trusted.txt");
    assert_eq!(related["physicalLocation"]["region"]["snippet"]["text"], "Nurettin Ergin");
}

/// An element: its name, its attributes, how deep it lies, and its text.
struct Element {
    name: String,
    depth: usize,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_else(|| panic!("{} has no attribute {name}", self.name))
    }

    fn number(&self, name: &str) -> usize {
        self.attribute(name).parse().expect("a number")
    }
}

/// The elements of an XML document in their order; panics where it is not well-formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let element = |start: &BytesStart<'_>, depth: usize| Element {
        name: start.name().as_ref().to_owned(),
        depth,
        attributes: start
            .attributes()
            .map(|attribute| {
                let attribute = attribute.expect("an attribute is well-formed");
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("its value is escaped");
                (attribute.key.as_ref().to_owned(), value.into_owned())
            })
            .collect(),
        text: String::new(),
    };
    loop {
        match reader.read_event().expect("the XML is well-formed") {
            Event::Start(start) => {
                found.push(element(&start, open.len()));
                open.push(found.len() - 1);
            }
            Event::Empty(start) => found.push(element(&start, open.len())),
            Event::End(_) => {
                open.pop().expect("what is closed was open");
            }
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    found[*at].text.push_str(&text);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "every element is closed");
    found
}

#[test]
fn junit_has_a_suite_for_each_candidate_and_a_failure_for_each_finding() {
    let elements = elements(&rendered(Format::Junit));
    let named = |name: &'static str| elements.iter().filter(move |element| element.name == name);
    assert_eq!((elements[0].name.as_str(), elements[0].depth), ("testsuites", 0));
    assert_eq!((elements[0].number("tests"), elements[0].number("failures")), (findings() + 1, findings()));
    let suites: Vec<(&str, usize)> =
        named("testsuite").map(|one| (one.attribute("name"), one.number("failures"))).collect();
    assert_eq!(suites, [("./wires/talks 1.txt", 10), ("wires/clean.txt", 0), ("alone.txt", 1)]);
    assert_eq!(named("testcase").count(), findings() + 1);
    assert_eq!(named("failure").count(), findings());
    assert!(named("testsuite").all(|suite| suite.depth == 1) && named("testcase").all(|case| case.depth == 2));
    for failure in named("failure") {
        assert!(!failure.attribute("message").is_empty() && !failure.attribute("type").is_empty());
        assert!(failure.depth == 3 && failure.text.contains("% sure"), "{}", failure.text);
    }
    for case in named("testcase") {
        assert!(!case.attribute("name").is_empty() && !case.attribute("classname").is_empty());
    }
}

#[test]
fn the_test_of_a_clean_candidate_passes() {
    let elements = elements(&rendered(Format::Junit));
    let at = elements.iter().position(|one| one.name == "testcase" && one.attribute("classname") == "wires/clean.txt");
    let at = at.expect("the clean candidate has a test");
    assert_eq!(elements[at].attribute("name"), "nothing found");
    assert_eq!(elements[at + 1].name, "testsuite", "and it has no failure");
}

#[test]
fn checkstyle_has_a_file_for_each_candidate_and_an_error_for_each_finding() {
    let elements = elements(&rendered(Format::Checkstyle));
    assert_eq!((elements[0].name.as_str(), elements[0].attribute("version")), ("checkstyle", "4.3"));
    let files: Vec<&str> = elements.iter().filter(|one| one.name == "file").map(|one| one.attribute("name")).collect();
    assert_eq!(files, ["./wires/talks 1.txt", "wires/clean.txt", "alone.txt"]);
    let errors: Vec<&Element> = elements.iter().filter(|one| one.name == "error").collect();
    assert_eq!(errors.len(), findings());
    for error in &errors {
        assert!(error.depth == 2 && error.number("line") > 0 && error.number("column") > 0);
        assert!(["error", "warning", "info"].contains(&error.attribute("severity")));
        assert!(error.attribute("source").starts_with("wirelint.") && !error.attribute("message").is_empty());
    }
    assert_eq!((errors[0].number("line"), errors[0].number("column")), (1, 27));
}

#[test]
fn gitlab_has_what_it_asks_for_and_no_fingerprint_twice() {
    let report = json(Format::Gitlab);
    let issues = report.as_array().expect("a list");
    assert_eq!(issues.len(), findings());
    let mut prints: Vec<&str> = issues.iter().filter_map(|issue| issue["fingerprint"].as_str()).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), issues.len());
    for issue in issues {
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        let severity = issue["severity"].as_str().expect("a word");
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
        assert!(issue["location"]["lines"]["begin"].as_u64().expect("a line") > 0);
    }
    assert_eq!(issues[0]["location"]["path"], "wires/talks 1.txt");
}

#[test]
fn csv_has_a_row_for_each_finding_under_its_header() {
    let report = rendered(Format::Csv);
    let mut reader = csv::Reader::from_reader(report.as_bytes());
    let header = reader.headers().expect("a header").clone();
    assert_eq!((&header[0], &header[15]), ("file", "suggestions"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row as wide as the header")).collect();
    assert_eq!(rows.len(), findings());
    assert_eq!((&rows[0][2], &rows[0][3], &rows[0][6], &rows[0][11]), ("1", "27", "NAM001", "0.94"));
    assert_eq!((&rows[0][13], &rows[0][15]), ("Nuretin Erkin", "Nurettin Ergin"));
    assert_eq!(&rows[10][1], "", "there was no reference");
}

#[test]
fn a_line_of_jsonl_is_the_finding_of_json_with_its_file() {
    let documents = json(Format::Json);
    let documents = documents.as_array().expect("a list");
    let mut expected = Vec::new();
    for document in documents {
        for finding in document["findings"].as_array().expect("a list") {
            let mut line = finding.clone();
            line["file"] = document["file"].clone();
            expected.push(line);
        }
    }
    let lines = rendered(Format::Jsonl);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines, expected);
}
