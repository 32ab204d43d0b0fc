//! The one table of shortcuts: handlers, tooltips and tests read it.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::model::Words;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    ZoomIn,
    ZoomOut,
    Fit,
    OneSegment,
    Earlier,
    Later,
    LaneAbove,
    LaneBelow,
    Read,
    Close,
    ViewBefore,
    ViewAfter,
    OtherTheme,
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Shortcut {
    pub action: Action,
    /// Any of them.
    pub keys: &'static [KeyboardShortcut],
    /// As written in tooltips.
    pub written: &'static str,
    /// Key of the words that say what it does.
    pub words: &'static str,
}

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn row(
    action: Action,
    keys: &'static [KeyboardShortcut],
    written: &'static str,
    words: &'static str,
) -> Shortcut {
    Shortcut { action, keys, written, words }
}

/// All shortcuts.
pub const SHORTCUTS: [Shortcut; 13] = [
    row(Action::ZoomIn, &[key(Key::Plus), key(Key::Equals)], "+", "do-zoom-in"),
    row(Action::ZoomOut, &[key(Key::Minus)], "−", "do-zoom-out"),
    row(Action::Fit, &[key(Key::F)], "F", "do-fit"),
    row(Action::OneSegment, &[key(Key::Num0)], "0", "do-one-segment"),
    row(Action::Earlier, &[key(Key::ArrowLeft)], "←", "do-earlier"),
    row(Action::Later, &[key(Key::ArrowRight)], "→", "do-later"),
    row(Action::LaneAbove, &[key(Key::ArrowUp)], "↑", "do-lane-above"),
    row(Action::LaneBelow, &[key(Key::ArrowDown)], "↓", "do-lane-below"),
    row(Action::Read, &[key(Key::Enter)], "Enter", "do-read"),
    row(Action::Close, &[key(Key::Escape)], "Esc", "do-close"),
    row(Action::ViewBefore, &[key(Key::PageUp)], "Page up", "do-view-before"),
    row(Action::ViewAfter, &[key(Key::PageDown)], "Page down", "do-view-after"),
    row(Action::OtherTheme, &[key(Key::T)], "T", "do-other-theme"),
];

/// The line of an action.
#[must_use]
pub fn shortcut(action: Action) -> &'static Shortcut {
    // Every action has a line: a test holds it.
    SHORTCUTS.iter().find(|shortcut| shortcut.action == action).unwrap_or(&SHORTCUTS[0])
}

/// "Zoom in (+)".
#[must_use]
pub fn tip(action: Action, words: &dyn Words) -> String {
    let line = shortcut(action);
    format!("{} ({})", words.word(line.words), line.written)
}

impl Action {
    /// Whether its key means something else to a button or link that has the focus.
    #[must_use]
    pub fn is_of_lanes(self) -> bool {
        use Action::{Earlier, LaneAbove, LaneBelow, Later, Read};
        matches!(self, Earlier | Later | LaneAbove | LaneBelow | Read)
    }
}

/// What was pressed in this frame, and is taken from egui with that; `lanes`: whether the timeline has the keys.
pub fn pressed(ui: &Ui, lanes: bool) -> Vec<Action> {
    ui.input_mut(|input| {
        let mut taken = |shortcut: &&Shortcut| {
            shortcut.keys.iter().any(|keys| {
                // "+" needs Shift on some keyboards, so Shift alone never hinders a match here.
                let shifted = KeyboardShortcut::new(Modifiers::SHIFT, keys.logical_key);
                input.consume_shortcut(keys)
                    || keys.logical_key == Key::Plus && input.consume_shortcut(&shifted)
            })
        };
        let heard = SHORTCUTS.iter().filter(|shortcut| lanes || !shortcut.action.is_of_lanes());
        heard.filter(|shortcut| taken(shortcut)).map(|shortcut| shortcut.action).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_one_line_and_every_key_one_action() {
        let mut actions: Vec<Action> = SHORTCUTS.iter().map(|shortcut| shortcut.action).collect();
        actions.sort_unstable();
        actions.dedup();
        assert_eq!(actions.len(), SHORTCUTS.len());
        let mut keys: Vec<Key> =
            SHORTCUTS.iter().flat_map(|line| line.keys.iter().map(|keys| keys.logical_key)).collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
}
