//! All integration tests in one binary, so that egui links once.

// Helpers of tests are not covered by `allow-*-in-tests`: a failed expectation in them is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod anchoring;
mod article_files;
mod articles;
mod bad_input;
mod case_json;
mod cli;
mod crowd;
mod crowded;
mod dates;
mod desktop;
mod dragged;
mod edits;
mod evidence;
mod extract;
mod filter;
mod generate;
mod golden;
mod house;
mod intake;
mod killed;
mod list;
mod marks;
mod old;
mod packaging;
mod pending;
mod picture;
mod program;
mod publish;
mod publish_forms;
mod random_edits;
mod reading;
mod reckoning;
mod review;
mod rights;
mod samples;
mod saving;
mod screen;
mod shown;
mod store;
mod upkeep;
mod walk;
mod window;
mod window_articles;
mod window_commands;
mod window_desk;
mod window_files;
mod window_filters;
mod window_forms;
mod window_reckoning;
mod window_table;
mod window_views;
mod workspace;
