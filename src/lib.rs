//! Caseline: a timeline of events in country lanes, each tied to the words that support it.

pub mod cli;
pub mod export;
pub mod intake;
pub mod model;
pub mod scene;
pub mod store;
pub mod timeline;
pub mod ui;
pub mod workspace;
