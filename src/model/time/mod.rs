//! Time: seconds on the axis, dates as sources give them, and both in words.

mod spoken;
mod stamp;
mod when;

pub use spoken::{spoken_date, spoken_event};
pub use stamp::{Span, Stamp};
pub use when::{End, Parts, Precision, When, WhenError};
