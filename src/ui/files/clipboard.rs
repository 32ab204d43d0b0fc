//! The clipboard beyond plain text: what was copied in a browser lies there as a page, what was copied in a file
//! manager as files. Whoever owns the clipboard may take long to answer, so it is asked on a thread of its own.
//!
//! A paste brings only text, and where the clipboard holds none, nothing at all: then the key that was pressed for it is
//! known by being let go.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use egui::{Context, Event, Key};

use crate::workspace::Pasted;

/// What the clipboard holds beside plain text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Held {
    #[default]
    Nothing,
    /// HTML.
    Page(String),
    Files(Vec<PathBuf>),
}

/// Looks into the clipboard.
pub type ReadClipboard = fn() -> Held;

/// What a paste came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Brought {
    Words(Pasted),
    Files(Vec<PathBuf>),
    Nothing,
}

/// Seconds after which a key for paste that is let go was not pressed with Ctrl.
const WITH_CTRL: f64 = 1.0;

/// What is being pasted.
#[derive(Debug, Default)]
pub struct Clipboard {
    /// Without one, the plain text is all.
    read: Option<ReadClipboard>,
    /// The text that was pasted, which may be none, while it is asked for what else there is.
    asked: Option<(String, Receiver<Held>)>,
    keys: Keys,
}

impl Clipboard {
    /// Looks into the clipboard in this way from now on.
    pub fn read_by(&mut self, read: ReadClipboard) {
        self.read = Some(read);
    }

    /// A text was pasted, or none: asks what else there is.
    pub fn ask(&mut self, text: String, ctx: &Context) {
        let (answer, asked) = channel();
        self.asked = Some((text, asked));
        let Some(read) = self.read else { return };
        let wake = ctx.clone();
        let thread = Builder::new().name("clipboard".to_owned()).spawn(move || {
            // The window may be gone by then.
            let _ = answer.send(read());
            wake.request_repaint();
        });
        if let Err(error) = thread {
            log::warn!("the clipboard is not asked for a page: {error}");
        }
    }

    /// What was pasted, once that is known.
    pub fn answer(&mut self) -> Option<Brought> {
        let (_, asked) = self.asked.as_ref()?;
        let held = match asked.try_recv() {
            Ok(held) => held,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Held::Nothing,
        };
        let (text, _) = self.asked.take()?;
        Some(match held {
            // File managers copy the names as text, too.
            Held::Files(files) if text.lines().all(is_path) => Brought::Files(files),
            Held::Nothing if is_paths(&text) => Brought::Files(text.lines().map(PathBuf::from).collect()),
            Held::Page(html) => Brought::Words(Pasted { text, html: Some(html) }),
            _ if text.is_empty() => Brought::Nothing,
            _ => Brought::Words(Pasted { text, html: None }),
        })
    }

    /// Whether the keys for paste were pressed and brought no text; once a frame.
    pub fn brought_nothing(&mut self, ctx: &Context) -> bool {
        self.keys.brought_nothing(ctx) && self.read.is_some()
    }
}

/// Whether a text is nothing but whole paths, a line each: someone copied where a file lies.
pub fn is_paths(text: &str) -> bool {
    text.starts_with('/') && text.lines().all(|line| line.starts_with('/') && line.trim() == line)
}

/// Whether a line names a file.
fn is_path(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('/') || line.starts_with("file://")
}

/// The key for paste: a frame sees it pressed only where it is not one for paste, and let go in both cases.
#[derive(Debug, Default)]
struct Keys {
    is_down: bool,
    has_pasted: bool,
    /// When Ctrl was held last, in seconds.
    ctrl: Option<f64>,
}

impl Keys {
    fn brought_nothing(&mut self, ctx: &Context) -> bool {
        ctx.input(|input| {
            if input.modifiers.command {
                self.ctrl = Some(input.time);
            }
            let mut in_vain = false;
            for event in &input.events {
                match event {
                    Event::ModifiersChanged(held) if held.command => self.ctrl = Some(input.time),
                    Event::Paste(_) | Event::PasteImage(_) => self.has_pasted = true,
                    Event::Key { key: Key::V | Key::Paste, pressed: true, .. } => self.is_down = true,
                    Event::Key { key: Key::V | Key::Paste, pressed: false, .. } => {
                        let with_ctrl = self.ctrl.is_some_and(|ctrl| input.time - ctrl <= WITH_CTRL);
                        in_vain |= with_ctrl && !self.is_down && !self.has_pasted;
                        (self.is_down, self.has_pasted) = (false, false);
                    }
                    _ => {}
                }
            }
            in_vain
        })
    }
}

/// The system's clipboard.
pub fn system() -> Held {
    let Ok(mut clipboard) = arboard::Clipboard::new() else { return Held::Nothing };
    let files = clipboard.get().file_list().unwrap_or_default();
    if !files.is_empty() {
        return Held::Files(files);
    }
    clipboard.get().html().map(Held::Page).unwrap_or_default()
}
