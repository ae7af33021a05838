//! Annotations on the lines of a file in GitHub Actions: workflow commands on standard output.

use std::fmt::Write as _;

use crate::check::finding::Finding;
use crate::report::checked::Checked;
use crate::report::level::{Level, worst_first};
use crate::report::path::bare;
use crate::report::region::{Region, Regions};
use crate::report::safe::{clipped, for_terminal};

/// GitHub shows so many annotations of each kind for a step.
const MOST: usize = 10;

/// More of a message than this is no annotation any more.
const LONGEST_MESSAGE: usize = 1000;

/// One command for each finding that GitHub shows, the worst first, and a notice on how many it does not.
#[must_use]
pub fn render(checked: &[Checked<'_>]) -> String {
    let mut of_level: [Vec<(&Finding, &Checked<'_>, Region)>; 3] = [const { Vec::new() }; 3];
    for pair in checked {
        let regions = Regions::new(pair.candidate.text);
        for finding in worst_first(pair) {
            of_level[Level::of(finding.severity) as usize].push((finding, pair, regions.of(finding.span)));
        }
    }
    let hidden_before_notices = of_level[..2].iter().any(|findings| findings.len() > MOST);
    let mut out = String::new();
    let mut hidden = Vec::new();
    for (level, mut findings) in Level::ALL.into_iter().zip(of_level) {
        // The notice on what is not shown takes the place of one.
        let needs_place = level == Level::Note && (hidden_before_notices || findings.len() > MOST);
        let most = if needs_place { MOST - 1 } else { MOST };
        findings.sort_by(|(a, ..), (b, ..)| b.severity.cmp(&a.severity).then(b.confidence.total_cmp(&a.confidence)));
        for (finding, pair, region) in findings.iter().take(most) {
            write_command(&mut out, level, finding, pair, *region);
        }
        if findings.len() > most {
            hidden.push(format!("{} as {}", findings.len() - most, word(level)));
        }
    }
    if !hidden.is_empty() {
        let _ = writeln!(out, "::notice title=wirelint::More findings than GitHub shows: {}.", hidden.join(", "));
    }
    out
}

fn write_command(out: &mut String, level: Level, finding: &Finding, checked: &Checked<'_>, region: Region) {
    let title = format!("{} {}", finding.rule.code, finding.rule.name);
    let columns = if region.start.line == region.end.line {
        format!(",col={},endColumn={}", region.start.column, region.end.column)
    } else {
        // GitHub takes columns within one line only.
        String::new()
    };
    let _ = writeln!(
        out,
        "::{} file={},line={},endLine={}{columns},title={}::{}",
        word(level),
        property(&bare(checked.candidate.name)),
        region.start.line,
        region.end.line,
        property(&title),
        data(&clipped(&finding.message, LONGEST_MESSAGE))
    );
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

/// What stands behind the second `::`.
fn data(text: &str) -> String {
    for_terminal(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands between a `=` and a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
