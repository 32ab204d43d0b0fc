//! The views of the case: made, named, ordered, left and come back to.

use crate::model::{EventId, PinnedLabel, Sentence, View};

use super::super::Workspace;
use super::super::command::{Command, Look};
use super::super::files::FileError;
use super::super::find::FindCommand;
use super::ViewCommand;
use super::lanes::toggle;
use super::trail::Place;

/// Lines through all lanes, at most.
pub(super) const PINS: usize = 3;
/// Threads, at most.
const THREADS: usize = 4;

impl Workspace {
    pub(in super::super) fn arrange_view(&mut self, command: ViewCommand) {
        match command {
            ViewCommand::Add(name) => self.add_view(&name),
            ViewCommand::Keep(view) => self.keep_given(*view),
            ViewCommand::Rename(name) => self.rename_view(&name),
            ViewCommand::Remove(name) => {
                self.case.views.retain(|view| view.name != name);
                if self.view.name == name {
                    // What is shown stays, as a view that is not kept under a name.
                    self.view.name.clear();
                }
                self.put_views();
            }
            ViewCommand::Move { name, by } => {
                let views = &mut self.case.views;
                let at = views.iter().position(|view| view.name == name);
                let to = at.and_then(|at| at.checked_add_signed(by)).filter(|to| *to < views.len());
                if let Some((at, to)) = at.zip(to) {
                    let view = views.remove(at);
                    views.insert(to, view);
                    self.put_views();
                }
            }
            ViewCommand::Back => {
                let now = self.place();
                let place = self.trail.back(now);
                self.go_to(place);
            }
            ViewCommand::Forward => {
                let now = self.place();
                let place = self.trail.forward(now);
                self.go_to(place);
            }
            ViewCommand::Pin(event) => self.pin(event),
            ViewCommand::Label(event, text) => self.label(event, text),
            ViewCommand::Thread(entity) => {
                toggle(&mut self.view.threads, entity);
                self.keep_last(THREADS, |view| &mut view.threads);
            }
            ViewCommand::KnownOn(on) => self.know(on),
            ViewCommand::StepKnown { later } => self.step_known(later),
            ViewCommand::Align(event) => {
                self.view.aligned_to = event.and_then(|event| self.key_of(event));
            }
        }
    }

    fn add_view(&mut self, name: &str) {
        let name = name.trim();
        if let Err(error) = self.is_free(name) {
            return self.failed(&error);
        }
        name.clone_into(&mut self.view.name);
        let view = self.view_to_keep();
        self.case.views.push(view);
        self.put_views();
    }

    fn keep_given(&mut self, view: View) {
        if view.name == self.view.name && !view.name.is_empty() {
            match self.case.views.iter_mut().find(|known| known.name == view.name) {
                Some(known) => *known = view.clone(),
                None => self.case.views.push(view.clone()),
            }
            // The theme is the window's own.
            let theme = self.theme;
            self.choose(view);
            self.theme = theme;
        } else if let Err(error) = self.is_free(&view.name) {
            return self.failed(&error);
        } else {
            self.case.views.push(view);
        }
        self.put_views();
    }

    fn rename_view(&mut self, name: &str) {
        let name = name.trim();
        if name == self.view.name {
            return;
        }
        if let Err(error) = self.is_free(name) {
            return self.failed(&error);
        }
        let old = std::mem::replace(&mut self.view.name, name.to_owned());
        let now = self.view_to_keep();
        match self.case.views.iter_mut().find(|view| view.name == old && !old.is_empty()) {
            Some(view) => name.clone_into(&mut view.name),
            None => self.case.views.push(now),
        }
        self.put_views();
    }

    fn is_free(&self, name: &str) -> Result<(), FileError> {
        if name.is_empty() {
            return Err(FileError::Said(Sentence::new("view-no-name")));
        }
        if self.case.views.iter().any(|view| view.name == name) {
            return Err(FileError::Said(Sentence::new("view-taken").text("name", name)));
        }
        Ok(())
    }

    /// Writes the list of views into the case; no matter of history.
    pub(in super::super) fn put_views(&mut self) {
        let views = self.case.views.clone();
        self.jobs.ask(move |desk| desk.put_views(&views));
    }

    fn pin(&mut self, event: EventId) {
        let Some(key) = self.key_of(event) else { return };
        toggle(&mut self.view.pins, key);
        self.keep_last(PINS, |view| &mut view.pins);
    }

    fn keep_last(&mut self, most: usize, list: impl Fn(&mut View) -> &mut Vec<String>) {
        let list = list(&mut self.view);
        let extra = list.len().saturating_sub(most);
        list.drain(..extra);
    }

    fn label(&mut self, event: EventId, text: Option<String>) {
        let Some(key) = self.key_of(event) else { return };
        self.view.labels.retain(|label| label.event != key);
        let text = text.filter(|text| !text.trim().is_empty());
        self.view.labels.extend(text.map(|text| PinnedLabel { event: key, text }));
    }

    /// The key of an event whose words are there; views name events by it.
    pub(super) fn key_of(&mut self, event: EventId) -> Option<String> {
        let key = self.cache.event(event).map(|event| event.key.clone())?;
        std::sync::Arc::make_mut(&mut self.case.ids).insert(key.clone(), event);
        Some(key)
    }

    fn place(&self) -> Place {
        Place { view: self.view.clone(), stretches: self.stretches.clone() }
    }

    fn go_to(&mut self, place: Option<Place>) {
        let Some(place) = place else { return };
        self.view = place.view;
        self.stretches = place.stretches;
    }

    /// Remembers how the case is looked at before a command changes it.
    pub(in super::super) fn leave_trail(&mut self, command: &Command) {
        let gesture = match command {
            Command::Look(Look::Pan { .. } | Look::ZoomAt { .. })
            | Command::View(ViewCommand::StepKnown { .. } | ViewCommand::KnownOn(Some(_))) => true,
            Command::Look(Look::Fit | Look::OneSegment | Look::ChooseView(_))
            | Command::Lane(_)
            | Command::Segment(_)
            | Command::Find(FindCommand::Filter(_) | FindCommand::KindsOff(_))
            | Command::View(
                ViewCommand::Pin(_)
                | ViewCommand::Label(..)
                | ViewCommand::Thread(_)
                | ViewCommand::Align(_)
                | ViewCommand::KnownOn(None),
            ) => false,
            _ => return,
        };
        let (view, stretches) = (&self.view, &self.stretches);
        self.trail.leave(|| Place { view: view.clone(), stretches: stretches.clone() }, gesture);
    }

    /// Whether one can go back, and forth.
    #[must_use]
    pub fn ways(&self) -> (bool, bool) {
        self.trail.ways()
    }
}
