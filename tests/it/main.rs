//! All tests that look at Caseline from outside, in one program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed expectation is how a test speaks.

mod case_json;
mod store;
