//! The one table of commands, and what is made from it: menus, tooltips, keys, the sheet (F1) and the palette.
//!
//! An [`Action`] names what a user can do; `table.rs` gives it words, keys and a menu. Deliberately absent: doing it;
//! that is `ui/keys.rs` and the panels it calls.

mod action;
mod bar;
mod chooser;
mod desk;
mod finding;
mod palette;
mod sheet;
mod table;
mod written;

pub use self::action::{
    Action, AxisAction, DeskAction, FileAction, FindAction, HistoryAction, LanesAction, ReviewAction,
    ViewAction, WalkAction, WindowAction, WriteAction,
};
pub use self::bar::{Standing, bar, lines};
pub use self::chooser::{Choice, Chooser, Item};
pub use self::palette::CommandPalette;
pub use self::sheet::ShortcutSheet;
pub use self::table::{Entry, MENUS, Menu, Needs, VIEWS, entries, keys_of, pressed, tip};
