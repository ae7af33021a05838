//! Text in another language than the candidate's.

pub(super) mod untranslated;
pub(super) mod wrong_article;
pub(super) mod wrong_language;
pub(super) mod wrong_form;
pub(super) mod disagreement;
pub(super) mod doubled_link;
pub(super) mod echo;
pub(super) mod damaged_encoding;
