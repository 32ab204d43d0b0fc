//! The window: it shows a [`crate::workspace::Workspace`] and sends it commands.
//!
//! The only room that knows egui. Deliberately absent: reading and writing, and deciding anything.

mod window;

use std::path::PathBuf;

use crate::workspace::Outside;

use self::window::Window;

/// Why there is no window; never a library's own words, which may hold paths of the machine that built it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoWindow {
    #[error("the display cannot be used")]
    Display,
    #[error("the display has no OpenGL that a window could be drawn with")]
    Graphics,
    #[error("{0}")]
    Outside(String),
}

/// Shows files in a window until it is closed; nothing is opened or locked before there is one.
///
/// # Errors
/// Says why there can be no window.
pub fn open(files: Vec<PathBuf>) -> Result<(), NoWindow> {
    let outside = Outside::from_environment().map_err(NoWindow::Outside)?;
    let options = eframe::NativeOptions::default();
    let made = eframe::run_native(
        "Caseline",
        options,
        Box::new(|context| Ok(Box::new(Window::new(&context.egui_ctx, outside, files)))),
    );
    made.map_err(|error| {
        log::error!("{error}");
        match error {
            eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
                NoWindow::Graphics
            }
            _ => NoWindow::Display,
        }
    })
}
