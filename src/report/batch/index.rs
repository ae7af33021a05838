//! The page on a whole run: totals, drawings, the pairs with the worst first, what changed, what could not be checked.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::report::batch::charts;
use crate::report::batch::row::{Counts, Row, page_name, worst_first};
use crate::report::batch::totals::{ColumnTotals, Quality, Report, Totals};
use crate::report::batch::trend::{Moved, Trend};
use crate::report::html::escape::escape;
use crate::report::html::shell::{Shell, THEME_SWITCH, counted, grouped};
use crate::rules::model::Category;

const STYLE: &str = include_str!("index.css");
const SCRIPT: &str = include_str!("index.js");

/// Pairs in the table, and pairs in the list of those that could not be checked; the tables in CSV have all.
const MOST_PAIRS: usize = 2_000;
const MOST_ERRORS: usize = 500;

/// Columns of the manifest that the table shows, and values of a column that can be chosen.
const MOST_COLUMNS: usize = 6;
const MOST_CHOICES: usize = 50;

/// The index; `with_page` has the numbers of the pairs that have a page.
#[must_use]
pub fn index(report: &Report, rows: &[Row], with_page: &BTreeSet<usize>) -> String {
    let mut body = format!(
        "<header>\n<div class=\"top\"><h1>wirelint: {}</h1>{THEME_SWITCH}</div>\n",
        counted(rows.len(), "pair")
    );
    let _ = writeln!(
        body,
        "<p class=\"quiet\">Version {}. {}</p>\n</header>",
        escape(&report.wirelint),
        escape(&report.pages)
    );
    body.push_str("<main id=\"main\">\n");
    body.push_str(&cards(report));
    body.push_str("<div class=\"charts\">\n");
    body.push_str(&by_category(report));
    body.push_str(&charts::distribution("quality", "Pairs by quality", &report.quality_distribution));
    body.push_str("</div>\n");
    if let Some(trend) = &report.against {
        write_trend(&mut body, trend);
    }
    write_errors(&mut body, report);
    write_pairs(&mut body, report, rows, with_page);
    for (at, column) in report.columns.iter().enumerate().filter(|(_, column)| !column.values.is_empty()) {
        write_column(&mut body, &format!("by-{}", at + 1), column);
    }
    write_rules(&mut body, report);
    body.push_str("</main>\n");
    Shell {
        title: "wirelint: all pairs",
        style: STYLE,
        script: SCRIPT,
        skip: ("pairs", "Skip to the pairs"),
        body: &body,
    }
    .render()
}

fn cards(report: &Report) -> String {
    let totals = &report.totals;
    let quality = |of: fn(&Quality) -> f64| {
        totals.quality.as_ref().map_or("–".to_owned(), |quality| format!("{:.1}", of(quality)))
    };
    let severity = |word: &str| grouped(totals.by_severity.get(word).copied().unwrap_or(0));
    let cards = [
        ("mean quality", quality(|quality| quality.mean)),
        ("quality of the lowest tenth, at most", quality(|quality| quality.lowest_tenth)),
        ("penalty per 1,000 words", format!("{:.1}", totals.penalty_per_1000_words)),
        ("findings", grouped(totals.findings)),
        ("critical", severity("critical")),
        ("major", severity("major")),
        ("minor", severity("minor")),
        ("not checked", grouped(totals.failed)),
    ];
    let mut out = "<dl class=\"cards\">\n".to_owned();
    for (label, value) in cards {
        let _ = writeln!(out, "<div><dt>{label}</dt><dd>{value}</dd></div>");
    }
    out.push_str("</dl>\n");
    out
}

fn by_category(report: &Report) -> String {
    let count = |category: Category| report.totals.by_category.get(category.word()).copied().unwrap_or(0);
    let mut rows: Vec<(&str, usize)> = Category::ALL.into_iter().map(|one| (one.word(), count(one))).collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    charts::bars("category", "Findings by category", &rows)
}

/// Begins a table that is wider than the screen only within its own frame, scrolled also by keyboard.
fn open_table(body: &mut String, id: &str, title: &str, class: &str) {
    let _ = writeln!(
        body,
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n<div class=\"scroll\" role=\"region\" \
         aria-labelledby=\"{id}\" tabindex=\"0\">\n<table class=\"{class}\">",
        escape(title)
    );
}

const CLOSE_TABLE: &str = "</tbody>\n</table>\n</div>\n";

fn write_pairs(body: &mut String, report: &Report, rows: &[Row], with_page: &BTreeSet<usize>) {
    let order = worst_first(rows);
    let left_out = order.len().saturating_sub(MOST_PAIRS);
    let shown: Vec<&Row> = order.iter().take(MOST_PAIRS).map(|at| &rows[*at]).collect();
    let columns: Vec<&ColumnTotals> = report.columns.iter().take(MOST_COLUMNS).collect();
    body.push_str("<form class=\"choose needs-script\" aria-label=\"Choose pairs\">\n");
    body.push_str("<label>Find <input type=\"search\" id=\"find\" placeholder=\"name or value\"></label>\n");
    for (at, column) in columns.iter().enumerate() {
        if column.values.is_empty() || column.values.len() > MOST_CHOICES {
            continue;
        }
        let name = escape(&column.column);
        let _ =
            write!(body, "<label>{name} <select data-column=\"{}\"><option value=\"\">all</option>", FIXED.len() + at);
        for value in &column.values {
            let value = if value.value.is_empty() { "(none)".to_owned() } else { escape(&value.value) };
            let _ = write!(body, "<option value=\"{value}\">{value}</option>");
        }
        body.push_str("</select></label>\n");
    }
    let _ = writeln!(
        body,
        "<label><input type=\"checkbox\" id=\"critical\"> with critical findings only</label>\n\
         <button type=\"reset\">Show all</button>\n<span id=\"status\" role=\"status\"></span>\n</form>"
    );
    open_table(body, "pairs", "Pairs, the worst first", "pairs");
    body.push_str("<thead><tr>");
    let names = FIXED.iter().map(|name| (*name).to_owned()).chain(columns.iter().map(|column| escape(&column.column)));
    for (at, name) in names.enumerate() {
        let sorted = if at == 1 { " aria-sort=\"ascending\"" } else { "" };
        let class = if at < FIXED.len() { "" } else { " class=\"word\"" };
        let _ = write!(
            body,
            "<th scope=\"col\"{class}{sorted}><button type=\"button\" data-sort=\"{at}\">{name}</button></th>"
        );
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for row in shown {
        let Some(counts) = row.counts() else { continue };
        write_pair(body, row, counts, with_page.contains(&row.number));
        for column in &columns {
            let value = row.value(&column.column);
            let value = if value.is_empty() { "(none)".to_owned() } else { escape(value) };
            let _ = write!(body, "<td class=\"word\">{value}</td>");
        }
        body.push_str("</tr>\n");
    }
    body.push_str(CLOSE_TABLE);
    if left_out > 0 {
        let _ = writeln!(
            body,
            "<p class=\"quiet\">{} of better quality left out; summary.csv has all.</p>",
            counted(left_out, "pair")
        );
    }
    body.push_str("</section>\n");
}

/// The columns of the table of pairs before those of the manifest.
const FIXED: [&str; 8] = ["pair", "quality", "penalty", "words", "findings", "critical", "major", "minor"];

fn write_pair(body: &mut String, row: &Row, counts: &Counts, has_page: bool) {
    let id = escape(&row.id);
    let name = if has_page { format!("<a href=\"pairs/{}\">{id}</a>", page_name(row.number, &row.id)) } else { id };
    let quality = counts.quality();
    let _ = write!(
        body,
        "<tr><th scope=\"row\">{name}</th><td data-value=\"{quality}\">{quality:.1} \
         <meter min=\"0\" max=\"100\" value=\"{quality:.1}\" aria-hidden=\"true\"></meter></td>"
    );
    let numbers = [counts.words, counts.findings(), counts.severities[0], counts.severities[1], counts.severities[2]];
    let _ = write!(body, "<td data-value=\"{0:.2}\">{0:.1}</td>", counts.penalty());
    for number in numbers {
        let _ = write!(body, "<td data-value=\"{number}\">{}</td>", grouped(number));
    }
}

fn write_errors(body: &mut String, report: &Report) {
    if report.errors.is_empty() {
        return;
    }
    open_table(body, "errors", "Not checked", "errors");
    body.push_str("<thead><tr><th scope=\"col\">pair</th><th scope=\"col\">why</th></tr></thead>\n<tbody>\n");
    for failure in report.errors.iter().take(MOST_ERRORS) {
        let (id, message) = (escape(&failure.id), escape(&failure.message));
        let _ = writeln!(body, "<tr><th scope=\"row\">{id}</th><td class=\"word\">{message}</td></tr>");
    }
    body.push_str(CLOSE_TABLE);
    if report.errors.len() > MOST_ERRORS {
        let _ =
            writeln!(body, "<p class=\"quiet\">{} more in errors.csv.</p>", grouped(report.errors.len() - MOST_ERRORS));
    }
    body.push_str("</section>\n");
}

fn write_column(body: &mut String, id: &str, column: &ColumnTotals) {
    open_table(body, id, &format!("By {}", column.column), "totals");
    body.push_str(
        "<thead><tr><th scope=\"col\">value</th><th scope=\"col\">pairs</th><th scope=\"col\">mean quality</th>\
         <th scope=\"col\">penalty</th><th scope=\"col\">findings</th><th scope=\"col\">critical</th>\
         <th scope=\"col\">major</th><th scope=\"col\">minor</th><th scope=\"col\">not checked</th></tr></thead>\n<tbody>\n",
    );
    for value in &column.values {
        let name = if value.value.is_empty() { "(none)".to_owned() } else { escape(&value.value) };
        let Totals { pairs, failed, findings, quality, penalty_per_1000_words, by_severity, .. } = &value.totals;
        let quality = quality.map_or("–".to_owned(), |quality| format!("{:.1}", quality.mean));
        let severity = |word: &str| grouped(by_severity.get(word).copied().unwrap_or(0));
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\">{name}</th><td>{}</td><td>{quality}</td><td>{penalty_per_1000_words:.1}</td><td>{}</td>\
             <td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            grouped(*pairs),
            grouped(*findings),
            severity("critical"),
            severity("major"),
            severity("minor"),
            grouped(*failed),
        );
    }
    body.push_str(CLOSE_TABLE);
    body.push_str("</section>\n");
}

fn write_rules(body: &mut String, report: &Report) {
    if report.rules.is_empty() {
        return;
    }
    open_table(body, "rules", "Findings by rule", "totals");
    body.push_str(
        "<thead><tr><th scope=\"col\">rule</th><th scope=\"col\">findings</th><th scope=\"col\">pairs</th>\
         <th scope=\"col\">mean confidence</th></tr></thead>\n<tbody>\n",
    );
    for rule in &report.rules {
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\">{} <span class=\"quiet\">{}</span></th><td>{}</td><td>{}</td><td>{:.0} %</td></tr>",
            escape(&rule.rule),
            escape(&rule.name),
            grouped(rule.findings),
            grouped(rule.pairs),
            rule.mean_confidence * 100.0
        );
    }
    body.push_str(CLOSE_TABLE);
    body.push_str("</section>\n");
}

fn write_trend(body: &mut String, trend: &Trend) {
    let _ = writeln!(body, "<section aria-labelledby=\"trend\">\n<h2 id=\"trend\">Since {}</h2>", escape(&trend.run));
    let (worse, better) = trend.worse_and_better;
    let mut said = format!(
        "{} in both runs, {} only now, {} only then. {} got worse, {} better.",
        counted(trend.in_both, "pair"),
        grouped(trend.only_now),
        grouped(trend.only_before),
        grouped(worse),
        grouped(better)
    );
    if let Some((new, gone)) = trend.new_and_gone {
        let _ = write!(said, " In pairs of both runs: {}, {} gone.", counted(new, "new finding"), grouped(gone));
    }
    let _ = writeln!(body, "<p>{}</p>\n<div class=\"charts\">", escape(&said));
    let categories = trend
        .figures
        .iter()
        .filter_map(|figure| Some((figure.name.strip_prefix("category ")?, figure.before, figure.now)));
    let categories: Vec<(&str, f64, f64)> = categories.collect();
    if !categories.is_empty() {
        body.push_str(&charts::then_and_now("changes", "Findings by category, then and now", &categories));
    }
    body.push_str(
        "<div class=\"scroll\"><table class=\"totals\"><thead><tr><th scope=\"col\">figure</th><th scope=\"col\">then</th>\
         <th scope=\"col\">now</th><th scope=\"col\">change</th></tr></thead>\n<tbody>\n",
    );
    for figure in trend.figures.iter().filter(|figure| !figure.name.starts_with("category ")) {
        let (name, before, now) = (escape(&figure.name), shown(figure.before), shown(figure.now));
        let change = if figure.change == 0.0 { "0".to_owned() } else { format!("{:+}", figure.change) };
        let _ =
            writeln!(body, "<tr><th scope=\"row\">{name}</th><td>{before}</td><td>{now}</td><td>{change}</td></tr>");
    }
    body.push_str("</tbody></table></div>\n</div>\n");
    for (title, moved) in [("Got worse", &trend.worse), ("Got better", &trend.better)] {
        write_moved(body, title, moved);
    }
    body.push_str("</section>\n");
}

/// A count with its thousands grouped, any other figure with its digits.
fn shown(figure: f64) -> String {
    if figure.fract() == 0.0 && figure >= 0.0 { grouped(figure as usize) } else { figure.to_string() }
}

fn write_moved(body: &mut String, title: &str, moved: &[Moved]) {
    if moved.is_empty() {
        return;
    }
    let _ = writeln!(
        body,
        "<details><summary>{title}: {}</summary>\n<table class=\"totals\"><thead><tr><th scope=\"col\">pair</th>\
         <th scope=\"col\">then</th><th scope=\"col\">now</th><th scope=\"col\">change</th></tr></thead>\n<tbody>",
        counted(moved.len(), "pair")
    );
    for pair in moved {
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\">{}</th><td>{:.1}</td><td>{:.1}</td><td>{:+.1}</td></tr>",
            escape(&pair.id),
            pair.before,
            pair.now,
            pair.change
        );
    }
    body.push_str("</tbody></table>\n</details>\n");
}
