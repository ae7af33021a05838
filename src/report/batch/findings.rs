//! The lines of `findings.jsonl`: the contract's finding objects, each with its pair.

use serde::{Deserialize, Serialize};

use crate::report::checked::Checked;
use crate::report::json::{JsonFinding, Places};
use crate::report::safe::for_json;

#[derive(Serialize)]
struct Line<'a> {
    pair: &'a str,
    fingerprint: &'a str,
    #[serde(flatten)]
    finding: JsonFinding<'a>,
}

/// What a line is recognised by.
#[derive(Deserialize, Debug)]
pub struct Recognised {
    /// The pair.
    pub pair: String,
    /// The finding's fingerprint.
    pub fingerprint: String,
}

/// The findings of a pair, one a line.
#[must_use]
pub fn lines(id: &str, checked: &Checked<'_>) -> String {
    let places = Places::new(checked.trusted(), checked.candidate.text);
    let findings = &checked.verdict.findings;
    let prints = checked.fingerprints().reported;
    let mut out = String::new();
    for (finding, fingerprint) in findings.iter().zip(&prints) {
        let line = Line { pair: id, fingerprint, finding: places.finding(finding) };
        out.push_str(&for_json(serde_json::to_string(&line).expect("its fields are strings, numbers and lists")));
        out.push('\n');
    }
    out
}
