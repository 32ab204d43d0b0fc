//! Which labels marks would like to have, and in what rank (`drawing.md`, rule L).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Arg, Event, EventId, LabelDensity};
use crate::timeline::{Item, RowKind, Side};

use super::super::labels::Wish;
use super::super::pen::Setting;
use super::super::shape::{Ink, Rect};
use super::Parts;
use super::marks::Placed;

const SELECTED: u8 = 0;
const PINNED: u8 = 2;
const HEADS: u8 = 4;
const FEW_HEADS: u8 = 5;
const WORDS: u8 = 6;

/// Marks in ten days that make a wave, in which only numbers are written.
const WAVE: usize = 5;

/// The wishes of all marks.
#[must_use]
pub fn of_marks(parts: &Parts<'_>, placed: &[Placed<'_>]) -> Vec<Wish> {
    let mut counted: BTreeSet<EventId> = BTreeSet::new();
    let stops: BTreeSet<EventId> =
        parts.layout.threads.iter().flat_map(|thread| thread.stops.iter().map(|stop| stop.event)).collect();
    let labelled = parts
        .layout
        .items
        .iter()
        .flat_map(|item| &item.events)
        .any(|event| parts.cards.event(*event).is_some_and(|event| event.label.is_some()));
    let density = parts.labels();
    if density == LabelDensity::None {
        return Vec::new();
    }
    let labelled = labelled && density != LabelDensity::All;
    let crowd = Crowd::new(placed, parts.layout.rows.len());
    let mut wishes = Vec::new();
    for one in placed {
        let event = match one.item.events.as_slice() {
            [event] if stops.contains(event) => continue,
            [event] => parts.cards.event(*event),
            _ => None,
        };
        let first = one.item.events.iter().all(|event| counted.insert(*event));
        wishes.extend(wish(parts, &crowd, one, event, first, labelled));
    }
    if density == LabelDensity::Few {
        wishes.retain(|wish: &Wish| wish.rank.0 <= HEADS);
    }
    wishes
}

fn wish(
    parts: &Parts<'_>,
    crowd: &Crowd,
    one: &Placed<'_>,
    event: Option<&Event>,
    first: bool,
    labelled: bool,
) -> Option<Wish> {
    let item = one.item;
    let folded = matches!(parts.layout.rows[item.row].kind, RowKind::Folded(_) | RowKind::Group { .. });
    let selected = item.events.iter().any(|event| parts.selected == Some(*event));
    let pinned = event.and_then(|event| parts.view.labels.iter().find(|label| label.event == event.key));
    let words = pinned
        .map(|label| label.text.clone())
        .or_else(|| event.and_then(|event| own_words(event, labelled, parts.style.paper)));
    if selected {
        let text =
            words.or_else(|| number(parts, item)).or_else(|| event.map(|event| event.title.clone()))?;
        let ink = parts.palette().accent;
        return Some(made(parts, one, text, (SELECTED, Reverse(0)), ink, true, true));
    }
    let ink = parts.palette().mark(item.family, item.by_hub);
    if let Some(label) = pinned {
        return Some(made(parts, one, label.text.clone(), (PINNED, Reverse(0)), ink, true, false));
    }
    let heads = item.size;
    if let (true, Some(text)) = (heads >= 5 && first, number(parts, item)) {
        let rank = if heads >= 10 { HEADS } else { FEW_HEADS };
        return Some(made(parts, one, text, (rank, Reverse(heads)), ink, false, false));
    }
    if folded || !first || crowd.is_wave(parts, item) {
        return None;
    }
    let event = event?;
    let sources: BTreeSet<&str> = event.quotes.iter().map(|quote| quote.article.as_str()).collect();
    let rank = (WORDS, Reverse(sources.len() as u64 * 1_000 + heads));
    // What does not size a mark carries its number beside it.
    let words = words.or_else(|| (item.number > 1).then(|| item.number.to_string()));
    words.map(|text| made(parts, one, text, rank, ink, true, false))
}

/// Its label; in a case that has no labels at all, as from a plain table, its title. Paper has no words that are cut off.
fn own_words(event: &Event, labelled: bool, paper: bool) -> Option<String> {
    /// Letters of a title at most that may stand at a mark.
    const SHORT: usize = 60;
    if let (None, false) = (&event.label, labelled) {
        let whole = event.title.chars().count() <= SHORT;
        return if whole {
            Some(event.title.clone())
        } else {
            (!paper).then(|| beginning(&event.title, SHORT))
        };
    }
    event.label.clone()
}

/// The first words of a title, with dots.
fn beginning(title: &str, most: usize) -> String {
    let end = title.char_indices().nth(most).map_or(title.len(), |(at, _)| at);
    let cut = &title[..end];
    let words = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ']))
}

/// "30", "3 × = 45", "10 shared by 3".
fn number(parts: &Parts<'_>, item: &Item) -> Option<String> {
    if item.size == 0 {
        return None;
    }
    let size = item.size.to_string();
    if item.events.len() > 1 {
        let args = [("n", Arg::Number(item.events.len() as u64)), ("sum", Arg::Text(&size))];
        return Some(parts.words.say("block-sum", &args));
    }
    if item.copies > 1 {
        let args = [("n", Arg::Text(&size)), ("lanes", Arg::Number(u64::from(item.copies)))];
        return Some(parts.words.say("shared-by", &args));
    }
    Some(size)
}

fn made(
    parts: &Parts<'_>,
    one: &Placed<'_>,
    text: String,
    rank: (u8, Reverse<u64>),
    ink: Ink,
    words: bool,
    forced: bool,
) -> Wish {
    let em = parts.style.text.em;
    let size = if words { em * 0.94 } else { em };
    let Rect { y, h, .. } = one.rect;
    let baseline = match one.item.side {
        Side::Above => y + h - em * 0.02,
        Side::Below => y + size * 0.72,
        Side::On => y + h / 2.0 + size * 0.33,
    };
    let setting = if words && !forced { Setting::plain(size, ink) } else { Setting::bold(size, ink) };
    let setting = setting.on(parts.ground_at(one.item.x as f32));
    let alone = (one.item.events.len() == 1).then(|| one.item.events[0]);
    Wish {
        rank,
        text,
        shorter: None,
        setting,
        mark: one.rect,
        baselines: vec![baseline],
        crosses: false,
        words,
        row: one.item.row,
        note: alone.filter(|_| words && !forced),
        forced,
    }
}

/// Where marks stand along the axis, sorted: how many are near is two look-ups.
#[derive(Debug, Default)]
struct Crowd {
    all: Vec<f64>,
    by_row: Vec<Vec<f64>>,
}

impl Crowd {
    fn new(placed: &[Placed<'_>], rows: usize) -> Self {
        let mut crowd = Self { all: Vec::with_capacity(placed.len()), by_row: vec![Vec::new(); rows] };
        for one in placed {
            crowd.all.push(one.item.x);
            if let Some(row) = crowd.by_row.get_mut(one.item.row) {
                row.push(one.item.x);
            }
        }
        crowd.all.sort_unstable_by(f64::total_cmp);
        crowd.by_row.iter_mut().for_each(|row| row.sort_unstable_by(f64::total_cmp));
        crowd
    }

    /// Whether so many marks stand within ten days that words would hide them.
    fn is_wave(&self, parts: &Parts<'_>, item: &Item) -> bool {
        let axis = &parts.layout.axis;
        let Some(piece) = axis.pieces().get(axis.segment_at(item.x)) else { return false };
        let reach = piece.scale() * 5.0 * 86_400.0;
        let near = |sorted: &[f64]| {
            let from = sorted.partition_point(|x| item.x - *x > reach);
            sorted.partition_point(|x| *x - item.x <= reach) - from
        };
        // Across all lanes a wave is a wall: twice as many as lanes would have by chance.
        self.by_row.get(item.row).is_some_and(|row| near(row) >= WAVE) || near(&self.all) > 2 * WAVE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_cut_between_words_in_any_script() {
        let title = "Посол вернулся в столицу, и переговоры продолжились";
        assert_eq!(beginning(title, 30), "Посол вернулся в столицу, и…");
        assert_eq!(beginning(title, 26), "Посол вернулся в столицу…");
        assert_eq!(beginning("外交部宣布驱逐外交官", 4), "外交部宣…");
        assert_eq!(beginning("short", 30), "short…");
    }

    #[test]
    fn a_case_without_labels_says_its_titles_and_paper_cuts_none() {
        let long = "word ".repeat(20);
        let event = |title: &str| Event { title: title.into(), ..Event::default() };
        assert_eq!(own_words(&event("Gagarin flies"), false, true).as_deref(), Some("Gagarin flies"));
        assert_eq!(own_words(&event(&long), false, true), None);
        assert!(own_words(&event(&long), false, false).is_some_and(|words| words.ends_with("word…")));
        assert_eq!(own_words(&event("Gagarin flies"), true, false), None, "another event has a label");
    }
}
