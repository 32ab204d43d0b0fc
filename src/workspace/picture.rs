//! The picture: keeps index, layout and scene, and rebuilds each only when what it is made from changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{
    Columns, EventId, LaneIndex, Paper, Sieve, Span, Stamp, Status, Theme, View, When, Words,
};
use crate::scene::{Cards, Measure, Parts, Scene, Sheet, Style, compose, header_width, lines_needed, sheet};
use crate::timeline::{
    Area, Index, Layout, Picture, Rules, Stretch, by_first_mover, find_homes, hub_of, lay_out, ticks_since,
};

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
}

impl Drawn {
    /// The events whose words the picture shows.
    #[must_use]
    pub fn wanted(&self) -> BTreeSet<EventId> {
        let layout = &self.layout;
        let mut wanted: BTreeSet<EventId> =
            layout.items.iter().flat_map(|item| item.events.iter().copied()).collect();
        wanted.extend(layout.pins.iter().map(|pin| pin.event));
        wanted.extend(layout.threads.iter().flat_map(|thread| thread.stops.iter().map(|stop| stop.event)));
        for post in &layout.posts {
            wanted.extend(post.held.iter().map(|tenure| tenure.event));
            wanted.extend(post.nominated.iter().flat_map(|one| [Some(one.event), one.closed_by]).flatten());
        }
        wanted
    }
}

/// Keeps what was made last.
#[derive(Debug, Default)]
pub struct PictureDesk {
    measure: Measure,
    index: Option<(u64, View, Arc<Index>)>,
    drawn: Option<(Key, Drawn)>,
}

#[derive(Debug, Clone, PartialEq)]
struct Key {
    revision: u64,
    cards_revision: u64,
    view: View,
    stretches: Vec<Stretch>,
    selected: Option<EventId>,
    canvas: Canvas,
}

impl PictureDesk {
    /// The picture, made anew only where something changed.
    pub fn draw(&mut self, request: &Request<'_>) -> Drawn {
        let key = Key {
            revision: request.revision,
            cards_revision: request.cards_revision,
            view: request.view.clone(),
            stretches: request.stretches.to_vec(),
            selected: request.selected,
            canvas: request.canvas,
        };
        if let Some((_, drawn)) = self.drawn.as_ref().filter(|(known, _)| *known == key) {
            return drawn.clone();
        }
        let drawn = self.make(request);
        self.drawn = Some((key, drawn.clone()));
        drawn
    }

    fn make(&mut self, request: &Request<'_>) -> Drawn {
        /// Lines of legend and of notes at most: what is not needed goes to the chart.
        const MOST_LINES: (usize, usize) = (2, 3);
        let index = self.index_for(request);
        let mut canvas = request.canvas;
        let style = if canvas.paper {
            match request.view.paper.and_then(|paper| paper.seen) {
                Some(seen) => Style::seen(canvas.theme, canvas.width, seen as f32),
                None => Style::paper(canvas.theme, canvas.width, canvas.height),
            }
        } else {
            Style::window(canvas.theme)
        };
        let mut lines = if canvas.paper { MOST_LINES } else { (0, 0) };
        let mut tries = 0;
        loop {
            let size = (canvas.width, canvas.height);
            let plan = sheet(&style, request.view, request.words, &self.measure, size, lines);
            let layout = self.lay_out(request, &index, &style, plan.area);
            let spare = (layout.area.top + layout.area.height - layout.body.1) as f32;
            if std::mem::take(&mut canvas.fit) && spare > style.text.em {
                canvas.height -= spare;
                continue;
            }
            let parts = parts(request, canvas, &layout, &self.measure, &style, &plan);
            let needed = if canvas.paper { lines_needed(&parts) } else { (0, 0) };
            tries += 1;
            if needed == lines || tries == 3 {
                let scene = Arc::new(compose(&parts));
                return Drawn { scene, layout: Arc::new(layout) };
            }
            lines = needed;
        }
    }

    fn lay_out(&self, request: &Request<'_>, index: &Index, style: &Style, area: Area) -> Layout {
        let named = |keys: &mut dyn Iterator<Item = &String>| -> Vec<EventId> {
            keys.filter_map(|key| request.ids.get(key).copied()).collect()
        };
        let sieve = sieve_of(request.columns, request.view);
        let since = aligned_to(request);
        let ordered = since.map(|since| by_first_mover(request.view, request.columns, index, &sieve, since));
        let view = ordered.as_ref().unwrap_or(request.view);
        let lanes = shown_lanes(index, request.columns, view, &sieve);
        let header = header_width(request.columns, &lanes, style, &self.measure);
        let mut layout = lay_out(&Picture {
            columns: request.columns,
            index,
            view,
            sieve: &sieve,
            stretches: request.stretches,
            area,
            spacing: style.spacing(header),
            selected: request.selected,
            pins: &named(&mut request.view.pins.iter().take(3)),
            labelled: &named(&mut request.view.labels.iter().map(|label| &label.event)),
        });
        if let Some(since) = since {
            let em = layout.spacing.em;
            layout.ticks = layout.axis.pieces().iter().map(|piece| ticks_since(piece, em, since)).collect();
        }
        layout
    }

    fn index_for(&mut self, request: &Request<'_>) -> Arc<Index> {
        self.index(request.columns, request.revision, request.view, request.ids)
    }

    /// The index of columns, whose changes `revision` tells, in the home lanes of a view.
    pub(super) fn index(
        &mut self,
        columns: &Columns,
        revision: u64,
        view: &View,
        ids: &BTreeMap<String, EventId>,
    ) -> Arc<Index> {
        // Of a view, only these decide about home lanes.
        let home = View { hub: view.hub.clone(), by: view.by, homes: view.homes.clone(), ..View::default() };
        if let Some((.., index)) =
            self.index.as_ref().filter(|(known, view, _)| *known == revision && *view == home)
        {
            return Arc::clone(index);
        }
        let mut choices: BTreeMap<EventId, Vec<LaneIndex>> = BTreeMap::new();
        for choice in &home.homes {
            let lane = columns.lane_of(&choice.lane);
            if let Some((event, lane)) = ids.get(&choice.event).zip(lane) {
                choices.entry(*event).or_default().push(lane);
            }
        }
        let rules = Rules { hub: hub_of(columns, &home), by: home.by, choices: &choices };
        let index = Arc::new(Index::new(columns, find_homes(columns, &rules)));
        self.index = Some((revision, home, Arc::clone(&index)));
        index
    }
}

fn parts<'a>(
    request: &'a Request<'_>,
    canvas: Canvas,
    layout: &'a Layout,
    measure: &'a Measure,
    style: &'a Style,
    plan: &'a Sheet,
) -> Parts<'a> {
    Parts {
        layout,
        columns: request.columns,
        view: request.view,
        cards: request.cards,
        words: request.words,
        measure,
        style,
        selected: request.selected,
        width: canvas.width,
        height: canvas.height,
        sheet: plan,
    }
}

/// The moment from which the axis counts days, where the view names an event that has one.
fn aligned_to(request: &Request<'_>) -> Option<Stamp> {
    let event = request.ids.get(request.view.aligned_to.as_ref()?)?;
    let mark = request.columns.marks.iter().find(|mark| mark.event == *event)?;
    let at = if mark.t0 == Stamp::MIN { mark.t1 } else { mark.t0 };
    (at != Stamp::MAX).then_some(at)
}

/// The lanes that may get a row: for the width of the headers.
fn shown_lanes(index: &Index, columns: &Columns, view: &View, sieve: &Sieve) -> Vec<LaneIndex> {
    if !view.lanes.is_empty() {
        return view.lanes.iter().filter_map(|code| columns.lane_of(code)).collect();
    }
    let marked: BTreeSet<LaneIndex> = index
        .events(Span::ALL, &index.lanes(), sieve, usize::MAX)
        .iter()
        .map(|placing| placing.lane)
        .collect();
    marked.into_iter().collect()
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
