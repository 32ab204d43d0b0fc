//! Caseline: a timeline of events in country lanes, each tied to the words that support it.

pub mod intake;
pub mod model;
