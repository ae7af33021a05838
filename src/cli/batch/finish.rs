//! The end of a run: its tables, its report, its index, and the pages of the worst pairs.

use crate::cli::batch::against::Earlier;
use crate::cli::batch::pages::{self, Pages};
use crate::cli::batch::pairs::{Work, chunks};
use crate::cli::batch::progress::Progress;
use crate::error::Error;
use crate::input::files::write_atomically;
use crate::input::manifest::Manifest;
use crate::report::batch::row::Row;
use crate::report::batch::totals::{Report, report};
use crate::report::batch::{index, tables};
use crate::report::html::shell::{counted, grouped};
use crate::report::safe::{for_json, for_terminal};

/// Writes everything but the findings, which are written already, and gives what is printed.
pub(super) fn write(
    work: &Work<'_>,
    manifest: &Manifest,
    rows: &[Row],
    pages: Pages,
    earlier: Option<Earlier>,
) -> anyhow::Result<String> {
    let numbers = pages.numbers(rows);
    if matches!(pages, Pages::Worst(_)) {
        pages::make_folder(work.out)?;
        let wanted = |entry: &Result<_, Error>| {
            entry.as_ref().map_or(true, |entry: &crate::input::manifest::Entry| numbers.contains(&entry.number))
        };
        let mut entries = manifest.entries()?.filter(wanted);
        while let Some(chunk) = chunks(&mut entries)? {
            work.check(chunk, true, &Progress::silent())?;
        }
    }
    pages::remove_others(work.out, rows, &numbers)?;
    let mut report = report(rows, pages.said());
    if let Some(earlier) = earlier {
        report.against = Some(earlier.trend(&report, work.out)?);
    }
    let json = serde_json::to_string_pretty(&report)?;
    let written = [
        ("summary.csv", tables::summary(rows)),
        ("rules.csv", tables::rules(&report)),
        ("errors.csv", tables::errors(&report)),
        ("report.json", format!("{}\n", for_json(json))),
        ("index.html", index::index(&report, rows, &numbers)),
    ];
    for (name, content) in written {
        write_atomically(&work.out.join(name), content.as_bytes())?;
    }
    Ok(said(work, &report))
}

/// The run in a few lines.
fn said(work: &Work<'_>, report: &Report) -> String {
    let totals = &report.totals;
    let severity = |word: &str| grouped(totals.by_severity.get(word).copied().unwrap_or(0));
    let mut out = format!("{} checked", counted(totals.pairs - totals.failed, "pair"));
    if totals.failed > 0 {
        out.push_str(&format!(", {} could not be", grouped(totals.failed)));
    }
    if let Some(quality) = totals.quality {
        out.push_str(&format!(
            "; mean quality {:.1}, the lowest tenth at most {:.1}",
            quality.mean, quality.lowest_tenth
        ));
    }
    out.push_str(&format!(
        ".\n{}: {} critical, {} major, {} minor; MQM penalty {:.1} per 1,000 words.\n",
        counted(totals.findings, "finding"),
        severity("critical"),
        severity("major"),
        severity("minor"),
        totals.penalty_per_1000_words
    ));
    if let Some(trend) = &report.against {
        let (worse, better) = trend.worse_and_better;
        out.push_str(&format!(
            "Since {}: {} worse, {} better",
            for_terminal(&trend.run),
            counted(worse, "pair"),
            grouped(better)
        ));
        if let Some((new, gone)) = trend.new_and_gone {
            out.push_str(&format!("; {}, {} gone", counted(new, "new finding"), grouped(gone)));
        }
        out.push_str(".\n");
    }
    for failure in report.errors.iter().take(5) {
        out.push_str(&format!("Not checked: {}: {}\n", for_terminal(&failure.id), for_terminal(&failure.message)));
    }
    if report.errors.len() > 5 {
        out.push_str(&format!("{} more in errors.csv.\n", grouped(report.errors.len() - 5)));
    }
    let index = work.out.join("index.html");
    out.push_str(&format!("{} Open {}\n", report.pages, for_terminal(&index.display().to_string())));
    out
}
