//! Caseline: a timeline of events in country lanes, each tied to the words that support it.
//!
//! The rooms of the house, from files to pictures: [`intake`] and [`store`] fill the [`model`], [`timeline`] says where a
//! thing falls, [`scene`] what is drawn, [`export`] and [`ui`] onto which surface; [`workspace`] holds them together, and
//! [`cli`] is its face without a window.
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod cli;
pub mod export;
pub mod intake;
pub mod model;
pub mod scene;
pub mod store;
pub mod timeline;
pub mod ui;
mod words;
pub mod workspace;
