//! The picture of the window: what is drawn, with the words that are there.

use std::collections::BTreeSet;

use crate::export::{BorrowedFace, borrow_faces};
use crate::model::{Article, Event, EventId};
use crate::scene::{Cards, lacking};
use crate::timeline::{Layout, Stretch};

use super::cache::Cache;
use super::jobs::Answer;
use super::picture::{Canvas, Drawn, Request};
use super::{Case, Workspace};

impl Workspace {
    /// The picture of the case as it is looked at now; words that are not there yet are asked for.
    pub fn draw(&mut self, canvas: Canvas) -> Drawn {
        let stretches = self.stretches.clone();
        self.draw_on(canvas, &stretches)
    }

    /// The same on another axis, as on the way to the one that was asked for.
    pub fn draw_on(&mut self, canvas: Canvas, stretches: &[Stretch]) -> Drawn {
        let (columns, revision) = self.drawn_columns();
        let cards = CaseCards { cache: &self.cache, case: &self.case };
        let drawn = self.picture.draw(&Request {
            columns: &columns,
            revision,
            view: &self.view,
            stretches,
            ids: &self.case.ids,
            cards: &cards,
            cards_revision: self.cache.revision(),
            words: self.words.as_ref(),
            selected: self.selection.first,
            logo: None,
            page: None,
            canvas,
        });
        if !canvas.paper {
            self.axis = Some(drawn.layout.axis.clone());
        }
        self.ask_survey();
        self.want(in_sight(&drawn.layout));
        if !canvas.paper {
            self.look_through();
            self.prepare_filters();
        }
        drawn
    }

    /// From now on faces of the system are looked for where text has letters that the bundled ones lack: for a
    /// window; pictures see to it themselves.
    pub fn lend_faces(&mut self) {
        self.letters.lends = true;
    }

    /// Faces for all letters that were met so far, once they have been read anew.
    pub fn take_faces(&mut self) -> Option<Vec<BorrowedFace>> {
        self.letters.faces.take()
    }

    /// Looks at letters that are going to be shown, each once.
    pub(super) fn meet<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let letters = &mut self.letters;
        if !letters.lends {
            return;
        }
        let met = texts.into_iter().flat_map(str::chars).filter(|c| !c.is_ascii() && !c.is_control());
        let new: BTreeSet<char> = met.filter(|c| letters.met.insert(*c)).collect();
        let foreign = lacking(&new);
        if !foreign.is_empty() {
            letters.foreign.extend(foreign);
            let wanted = letters.foreign.clone();
            self.jobs.work(move || Answer::Faces(borrow_faces(&wanted)));
        }
    }

    pub(super) fn faces_found(&mut self, faces: Vec<BorrowedFace>) {
        self.letters.faces = Some(faces);
    }
}

/// Letters that were met, and faces of the system for those that the bundled ones lack.
#[derive(Debug, Default)]
pub(super) struct Letters {
    lends: bool,
    met: BTreeSet<char>,
    foreign: BTreeSet<char>,
    faces: Option<Vec<BorrowedFace>>,
}

/// The events whose words a window shows: of a block only a few, or a frame would cost events and not pixels.
fn in_sight(layout: &Layout) -> BTreeSet<EventId> {
    const OF_A_BLOCK: usize = 4;
    let items = layout.items.iter().flat_map(|item| item.events.iter().take(OF_A_BLOCK));
    let stops = layout.threads.iter().flat_map(|thread| thread.stops.iter().map(|stop| stop.event));
    let posts = layout.posts.iter().flat_map(|post| {
        let nominated = post.nominated.iter().flat_map(|one| [Some(one.event), one.closed_by]);
        post.held.iter().map(|tenure| tenure.event).chain(nominated.flatten())
    });
    items.copied().chain(layout.pins.iter().map(|pin| pin.event)).chain(stops).chain(posts).collect()
}

/// The words of a case as far as they are in memory.
pub(super) struct CaseCards<'a> {
    pub cache: &'a Cache,
    pub case: &'a Case,
}

impl Cards for CaseCards<'_> {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.cache.event(id).map(AsRef::as_ref)
    }

    fn entity(&self, key: &str) -> Option<&str> {
        self.case.entities.of(key).map(|entity| entity.name.as_str())
    }

    fn article(&self, key: &str) -> Option<&Article> {
        self.case.articles.of(key)
    }
}
