//! Pictures for paper, made by a worker: it plans, asks the store's thread for the words it needs, draws, and hands the
//! bytes on. The window's thread only begins it.

mod clip;
mod pages;
mod plan;
mod proof;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Article, CaseContent, Columns, Entity, Event, EventId, Sentence, View};
use crate::scene::Cards;
use crate::timeline::Stretch;

use super::Workspace;
use super::command::{Export, ExportFormat, PictureWish};
use super::files::{self, FileError};
use super::find::Passing;
use super::jobs::{Answer, Errands, Labour, Named, Progress};
use super::picture::{Drawn, PictureDesk, Request};
use super::publish::{Ready, Sheet, public_view};

pub(super) use self::clip::ClipDesk;
pub use self::clip::{Clip, Clipping};
use self::plan::Plan;
pub use self::proof::{Proof, ProofWish};
pub(super) use self::proof::{ProofDesk, Proved};

/// The case as it was when a picture was asked for.
#[derive(Debug, Clone)]
pub(super) struct Sitting {
    pub title: String,
    pub generation: u64,
    pub columns: Arc<Columns>,
    pub view: View,
    pub stretches: Vec<Stretch>,
    pub views: Vec<View>,
    pub ids: Arc<BTreeMap<String, EventId>>,
    pub entities: Arc<Named<Entity>>,
    pub articles: Arc<Named<Article>>,
}

/// What a worker draws with.
#[derive(Debug, Clone)]
pub(super) struct Studio {
    sitting: Sitting,
    store: Errands,
}

/// A picture that is drawn.
#[derive(Debug)]
struct Finished {
    plan: Plan,
    drawn: Drawn,
    /// The picture over several pages, where that is wished.
    pages: Vec<Sheet>,
    /// The words of all that it names.
    told: BTreeMap<EventId, Arc<Event>>,
    private: BTreeSet<EventId>,
    /// What is to be told of it.
    said: Vec<Sentence>,
}

/// The words of a picture that leaves the house: what is private has none.
struct PaperCards<'a> {
    events: BTreeMap<EventId, Arc<Event>>,
    sitting: &'a Sitting,
}

impl Cards for PaperCards<'_> {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(&id).map(AsRef::as_ref).filter(|event| !event.private)
    }

    fn entity(&self, key: &str) -> Option<&str> {
        self.sitting.entities.of(key).filter(|entity| !entity.private).map(|entity| entity.name.as_str())
    }

    fn article(&self, key: &str) -> Option<&Article> {
        self.sitting.articles.of(key).filter(|article| !article.private)
    }
}

impl Workspace {
    /// What a worker needs to draw the case as it is now.
    pub(super) fn studio(&self) -> Studio {
        let case = &self.case;
        let sitting = Sitting {
            title: case.title.clone(),
            generation: case.generation,
            columns: Arc::clone(&case.columns),
            view: self.view.clone(),
            stretches: self.stretches.clone(),
            views: case.views.clone(),
            ids: Arc::clone(&case.ids),
            entities: Arc::clone(&case.entities),
            articles: Arc::clone(&case.articles),
        };
        Studio { sitting, store: self.jobs.errands() }
    }

    /// Begins a picture of the case without its private events.
    pub(super) fn begin_paper(&mut self, export: Export, private: BTreeSet<EventId>) {
        let studio = self.studio();
        // So that it can be cancelled; standard output can't.
        let progress = export.to.clone().map(|path| self.jobs.begin(Labour::Export(path), 0));
        self.jobs.work(move || files::answer(studio.publish(export, private, progress)));
    }
}

/// The events that a finished picture shows.
#[derive(Debug)]
pub(super) struct ShownEvents {
    /// In order of time.
    order: Arc<Vec<EventId>>,
    /// The words of those that it names.
    told: BTreeMap<EventId, Arc<Event>>,
    store: Errands,
}

impl ShownEvents {
    /// All of them in order of time, with their keys; of those that are heaped up only the store knows them.
    pub(super) fn keys(&self) -> Result<Vec<(EventId, String)>, FileError> {
        let unknown: Vec<EventId> =
            self.order.iter().copied().filter(|id| !self.told.contains_key(id)).collect();
        let mut found = if unknown.is_empty() {
            Vec::new()
        } else {
            self.store.run(move |desk| Ok(desk.store()?.event_keys(&unknown)?))?
        }
        .into_iter();
        let key = |id: &EventId| {
            let known = self.told.get(id).map(|event| event.key.clone());
            Some((*id, known.or_else(|| found.next().flatten())?))
        };
        Ok(self.order.iter().filter_map(key).collect())
    }
}

impl Studio {
    fn publish(
        &self,
        export: Export,
        private: BTreeSet<EventId>,
        progress: Option<Progress>,
    ) -> Result<Answer, FileError> {
        let finished = self.finish(&export.picture, private)?;
        let ready = self.ready(export, finished, progress);
        let content = if ready.needs_case() { Some(self.content()?) } else { None };
        ready.written(content)
    }

    fn content(&self) -> Result<CaseContent, FileError> {
        self.store.run(|desk| Ok(desk.store()?.content()?))
    }

    fn ready(&self, export: Export, finished: Finished, progress: Option<Progress>) -> Ready {
        let Finished { plan, drawn, pages, told, private, said } = finished;
        let is_svg = export.format == ExportFormat::Svg;
        let content = if is_svg { self.told(&told, &private) } else { CaseContent::default() };
        Ready {
            told: content,
            title: self.sitting.title.clone(),
            view: public_view(&plan.view, &self.sitting, &private),
            scene: drawn.scene,
            pages,
            scale: plan.scale,
            words: plan.words,
            shown: ShownEvents { order: drawn.order, told, store: self.store.clone() },
            said,
            progress,
            export,
        }
    }

    /// What is told of the events that are drawn: a small case of its own, with those of their articles that are named.
    fn told(&self, events: &BTreeMap<EventId, Arc<Event>>, private: &BTreeSet<EventId>) -> CaseContent {
        let events: Vec<Event> = events
            .iter()
            .filter(|(id, event)| !private.contains(id) && !event.private)
            .map(|(_, event)| event.as_ref().clone())
            .collect();
        let cited: BTreeSet<&str> =
            events.iter().flat_map(|event| &event.quotes).map(|quote| quote.article.as_str()).collect();
        let articles = cited.into_iter().filter_map(|key| self.sitting.articles.of(key)).cloned().collect();
        let lanes = self.sitting.columns.lanes.clone();
        CaseContent { lanes, articles, events, ..CaseContent::default() }
    }

    /// Draws what is wished.
    fn finish(&self, wish: &PictureWish, private: BTreeSet<EventId>) -> Result<Finished, FileError> {
        let mut plan = Plan::new(&self.sitting, wish, &private, None)?;
        if plan.must_be_asked() {
            let filter = plan.view.filter.beyond_marks();
            let passing: Passing = self.store.run(move |desk| Workspace::sift_for(&filter, desk))?;
            plan = Plan::new(&self.sitting, wish, &private, Some(&passing))?;
        }
        plan.logo = wish.settings.logo.as_deref().map(files::logo).transpose()?;
        let mut said = plan.absent();
        let mut desk = PictureDesk::default();
        let mut cards = PaperCards { events: BTreeMap::new(), sitting: &self.sitting };
        let mut drawn = self.draw(&plan, &mut desk, &mut cards)?;
        if drawn.layout.hidden.shown == 0 {
            let empty = plan.say_empty();
            said.push(empty);
            drawn = self.draw(&plan, &mut desk, &mut cards)?;
        }
        let pages = self.pages(&plan, wish.settings.pages, &drawn, &mut cards)?;
        let wished = wish.settings.pages.max(1);
        if pages.len().max(1) < wished {
            let few = Sentence::new("export-few-pages").number("wished", wished);
            said.push(few.number("n", pages.len().max(1)));
        }
        let told = cards.events;
        Ok(Finished { plan, drawn, pages, told, private, said })
    }

    /// Draws until all words are there that the picture shows; those of an event that went away meanwhile never come.
    fn draw(
        &self,
        plan: &Plan,
        desk: &mut PictureDesk,
        cards: &mut PaperCards<'_>,
    ) -> Result<Drawn, FileError> {
        let mut asked: BTreeSet<EventId> = BTreeSet::new();
        loop {
            let drawn = desk.draw(&Request {
                columns: &plan.columns,
                revision: self.sitting.generation,
                view: &plan.view,
                stretches: &plan.stretches,
                ids: &self.sitting.ids,
                cards,
                cards_revision: asked.len() as u64,
                words: plan.words.as_ref(),
                selected: None,
                canvas: plan.canvas,
                logo: plan.logo.as_ref(),
                page: plan.page.as_ref(),
            });
            let missing: Vec<EventId> = drawn
                .wanted()
                .into_iter()
                .filter(|id| !cards.events.contains_key(id) && !asked.contains(id))
                .collect();
            if missing.is_empty() {
                return Ok(drawn);
            }
            asked.extend(&missing);
            let events = self.store.run(move |desk| Ok(desk.store()?.events(&missing)?))?;
            cards.events.extend(events.into_iter().map(|event| (event.id, Arc::new(event))));
        }
    }
}

/// "No event from … to …", or of the whole view.
fn empty(range: Option<String>) -> Sentence {
    match range {
        Some(range) => Sentence::new("picture-empty-range").text("range", range),
        None => Sentence::new("picture-empty"),
    }
}
