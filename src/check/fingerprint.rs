//! What a finding is recognised by when the text around it has moved: its rule, its words and the words beside them,
//! never its line, its severity or its confidence.

use crate::check::finding::Finding;
use crate::text::span::Span;

/// Words on either side that belong to a fingerprint.
const CONTEXT: usize = 3;

/// Characters on either side in which they are looked for.
const REACH: usize = 120;

/// A fingerprint for each finding, in their order: sixteen hexadecimal digits, and `-2`, `-3` … for equal ones.
#[must_use]
pub fn fingerprints(findings: &[Finding], candidate: &str) -> Vec<String> {
    let mut times = std::collections::BTreeMap::new();
    let prints = findings.iter().map(|finding| {
        let print = hash(&[finding.rule.code, &folded(&finding.text), &context(candidate, finding.span)]);
        let time = times.entry(print).and_modify(|time| *time += 1).or_insert(1);
        if *time == 1 { format!("{print:016x}") } else { format!("{print:016x}-{time}") }
    });
    prints.collect()
}

/// Words in lower case with single spaces, without marks.
fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The nearest words of the same line on both sides.
fn context(candidate: &str, span: Span) -> String {
    let before = &candidate[..span.start as usize];
    let after = &candidate[span.end as usize..];
    let start = before.char_indices().rev().take(REACH).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(REACH).map_or(after.len(), |(at, _)| at);
    let before = folded(before[start..].rsplit('\n').next().unwrap_or(""));
    let after = folded(after[..end].split('\n').next().unwrap_or(""));
    let left: Vec<&str> = before.rsplit(' ').take(CONTEXT).collect();
    let right: Vec<&str> = after.split(' ').take(CONTEXT).collect();
    format!("{}|{}", left.join(" "), right.join(" "))
}

/// FNV-1a in 64 bits over the parts, each ended by a zero (Fowler, Noll and Vo, 1991): the same on every machine.
#[must_use]
pub fn hash(parts: &[&str]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    state
}
