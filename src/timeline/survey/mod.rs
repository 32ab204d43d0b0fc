//! The survey: all of a view that does not depend on what part of the axis is in sight, found in one walk over the
//! marks, and kept up to date after an edit without another one.

mod after;
mod whole;

pub use whole::{Question, Standing, Survey};
