//! The table: a line for every command, in the menu where it stands. Add a line here and its action is in the menu, the
//! sheet and the palette, and its keys are heard.

use egui::{Event, Key, KeyboardShortcut, Modifiers, Ui};

use crate::model::Words;

use super::action::{Action, FileAction, ReviewAction, WalkAction, WindowAction, WriteAction};
use super::written::written;
use super::{desk, finding};

/// What must be there for an action to do anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    Nothing,
    /// An open case.
    Case,
    /// A picture: a case with events.
    Picture,
    /// A selected event.
    Selection,
    /// The review, with a candidate to decide on.
    Review,
    /// An open article.
    Article,
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub action: Action,
    /// Any of them; the first is written in menus.
    pub keys: &'static [KeyboardShortcut],
    /// Key of the words that say what it does.
    pub words: &'static str,
    pub needs: Needs,
    /// Whether a line stands above it in its menu.
    pub ruled: bool,
}

/// A menu with its lines.
#[derive(Debug, Clone, Copy)]
pub struct Menu {
    /// Key of its name.
    pub words: &'static str,
    pub entries: &'static [Entry],
}

pub(super) const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

pub(super) const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

pub(super) const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

pub(super) const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

pub(super) const fn line(
    action: Action,
    keys: &'static [KeyboardShortcut],
    words: &'static str,
    needs: Needs,
) -> Entry {
    Entry { action, keys, words, needs, ruled: false }
}

impl Entry {
    /// The same with a line above it.
    pub(super) const fn ruled(self) -> Self {
        Self { ruled: true, ..self }
    }

    /// "Ctrl+K", or nothing.
    #[must_use]
    pub fn written(&self) -> String {
        self.keys.first().copied().map(written).unwrap_or_default()
    }
}

/// All menus, from left to right.
pub const MENUS: &[Menu] = &[
    Menu { words: "menu-file", entries: FILE },
    Menu { words: "menu-edit", entries: finding::EDIT },
    Menu { words: "menu-event", entries: EVENT },
    Menu { words: "menu-lanes", entries: finding::LANES },
    Menu { words: "menu-view", entries: finding::VIEW },
    VIEWS,
    Menu { words: "menu-review", entries: REVIEW },
    Menu { words: "menu-window", entries: desk::WINDOW },
    Menu { words: "menu-help", entries: HELP },
];

/// Has its button beside the case's title, with the views themselves on top.
pub const VIEWS: Menu = Menu { words: "menu-views", entries: finding::VIEWS };

const FILE: &[Entry] = &[
    line(Action::File(FileAction::New), &[ctrl(Key::N)], "do-new", Needs::Nothing),
    line(Action::File(FileAction::Open), &[ctrl(Key::O)], "do-open", Needs::Nothing),
    line(Action::File(FileAction::OpenRecent), &[ctrl_shift(Key::O)], "do-open-recent", Needs::Nothing),
    line(Action::File(FileAction::OpenSample), &[], "do-open-sample", Needs::Nothing),
    line(Action::File(FileAction::Save), &[ctrl(Key::S)], "do-save", Needs::Case).ruled(),
    line(Action::File(FileAction::SaveAs), &[ctrl_shift(Key::S)], "do-save-as", Needs::Case),
    line(Action::File(FileAction::SaveCopy), &[], "do-save-copy", Needs::Case),
    line(Action::File(FileAction::Export), &[ctrl(Key::E)], "do-export", Needs::Case),
    line(Action::File(FileAction::Publish), &[ctrl(Key::P)], "do-publish", Needs::Case),
    line(Action::File(FileAction::Claims), &[], "do-claims", Needs::Case),
    line(Action::File(FileAction::Chronology), &[], "do-chronology", Needs::Case),
    line(Action::File(FileAction::HandOver), &[], "do-hand-over", Needs::Case),
    line(Action::File(FileAction::Forget), &[], "do-forget", Needs::Case).ruled(),
    line(Action::File(FileAction::Compact), &[], "do-compact", Needs::Case),
    line(Action::File(FileAction::Stop), &[ctrl(Key::Period)], "do-stop", Needs::Nothing).ruled(),
    line(Action::File(FileAction::Dismiss), &[shift(Key::Escape)], "do-dismiss", Needs::Nothing),
    line(Action::File(FileAction::CloseCase), &[ctrl(Key::W)], "do-close-case", Needs::Case).ruled(),
    line(Action::File(FileAction::Quit), &[ctrl(Key::Q)], "do-quit", Needs::Nothing),
];

const EVENT: &[Entry] = &[
    line(Action::Walk(WalkAction::Earlier), &[key(Key::ArrowLeft)], "do-earlier", Needs::Picture),
    line(Action::Walk(WalkAction::Later), &[key(Key::ArrowRight)], "do-later", Needs::Picture),
    line(Action::Walk(WalkAction::LaneAbove), &[key(Key::ArrowUp)], "do-lane-above", Needs::Picture),
    line(Action::Walk(WalkAction::LaneBelow), &[key(Key::ArrowDown)], "do-lane-below", Needs::Picture),
    line(
        Action::Walk(WalkAction::EarlierToo),
        &[shift(Key::ArrowLeft)],
        "do-choose-earlier",
        Needs::Selection,
    ),
    line(Action::Walk(WalkAction::LaterToo), &[shift(Key::ArrowRight)], "do-choose-later", Needs::Selection),
    line(Action::Walk(WalkAction::Read), &[key(Key::Enter)], "do-read", Needs::Selection).ruled(),
    line(Action::Write(WriteAction::QuoteAfter), &[key(Key::Period)], "do-quote-after", Needs::Case),
    line(Action::Write(WriteAction::QuoteBefore), &[key(Key::Comma)], "do-quote-before", Needs::Case),
    line(Action::Write(WriteAction::SelectWords), &[key(Key::W)], "do-select-words", Needs::Article),
    line(Action::Write(WriteAction::QuoteWords), &[key(Key::Q)], "do-quote-words", Needs::Article),
    line(Action::Write(WriteAction::Articles), &[key(Key::A)], "do-articles", Needs::Case).ruled(),
    line(Action::Write(WriteAction::EditHeading), &[], "do-edit-heading", Needs::Article),
    line(Action::Write(WriteAction::RemoveArticle), &[], "do-remove-article", Needs::Article),
    finding::PIN,
    finding::LABEL,
    line(Action::Window(WindowAction::Close), &[key(Key::Escape)], "do-close", Needs::Nothing),
    line(Action::Write(WriteAction::NewEvent), &[key(Key::N)], "do-new-event", Needs::Case).ruled(),
    line(Action::Write(WriteAction::EditEvent), &[key(Key::F2)], "do-edit-event", Needs::Selection),
    line(Action::Write(WriteAction::DeleteEvents), &[key(Key::Delete)], "do-delete-event", Needs::Selection),
    line(Action::Write(WriteAction::CopyText), &[ctrl(Key::C)], "do-copy-text", Needs::Selection),
    line(Action::Write(WriteAction::CopyTable), &[], "do-copy-csv", Needs::Selection),
    line(Action::Write(WriteAction::Lanes), &[], "do-lanes", Needs::Case).ruled(),
    line(Action::Write(WriteAction::Kinds), &[], "do-kinds", Needs::Case),
    line(Action::Write(WriteAction::Entities), &[], "do-entities", Needs::Case),
];

const REVIEW: &[Entry] = &[
    line(Action::Review(ReviewAction::Open), &[ctrl(Key::R)], "do-review", Needs::Case),
    line(Action::Review(ReviewAction::Accept), &[key(Key::Enter)], "review-accept", Needs::Review).ruled(),
    line(Action::Review(ReviewAction::AcceptAll), &[shift(Key::Enter)], "do-review-all", Needs::Review),
    line(Action::Review(ReviewAction::AsNew), &[key(Key::M)], "review-as-new", Needs::Review),
    line(Action::Review(ReviewAction::Edit), &[key(Key::E)], "review-edit", Needs::Review),
    line(Action::Review(ReviewAction::Reject), &[key(Key::X)], "review-reject", Needs::Review),
    line(Action::Review(ReviewAction::TakeBack), &[key(Key::Z)], "review-take-back", Needs::Review),
    line(
        Action::Review(ReviewAction::Next),
        &[key(Key::ArrowDown), key(Key::J)],
        "review-next",
        Needs::Review,
    )
    .ruled(),
    line(
        Action::Review(ReviewAction::Before),
        &[key(Key::ArrowUp), key(Key::K)],
        "review-before",
        Needs::Review,
    ),
    line(Action::Review(ReviewAction::Read), &[key(Key::R)], "review-read", Needs::Review),
];

const HELP: &[Entry] = &[
    line(Action::Window(WindowAction::Palette), &[ctrl(Key::K)], "do-palette", Needs::Nothing),
    line(Action::Window(WindowAction::Shortcuts), &[key(Key::F1)], "do-shortcuts", Needs::Nothing),
    desk::HELP.ruled(),
    desk::ABOUT,
];

/// All lines, menu by menu.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    MENUS.iter().flat_map(|menu| menu.entries)
}

/// "Zoom in (+)".
#[must_use]
pub fn tip(action: Action, words: &dyn Words) -> String {
    // Every action has a line: a test holds it.
    let Some(entry) = entries().find(|entry| entry.action == action) else { return String::new() };
    let keys = entry.written();
    let said = words.word(entry.words);
    if keys.is_empty() { said } else { format!("{said} ({keys})") }
}

/// The keys of an action as they are written; empty where it has none.
#[must_use]
pub fn keys_of(action: Action) -> String {
    entries().find(|entry| entry.action == action).map(Entry::written).unwrap_or_default()
}

/// What was pressed in this frame, and is taken from egui with that; `open`: whether a case is open; `lanes`: whether the
/// timeline has the keys; `review`: whether the review is open.
///
/// A key without Ctrl or Alt acts only where no text is being written; Escape and the function keys always do.
pub fn pressed(ui: &Ui, open: bool, lanes: bool, review: bool) -> Vec<Action> {
    let writing = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        let mut actions = Vec::new();
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let meant = entries()
                .filter(|entry| open || entry.needs == Needs::Nothing)
                .filter(|entry| lanes || !entry.action.is_of_lanes())
                .filter(|entry| review || !entry.action.is_of_review())
                .filter(|entry| entry.keys.iter().any(|keys| is_meant(*keys, *key, *modifiers, writing)));
            let heard = meant.max_by_key(|entry| entry.action.is_of_review());
            actions.extend(heard.map(|entry| entry.action));
            heard.is_none()
        });
        actions
    })
}

fn is_meant(keys: KeyboardShortcut, key: Key, modifiers: Modifiers, writing: bool) -> bool {
    let single = !keys.modifiers.command && !keys.modifiers.alt;
    let letter = single && !matches!(keys.logical_key, Key::Escape | Key::F1 | Key::F3);
    // A field takes back its own words, and walks through them.
    let fields =
        matches!(keys.logical_key, Key::A | Key::C | Key::Z | Key::Y | Key::ArrowLeft | Key::ArrowRight);
    if keys.logical_key != key || (letter || fields) && writing {
        return false;
    }
    // "+" needs Shift on some keyboards.
    let shifted = key == Key::Plus && Modifiers { shift: false, ..modifiers }.matches_exact(keys.modifiers);
    shifted || modifiers.matches_exact(keys.modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_one_line_and_every_key_one_action() {
        let mut actions: Vec<Action> = entries().map(|entry| entry.action).collect();
        let all = actions.len();
        actions.sort_unstable();
        actions.dedup();
        assert_eq!(actions.len(), all, "an action stands in the table twice");
        for review in [false, true] {
            let here = entries().filter(|entry| entry.action.is_of_review() == review);
            let mut keys: Vec<String> =
                here.flat_map(|entry| entry.keys.iter().copied().map(written)).collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "a key has two actions: {keys:?}");
        }
    }

    #[test]
    fn a_single_key_is_text_where_text_is_written() {
        let fit = key(Key::F);
        assert!(is_meant(fit, Key::F, Modifiers::NONE, false));
        assert!(!is_meant(fit, Key::F, Modifiers::NONE, true));
        assert!(!is_meant(fit, Key::F, Modifiers::COMMAND, false), "another shortcut");
        assert!(is_meant(ctrl(Key::K), Key::K, Modifiers::COMMAND, true));
        assert!(is_meant(key(Key::Escape), Key::Escape, Modifiers::NONE, true));
        assert!(is_meant(key(Key::Plus), Key::Plus, Modifiers::SHIFT, false));
        assert!(is_meant(ctrl(Key::Plus), Key::Plus, Modifiers::COMMAND | Modifiers::SHIFT, true));
    }
}
