//! The plan of a picture for paper: a view and what is wished otherwise, put together piece by piece.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::model::{
    Arg, Columns, EventId, Lane, LaneOrder, Paper, Segment, Sentence, Stamp, View, When, Words, spoken_date,
};
use crate::scene::Logo;
use crate::timeline::{Stretch, suggest_segments, whole_case};

use super::super::FluentWords;
use super::super::command::{PictureWish, ViewWish};
use super::super::files::{self, FileError};
use super::super::find::{Passing, as_known, keep_only, known_by};
use super::super::look::{no_view, stretches_of};
use super::super::picture::{Canvas, Page};
use super::super::publish::Preset;
use super::super::receive::suggested;
use super::Sitting;

/// All that a picture is drawn from but its words.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub columns: Arc<Columns>,
    pub view: View,
    pub stretches: Vec<Stretch>,
    pub canvas: Canvas,
    /// Pixels for a point.
    pub scale: f32,
    pub words: Arc<FluentWords>,
    /// Read from its file once all else is known.
    pub logo: Option<Arc<Logo>>,
    /// Where it is of one page among several.
    pub page: Option<Page>,
    /// Whether what the view's filter leaves was found out.
    pub is_sifted: bool,
}

impl Plan {
    /// Without the private events. A view with a filter, or of what was known on a day, is planned again once the
    /// store has told what it leaves: `passing`.
    ///
    /// # Errors
    /// Names what the case does not have, or what does not go together.
    pub fn new(
        sitting: &Sitting,
        wish: &PictureWish,
        private: &BTreeSet<EventId>,
        passing: Option<&Passing>,
    ) -> Result<Self, FileError> {
        let columns = without(&sitting.columns, private);
        let columns =
            passing.map_or_else(|| Arc::clone(&columns), |passing| keep_only(&columns, &passing.events));
        let (mut view, mut stretches) = wished_view(sitting, &wish.view, &columns)?;
        let columns = match (passing, known_by(&view)) {
            (Some(passing), Some(by)) => as_known(&columns, &passing.facets, by),
            _ => columns,
        };
        if let Some(title) = &wish.title {
            view.title = Some(title.clone());
        } else if view.title.is_none() && view.name.is_empty() {
            view.title = Some(sitting.title.clone());
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
        wish.settings.make_in(&mut view, &columns).map_err(FileError::Said)?;
        let chosen = wish.settings.paper.or(wish.settings.preset.map(Preset::paper));
        let usual = chosen.or(view.paper).unwrap_or(Paper::of(1_200, 675));
        let paper = drawable(wish.settings.dress(wished_paper(wish, usual), view.paper))?;
        let fit = wish.height.is_none() && chosen.is_none() && view.paper.is_none();
        view.paper = Some(paper);
        let theme = wish.theme.or(view.theme).unwrap_or_default();
        let canvas = Canvas { fit, ..Canvas::paper(Some(paper), theme) };
        let (scale, is_sifted) = (paper.scale as f32, passing.is_some());
        Ok(Self { columns, view, stretches, canvas, scale, words, logo: None, page: None, is_sifted })
    }

    /// Whether only the store can tell what the view leaves of the case.
    pub fn must_be_asked(&self) -> bool {
        let is_sifting = !self.view.filter.beyond_marks().is_empty() || known_by(&self.view).is_some();
        is_sifting && !self.is_sifted
    }

    /// Lanes of the view of which the case has no event, in sentences.
    pub fn absent(&self) -> Vec<Sentence> {
        let absent = self.view.lanes.iter().filter(|code| self.columns.lane_of(code).is_none());
        absent
            .map(|code| {
                let name = Lane::plain(code.clone()).name_in(self.words.as_ref()).into_owned();
                Sentence::new("export-lane-absent").text("name", name)
            })
            .collect()
    }

    /// A picture without events says so under its title; gives the sentence.
    pub fn say_empty(&mut self) -> Sentence {
        let range = match &self.view.segments[..] {
            [segment] => Some(spoken_range(segment, self.words.as_ref())),
            _ => None,
        };
        let said = super::empty(range);
        self.view.subtitle = Some(said.spoken(self.words.as_ref()));
        said
    }
}

/// A size that a picture can have: a view may come from a file, and name any.
fn drawable(paper: Paper) -> Result<Paper, FileError> {
    const SIDES: RangeInclusive<u32> = 100..=20_000;
    if SIDES.contains(&paper.width) && SIDES.contains(&paper.height) {
        return Ok(paper);
    }
    let (width, height, least, most) = (paper.width, paper.height, SIDES.start(), SIDES.end());
    let said = Sentence::new("fault-size")
        .text("width", width.to_string())
        .text("height", height.to_string())
        .text("least", least.to_string())
        .text("most", most.to_string());
    Err(FileError::Said(said))
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
    Paper { width, height, scale: wish.scale.unwrap_or(usual.scale), seen, ..usual }
}

fn wished_view(
    sitting: &Sitting,
    wish: &ViewWish,
    columns: &Columns,
) -> Result<(View, Vec<Stretch>), FileError> {
    let named = |name: &String| sitting.views.iter().find(|view| view.name == *name);
    let view = match wish {
        ViewWish::Current => return Ok((sitting.view.clone(), sitting.stretches.clone())),
        ViewWish::All => return Ok((View::default(), whole_case(columns))),
        ViewWish::Named(name) => named(name).ok_or_else(|| no_view(name, &sitting.views))?,
        ViewWish::Given(view) => view.as_ref(),
        ViewWish::First => match sitting.views.first() {
            Some(view) => view,
            None => return Ok((suggested(&sitting.columns), suggest_segments(columns, &[]))),
        },
    };
    Ok((view.clone(), stretches_of(view, columns)))
}

/// "4 July 2022 to 30 April 2023".
pub(super) fn spoken_range(segment: &Segment, words: &FluentWords) -> String {
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
        FileError::Said(Sentence::new("unknown-language").quoting("language", language).text("known", known))
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

/// One segment for the range that was asked for; where one end is left open, the view's own.
fn wished_range(wish: &PictureWish, stretches: &[Stretch]) -> Result<Option<Segment>, FileError> {
    if wish.range().is_none() {
        return Ok(None);
    }
    let first = || stretches.first().and_then(|stretch| day(stretch.span.start()));
    let last = || stretches.last().and_then(|stretch| day(stretch.span.end().plus_days(-1)));
    let (Some(from), Some(to)) = (wish.from.clone().or_else(first), wish.to.clone().or_else(last)) else {
        return Err(FileError::Said(Sentence::new("fault-half-range")));
    };
    let open = from.earliest() == Stamp::MIN || to.latest() == Stamp::MAX;
    if open || from.earliest() >= to.latest() {
        let said = Sentence::new("fault-no-range").text("from", from.as_str()).text("to", to.as_str());
        return Err(FileError::Said(said));
    }
    Ok(Some(Segment { from, to, share: 1.0 }))
}

/// The day of a stamp, where it can be said.
pub(super) fn day(stamp: Stamp) -> Option<When> {
    let (year, month, day) = stamp.civil();
    When::day(year, month, day).ok()
}
