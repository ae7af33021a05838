//! Passages lost, added or unrelated.

pub(super) mod added;
pub(super) mod omitted;
pub(super) mod unrelated;
