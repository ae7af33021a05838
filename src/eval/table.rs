//! Figures for people at a terminal of 80 columns, with their intervals or with what changed since an earlier run.

use textwrap::fill;

use crate::eval::alignment::Alignment;
use crate::eval::columns::{Cell, Earlier, heading, line};
use crate::eval::figures::{ErrorFigures, Figures, FindingFigures, TenthFigures};
use crate::report::safe::for_terminal;
use crate::rules::RULES;

const WIDTH: usize = 80;

/// Width of what a row is about: a rule's code and name, a word, a figure over all texts.
const RULE: usize = 32;
const WORD: usize = 12;
const SENTENCE: usize = 36;

/// How many texts that could not be checked are named.
const NAMED: usize = 5;

/// Prints figures with their intervals.
#[must_use]
pub fn render(figures: &Figures) -> String {
    print(figures, None)
}

/// Prints figures with their differences from those of an earlier run in place of the intervals.
#[must_use]
pub fn render_against(figures: &Figures, base: &Figures) -> String {
    print(figures, Some(base))
}

fn print(figures: &Figures, base: Option<&Figures>) -> String {
    let mut out = head(figures);
    out.push_str(&how_to_read(figures, base));
    out.push_str(&over_all(figures, base));
    out.push_str(&findings(figures, base));
    out.push_str(&errors(figures, base));
    out.push_str(&calibration(figures, base));
    out
}

/// What was evaluated.
fn head(figures: &Figures) -> String {
    let texts = figures.texts;
    let mut out = paragraph(&format!(
        "{} with {} in {}, and {} without errors of {}. Findings of confidence {} or more count; the glossaries of the \
         texts are {}.",
        counted(texts.garbled, "text"),
        counted(figures.errors.errors, "error"),
        counted(texts.garbled_words, "word"),
        texts.clean,
        counted(texts.clean_words, "word"),
        figures.threshold,
        if figures.glossaries { "used" } else { "not used" },
    ));
    if !figures.unchecked.is_empty() {
        let count = counted(figures.unchecked.len() as u64, "text");
        let named: Vec<String> = figures.unchecked.iter().take(NAMED).map(|reason| for_terminal(reason)).collect();
        let dots = if figures.unchecked.len() > NAMED { " …" } else { "" };
        out.push_str(&paragraph(&format!(
            "{count} could not be checked, so that nothing is found there: {}{dots}",
            named.join(" ")
        )));
    }
    out
}

fn how_to_read(figures: &Figures, base: Option<&Figures>) -> String {
    let mut out = paragraph(
        "A finding is right when it touches an error widened by one token on either side. Alarms are findings in 1,000 \
         words of texts without errors. Named errors were found by a finding of their own category.",
    );
    let Some(base) = base else {
        out.push_str(&paragraph(
            "Behind a figure stands the interval that holds 95 % of its values over 1,000 samples of the texts; it is \
             narrow too where there is little evidence and all of it agrees.",
        ));
        return out;
    };
    out.push_str(&paragraph(
        "Behind a figure stands what it is more or less than in the earlier run; `=` where nothing changed.",
    ));
    let same = base.texts.garbled == figures.texts.garbled
        && base.texts.clean == figures.texts.clean
        && base.errors.errors == figures.errors.errors
        && base.threshold.total_cmp(&figures.threshold).is_eq()
        && base.glossaries == figures.glossaries;
    if !same {
        out.push_str(&paragraph(
            "The earlier run was over other texts, at another threshold or with other glossaries: the differences tell \
             nothing of what was changed in wirelint.",
        ));
    }
    out
}

/// What a figure is, and where it stands.
type FigureRow<'a> = (&'a str, fn(&Figures) -> Cell);

fn over_all(figures: &Figures, base: Option<&Figures>) -> String {
    let ranked = format!("garbled ranked lower, {}", counted(figures.ranking.pairs, "pair"));
    let rows: [FigureRow<'_>; 6] = [
        ("precision %", |figures| Cell::Percent(figures.findings.precision)),
        ("precision by chance %", |figures| Cell::Percent(figures.chance)),
        ("recall %", |figures| Cell::Percent(figures.errors.recall)),
        ("F0.5 %", |figures| Cell::Percent(figures.f05)),
        ("false alarms in 1,000 words", |figures| Cell::Plain(figures.findings.false_alarms_per_1000)),
        (&ranked, |figures| Cell::Percent(figures.ranking.share)),
    ];
    let mut out = heading("All", SENTENCE, &[], &[], base.is_some());
    for (label, cell) in rows {
        let earlier = Earlier::of(base, |base| Some(base), |base| vec![cell(base)]);
        out.push_str(&line(label, SENTENCE, &[cell(figures)], &earlier));
    }
    out
}

/// Findings by category, and in each by rule.
fn findings(figures: &Figures, base: Option<&Figures>) -> String {
    let cells = |row: &FindingFigures| {
        let alarms = Cell::Plain(row.false_alarms_per_1000);
        vec![Cell::Count(row.found), Cell::Count(row.right), Cell::Percent(row.precision), alarms]
    };
    let mut out = heading("Findings", RULE, &["found", "right"], &["precision %", "alarms"], base.is_some());
    for category in &figures.categories {
        let same = |row: &&FindingFigures| row.key == category.key;
        let earlier = Earlier::of(base, |base| base.categories.iter().find(same), cells);
        out.push_str(&line(&category.key, RULE, &cells(category), &earlier));
        for (rule, row) in RULES.iter().zip(&figures.rules) {
            if rule.category.word() == category.key {
                let earlier = Earlier::of(base, |base| base.rules.iter().find(|old| old.key == row.key), cells);
                out.push_str(&line(&format!(" {} {}", rule.code, rule.name), RULE, &cells(row), &earlier));
            }
        }
    }
    let earlier = Earlier::of(base, |base| Some(&base.findings), cells);
    out.push_str(&line("all", RULE, &cells(&figures.findings), &earlier));
    out
}

/// Errors by category and by severity.
fn errors(figures: &Figures, base: Option<&Figures>) -> String {
    let cells = |row: &ErrorFigures| {
        let counts = [row.errors, row.found, row.missed, row.named].map(Cell::Count);
        counts.into_iter().chain([Cell::Percent(row.recall)]).collect()
    };
    let mut out = heading("Errors", WORD, &["all", "found", "missed", "named"], &["recall %"], base.is_some());
    for row in &figures.errors_by_category {
        let same = |old: &&ErrorFigures| old.key == row.key;
        let earlier = Earlier::of(base, |base| base.errors_by_category.iter().find(same), cells);
        out.push_str(&line(&row.key, WORD, &cells(row), &earlier));
    }
    out.push('\n');
    for row in &figures.errors_by_severity {
        let same = |old: &&ErrorFigures| old.key == row.key;
        let earlier = Earlier::of(base, |base| base.errors_by_severity.iter().find(same), cells);
        out.push_str(&line(&row.key, WORD, &cells(row), &earlier));
    }
    let earlier = Earlier::of(base, |base| Some(&base.errors), cells);
    out.push_str(&format!("\n{}", line("all", WORD, &cells(&figures.errors), &earlier)));
    out
}

/// Findings of any confidence: what they claim, and how many are right.
fn calibration(figures: &Figures, base: Option<&Figures>) -> String {
    let cells = |row: &TenthFigures| {
        let shares = [Cell::Percent(row.confidence), Cell::Percent(row.share)];
        [Cell::Count(row.found), Cell::Count(row.right)].into_iter().chain(shares).collect()
    };
    let mut out = heading("Confidence", WORD, &["found", "right"], &["claimed %", "right %"], base.is_some());
    for row in &figures.calibration {
        let same = |old: &&TenthFigures| old.from.total_cmp(&row.from).is_eq();
        let earlier = Earlier::of(base, |base| base.calibration.iter().find(same), cells);
        out.push_str(&line(&format!("{:.1} to {:.1}", row.from, row.from + 0.1), WORD, &cells(row), &earlier));
    }
    out
}

/// How right the alignment of sentences is.
#[must_use]
pub fn sentences(alignment: &Alignment) -> String {
    let mut out = heading("Sentences", WORD, &["texts", "kind", "same", "found"], &[], false);
    out = format!("{}  precision %  recall %   F1 %\n", out.trim_end());
    for (word, counts) in [("parallel", alignment.parallel), ("comparable", alignment.comparable)] {
        let percent =
            |share: Option<f64>| share.map_or_else(|| "-".to_owned(), |share| format!("{:.1}", 100.0 * share));
        let cells = [counts.texts, counts.kinds, counts.same, counts.found].map(Cell::Count);
        let row = line(word, WORD, &cells, &Earlier::None);
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(percent);
        out.push_str(&format!("{}{:>13}{:>10}{:>7}\n", row.trim_end(), figures[0], figures[1], figures[2]));
    }
    out
}

fn paragraph(text: &str) -> String {
    format!("{}\n", fill(text, WIDTH))
}

/// "1 pair", "2,000 pairs".
pub(super) fn counted(count: u64, what: &str) -> String {
    let digits = count.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    format!("{shown} {what}{}", if count == 1 { "" } else { "s" })
}
