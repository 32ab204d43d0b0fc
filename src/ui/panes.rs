//! Where the window's panels stand. They are placed by hand: no panel has a size of its own to remember.

use egui::{Area, Context, Frame, Id, Order, Rect, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::scene::{Ink, Palette};

use super::article::Room;
use super::bars::{self, NOTICE, NOTICES, STATUS};
use super::look::{colour, shadow};
use super::overview::HEIGHT;

/// Air at both ends of toolbar and status line.
const SIDE: f32 = 8.0;

/// Widest form.
const FORM: f32 = 420.0;

/// The size at which the window looks as it should.
const CALM: Vec2 = vec2(1_920.0, 1_080.0);
/// From this width on, the window is zoomed.
const HUGE: f32 = 3_000.0;

/// The rectangles of one frame.
#[derive(Debug, Clone, Copy)]
pub struct Panes {
    pub toolbar: Rect,
    /// Over the lanes, where they show what was known on a day.
    pub known: Rect,
    pub lanes: Rect,
    /// Under the lanes, where silent members are named.
    pub silence: Rect,
    /// Under the lanes, where there is a picture.
    pub overview: Rect,
    pub article: Option<(Rect, Room)>,
    pub notices: Rect,
    pub status: Rect,
}

/// Lines of notices.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lines {
    pub all: usize,
    /// Until they are dismissed.
    pub staying: usize,
}

impl Panes {
    /// Divides a window; of the lines of notices those that stay have a place of their own, the others lie over what is
    /// below the lanes for a while: nothing is to move under a hand because something was done.
    #[must_use]
    pub fn new(whole: Rect, room: Option<Room>, notices: Lines, overview: bool) -> Self {
        let top = whole.top() + bars::toolbar_height(whole.width());
        let status = (whole.bottom() - STATUS).max(top);
        let above = |lines: usize| (status - NOTICE * lines.min(NOTICES) as f32).max(top);
        let bottom = above(notices.staying);
        let band = |from: f32, to: f32| Rect::from_min_max(pos2(whole.left(), from), pos2(whole.right(), to));
        let middle = band(top, bottom);
        let article =
            room.map(|room| (Rect::from_min_max(pos2(middle.right() - room.width, top), middle.max), room));
        let right = article.filter(|(_, room)| !room.over).map_or(middle.right(), |(rect, _)| rect.left());
        let floor = if overview { (bottom - HEIGHT).max(top) } else { bottom };
        Self {
            toolbar: band(whole.top(), top),
            known: Rect::from_min_max(middle.min, pos2(right, top)),
            lanes: Rect::from_min_max(middle.min, pos2(right, floor)),
            silence: Rect::from_min_max(pos2(middle.left(), floor), pos2(right, floor)),
            overview: Rect::from_min_max(pos2(middle.left(), floor), pos2(right, bottom)),
            article,
            notices: band(above(notices.all), status),
            status: band(status, whole.bottom()),
        }
    }

    /// With a bar over the lanes and a line under them, of these heights; 0: none.
    #[must_use]
    pub fn parted(mut self, above: f32, below: f32) -> Self {
        let top = (self.lanes.top() + above).min(self.lanes.bottom());
        let bottom = (self.lanes.bottom() - below).max(top);
        self.known.set_bottom(top);
        self.silence.set_top(bottom);
        (self.lanes.min.y, self.lanes.max.y) = (top, bottom);
        self
    }

    /// A form's place and an article's, where both are shown beside the timeline.
    #[must_use]
    pub fn halves(rect: Rect) -> (Rect, Rect) {
        let cut = rect.left() + (rect.width() * 0.46).min(FORM);
        let (form, article) = rect.split_left_right_at_x(cut);
        (form, article)
    }

    /// The hairline between a form and an article that stand side by side.
    pub fn divide(ui: &Ui, article: Rect, palette: &Palette) {
        let line = Stroke::new(1.0, colour(palette.hairline));
        ui.painter().vline(article.left(), article.y_range(), line);
    }

    /// Hairlines between the panels.
    pub fn rules(&self, ui: &Ui, palette: &Palette) {
        let line = Stroke::new(1.0, colour(palette.hairline));
        let painter = ui.painter();
        painter.hline(self.toolbar.x_range(), self.toolbar.bottom(), line);
        painter.hline(self.status.x_range(), self.notices.top(), line);
        for rect in [self.known, self.silence] {
            if rect.height() > 1.0 {
                let at = if rect.top() < self.lanes.top() { rect.bottom() } else { rect.top() };
                painter.hline(rect.x_range(), at, line);
            }
        }
        if self.overview.height() > 1.0 {
            painter.hline(self.overview.x_range(), self.overview.top(), line);
        }
        if let Some((rect, _)) = self.article.filter(|(_, room)| !room.over) {
            painter.vline(rect.left(), rect.y_range(), line);
        }
    }
}

/// On a screen of 4K that says nothing of its density everything would be tiny: the window grows with it, until the
/// user zooms. Gives back the zoom that was chosen here last.
pub fn zoom(ctx: &Context, last: f32) -> f32 {
    let now = ctx.zoom_factor();
    let size = ctx.content_rect().size() * now;
    let wanted = fitting(size);
    if now == last && wanted != last && ctx.native_pixels_per_point().is_none_or(|points| points <= 1.0) {
        ctx.set_zoom_factor(wanted);
        return wanted;
    }
    last
}

/// The zoom for a window of a size in the system's points, in quarters.
fn fitting(size: Vec2) -> f32 {
    if size.x < HUGE {
        return 1.0;
    }
    let times = (size.x / CALM.x).min(size.y / CALM.y);
    ((times * 4.0).floor() / 4.0).clamp(1.0, 2.0)
}

/// Places everything once more before this frame is shown, or in the next one where that was done already: what was
/// placed last did not know yet what is known now.
pub fn place_again(ui: &Ui, why: &'static str) {
    ui.ctx().request_discard(why);
    if !ui.ctx().will_discard() {
        ui.ctx().request_repaint();
    }
}

/// A panel in its place.
pub fn within(ui: &mut Ui, rect: Rect, fill: Option<Ink>, show: impl FnOnce(&mut Ui)) {
    if rect.height() < 1.0 || rect.width() < 1.0 {
        return;
    }
    let mut inner = rect;
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, 0.0, colour(fill));
        inner = rect.shrink2(vec2(SIDE, 0.0));
    }
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        show(ui);
    });
}

/// The article's panel: beside the timeline, or floating over it.
pub fn article(ui: &mut Ui, rect: Rect, room: Room, palette: &Palette, show: impl FnOnce(&mut Ui)) {
    if !room.over {
        return within(ui, rect, None, show);
    }
    let area = Area::new(Id::unique("article")).order(Order::Middle).fixed_pos(rect.min).constrain(false);
    area.show(ui.ctx(), |ui| {
        let frame = Frame::NONE.fill(colour(palette.ground)).shadow(shadow(palette));
        frame.show(ui, |ui| {
            ui.set_min_size(rect.size());
            within(ui, rect, None, show);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::super::article::room;
    use super::*;

    #[test]
    fn only_a_huge_window_is_zoomed() {
        assert_eq!(fitting(vec2(1_920.0, 1_080.0)), 1.0);
        assert_eq!(fitting(vec2(2_560.0, 1_440.0)), 1.0);
        assert_eq!(fitting(vec2(3_840.0, 2_160.0)), 2.0);
        assert_eq!(fitting(vec2(3_440.0, 1_440.0)), 1.25);
    }

    #[test]
    fn the_timeline_keeps_56_in_100_of_the_window_beside_an_article() {
        for width in [1_100.0, 1_280.0, 1_440.0, 1_920.0] {
            let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 800.0));
            let panes = Panes::new(whole, Some(room(width)), Lines::default(), true);
            assert!(panes.lanes.width() >= width * 0.56, "{width}: {}", panes.lanes.width());
        }
        let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(1_000.0, 700.0));
        let panes = Panes::new(whole, Some(room(1_000.0)), Lines { all: 9, staying: 9 }, true);
        assert_eq!(panes.lanes.width(), 1_000.0, "the article lies over it");
        assert_eq!(panes.notices.height(), 3.0 * NOTICE);
    }

    #[test]
    fn what_is_told_for_a_while_moves_nothing() {
        let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(1_280.0, 720.0));
        let panes = |all, staying| Panes::new(whole, Some(room(1_280.0)), Lines { all, staying }, true);
        let (still, told, failed) = (panes(0, 0), panes(2, 0), panes(2, 1));
        assert_eq!((told.lanes, told.overview), (still.lanes, still.overview));
        assert_eq!(told.notices.height(), 2.0 * NOTICE);
        assert_eq!(failed.lanes.height(), still.lanes.height() - NOTICE, "what stays covers nothing");
    }
}
