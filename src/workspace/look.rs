//! How the case is looked at: pan, zoom, select, choose a view.

mod beside;
mod keep;
mod selection;

use crate::model::{EventId, Reading, Segment, Sentence, Span, Stamp, View};
use crate::timeline::{Axis, Stretch, whole_case};

use super::files::FileError;
use super::{Look, OpenArticle, Workspace};

pub(super) use self::beside::Margin;
pub use self::beside::{ArticleFacts, Beside, TextPlace};
pub(super) use self::keep::Kept;
pub use self::selection::Middle;
pub(super) use self::selection::Selection;

/// An axis for gestures before anything was drawn.
const WIDTH: f64 = 1_000.0;
const GUTTER: f64 = 14.0;

impl Workspace {
    pub(super) fn look(&mut self, look: Look) {
        match look {
            Look::Pan { segment, by_pt } => {
                let axis = self.axis();
                if let Some(piece) = axis.pieces().get(segment) {
                    self.stretches = axis.pan(&self.stretches, f64::midpoint(piece.x0, piece.x1), by_pt);
                }
            }
            Look::ZoomAt { x, factor } => {
                self.stretches = self.axis().zoom_at(&self.stretches, x, factor);
            }
            Look::Fit => self.fit(),
            Look::OneSegment => {
                let whole = self.stretches.iter().map(|stretch| stretch.span).reduce(Span::union);
                self.stretches = whole.into_iter().map(|span| Stretch { span, share: 1.0 }).collect();
            }
            Look::SelectEvent(event) => {
                self.selection.only(event);
                self.follow(event);
                self.want([event]);
                self.bring_into_sight(event);
            }
            Look::SelectAlso(event) => {
                self.selection.toggle(event);
                self.want([event]);
            }
            Look::SelectMany(events) => self.selection.many(&events),
            Look::Copy(form) => self.copy_chosen(form),
            Look::SelectNone => self.selection.clear(),
            // Who leaves a candidate's form goes on with the review that it was opened from.
            Look::Beside(None) if matches!(self.beside, Some(Beside::Candidate(_))) => {
                self.put_beside(Some(Beside::Review));
            }
            Look::Beside(beside) => self.put_beside(beside),
            Look::LookUp(words) => self.look_up(words),
            Look::Middle(middle) => self.middle = middle,
            Look::ShowArticle { key, event, place } => {
                if self.cache.sheet(&key).is_none() {
                    self.fetch_sheet(key.clone());
                }
                self.margin.asked_to_show += 1;
                let asked = self.margin.asked_to_show;
                self.open_article = Some(OpenArticle { key, event, place, asked });
            }
            Look::CloseArticle => self.open_article = None,
            Look::ChooseView(name) => {
                // The one that is left keeps how it was looked at.
                self.keep_view();
                match self.case.views.iter().find(|view| view.name == name) {
                    Some(view) => self.choose(view.clone()),
                    None => self.failed(&no_view(&name, &self.case.views)),
                }
            }
            Look::Theme(theme) => self.theme = theme,
            Look::Strip(switch) => self.view.strip = switch,
            Look::Pairs(switch) => self.view.pairs = switch,
            Look::Posts(switch) => self.view.posts = switch,
        }
    }

    /// Takes a view as it was saved.
    pub(super) fn choose(&mut self, view: View) {
        self.stretches = stretches_of(&view, self.columns());
        self.theme = view.theme.unwrap_or(self.theme);
        self.view = view;
    }

    fn axis(&self) -> Axis {
        match &self.axis {
            // What was drawn gives the width, and what was asked since gives the time.
            Some(drawn) => Axis::new(&self.stretches, drawn.left(), drawn.right(), GUTTER),
            None => Axis::new(&self.stretches, 0.0, WIDTH, GUTTER),
        }
    }

    /// The first segment begins with the first event and the last ends with the last.
    fn fit(&mut self) {
        let Some(whole) = whole_case(self.columns()).first().map(|stretch| stretch.span) else { return };
        let inner = |first: &Stretch, last: &Stretch| {
            whole.start() < first.span.end() && last.span.start() < whole.end()
        };
        let kept = self.stretches.first().zip(self.stretches.last()).is_some_and(|(a, b)| inner(a, b));
        if self.stretches.len() < 2 || !kept {
            self.stretches = vec![Stretch { span: whole, share: 1.0 }];
            return;
        }
        if let Some(first) = self.stretches.first_mut() {
            first.span = Span::new(whole.start(), first.span.end());
        }
        if let Some(last) = self.stretches.last_mut() {
            last.span = Span::new(last.span.start(), whole.end());
        }
    }

    /// Pans the nearest segment until the event's mark is in its middle, if no segment shows it.
    fn bring_into_sight(&mut self, event: EventId) {
        let mark = self.case.columns.marks.iter().find(|mark| mark.event == event);
        let Some(mark) = mark.filter(|mark| mark.bits.reading() != Reading::Undated) else { return };
        let at = match (mark.t0, mark.t1, mark.bits.reading()) {
            (Stamp::MIN, end, _) => end.plus_days(-1),
            (start, end, Reading::Within) if end != Stamp::MAX => Span::new(start, end).mid(),
            (start, ..) => start,
        };
        let axis = self.axis();
        if axis.x_of(at).is_some() {
            return;
        }
        let piece = axis.pieces().get(axis.segment_at(axis.nearest_x(at)));
        if let Some(piece) = piece {
            let middle = f64::midpoint(piece.x0, piece.x1);
            self.stretches = axis.pan(&self.stretches, middle, middle - piece.x_of(at));
        }
    }
}

/// A view's segments as the axis takes them; of a view without, the whole case.
pub(super) fn stretches_of(view: &View, columns: &crate::model::Columns) -> Vec<Stretch> {
    if view.segments.is_empty() {
        return whole_case(columns);
    }
    let stretch = |segment: &Segment| Stretch {
        span: Span::new(segment.from.earliest(), segment.to.latest()),
        share: segment.share,
    };
    view.segments.iter().map(stretch).collect()
}

/// A name that no view has, with those that there are.
pub(super) fn no_view(name: &str, views: &[View]) -> FileError {
    let names: Vec<String> = views.iter().map(|view| format!("{:?}", view.name)).collect();
    FileError::Said(if names.is_empty() {
        Sentence::new("unknown-view-of-none").quoting("view", name)
    } else {
        Sentence::new("unknown-view").quoting("view", name).text("known", names.join(", "))
    })
}
