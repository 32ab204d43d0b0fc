//! How the legend is set in lines: as many as leave the sheet to the lanes, and what has no room in them is counted.

use super::super::super::shape::Face;
use super::super::Parts;
use super::{Entry, Sample, entries};

/// The legend in the lines that there are for it.
#[derive(Debug, Default)]
pub struct Fitted {
    pub lines: Vec<Vec<Entry>>,
    /// Entries without room: the footnote says how many.
    pub left_out: usize,
}

/// An entry that is wider than its room, in pieces that are not: the first has the sample, all others begin a line.
fn broken(parts: &Parts<'_>, entry: Entry, room: f32) -> Vec<Entry> {
    if entry.width <= room {
        return vec![entry];
    }
    let (face, size) = (Face::Sans, parts.style.text.small);
    let wide = |text: &str| parts.measure.width(face, size, text);
    let before = entry.width - wide(&entry.text);
    let lines = parts.measure.wrapped(face, size, &entry.text, (room - before).max(size * 4.0));
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    // Without a sample before them the other words have more room.
    let rest = lines.collect::<Vec<_>>().join(" ");
    let width = wide(&first) + before;
    let rest = parts.measure.wrapped(face, size, &rest, room.max(size * 4.0));
    let more = rest.into_iter().map(|text| Entry { sample: Sample::More, width: wide(&text), text });
    std::iter::once(Entry { sample: entry.sample, text: first, width }).chain(more).collect()
}

/// What is wider than high has room for three lines; where lines are short, more of them say the same.
fn most_lines(parts: &Parts<'_>, room: f32) -> usize {
    match parts.height / parts.width.max(1.0) {
        // As many as leave most of the sheet to the lanes.
        upright if upright > 1.2 => {
            (parts.height * 0.17 / (1.7 * parts.style.text.em)).floor().clamp(2.0, 6.0) as usize
        }
        _ if room < parts.style.text.em * 34.0 => 4,
        _ => 3,
    }
}

/// The entries in lines that fit `room`, `kept` of them at most.
#[must_use]
pub fn fitted(parts: &Parts<'_>, room: f32, kept: usize) -> Fitted {
    let gap = parts.style.text.em * 1.5;
    let most = most_lines(parts, room).min(kept);
    let mut lines: Vec<(f32, Vec<Entry>)> = Vec::new();
    let mut left_out = 0;
    for pieces in entries(parts).into_iter().map(|entry| broken(parts, entry, room)) {
        let width = pieces.first().map_or(0.0, |piece| piece.width);
        let beside = lines.last().is_some_and(|(used, _)| *used + gap + width <= room);
        // An entry is there with all of its lines, or not at all.
        if lines.len() + pieces.len() - usize::from(beside) > most {
            // A short one may still stand at the end of an earlier line.
            match (lines.iter_mut().find(|(used, _)| *used + gap + width <= room), pieces.as_slice()) {
                (Some((used, line)), [piece]) => {
                    *used += gap + width;
                    line.push(piece.clone());
                }
                _ => left_out += 1,
            }
            continue;
        }
        for (at, piece) in pieces.into_iter().enumerate() {
            match lines.last_mut().filter(|_| at == 0 && beside) {
                Some((used, line)) => {
                    *used += gap + piece.width;
                    line.push(piece);
                }
                None => lines.push((piece.width, vec![piece])),
            }
        }
    }
    Fitted { lines: lines.into_iter().map(|(_, line)| line).collect(), left_out }
}
