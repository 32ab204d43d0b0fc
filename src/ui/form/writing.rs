//! Events being written: the one that is shown, and those that were left unfinished.
//!
//! Nothing typed is lost and nothing is asked. An event of the case that is left is saved, which one undo takes back;
//! what can't be saved, and a new event that was not saved, waits aside and is offered until it is discarded.

use crate::model::{CandidateDraft, CandidateEdit, Edit, Event, EventEdit, EventId, LaneCode, Quote, Words};
use crate::workspace::{Beside, Command, Waiting, Workspace};

use super::draft::{Draft, QuoteDraft, same};
use super::event::date_within;
use super::links::LinkDraft;

/// An event being written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Writing {
    /// `None`: a new one.
    pub of: Option<EventId>,
    /// Key of the candidate that it is made from, and what that proposed.
    pub candidate: Option<(String, Box<Draft>)>,
    /// The stored event, as last seen.
    pub base: Option<Event>,
    pub draft: Draft,
    /// The quote that was handed in last.
    given: Option<Box<Quote>>,
    /// Whether what its words seem to say was filled in.
    is_begun: bool,
    /// What was sent to be saved, and the case's revision before.
    pub sent: Option<(Event, u64)>,
    /// Whether saving was tried: what hinders is said then.
    pub tried: bool,
    /// What a candidate's words name besides.
    pub offers: Offers,
    /// Shown for the first time: the keyboard goes to its title.
    pub fresh: bool,
    pub link: LinkDraft,
}

/// What a candidate names and does not propose: people and bodies unknown to the case, and other readings of its places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offers {
    pub names: Vec<String>,
    pub lanes: Vec<LaneCode>,
}

/// What is asked to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    New,
    Event(EventId),
    /// By its key.
    Candidate(String),
}

/// All events being written.
#[derive(Debug, Default)]
pub struct Desk {
    /// The one that is shown.
    pub now: Option<Writing>,
    /// Unfinished or not yet confirmed.
    pub aside: Vec<Writing>,
    /// Whether something was to be written in the frame before.
    was_wanted: bool,
    /// The form was opened, and not merely turned to another event: the keyboard goes to its title.
    opens: bool,
}

impl Writing {
    fn new(quote: Option<Box<Quote>>) -> Self {
        let mut writing = Self { fresh: true, draft: blank(), ..Self::default() };
        writing.take(quote);
        writing
    }

    /// What a candidate proposes, to be corrected before it becomes an event.
    fn proposed(one: &Waiting) -> Self {
        let draft = Draft::of(&one.event());
        let candidate = Some((one.candidate.key.clone(), Box::new(draft.clone())));
        let said = &one.candidate.draft;
        let offers = Offers { names: said.names.clone(), lanes: said.readings.clone() };
        Self { fresh: true, draft, candidate, offers, ..Self::default() }
    }

    /// Whether it is the one that stands beside the timeline.
    fn is(&self, wanted: &Wanted) -> bool {
        let candidate = self.candidate.as_ref().map(|(key, _)| key);
        match wanted {
            Wanted::New => self.of.is_none() && candidate.is_none(),
            Wanted::Event(event) => self.of == Some(*event),
            Wanted::Candidate(key) => candidate == Some(key),
        }
    }

    /// What stands beside the timeline while it is written.
    #[must_use]
    pub fn beside(&self) -> Beside {
        match (&self.candidate, self.of) {
            (Some((key, _)), _) => Beside::Candidate(key.clone()),
            (None, Some(event)) => Beside::Event(event, None),
            (None, None) => Beside::NewEvent(None),
        }
    }

    fn of(event: &Event, quote: Option<Box<Quote>>) -> Self {
        let mut writing = Self {
            of: Some(event.id),
            base: Some(event.clone()),
            draft: Draft::of(event),
            ..Self::default()
        };
        writing.take(quote);
        writing
    }

    /// Adds a quote that was handed in, once.
    fn take(&mut self, quote: Option<Box<Quote>>) {
        if quote.is_none() || self.given == quote {
            return;
        }
        self.given.clone_from(&quote);
        let Some(quote) = quote else { return };
        if self.of.is_none() && self.draft.when.is_empty() {
            let when = quote.exact.as_deref().and_then(date_within);
            self.draft.when = when.map(|when| when.as_str().to_owned()).unwrap_or_default();
        }
        self.draft.quotes.push(QuoteDraft::of(*quote));
    }

    /// Whether it differs from what is stored.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        match &self.base {
            Some(base) => self.draft != Draft::of(base),
            // What is proposed is not saved yet.
            None => self.draft != blank(),
        }
    }

    /// Whether it is a candidate that nobody has corrected.
    fn is_as_proposed(&self) -> bool {
        self.candidate.as_ref().is_some_and(|(_, proposed)| self.draft == **proposed)
    }

    /// Gives back what was written.
    pub fn discard(&mut self) {
        let proposed = self.candidate.as_ref().map(|(_, proposed)| Draft::clone(proposed));
        self.draft = proposed.unwrap_or_else(|| self.base.as_ref().map_or_else(blank, Draft::of));
        self.tried = false;
    }

    /// The edit that saves it, where nothing hinders.
    pub fn save(&mut self, revision: u64, words: &dyn Words) -> Option<Command> {
        self.tried = true;
        let event = self.draft.read(words).ok()?;
        self.sent = Some((event.clone(), revision));
        let event = Box::new(event);
        Some(Command::Edit(match &self.candidate {
            Some((key, _)) => Edit::Candidate(CandidateEdit::Accept { key: key.clone(), event }),
            None => Edit::Event(EventEdit::Put(event)),
        }))
    }

    /// A new event that nobody has written in yet begins with what its words seem to say.
    fn begin_with(&mut self, said: &CandidateDraft) {
        let said = said.clone();
        let begun = Draft::of(&Event {
            when: said.when,
            within: said.within,
            title: said.title,
            kind: said.kind,
            status: said.status,
            lanes: said.lanes,
            dates: said.dates,
            count: said.count,
            entities: said.entities,
            ..Event::default()
        });
        let bare = Draft { quotes: Vec::new(), when: String::new(), ..self.draft.clone() };
        if bare == blank() {
            self.draft = Draft { quotes: std::mem::take(&mut self.draft.quotes), ..begun };
        }
    }

    /// Takes what the store says of the event now.
    fn keep_up(&mut self, workspace: &Workspace) {
        if self.of.is_none()
            && self.candidate.is_none()
            && let Some(said) = self.given.as_ref().and_then(|given| workspace.said_by(given))
            && !std::mem::replace(&mut self.is_begun, true)
        {
            self.begin_with(said);
        }
        let entities = workspace.entities();
        let key_of =
            |name: &str| entities.iter().rev().find(|entity| entity.name == name).map(|one| one.key.clone());
        self.draft.settle(key_of);
        if let Some(card) = self.of.and_then(|event| workspace.card(event)) {
            let is_news = self.base.as_ref().is_none_or(|base| *base != *card);
            if is_news {
                let new = Draft::of(&card);
                let confirmed = self.sent.take_if(|(sent, _)| same(sent, &card)).is_some();
                if confirmed {
                    self.draft = new;
                    self.tried = false;
                } else if let Some(base) = &self.base {
                    self.draft.rebase(&Draft::of(base), &new);
                }
                self.base = Some(card.as_ref().clone());
            }
        }
        let failed = |(_, before): &mut (Event, u64)| !workspace.busy() && workspace.revision() == *before;
        // Refused: it is as unsaved as before.
        self.sent.take_if(failed);
    }
}

/// A new event, with nothing said.
fn blank() -> Draft {
    Draft::of(&Event { kind: crate::model::OTHER.to_owned(), ..Event::default() })
}

impl Desk {
    /// Titles of the events whose changes are not saved and not on their way.
    pub fn unsaved(&self) -> Vec<String> {
        let all = self.now.iter().chain(&self.aside);
        let unsaved = all.filter(|one| one.sent.is_none() && one.is_changed() && !one.is_as_proposed());
        unsaved.map(|one| one.draft.event.title.trim().to_owned()).collect()
    }

    /// Puts the event on the desk that stands beside the timeline, and saves or puts aside the one before.
    pub fn keep_up(&mut self, workspace: &Workspace) -> Vec<Command> {
        let mut commands = Vec::new();
        let (wanted, quote) = match workspace.beside() {
            Some(Beside::NewEvent(quote)) => (Some(Wanted::New), quote.clone()),
            Some(Beside::Event(event, quote)) => (Some(Wanted::Event(*event)), quote.clone()),
            Some(Beside::Candidate(key)) => (Some(Wanted::Candidate(key.clone())), None),
            _ => (None, None),
        };
        self.opens = wanted.is_some() && (self.opens || !self.was_wanted);
        self.was_wanted = wanted.is_some();
        let stands = match (&self.now, &wanted) {
            (Some(now), Some(wanted)) => now.is(wanted),
            (now, wanted) => now.is_none() && wanted.is_none(),
        };
        if !stands {
            commands.extend(self.leave(workspace));
            self.now = wanted.and_then(|wanted| self.open(&wanted, quote.clone(), workspace));
        } else if let Some(now) = &mut self.now {
            now.take(quote);
        }
        if let Some(now) = &mut self.now {
            now.fresh |= std::mem::take(&mut self.opens);
            now.keep_up(workspace);
        }
        for left in &mut self.aside {
            left.keep_up(workspace);
        }
        // A new event that is stored now is written as what it has become.
        let revision = workspace.revision();
        let stored =
            |left: &Writing| left.of.is_none() && left.sent.as_ref().is_some_and(|(_, at)| revision > *at);
        self.aside.retain(|left| left.is_changed() && !stored(left));
        commands
    }

    fn open(&mut self, wanted: &Wanted, quote: Option<Box<Quote>>, workspace: &Workspace) -> Option<Writing> {
        if let Some(at) = self.aside.iter().position(|left| left.is(wanted) && left.sent.is_none()) {
            let mut left = self.aside.remove(at);
            left.take(quote);
            left.fresh = true;
            return Some(left);
        }
        match wanted {
            Wanted::New => Some(Writing::new(quote)),
            Wanted::Event(event) => workspace.card(*event).map(|card| Writing::of(&card, quote)),
            Wanted::Candidate(key) => {
                let review = workspace.reviewed()?;
                review.waiting.iter().find(|one| one.candidate.key == *key).map(Writing::proposed)
            }
        }
    }

    /// Leaves what is shown: saved where it can be, else aside.
    fn leave(&mut self, workspace: &Workspace) -> Option<Command> {
        let mut left = self.now.take()?;
        if !left.is_changed() || left.is_as_proposed() && left.sent.is_none() {
            return None;
        }
        let can = left.of.is_some() && left.sent.is_none() && workspace.read_only().is_none();
        let command = if can { left.save(workspace.revision(), workspace.words().as_ref()) } else { None };
        self.aside.push(left);
        command
    }

    /// The events whose words are needed.
    pub fn wanted(&self, workspace: &Workspace) -> Vec<EventId> {
        let beside = match workspace.beside() {
            Some(Beside::Event(event, _)) => Some(*event),
            _ => None,
        };
        self.aside.iter().filter_map(|left| left.of).chain(beside).collect()
    }
}
