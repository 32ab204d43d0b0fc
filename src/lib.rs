//! Caseline: a timeline of events in country lanes, each tied to the words that support it.

pub mod model;
pub mod store;
