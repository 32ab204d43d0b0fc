//! What stands under the pointer in the sum strip: the numbers that its bars rest on.

use egui::Rect;

use crate::model::{Arg, Words};
use crate::scene::{Point, sum_words};
use crate::timeline::{Bin, StripPlace, Sum};

use super::Stage;

/// Lanes that are named.
const NAMED: usize = 24;

/// The bin of the strip at a place of the canvas, with its room on the canvas and what it says, line by line.
#[must_use]
pub fn at(stage: &Stage<'_>, [x, y]: Point) -> Option<(Rect, Vec<String>)> {
    let layout = &stage.drawn.layout;
    let StripPlace { top, height, sums } = layout.strip.as_ref()?;
    let (x, y) = (f64::from(x), f64::from(y));
    if y < *top || y > top + height {
        return None;
    }
    let room = |bin: &Bin| layout.axis.extent(crate::model::Span::new(bin.start, bin.end));
    let (bin, (x0, x1)) = sums
        .bins()
        .filter_map(|bin| Some((bin, room(bin)?)))
        .find(|(_, (x0, x1))| (*x0..=x1.max(x0 + 1.0)).contains(&x))?;
    let size = egui::vec2((x1 - x0) as f32, *height as f32);
    let rect = Rect::from_min_size(egui::pos2(x0 as f32, *top as f32), size);
    let lines: Vec<String> = [(&bin.up, true), (&bin.down, false)]
        .into_iter()
        .filter(|(sum, _)| sum.heads > 0)
        .flat_map(|(sum, up)| said(stage, bin, sum, up))
        .collect();
    (!lines.is_empty()).then_some((rect, lines))
}

/// One direction: how many, when, by whom, and how many of them on a day that is not known.
fn said(stage: &Stage<'_>, bin: &Bin, sum: &Sum, up: bool) -> Vec<String> {
    let (words, columns) = (stage.workspace.words().as_ref(), stage.workspace.columns());
    let step = stage.drawn.layout.strip.as_ref().map(|strip| strip.sums.step).unwrap_or_default();
    let name = |lane: &crate::model::LaneIndex| columns.lane_name(*lane, words).into_owned();
    let all = sum_words(words, columns, (bin, sum), false, step);
    let hub = stage.drawn.layout.hub.as_ref().map(name);
    let all = match hub.filter(|_| !up) {
        Some(hub) => {
            let down = words.say("strip-down", &[("hub", Arg::Text(&hub))]);
            words.say("sum-of", &[("what", Arg::Text(&down)), ("sum", Arg::Text(&all))])
        }
        None => all,
    };
    let mut lanes: Vec<String> = sum.lanes.iter().take(NAMED).map(name).collect();
    if let Some(more) = sum.lanes.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lanes.push(words.say("and-more", &[("n", Arg::Number(more as u64))]));
    }
    let mut said = vec![all, lanes.join(", ")];
    if sum.unsure > 0 {
        said.push(words.say("sum-unsure", &[("n", Arg::Number(sum.unsure))]));
    }
    said
}
