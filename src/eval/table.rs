//! Figures for people at a terminal of 80 columns, with their intervals or with what changed since an earlier run.

use textwrap::fill;

use crate::eval::columns::{heading, line};
use crate::eval::figures::Figures;
use crate::eval::sheets::{Sheet, counted, sheets};
use crate::report::safe::for_terminal;

const WIDTH: usize = 80;

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
    let mut out = String::new();
    for text in about(figures, base) {
        out.push_str(&format!("{}\n", fill(&for_terminal(&text), WIDTH)));
    }
    for sheet in sheets(figures, base) {
        out.push_str(&table(&sheet, base.is_some()));
    }
    out
}

fn table(sheet: &Sheet, compare: bool) -> String {
    let mut out = heading(sheet.title, sheet.width, sheet.counts, sheet.figures, compare);
    for (at, group) in sheet.groups.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        for row in group {
            let label = format!("{}{}", if row.is_part { " " } else { "" }, for_terminal(&row.label));
            let label: String = label.chars().take(sheet.width).collect();
            out.push_str(&line(&label, sheet.width, &row.cells, &row.earlier));
        }
    }
    out
}

/// What was evaluated, and how to read the tables.
pub(super) fn about(figures: &Figures, base: Option<&Figures>) -> Vec<String> {
    let texts = figures.texts;
    let mut out = vec![format!(
        "{} with {} in {}, and {} without errors of {}. Findings of confidence {} or more count; the glossaries of the \
         texts are {}.",
        counted(texts.garbled, "text"),
        counted(figures.errors.errors, "error"),
        counted(texts.garbled_words, "word"),
        texts.clean,
        counted(texts.clean_words, "word"),
        figures.threshold,
        if figures.glossaries { "used" } else { "not used" },
    )];
    if !figures.unchecked.is_empty() {
        let count = counted(figures.unchecked.len() as u64, "text");
        let named = figures.unchecked[..figures.unchecked.len().min(NAMED)].join(" ");
        let dots = if figures.unchecked.len() > NAMED { " …" } else { "" };
        out.push(format!("{count} could not be checked, so that nothing is found there: {named}{dots}"));
    }
    out.push(
        "A finding is right when it touches an error widened by one token on either side. Alarms are findings in 1,000 \
         words of texts without errors. Named errors were found by a finding of their own category."
            .to_owned(),
    );
    if !figures.kinds.is_empty() {
        out.push(
            "A change is noticed where a finding touches it that the clean form does not have; named where such a \
             finding is of its category; ranked where the quality is below that of the clean form."
                .to_owned(),
        );
    }
    if let Some(human) = &figures.human {
        out.push(format!(
            "Quality is held against the {} scores of {}, better texts on top in both. Pairs are translations of one \
             segment; qualities that differ by no more than the tolerance are a tie, and the tolerance is the one that \
             is best on these very texts.",
            human.measure.word(),
            counted(human.texts, "text"),
        ));
    }
    if figures.alignment.is_some() {
        out.push(
            "Two sentences are the same where they state one main fact; a link of two that share a lesser one counts as \
             neither right nor wrong."
                .to_owned(),
        );
    }
    out.push(behind(base).to_owned());
    if base.is_some_and(|base| !is_comparable(figures, base)) {
        out.push(
            "The earlier run was over other texts, at another threshold or with other glossaries: the differences tell \
             nothing of what was changed in wirelint."
                .to_owned(),
        );
    }
    out
}

/// What stands behind a figure.
fn behind(base: Option<&Figures>) -> &'static str {
    match base {
        None => {
            "Behind a figure stands the interval that holds 95 % of its values over 1,000 samples of the texts; it is \
             narrow too where there is little evidence and all of it agrees."
        }
        Some(_) => "Behind a figure stands what it is more or less than in the earlier run; `=` where nothing changed.",
    }
}

fn is_comparable(figures: &Figures, base: &Figures) -> bool {
    base.texts.garbled == figures.texts.garbled
        && base.texts.clean == figures.texts.clean
        && base.errors.errors == figures.errors.errors
        && base.threshold.total_cmp(&figures.threshold).is_eq()
        && base.glossaries == figures.glossaries
        && figures.alignment.zip(base.alignment).is_none_or(|(now, before)| {
            now.parallel.same == before.parallel.same && now.comparable.same == before.comparable.same
        })
}
