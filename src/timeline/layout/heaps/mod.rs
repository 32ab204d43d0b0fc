//! What of a row is drawn mark by mark, and what is heaped up: asked of the index in stretches of time, never event by
//! event where these are many.
//!
//! Deliberately absent: places of single marks (`items.rs`), colours, words.

mod cells;
mod forms;
mod grid;
mod heap;
mod memo;
mod profile;

pub use cells::{Field, RowLanes, sort};
pub use heap::{Heap, HeapForm, Heights, ProfileStep};
pub use memo::Forms;
