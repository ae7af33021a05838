//! Words that are no words.

pub(super) mod lost_letter;
pub(super) mod unknown_word;
pub(super) mod confused_word;
pub(super) mod mixed_varieties;
