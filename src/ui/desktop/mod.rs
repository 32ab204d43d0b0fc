//! The window as one of many on a desktop: which files it opens and which open windows of their own, the window that shows
//! a case already, and what is chosen once for all cases.
//!
//! Deliberately absent: what is in the window.

mod life;
mod raise;
mod start;

pub use self::life::Life;
pub use self::start::Start;
