//! What was made for the clipboard, put onto it. Pixels and text go by way of egui; what keeps its form where it is
//! pasted goes to the system's clipboard, on a thread of its own, for its owner may be slow.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

use egui::{ColorImage, Context};

use crate::model::{Sentence, Words};
use crate::workspace::{Clip, Clipping, Notice, Workspace};

/// Puts a part of a page onto the clipboard, with the same as plain text.
pub type WriteHtml = fn(html: String, text: String) -> Result<(), Sentence>;

/// The way to the clipboard.
#[derive(Debug)]
pub struct Clippings {
    /// Without one, the plain text is all that is copied.
    write: Option<WriteHtml>,
    back: Sender<Result<Clip, Sentence>>,
    done: Receiver<Result<Clip, Sentence>>,
}

impl Default for Clippings {
    fn default() -> Self {
        let (back, done) = channel();
        Self { write: None, back, done }
    }
}

impl Clippings {
    /// Writes pages in this way.
    pub fn write_html_by(&mut self, write: WriteHtml) {
        self.write = Some(write);
    }

    /// Puts what was made onto the clipboard, and tells of it.
    pub fn take(&self, workspace: &mut Workspace, ctx: &Context) -> Vec<Notice> {
        if let Some((what, clipping)) = workspace.take_clipping() {
            self.put(what, clipping, ctx);
        }
        let words = workspace.words();
        let told = |done: Result<Clip, Sentence>| match done {
            Ok(what) => Notice::done(words.word(said(what))),
            Err(why) => Notice::doubt(why.spoken(words.as_ref())),
        };
        self.done.try_iter().map(told).collect()
    }

    fn put(&self, what: Clip, clipping: Clipping, ctx: &Context) {
        match clipping {
            Clipping::Pixels(raster) => {
                ctx.copy_image(ColorImage::from_rgba_unmultiplied(
                    [raster.width, raster.height],
                    &raster.pixels,
                ));
            }
            Clipping::Text(text) => ctx.copy_text(text),
            Clipping::Page { html, text } => match self.write {
                Some(write) => return self.write(write, what, html, text, ctx),
                None => ctx.copy_text(text),
            },
        }
        // The receiver is this value's own.
        let _ = self.back.send(Ok(what));
        ctx.request_repaint();
    }

    fn write(&self, write: WriteHtml, what: Clip, html: String, text: String, ctx: &Context) {
        let (back, wake) = (self.back.clone(), ctx.clone());
        let thread = Builder::new().name("clipboard".to_owned()).spawn(move || {
            // The window may be gone by then.
            let _ = back.send(write(html, text).map(|()| what));
            wake.request_repaint();
        });
        if let Err(error) = thread {
            let _ = self.back.send(Err(Sentence::new("clipboard-no-thread").text("why", error.to_string())));
        }
    }
}

/// Key of the words that say that it was copied.
fn said(what: Clip) -> &'static str {
    match what {
        Clip::Picture => "copied-picture",
        Clip::Svg => "copied-svg",
        Clip::List => "copied-list",
        Clip::AltText => "copied-alt",
        Clip::Chronology => "copied-chronology",
    }
}

/// The system's clipboard.
///
/// # Errors
/// Says why it took nothing.
pub fn html(html: String, text: String) -> Result<(), Sentence> {
    let failed =
        |error: arboard::Error| Sentence::new("clipboard-took-nothing").text("why", error.to_string());
    let mut clipboard = arboard::Clipboard::new().map_err(failed)?;
    clipboard.set().html(html, Some(text)).map_err(failed)
}
