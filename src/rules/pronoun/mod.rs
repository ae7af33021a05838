//! Pronouns.

pub(super) mod gender;
pub(super) mod against_title;
