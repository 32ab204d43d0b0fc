//! The picture of the window: what is drawn, with the words that are there.

use std::collections::BTreeSet;

use crate::model::{Article, Event, EventId};
use crate::scene::Cards;
use crate::timeline::Layout;

use super::cache::Cache;
use super::picture::{Canvas, Drawn, Request};
use super::{Case, Workspace};

impl Workspace {
    /// The picture of the case as it is looked at now; words that are not there yet are asked for.
    pub fn draw(&mut self, canvas: Canvas) -> Drawn {
        let cards = CaseCards { cache: &self.cache, case: &self.case, public: false };
        let drawn = self.picture.draw(&Request {
            columns: &self.case.columns,
            revision: self.case.generation,
            view: &self.view,
            stretches: &self.stretches,
            ids: &self.case.ids,
            cards: &cards,
            cards_revision: self.cache.revision(),
            words: self.words.as_ref(),
            selected: self.selection.first,
            canvas,
        });
        if !canvas.paper {
            self.axis = Some(drawn.layout.axis.clone());
        }
        self.want(in_sight(&drawn.layout));
        drawn
    }
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
    /// For a picture that leaves the house: what is private has no words.
    pub public: bool,
}

impl Cards for CaseCards<'_> {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.cache.event(id).map(AsRef::as_ref).filter(|event| !(self.public && event.private))
    }

    fn entity(&self, key: &str) -> Option<&str> {
        let entity = self.case.entities.of(key).filter(|entity| !(self.public && entity.private));
        entity.map(|entity| entity.name.as_str())
    }

    fn article(&self, key: &str) -> Option<&Article> {
        self.case.articles.of(key).filter(|article| !(self.public && article.private))
    }
}
