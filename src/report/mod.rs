//! How a verdict looks: on a terminal, as JSON, and the pages that explain the rules.

pub mod explain;
pub mod json;
pub mod safe;
pub mod terminal;
