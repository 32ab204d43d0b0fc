//! What is read beside the timeline: an article, or the bare facts of an event without sources; and what lies in front
//! where something is written there too.

use std::sync::Arc;

use crate::model::{Event, EventId};
use crate::workspace::{Beside, Command, Look, Workspace};

use super::phrases::best_quote;

/// From this width of the window on, an article and a form stand side by side.
const BOTH: f32 = 1_800.0;

/// Something that stands beside the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Leaf {
    #[default]
    Article,
    /// A form, the review, the list of articles.
    Beside,
}

/// What is shown beside the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaves {
    pub front: Option<Leaf>,
    pub article: bool,
    pub beside: bool,
}

/// What is read that no article of the workspace stands for.
#[derive(Debug, Default)]
pub struct Reading {
    /// An event without a source.
    bare: Option<EventId>,
    /// What was opened last.
    front: Leaf,
}

impl Reading {
    /// Whether there is anything to read.
    #[must_use]
    pub fn is_open(&self, workspace: &Workspace) -> bool {
        workspace.open_article().is_some() || self.bare.is_some()
    }

    /// What is shown beside the timeline in a window of a width.
    #[must_use]
    pub fn leaves(&self, workspace: &Workspace, window: f32) -> Leaves {
        let (article, beside) = (self.is_open(workspace), workspace.beside().is_some());
        let front = match (article, beside) {
            (false, false) => None,
            (true, false) => Some(Leaf::Article),
            (false, true) => Some(Leaf::Beside),
            (true, true) => Some(self.front),
        };
        let both = window >= BOTH;
        Leaves {
            front,
            article: article && (both || front == Some(Leaf::Article)),
            beside: beside && (both || front == Some(Leaf::Beside)),
        }
    }

    /// The event whose facts are shown.
    #[must_use]
    pub fn event(workspace: &Workspace) -> Option<Arc<Event>> {
        let open = || workspace.open_article().and_then(|open| open.event);
        workspace.selection().or_else(open).and_then(|event| workspace.card(event))
    }

    /// Opens the article of an event that was chosen, once the event's words are there.
    pub fn choose(
        &mut self,
        chosen: &mut Option<EventId>,
        workspace: &Workspace,
        window: f32,
    ) -> Option<Command> {
        let event = workspace.card((*chosen)?)?;
        *chosen = None;
        let written = matches!(
            workspace.beside(),
            Some(Beside::Event(..) | Beside::Several | Beside::NewEvent(_) | Beside::Candidate(_))
        );
        if written && self.front == Leaf::Beside && window < BOTH {
            // The form shows the event: an article would hide it.
            return None;
        }
        let quote = best_quote(&event);
        self.bare = if quote.is_none() { Some(event.id) } else { None };
        match quote {
            Some(quote) => {
                let key = quote.article.clone();
                Some(Command::Look(Look::ShowArticle { key, event: Some(event.id), place: None }))
            }
            None => workspace.open_article().map(|_| Command::Look(Look::CloseArticle)),
        }
    }

    /// Hears what is about to be done.
    pub fn hear(&mut self, command: &Command, workspace: &Workspace) {
        match command {
            Command::Look(Look::ShowArticle { .. } | Look::Beside(None)) => self.front = Leaf::Article,
            Command::Look(Look::Beside(Some(_)) | Look::CloseArticle) => self.front = Leaf::Beside,
            _ => {}
        }
        if *command == Command::Look(Look::CloseArticle) && workspace.open_article().is_none() {
            self.bare = None;
        }
    }
}
