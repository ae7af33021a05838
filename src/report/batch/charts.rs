//! The drawings of the index as SVG: bars, a distribution, then and now. Each says in words what it shows.

use std::fmt::Write as _;

use crate::report::batch::totals::Bin;
use crate::report::html::escape::escape;
use crate::report::html::shell::grouped;

/// Sizes in the units of the drawing.
const WIDTH: f64 = 460.0;
const LABEL: f64 = 110.0;
const NUMBER: f64 = 70.0;
const ROW: f64 = 26.0;
const PLOT: f64 = 190.0;

/// Horizontal bars, one a row.
#[must_use]
pub fn bars(id: &str, title: &str, rows: &[(&str, usize)]) -> String {
    let said: Vec<String> = rows.iter().map(|(label, count)| format!("{label} {count}")).collect();
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1) as f64;
    let mut svg = head(id, title, &format!("{}.", said.join(", ")), ROW * rows.len() as f64 + 4.0);
    for (at, (label, count)) in rows.iter().enumerate() {
        let top = ROW * at as f64 + 4.0;
        let width = (WIDTH - LABEL - NUMBER) * *count as f64 / most;
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\
             <rect class=\"bar\" x=\"{LABEL}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"18\" rx=\"2\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            LABEL - 8.0,
            top + 14.0,
            escape(label),
            LABEL + width + 6.0,
            top + 14.0,
            grouped(*count),
        );
    }
    foot(svg, title)
}

/// How many pairs have which quality.
#[must_use]
pub fn distribution(id: &str, title: &str, bins: &[Bin]) -> String {
    let filled = bins.iter().filter(|bin| bin.pairs > 0);
    let said: Vec<String> = filled.map(|bin| format!("{} to {}: {}", bin.from, bin.to, bin.pairs)).collect();
    let most = bins.iter().map(|bin| bin.pairs).max().unwrap_or(0).max(1) as f64;
    let mut svg = head(id, title, &format!("Pairs by quality, {}.", said.join(", ")), PLOT + 46.0);
    let (left, top) = (12.0, 18.0);
    let width = (WIDTH - 2.0 * left) / bins.len().max(1) as f64;
    for (at, bin) in bins.iter().enumerate() {
        let (x, height) = (left + width * at as f64, PLOT * bin.pairs as f64 / most);
        let y = top + PLOT - height;
        let _ = writeln!(
            svg,
            "<rect class=\"bar\" x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{height:.1}\"><title>{} to {}: {}</title></rect>",
            x + 1.0,
            width - 2.0,
            bin.from,
            bin.to,
            grouped(bin.pairs),
        );
        if bin.pairs > 0 {
            let middle = x + width / 2.0;
            let _ = writeln!(
                svg,
                "<text class=\"small\" x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
                y - 4.0,
                grouped(bin.pairs)
            );
        }
    }
    let base = top + PLOT;
    let _ = writeln!(svg, "<path class=\"axis\" d=\"M{left} {base}H{:.1}\"/>", WIDTH - left);
    for quality in [0, 20, 40, 60, 80, 100] {
        let x = left + (WIDTH - 2.0 * left) * f64::from(quality) / 100.0;
        let _ = writeln!(svg, "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{quality}</text>", base + 18.0);
    }
    foot(svg, title)
}

/// Two bars a row: then as an outline, now filled.
#[must_use]
pub fn then_and_now(id: &str, title: &str, rows: &[(&str, f64, f64)]) -> String {
    let said: Vec<String> = rows.iter().map(|(label, then, now)| format!("{label} {then} then, {now} now")).collect();
    let most = rows.iter().fold(1.0_f64, |most, (_, then, now)| most.max(*then).max(*now));
    let height = 2.0 * ROW;
    let mut svg = head(id, title, &format!("{}.", said.join("; ")), height * rows.len() as f64 + 4.0);
    let scale = (WIDTH - LABEL - NUMBER) / most;
    for (at, (label, then, now)) in rows.iter().enumerate() {
        let top = height * at as f64 + 4.0;
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LABEL - 8.0,
            top + 24.0,
            escape(label)
        );
        for (class, value, y, word) in [("then", *then, top, "then"), ("bar", *now, top + 20.0, "now")] {
            let width = scale * value;
            let _ = writeln!(
                svg,
                "<rect class=\"{class}\" x=\"{LABEL}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"16\" rx=\"2\"/>\
                 <text class=\"small\" x=\"{:.1}\" y=\"{:.1}\">{} {word}</text>",
                LABEL + width + 6.0,
                y + 12.5,
                grouped(value.max(0.0) as usize),
            );
        }
    }
    foot(svg, title)
}

fn head(id: &str, title: &str, description: &str, height: f64) -> String {
    let (title, description) = (escape(title), escape(description));
    format!(
        "<figure>\n<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" \
         xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"{id}-t\">{title}</title>\n<desc id=\"{id}-d\">{description}</desc>\n"
    )
}

fn foot(svg: String, title: &str) -> String {
    format!("{svg}</svg>\n<figcaption>{}</figcaption>\n</figure>\n", escape(title))
}
