//! A view whose case has lost something: what it names and is no longer there goes.

use super::View;

impl View {
    /// Lets go of every key of an event, an entity or an article that is not to be named any more.
    pub fn keep_only(
        &mut self,
        event: impl Fn(&str) -> bool,
        entity: impl Fn(&str) -> bool,
        article: impl Fn(&str) -> bool,
    ) {
        self.homes.retain(|home| event(&home.event));
        self.pins.retain(|key| event(key));
        self.labels.retain(|label| event(&label.event));
        self.threads.retain(|key| entity(key));
        self.filter.entities.retain(|key| entity(key));
        self.filter.articles.retain(|key| article(key));
        self.aligned_to = self.aligned_to.take().filter(|key| event(key));
    }
}
