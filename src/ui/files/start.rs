//! The start screen: a page that says what can be begun, and what was worked on last.

use egui::{Align, Id, Label, Layout, Response, RichText, Role, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::model::{Arg, Stamp, When, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::{FileCommand, OfferCommand, Recent, Unsaved, Workspace, is_untitled, shown_title};

use super::super::look::{BODY, HEADING, SMALL, TITLE, colour, font};
use super::super::menu::{Action, FileAction, keys_of};
use super::line::{Line, line};
use super::path;

/// The page's width, and of its left column.
const PAGE: f32 = 860.0;
const LEFT: f32 = 300.0;
const GAP: f32 = 56.0;
/// Below this width what can be begun stands over what was had, and below this height the name is small.
const NARROW: f32 = 560.0;
const LOW: f32 = 360.0;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// What was chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    Act(FileAction),
    Do(FileCommand),
    /// All that a crash left, once that is asked about.
    ForgetUnsaved,
}

/// Shows it.
pub fn show(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Wish> {
    if workspace.busy() && workspace.offer().is_none() {
        return Vec::new();
    }
    let whole = ui.max_rect();
    let width = PAGE.min(whole.width() - 64.0);
    let top = (whole.height() * 0.16).clamp(12.0, 160.0);
    let left = whole.center().x - width / 2.0;
    let page =
        egui::Rect::from_min_max(pos2(left, whole.top() + top), pos2(left + width, whole.bottom() - 24.0));
    let mut wishes = Vec::new();
    ui.scope_builder(UiBuilder::new().max_rect(page), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            head(ui, workspace, whole.height(), palette);
            left_by_crash(ui, workspace, palette, &mut wishes);
            ui.add_space((whole.height() * 0.05).min(28.0));
            if width < NARROW {
                column(ui, width, |ui| begin(ui, workspace, palette, &mut wishes));
                ui.add_space(GAP / 2.0);
                column(ui, width, |ui| recent(ui, workspace, palette, &mut wishes));
                return;
            }
            ui.horizontal_top(|ui| {
                column(ui, LEFT.min(width * 0.4), |ui| begin(ui, workspace, palette, &mut wishes));
                ui.add_space(GAP);
                column(ui, ui.available_width(), |ui| recent(ui, workspace, palette, &mut wishes));
            });
        });
    });
    wishes
}

fn column(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        show(ui);
    });
}

fn head(ui: &mut Ui, workspace: &Workspace, height: f32, palette: &Palette) {
    let words = workspace.words();
    let name = RichText::new("Caseline")
        .font(font(Face::SerifSemiBold, if height < LOW { HEADING } else { HEADING * 1.6 }));
    let name = Label::new(name.color(colour(palette.ink))).selectable(false);
    indented(ui, |ui| ui.add(name));
    ui.add_space(4.0);
    let what = RichText::new(words.word("start-what")).font(font(Face::Serif, TITLE + 1.0));
    let what = Label::new(what.color(colour(palette.muted))).selectable(false).wrap();
    indented(ui, |ui| ui.add(what));
}

/// Words stand where those of the lines under them do.
fn indented<T>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> T) -> T {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(8.0);
        show(ui)
    })
    .inner
}

/// Cases that a crash left, in one line.
fn left_by_crash(ui: &mut Ui, workspace: &Workspace, palette: &Palette, wishes: &mut Vec<Wish>) {
    let left = workspace.offer().map(|offer| offer.unsaved.as_slice()).unwrap_or_default();
    let Some(first) = left.first() else { return };
    let words = workspace.words().as_ref();
    ui.add_space(20.0);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(8.0);
        let said = RichText::new(unsaved(first, left.len(), words)).font(font(Face::Sans, BODY));
        ui.add(Label::new(said.color(colour(palette.accent))).wrap());
        let strong = |said: String| {
            RichText::new(said).font(font(Face::SansSemiBold, BODY)).color(colour(palette.ink))
        };
        if ui.button(strong(words.word("start-reopen"))).clicked() {
            wishes.push(Wish::Do(FileCommand::Reopen(first.path.clone())));
        }
        if ui.button(words.word("start-forget-all")).clicked() {
            wishes.push(Wish::ForgetUnsaved);
        }
    });
}

fn unsaved(first: &Unsaved, all: usize, words: &dyn Words) -> String {
    let title = shown_title(&first.title, words);
    let args = [
        ("title", Arg::Text(&title)),
        ("n", Arg::Number(first.events as u64)),
        ("others", Arg::Number(all.saturating_sub(1) as u64)),
    ];
    words.say("start-unsaved", &args)
}

fn begin(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette, wishes: &mut Vec<Wish>) {
    let words = workspace.words().as_ref();
    section(ui, &words.word("start-begin"), palette);
    let actions = [
        (FileAction::Open, "start-open"),
        (FileAction::New, "start-new"),
        (FileAction::OpenSample, "start-sample"),
    ];
    for (action, name) in actions {
        let keys = keys_of(Action::File(action));
        let shown = choice(ui, &words.word(name), &keys, false, palette);
        if action == FileAction::Open {
            focus_once(ui, &shown);
        }
        if shown.clicked() {
            wishes.push(Wish::Act(action));
        }
    }
    ui.add_space(16.0);
    let drop =
        RichText::new(words.word("start-drop")).font(font(Face::Sans, BODY)).color(colour(palette.muted));
    indented(ui, |ui| ui.add(Label::new(drop).wrap()));
}

/// The first choice has the keyboard when the page is shown, so that arrows and Enter do.
fn focus_once(ui: &Ui, first: &Response) {
    let id = Id::unique("start-focus");
    let last: Option<u64> = ui.data(|data| data.get_temp(id));
    let now = ui.ctx().cumulative_frame_nr();
    // A page that was not there in the frame before is a new one.
    if last.is_none_or(|last| now > last + 1) && ui.memory(|memory| memory.focused().is_none()) {
        first.request_focus();
        first.scroll_to_me(None);
    }
    ui.data_mut(|data| data.insert_temp(id, now));
}

fn recent(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette, wishes: &mut Vec<Wish>) {
    let words = workspace.words().as_ref();
    let all = workspace.offer().map(|offer| offer.recent.as_slice()).unwrap_or_default();
    section(ui, &words.word("start-recent"), palette);
    if all.is_empty() {
        let none = RichText::new(words.word("start-none")).font(font(Face::Sans, BODY));
        indented(ui, |ui| ui.add(Label::new(none.color(colour(palette.muted))).wrap()));
    }
    for one in all {
        wishes.extend(recent_case(ui, one, workspace, palette));
    }
}

/// A recent case: its title and when it was opened, and under them its path.
fn recent_case(ui: &mut Ui, one: &Recent, workspace: &Workspace, palette: &'static Palette) -> Option<Wish> {
    let words = workspace.words().as_ref();
    let title = if is_untitled(&one.title) { path::name_of(&one.path) } else { one.title.clone() };
    let mut wish = None;
    let aside = if one.missing { words.word("start-missing") } else { day(one.at, words) };
    if one.missing {
        let row = ui.available_width() - 76.0;
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_width(row);
                choice(ui, &title, &aside, true, palette);
            });
            let remove = ui.button(words.word("start-remove"));
            if remove.on_hover_text(words.word("start-remove-tip")).clicked() {
                wish = Some(Wish::Do(FileCommand::Offer(OfferCommand::ForgetRecent(one.path.clone()))));
            }
        });
    } else if choice(ui, &title, &aside, false, palette).clicked() {
        wish = Some(Wish::Do(FileCommand::Open(one.path.clone(), crate::workspace::Purpose::Work)));
    }
    let place = path::shortened(&one.path, workspace.home(), 80);
    let place = RichText::new(place).font(font(Face::Sans, SMALL + 0.5)).color(colour(palette.muted));
    indented(ui, |ui| ui.add(Label::new(place).truncate().selectable(false)));
    ui.add_space(8.0);
    wish
}

fn section(ui: &mut Ui, name: &str, palette: &Palette) {
    let name = RichText::new(name).font(font(Face::SansSemiBold, BODY)).color(colour(palette.muted));
    indented(ui, |ui| ui.add(Label::new(name).selectable(false)));
    ui.add_space(6.0);
    let rule = ui.max_rect().x_range();
    ui.painter().hline(rule, ui.cursor().top(), egui::Stroke::new(1.0, colour(palette.hairline)));
    ui.add_space(6.0);
}

fn choice(ui: &mut Ui, name: &str, aside: &str, quiet: bool, palette: &Palette) -> Response {
    let role = if quiet { Role::Label } else { Role::Button };
    let shown = Line { name, aside, chosen: false, quiet, size: TITLE, height: 30.0, role };
    line(ui, &shown, palette)
}

fn day(at: i64, words: &dyn Words) -> String {
    let (year, month, day) = Stamp(at.div_euclid(DAY) * DAY).civil();
    When::day(year, month, day).map(|when| spoken_date(&when, false, words)).unwrap_or_default()
}
