//! When a run ends with status 1, and what it then says on standard error.

use std::io::Write as _;

use crate::check::gate::failures;
use crate::check::policy::Policy;
use crate::check::sift::Sifted;
use crate::check::suppression::Suppression;
use crate::cli::{CLEAN, FOUND};
use crate::report::safe::for_terminal;

/// Says which conditions a candidate fails, one a line, and gives the exit status.
pub(super) fn status(name: &str, sifted: &Sifted, policy: &Policy) -> u8 {
    let failures = failures(sifted, policy);
    for failure in &failures {
        say(&format!("{name} fails: {failure}"));
    }
    if failures.is_empty() { CLEAN } else { FOUND }
}

/// Says what was not reported, and which ignores and entries of a baseline are left over.
pub(super) fn notes(name: &str, sifted: &Sifted) {
    for unused in &sifted.unused_ignores {
        say(&format!("note: {unused}"));
    }
    for entry in &sifted.stale {
        let known = format!("{} on `{}`", entry.rule, entry.text);
        say(&format!("note: {name} no longer has {known} of the baseline; run `wirelint baseline update`"));
    }
    let count = |is: fn(&Suppression) -> bool| sifted.suppressed.iter().filter(|one| is(&one.by)).count();
    let kinds = [
        (count(|by| matches!(by, Suppression::Ignored { .. })), "ignored"),
        (count(|by| *by == Suppression::Configured), "configured away"),
        (count(|by| *by == Suppression::Baseline), "in the baseline"),
    ];
    let kinds: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    if !kinds.is_empty() {
        say(&format!("note: not reported in {name}: {}", kinds.join(", ")));
    }
}

/// A line on standard error. Nobody may read it; that is no failure of the run.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "wirelint: {}", for_terminal(line));
}
