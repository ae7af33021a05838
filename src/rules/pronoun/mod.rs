//! Pronouns.

pub(super) mod gender;
