//! The formats of a report, by name, and what writes each.

use crate::lexicon::Lexicon;
use crate::report::checked::Checked;
use crate::report::html::{self, Heading};
use crate::report::json::{JsonVerdict, Places};
use crate::report::safe::for_json;
use crate::report::terminal;

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Terminal,
    /// The findings as one JSON document.
    Json,
    /// A page for a browser: both texts side by side, the findings marked and listed.
    Html,
}

/// What a report depends on besides the findings.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Columns of the terminal.
    pub width: usize,
    /// The language of the candidates.
    pub lexicon: &'a Lexicon,
}

/// A report on checked pairs, in their order.
#[must_use]
pub fn render(format: Format, checked: &[Checked<'_>], look: &Look<'_>) -> String {
    let each = |one: fn(&Checked<'_>, &Look<'_>) -> String| checked.iter().map(|pair| one(pair, look)).collect();
    match format {
        Format::Terminal => each(|pair, look| {
            terminal::render(pair.verdict, pair.trusted(), pair.candidate.text, look.lexicon, look.width)
        }),
        Format::Json => each(|pair, _| {
            let places = Places::new(pair.trusted(), pair.candidate.text);
            let json = serde_json::to_string_pretty(&JsonVerdict::new(pair.verdict, &places)).unwrap_or_default();
            format!("{}\n", for_json(json))
        }),
        Format::Html => html::page(checked, &Heading::default()),
    }
}
