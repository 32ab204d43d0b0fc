//! Lines of the table for what is chosen once for all cases, and for what is read about the program.

use egui::{Key, KeyboardShortcut};

use crate::workspace::Appearance;

use super::action::{Action, DeskAction};
use super::table::{Entry, Needs, ctrl, line, shift};

const fn desk(action: DeskAction, keys: &'static [KeyboardShortcut], words: &'static str) -> Entry {
    line(Action::Desk(action), keys, words, Needs::Nothing)
}

pub(super) const WINDOW: &[Entry] = &[
    desk(DeskAction::Larger, &[ctrl(Key::Plus), ctrl(Key::Equals)], "do-larger"),
    desk(DeskAction::Smaller, &[ctrl(Key::Minus)], "do-smaller"),
    desk(DeskAction::OwnSize, &[ctrl(Key::Num0)], "do-own-size"),
    desk(DeskAction::Appear(Appearance::System), &[], "do-appear-system").ruled(),
    desk(DeskAction::Appear(Appearance::Light), &[], "do-appear-light"),
    desk(DeskAction::Appear(Appearance::Dark), &[], "do-appear-dark"),
    desk(DeskAction::Appear(Appearance::Contrast), &[], "do-appear-contrast"),
    desk(DeskAction::Appear(Appearance::ContrastDark), &[], "do-appear-contrast-dark"),
    desk(DeskAction::Speak(None), &[], "do-speak-system").ruled(),
    desk(DeskAction::Speak(Some("en")), &[], "do-speak-en"),
    desk(DeskAction::Speak(Some("uk")), &[], "do-speak-uk"),
];

pub(super) const HELP: Entry = desk(DeskAction::Help, &[shift(Key::F1)], "do-help");
pub(super) const ABOUT: Entry = desk(DeskAction::About, &[], "do-about");
