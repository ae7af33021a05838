//! Where a report goes and in what format: standard output, files, several in one run.

use crate::cli::{print, width};
use crate::lexicon::Lexicon;
use crate::report::checked::Checked;
use crate::report::format::{Format, Look, render};

#[derive(clap::Args, Debug)]
pub(super) struct OutputArguments {
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

impl OutputArguments {
    /// Writes every report that was asked for.
    pub(super) fn write(&self, checked: &[Checked<'_>], lexicon: &Lexicon) -> anyhow::Result<()> {
        print(&render(self.format, checked, &Look { width: width(), lexicon }))
    }
}
