//! The picture: keeps index, layout and scene, and rebuilds each only when what it is made from changed.

mod survey;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{
    Columns, EventId, LaneIndex, LaneOrder, Paper, Sieve, Stamp, Status, Theme, View, When, Words,
};
use crate::scene::{
    Cards, Logo, Measure, Names, PagePart, Parts, Scene, Sheet, SheetLines, Style, compose, header_width,
    lines_needed, sheet,
};
use crate::timeline::{
    Area, Forms, Layout, Picture, Placing, Shown, Stretch, Survey, events_in, lay_out, ticks_since,
};

pub(super) use self::survey::Surveyed;
use self::survey::{Inquiry, SurveyDesk};

/// The surface that a picture is made for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Canvas {
    /// In points.
    pub width: f32,
    pub height: f32,
    pub theme: Theme,
    /// With title, legend and notes.
    pub paper: bool,
    /// Whether a chart that needs less height than this makes the picture lower.
    pub fit: bool,
}

impl Canvas {
    /// The canvas of a view that names its paper, else of an article's page.
    #[must_use]
    pub fn paper(paper: Option<Paper>, theme: Theme) -> Self {
        let (width, height) = paper.map_or((1_200, 675), |paper| (paper.width, paper.height));
        Self { width: width as f32, height: height as f32, theme, paper: true, fit: false }
    }
}

/// What a picture is made from.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    pub columns: &'a Arc<Columns>,
    /// Changes with the columns.
    pub revision: u64,
    pub view: &'a View,
    pub stretches: &'a [Stretch],
    /// Rows of the events that the view names.
    pub ids: &'a BTreeMap<String, EventId>,
    pub cards: &'a dyn Cards,
    /// Changes with the cards.
    pub cards_revision: u64,
    pub words: &'a dyn Words,
    pub selected: Option<EventId>,
    pub canvas: Canvas,
    /// On paper: whose picture it is.
    pub logo: Option<&'a Arc<Logo>>,
    /// Where it is one of several pages.
    pub page: Option<&'a Page>,
}

/// A page among others: what all of them share.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub part: PagePart,
    /// All events of all pages in order of time: their numbers go through.
    pub order: Arc<Vec<EventId>>,
    /// Lines below the chart that any of them needs, so that rows stand alike on all.
    pub lines: SheetLines,
}

impl std::fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request")
            .field("revision", &self.revision)
            .field("canvas", &self.canvas)
            .finish_non_exhaustive()
    }
}

/// A picture that is up to date.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub scene: Arc<Scene>,
    pub layout: Arc<Layout>,
    /// On paper: all events that it shows, in order of time.
    pub order: Arc<Vec<EventId>>,
    /// Below the chart.
    pub lines: SheetLines,
}

impl Drawn {
    /// The events whose words the picture shows.
    #[must_use]
    pub fn wanted(&self) -> BTreeSet<EventId> {
        events_in(&self.layout)
    }
}

/// Keeps what was made last.
#[derive(Debug, Default)]
pub struct PictureDesk {
    measure: Measure,
    names: Names,
    forms: Forms,
    /// Numbers of the survey and of the words that names were made from: another language makes another survey.
    named: (u64, u64),
    surveys: SurveyDesk,
    /// The selected event in its lanes, in the survey of that number.
    selected: Option<(u64, EventId, Vec<Placing>)>,
    drawn: Option<(Key, Drawn)>,
}

#[derive(Debug, Clone, PartialEq)]
struct Key {
    /// Number of the survey.
    serial: u64,
    cards_revision: u64,
    view: View,
    stretches: Vec<Stretch>,
    selected: Option<EventId>,
    canvas: Canvas,
    logo: Option<Arc<Logo>>,
    page: Option<Page>,
}

impl PictureDesk {
    /// The picture, made anew only where something changed.
    pub fn draw(&mut self, request: &Request<'_>) -> Drawn {
        let (survey, serial) = self.surveys.survey(&Inquiry::new(request));
        let key = Key {
            serial,
            cards_revision: request.cards_revision,
            view: request.view.clone(),
            stretches: request.stretches.to_vec(),
            selected: request.selected,
            canvas: request.canvas,
            logo: request.logo.cloned(),
            page: request.page.cloned(),
        };
        if let Some((_, drawn)) = self.drawn.as_ref().filter(|(known, _)| *known == key) {
            return drawn.clone();
        }
        self.find_selected(&survey, serial, request.selected);
        let named = (serial, request.cards_revision);
        if self.named != named {
            if self.named.0 != serial {
                self.forms.clear();
            }
            self.named = named;
            self.names.clear();
        }
        let drawn = self.make(request, &survey);
        self.drawn = Some((key, drawn.clone()));
        drawn
    }

    /// Whether what was drawn waits for a newer survey.
    pub(super) fn is_waiting(&self) -> bool {
        self.surveys.is_waiting()
    }

    /// The survey that was made last.
    pub(super) fn newest_survey(&self) -> Option<&Arc<Survey>> {
        self.surveys.newest()
    }

    /// Where surveys are made.
    pub(super) fn surveys(&mut self) -> &mut SurveyDesk {
        &mut self.surveys
    }

    fn find_selected(&mut self, survey: &Survey, serial: u64, selected: Option<EventId>) {
        let known = self.selected.as_ref().map(|(serial, event, _)| (*serial, *event));
        let wanted = selected.map(|event| (serial, event));
        if known != wanted {
            self.selected = wanted.map(|(serial, event)| (serial, event, survey.placings_of(event)));
        }
    }

    fn make(&mut self, request: &Request<'_>, survey: &Survey) -> Drawn {
        /// Lines of legend and of notes at most: what is not needed goes to the chart.
        const MOST_LINES: SheetLines = SheetLines { legend: 3, notes: 0, foot: 3 };
        const MOST_TRIES: usize = 6;
        let mut canvas = request.canvas;
        let style = if canvas.paper {
            match request.view.paper.and_then(|paper| paper.seen) {
                Some(seen) => Style::seen(canvas.theme, canvas.width, seen as f32),
                None => Style::paper(canvas.theme, canvas.width, canvas.height),
            }
        } else {
            Style::window(canvas.theme)
        };
        let mut lines = if canvas.paper { MOST_LINES } else { SheetLines::default() };
        let mut tries = 0;
        let mut ordered: Option<(Shown, Arc<Vec<EventId>>)> = None;
        loop {
            let size = (canvas.width, canvas.height);
            let plan = sheet(&style, request.view, request.words, &self.measure, size, lines);
            let layout = self.lay_out(request, survey, &style, plan.area);
            let spare = (layout.area.top + layout.area.height - layout.body.1) as f32;
            if std::mem::take(&mut canvas.fit) && spare > style.text.em {
                canvas.height -= spare;
                continue;
            }
            let order = match request.page {
                Some(page) => Arc::clone(&page.order),
                None if canvas.paper => order_of(survey, &layout, &mut ordered),
                None => Arc::default(),
            };
            let base = parts(request, survey, canvas, &layout, (&self.measure, &self.names), &style, &plan);
            let parts = Parts { order: &order, ..base };
            let needed = if canvas.paper { lines_needed(&parts) } else { SheetLines::default() };
            let needed = request.page.map_or(needed, |page| needed.with(page.lines));
            tries += 1;
            if needed == lines || tries == MOST_TRIES {
                let scene = Arc::new(compose(&parts));
                return Drawn { scene, layout: Arc::new(layout), order, lines: needed };
            }
            // A lower chart may need other lines again: from the second time on none is taken back.
            lines = if tries > 1 { lines.with(needed) } else { needed };
        }
    }

    fn lay_out(&self, request: &Request<'_>, survey: &Survey, style: &Style, area: Area) -> Layout {
        let ordered = survey.since.map(|_| in_order(request.view, survey));
        let view = ordered.as_ref().unwrap_or(request.view);
        let lanes = shown_lanes(survey, view);
        let header = header_width(
            &survey.columns,
            (&lanes, &view.collapsed),
            survey.whole_sum(),
            style,
            (&self.measure, request.words),
        );
        let mut layout = lay_out(&Picture {
            survey,
            forms: &self.forms,
            view,
            stretches: request.stretches,
            area,
            spacing: style.spacing(header, area.width),
            selected: self.selected.as_ref().map(|(.., placings)| placings.as_slice()).unwrap_or_default(),
            pins: &named(request.ids, request.view.pins.iter().take(3)),
            labelled: &named(request.ids, request.view.labels.iter().map(|label| &label.event)),
        });
        if let Some(since) = survey.since {
            let em = layout.spacing.em;
            layout.ticks = layout.axis.pieces().iter().map(|piece| ticks_since(piece, em, since)).collect();
        }
        layout
    }
}

/// The events of a layout in order of time; what was known is used again where the same are shown.
fn order_of(
    survey: &Survey,
    layout: &Layout,
    known: &mut Option<(Shown, Arc<Vec<EventId>>)>,
) -> Arc<Vec<EventId>> {
    let shown = Shown::of(layout);
    let same = known.take().filter(|(before, _)| *before == shown);
    let order = same.map_or_else(|| Arc::new(shown.in_order(survey)), |(_, order)| order);
    *known = Some((shown, Arc::clone(&order)));
    order
}

/// Rows of events that a view names.
pub(super) fn named<'k>(
    ids: &BTreeMap<String, EventId>,
    keys: impl Iterator<Item = &'k String>,
) -> Vec<EventId> {
    keys.filter_map(|key| ids.get(key).copied()).collect()
}

fn parts<'a>(
    request: &'a Request<'_>,
    survey: &'a Survey,
    canvas: Canvas,
    layout: &'a Layout,
    (measure, names): (&'a Measure, &'a Names),
    style: &'a Style,
    plan: &'a Sheet,
) -> Parts<'a> {
    Parts {
        layout,
        columns: &survey.columns,
        view: request.view,
        cards: request.cards,
        words: request.words,
        measure,
        names,
        style,
        selected: request.selected,
        width: canvas.width,
        height: canvas.height,
        sheet: plan,
        order: &[],
        logo: request.logo,
        page: request.page.map(|page| page.part),
    }
}

/// A view whose lanes stand in the order in which they moved.
fn in_order(view: &View, survey: &Survey) -> View {
    let codes = survey.movers.iter().filter_map(|lane| survey.columns.lanes.get(lane.0 as usize));
    View { lanes: codes.map(|lane| lane.code.clone()).collect(), order: LaneOrder::Own, ..view.clone() }
}

/// The lanes that may get a row: for the width of the headers.
fn shown_lanes(survey: &Survey, view: &View) -> Vec<LaneIndex> {
    if !view.lanes.is_empty() {
        return view.lanes.iter().filter_map(|code| survey.columns.lane_of(code)).collect();
    }
    survey.index.marked_lanes()
}

/// What a view leaves out, ready to be asked of columns.
#[must_use]
pub fn sieve_of(columns: &Columns, view: &View) -> Sieve {
    let mut sieve = Sieve::default();
    for kind in columns.kinds.codes() {
        let wanted = view.filter.kinds.is_empty() || view.filter.kinds.iter().any(|on| on == kind);
        if let (true, Some(index)) =
            (view.off.iter().any(|off| off == kind) || !wanted, columns.kinds.index_of(kind))
        {
            sieve.kinds_off[usize::from(index.0 / 64)] |= 1 << (index.0 % 64);
        }
    }
    for status in Status::ALL {
        let on = if view.filter.statuses.is_empty() {
            status != Status::Retracted
        } else {
            view.filter.statuses.contains(&status)
        };
        if !on {
            sieve.statuses_off |= 1 << status as u8;
        }
    }
    sieve.known_by = view.known_on.as_ref().map(When::latest).filter(|day| *day != Stamp::MAX);
    sieve
}
