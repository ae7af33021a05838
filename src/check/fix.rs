//! From findings to a mended text: which suggestions are safe, in what order, and whether each does good; no file is
//! read or written here.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::finding::{Finding, Verdict};
use crate::lexicon::fold::is_invisible;
use crate::rules::model::{Fix, Rule, Severity};
use crate::text::span::Span;

/// What is less sure is left to people.
pub const LEAST_CONFIDENCE: f64 = 0.9;

/// A text that does not settle in so many rounds is left as it was.
const MOST_ROUNDS: usize = 12;

/// Up to so many edits of a round are tried one by one, more of them in so many groups.
const GROUPS: usize = 32;

/// Texts checked in one round at most.
const MOST_TRIALS: usize = 128;

/// A suggestion to be written into the text.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The words that go, in the text as its round found it.
    pub span: Span,
    /// What stands there instead; empty where nothing does.
    pub replacement: String,
    /// Whose suggestion it is.
    pub rule: &'static Rule,
    /// How likely the finding is right.
    pub confidence: f64,
    /// Its harm.
    pub severity: Severity,
}

/// A mended text.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The file as it is now, markup and all.
    pub file: String,
    /// What was read from it: the verdict's spans are places in it.
    pub plain: String,
    /// What is left.
    pub verdict: Verdict,
    /// The edits of each round, in the order of the text.
    pub rounds: Vec<Vec<Edit>>,
}

/// Applies the safe suggestions until none is left that does good: a second run changes nothing.
///
/// `read` gives the text that is checked, in which every place is that of the file; `check` is given the file.
///
/// # Errors
///
/// What `check` says of the file as it is.
pub fn fix<E>(
    file: &str,
    read: impl Fn(&str) -> Cow<'_, str>,
    check: impl Fn(&str) -> Result<Verdict, E>,
) -> Result<Fixed, E> {
    let plain = read(file).into_owned();
    let verdict = check(file)?;
    let start = Fixed { file: file.to_owned(), plain, verdict, rounds: Vec::new() };
    let mut now = start.clone();
    for _ in 0..MOST_ROUNDS {
        let edits = round(&mut now, &read, &check);
        if edits.is_empty() {
            return Ok(now);
        }
        now.rounds.push(edits);
    }
    Ok(start)
}

/// Tries the edits of one round, the surest first; gives those that did good, in the order of the text.
fn round<E>(
    now: &mut Fixed,
    read: &impl Fn(&str) -> Cow<'_, str>,
    check: &impl Fn(&str) -> Result<Verdict, E>,
) -> Vec<Edit> {
    let wanted = edits(&now.verdict.findings, &now.file, &now.plain);
    let size = wanted.len().div_ceil(GROUPS).max(1);
    let mut waiting: Vec<Vec<Edit>> = wanted.chunks(size).rev().map(<[Edit]>::to_vec).collect();
    let (file, plain) = (now.file.clone(), now.plain.clone());
    let mut done: Vec<Edit> = Vec::new();
    for _ in 0..MOST_TRIALS {
        let Some(mut group) = waiting.pop() else { break };
        let mut both: Vec<(Edit, bool)> = done.iter().cloned().map(|edit| (edit, false)).collect();
        both.extend(group.iter().cloned().map(|edit| (edit, true)));
        both.sort_by_key(|(edit, _)| edit.span);
        let all: Vec<Edit> = both.iter().map(|(edit, _)| edit.clone()).collect();
        let (new_file, new_plain) = (apply(&file, &all), apply(&plain, &all));
        // What is inserted must not become markup.
        let verdict = if read(&new_file) == new_plain { check(&new_file).ok() } else { None };
        match verdict.filter(|verdict| does_good(&both, &now.verdict, verdict)) {
            Some(verdict) => {
                (now.file, now.plain, now.verdict) = (new_file, new_plain, verdict);
                done = all;
            }
            None if group.len() > 1 => {
                let second = group.split_off(group.len() / 2);
                waiting.extend([second, group]);
            }
            None => {}
        }
    }
    done
}

/// The edits that may be made unseen, no two of them at one place: the surest wins, then the most harmful, then the first.
#[must_use]
pub fn edits(findings: &[Finding], file: &str, plain: &str) -> Vec<Edit> {
    let mut wanted: Vec<Edit> = findings.iter().filter_map(|finding| edit(finding, file, plain)).collect();
    wanted.sort_by(|a, b| {
        let order = b.confidence.total_cmp(&a.confidence).then(b.severity.cmp(&a.severity));
        order.then(a.span.cmp(&b.span)).then(a.rule.code.cmp(b.rule.code))
    });
    // By their starts; what touches waits for the next round.
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    wanted.retain(|edit| {
        let before = taken.range(..=edit.span.end).next_back();
        let free = before.is_none_or(|(_, end)| *end < edit.span.start);
        if free {
            taken.insert(edit.span.start, edit.span.end);
        }
        free
    });
    wanted
}

/// What a finding lets be written unseen.
fn edit(finding: &Finding, file: &str, plain: &str) -> Option<Edit> {
    // Two suggestions are a choice.
    let [replacement] = &finding.suggestions[..] else { return None };
    let written = plain.get(finding.span.range())?;
    let words = |text: &str| text.split_whitespace().count();
    let safe = match finding.rule.fix {
        Fix::Never => false,
        Fix::WordForWord => words(written) == words(replacement),
        Fix::Safe => true,
    };
    // Where the file has markup the words are not all that would be replaced.
    let whole = file.get(finding.span.range()) == Some(written);
    // Lines stay lines, and nothing gets into the text that is not seen there.
    let one_line = !written.contains(['\n', '\r']) && !replacement.chars().any(|c| c.is_control() || is_invisible(c));
    let sure = finding.confidence >= LEAST_CONFIDENCE;
    (safe && whole && one_line && sure && written != replacement).then(|| Edit {
        span: finding.span,
        replacement: replacement.clone(),
        rule: finding.rule,
        confidence: finding.confidence,
        severity: finding.severity,
    })
}

/// A text with edits made, which stand in its order and do not overlap.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut new = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for edit in edits {
        new.push_str(&text[at..edit.span.start as usize]);
        new.push_str(&edit.replacement);
        at = edit.span.end as usize;
    }
    new.push_str(&text[at..]);
    new
}

/// Whether the new ones of these edits make nothing worse: the quality is no lower, each finding was still there and is
/// gone, and no other has come to its place.
fn does_good(edits: &[(Edit, bool)], before: &Verdict, after: &Verdict) -> bool {
    if after.quality < before.quality {
        return false;
    }
    let (before, after) = (ByPlace::new(&before.findings), ByPlace::new(&after.findings));
    let (mut shift_before, mut shift_after) = (0_i64, 0_i64);
    for (edit, is_new) in edits {
        let old = moved(edit.span, edit.span.len(), shift_before);
        let new = moved(edit.span, edit.replacement.len(), shift_after);
        let growth = edit.replacement.len() as i64 - edit.span.len() as i64;
        shift_after += growth;
        if !is_new {
            shift_before += growth;
            continue;
        }
        let stands =
            |one: &&Finding| one.rule.code == edit.rule.code && one.span == old && one.confidence >= LEAST_CONFIDENCE;
        let there = before.touching(old);
        if !there.iter().any(stands) {
            return false;
        }
        let mut known: Vec<&str> = there.iter().filter(|one| !stands(one)).map(|one| one.rule.code).collect();
        for finding in after.touching(new) {
            let Some(at) = known.iter().position(|code| *code == finding.rule.code) else { return false };
            known.swap_remove(at);
        }
    }
    true
}

fn moved(span: Span, length: usize, shift: i64) -> Span {
    let start = (i64::from(span.start) + shift) as usize;
    Span::new(start, start + length)
}

/// Findings that are looked up by place.
struct ByPlace<'a> {
    findings: &'a [Finding],
    longest: u32,
}

impl<'a> ByPlace<'a> {
    /// Findings in the order of the text.
    fn new(findings: &'a [Finding]) -> ByPlace<'a> {
        ByPlace { findings, longest: findings.iter().map(|one| one.span.len() as u32).max().unwrap_or(0) }
    }

    /// Findings that share a byte with a place or stand right beside it.
    fn touching(&self, place: Span) -> Vec<&'a Finding> {
        let first = place.start.saturating_sub(self.longest);
        let from = self.findings.partition_point(|one| one.span.start < first);
        let near = self.findings[from..].iter().take_while(|one| one.span.start <= place.end);
        near.filter(|one| one.span.end >= place.start).collect()
    }
}
