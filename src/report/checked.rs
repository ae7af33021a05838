//! What every report is made from: a checked pair, and what its texts are called.

use crate::check::finding::Verdict;
use crate::check::suppression::Suppressed;

/// A text and its name.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The path as it was given, or "standard input".
    pub name: &'a str,
    /// The text that spans are places in.
    pub text: &'a str,
}

/// A checked pair as reports show it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The translation under test.
    pub candidate: Document<'a>,
    /// The trusted text, where there was one.
    pub reference: Option<Document<'a>>,
    /// What wirelint says of it, less what was suppressed.
    pub verdict: &'a Verdict,
    /// What would have been reported, and why it is not.
    pub suppressed: &'a [Suppressed],
}

impl Checked<'_> {
    /// The trusted text; empty where there was none.
    #[must_use]
    pub fn trusted(&self) -> &str {
        self.reference.map_or("", |reference| reference.text)
    }
}
