//! What the panel looks like.

use std::path::{Path, PathBuf};

use egui::{Align, Key, Label, Layout, Modifiers, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};
use crate::workspace::{Entry, ExportFormat, Folder, Workspace};

use super::super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::line::{Line, line, main_button};
use super::super::path;
use super::{FilePanel, Press, Use, ending_of, format_of};

/// Height of the list.
const LIST: f32 = 300.0;
/// Width of the column of folders beside it.
const PLACES: f32 = 168.0;
const LINE: f32 = 24.0;

impl FilePanel {
    pub(super) fn panel(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        palette: &'static Palette,
        folder: Option<&Folder>,
        entries: &[&Entry],
        fresh: bool,
    ) -> Option<Press> {
        let words = workspace.words().as_ref();
        let mut press = None;
        let title = words.word(match self.purpose {
            Use::Open => "panel-open",
            Use::Logo => "panel-logo",
            Use::SaveAs => "panel-save-as",
            Use::SaveCopy => "panel-save-copy",
            Use::HandOver => "panel-hand-over",
            Use::Export => "panel-export",
            Use::Claims => "panel-claims",
            Use::Chronology => "panel-chronology",
        });
        let heading = RichText::new(&title).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink));
        ui.add(Label::new(heading).selectable(false));
        ui.add_space(8.0);
        let moved = self.field(ui, words, entries, fresh, &mut press);
        if !self.purpose.forms().is_empty() {
            self.formats(ui, words, &mut press);
        }
        ui.add_space(8.0);
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(PLACES, LIST), Layout::top_down(Align::Min), |ui| {
                places(ui, workspace, palette, &mut press);
            });
            ui.add_space(8.0);
            ui.vertical(|ui| self.entries(ui, words, palette, (folder, entries), moved, &mut press));
        });
        ui.add_space(8.0);
        self.foot(ui, words, palette, &mut press);
        press
    }

    /// The path, and "Browse…" beside it. Gives back whether the arrows moved.
    fn field(
        &mut self,
        ui: &mut Ui,
        words: &dyn Words,
        entries: &[&Entry],
        fresh: bool,
        press: &mut Option<Press>,
    ) -> bool {
        let completion = self.completion(entries);
        let can_complete = completion.is_some();
        let field = egui::Id::unique("file-panel-path");
        let has_focus = ui.memory(|memory| memory.has_focus(field));
        let mut moved = false;
        if has_focus {
            moved = ui.input_mut(|input| self.step(input, entries.len()));
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                *press = Some(Press::Enter);
            }
            if can_complete && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
                self.write(completion.unwrap_or_default());
            }
        }
        ui.horizontal(|ui| {
            let browse = words.word("panel-browse");
            let width = ui.available_width() - 92.0;
            self.place_cursor(ui.ctx(), field);
            let edit = TextEdit::singleline(&mut self.typed).id(field).font(font(Face::Sans, TITLE));
            let edit = edit.desired_width(width).margin(vec2(8.0, 6.0)).lock_focus(can_complete);
            let edit = edit.text_color(ui.visuals().text_color());
            let shown = ui.add(edit);
            let name = words.word("panel-path");
            shown.widget_info(|| {
                let info = WidgetInfo::text_edit(true, "", &self.typed, "");
                WidgetInfo { label: Some(name.clone()), ..info }
            });
            if fresh {
                shown.request_focus();
            }
            if shown.changed() {
                (self.at, self.asked, self.fault) = (None, None, None);
            }
            let waits = self.browse.is_some();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = ui.add_enabled(!waits, egui::Button::new(browse));
                if button.on_hover_text(words.word("panel-browse-tip")).clicked() {
                    *press = Some(Press::Browse);
                }
            });
        });
        moved
    }

    fn formats(&mut self, ui: &mut Ui, words: &dyn Words, press: &mut Option<Press>) {
        let now = format_of(Path::new(&self.typed));
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let visuals = ui.visuals_mut();
            visuals.selection.bg_fill = visuals.widgets.hovered.bg_fill;
            for format in self.purpose.forms().iter().copied() {
                let name = words.word(&format!("format{}", ending_of(format).replace('.', "-")));
                if ui.selectable_label(now == Some(format), name).clicked() {
                    *press = Some(Press::Format(format));
                }
            }
            if now == Some(ExportFormat::CaseJson) {
                ui.add_space(8.0);
                ui.checkbox(&mut self.public, words.word("panel-public"));
            }
        });
    }

    fn entries(
        &self,
        ui: &mut Ui,
        words: &dyn Words,
        palette: &Palette,
        (folder, entries): (Option<&Folder>, &[&Entry]),
        moved: bool,
        press: &mut Option<Press>,
    ) {
        let said = match folder {
            None => Some(words.word("panel-listing")),
            Some(Folder { fault: Some(why), .. }) => Some(why.spoken(words)),
            Some(_) if entries.is_empty() => Some(words.word("panel-nothing")),
            Some(_) => None,
        };
        let up = folder.and_then(|folder| folder.path.parent());
        ScrollArea::vertical().max_height(LIST).min_scrolled_height(LIST).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(up) = up
                && line(ui, &Line::button(&words.word("panel-up")), palette).clicked()
            {
                *press = Some(Press::GoTo(up.to_owned()));
            }
            if let Some(said) = said {
                ui.add_space(4.0);
                let said = RichText::new(said).font(font(Face::Sans, BODY)).color(colour(palette.muted));
                ui.horizontal(|ui| {
                    ui.add_space(8.0);
                    ui.add(Label::new(said).wrap());
                });
            }
            self.lines(ui, words, palette, entries, moved, press);
            if let Some(more) = folder.map(|folder| folder.more).filter(|more| *more > 0) {
                let said = words.say("and-more", &[("n", Arg::Number(more as u64))]);
                line(ui, &Line { quiet: true, ..Line::of(&said, "") }, palette);
            }
        });
    }

    fn lines(
        &self,
        ui: &mut Ui,
        words: &dyn Words,
        palette: &Palette,
        entries: &[&Entry],
        moved: bool,
        press: &mut Option<Press>,
    ) {
        // Of a folder with thousands only what is in sight is made.
        let top = ui.cursor().top();
        let seen = ui.clip_rect();
        let first = ((seen.top() - top) / LINE).floor().max(0.0) as usize;
        let last = ((seen.bottom() - top) / LINE).ceil().max(0.0) as usize;
        let (first, last) = (first.min(entries.len()), last.min(entries.len()));
        ui.add_space(LINE * first as f32);
        for (at, entry) in entries.iter().enumerate().take(last).skip(first) {
            let name = if entry.is_folder { format!("{}/", entry.name) } else { entry.name.clone() };
            let aside = if entry.is_folder { String::new() } else { size(entry.bytes, words) };
            let quiet = !self.purpose.is_to_read() && !entry.is_folder;
            let shown = Line { chosen: self.at == Some(at), quiet, height: LINE, ..Line::of(&name, &aside) };
            if line(ui, &shown, palette).clicked() {
                *press = Some(Press::Line(at));
            }
        }
        ui.add_space(LINE * (entries.len() - last) as f32);
        if let Some(at) = self.at.filter(|_| moved) {
            let y = top + LINE * at as f32;
            let rect = egui::Rect::from_x_y_ranges(seen.x_range(), y - LINE..=y + 2.0 * LINE);
            ui.scroll_to_rect(rect, None);
        }
    }

    fn foot(&mut self, ui: &mut Ui, words: &dyn Words, palette: &Palette, press: &mut Option<Press>) {
        let quiet =
            |said: String| RichText::new(said).font(font(Face::Sans, BODY)).color(colour(palette.muted));
        if let Some(there) = self.asked.as_ref().map(|asked| self.replaced.as_ref().unwrap_or(asked)) {
            let said = words.say("panel-replace", &[("file", Arg::Text(&path::name_of(there)))]);
            ui.horizontal(|ui| {
                let said = RichText::new(said).font(font(Face::Sans, BODY)).color(colour(palette.ink));
                ui.add(Label::new(said).truncate());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let replace = ui.button(words.word("button-replace"));
                    if replace.clicked() {
                        *press = Some(Press::Replace);
                    }
                    let other = ui.button(words.word("button-other-name"));
                    if std::mem::take(&mut self.asks_anew) {
                        other.request_focus();
                    }
                    if other.clicked() {
                        *press = Some(Press::Keep);
                    }
                });
            });
            return;
        }
        ui.horizontal(|ui| {
            let hint = match (&self.fault, self.browse.is_some()) {
                (_, true) => quiet(words.word("panel-browsing")),
                (Some(fault), _) => {
                    RichText::new(fault).font(font(Face::Sans, BODY)).color(colour(palette.accent))
                }
                (None, false) => quiet(words.word("panel-hint")).size(SMALL + 0.5),
            };
            let room = ui.available_width() - 180.0;
            ui.scope(|ui| {
                ui.set_width(room);
                ui.add(Label::new(hint).truncate().selectable(false));
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let go = words.word(match self.purpose {
                    Use::Open => "button-open",
                    Use::Logo => "button-choose",
                    Use::SaveAs | Use::SaveCopy | Use::HandOver => "button-save",
                    Use::Export | Use::Claims | Use::Chronology => "button-export",
                });
                if main_button(ui, &go, palette).clicked() {
                    *press = Some(Press::Enter);
                }
                if ui.button(words.word("button-cancel")).clicked() {
                    *press = Some(Press::Cancel);
                }
            });
        });
    }
}

/// Folders that are near at hand: the user's own, and those of the recent cases.
fn places(ui: &mut Ui, workspace: &Workspace, palette: &Palette, press: &mut Option<Press>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let words = workspace.words().as_ref();
    let mut folders: Vec<(String, PathBuf)> = Vec::new();
    folders.extend(workspace.home().map(|home| (words.word("panel-home"), home.to_owned())));
    let recent = workspace.offer().map(|offer| offer.recent.as_slice()).unwrap_or_default();
    for folder in recent.iter().filter_map(|one| one.path.parent()) {
        if !folders.iter().any(|(_, known)| known == folder) {
            folders.push((path::name_of(folder), folder.to_owned()));
        }
    }
    for (name, folder) in folders.iter().take(9) {
        let shown = line(ui, &Line::button(name), palette);
        if shown.on_hover_text(path::spoken(folder, workspace.home())).clicked() {
            *press = Some(Press::GoTo(folder.clone()));
        }
    }
}

/// "148 kB", "2.4 MB".
fn size(bytes: u64, words: &dyn Words) -> String {
    let (key, thousandths) = if bytes < 1_000_000 {
        ("size-kb", bytes.div_ceil(1_000) * 1_000)
    } else {
        ("size-mb", bytes / 1_000)
    };
    let (whole, tenth) = (thousandths / 1_000, thousandths % 1_000 / 100);
    let number = if tenth == 0 || whole >= 100 { whole.to_string() } else { format!("{whole}.{tenth}") };
    words.say(key, &[("n", Arg::Text(&number))])
}
