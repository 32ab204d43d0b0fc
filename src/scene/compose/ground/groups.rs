//! Groups whose lanes are shown one by one: a rule beside their names, and the group's name over the first of them.

use std::borrow::Cow;

use crate::model::{Arg, LaneGroup};
use crate::timeline::{Row, RowKind};

use super::super::super::pen::{Pen, Setting};
use super::super::super::shape::{Face, Stroke};
use super::super::Parts;

/// Names of lanes are as high as this part of *s*, from their middle.
const NAME: f32 = 0.42;

/// Draws the rules, and the names where there is room over that of the lane.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let palette = parts.palette();
    let (em, small) = (parts.style.text.em, parts.style.text.small);
    let left = parts.layout.area.left as f32;
    for group in open(parts) {
        for rows in stretches(parts, group) {
            let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
            let air = 0.25 * em;
            let (top, bottom) = (first.top as f32 + air, (last.top + last.height) as f32 - air);
            let x = left - 0.45 * em;
            pen.line([x, top], [x, bottom], Stroke::plain(1.6 * parts.scale(), palette.muted));
            if has_room(parts, first) {
                let room = parts.layout.axis.left() as f32 - left - 1.1 * em;
                let name = pen.measure.fitted(Face::Sans, small, &group.name, room);
                pen.text([left, first.top as f32 + small], &name, Setting::plain(small, palette.muted));
            }
        }
    }
}

/// "The neighbours: Poland, Germany": groups whose names found no room at their lanes.
pub fn unnamed(parts: &Parts<'_>) -> Vec<String> {
    let sentence = |group: &LaneGroup| {
        let of_group = || stretches(parts, group);
        let is_named = of_group().all(|rows| rows.first().is_some_and(|first| has_room(parts, first)));
        let names: Vec<Cow<'_, str>> = of_group().flatten().filter_map(|row| lane_name(parts, row)).collect();
        let args = [("name", Arg::Text(&group.name)), ("lanes", Arg::Text(&names.join(", ")))];
        (!is_named).then(|| parts.words.say("foot-group", &args))
    };
    open(parts).filter_map(sentence).collect()
}

fn open<'p>(parts: &Parts<'p>) -> impl Iterator<Item = &'p LaneGroup> {
    let view = parts.view;
    view.groups.iter().filter(|group| !view.collapsed.contains(&group.name))
}

/// Rows of a group that follow each other: where lanes fold or are pinned, it may stand in several places.
fn stretches<'p>(parts: &'p Parts<'_>, group: &'p LaneGroup) -> impl Iterator<Item = &'p [Row]> {
    let stretches =
        parts.layout.rows.chunk_by(move |row, next| holds(parts, group, row) == holds(parts, group, next));
    stretches.filter(move |rows| rows.first().is_some_and(|first| holds(parts, group, first)))
}

/// Whether a name finds room over that of a row; where names stand above their lanes none does.
fn has_room(parts: &Parts<'_>, row: &Row) -> bool {
    let (em, small) = (parts.style.text.em, parts.style.text.small);
    parts.layout.spacing.head == 0.0 && row.line as f32 - NAME * em > row.top as f32 + 1.25 * small
}

fn lane_name<'p>(parts: &'p Parts<'_>, row: &Row) -> Option<Cow<'p, str>> {
    if let RowKind::Lane(lane) = row.kind { Some(parts.lane_name(lane)) } else { None }
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
