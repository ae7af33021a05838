//! wirelint checks machine-translated news against a trusted article on the same event.
//!
//! The modules stand in the order in which data flows; each uses only those above its own line:
//!
//! * `error`, `config`, `lexicon`: what can go wrong, what a caller decides, what is known of a language
//! * `text`: one text, read and cut up
//! * `extract`: the facts one text states
//! * `align`: the two texts side by side
//! * `rules`: what can be wrong, one rule a file
//! * `check`: from rules to a verdict
//! * `report`: how a verdict looks
//! * `input`: file formats to pairs
//! * `eval`: how right we are on texts whose errors are known
//! * `cli`: the command line
//!
//! Between an [`Input`] and its [`Verdict`] nothing reads files, clocks, the environment or random numbers, and nothing
//! prints: the same input and settings give the same bytes on any number of threads.

pub mod error;
pub mod config;
pub mod lexicon;
pub mod text;
pub mod extract;
pub mod align;
pub mod rules;
pub mod check;
pub mod report;
pub mod input;
pub mod eval;
pub mod cli;

pub use crate::check::{Checker, Input, Verdict};
