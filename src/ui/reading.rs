//! What is read beside the timeline: an article, or the bare facts of an event without sources.

use std::sync::Arc;

use crate::model::{Event, EventId};
use crate::workspace::{Command, Look, Workspace};

use super::phrases::best_quote;

/// What is read that no article of the workspace stands for.
#[derive(Debug, Default)]
pub struct Reading {
    /// An event without a source.
    bare: Option<EventId>,
}

impl Reading {
    /// Whether there is anything to read.
    #[must_use]
    pub fn is_open(&self, workspace: &Workspace) -> bool {
        workspace.open_article().is_some() || self.bare.is_some()
    }

    /// The event whose facts are shown.
    #[must_use]
    pub fn event(workspace: &Workspace) -> Option<Arc<Event>> {
        let open = || workspace.open_article().and_then(|open| open.event);
        workspace.selection().or_else(open).and_then(|event| workspace.card(event))
    }

    /// Opens the article of an event that was chosen, once the event's words are there.
    pub fn choose(&mut self, chosen: &mut Option<EventId>, workspace: &Workspace) -> Option<Command> {
        let event = workspace.card((*chosen)?)?;
        *chosen = None;
        let quote = best_quote(&event);
        self.bare = if quote.is_none() { Some(event.id) } else { None };
        match quote {
            Some(quote) => {
                let key = quote.article.clone();
                Some(Command::Look(Look::ShowArticle { key, event: Some(event.id) }))
            }
            None => workspace.open_article().map(|_| Command::Look(Look::CloseArticle)),
        }
    }

    /// Hears what is about to be done.
    pub fn hear(&mut self, command: &Command, workspace: &Workspace) {
        if *command == Command::Look(Look::CloseArticle) && workspace.open_article().is_none() {
            self.bare = None;
        }
    }
}
