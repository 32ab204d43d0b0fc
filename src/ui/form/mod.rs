//! What is written beside the timeline: one event, several at once, lanes, kinds and entities.
//!
//! Deliberately absent: storing anything. A form reads the workspace and returns commands; what is typed is its own
//! until then.

mod case;
mod draft;
mod event;
mod field;
mod links;
mod parts;
mod people;
mod pick;
mod quotes;
mod several;
mod view;
mod writing;

pub use self::draft::understood;
pub use self::event::date_said;
pub use self::field::{Page, choose, dress, heading, line, lines, name, quiet, row, say, short, tick};
pub use self::pick::{Choice, events as offer_events, focus_pick, offer_kinds, pick};
pub use self::view::FormView;
