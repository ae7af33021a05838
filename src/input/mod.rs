//! File formats to pairs.

pub mod configuration;
pub mod files;
pub mod glossary;
pub mod judge;
pub mod manifest;
pub mod markdown;
pub mod paths;
pub mod stream;
