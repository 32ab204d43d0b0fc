//! Publishing: what a picture is to be like on paper, and what else leaves the house with it.
//!
//! Deliberately absent: drawing, which is the scene's, and the forms of files, which are the exporter's.

mod borrow;
mod carried;
mod doubts;
mod facts;
mod finish;
mod preset;
mod settings;

pub use facts::{PictureFacts, picture_facts};
pub use preset::{PRESETS, Preset, sheet_of};
pub use settings::{Part, Settings};

pub(super) use borrow::Borrowed;
pub(super) use carried::public_view;
pub(super) use doubts::doubts_of_title;
pub(super) use finish::{Ready, Sheet};
