//! Sentences and words joined or cut wrongly.

pub(super) mod broken_sentence;
pub(super) mod glued_sentences;
pub(super) mod glued_words;
pub(super) mod impossible_pair;
pub(super) mod misplaced_mark;
pub(super) mod missing_stop;
pub(super) mod orphan_fragment;
pub(super) mod repeated_phrase;
pub(super) mod small_start;
pub(super) mod space_before;
pub(super) mod split_word;
pub(super) mod stray_mark;
pub(super) mod unbalanced_quote;
pub(super) mod unpaired_bracket;
