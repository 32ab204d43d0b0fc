//! The picture of the window: what is drawn, with the words that are there.

use crate::model::{Article, Event, EventId};
use crate::scene::Cards;

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
            selected: self.selection,
            canvas,
        });
        if !canvas.paper {
            self.axis = Some(drawn.layout.axis.clone());
        }
        self.want(drawn.wanted());
        drawn
    }
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
