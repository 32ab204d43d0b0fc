//! How the case is looked at, written back into it: at most every two seconds, and when it is left (contract 8).
//!
//! Deliberately absent: history, which holds edits only, and the theme, which is the window's.

use std::time::{Duration, Instant};

use crate::model::{EventId, Segment, Stamp, View, When};
use crate::store::Bookmark;
use crate::timeline::Stretch;

use super::super::{Beside, Look, Middle, Workspace};

/// Between two writings.
const PAUSE: Duration = Duration::from_secs(2);

/// Panels that stand where they stood when a case is opened again: none in which something is being written.
const PANELS: [(Beside, &str); 3] =
    [(Beside::Review, "review"), (Beside::Reckoning, "reckoning"), (Beside::Articles, "articles")];

/// What was kept last.
#[derive(Debug, Default)]
pub(in super::super) struct Kept {
    view: View,
    stretches: Vec<Stretch>,
    /// `None`: never of this case.
    at: Option<Instant>,
    bookmark: Bookmark,
    /// Whether the case is worked on; one that is only read is left as it is.
    pub(in super::super) is_on: bool,
}

impl Workspace {
    /// How long until there is something to keep; `None` where there is nothing.
    #[must_use]
    pub fn keeps_view_in(&self) -> Option<Duration> {
        let changed = self.kept.is_on
            && self.is_open()
            && (self.view != self.kept.view || self.stretches != self.kept.stretches);
        changed.then(|| self.kept.at.map_or(Duration::ZERO, |at| PAUSE.saturating_sub(at.elapsed())))
    }

    /// Keeps how the case is looked at, if that changed and the last time is long enough ago.
    pub(in super::super) fn keep_view_in_time(&mut self) {
        if self.keeps_view_in() == Some(Duration::ZERO) {
            self.keep_view();
        }
    }

    /// Keeps how the case is looked at, and where one is in it, if that changed: before it is left. What is merely chosen
    /// and read is no reason to write before that.
    pub fn keep_view(&mut self) {
        let bookmark = self.bookmark();
        let moved = self.kept.is_on && self.is_open() && bookmark != self.kept.bookmark;
        if self.keeps_view_in().is_none() && !moved {
            return;
        }
        let view = self.view_to_keep();
        if let Some(saved) = self.case.views.iter_mut().find(|saved| saved.name == view.name) {
            *saved = view.clone();
        }
        self.is_kept();
        self.kept.at = Some(Instant::now());
        self.jobs.ask(move |desk| desk.keep_view(&view, &bookmark));
    }

    /// Takes the view as it is for what the case holds.
    pub(in super::super) fn is_kept(&mut self) {
        self.kept.view.clone_from(&self.view);
        self.kept.stretches.clone_from(&self.stretches);
        self.kept.bookmark = self.bookmark();
    }

    /// Where one is.
    fn bookmark(&self) -> Bookmark {
        let chosen = self.selection().and_then(|event| self.card(event));
        // Its words may be on their way yet.
        let known = || self.selection().and(self.kept.bookmark.event.clone());
        let panel = PANELS.into_iter().find(|(panel, _)| Some(panel) == self.beside());
        Bookmark {
            event: chosen.map(|event| event.key.clone()).or_else(known),
            article: self.open_article.as_ref().map(|open| open.key.clone()),
            table: self.middle() == Middle::Table,
            panel: panel.map(|(_, word)| word.to_owned()),
        }
    }

    /// Goes back to where one left off, in a case that was opened to be worked in.
    pub(in super::super) fn go_back_to(&mut self, bookmark: Bookmark, chosen: Option<EventId>) {
        if !self.kept.is_on || bookmark == Bookmark::default() {
            return;
        }
        self.look(Look::Middle(if bookmark.table { Middle::Table } else { Middle::Timeline }));
        if let Some(event) = chosen {
            self.look(Look::SelectEvent(event));
        }
        if let Some(key) = bookmark.article.clone().filter(|key| self.case.articles.of(key).is_some()) {
            self.look(Look::ShowArticle { key, event: chosen, place: None });
        }
        let panel = PANELS.into_iter().find(|(_, word)| bookmark.panel.as_deref() == Some(word));
        if let Some((panel, _)) = panel {
            self.look(Look::Beside(Some(panel)));
        }
        self.kept.bookmark = bookmark;
    }

    /// The view with the segments that the axis has now.
    #[must_use]
    pub fn view_to_keep(&self) -> View {
        let mut view = self.view.clone();
        if let Some(segments) = self.stretches.iter().map(segment).collect() {
            view.segments = segments;
        }
        view
    }
}

/// A stretch of the axis in words that a file can hold: whole days, or minutes where it is short. `None` beyond the
/// years that can be written so.
fn segment(stretch: &Stretch) -> Option<Segment> {
    const SHORT: i64 = 30 * 86_400;
    const DAY: i64 = 86_400;
    const MINUTE: i64 = 60;
    let (start, end) = (stretch.span.start().0, stretch.span.end().0);
    let unit = if end.saturating_sub(start) < SHORT { MINUTE } else { DAY };
    let first = start.checked_add(unit / 2)?.div_euclid(unit);
    let last = (end.checked_add(unit / 2)?.div_euclid(unit) - 1).max(first);
    let written = |at: i64| {
        let stamp = Stamp(at.checked_mul(unit)?);
        let (year, month, day) = stamp.civil();
        let date = When::day(year, month, day).ok()?;
        if unit == DAY {
            return Some(date);
        }
        let minutes = stamp.0.rem_euclid(DAY) / MINUTE;
        When::parse(&format!("{}T{:02}:{:02}", date.as_str(), minutes / 60, minutes % 60)).ok()
    };
    Some(Segment { from: written(first)?, to: written(last)?, share: stretch.share })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn kept(from: Stamp, to: Stamp) -> (String, String, Span) {
        let made = segment(&Stretch { span: Span::new(from, to), share: 1.0 }).expect("it can be written");
        let span = Span::new(made.from.earliest(), made.to.latest());
        (made.from.to_string(), made.to.to_string(), span)
    }

    #[test]
    fn whole_days_come_back_as_they_were() {
        let span = Span::new(Stamp::from_civil(2022, 2, 21), Stamp::from_civil(2022, 7, 4));
        let (from, to, back) = kept(span.start(), span.end());
        assert_eq!((from.as_str(), to.as_str(), back), ("2022-02-21", "2022-07-03", span));
    }

    #[test]
    fn a_short_stretch_is_kept_to_the_minute_and_a_far_one_not_at_all() {
        let start = Stamp::from_civil(2022, 4, 5);
        let (from, to, back) = kept(Stamp(start.0 + 3_601), Stamp(start.0 + 3_601 + 7_200));
        assert_eq!((from.as_str(), to.as_str()), ("2022-04-05T01:00", "2022-04-05T02:59"));
        assert_eq!(back.seconds(), 7_200);
        let far = Stretch { span: Span::new(Stamp(i64::MIN / 4), Stamp(0)), share: 1.0 };
        assert_eq!(segment(&far), None);
    }
}
