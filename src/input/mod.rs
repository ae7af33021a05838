//! File formats to pairs.

pub mod files;
pub mod glossary;
pub mod markdown;
pub mod stream;
