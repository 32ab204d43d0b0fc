//! Items: the marks and merged blocks of a row, with their places (`drawing.md`, rules M, D, G).
//!
//! ```text
//!        ╭─╮          above the line: by the lane
//!  ──────┴─┴────▽──   the line
//!               below: by the hub
//! ```

use std::collections::{BTreeSet, HashMap};

use crate::model::{Edge, EventId, Family, Figure, Grain, Kinds, Reading, Span, Stamp, Status};

use super::super::axis::Axis;
use super::super::heads::Sizing;
use super::super::home::{Author, Placing, Side};

/// A mark, or a block of marks that would hide each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Number of the row in the layout.
    pub row: usize,
    /// One, or several in order of time.
    pub events: Vec<EventId>,
    /// Centre.
    pub x: f64,
    /// The lane's line.
    pub y: f64,
    /// Half of its width.
    pub r: f64,
    /// The largest radius among those that it stands for: a block does not pull in more as it grows.
    pub reach: f64,
    /// How far it stands off the line because another mark stands below it.
    pub lift: f64,
    pub side: Side,
    pub family: Family,
    pub figure: Figure,
    pub status: Status,
    pub by_hub: bool,
    pub author: Author,
    /// People that size it, all of a block's together; 0: none.
    pub size: u64,
    /// A number that does not size it, as a cap or a total.
    pub number: u64,
    pub time: ItemTime,
    /// In how many lanes the event stands.
    pub copies: u16,
}

/// How the time of an item is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ItemTime {
    /// A day, or a doubt narrower than the mark.
    Point,
    /// "About": a dotted whisker from and to.
    About(f64, f64),
    /// Somewhere inside.
    Within(f64, f64),
    /// All along; an edge that is not known fades or becomes an arrow.
    Lasts { x0: f64, x1: f64, start: Edge, end: Edge },
}

/// Sizes that layout needs; the style fills them in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MarkSizes {
    /// Half of the narrowest mark.
    pub least: f64,
    /// Half of a force mark's width at least.
    pub force: f64,
    /// Points for the square root of a head.
    pub per_root: f64,
    /// Centres nearer than this part of the radius merge.
    pub merge: f64,
    /// Half of the widest block: more heads than that are said, not drawn.
    pub most: f64,
    /// How long an end fades that no source knows.
    pub fade: f64,
}

/// What the marks of a row are made from.
#[derive(Debug, Clone, Copy)]
pub struct ItemFacts<'a> {
    pub axis: &'a Axis,
    pub kinds: &'a Kinds,
    pub sizing: &'a Sizing,
    pub sizes: MarkSizes,
    /// Selected, pinned and thread stops: never merged.
    pub kept: &'a BTreeSet<EventId>,
    pub row: usize,
    pub line: f64,
}

/// The items of a row, from placings in order of start.
#[must_use]
pub fn items(facts: &ItemFacts<'_>, placings: &[Placing]) -> Vec<Item> {
    let mut singles: Vec<Item> = placings.iter().filter_map(|placing| item(facts, placing)).collect();
    singles.sort_by(|a, b| (a.side, a.family).cmp(&(b.side, b.family)).then(a.x.total_cmp(&b.x)));
    let mut merged: Vec<Item> = Vec::with_capacity(singles.len());
    for next in singles {
        match merged.last_mut() {
            Some(block) if joins(facts, block, &next) => join(facts, block, &next),
            _ => merged.push(next),
        }
    }
    lift(&mut merged);
    merged.sort_by(|a, b| a.x.total_cmp(&b.x));
    merged
}

/// Radius of a mark for so many people.
#[must_use]
pub fn radius(sizes: &MarkSizes, people: u64) -> f64 {
    (sizes.per_root * (people as f64).sqrt()).max(sizes.least)
}

fn item(facts: &ItemFacts<'_>, placing: &Placing) -> Option<Item> {
    let bits = placing.bits;
    let figure = facts.kinds.figure(bits.kind());
    let family = facts.kinds.family(bits.kind());
    let size = facts.sizing.size_of(placing);
    let r = match figure {
        Figure::Diamond => facts.sizes.force,
        _ => radius(&facts.sizes, size),
    };
    let (x, time) = time_of(facts, placing, r)?;
    let number = if size == 0 { bits.weight() } else { 0 };
    Some(Item {
        row: facts.row,
        events: vec![placing.event],
        x,
        y: facts.line,
        r,
        reach: r,
        lift: 0.0,
        side: if figure == Figure::Dash { Side::On } else { placing.side },
        family,
        figure,
        status: bits.status(),
        by_hub: placing.by_hub,
        author: placing.author,
        size,
        number,
        time,
        copies: placing.copies,
    })
}

/// Where the mark stands and how its doubt is drawn; `None` where nothing of it is in sight.
fn time_of(facts: &ItemFacts<'_>, placing: &Placing, r: f64) -> Option<(f64, ItemTime)> {
    let (axis, bits) = (facts.axis, placing.bits);
    let span = Span::new(placing.t0, placing.t1);
    if bits.start() != Edge::Known || bits.end() != Edge::Known {
        return open_ended(facts, placing);
    }
    match bits.reading() {
        Reading::Undated => None,
        Reading::Lasts => {
            let (x0, x1) = axis.extent(span)?;
            let x = f64::midpoint(x0, x1);
            let narrow = x1 - x0 < 2.0 * r;
            let time = ItemTime::Lasts { x0, x1, start: Edge::Known, end: Edge::Known };
            Some((x, if narrow { ItemTime::Point } else { time }))
        }
        Reading::Within => {
            let (x0, x1) = axis.extent(span)?;
            let x = axis.x_of(span.mid()).unwrap_or(f64::midpoint(x0, x1));
            let time = if bits.approximate() { about(axis, bits.grain(), span) } else { None };
            let narrow = x1 - x0 <= 2.0 * r;
            Some((x, time.unwrap_or(if narrow { ItemTime::Point } else { ItemTime::Within(x0, x1) })))
        }
        Reading::Point => {
            let x = axis.x_of(span.mid())?;
            let time = if bits.approximate() { about(axis, bits.grain(), span) } else { None };
            Some((x, time.unwrap_or(ItemTime::Point)))
        }
    }
}

/// "About" reaches ±3 days, ±15 days or ±6 months beyond the date (rule D).
fn about(axis: &Axis, grain: Grain, span: Span) -> Option<ItemTime> {
    let days = match grain {
        Grain::Day => 3,
        Grain::Month => 15,
        Grain::Year | Grain::Longer => 183,
    };
    let reach = Span::new(span.start().plus_days(-days), span.end().plus_days(days));
    axis.extent(reach).map(|(x0, x1)| ItemTime::About(x0, x1))
}

fn open_ended(facts: &ItemFacts<'_>, placing: &Placing) -> Option<(f64, ItemTime)> {
    let (axis, bits, fade) = (facts.axis, placing.bits, facts.sizes.fade);
    let (start, end) = (bits.start(), bits.end());
    if start != Edge::Known && end != Edge::Known {
        return None;
    }
    if start != Edge::Known {
        // Known only by its report: the mark stands where it was known, and fades into what came before.
        let x = axis.x_of(last_known(placing))?;
        return Some((x, ItemTime::Lasts { x0: (x - fade).max(axis.left()), x1: x, start, end }));
    }
    let x = axis.x_of(placing.t0);
    let x0 = x.unwrap_or_else(|| axis.nearest_x(placing.t0));
    let x1 = if end == Edge::Open { axis.right() } else { (x0 + fade).min(axis.right()) };
    if x.is_none() && (end == Edge::Unknown || placing.t0 >= last_stamp(axis)) {
        return None;
    }
    Some((x0, ItemTime::Lasts { x0, x1, start, end }))
}

/// The middle of the known end of a span that is open to the left.
#[must_use]
pub fn last_known(placing: &Placing) -> Stamp {
    let half = match placing.bits.grain() {
        Grain::Day => 43_200,
        Grain::Month => 15 * 86_400,
        Grain::Year | Grain::Longer => 183 * 86_400,
    };
    Stamp(placing.t1.0.saturating_sub(half))
}

fn last_stamp(axis: &Axis) -> Stamp {
    axis.pieces().last().map_or(Stamp::MAX, |piece| piece.span.end())
}

fn joins(facts: &ItemFacts<'_>, block: &Item, next: &Item) -> bool {
    let kept = |item: &Item| item.events.iter().any(|event| facts.kept.contains(event));
    let bar = |item: &Item| matches!(item.time, ItemTime::Lasts { .. } | ItemTime::Within(..));
    (block.side, block.family, block.by_hub) == (next.side, next.family, next.by_hub)
        && shape_of(block.figure) == shape_of(next.figure)
        && (next.x - block.x).abs() < facts.sizes.merge * block.reach.max(next.reach)
        && !(kept(block) || kept(next) || bar(block) || bar(next))
}

/// Half-discs, cut or not, merge; a square never hides among them.
fn shape_of(figure: Figure) -> Figure {
    if figure == Figure::CutHalfDisc { Figure::HalfDisc } else { figure }
}

fn join(facts: &ItemFacts<'_>, block: &mut Item, next: &Item) {
    let before = block.events.len() as f64;
    block.x = (block.x * before + next.x) / (before + 1.0);
    block.events.extend(&next.events);
    block.size += next.size;
    block.reach = block.reach.max(next.reach);
    block.number = 0;
    block.status = block.status.max(next.status);
    block.author = if block.author == next.author { block.author } else { Author::Alleged };
    block.time = ItemTime::Point;
    block.copies = 1;
    if block.figure != Figure::Diamond {
        block.r = radius(&facts.sizes, block.size).max(block.r).min(facts.sizes.most);
    }
}

/// A mark that others may have to stand on.
struct Foot {
    x: f64,
    r: f64,
    top: f64,
}

/// Marks on one side that would hide each other are stacked: the larger stays on the line.
fn lift(items: &mut [Item]) {
    let mut order: Vec<usize> = (0..items.len()).filter(|at| items[*at].side != Side::On).collect();
    order.sort_by(|a, b| items[*b].r.total_cmp(&items[*a].r).then(items[*a].x.total_cmp(&items[*b].x)));
    // Nothing beyond the widest reach can stand below: cells of that width leave three to look into.
    let widest = order.first().map_or(1.0, |at| items[*at].r.max(1.0) * 1.5);
    let mut placed: HashMap<(Side, i64), Vec<Foot>> = HashMap::new();
    for at in order {
        let (x, r, side) = (items[at].x, items[at].r, items[at].side);
        let cell = (x / widest).floor() as i64;
        let near = (cell - 1..=cell + 1).filter_map(|cell| placed.get(&(side, cell))).flatten();
        let below = near.filter(|foot| (x - foot.x).abs() < (r + foot.r) * 0.75);
        let lift = below.map(|foot| foot.top).fold(0.0, f64::max);
        items[at].lift = lift;
        placed.entry((side, cell)).or_default().push(Foot { x, r, top: lift + height(&items[at]) + 1.0 });
    }
}

/// How far a mark reaches from its foot.
#[must_use]
pub fn height(item: &Item) -> f64 {
    match item.figure {
        Figure::Square => 6.4,
        Figure::Bar => 4.0,
        _ => item.r,
    }
}
