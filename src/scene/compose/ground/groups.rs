//! Groups whose lanes are shown one by one: a rule beside their names, and the group's name over the first of them.

use crate::model::LaneGroup;
use crate::timeline::{Row, RowKind};

use super::super::super::pen::{Pen, Setting};
use super::super::super::shape::{Face, Stroke};
use super::super::Parts;

/// Names of lanes are as high as this part of *s*, from their middle.
const NAME: f32 = 0.42;

/// Draws the rules, and the names where there is room over that of the lane.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let (layout, palette) = (parts.layout, parts.palette());
    let (em, small) = (parts.style.text.em, parts.style.text.small);
    let left = layout.area.left as f32;
    let open = parts.view.groups.iter().filter(|group| !parts.view.collapsed.contains(&group.name));
    for group in open {
        // Where lanes fold or are pinned, what is left of a group may stand in several places.
        for rows in layout.rows.chunk_by(|row, next| holds(parts, group, row) == holds(parts, group, next)) {
            let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
            if !holds(parts, group, first) {
                continue;
            }
            let air = 0.25 * em;
            let (top, bottom) = (first.top as f32 + air, (last.top + last.height) as f32 - air);
            let x = left - 0.45 * em;
            pen.line([x, top], [x, bottom], Stroke::plain(1.6 * parts.scale(), palette.muted));
            let baseline = first.top as f32 + small;
            let has_room = first.line as f32 - NAME * em > baseline + 0.25 * small;
            if has_room && layout.spacing.head == 0.0 {
                let room = layout.axis.left() as f32 - left - 1.1 * em;
                let name = pen.measure.fitted(Face::Sans, small, &group.name, room);
                pen.text([left, baseline], &name, Setting::plain(small, palette.muted));
            }
        }
    }
}

/// The group in which a lane stands, where its lanes are shown one by one.
pub fn group_of<'p>(parts: &Parts<'p>, row: &Row) -> Option<&'p LaneGroup> {
    parts.view.groups.iter().find(|group| holds(parts, group, row))
}

fn holds(parts: &Parts<'_>, group: &LaneGroup, row: &Row) -> bool {
    let RowKind::Lane(lane) = row.kind else { return false };
    let lane = parts.columns.lanes.get(lane.0 as usize);
    lane.is_some_and(|lane| group.lanes.contains(&lane.code))
}
