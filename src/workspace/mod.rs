//! The running work.
mod picture;
pub use picture::{Canvas, Drawn, PictureDesk, Request, sieve_of};
