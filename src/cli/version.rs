//! `wirelint --version`: the program, and what tells its lexicon and its confidence model from others.

use crate::check::confidence;
use crate::check::fingerprint::hash;
use crate::lexicon::files::{ENGLISH, entries};
use crate::rules::RULES;

/// Two programs that print the same find the same.
pub(super) fn page() -> String {
    let parts: Vec<&str> = ENGLISH.iter().flat_map(|(name, content)| [*name, *content]).collect();
    let count: usize = ENGLISH.iter().map(|(_, content)| entries(content)).sum();
    format!(
        "wirelint {}\nrules      {}\nlexicon    en {:016x}, {} files, {count} entries\nconfidence {:016x}\n",
        env!("CARGO_PKG_VERSION"),
        RULES.len(),
        hash(&parts),
        ENGLISH.len(),
        hash(&[confidence::BUILT_IN])
    )
}
