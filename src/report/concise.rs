//! One line a finding, in the order of the text, as compilers print them and editors jump to them.

use std::fmt::Write as _;

use colored::Colorize;

use crate::report::checked::Checked;
use crate::report::path::slashed;
use crate::report::region::Regions;
use crate::report::safe::{clipped, for_terminal};
use crate::report::terminal::colour_of;

/// More of a message than this is no line any more.
const LONGEST_MESSAGE: usize = 1000;

/// `path:line:column: severity RULE message` for each finding; colour is for `colored` to decide.
#[must_use]
pub fn render(checked: &Checked<'_>) -> String {
    let regions = Regions::new(checked.candidate.text);
    let path = for_terminal(&slashed(checked.candidate.name));
    let mut out = String::new();
    for finding in &checked.verdict.findings {
        let place = regions.of(finding.span).start;
        let _ = writeln!(
            out,
            "{}:{}:{}: {} {} {}",
            path.bold(),
            place.line,
            place.column,
            finding.severity.word().color(colour_of(finding.severity)).bold(),
            finding.rule.code.bold(),
            clipped(&for_terminal(&finding.message), LONGEST_MESSAGE)
        );
    }
    out
}
