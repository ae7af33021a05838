//! How a verdict looks: on a terminal, as JSON, and the pages that explain the rules.

pub mod checked;
pub mod diff;
pub mod explain;
pub mod format;
pub mod json;
pub mod safe;
pub mod terminal;
