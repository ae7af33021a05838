//! The reliability diagram: what findings claim against the share of them that is right, as SVG.

use std::fmt::Write as _;

use crate::eval::figures::TenthFigures;

/// The plot's side, and the room around it for the axes, in the units of the drawing.
const SIDE: f64 = 400.0;
const LEFT: f64 = 56.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 56.0;
const RIGHT: f64 = 24.0;

/// Radius of the smallest point, and what the largest has more.
const LEAST: f64 = 3.0;
const MORE: f64 = 9.0;

/// Draws the tenths that have findings; nothing where there are none.
pub(super) fn reliability(tenths: &[TenthFigures]) -> String {
    let points: Vec<(&TenthFigures, f64, f64)> =
        tenths.iter().filter_map(|tenth| Some((tenth, tenth.confidence.value?, tenth.share.value?))).collect();
    if points.is_empty() {
        return String::new();
    }
    let (width, height) = (LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM);
    let described = description(&points);
    let mut svg = format!(
        "<figure>\n<svg class=\"plot\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"plot-title plot-description\" xmlns=\"http://www.w3.org/2000/svg\">\n\
         <title id=\"plot-title\">Claimed confidence against the share of findings that is right</title>\n\
         <desc id=\"plot-description\">{described}</desc>\n"
    );
    axes(&mut svg);
    let most = points.iter().map(|(tenth, ..)| tenth.found).max().unwrap_or(1).max(1) as f64;
    for (tenth, claimed, right) in &points {
        point(&mut svg, tenth, (*claimed, *right), most);
    }
    svg.push_str(
        "</svg>\n<figcaption>A point is the findings of a tenth of confidence; the larger it is, the more there are. On \
         the dashed line, claims are true; above it, more is right than claimed. Bars are 95 % intervals.</figcaption>\n\
         </figure>\n",
    );
    svg
}

fn description(points: &[(&TenthFigures, f64, f64)]) -> String {
    let one = |(tenth, claimed, right): &(&TenthFigures, f64, f64)| {
        let findings = if tenth.found == 1 { "finding claims" } else { "findings claim" };
        format!("{} {findings} {:.0} % and {:.0} % are right", tenth.found, 100.0 * claimed, 100.0 * right)
    };
    format!("{}.", points.iter().map(one).collect::<Vec<_>>().join("; "))
}

fn x(share: f64) -> f64 {
    LEFT + SIDE * share
}

fn y(share: f64) -> f64 {
    TOP + SIDE * (1.0 - share)
}

fn axes(svg: &mut String) {
    for step in 0..=5 {
        let share = f64::from(step) / 5.0;
        let (across, up) = (x(share), y(share));
        let percent = 20 * step;
        let _ = write!(
            svg,
            "<path class=\"grid\" d=\"M{across:.1} {TOP}V{:.1}M{LEFT} {up:.1}H{:.1}\"/>\n\
             <text x=\"{across:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{percent}</text>\n\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{percent}</text>\n",
            TOP + SIDE,
            LEFT + SIDE,
            TOP + SIDE + 20.0,
            LEFT - 8.0,
            up + 5.0,
        );
    }
    let (middle_x, middle_y) = (x(0.5), y(0.5));
    let _ = write!(
        svg,
        "<path class=\"diagonal\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/>\n\
         <text x=\"{middle_x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">claimed %</text>\n\
         <text x=\"14\" y=\"{middle_y:.1}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {middle_y:.1})\">right %</text>\n",
        x(0.0),
        y(0.0),
        x(1.0),
        y(1.0),
        TOP + SIDE + 44.0,
    );
}

/// A point of an area that grows with its findings, with the bar of its interval.
fn point(svg: &mut String, tenth: &TenthFigures, (claimed, right): (f64, f64), most: f64) {
    let radius = LEAST + MORE * (tenth.found as f64 / most).sqrt();
    let (across, up) = (x(claimed), y(right));
    if let Some((low, high)) = tenth.share.low.zip(tenth.share.high) {
        let (from, to) = (y(low), y(high));
        let _ = writeln!(
            svg,
            "<path class=\"bar\" d=\"M{across:.1} {from:.1}V{to:.1}M{:.1} {from:.1}h8M{:.1} {to:.1}h8\"/>",
            across - 4.0,
            across - 4.0,
        );
    }
    let (from, to, found) = (tenth.from, tenth.from + 0.1, tenth.found);
    let (claimed, right) = (100.0 * claimed, 100.0 * right);
    let _ = writeln!(
        svg,
        "<circle cx=\"{across:.1}\" cy=\"{up:.1}\" r=\"{radius:.1}\"><title>{from:.1} to {to:.1}: {found} found, \
         {claimed:.0} % claimed, {right:.0} % right</title></circle>"
    );
}
