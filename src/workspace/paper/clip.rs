//! What is published by way of the clipboard: the picture, its SVG, its events, what it says in words.

use std::collections::BTreeSet;

use crate::export::{self, Raster, Sight};
use crate::model::Sentence;

use super::super::Workspace;
use super::super::command::{Export, ExportFormat, PictureWish};
use super::super::files::{self, FileError};
use super::super::jobs::Answer;
use super::Studio;

/// A thing to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clip {
    /// As pixels.
    Picture,
    Svg,
    /// The events as a table that keeps its form where it is pasted.
    List,
    /// The picture in plain words.
    AltText,
    /// The events as a dated list with footnoted quotes.
    Chronology,
}

impl Clip {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Picture, Self::Svg, Self::List, Self::AltText, Self::Chronology];
}

/// What goes onto the clipboard.
#[derive(Debug, Clone, PartialEq)]
pub enum Clipping {
    Pixels(Raster),
    Text(String),
    /// A part of a page, and the same for those who take plain text alone.
    Page {
        html: String,
        text: String,
    },
}

/// What was asked to be copied, once it is made.
#[derive(Debug, Default)]
pub(in super::super) struct ClipDesk {
    made: Option<(Clip, Clipping)>,
}

impl Workspace {
    /// Makes something for the clipboard, without what is private.
    pub(in super::super) fn clip(&mut self, what: Clip, wish: PictureWish) {
        let studio = self.studio();
        self.jobs.work(move || {
            let made = studio.clip(what, wish);
            files::answer(made.map(|(clipping, said)| Answer::Clipped(what, clipping, said)))
        });
    }

    pub(in super::super) fn clipped(&mut self, what: Clip, clipping: Clipping, said: &[Sentence]) {
        self.doubt(said);
        self.clips.made = Some((what, clipping));
    }

    /// What was asked to be copied, once it is made.
    pub fn take_clipping(&mut self) -> Option<(Clip, Clipping)> {
        self.clips.made.take()
    }
}

impl Studio {
    fn clip(&self, what: Clip, picture: PictureWish) -> Result<(Clipping, Vec<Sentence>), FileError> {
        let private = self.store.run(|desk| Ok(desk.store()?.private_events()?))?;
        let private: BTreeSet<_> = private.into_iter().collect();
        let finished = self.finish(&picture, private)?;
        let format = if what == Clip::Svg { ExportFormat::Svg } else { ExportFormat::Markdown };
        let export = Export { format, to: None, force: false, public: false, originals: false, picture };
        let mut ready = self.ready(export, finished, None);
        let said = std::mem::take(&mut ready.said);
        let clipping = match what {
            Clip::Picture => Clipping::Pixels(export::raster(&ready.scene, ready.scale, Sight::Full)?),
            Clip::Svg => {
                let drawn = ready.rendered(None)?;
                Clipping::Text(String::from_utf8_lossy(&drawn.bytes).into_owned())
            }
            Clip::AltText => Clipping::Text(ready.scene.description.clone()),
            Clip::List | Clip::Chronology => ready.in_words(self.content()?, what)?,
        };
        Ok((clipping, said))
    }
}
