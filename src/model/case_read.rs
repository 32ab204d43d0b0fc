//! The read-only face of a case, for rooms that must not know where it is kept.

use super::{Article, Entity, Event, Lane, Link};

/// A case to read from.
pub trait CaseRead {
    /// The case's title.
    fn title(&self) -> &str;

    /// All events, in stored order.
    fn events(&self) -> &[Event];

    /// The article of that key.
    fn article(&self, key: &str) -> Option<&Article>;

    /// The entity of that key.
    fn entity(&self, key: &str) -> Option<&Entity>;

    /// The lanes that the case declares.
    fn lanes(&self) -> &[Lane];

    /// All links.
    fn links(&self) -> &[Link];
}

impl CaseRead for super::CaseContent {
    fn title(&self) -> &str {
        &self.title
    }

    fn events(&self) -> &[Event] {
        &self.events
    }

    fn article(&self, key: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.key == key)
    }

    fn entity(&self, key: &str) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.key == key)
    }

    fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    fn links(&self) -> &[Link] {
        &self.links
    }
}
