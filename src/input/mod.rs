//! File formats to pairs.

pub mod files;
pub mod glossary;
pub mod manifest;
pub mod markdown;
pub mod stream;
