//! Motion: a jump along the axis is shown in between, for at most a quarter of a second, so that the reader's eye can
//! follow it. Gestures are never delayed, and where no motion is wanted there is none.

use egui::Context;

use crate::model::{Span, Stamp};
use crate::timeline::Stretch;

/// Longest that a jump takes, in seconds.
const LONGEST: f64 = 0.25;
/// A change within one frame that moves an end by more than this part of what is seen is a jump, and no gesture.
const JUMP: f64 = 0.125;

/// What is shown of the axis between two places.
#[derive(Debug, Default)]
pub struct Motion {
    /// No motion is wanted.
    pub still: bool,
    target: Vec<Stretch>,
    shown: Vec<Stretch>,
    /// From where, and since when.
    jump: Option<(Vec<Stretch>, f64)>,
}

impl Motion {
    /// One that moves, or not.
    #[must_use]
    pub fn new(still: bool) -> Self {
        Self { still, ..Self::default() }
    }

    /// The axis to show in this frame on the way to `target`.
    pub fn on_the_way(&mut self, ctx: &Context, target: &[Stretch]) -> Vec<Stretch> {
        let now = ctx.input(|input| input.time);
        if self.target != target {
            let moves = !self.still && is_jump(&self.shown, target);
            self.jump = moves.then(|| (self.shown.clone(), now));
            self.target = target.to_vec();
        }
        self.shown = match &self.jump {
            Some((from, since)) if now - since < LONGEST => {
                ctx.request_repaint();
                between(from, target, ease((now - since) / LONGEST))
            }
            _ => {
                self.jump = None;
                target.to_vec()
            }
        };
        self.shown.clone()
    }
}

/// Slow at both ends.
fn ease(t: f64) -> f64 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// With another number of segments there is no way in between.
fn is_jump(from: &[Stretch], to: &[Stretch]) -> bool {
    let far = |(a, b): (&Stretch, &Stretch)| {
        let length = a.span.seconds().max(1) as f64;
        let moved = |a: Stamp, b: Stamp| (a.0 as f64 - b.0 as f64).abs();
        moved(a.span.start(), b.span.start()).max(moved(a.span.end(), b.span.end())) > JUMP * length
    };
    !from.is_empty() && from.len() == to.len() && from.iter().zip(to).any(far)
}

/// Lengths go by equal factors in equal times, and what stands still between both places stays where it is.
fn between(from: &[Stretch], to: &[Stretch], t: f64) -> Vec<Stretch> {
    let one = |(a, b): (&Stretch, &Stretch)| {
        let (first, last) = (a.span.seconds().max(1) as f64, b.span.seconds().max(1) as f64);
        let length = first * (last / first).powf(t);
        let part = if (last - first).abs() < 1.0 { t } else { (length - first) / (last - first) };
        let start = a.span.start().0 as f64 + (b.span.start().0 as f64 - a.span.start().0 as f64) * part;
        let span = Span::new(Stamp(start.round() as i64), Stamp((start + length).round() as i64));
        Stretch { span, share: a.share + (b.share - a.share) * t }
    };
    from.iter().zip(to).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(from: i64, to: i64) -> Vec<Stretch> {
        vec![Stretch { span: Span::new(Stamp(from), Stamp(to)), share: 1.0 }]
    }

    /// Frames of a sixtieth of a second from one axis to another; gives what was shown in each.
    fn frames(motion: &mut Motion, to: &[Stretch], count: usize, time: &mut f64) -> Vec<Vec<Stretch>> {
        let ctx = Context::default();
        let mut shown = Vec::new();
        for _ in 0..count {
            *time += 1.0 / 60.0;
            ctx.begin_pass(egui::RawInput { time: Some(*time), ..egui::RawInput::default() });
            shown.push(motion.on_the_way(&ctx, to));
            // Nothing is painted: what belongs to the painter is let go.
            ctx.end_pass().textures_delta.clear();
        }
        shown
    }

    #[test]
    fn a_jump_is_shown_in_between_and_over_in_a_quarter_of_a_second() {
        let (mut motion, mut time) = (Motion::new(false), 0.0);
        assert_eq!(
            frames(&mut motion, &axis(0, 1_000), 1, &mut time),
            [axis(0, 1_000)],
            "the first is no jump"
        );
        let shown = frames(&mut motion, &axis(5_000, 6_000), 17, &mut time);
        assert_eq!(shown[16], axis(5_000, 6_000));
        assert!(shown[..14].windows(2).all(|two| two[0][0].span.start() <= two[1][0].span.start()));
        assert!(shown[7] != axis(0, 1_000) && shown[7] != axis(5_000, 6_000));
    }

    #[test]
    fn gestures_and_those_who_want_no_motion_are_never_delayed() {
        let (mut motion, mut time) = (Motion::new(false), 0.0);
        frames(&mut motion, &axis(0, 1_000), 1, &mut time);
        assert_eq!(frames(&mut motion, &axis(60, 1_060), 1, &mut time), [axis(60, 1_060)]);
        motion.still = true;
        assert_eq!(frames(&mut motion, &axis(9_000, 10_000), 1, &mut time), [axis(9_000, 10_000)]);
    }

    #[test]
    fn what_a_zoom_holds_stays_where_it_is_on_the_way() {
        // The middle is held.
        for t in [0.1, 0.5, 0.9] {
            let span = between(&axis(0, 1_000), &axis(400, 600), t)[0].span;
            assert!((i64::midpoint(span.start().0, span.end().0) - 500).abs() <= 1, "{span:?}");
        }
    }
}
