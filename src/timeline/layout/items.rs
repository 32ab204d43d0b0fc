//! Items: the marks and merged blocks of a row, with their places (`drawing.md`, rules M, D, G).
//!
//! ```text
//!        ╭─╮          above the line: by the lane
//!  ──────┴─┴────▽──   the line
//!               below: by the hub
//! ```

use std::collections::{BTreeSet, HashMap};

use crate::model::{Edge, EventId, Family, Figure, Grain, Reading, Span, Stamp, Status};

use super::super::axis::{Axis, Piece};
use super::super::home::{Author, Placing, Side};
use super::super::index::{self, KindTable, place};
use super::super::reckoning::Moment;

/// A mark, or a block of marks that would hide each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Number of the row in the layout.
    pub row: usize,
    /// One, or several in order of time.
    pub events: Vec<EventId>,
    /// When each of them was.
    pub moments: Vec<Moment>,
    /// How many of them are counted in this lane, and not in another of theirs.
    pub counted: usize,
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
    /// Whether it is a bar of a lane where several lie beside each other.
    pub thin: bool,
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
    pub piece: &'a Piece,
    pub kinds: &'a KindTable,
    pub sizes: MarkSizes,
    /// Selected, pinned and thread stops: never merged.
    pub kept: &'a BTreeSet<EventId>,
    pub row: usize,
    pub line: f64,
    /// From the line to the row's edge: marks that stand on one another stay within.
    pub room: f64,
}

/// A placing that is to be drawn singly or with its neighbours in the same tile of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Single {
    pub placing: Placing,
    /// Number of its tile: blocks don't reach over its edges, so that they stay what they are while the axis moves.
    pub tile: i64,
    /// The track of its bar in a lane where bars lie beside each other: 0 on the line, 1 above it, 2 below.
    pub track: Option<u8>,
}

/// An item in the making, with the singles that it stands for.
#[derive(Clone)]
struct Made {
    item: Item,
    /// Radius before anything was merged.
    r: f64,
    /// It lasts beyond the segment: what stands for it moves along with the edge.
    roams: bool,
    tile: i64,
    /// Numbers of its singles.
    of: Vec<usize>,
}

/// The items of a row in one segment.
///
/// Marks beyond the segment's ends take part in merging, or a block would change while it moves over the edge; what
/// they are part of counts only what is in sight.
#[must_use]
pub fn items(facts: &ItemFacts<'_>, singles: &[Single]) -> Vec<Item> {
    let made = singles.iter().enumerate().filter_map(|(at, single)| {
        let item = on_track(facts, item(facts, &single.placing)?, single.track);
        let roams = item.thin
            || is_wide(facts, &single.placing, item.r) && !lies_inside(facts.piece, &single.placing);
        Some(Made { r: item.r, item, roams, tile: single.tile, of: vec![at] })
    });
    let mut made: Vec<Made> = made.collect();
    made.sort_by(|a, b| {
        let order = |made: &Made| (made.tile, made.item.side, made.item.family);
        order(a).cmp(&order(b)).then(a.item.x.total_cmp(&b.item.x)).then(a.item.events.cmp(&b.item.events))
    });
    let tiles = made.chunk_by(|one, next| one.tile == next.tile);
    let mut merged: Vec<Made> = tiles.flat_map(|tile| fitted(facts, tile)).collect();
    lift(facts, &mut merged);
    let mut items: Vec<Item> = merged.into_iter().filter_map(|made| in_sight(facts, singles, made)).collect();
    items.sort_by(|a, b| a.x.total_cmp(&b.x));
    items
}

/// The marks of a tile, merged as far as rule G says; further where they would stand on one another beyond their row.
fn fitted(facts: &ItemFacts<'_>, tile: &[Made]) -> Vec<Made> {
    /// How many times further marks may merge.
    const WIDER: [f64; 3] = [1.0, 2.0, 4.0];
    let mut merged = Vec::new();
    for wider in WIDER {
        let sizes = MarkSizes { merge: facts.sizes.merge * wider, ..facts.sizes };
        merged = merge(&ItemFacts { sizes, ..*facts }, tile);
        if merged.len() < 3 || lift(facts, &mut merged) {
            break;
        }
    }
    merged
}

fn merge(facts: &ItemFacts<'_>, made: &[Made]) -> Vec<Made> {
    let mut merged: Vec<Made> = Vec::with_capacity(made.len());
    for next in made {
        match merged.last_mut() {
            Some(block) if joins(facts, &block.item, &next.item) => {
                join(facts, &mut block.item, &next.item);
                block.of.extend(&next.of);
            }
            _ => merged.push(next.clone()),
        }
    }
    merged
}

/// The item without what lies beyond the segment's ends; `None` where nothing of it is in sight.
fn in_sight(facts: &ItemFacts<'_>, singles: &[Single], made: Made) -> Option<Item> {
    let mut item = made.item;
    let piece = facts.piece;
    let is_in = |at: &&usize| {
        let placing = &singles[**at].placing;
        let stands = Stamp(place(placing.t0, placing.t1, placing.bits));
        let is_bar = placing.bits.end() == Edge::Open || is_wide(facts, placing, made.r);
        if is_bar { is_owned(facts, placing, stands) } else { piece.span.contains(stands) }
    };
    let seen: Vec<usize> = made.of.iter().filter(is_in).copied().collect();
    if seen.is_empty() {
        return None;
    }
    if seen.len() < made.of.len() {
        let placings = || seen.iter().map(|at| &singles[*at].placing);
        item.events = placings().map(|placing| placing.event).collect();
        item.moments = placings().map(|placing| Moment::of(placing.t0, placing.t1, placing.bits)).collect();
        item.counted = placings().filter(|placing| !placing.counts_elsewhere).count();
        item.size = placings().map(|placing| facts.kinds.sizing.people(placing.bits)).sum();
    }
    if made.of.len() > 1 {
        item.x = item.x.clamp(piece.x0, piece.x1);
    }
    Some(item)
}

/// Radius of a mark for so many people.
#[must_use]
pub fn radius(sizes: &MarkSizes, people: u64) -> f64 {
    (sizes.per_root * (people as f64).sqrt()).max(sizes.least)
}

fn item(facts: &ItemFacts<'_>, placing: &Placing) -> Option<Item> {
    let bits = placing.bits;
    let figure = facts.kinds.figure(bits);
    let family = facts.kinds.family(bits);
    let size = facts.kinds.sizing.people(bits);
    let r = match figure {
        Figure::Diamond => facts.sizes.force,
        _ => radius(&facts.sizes, size),
    };
    let (x, time) = time_of(facts, placing, r)?;
    let number = if size == 0 { bits.weight() } else { 0 };
    Some(Item {
        row: facts.row,
        events: vec![placing.event],
        moments: vec![Moment::of(placing.t0, placing.t1, bits)],
        counted: usize::from(!placing.counts_elsewhere),
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
        thin: false,
    })
}

/// A bar beside others of its lane.
fn on_track(facts: &ItemFacts<'_>, item: Item, track: Option<u8>) -> Item {
    /// Between two tracks, in halves of the narrowest mark.
    const BETWEEN: f64 = 1.42;
    let is_bar = matches!(item.time, ItemTime::Lasts { start: Edge::Known, end: Edge::Known, .. });
    let Some(track) = track.filter(|_| is_bar) else { return item };
    let off = [0.0, -BETWEEN, BETWEEN][usize::from(track).min(2)] * facts.sizes.least;
    Item { y: item.y + off, thin: true, ..item }
}

/// Where the mark stands and how its doubt is drawn; `None` where nothing of it is in sight.
fn time_of(facts: &ItemFacts<'_>, placing: &Placing, r: f64) -> Option<(f64, ItemTime)> {
    let (axis, piece, bits) = (facts.axis, facts.piece, placing.bits);
    let span = Span::new(placing.t0, placing.t1);
    if bits.start() != Edge::Known || bits.end() != Edge::Known {
        return open_ended(facts, placing);
    }
    let x = piece.x_of(span.mid());
    let wide = is_wide(facts, placing, r);
    let about = || {
        let whisker = if bits.approximate() { about(axis, bits.grain(), span) } else { None };
        whisker.unwrap_or(ItemTime::Point)
    };
    match bits.reading() {
        Reading::Undated => None,
        Reading::Lasts if wide => {
            let (x0, x1) = axis.extent(span)?;
            Some((f64::midpoint(x0, x1), ItemTime::Lasts { x0, x1, start: Edge::Known, end: Edge::Known }))
        }
        Reading::Within if wide => {
            let (x0, x1) = axis.extent(span)?;
            let x = axis.x_of(span.mid()).unwrap_or(f64::midpoint(x0, x1));
            let time = if bits.approximate() { about() } else { ItemTime::Within(x0, x1) };
            Some((x, time))
        }
        Reading::Within | Reading::Point => Some((x, about())),
        Reading::Lasts => Some((x, ItemTime::Point)),
    }
}

/// Whether an event lasts, or may have been, longer than its mark is wide.
fn is_wide(facts: &ItemFacts<'_>, placing: &Placing, r: f64) -> bool {
    let lasts = matches!(placing.bits.reading(), Reading::Lasts | Reading::Within);
    lasts && Span::new(placing.t0, placing.t1).seconds() as f64 * facts.piece.scale() > 2.0 * r
}

fn lies_inside(piece: &Piece, placing: &Placing) -> bool {
    placing.t0 >= piece.span.start() && placing.t1 <= piece.span.end()
}

/// Whether what lasts is drawn in this segment and not in another one that shows it, too.
fn is_owned(facts: &ItemFacts<'_>, placing: &Placing, stands: Stamp) -> bool {
    let pieces = facts.axis.pieces();
    let owner = facts.axis.owner_of(Span::new(placing.t0, placing.t1), stands);
    owner.and_then(|at| pieces.get(at)) == Some(facts.piece)
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

/// The middle of the known end of a placing that is open to the left.
#[must_use]
pub fn last_known(placing: &Placing) -> Stamp {
    index::last_known(placing.t1, placing.bits.grain())
}

fn last_stamp(axis: &Axis) -> Stamp {
    axis.pieces().last().map_or(Stamp::MAX, |piece| piece.span.end())
}

fn joins(facts: &ItemFacts<'_>, block: &Item, next: &Item) -> bool {
    let kept = |item: &Item| item.events.iter().any(|event| facts.kept.contains(event));
    let bar = |item: &Item| matches!(item.time, ItemTime::Lasts { .. } | ItemTime::Within(..));
    // Of one month several may be known no better: they share its band.
    let alike = matches!(block.time, ItemTime::Within(..)) && block.time == next.time;
    (block.side, block.family, block.by_hub) == (next.side, next.family, next.by_hub)
        && shape_of(block.figure) == shape_of(next.figure)
        && (next.x - block.x).abs() < facts.sizes.merge * block.reach.max(next.reach)
        && !(kept(block) || kept(next))
        && (alike || !(bar(block) || bar(next)))
}

/// Half-discs, cut or not, merge; a square never hides among them.
fn shape_of(figure: Figure) -> Figure {
    if figure == Figure::CutHalfDisc { Figure::HalfDisc } else { figure }
}

fn join(facts: &ItemFacts<'_>, block: &mut Item, next: &Item) {
    let before = block.events.len() as f64;
    block.x = (block.x * before + next.x) / (before + 1.0);
    block.events.extend(&next.events);
    block.moments.extend(&next.moments);
    block.counted += next.counted;
    block.size += next.size;
    block.reach = block.reach.max(next.reach);
    block.number = 0;
    block.status = block.status.max(next.status);
    block.author = if block.author == next.author { block.author } else { Author::Alleged };
    if block.time != next.time {
        block.time = ItemTime::Point;
    }
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

/// Marks on one side that would hide each other are stacked: the larger stays on the line. Tells whether all stay in
/// their row; what would not, stands as high as it may.
fn lift(facts: &ItemFacts<'_>, made: &mut [Made]) -> bool {
    /// A stack may reach over the row's edge by this part of its half, as large marks do.
    const OVER: f64 = 1.15;
    let settled = made.iter_mut().filter(|made| !made.roams);
    let mut items: Vec<&mut Item> = settled.map(|made| &mut made.item).collect();
    let mut order: Vec<usize> = (0..items.len()).filter(|at| items[*at].side != Side::On).collect();
    order.sort_by(|a, b| items[*b].r.total_cmp(&items[*a].r).then(items[*a].x.total_cmp(&items[*b].x)));
    // Nothing beyond the widest reach can stand below: cells of that width leave three to look into.
    let widest = order.first().map_or(1.0, |at| items[*at].r.max(1.0) * 1.5);
    let mut placed: HashMap<(Side, i64), Vec<Foot>> = HashMap::new();
    let mut all_fit = true;
    for at in order {
        let (x, r, side) = (items[at].x, items[at].r, items[at].side);
        let cell = (x / widest).floor() as i64;
        let near = (cell - 1..=cell + 1).filter_map(|cell| placed.get(&(side, cell))).flatten();
        let below = near.filter(|foot| (x - foot.x).abs() < (r + foot.r) * 0.75);
        let wanted = below.map(|foot| foot.top).fold(0.0, f64::max);
        let room = (facts.room * OVER - height(items[at])).max(0.0);
        all_fit &= wanted <= room;
        let lift = wanted.min(room);
        items[at].lift = lift;
        placed.entry((side, cell)).or_default().push(Foot { x, r, top: lift + height(items[at]) + 1.0 });
    }
    all_fit
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
