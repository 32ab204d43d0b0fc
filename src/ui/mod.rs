//! The window: it shows a [`crate::workspace::Workspace`] and sends it commands.
//!
//! The only room that knows egui. Deliberately absent: reading and writing, and deciding anything: panels read the
//! workspace and return commands.

mod arrange;
mod article;
mod bars;
mod desktop;
mod files;
mod filters;
mod form;
mod help;
mod keys;
mod lanes;
mod look;
mod menu;
mod motion;
mod overview;
mod paint;
mod panes;
mod pending;
mod phrases;
mod publish;
mod reading;
mod reckoning;
mod review;
mod search;
mod table;
mod tools;
mod window;

use std::path::PathBuf;

use eframe::{EventLoopBuilderHook, NativeOptions};
use egui::ViewportBuilder;

use crate::workspace::{Outside, begin_log};

pub use self::files::{Held, ReadClipboard};
pub use self::look::dress;
pub use self::menu::{Action, Entry, MENUS, Menu, Needs, entries};
pub use self::paint::paint;
use self::window::Begun;
pub use self::window::Window;

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

/// Shows files in a window until it is closed; nothing is opened or locked before a display has answered.
///
/// # Errors
/// Says why there can be no window.
pub fn open(files: &[PathBuf]) -> Result<(), NoWindow> {
    let outside = Outside::from_environment().map_err(NoWindow::Outside)?;
    let (start, claim) = desktop::Start::of(files, &outside);
    start.open_others();
    if start.is_served {
        return Ok(());
    }
    let files = start.here;
    begin_log(&outside);
    let viewport = desktop::Life::new(&outside)
        .viewport(ViewportBuilder::default())
        .with_app_id("caseline")
        .with_title("Caseline")
        .with_min_inner_size([640.0, 400.0]);
    let options = NativeOptions {
        viewport,
        event_loop_builder: prefer_x11(),
        centered: true,
        ..NativeOptions::default()
    };
    // There is a claim where a display answered.
    let begun =
        if claim.is_some() { Begun::beside(&outside, &files) } else { Begun::later(&outside, &files) };
    let made = eframe::run_native(
        "Caseline",
        options,
        Box::new(|context| {
            let mut window = Window::on_desktop(&context.egui_ctx, &outside, begun.workspace(), claim);
            window.read_clipboard_by(files::system_clipboard);
            window.write_html_by(publish::html);
            Ok(Box::new(window))
        }),
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

/// X11 where it is offered: under Wayland no files can be dropped (contract 16).
#[cfg(all(unix, not(target_os = "macos")))]
fn prefer_x11() -> Option<EventLoopBuilderHook> {
    use winit::platform::x11::EventLoopBuilderExtX11;

    on_x11().unwrap_or(false).then(|| -> EventLoopBuilderHook {
        Box::new(|builder| {
            builder.with_x11();
        })
    })
}

/// Whether the window stands on X11 rather than Wayland; `None` where neither is a matter.
fn on_x11() -> Option<bool> {
    let offered = || std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty());
    cfg!(all(unix, not(target_os = "macos"))).then(offered)
}

/// Elsewhere there is nothing to choose.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn prefer_x11() -> Option<EventLoopBuilderHook> {
    None
}
