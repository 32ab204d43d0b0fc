//! Numbered notes: what has no room at its mark is said below the chart (`drawing.md`, rule W).
//!
//! A number is the event's own in the order of time, as in the chronology and the sheet of claims of the same picture.

use std::collections::BTreeMap;

use crate::model::{EventId, LabelDensity};

use super::super::super::labels::{self, Wish};
use super::super::super::pen::{Pen, Setting};
use super::super::super::shape::Face;
use super::super::{Parts, field, lines_of_rows};
use super::foot_size;

/// Lines that notes may take: some where they are asked for, a few on a sheet that is large enough anyway.
pub fn most_lines(parts: &Parts<'_>) -> usize {
    /// Lines of text from which on a sheet is large, and what notes get of it.
    const LARGE: f32 = 62.0;
    let tall = parts.height / parts.style.text.em;
    match parts.labels() {
        LabelDensity::All => ((tall / 9.0) as usize).clamp(2, 8),
        LabelDensity::Usual if tall >= LARGE => 3,
        _ => 0,
    }
}

/// Puts numbers at the marks of labels that found no room, for as many as have room in so many lines below; gives
/// these lines.
pub fn number_marks(pen: &mut Pen<'_>, parts: &Parts<'_>, left: Vec<Wish>, most: usize) -> Vec<String> {
    if most == 0 || left.is_empty() {
        return Vec::new();
    }
    let numbers: BTreeMap<EventId, usize> =
        parts.order.iter().enumerate().map(|(at, event)| (*event, at + 1)).collect();
    let (size, room) = (foot_size(parts), parts.layout.area.width as f32);
    let mut notes: BTreeMap<usize, String> = BTreeMap::new();
    // Widths of them all, so that most that have no room are told without setting them.
    let lines = lines_of_rows(parts.layout);
    let mut used = 0.0;
    for wish in left {
        let Some(number) = wish.note.and_then(|event| numbers.get(&event)) else { continue };
        // A number alone says nothing away from its mark.
        if !wish.text.chars().any(char::is_alphabetic) {
            continue;
        }
        let note = format!("[{number}] {}", wish.text);
        let wide = parts.measure.width(Face::Sans, size, &note);
        if notes.contains_key(number) || wide > room || used + wide > room * most as f32 {
            continue;
        }
        // Notes stand in the order of their numbers, so that one in between may push a later one to another line.
        let mut with = notes.clone();
        with.insert(*number, note);
        if set(parts, with.values()).len() > most {
            continue;
        }
        let setting = Setting { size: parts.style.text.small, face: Face::Sans, ..wish.setting };
        let mark = Wish { text: format!("[{number}]"), words: false, shorter: None, setting, ..wish };
        if labels::place(pen, vec![mark], &field(parts, &lines)).is_empty() {
            notes = with;
            used += wide;
        }
    }
    set(parts, notes.values())
}

/// Notes in lines, none of them torn apart.
fn set<'a>(parts: &Parts<'_>, notes: impl Iterator<Item = &'a String>) -> Vec<String> {
    let (size, room) = (foot_size(parts), parts.layout.area.width as f32);
    let mut lines: Vec<String> = Vec::new();
    for note in notes {
        // En spaces, which no renderer folds.
        let longer = lines.last().map(|line| format!("{line}\u{2002}\u{2002}{note}"));
        match longer.filter(|line| parts.measure.width(Face::Sans, size, line) <= room) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(note.clone()),
        }
    }
    lines
}
