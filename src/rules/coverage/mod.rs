//! Passages lost or unrelated.

pub(super) mod omitted;
pub(super) mod unrelated;
