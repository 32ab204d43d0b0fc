//! Segments of the axis: made, moved, cut and joined. One to three, in order, never overlapping.

use crate::model::{Span, Stamp};
use crate::timeline::{Stretch, suggest_segments};

use super::super::Workspace;
use super::super::picture::named;
use super::SegmentCommand;
use super::views::PINS;

/// More segments than this no eye keeps apart.
const MOST: usize = 3;
/// The shortest time that a segment made in the overview shows.
const SHORTEST: i64 = 86_400;
/// A new segment's part of the width.
const SHARE: f64 = 0.35;

impl Workspace {
    pub(in super::super) fn segment(&mut self, command: SegmentCommand) {
        let stretches = std::mem::take(&mut self.stretches);
        self.stretches = match command {
            SegmentCommand::Put { segment, span } => put(stretches, segment, span),
            SegmentCommand::Add(span) => add(stretches, span),
            SegmentCommand::Cut(at) => cut(stretches, at),
            SegmentCommand::Join(segment) => join(stretches, segment),
            SegmentCommand::Remove(segment) => remove(stretches, segment),
            SegmentCommand::Suggest => {
                let pins = named(&self.case.ids, self.view.pins.iter().take(PINS));
                suggest_segments(&self.case.columns, &pins)
            }
        };
    }
}

/// The room of a segment between its neighbours.
fn room(stretches: &[Stretch], segment: usize) -> (Stamp, Stamp) {
    let before = segment.checked_sub(1).and_then(|at| stretches.get(at));
    let after = stretches.get(segment + 1);
    (
        before.map_or(Stamp::MIN, |stretch| stretch.span.end()),
        after.map_or(Stamp::MAX, |stretch| stretch.span.start()),
    )
}

/// A segment that was moved keeps its length at a neighbour; one that was stretched stops there.
fn put(mut stretches: Vec<Stretch>, segment: usize, span: Span) -> Vec<Stretch> {
    let (floor, roof) = room(&stretches, segment);
    let Some(stretch) = stretches.get_mut(segment) else { return stretches };
    let moved = span.seconds() == stretch.span.seconds();
    let (mut start, mut end) = (span.start(), span.end());
    if start < floor {
        end = if moved { later(floor, span.seconds()) } else { end };
        start = floor;
    }
    if end > roof {
        start = if moved { later(roof, -span.seconds()).max(floor) } else { start };
        end = roof;
    }
    if end.0.saturating_sub(start.0) >= SHORTEST {
        stretch.span = Span::new(start, end);
    }
    stretches
}

fn later(stamp: Stamp, seconds: i64) -> Stamp {
    Stamp(stamp.0.saturating_add(seconds))
}

/// What the new one covers of others is cut off them; where it lies inside of one, that one is parted.
fn add(stretches: Vec<Stretch>, span: Span) -> Vec<Stretch> {
    let mut left = Vec::new();
    for stretch in stretches {
        let part = |from: Stamp, to: Stamp| {
            let whole = stretch.span.seconds().max(1) as f64;
            let span = Span::new(from, to);
            Stretch { span, share: stretch.share * span.seconds() as f64 / whole }
        };
        if !stretch.span.overlaps(span) {
            left.push(stretch);
            continue;
        }
        for (from, to) in [(stretch.span.start(), span.start()), (span.end(), stretch.span.end())] {
            if to.0.saturating_sub(from.0) >= SHORTEST {
                left.push(part(from, to));
            }
        }
    }
    let shares: f64 = left.iter().map(|stretch| stretch.share).sum();
    let share = if left.is_empty() { 1.0 } else { shares * SHARE / (1.0 - SHARE) };
    left.push(Stretch { span, share });
    left.sort_by_key(|stretch| stretch.span.start());
    while left.len() > MOST {
        // The shortest of the others gives way.
        let others = left.iter().enumerate().filter(|(_, stretch)| stretch.span != span);
        let Some((gone, _)) = others.min_by_key(|(_, stretch)| stretch.span.seconds()) else { break };
        left.remove(gone);
    }
    shared(left)
}

fn cut(mut stretches: Vec<Stretch>, at: Stamp) -> Vec<Stretch> {
    if stretches.len() >= MOST {
        return stretches;
    }
    let Some(number) = stretches.iter().position(|stretch| stretch.span.contains(at)) else {
        return stretches;
    };
    let whole = stretches[number];
    let day = Stamp::from_day_number(at.day_number());
    let (first, second) = (Span::new(whole.span.start(), day), Span::new(day, whole.span.end()));
    if first.seconds().min(second.seconds()) < SHORTEST {
        return stretches;
    }
    let part = first.seconds() as f64 / whole.span.seconds().max(1) as f64;
    stretches[number] = Stretch { span: first, share: whole.share * part };
    stretches.insert(number + 1, Stretch { span: second, share: whole.share * (1.0 - part) });
    stretches
}

fn join(mut stretches: Vec<Stretch>, segment: usize) -> Vec<Stretch> {
    if segment + 1 < stretches.len() {
        let next = stretches.remove(segment + 1);
        let one = &mut stretches[segment];
        *one = Stretch { span: one.span.union(next.span), share: one.share + next.share };
    }
    stretches
}

fn remove(mut stretches: Vec<Stretch>, segment: usize) -> Vec<Stretch> {
    if stretches.len() > 1 && segment < stretches.len() {
        stretches.remove(segment);
    }
    shared(stretches)
}

/// Shares that make up the whole width.
fn shared(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    let whole: f64 = stretches.iter().map(|stretch| stretch.share).sum();
    for stretch in &mut stretches {
        stretch.share /= whole.max(f64::MIN_POSITIVE);
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    fn days(from: i64, to: i64) -> Span {
        Span::new(Stamp(from * DAY), Stamp(to * DAY))
    }

    fn two() -> Vec<Stretch> {
        [days(0, 100), days(200, 400)].map(|span| Stretch { span, share: 0.5 }).to_vec()
    }

    fn spans(stretches: &[Stretch]) -> Vec<Span> {
        stretches.iter().map(|stretch| stretch.span).collect()
    }

    #[test]
    fn a_moved_segment_keeps_its_length_at_its_neighbour_and_a_stretched_one_stops_there() {
        assert_eq!(spans(&put(two(), 0, days(150, 250)))[0], days(100, 200));
        assert_eq!(spans(&put(two(), 0, days(50, 300)))[0], days(50, 200));
        assert_eq!(spans(&put(two(), 1, days(90, 400)))[1], days(100, 400));
        assert_eq!(spans(&put(two(), 1, days(400, 400))), spans(&two()), "nothing to see in no time");
        assert_eq!(put(two(), 7, days(0, 1)), two());
    }

    #[test]
    fn a_new_segment_takes_its_time_from_others_and_there_are_never_more_than_three() {
        let three = add(two(), days(120, 150));
        assert_eq!(spans(&three), [days(0, 100), days(120, 150), days(200, 400)]);
        let shares: f64 = three.iter().map(|stretch| stretch.share).sum();
        assert!((shares - 1.0).abs() < 1e-9 && (three[1].share - SHARE).abs() < 1e-9);
        let inside = add(two(), days(250, 300));
        assert_eq!(inside.len(), 3, "{:?}", spans(&inside));
        assert!(inside.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        assert!(spans(&inside).contains(&days(250, 300)));
    }

    #[test]
    fn cutting_and_joining_give_back_what_was_there() {
        let cut = cut(two(), Stamp(300 * DAY + 7));
        assert_eq!(spans(&cut), [days(0, 100), days(200, 300), days(300, 400)]);
        let joined = join(cut, 1);
        assert_eq!(spans(&joined), spans(&two()));
        assert!((joined[1].share - 0.5).abs() < 1e-9);
        assert_eq!(join(two(), 1), two(), "the last one has no next");
        assert_eq!(spans(&remove(two(), 0)), [days(200, 400)]);
        assert_eq!(remove(remove(two(), 0), 0).len(), 1, "the last one stays");
    }
}
