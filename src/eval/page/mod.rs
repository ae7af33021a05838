//! Figures as one HTML page that needs nothing else: no network, no script; light and dark, on a phone and on paper.

mod plot;
mod tables;

use crate::eval::figures::Figures;
use crate::eval::sheets::sheets;
use crate::eval::show::{Case, Cases};
use crate::eval::table::about;
use crate::report::html::escape::escape;

const STYLE: &str = include_str!("style.css");

/// Renders figures, held against those of an earlier run where there is one, with lists of cases.
#[must_use]
pub fn render(figures: &Figures, base: Option<&Figures>, lists: &[Cases]) -> String {
    let mut sheets = sheets(figures, base).into_iter();
    let mut links = String::new();
    let mut body = String::new();
    if let Some(headline) = sheets.next() {
        body.push_str(&tables::cards(&headline));
    }
    body.push_str(&section("how", "How to read it", &mut links, &paragraphs(figures, base)));
    for sheet in sheets {
        let plot = if sheet.title == "Confidence" { plot::reliability(&figures.calibration) } else { String::new() };
        let content = format!("<p>{}</p>\n{plot}{}", escape(sheet.about), tables::table(&sheet));
        body.push_str(&section(&sheet.title.to_lowercase(), sheet.title, &mut links, &content));
    }
    for (at, list) in lists.iter().enumerate() {
        body.push_str(&section(&format!("cases-{}", at + 1), &list.title, &mut links, &listed(&list.cases)));
    }
    let version = escape(&figures.wirelint);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>wirelint: how right it is</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Skip to the figures</a>\n\
         <header>\n<h1>How right wirelint is</h1>\n<p>Version {version}</p>\n</header>\n\
         <nav aria-label=\"Sections\">\n<ul>\n{links}</ul>\n</nav>\n\
         <main id=\"main\">\n{body}</main>\n</body>\n</html>\n"
    )
}

/// A section, with a link to it.
fn section(id: &str, title: &str, links: &mut String, content: &str) -> String {
    let title = escape(title);
    links.push_str(&format!("<li><a href=\"#{id}\">{title}</a></li>\n"));
    format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n{content}</section>\n")
}

fn paragraphs(figures: &Figures, base: Option<&Figures>) -> String {
    about(figures, base).iter().map(|text| format!("<p>{}</p>\n", escape(text))).collect()
}

fn listed(cases: &[Case]) -> String {
    if cases.is_empty() {
        return "<p>None.</p>\n".to_owned();
    }
    let mut out = "<ol class=\"cases\">\n".to_owned();
    for case in cases {
        let marked = if case.words.is_empty() {
            "<mark class=\"gap\"><span class=\"hidden\">something is missing here</span></mark>".to_owned()
        } else {
            format!("<mark>{}</mark>", escape(&case.words))
        };
        let (what, before, behind) = (escape(&case.what), escape(&case.before), escape(&case.behind));
        out.push_str(&format!("<li>\n<p>{what}</p>\n<blockquote>{before}{marked}{behind}</blockquote>\n</li>\n"));
    }
    out.push_str("</ol>\n");
    out
}
