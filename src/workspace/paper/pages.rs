//! One range over several pages: the same rows on each, a part of the time on each, notes numbered through.

use std::sync::Arc;

use crate::model::{Arg, Segment, View, Words};
use crate::scene::{PagePart, SheetLines};
use crate::timeline::{Stretch, pages};

use super::super::files::FileError;
use super::super::picture::{Canvas, Drawn, Page, PictureDesk};
use super::super::publish::Sheet;
use super::plan::{Plan, day, spoken_range};
use super::{PaperCards, Studio};

impl Studio {
    /// The pages of a picture that is wished over `count` of them; none where one is enough or the range is too short.
    pub(super) fn pages(
        &self,
        plan: &Plan,
        count: usize,
        whole: &Drawn,
        cards: &mut PaperCards<'_>,
    ) -> Result<Vec<Sheet>, FileError> {
        let parts = pages(&plan.stretches, count);
        if parts.len() < 2 {
            return Ok(Vec::new());
        }
        let mut desk = PictureDesk::default();
        let mut shared =
            Page { part: PagePart::default(), order: Arc::clone(&whole.order), lines: SheetLines::default() };
        let all = whole.layout.hidden.shown;
        let mut shown = Vec::new();
        // What all of them need is known once all of them are drawn.
        for at in 0..parts.len() {
            let drawn = self.draw(&page(plan, &parts, at, whole, shared.clone()), &mut desk, cards)?;
            shared.lines = shared.lines.with(drawn.lines);
            if let Some(strip) = &drawn.layout.strip {
                let up = strip.sums.peak_up().map_or(0, |bin| bin.up.heads);
                let down = strip.sums.peak_down().map_or(0, |bin| bin.down.heads);
                let (others_up, others_down) = shared.part.tallest;
                shared.part.tallest = (others_up.max(up), others_down.max(down));
            }
            shown.push(drawn.layout.hidden.shown);
        }
        let scene = |(at, shown): (usize, usize)| {
            let part = PagePart {
                elsewhere: all.saturating_sub(shown),
                before: at > 0,
                after: at + 1 < parts.len(),
                ..shared.part
            };
            let own = page(plan, &parts, at, whole, Page { part, ..shared.clone() });
            let range = range(plan, parts.get(at).map(Vec::as_slice).unwrap_or_default());
            Ok(Sheet { scene: self.draw(&own, &mut desk, cards)?.scene, range })
        };
        shown.into_iter().enumerate().map(scene).collect()
    }
}

/// The plan of one page: as high as the whole, and under its own range.
fn page(plan: &Plan, parts: &[Vec<Stretch>], at: usize, whole: &Drawn, page: Page) -> Plan {
    let stretches = parts.get(at).cloned().unwrap_or_default();
    let said = told(plan, &stretches, (at + 1, parts.len()));
    let subtitle = match plan.view.subtitle.as_deref().filter(|subtitle| !subtitle.is_empty()) {
        Some(subtitle) => format!("{subtitle} · {said}"),
        None => said,
    };
    Plan {
        view: View { subtitle: Some(subtitle), ..plan.view.clone() },
        stretches,
        canvas: Canvas { fit: false, height: whole.scene.height, ..plan.canvas },
        page: Some(page),
        ..plan.clone()
    }
}

/// "page 2 of 3: 4 July 2022 to 30 April 2023".
fn told(plan: &Plan, stretches: &[Stretch], (number, of): (usize, usize)) -> String {
    let (number, of, range) = (number.to_string(), of.to_string(), range(plan, stretches));
    let args = [("n", Arg::Text(&number)), ("of", Arg::Text(&of)), ("range", Arg::Text(&range))];
    plan.words.say("page-of", &args)
}

/// "4 July 2022 to 30 April 2023"; nothing where an end is no day.
fn range(plan: &Plan, stretches: &[Stretch]) -> String {
    let from = stretches.first().and_then(|first| day(first.span.start()));
    let to = stretches.last().and_then(|last| day(last.span.end().plus_days(-1)));
    let range = from.zip(to).map(|(from, to)| Segment { from, to, share: 1.0 });
    range.map(|range| spoken_range(&range, plan.words.as_ref())).unwrap_or_default()
}
