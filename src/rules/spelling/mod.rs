//! Words that are no words.

pub(super) mod unknown_word;
