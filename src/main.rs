//! Caseline's entrance: arguments go to the command line, and what is left of them to the window.

use std::process::ExitCode;

use caseline::cli::{self, Asked};
use caseline::ui;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Asked::Done(code) => code,
        Asked::Window(files) => match ui::open(&files) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::no_window(&error.to_string(), &files),
        },
    }
}
