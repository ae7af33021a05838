//! How a verdict looks: on a terminal, as JSON, as a page, and the pages that explain the rules.

pub mod batch;
pub mod checked;
pub mod explain;
pub mod format;
pub mod harm;
pub mod html;
pub mod json;
pub mod safe;
pub mod terminal;
