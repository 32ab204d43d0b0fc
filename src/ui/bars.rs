//! The toolbar above the timeline and the status line below it.
//!
//! The status line says what is not shown: nothing is left out silently.

use std::path::PathBuf;

use egui::{Align, Button, Label, Layout, RichText, Ui, UiBuilder};

use crate::model::{Arg, Words};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Beside, Command, Drawn, Look, Notice, Workspace};

use super::keys::Desk;
use super::lanes::{STEP, Stage, zoom};
use super::look::{BODY, HEADING, SMALL, TITLE, colour, font};
use super::menu::{self, Action, AxisAction, WindowAction, tip};
use super::panes;
use super::tools::Tools;

/// Height of a row of the toolbar.
const TOOLBAR: f32 = 40.0;
/// Below this width the toolbar has two rows: in one, search and filter would lie beyond the window, in Ukrainian soonest.
const TWO_ROWS: f32 = 1_170.0;
/// Below this width there is no room for what the menus have, too.
const SPARE: f32 = 760.0;
/// From this width on the case's title stands in it, too.
const TITLED: f32 = 560.0;
/// Height of the status line.
pub const STATUS: f32 = 24.0;
/// Height of a notice above the status line.
pub const NOTICE: f32 = 28.0;
/// Notices shown at once.
pub const NOTICES: usize = 3;

/// Height of the toolbar in a window of that width.
#[must_use]
pub fn toolbar_height(width: f32) -> f32 {
    if width < TWO_ROWS { 2.0 * TOOLBAR - 8.0 } else { TOOLBAR }
}

/// Shows the toolbar; without a picture there is nothing to zoom.
pub fn toolbar(
    ui: &mut Ui,
    desk: &Desk<'_>,
    palette: &'static Palette,
    chosen: &mut Vec<Action>,
    tools: &mut Tools,
) -> Vec<Command> {
    let Desk { workspace, drawn, .. } = *desk;
    let words = workspace.words().as_ref();
    let mut commands = Vec::new();
    let is_parted = ui.max_rect().height() > TOOLBAR;
    let rest = if is_parted {
        let (menus, rest) = ui.max_rect().split_top_bottom_at_fraction(0.5);
        let row = UiBuilder::new().max_rect(menus).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(row, |ui| chosen.extend(menu::bar(ui, words, |entry| desk.standing(entry))));
        rest
    } else {
        ui.max_rect()
    };
    let row = UiBuilder::new().max_rect(rest).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(row, |ui| {
        if !is_parted {
            chosen.extend(menu::bar(ui, words, |entry| desk.standing(entry)));
        }
        ui.add_space(8.0);
        // The window has it in its own title, too.
        if rest.width() >= TITLED {
            heading(ui, workspace, palette);
        }
        if workspace.is_open() {
            commands.extend(views(ui, desk, chosen));
        }
        at_right(ui, |ui| {
            commands.extend(tools.bar(ui, workspace, palette));
            if rest.width() < SPARE {
                return;
            }
            if let Some(drawn) = drawn {
                let stage = Stage { workspace, drawn, palette, lit: None, scroll: 0.0 };
                if named(ui, "−", &words.word("do-zoom-out"), &tip(Action::Axis(AxisAction::ZoomOut), words))
                {
                    commands.push(zoom(&stage, None, 1.0 / STEP));
                }
                if named(ui, "+", &words.word("do-zoom-in"), &tip(Action::Axis(AxisAction::ZoomIn), words)) {
                    commands.push(zoom(&stage, None, STEP));
                }
                if button(ui, &words.word("button-fit"), &tip(Action::Axis(AxisAction::Fit), words)) {
                    commands.push(Command::Look(Look::Fit));
                }
            }
            let name = if workspace.theme().is_dark() { "button-light" } else { "button-dark" };
            let other = Action::Window(WindowAction::OtherTheme);
            if button(ui, &words.word(name), &tip(other, words)) {
                chosen.push(other);
            }
        });
    });
    commands
}

fn heading(ui: &mut Ui, workspace: &Workspace, palette: &Palette) {
    let title = if workspace.is_open() { workspace.shown_title() } else { "Caseline".to_owned() };
    let title = RichText::new(title).font(font(Face::SansSemiBold, TITLE));
    let room = ui.available_width() * 0.28;
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(Label::new(title.color(colour(palette.ink))).truncate().selectable(false));
    });
}

/// At the right end, and still made from left to right, which is the order in which Tab goes.
fn at_right(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with("at-right");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(200.0);
    let mut rect = ui.max_rect();
    rect.min.x = (rect.right() - known).max(ui.cursor().left());
    let mut end = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    show(&mut end);
    let width = end.min_rect().width();
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        panes::place_again(ui, "the width at the right is known");
    }
}

/// The view before or after the one that is shown, by the order of the menu.
#[must_use]
pub fn other_view(workspace: &Workspace, by: isize) -> Option<Look> {
    let views = workspace.views();
    let at = views.iter().position(|view| view.name == workspace.view().name)?;
    let view = views.get(at.checked_add_signed(by)?)?;
    Some(Look::ChooseView(view.name.clone()))
}

/// Says which of several files the window shows.
pub fn only_first(files: &[PathBuf], words: &dyn Words) -> Option<Notice> {
    let [first, _, ..] = files else { return None };
    let text = words.say("only-first", &[("file", Arg::Text(&first.display().to_string()))]);
    Some(Notice::doubt(text))
}

/// What the system shows above the window.
#[must_use]
pub fn window_title(workspace: &Workspace) -> String {
    let words = workspace.words();
    let key = match (workspace.is_open(), workspace.path().is_some()) {
        (false, _) => return "Caseline".to_owned(),
        (true, true) => "window-title",
        (true, false) => "window-title-unsaved",
    };
    words.say(key, &[("title", Arg::Text(&workspace.shown_title()))])
}

/// Says what to do where there is nothing to show.
pub fn empty(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Action> {
    let mut actions = Vec::new();
    if workspace.busy() {
        return actions;
    }
    let words = workspace.words().as_ref();
    let has_articles = !workspace.articles().is_empty();
    let what = words.word(if has_articles { "empty-case-articles" } else { "empty-case-what" });
    let heading = "empty-case";
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.36);
        let text = RichText::new(words.word(heading)).font(font(Face::SerifSemiBold, HEADING));
        ui.add(Label::new(text.color(colour(palette.ink))));
        let text = RichText::new(what).font(font(Face::Sans, TITLE));
        ui.add(Label::new(text.color(colour(palette.muted))));
        ui.add_space(10.0);
        let review = Action::Review(menu::ReviewAction::Open);
        let new = Action::Write(menu::WriteAction::NewEvent);
        for (action, key) in [(review, "empty-case-review"), (new, "do-new-event")] {
            if action != review || has_articles {
                let said = format!("{} ({})", words.word(key), menu::keys_of(action));
                let said = RichText::new(said).font(font(Face::Sans, BODY)).underline();
                if ui.add(Button::new(said).frame(false)).clicked() {
                    actions.push(action);
                }
            }
        }
    });
    actions
}

fn views(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) -> Option<Command> {
    let workspace = desk.workspace;
    let words = workspace.words().as_ref();
    let now = &workspace.view().name;
    let said = if now.is_empty() {
        words.word("view-unnamed")
    } else {
        words.say("view-now", &[("name", Arg::Text(now))])
    };
    let mut chosen = None;
    ui.menu_button(format!("{said} ▾"), |ui| {
        ui.set_min_width(200.0);
        let visuals = ui.visuals_mut();
        visuals.selection.bg_fill = visuals.widgets.hovered.bg_fill;
        visuals.widgets.inactive.fg_stroke = visuals.widgets.hovered.fg_stroke;
        for view in workspace.views() {
            if ui.selectable_label(view.name == *now, &view.name).clicked() {
                chosen = Some(Command::Look(Look::ChooseView(view.name.clone())));
                ui.close();
            }
        }
        if !workspace.views().is_empty() {
            ui.separator();
        }
        actions.extend(menu::lines(ui, menu::VIEWS.entries, words, |entry| desk.standing(entry)));
    });
    chosen
}

fn button(ui: &mut Ui, text: &str, tip: &str) -> bool {
    ui.add(Button::new(text)).on_hover_text(tip).clicked()
}

/// A button whose sign is no word.
fn named(ui: &mut Ui, sign: &str, name: &str, tip: &str) -> bool {
    let button = ui.add(Button::new(RichText::new(sign).font(font(Face::Sans, TITLE))));
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    button.on_hover_text(tip).clicked()
}

/// Shows the status line: what is counted, whether the case can be changed or is saved, and what waits for a review;
/// whether that is wanted now.
pub fn status(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette, drawn: Option<&Drawn>) -> bool {
    let words = workspace.words().as_ref();
    let mut review = false;
    ui.horizontal_centered(|ui| {
        if let Some(drawn) = drawn {
            let line = write(ui, &counted(drawn, words), palette.muted);
            let kinds = by_kind(drawn, words);
            if !kinds.is_empty() {
                line.on_hover_text(kinds);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(why) = workspace.read_only() {
                write(ui, &why.spoken(words), palette.ink);
            } else if let Some(path) = workspace.path() {
                let file = path.file_name().unwrap_or_default().to_string_lossy();
                let said = words.say("saved-in", &[("file", Arg::Text(&file))]);
                write(ui, &said, palette.muted).on_hover_text(path.display().to_string());
            } else if workspace.is_open() {
                write(ui, &words.word("not-saved"), palette.muted);
            }
            let waiting = workspace.waiting();
            if waiting > 0 && workspace.beside() != Some(&Beside::Review) {
                ui.add_space(16.0);
                let said = words.say("status-waiting", &[("n", Arg::Number(waiting as u64))]);
                let text = RichText::new(said).font(font(Face::Sans, SMALL + 0.5)).color(colour(palette.ink));
                review = ui.add(Button::new(text.underline()).frame(false)).clicked();
            }
        });
    });
    review
}

/// "273 events · 163 shown · 105 off by kind · 5 outside of this time".
#[must_use]
pub fn counted(drawn: &Drawn, words: &dyn Words) -> String {
    let hidden = &drawn.layout.hidden;
    let off_by_kind = hidden.off_by_kind.iter().map(|(_, count)| count).sum();
    let parts = [
        ("status-events", hidden.events),
        ("status-shown", hidden.shown),
        ("status-off-kind", off_by_kind),
        ("status-off-status", hidden.off_by_status),
        ("status-off-filter", hidden.off_by_filter),
        ("status-not-known", hidden.not_known),
        ("status-outside", hidden.outside),
        ("status-other-lanes", hidden.other_lanes),
        ("status-undated", hidden.undated),
    ];
    let always = |at: usize| at < 2;
    let said = parts.into_iter().enumerate().filter(|(at, (_, n))| always(*at) || *n > 0);
    let said: Vec<String> =
        said.map(|(_, (key, n))| words.say(key, &[("n", Arg::Number(n as u64))])).collect();
    said.join(" · ")
}

/// What is off, a kind a line.
fn by_kind(drawn: &Drawn, words: &dyn Words) -> String {
    let line = |(kind, count): &(String, usize)| {
        let name = words.word(&format!("kinds-{kind}"));
        words.say("status-kind", &[("kind", Arg::Text(&name)), ("n", Arg::Number(*count as u64))])
    };
    let lines: Vec<String> = drawn.layout.hidden.off_by_kind.iter().map(line).collect();
    lines.join("\n")
}

fn write(ui: &mut Ui, text: &str, ink: Ink) -> egui::Response {
    let text = RichText::new(text).font(font(Face::Sans, SMALL + 0.5)).color(colour(ink));
    ui.add(Label::new(text).truncate().selectable(false))
}
