//! Lines of the table for finding, looking and arranging.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::{LaneBy, LaneOrder};
use crate::timeline::{Grouping, Union};
use crate::workspace::Clip;

use super::action::{
    Action, AxisAction, FileAction, FindAction, HistoryAction, LanesAction, ViewAction, WindowAction,
    WriteAction,
};
use super::table::{Entry, Needs, ctrl, ctrl_shift, key, line, shift};

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn history(action: HistoryAction, keys: &'static [KeyboardShortcut], words: &'static str) -> Entry {
    line(Action::History(action), keys, words, Needs::Case)
}

const fn find(action: FindAction, keys: &'static [KeyboardShortcut], words: &'static str) -> Entry {
    line(Action::Find(action), keys, words, Needs::Case)
}

const fn clip(what: Clip, words: &'static str) -> Entry {
    line(Action::File(FileAction::Clip(what)), &[], words, Needs::Picture)
}

const fn axis(action: AxisAction, keys: &'static [KeyboardShortcut], words: &'static str) -> Entry {
    line(Action::Axis(action), keys, words, Needs::Picture)
}

const fn view(action: ViewAction, keys: &'static [KeyboardShortcut], words: &'static str) -> Entry {
    line(Action::View(action), keys, words, Needs::Case)
}

const fn lanes(action: LanesAction, keys: &'static [KeyboardShortcut], words: &'static str) -> Entry {
    line(Action::Lanes(action), keys, words, Needs::Picture)
}

pub(super) const EDIT: &[Entry] = &[
    history(HistoryAction::Undo, &[ctrl(Key::Z)], "do-undo"),
    history(HistoryAction::Redo, &[ctrl_shift(Key::Z), ctrl(Key::Y)], "do-redo"),
    history(HistoryAction::Panel, &[ctrl(Key::H)], "do-history"),
    find(FindAction::Search, &[ctrl(Key::F)], "do-search").ruled(),
    find(FindAction::Next, &[key(Key::F3)], "do-next-hit"),
    find(FindAction::Before, &[shift(Key::F3)], "do-hit-before"),
    find(FindAction::Filter, &[ctrl_shift(Key::F)], "do-filter").ruled(),
    find(FindAction::ClearFilter, &[], "filter-clear"),
    find(FindAction::Undated, &[key(Key::U)], "do-undated"),
    find(FindAction::ChooseAll, &[ctrl(Key::A)], "do-choose-all"),
    clip(Clip::Picture, "do-copy-picture").ruled(),
    clip(Clip::Svg, "do-copy-svg"),
    clip(Clip::List, "do-copy-list"),
    clip(Clip::AltText, "do-copy-alt"),
    clip(Clip::Chronology, "do-copy-chronology"),
];

pub(super) const VIEW: &[Entry] = &[
    axis(AxisAction::ZoomIn, &[key(Key::Plus), key(Key::Equals)], "do-zoom-in"),
    axis(AxisAction::ZoomOut, &[key(Key::Minus)], "do-zoom-out"),
    axis(AxisAction::Fit, &[key(Key::F)], "do-fit"),
    axis(AxisAction::PanEarlier, &[ctrl(Key::ArrowLeft)], "do-pan-earlier"),
    axis(AxisAction::PanLater, &[ctrl(Key::ArrowRight)], "do-pan-later"),
    axis(AxisAction::OneSegment, &[key(Key::Num0)], "do-one-segment").ruled(),
    axis(AxisAction::Suggest, &[key(Key::S)], "do-suggest-segments"),
    axis(AxisAction::Cut, &[key(Key::C)], "do-cut-segment"),
    axis(AxisAction::Join, &[shift(Key::C)], "do-join-segments"),
    view(ViewAction::Strip, &[], "do-strip").ruled(),
    view(ViewAction::Pairs, &[], "do-pairs"),
    view(ViewAction::Posts, &[], "do-posts"),
    view(ViewAction::Thread, &[], "do-thread"),
    view(ViewAction::KnownBefore, &[key(Key::OpenBracket)], "do-known-before").ruled(),
    view(ViewAction::KnownAfter, &[key(Key::CloseBracket)], "do-known-after"),
    view(ViewAction::KnownNow, &[], "do-known-now"),
    line(Action::View(ViewAction::Align), &[key(Key::D)], "do-align", Needs::Picture),
    line(Action::Write(WriteAction::Reckoning), &[key(Key::B)], "do-reckoning", Needs::Case),
    view(ViewAction::Back, &[alt(Key::ArrowLeft)], "do-back").ruled(),
    view(ViewAction::Forward, &[alt(Key::ArrowRight)], "do-forward"),
    line(Action::Write(WriteAction::Table), &[key(Key::T)], "do-table", Needs::Case),
    line(Action::Window(WindowAction::OtherTheme), &[ctrl(Key::L)], "do-other-theme", Needs::Nothing).ruled(),
    line(Action::Window(WindowAction::Still), &[], "do-still", Needs::Nothing),
];

pub(super) const VIEWS: &[Entry] = &[
    view(ViewAction::Choose, &[key(Key::V)], "do-choose-view"),
    view(ViewAction::Before, &[key(Key::PageUp)], "do-view-before"),
    view(ViewAction::After, &[key(Key::PageDown)], "do-view-after"),
    view(ViewAction::New, &[ctrl_shift(Key::N)], "do-new-view").ruled(),
    view(ViewAction::Rename, &[], "do-rename-view"),
    view(ViewAction::MoveUp, &[], "do-move-view-up"),
    view(ViewAction::MoveDown, &[], "do-move-view-down"),
    view(ViewAction::Remove, &[], "do-remove-view"),
];

pub(super) const LANES: &[Entry] = &[
    lanes(LanesAction::Hub, &[key(Key::H)], "do-hub"),
    lanes(LanesAction::NoHub, &[], "do-no-hub"),
    lanes(LanesAction::By(LaneBy::Counterpart), &[], "do-by-counterpart").ruled(),
    lanes(LanesAction::By(LaneBy::Actor), &[], "do-by-actor"),
    lanes(LanesAction::By(LaneBy::Target), &[], "do-by-target"),
    lanes(LanesAction::By(LaneBy::Place), &[], "do-by-place"),
    lanes(LanesAction::By(LaneBy::Subject), &[], "do-by-subject"),
    lanes(LanesAction::Order(LaneOrder::FirstAct), &[], "do-order-first-act").ruled(),
    lanes(LanesAction::Order(LaneOrder::Heads), &[], "do-order-heads"),
    lanes(LanesAction::Order(LaneOrder::Name), &[], "do-order-name"),
    lanes(LanesAction::Order(LaneOrder::Closeness), &[], "do-order-closeness"),
    lanes(LanesAction::Order(LaneOrder::Case), &[], "do-order-case"),
    lanes(LanesAction::Arrange, &[shift(Key::L)], "do-arrange-lanes").ruled(),
    lanes(LanesAction::OfLane, &[key(Key::M), shift(Key::F10)], "do-lane-menu"),
    lanes(LanesAction::ShowAll, &[], "do-show-all-lanes"),
    lanes(LanesAction::Unfold, &[key(Key::O)], "do-unfold"),
    lanes(LanesAction::GroupBy(Grouping::Regions), &[], "do-group-regions").ruled(),
    lanes(LanesAction::GroupBy(Grouping::Members(Union::Eu)), &[], "do-group-eu"),
    lanes(LanesAction::GroupBy(Grouping::Members(Union::Nato)), &[], "do-group-nato"),
    lanes(LanesAction::GroupBy(Grouping::Members(Union::Osce)), &[], "do-group-osce"),
    lanes(LanesAction::CollapseGroups, &[], "do-collapse-groups"),
    lanes(LanesAction::Silence(Union::Eu), &[], "do-silence-eu").ruled(),
    lanes(LanesAction::Silence(Union::Nato), &[], "do-silence-nato"),
    lanes(LanesAction::Silence(Union::Osce), &[], "do-silence-osce"),
];

pub(super) const PIN: Entry =
    line(Action::View(ViewAction::Pin), &[key(Key::P)], "do-pin-event", Needs::Selection).ruled();
pub(super) const LABEL: Entry =
    line(Action::View(ViewAction::Label), &[key(Key::L)], "do-label-event", Needs::Selection);
