//! The views that were had, for going back and forth. A list of its own, beside the case's history.

use crate::model::View;
use crate::timeline::Stretch;

/// Steps that are remembered.
const MOST: usize = 100;

/// How the case was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub view: View,
    pub stretches: Vec<Stretch>,
}

/// Where the user has been.
#[derive(Debug, Default)]
pub struct Trail {
    behind: Vec<Place>,
    ahead: Vec<Place>,
    /// Whether the last step was a gesture: pans and zooms in a row are one step.
    in_gesture: bool,
}

impl Trail {
    /// Remembers a place that is about to be left.
    pub fn leave(&mut self, place: impl FnOnce() -> Place, gesture: bool) {
        if !std::mem::replace(&mut self.in_gesture, gesture) || !gesture {
            self.behind.push(place());
            self.ahead.clear();
            if self.behind.len() > MOST {
                self.behind.remove(0);
            }
        }
    }

    /// The place before, for the one that is left.
    pub fn back(&mut self, now: Place) -> Option<Place> {
        Self::step(&mut self.behind, &mut self.ahead, now)
    }

    /// The place after.
    pub fn forward(&mut self, now: Place) -> Option<Place> {
        Self::step(&mut self.ahead, &mut self.behind, now)
    }

    /// Another case: nothing is remembered.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether there is a place before, and one after.
    #[must_use]
    pub fn ways(&self) -> (bool, bool) {
        (!self.behind.is_empty(), !self.ahead.is_empty())
    }

    fn step(from: &mut Vec<Place>, to: &mut Vec<Place>, now: Place) -> Option<Place> {
        // What changed nothing is no step.
        while from.last() == Some(&now) {
            from.pop();
        }
        let place = from.pop()?;
        to.push(now);
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> Place {
        Place { view: View { name: name.into(), ..View::default() }, stretches: Vec::new() }
    }

    #[test]
    fn one_goes_back_and_forth_and_a_new_step_forgets_what_lay_ahead() {
        let mut trail = Trail::default();
        trail.leave(|| place("a"), false);
        trail.leave(|| place("b"), true);
        trail.leave(|| place("in a gesture"), true);
        assert_eq!(trail.back(place("c")), Some(place("b")));
        assert_eq!(trail.back(place("b")), Some(place("a")));
        assert_eq!(trail.back(place("a")), None);
        assert_eq!(trail.forward(place("a")), Some(place("b")));
        trail.leave(|| place("b"), false);
        assert_eq!(trail.forward(place("d")), None);
        assert_eq!(trail.ways(), (true, false));
    }
}
