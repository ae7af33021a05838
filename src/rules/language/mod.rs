//! Text in another language than the candidate's.

pub(super) mod untranslated;
pub(super) mod wrong_article;
pub(super) mod wrong_language;
