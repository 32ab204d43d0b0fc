//! Search: a field in the toolbar, and under it what was found, with the words around each hit.
//!
//! Typing never waits: what is typed is asked of the workspace, and the list shows the newest answer that is there.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Area, Frame, Id, Key, Label, Modifiers, Order, Rect, Response, RichText, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::model::{Arg, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::{Command, FindCommand, FoundIn, SearchHit, Workspace};

use super::look::{BODY, SMALL, colour, font, shadow};
use super::phrases;
use super::tools::name_field;

/// Width of the field in a wide window, in a narrow one, and where there is hardly room.
const FIELD: (f32, f32, f32) = (190.0, 110.0, 90.0);
const LIST: f32 = 460.0;
/// Height of a hit: its heading and one line of words.
const HIT: f32 = 44.0;
/// Letters before a hit that fit into its line.
const BEFORE: usize = 24;

/// What the search remembers between frames.
#[derive(Debug, Default)]
pub struct SearchView {
    typed: String,
    focus: bool,
    /// Whether the list is in sight.
    open: bool,
    scroll: bool,
}

impl SearchView {
    /// Gives the field the focus.
    pub fn focus(&mut self) {
        self.focus = true;
    }

    /// Forgets what is typed.
    pub fn clear(&mut self) {
        self.typed.clear();
        self.open = false;
    }

    /// Shows the field, and the list under it while one searches.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let words = workspace.words().as_ref();
        let mut commands = Vec::new();
        if workspace.searched().is_empty() && !self.open {
            // Another case was opened, or the search is over.
            self.typed.clear();
        }
        let width = match ui.ctx().content_rect().width() {
            room if room >= 1_200.0 => FIELD.0,
            room if room >= 600.0 => FIELD.1,
            _ => FIELD.2,
        };
        let id = Id::unique("search");
        let mut keys = Keys::default();
        if ui.memory(|memory| memory.has_focus(id)) {
            keys = Keys::taken(ui);
        }
        let name = words.word("search-name");
        let edit = TextEdit::singleline(&mut self.typed).id(id).hint_text(name.clone()).desired_width(width);
        let field = ui.add_enabled(workspace.is_open(), edit.margin(vec2(8.0, 4.0)));
        name_field(&field, &name);
        if std::mem::take(&mut self.focus) {
            field.request_focus();
        }
        if field.changed() {
            commands.push(Command::Find(FindCommand::Search(self.typed.clone())));
            self.open = true;
        }
        if field.has_focus() && !self.typed.trim().is_empty() {
            self.open = true;
        }
        if keys.next || keys.before {
            let find = if keys.next { FindCommand::Next } else { FindCommand::Before };
            commands.push(Command::Find(find));
            self.scroll = true;
        }
        if keys.escape {
            self.typed.clear();
            self.open = false;
            field.surrender_focus();
            commands.push(Command::Find(FindCommand::Search(String::new())));
        }
        if self.open && !self.typed.trim().is_empty() {
            let list = self.list(ui, field.rect, workspace, palette, &mut commands);
            let clicked_away = ui.input(|input| input.pointer.any_pressed())
                && !list.contains_pointer()
                && !field.contains_pointer();
            if clicked_away {
                self.open = false;
            }
        }
        field.on_hover_text(super::menu::tip(
            super::menu::Action::Find(super::menu::FindAction::Search),
            words,
        ));
        commands
    }

    fn list(
        &mut self,
        ui: &Ui,
        field: Rect,
        workspace: &Workspace,
        palette: &'static Palette,
        commands: &mut Vec<Command>,
    ) -> Response {
        let words = workspace.words().as_ref();
        let (found, at) = workspace.search_found();
        let room = ui.ctx().content_rect();
        let left = (field.right() - LIST - 16.0).max(room.left() + 8.0);
        let height = (room.height() * 0.6).min(found.hits.len() as f32 * HIT + 4.0);
        let area = Area::new(Id::unique("found"))
            .order(Order::Foreground)
            .fixed_pos(pos2(left, field.bottom() + 6.0));
        let scroll = std::mem::take(&mut self.scroll);
        let shown = area.show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).shadow(shadow(palette)).fill(colour(palette.ground));
            frame.show(ui, |ui| {
                ui.set_width(LIST);
                let said = heading(workspace, words);
                let text = RichText::new(said).font(font(Face::Sans, SMALL)).color(colour(palette.muted));
                ui.add(Label::new(text).selectable(false));
                ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height(height)
                    .auto_shrink([false, true])
                    .show_viewport(ui, |ui, view| {
                        let whole = vec2(ui.available_width(), found.hits.len() as f32 * HIT);
                        let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
                        let line = |number: usize| {
                            let top = rect.top() + number as f32 * HIT;
                            Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), HIT))
                        };
                        if let Some(at) = at.filter(|_| scroll) {
                            ui.scroll_to_rect(line(at), None);
                        }
                        let first = (view.top() / HIT).floor().max(0.0) as usize;
                        let last = (view.bottom() / HIT).ceil().max(0.0) as usize;
                        for number in first..last.min(found.hits.len()) {
                            let hit = &found.hits[number];
                            if show_hit(ui, line(number), number, hit, at == Some(number), workspace, palette)
                            {
                                commands.push(Command::Find(FindCommand::Show(number)));
                            }
                        }
                    });
            });
        });
        shown.response
    }
}

/// What was pressed in the field.
#[derive(Debug, Default)]
struct Keys {
    next: bool,
    before: bool,
    escape: bool,
}

impl Keys {
    fn taken(ui: &Ui) -> Self {
        ui.input_mut(|input| {
            let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
            Self {
                before: pressed(Modifiers::SHIFT, Key::Enter) || pressed(Modifiers::NONE, Key::ArrowUp),
                next: pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::ArrowDown),
                escape: pressed(Modifiers::NONE, Key::Escape),
            }
        })
    }
}

/// "12 events, 3 articles", or that nothing was found; and what of it is listed, where not all is.
fn heading(workspace: &Workspace, words: &dyn Words) -> String {
    let (found, _) = workspace.search_found();
    if found.words != workspace.searched() {
        return words.word("search-on-its-way");
    }
    let events = found.events.len();
    if events == 0 && found.articles == 0 {
        return words.word("search-nothing");
    }
    let number = |n: usize| Arg::Number(n as u64);
    let said = words.say("search-found", &[("events", number(events)), ("articles", number(found.articles))]);
    let listed = found.hits.len();
    if listed >= events + found.articles {
        return said;
    }
    let key = if found.weighed < events { "search-listed-of-first" } else { "search-listed" };
    let listed = words.say(key, &[("n", number(listed)), ("weighed", number(found.weighed))]);
    format!("{said} · {listed}")
}

fn show_hit(
    ui: &Ui,
    rect: Rect,
    number: usize,
    hit: &SearchHit,
    chosen: bool,
    workspace: &Workspace,
    palette: &'static Palette,
) -> bool {
    let words = workspace.words().as_ref();
    let response = ui.interact(rect, ui.scope_id().with(("hit", number)), Sense::click());
    let (about, ink) = match &hit.found {
        FoundIn::Event(event) => match workspace.card(*event) {
            Some(event) => {
                let when = event
                    .when
                    .as_ref()
                    .map_or_else(|| words.word("undated"), |when| spoken_date(when, event.within, words));
                let kind = phrases::kind(workspace.columns(), &event.kind, words);
                (format!("{when} · {kind}"), phrases::ink(workspace.columns(), &event, palette))
            }
            None => (words.word("search-event"), palette.muted),
        },
        FoundIn::Article { key, .. } => {
            let heading = workspace.article(key).map_or(key.as_str(), |article| article.heading());
            (words.say("search-article", &[("title", Arg::Text(heading))]), palette.muted)
        }
    };
    response.widget_info(|| {
        let said = format!("{about}: {}", hit.snippet.replace('\n', " "));
        WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, said)
    });
    if chosen || response.hovered() || response.has_focus() {
        let tint = palette.ink.faded(if chosen { 0.10 } else { 0.05 });
        ui.painter().rect_filled(rect.shrink(1.0), 4.0, colour(tint));
    }
    let painter = ui.painter().with_clip_rect(rect.shrink2(vec2(6.0, 0.0)).intersect(ui.clip_rect()));
    let small = painter.layout_no_wrap(about, font(Face::Sans, SMALL), colour(ink));
    painter.galley(rect.left_top() + vec2(8.0, 4.0), small, colour(ink));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(line_of(hit, palette)));
    painter.galley(rect.left_top() + vec2(8.0, 19.0), galley, colour(palette.ink));
    response.clicked()
}

/// The words around a hit on one line, the hit itself in a heavier face.
fn line_of(hit: &SearchHit, palette: &Palette) -> LayoutJob {
    let letters: Vec<char> = hit.snippet.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let start = hit.start.min(letters.len());
    let end = hit.end.clamp(start, letters.len());
    let from = start.saturating_sub(BEFORE);
    // From a word's beginning.
    let from = (from..start).find(|at| *at == 0 || letters[at - 1] == ' ').unwrap_or(from.min(start));
    let part = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let format = |face: Face| TextFormat::simple(font(face, BODY), colour(palette.ink));
    let mut job = LayoutJob::default();
    if from > 0 {
        job.append("… ", 0.0, format(Face::Sans));
    }
    job.append(&part(from, start), 0.0, format(Face::Sans));
    job.append(&part(start, end), 0.0, format(Face::SansSemiBold));
    job.append(&part(end, letters.len()), 0.0, format(Face::Sans));
    job
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, Theme};

    #[test]
    fn the_hit_stands_in_sight_whatever_comes_before_it() {
        let snippet = format!("{}Посол отозван", "слово ".repeat(20));
        let start = 120;
        let hit = SearchHit { found: FoundIn::Event(EventId(1)), snippet, start, end: start + 5 };
        let job = line_of(&hit, Palette::of(Theme::Light));
        assert!(job.text.starts_with("… слово"), "{}", job.text);
        let heavier = font(Face::SansSemiBold, BODY);
        let heavy = job.sections.iter().find(|part| part.format.font_id == heavier).expect("the hit");
        assert_eq!(&job.text[heavy.byte_range.start.0..heavy.byte_range.end.0], "Посол");
    }
}
