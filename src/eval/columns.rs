//! The rows of the printed table: counts and figures, each with its interval or with what changed since an earlier run.

use std::fmt::Write as _;

use colored::Colorize;

use crate::eval::resample::Figure;

/// Something in a row.
#[derive(Clone, Copy)]
pub(super) enum Cell {
    Count(u64),
    /// A share of 1, shown in per cent.
    Percent(Figure),
    /// A figure shown as it is.
    Plain(Figure),
}

/// What a row is held against.
pub(super) enum Earlier {
    /// No run: the intervals are shown.
    None,
    /// A run that did not have the row.
    New,
    /// The same row of a run.
    Row(Vec<Cell>),
}

impl Earlier {
    /// The row that an earlier run has, if there is an earlier run.
    pub(super) fn of<T, R>(
        base: Option<&T>,
        row: impl Fn(&T) -> Option<&R>,
        cells: impl Fn(&R) -> Vec<Cell>,
    ) -> Earlier {
        match base.map(row) {
            None => Earlier::None,
            Some(None) => Earlier::New,
            Some(Some(row)) => Earlier::Row(cells(row)),
        }
    }
}

/// A line: what it is about, its cells, and behind each cell its interval or difference.
pub(super) fn line(label: &str, width: usize, cells: &[Cell], earlier: &Earlier) -> String {
    let mut line = format!("{label:<width$}");
    for (at, cell) in cells.iter().enumerate() {
        let (shown, behind) = (cell.shown(), cell.behind(at, earlier));
        let _ = match (cell, earlier) {
            (Cell::Count(_), Earlier::None) => write!(line, "{shown:>7}"),
            (Cell::Count(_), _) => write!(line, "{shown:>7} {behind:<4}"),
            (_, Earlier::None) => write!(line, "  {shown:>5} {behind:<9}"),
            (_, _) => write!(line, " {shown:>5} {behind:<5}"),
        };
    }
    format!("{}\n", line.trim_end())
}

/// The line above others: what they are about, and the names of their cells.
pub(super) fn heading(title: &str, width: usize, counts: &[&str], figures: &[&str], compare: bool) -> String {
    let (behind_count, figure_width) = if compare { (5, 10) } else { (0, 15) };
    let mut line = format!("{title:<width$}");
    for count in counts {
        let _ = write!(line, "{count:>7}{:behind_count$}", "");
    }
    for figure in figures {
        let _ = write!(line, "  {figure:<figure_width$}");
    }
    format!("\n{}\n", line.trim_end().bold())
}

impl Cell {
    /// Its number in the unit that is shown, and the digits behind the point.
    fn number(&self) -> (Option<f64>, usize) {
        match self {
            Cell::Count(count) => (Some(*count as f64), 0),
            Cell::Percent(figure) => (figure.value.map(|value| 100.0 * value), 1),
            Cell::Plain(figure) => (figure.value, 2),
        }
    }

    pub(super) fn shown(&self) -> String {
        let (number, digits) = self.number();
        number.map_or_else(|| "-".to_owned(), |number| format!("{number:.digits$}"))
    }

    /// What stands behind the cell: its interval or, where there is an earlier run, the difference from that.
    pub(super) fn behind(&self, at: usize, earlier: &Earlier) -> String {
        match earlier {
            Earlier::None => self.interval(),
            Earlier::New => "new".to_owned(),
            Earlier::Row(row) => row.get(at).map_or_else(String::new, |before| self.since(before)),
        }
    }

    fn interval(&self) -> String {
        let (figure, unit, digits) = match self {
            Cell::Count(_) => return String::new(),
            // The digits behind the point mean nothing at the ends of these intervals.
            Cell::Percent(figure) => (figure, 100.0, 0),
            Cell::Plain(figure) => (figure, 1.0, 2),
        };
        let interval = figure.low.zip(figure.high);
        interval.map_or_else(String::new, |(low, high)| format!("{:.digits$}–{:.digits$}", low * unit, high * unit))
    }

    /// What changed since the same cell of an earlier run.
    fn since(&self, before: &Cell) -> String {
        let (now, digits) = self.number();
        match (now, before.number().0) {
            (Some(now), Some(before)) => difference(now - before, digits),
            (Some(_), None) => "new".to_owned(),
            (None, Some(_)) => "gone".to_owned(),
            (None, None) => "=".to_owned(),
        }
    }
}

/// With as many digits as fit behind a figure.
fn difference(by: f64, digits: usize) -> String {
    if format!("{:.digits$}", by.abs()).bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return "=".to_owned();
    }
    let mut shown = format!("{by:+.digits$}");
    for fewer in (0..digits).rev() {
        if shown.len() > 5 {
            shown = format!("{by:+.fewer$}");
        }
    }
    shown
}
