//! Layout: everything of a view with its place, and still without a colour or a word.
//!
//! ```text
//!  header │ axis: two rows of labels
//!  header │ sum strip
//!  header │ "Russia alone", a thin row
//!  header │ lanes …, the folded row, bodies
//!  header │ posts
//! ```

mod heaps;
mod hidden;
mod items;
mod named;
mod place;
mod plan;
mod posts;
mod rows;
mod threads;
mod ties;

pub use heaps::{Forms, Heap, HeapForm, Heights, ProfileStep};
pub use hidden::Hidden;
pub use items::{Item, ItemTime, MarkSizes, height, radius};
pub use named::{Shown, events_in};
pub use place::lay_out;
pub use plan::{Area, Layout, Picture, PinPlace, Spacing, StripPlace};
pub use posts::{Candidacy, Outcome, PostPlace, Tenure, Vacancy};
pub use rows::{Row, RowKind};
pub use threads::{StopPlace, ThreadPart, ThreadPlace, held_line, nominated_line};
pub use ties::{Bracket, Pair, Reply};
