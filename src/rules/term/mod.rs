//! Terms that the desk writes otherwise.

pub(super) mod forbidden;
pub(super) mod written_otherwise;
pub(in crate::rules) mod word_for_word;
pub(super) mod two_renderings;
