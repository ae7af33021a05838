//! A run over many pairs: what is kept of each, the totals, the tables, the index.

pub mod charts;
pub mod findings;
pub mod index;
pub mod row;
pub mod tables;
pub mod totals;
pub mod trend;
