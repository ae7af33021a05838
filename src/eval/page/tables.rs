//! Sheets as HTML: the headline as cards, the others as tables.

use crate::eval::columns::{Cell, Earlier};
use crate::eval::sheets::{Line, Sheet};
use crate::report::html::escape::escape;

/// Each row of a sheet of single figures as a card.
pub(super) fn cards(sheet: &Sheet) -> String {
    let mut out = "<dl class=\"cards\">\n".to_owned();
    for line in sheet.groups.iter().flatten() {
        let label = escape(&line.label);
        for (at, cell) in line.cells.iter().enumerate() {
            let value = value(cell, at, &line.earlier);
            out.push_str(&format!("<div><dt>{label}</dt><dd>{value}</dd></div>\n"));
        }
    }
    out.push_str("</dl>\n");
    out
}

/// A sheet as a table, each group a body of its own.
pub(super) fn table(sheet: &Sheet) -> String {
    let title = escape(sheet.title);
    // A table that is wider than the screen is scrolled, also by keyboard.
    let mut out = format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table>\n\
         <thead><tr><th scope=\"col\">{title}</th>"
    );
    let names: Vec<&str> = sheet.counts.iter().chain(sheet.figures).copied().collect();
    for name in if names.is_empty() { &["figure"] } else { names.as_slice() } {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escape(name)));
    }
    out.push_str("</tr></thead>\n");
    for group in &sheet.groups {
        out.push_str("<tbody>\n");
        for line in group {
            out.push_str(&row(line));
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n</div>\n");
    out
}

fn row(line: &Line) -> String {
    let class = if line.is_part { " class=\"part\"" } else { "" };
    let mut out = format!("<tr{class}><th scope=\"row\">{}</th>", escape(&line.label));
    for (at, cell) in line.cells.iter().enumerate() {
        out.push_str(&format!("<td>{}</td>", value(cell, at, &line.earlier)));
    }
    out.push_str("</tr>\n");
    out
}

/// A cell and, smaller, what stands behind it; without anything there the room for it, so that figures stay in line.
fn value(cell: &Cell, at: usize, earlier: &Earlier) -> String {
    let (shown, behind) = (escape(&cell.shown()), escape(&cell.behind(at, earlier)));
    match (cell, earlier) {
        (Cell::Count(_), Earlier::None) => shown,
        _ => format!("{shown} <span class=\"behind\">{behind}</span>"),
    }
}
