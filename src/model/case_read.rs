//! The read-only face of a case, for rooms that must not know where it is kept.

use super::{Article, Event, Lane, Link};

/// A case to read from.
pub trait CaseRead {
    /// The case's title.
    fn title(&self) -> &str;

    /// All events, in stored order.
    fn events(&self) -> &[Event];

    /// The article of that key.
    fn article(&self, key: &str) -> Option<&Article>;

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

    fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    fn links(&self) -> &[Link] {
        &self.links
    }
}
