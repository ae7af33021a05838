//! Terms that the desk writes otherwise.

pub(super) mod forbidden;
pub(super) mod written_otherwise;
