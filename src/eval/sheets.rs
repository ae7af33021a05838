//! The tables of the report: which rows stand in which, for the terminal and for the page alike.

use crate::eval::alignment::{AlignmentFigures, LinkFigures};
use crate::eval::columns::{Cell, Earlier};
use crate::eval::figures::{ErrorFigures, Figures, FindingFigures, KindFigures, TenthFigures};
use crate::eval::human::HumanFigures;
use crate::eval::resample::Figure;
use crate::rules::RULES;

/// A table.
pub(super) struct Sheet {
    /// What its rows are about.
    pub title: &'static str,
    /// What it says, for those who do not know it.
    pub about: &'static str,
    /// Columns of counts, then of figures.
    pub counts: &'static [&'static str],
    pub figures: &'static [&'static str],
    /// Width of what a row is about, where columns are counted.
    pub width: usize,
    /// Rows, in groups with some space between them.
    pub groups: Vec<Vec<Line>>,
}

/// A row.
pub(super) struct Line {
    pub label: String,
    /// Whether it is a part of the row above that is none.
    pub is_part: bool,
    pub cells: Vec<Cell>,
    pub earlier: Earlier,
}

impl Line {
    fn new(label: &str, cells: Vec<Cell>, earlier: Earlier) -> Line {
        Line { label: label.to_owned(), is_part: false, cells, earlier }
    }
}

/// Width of what a row is about: a rule's code and name, a word, a figure over all texts.
const RULE: usize = 32;
const WORD: usize = 12;
const KIND: usize = 21;
const SENTENCE: usize = 36;

/// All tables that the figures have something for.
pub(super) fn sheets(figures: &Figures, base: Option<&Figures>) -> Vec<Sheet> {
    let mut sheets = vec![over_all(figures, base), findings(figures, base), errors(figures, base)];
    if !figures.kinds.is_empty() {
        sheets.push(kinds(figures, base));
    }
    if let Some(human) = &figures.human {
        sheets.push(people(human, base.and_then(|base| base.human.as_ref()), base.is_some()));
    }
    sheets.push(calibration(figures, base));
    if figures.alignment.is_some() {
        sheets.extend([sentences(figures, base), links(figures, base)]);
    }
    sheets
}

/// What a figure is, and where it stands.
type FigureRow<'a, T> = (&'a str, fn(&T) -> Cell);

/// The rows of figures that stand alone; a space in front makes one a part of the row above.
fn single<T>(rows: &[FigureRow<'_, T>], now: &T, earlier: impl Fn(fn(&T) -> Cell) -> Earlier) -> Vec<Line> {
    let line = |(label, cell): &FigureRow<'_, T>| Line {
        is_part: label.starts_with(' '),
        ..Line::new(label.trim_start(), vec![cell(now)], earlier(*cell))
    };
    rows.iter().map(line).collect()
}

fn over_all(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let ranked = format!("garbled ranked lower, {}", counted(figures.ranking.pairs, "pair"));
    let rows: [FigureRow<'_, Figures>; 6] = [
        ("precision %", |figures| Cell::Percent(figures.findings.precision)),
        ("precision by chance %", |figures| Cell::Percent(figures.chance)),
        ("recall %", |figures| Cell::Percent(figures.errors.recall)),
        ("F0.5 %", |figures| Cell::Percent(figures.f05)),
        ("false alarms in 1,000 words", |figures| Cell::Plain(figures.findings.false_alarms_per_1000)),
        (&ranked, |figures| Cell::Percent(figures.ranking.share)),
    ];
    let earlier = |cell: fn(&Figures) -> Cell| Earlier::of(base, |base| Some(base), |base| vec![cell(base)]);
    Sheet {
        title: "All",
        about: "The figures to look at first.",
        counts: &[],
        figures: &[],
        width: SENTENCE,
        groups: vec![single(&rows, figures, earlier)],
    }
}

/// Findings by category, and in each by rule.
fn findings(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let cells = |row: &FindingFigures| {
        let alarms = Cell::Plain(row.false_alarms_per_1000);
        vec![Cell::Count(row.found), Cell::Count(row.right), Cell::Percent(row.precision), alarms]
    };
    let mut lines = Vec::new();
    for category in &figures.categories {
        let same = |row: &&FindingFigures| row.key == category.key;
        let earlier = Earlier::of(base, |base| base.categories.iter().find(same), cells);
        lines.push(Line::new(&category.key, cells(category), earlier));
        for (rule, row) in RULES.iter().zip(&figures.rules) {
            if rule.category.word() == category.key {
                let earlier = Earlier::of(base, |base| base.rules.iter().find(|old| old.key == row.key), cells);
                let label = format!("{} {}", rule.code, rule.name);
                lines.push(Line { is_part: true, ..Line::new(&label, cells(row), earlier) });
            }
        }
    }
    let earlier = Earlier::of(base, |base| Some(&base.findings), cells);
    lines.push(Line::new("all", cells(&figures.findings), earlier));
    let (counts, figures) = (&["found", "right"], &["precision %", "alarms"]);
    Sheet {
        title: "Findings",
        about: "What was found in texts with errors, and how much of it is right; alarms are findings in \
            1,000 words of texts without errors.",
        counts,
        figures,
        width: RULE,
        groups: vec![lines],
    }
}

/// Errors by category and by severity.
fn errors(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let cells = |row: &ErrorFigures| {
        let counts = [row.errors, row.found, row.missed, row.named].map(Cell::Count);
        counts.into_iter().chain([Cell::Percent(row.recall)]).collect()
    };
    let mut groups = Vec::new();
    let tables: [fn(&Figures) -> &[ErrorFigures]; 2] =
        [|figures| &figures.errors_by_category, |figures| &figures.errors_by_severity];
    for rows in tables {
        let mut lines = Vec::new();
        for row in rows(figures) {
            let same = |old: &&ErrorFigures| old.key == row.key;
            let earlier = Earlier::of(base, |base| rows(base).iter().find(same), cells);
            lines.push(Line::new(&row.key, cells(row), earlier));
        }
        groups.push(lines);
    }
    let earlier = Earlier::of(base, |base| Some(&base.errors), cells);
    groups.push(vec![Line::new("all", cells(&figures.errors), earlier)]);
    let counts = &["all", "found", "missed", "named"];
    Sheet {
        title: "Errors",
        about: "What there was to find, by category and by the harm it does.",
        counts,
        figures: &["recall %"],
        width: WORD,
        groups,
    }
}

/// What was done to clean forms, and what of it was noticed.
fn kinds(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let cells = |row: &KindFigures| {
        let shares = [row.detection, row.naming, row.ranking].map(Cell::Percent);
        [Cell::Count(row.pairs)].into_iter().chain(shares).collect()
    };
    let mut lines = Vec::new();
    for row in &figures.kinds {
        let same = |old: &&KindFigures| old.key == row.key;
        let earlier = Earlier::of(base, |base| base.kinds.iter().find(same), cells);
        lines.push(Line::new(&row.key, cells(row), earlier));
    }
    let all = Earlier::of(base, |base| Some(&base.twins), cells);
    lines.push(Line::new("all", cells(&figures.twins), all));
    let figures = &["noticed %", "named %", "ranked %"];
    Sheet {
        title: "Changes",
        about: "What was done to clean forms, and whether findings or the quality show it.",
        counts: &["pairs"],
        figures,
        width: KIND,
        groups: vec![lines],
    }
}

/// Quality against what people thought.
fn people(human: &HumanFigures, before: Option<&HumanFigures>, compare: bool) -> Sheet {
    let mut rows: Vec<FigureRow<'_, HumanFigures>> = vec![
        ("Kendall's tau-b", |human| Cell::Plain(human.tau_b)),
        ("Pearson's correlation", |human| Cell::Plain(human.pearson)),
    ];
    if human.tau_b_per_word.value.is_some() {
        rows.push(("tau-b with the score per word", |human| Cell::Plain(human.tau_b_per_word)));
        rows.push(("Pearson with the score per word", |human| Cell::Plain(human.pearson_per_word)));
    }
    let ordered = format!("ordered right %, {}", counted(human.pairs, "pair"));
    if human.pairs > 0 {
        rows.push((&ordered, |human| Cell::Percent(human.accuracy)));
        rows.push((" tolerance for ties, in quality", |human| Cell::Plain(Figure::certain(human.tolerance))));
        rows.push((" without tolerance %", |human| Cell::Percent(human.accuracy_without_tolerance)));
        rows.push((" of pairs that people tell apart %", |human| Cell::Percent(human.accuracy_without_ties)));
    }
    let systems = format!("systems ordered right %, {}", counted(human.systems, "system"));
    if human.systems > 1 {
        rows.push((&systems, |human| Cell::Percent(human.system_accuracy)));
    }
    let earlier = |cell: fn(&HumanFigures) -> Cell| match before {
        Some(before) => Earlier::Row(vec![cell(before)]),
        None if compare => Earlier::New,
        None => Earlier::None,
    };
    Sheet {
        title: "People",
        about: "How well the quality agrees with what people thought of the same texts.",
        counts: &[],
        figures: &[],
        width: SENTENCE,
        groups: vec![single(&rows, human, earlier)],
    }
}

/// Findings of any confidence: what they claim, and how many are right.
fn calibration(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let cells = |row: &TenthFigures| {
        let shares = [Cell::Percent(row.confidence), Cell::Percent(row.share)];
        [Cell::Count(row.found), Cell::Count(row.right)].into_iter().chain(shares).collect()
    };
    let mut lines = Vec::new();
    for row in &figures.calibration {
        let same = |old: &&TenthFigures| old.from.total_cmp(&row.from).is_eq();
        let earlier = Earlier::of(base, |base| base.calibration.iter().find(same), cells);
        lines.push(Line::new(&format!("{:.1} to {:.1}", row.from, row.from + 0.1), cells(row), earlier));
    }
    let (counts, figures) = (&["found", "right"], &["claimed %", "right %"]);
    Sheet {
        title: "Confidence",
        about: "Findings of any confidence: what they claim on average, and what share of them is right.",
        counts,
        figures,
        width: WORD,
        groups: vec![lines],
    }
}

/// Pairs of sentences that say the same, and how many are linked.
fn sentences(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let cells = |row: &LinkFigures| {
        let counts = [row.texts, row.kinds, row.same, row.found].map(Cell::Count);
        counts.into_iter().chain([Cell::Percent(row.recall)]).collect()
    };
    Sheet {
        title: "Sentences",
        about: "Pairs of texts, and how many of them were taken for the kind they are of; pairs of sentences in them that \
            state the same main fact, and how many of these were found.",
        counts: &["texts", "kind", "same", "found"],
        figures: &["recall %"],
        width: WORD,
        groups: vec![by_kind(figures, base, cells)],
    }
}

/// Pairs of sentences that are linked, and how many say the same.
fn links(figures: &Figures, base: Option<&Figures>) -> Sheet {
    let cells = |row: &LinkFigures| {
        vec![Cell::Count(row.linked), Cell::Count(row.right), Cell::Percent(row.precision), Cell::Percent(row.f1)]
    };
    Sheet {
        title: "Links",
        about: "Pairs of sentences that were linked, and how many of them state the same main fact; those that share a \
            lesser one are left out. F1 weighs this precision and the recall above alike.",
        counts: &["linked", "right"],
        figures: &["precision %", "F1 %"],
        width: WORD,
        groups: vec![by_kind(figures, base, cells)],
    }
}

/// A row for each kind of texts whose alignment was measured.
fn by_kind(figures: &Figures, base: Option<&Figures>, cells: fn(&LinkFigures) -> Vec<Cell>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, (word, row)) in figures.alignment.iter().flat_map(AlignmentFigures::rows).enumerate() {
        let earlier = Earlier::of(base, |base| base.alignment.as_ref().map(|alignment| alignment.rows()[at].1), cells);
        lines.push(Line::new(word, cells(row), earlier));
    }
    lines
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
