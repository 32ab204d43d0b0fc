//! A picture for paper: a view and what is wished otherwise, drawn when its words are there, written by a worker.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{
    Arg, Columns, EventId, Lane, LaneOrder, Paper, Segment, Stamp, View, When, Words, spoken_date,
};
use crate::timeline::{Stretch, suggest_segments, whole_case};

use super::command::{Export, PictureWish, ViewWish};
use super::draw::CaseCards;
use super::files::{self, FileError};
use super::find::{Passing, as_known, keep_only, known_by};
use super::jobs::{Answer, Labour, Progress};
use super::look::{no_view, stretches_of};
use super::picture::{Canvas, Drawn, PictureDesk, Request};
use super::publish::{Preset, Ready, public_view, shown};
use super::{FluentWords, Notice, Workspace};

/// A picture on its way.
#[derive(Debug)]
pub(super) struct PaperWork {
    export: Export,
    columns: Arc<Columns>,
    view: View,
    stretches: Vec<Stretch>,
    canvas: Canvas,
    scale: f32,
    words: Arc<FluentWords>,
    private: BTreeSet<EventId>,
    desk: PictureDesk,
    /// So that it can be cancelled; standard output can't.
    progress: Option<Progress>,
}

/// One side that is wished without the other keeps the usual shape.
fn wished_paper(wish: &PictureWish, usual: Paper) -> Paper {
    let part = |side: u32, of: u32, other: u32| {
        u32::try_from(u64::from(side) * u64::from(other) / u64::from(of.max(1))).unwrap_or(u32::MAX)
    };
    let (width, height) = match (wish.width, wish.height) {
        (Some(width), None) => (width, part(width, usual.width, usual.height)),
        (None, Some(height)) => (part(height, usual.height, usual.width), height),
        (width, height) => (width.unwrap_or(usual.width), height.unwrap_or(usual.height)),
    };
    let seen = match wish.settings.seen {
        // Of another width than the preset's, the same share of it is seen.
        None => usual.seen.map(|seen| part(width, usual.width, seen)),
        seen => seen,
    };
    Paper { width, height, scale: wish.scale.unwrap_or(usual.scale), seen }
}

impl Workspace {
    /// Begins a picture of the case without its private events.
    ///
    /// A view with a filter, or of what was known on a day, is asked about first: `passing` is what it leaves.
    pub(super) fn begin_paper(
        &mut self,
        export: Export,
        private: &BTreeSet<EventId>,
        passing: Option<&Passing>,
    ) {
        match self.plan_paper(export, private, passing) {
            Ok(work) if passing.is_none() && must_be_asked(&work.view) => {
                let (filter, export) = (work.view.filter.beyond_marks(), Box::new(work.export));
                let private = private.clone();
                self.jobs.ask(move |desk| {
                    let passing = Self::sift_for(&filter, desk);
                    files::answer(passing.map(|passing| Answer::Paper(export, private, Box::new(passing))))
                });
            }
            Ok(mut work) => {
                let to = work.export.to.clone();
                work.progress = to.map(|path| self.jobs.begin(Labour::Export(path), 0));
                let absent = work.view.lanes.iter().filter(|code| work.columns.lane_of(code).is_none());
                self.notices.extend(absent.map(|code| {
                    let name = Lane::plain(code.clone()).display_name().to_owned();
                    Notice::doubt(format!("{name} has no event in this case"))
                }));
                self.papers.push(work);
            }
            Err(error) => self.failed(&error),
        }
    }

    fn plan_paper(
        &self,
        export: Export,
        private: &BTreeSet<EventId>,
        passing: Option<&Passing>,
    ) -> Result<PaperWork, FileError> {
        let wish = &export.picture;
        let columns = without(&self.case.columns, private);
        let columns =
            passing.map_or_else(|| Arc::clone(&columns), |passing| keep_only(&columns, &passing.events));
        let (mut view, mut stretches) = self.wished_view(&wish.view, &columns)?;
        let columns = match (passing, known_by(&view)) {
            (Some(passing), Some(by)) => as_known(&columns, &passing.facets, by),
            _ => columns,
        };
        if let Some(title) = &wish.title {
            view.title = Some(title.clone());
        } else if view.title.is_none() && view.name.is_empty() {
            view.title = Some(self.case.title.clone());
        }
        let language = wish.language.as_deref().or(view.language.as_deref());
        // A picture speaks its own language and never the window's (contract 1).
        let words = words_of(language.unwrap_or("en"))?;
        if let Some(segment) = wished_range(wish, &stretches)? {
            // The view's own may name the range that no longer holds.
            view.subtitle = Some(spoken_range(&segment, words.as_ref()));
            view.segments = vec![segment];
            stretches = stretches_of(&view, &columns);
        }
        if !wish.lanes.is_empty() {
            view.lanes = files::lanes_called(&wish.lanes, &columns.lanes)?;
            view.order = LaneOrder::Own;
        }
        wish.settings.make_in(&mut view, &columns).map_err(FileError::Unknown)?;
        let chosen = wish.settings.paper.or(wish.settings.preset.map(Preset::paper)).or(view.paper);
        let usual = chosen.unwrap_or(Paper { width: 1_200, height: 675, scale: 1.0, seen: None });
        let paper = wished_paper(wish, usual);
        view.paper = Some(paper);
        let fit = wish.height.is_none() && chosen.is_none();
        let canvas =
            Canvas { fit, ..Canvas::paper(Some(paper), wish.theme.or(view.theme).unwrap_or_default()) };
        let scale = paper.scale as f32;
        let private = private.clone();
        let (desk, progress) = (PictureDesk::default(), None);
        Ok(PaperWork { export, columns, view, stretches, canvas, scale, words, private, desk, progress })
    }

    fn wished_view(&self, wish: &ViewWish, columns: &Columns) -> Result<(View, Vec<Stretch>), FileError> {
        let named = |name: &String| self.case.views.iter().find(|view| view.name == *name);
        let view = match wish {
            ViewWish::Current => return Ok((self.view.clone(), self.stretches.clone())),
            ViewWish::All => return Ok((View::default(), whole_case(columns))),
            ViewWish::Named(name) => named(name).ok_or_else(|| no_view(name, &self.case.views))?,
            ViewWish::First => match self.case.views.first() {
                Some(view) => view,
                None => return Ok((self.suggested(), suggest_segments(columns))),
            },
        };
        Ok((view.clone(), stretches_of(view, columns)))
    }

    /// Hands the pictures whose words are all there to a worker; `true` if anything was asked for.
    pub(super) fn advance_papers(&mut self) -> bool {
        let mut moved = false;
        for mut work in std::mem::take(&mut self.papers) {
            let drawn = self.draw_paper(&mut work);
            let missing = self.cache.want(drawn.wanted());
            moved = true;
            // An event that went away meanwhile never gets its words.
            if missing.is_empty() && (self.cache.has_all(&drawn.wanted()) || !self.jobs.busy()) {
                let drawn = if drawn.layout.hidden.shown == 0 { self.draw_empty(&mut work) } else { drawn };
                self.finish_paper(work, drawn);
            } else {
                if !missing.is_empty() {
                    self.jobs.ask(move |desk| desk.events(&missing));
                }
                moved = self.jobs.busy();
                self.papers.push(work);
            }
        }
        moved
    }

    /// Hands what is drawn to a worker, by way of the store where the form needs more than the picture.
    fn finish_paper(&mut self, work: PaperWork, drawn: Drawn) {
        let events = shown(&drawn, &self.cache);
        let ready = Ready {
            title: self.case.title.clone(),
            view: public_view(&work.view, &self.case, &work.private),
            scene: drawn.scene,
            scale: work.scale,
            words: work.words,
            events,
            progress: work.progress,
            export: work.export,
        };
        if ready.needs_case() {
            self.jobs.ask(move |desk| {
                let content = desk.store().and_then(|store| Ok(store.content()?));
                files::answer(content.map(|content| Answer::Ready(Box::new(ready), Box::new(content))))
            });
        } else {
            self.jobs.work(move || ready.write(None));
        }
    }

    /// A picture without events says so under its title.
    fn draw_empty(&mut self, work: &mut PaperWork) -> Drawn {
        let said = match &work.view.segments[..] {
            [segment] => {
                let range = spoken_range(segment, work.words.as_ref());
                work.words.say("picture-empty-range", &[("range", Arg::Text(&range))])
            }
            _ => work.words.word("picture-empty"),
        };
        self.notices.push(Notice::doubt(said.clone()));
        work.view.subtitle = Some(said);
        self.draw_paper(work)
    }

    fn draw_paper(&self, work: &mut PaperWork) -> Drawn {
        let cards = CaseCards { cache: &self.cache, case: &self.case, public: true };
        work.desk.draw(&Request {
            columns: &work.columns,
            revision: self.case.generation,
            view: &work.view,
            stretches: &work.stretches,
            ids: &self.case.ids,
            cards: &cards,
            cards_revision: self.cache.revision(),
            words: work.words.as_ref(),
            selected: None,
            canvas: work.canvas,
        })
    }
}

fn spoken_range(segment: &Segment, words: &FluentWords) -> String {
    let from = spoken_date(&segment.from, false, words);
    let to = spoken_date(&segment.to, false, words);
    if from == to {
        return from;
    }
    words.say("date-from-to", &[("first", Arg::Text(&from)), ("last", Arg::Text(&to))])
}

fn words_of(language: &str) -> Result<Arc<FluentWords>, FileError> {
    FluentWords::of(language).map(Arc::new).ok_or_else(|| {
        let known = FluentWords::languages().join(", ");
        FileError::Unknown(format!("no words in the language {language:?}; there are {known}"))
    })
}

/// The columns without these events.
fn without(columns: &Arc<Columns>, private: &BTreeSet<EventId>) -> Arc<Columns> {
    if private.is_empty() {
        return Arc::clone(columns);
    }
    let mut public = Columns::clone(columns);
    public.marks.retain(|mark| !private.contains(&mark.event));
    public.ties.retain(|tie| !private.contains(&tie.from) && !private.contains(&tie.to));
    public.participations.retain(|part| !private.contains(&part.event));
    public.events = public.events.saturating_sub(private.len());
    Arc::new(public)
}

/// Whether only the store can tell what a view leaves of the case.
fn must_be_asked(view: &View) -> bool {
    !view.filter.beyond_marks().is_empty() || known_by(view).is_some()
}

/// One segment for the range that was asked for; where one end is left open, the view's own.
fn wished_range(wish: &PictureWish, stretches: &[Stretch]) -> Result<Option<Segment>, FileError> {
    if wish.range().is_none() {
        return Ok(None);
    }
    let first = || stretches.first().and_then(|stretch| day(stretch.span.start()));
    let last = || stretches.last().and_then(|stretch| day(stretch.span.end().plus_days(-1)));
    let (Some(from), Some(to)) = (wish.from.clone().or_else(first), wish.to.clone().or_else(last)) else {
        return Err(FileError::Unknown("the range needs both --from and --to here".to_owned()));
    };
    let open = from.earliest() == Stamp::MIN || to.latest() == Stamp::MAX;
    if open || from.earliest() >= to.latest() {
        return Err(FileError::Unknown(format!("the range from {from} to {to} has no length to draw")));
    }
    Ok(Some(Segment { from, to, share: 1.0 }))
}

fn day(stamp: Stamp) -> Option<When> {
    let (year, month, day) = stamp.civil();
    When::day(year, month, day).ok()
}
