//! The clipboard as a page: what was copied in a browser lies there as HTML too, beside the plain text that a paste
//! brings. Whoever owns the clipboard may take long to answer, so it is asked on a thread of its own.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use egui::Context;

use crate::workspace::Pasted;

/// Gives what the clipboard holds as HTML.
pub type ReadHtml = fn() -> Option<String>;

/// What is being pasted.
#[derive(Debug, Default)]
pub struct Clipboard {
    /// Without one, the plain text is all.
    read: Option<ReadHtml>,
    /// The text that was pasted, while it is asked for its page.
    asked: Option<(String, Receiver<Option<String>>)>,
}

impl Clipboard {
    /// The clipboard that is read in this way.
    pub fn by(read: ReadHtml) -> Self {
        Self { read: Some(read), asked: None }
    }

    /// A text was pasted: asks whether there is a page to it.
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
    pub fn answer(&mut self) -> Option<Pasted> {
        let (_, asked) = self.asked.as_ref()?;
        let html = match asked.try_recv() {
            Ok(html) => html,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        let (text, _) = self.asked.take()?;
        Some(Pasted { text, html })
    }
}

/// The system's clipboard.
pub fn html() -> Option<String> {
    arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().html()).ok()
}
