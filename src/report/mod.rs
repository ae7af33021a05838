//! How a verdict looks: on a terminal, as a page, in the formats of other tools, and the pages that explain the rules.

pub mod batch;
pub mod checked;
pub mod checkstyle;
pub mod concise;
pub mod diff;
pub mod explain;
pub mod format;
pub mod github;
pub mod gitlab;
pub mod harm;
pub mod html;
pub mod json;
pub mod junit;
pub mod level;
pub mod markdown;
pub mod path;
pub mod region;
pub mod safe;
pub mod sarif;
pub mod sheet;
pub mod terminal;
