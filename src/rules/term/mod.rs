//! Terms that the desk writes otherwise.

pub(super) mod forbidden;
pub(super) mod written_otherwise;
pub(super) mod word_for_word;
pub(super) mod two_renderings;
