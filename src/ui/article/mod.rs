//! The article beside the timeline: its text with the quotes marked, scrolled to the chosen one.

mod caret;
mod chosen;
mod facts;
mod heading;
mod pieces;
mod shelf;
mod sides;
mod text;
mod tongues;

use std::sync::Arc;

use egui::{
    Button, Frame, Label, Margin, Rect, RichText, Role, ScrollArea, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::model::{Arg, Article, Event, EventId, Quote, Words, spoken_date, spoken_event};
use crate::scene::{Face, Palette};
use crate::workspace::{Beside, Command, FileCommand, Look, Sheet, TextPlace, Workspace};

use super::form::quiet;
use super::look::{BODY, HEADING, colour, font};
use super::menu::{Action, WindowAction, tip};
use super::phrases;

use self::chosen::ChosenWords;
use self::facts::Facts;
pub use self::heading::HeadingForm;
pub use self::shelf::Shelf;
use self::text::{Passage, Setting, TextView, Touched};

/// From this width of the window on, the article is set for a wide screen.
const WIDE: f32 = 1_600.0;
/// Below this width the article lies over the timeline.
const NARROW: f32 = 1_100.0;
/// Room on each side of the text; the margin's marks stand in it.
const SIDE: f32 = 28.0;
/// Most of the pane's height that the facts take from the text.
const FACTS: f32 = 0.4;
/// Width of an average letter of the article's face, in sizes of the text.
const LETTER: f32 = 0.47;

/// How much of the window the article takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    pub width: f32,
    /// Size of the text.
    pub size: f32,
    /// Whether it lies over the timeline.
    pub over: bool,
}

/// The article's room in a window of a width (`drawing.md`, "The window around it").
#[must_use]
pub fn room(window: f32) -> Room {
    let (size, letters) = if window >= WIDE { (17.0, 66.0) } else { (15.0, 54.0) };
    let wanted: f32 = size * LETTER * letters + 2.0 * SIDE;
    let over = window < NARROW;
    let most = if over { (window * 0.6).max(320.0) } else { window * 0.36 };
    Room { width: wanted.min(most).floor(), size, over }
}

/// The room of an article and a form beside each other.
#[must_use]
pub fn room_for_two(window: f32) -> Room {
    Room { width: (window * 0.44).floor(), ..room(window) }
}

/// What the article is made from.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    pub workspace: &'a Workspace,
    pub palette: &'static Palette,
    /// The event under the pointer in the timeline.
    pub lit: Option<EventId>,
    /// The event whose facts stand under the text.
    pub event: Option<&'a Event>,
    /// Whether the picture shows that event.
    pub is_in_view: bool,
    pub size: f32,
}

/// What the article remembers between frames.
#[derive(Debug, Default)]
pub struct ArticleView {
    /// The event whose quote is under the pointer.
    pub hovered: Option<EventId>,
    /// Height of the facts, as last shown.
    facts: f32,
    /// What was scrolled to last.
    shown: Option<(String, Option<EventId>, Option<usize>)>,
    /// What was asked to be shown last, and whether words that it named are still gone to.
    asked: u64,
    at_place: bool,
    text: TextView,
    /// How far the text is scrolled.
    offset: f32,
    chosen: ChosenWords,
    /// The quote that was gone to last, in the order of the text: an event may have several.
    at: Option<usize>,
    /// The event whose sources are shown side by side.
    sides: Option<EventId>,
}

impl ArticleView {
    /// Shows the article on all of `ui`, and gives back what the user asks by it.
    ///
    /// The heading and the event's facts stay in sight while the text between them scrolls.
    pub fn show(&mut self, ui: &mut Ui, page: &Page<'_>) -> Vec<Command> {
        let mut commands = Vec::new();
        let whole = ui.max_rect();
        self.hovered = None;
        commands.extend(close_button(ui, page));
        let sheet = page.workspace.sheet();
        let top = match sheet {
            Some(sheet) => heading(ui, &sheet.article, page, &mut commands),
            None => whole.top(),
        };
        let most = if sheet.is_some() { whole.height() * FACTS } else { whole.height() };
        let bottom = whole.bottom() - page.event.map_or(0.0, |_| self.facts.min(most));
        if let Some(sheet) = sheet {
            let rect = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), bottom));
            self.article(ui, rect, sheet, page, &mut commands);
        }
        if let Some(event) = page.event {
            let rect = Rect::from_min_max(pos2(whole.left(), bottom), whole.max);
            if sheet.is_some() {
                let line = Stroke::new(1.0, colour(page.palette.hairline));
                ui.painter().hline(rect.x_range().shrink(SIDE), rect.top(), line);
            }
            self.facts(ui, rect, page, event, &mut commands);
        }
        commands
    }

    fn facts(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        page: &Page<'_>,
        event: &Event,
        commands: &mut Vec<Command>,
    ) {
        let Page { workspace, palette, is_in_view, .. } = *page;
        let mut beside = false;
        let height = scrolled(ui, "facts", rect, |ui| {
            let facts = Facts { workspace, palette, event, is_in_view };
            commands.extend(facts::show(ui, &facts, &mut beside));
        });
        if beside {
            self.sides = Some(event.id);
        }
        if self.sides == Some(event.id) {
            if !sides::show(ui, workspace, palette, event, commands) {
                self.sides = None;
            }
        } else {
            self.sides = None;
        }
        if (height - self.facts).abs() > 0.5 {
            self.facts = height;
            // The text has more or less room than before: its quote is looked for again.
            self.shown = None;
            ui.ctx().request_repaint();
        }
    }

    fn article(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        sheet: &Arc<Sheet>,
        page: &Page<'_>,
        commands: &mut Vec<Command>,
    ) {
        let (palette, words) = (page.palette, page.workspace.words().as_ref());
        let article = &sheet.article;
        let Some(revision) = &article.text else {
            scrolled(ui, "text", rect, |ui| {
                let line = RichText::new(words.word("article-no-text")).font(font(Face::Serif, page.size));
                ui.add(Label::new(line.color(colour(palette.muted))).wrap());
            });
            return;
        };
        let passages = passages(sheet, page);
        let selected = page.event.map(|event| event.id);
        if self.at.is_none_or(|at| passages.get(at).map(|passage| passage.event) != selected) {
            self.at = passages.iter().position(|passage| Some(passage.event) == selected);
        }
        let now = (article.key.clone(), selected, self.at);
        let open = page.workspace.open_article();
        // Words of an older text stand elsewhere in this one.
        let is_of_this = |found: &TextPlace| found.rev.is_none_or(|rev| rev == revision.rev);
        let place = open.and_then(|open| open.place).filter(is_of_this).map(|found| found.place);
        let asked = open.map_or(0, |open| open.asked);
        let is_asked = std::mem::replace(&mut self.asked, asked) != asked && place.is_some();
        // Who goes on to a quote has left the words that were found.
        let stays = self.shown.as_ref().is_none_or(|shown| *shown == now);
        self.at_place = place.is_some() && (is_asked || self.at_place && stays);
        if self.shown.as_ref().is_none_or(|(key, ..)| *key != article.key) {
            self.text.selected = None;
        }
        let name = words.say("article-text", &[("title", Arg::Text(article.heading()))]);
        let setting = Setting {
            text: &revision.text,
            article: &article.key,
            name: &name,
            rev: revision.rev,
            size: page.size,
            palette,
            lit: page.lit,
            chosen: self.at,
            found: place,
            to_found: self.at_place,
            selected,
            passages: &passages,
        };
        let go = is_asked || self.shown.as_ref() != Some(&now);
        let touched = self.scroll(ui, rect, &setting, go);
        self.shown = Some(now);
        self.hovered = touched.hovered;
        if let Some(passage) = touched.clicked.and_then(|at| passages.get(at)) {
            commands.push(Command::Look(Look::SelectEvent(passage.event)));
            // What was clicked is in sight.
            self.at = touched.clicked;
            self.shown = Some((article.key.clone(), Some(passage.event), self.at));
        }
        self.words(ui, rect, page, sheet, &touched, commands);
    }

    fn scroll(&mut self, ui: &mut Ui, rect: Rect, setting: &Setting<'_>, go: bool) -> Touched {
        let moved = std::mem::take(&mut self.text.moved);
        let text = &mut self.text;
        let before = self.offset;
        let builder = UiBuilder::new().id_salt("text").max_rect(rect);
        let shown = ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            let mut area = ScrollArea::vertical().id_salt("text").auto_shrink(false);
            if moved != 0.0 {
                area = area.vertical_scroll_offset(before + moved);
            }
            area.show_viewport(ui, |ui, viewport| text.show(ui, viewport, setting, go))
        });
        self.offset = shown.inner.state.clamped_offset().y;
        shown.inner.inner
    }

    /// The bar over selected words, once the pointer is let go.
    fn words(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        page: &Page<'_>,
        sheet: &Sheet,
        touched: &Touched,
        commands: &mut Vec<Command>,
    ) {
        let Some(selected) = self.text.selected.filter(|_| !self.text.selecting) else {
            self.chosen.reset();
            return;
        };
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            self.text.selected = None;
            return;
        }
        let Some(at) = touched.words else { return };
        let builder = UiBuilder::new().id_salt("chosen").max_rect(rect);
        let mut held = ui.new_child(builder);
        held.set_clip_rect(rect);
        let Page { workspace, palette, .. } = *page;
        let done = self.chosen.show(&held, workspace, palette, sheet, selected, at);
        commands.extend(done.commands);
        if done.clear {
            self.text.selected = None;
        }
    }

    /// Puts the keyboard into the text.
    pub fn select_words(&mut self) {
        self.text.focus = true;
    }

    /// Whether words of the open article are selected.
    #[must_use]
    pub fn has_words(&self, workspace: &Workspace) -> bool {
        self.quote(workspace).is_some()
    }

    /// The selected words as a quote, once: they have served.
    pub fn take_words(&mut self, workspace: &Workspace) -> Option<Box<Quote>> {
        let quote = self.quote(workspace)?;
        self.text.selected = None;
        Some(Box::new(quote))
    }

    fn quote(&self, workspace: &Workspace) -> Option<Quote> {
        let sheet = workspace.sheet()?;
        let shown = self.shown.as_ref().is_some_and(|(key, ..)| *key == sheet.article.key);
        chosen::quoted(sheet, self.text.selected.filter(|_| shown)?).map(|(quote, _)| quote)
    }

    /// Asks for which event the selected words are quoted.
    pub fn pick_event(&mut self) {
        self.chosen.pick_event();
    }

    /// Goes to the quote after the one that was gone to last, or before it.
    pub fn step(&mut self, workspace: &Workspace, by: isize) -> Vec<Command> {
        let Some(sheet) = workspace.sheet() else { return Vec::new() };
        let places = places(sheet);
        let next = match self.at {
            Some(at) => at.checked_add_signed(by),
            None if by > 0 => Some(0),
            None => places.len().checked_sub(1),
        };
        let Some((next, (event, _))) = next.and_then(|next| Some((next, *places.get(next)?))) else {
            return Vec::new();
        };
        self.at = Some(next);
        vec![Command::Look(Look::SelectEvent(event))]
    }
}

/// The heading over the text; gives back where the text begins.
fn heading(ui: &mut Ui, article: &Article, page: &Page<'_>, commands: &mut Vec<Command>) -> f32 {
    let (palette, words) = (page.palette, page.workspace.words().as_ref());
    let frame = Frame::NONE.inner_margin(Margin { left: SIDE as i8, right: SIDE as i8, top: 14, bottom: 8 });
    let shown = frame.show(ui, |ui| {
        ui.scope(|ui| {
            // Room for the button that closes the article.
            ui.set_max_width(ui.available_width() - 12.0);
            let title = RichText::new(article.heading()).font(font(Face::SerifSemiBold, HEADING));
            ui.add(Label::new(title.color(colour(palette.ink))).wrap());
        });
        let line = RichText::new(about(article, words)).font(font(Face::Sans, BODY));
        ui.add(Label::new(line.color(colour(palette.muted))).wrap());
        ui.horizontal(|ui| {
            if quiet(ui, palette, &words.word("article-edit")).clicked() {
                let form = Beside::Article(article.key.clone());
                commands.push(Command::Look(Look::Beside(Some(form))));
            }
            if article.original.is_none() {
                return;
            }
            let button = quiet(ui, palette, &words.word("article-original"));
            if button.on_hover_text(words.word("article-original-tip")).clicked() {
                commands.push(Command::File(FileCommand::ShowOriginal(article.key.clone())));
            }
        });
    });
    shown.response.rect.bottom()
}

/// A part of the pane that scrolls; gives back how high its content is.
fn scrolled(ui: &mut Ui, name: &str, rect: Rect, show: impl FnOnce(&mut Ui)) -> f32 {
    let side = Margin { left: SIDE as i8, right: SIDE as i8, top: 8, bottom: 12 };
    let builder = UiBuilder::new().id_salt(name).max_rect(rect);
    let shown = ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
            Frame::NONE.inner_margin(side).show(ui, show);
        })
    });
    shown.inner.content_size.y
}

fn close_button(ui: &mut Ui, page: &Page<'_>) -> Option<Command> {
    let words = page.workspace.words().as_ref();
    let corner = ui.max_rect().right_top() + vec2(-34.0, 12.0);
    let button = Button::new(RichText::new("×").font(font(Face::Sans, 17.0)));
    // A child takes no room from what is shown below it.
    let rect = Rect::from_min_size(corner, Vec2::splat(24.0));
    let button = ui.new_child(UiBuilder::new().id_salt("close").max_rect(rect)).put(rect, button);
    let name = words.word("do-close");
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let clicked = button.on_hover_text(tip(Action::Window(WindowAction::Close), words)).clicked();
    clicked.then_some(Command::Look(Look::CloseArticle))
}

/// Byline, site, day with how it was found, agency, language and note in one line.
fn about(article: &Article, words: &dyn Words) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(article.byline.clone());
    parts.extend(article.site.clone());
    parts.extend(article.published.as_ref().map(|when| {
        let date = spoken_date(when, false, words);
        let Some(from) = article.published_from else { return date };
        let how = words.word(&format!("found-{}", from.code()));
        words.say("date-found", &[("date", Arg::Text(&date)), ("how", Arg::Text(&how))])
    }));
    parts.extend(
        article.origin.as_ref().map(|agency| words.say("by-agency", &[("agency", Arg::Text(agency))])),
    );
    parts.extend(article.language.as_deref().map(|code| tongues::named(code, words)));
    parts.extend(article.note.clone());
    parts.join(" · ")
}

/// Events and places of the quotes that stand in the shown text, in its order.
fn places(sheet: &Sheet) -> Vec<(EventId, (usize, usize))> {
    let shown = sheet.article.text.as_ref().map(|text| text.rev);
    let in_sight = |quote: &Quote| quote.rev.is_none() || quote.rev == shown;
    let quotes = sheet.quotes.iter().filter(|(_, quote)| in_sight(quote));
    let mut places: Vec<_> = quotes.filter_map(|(event, quote)| Some((*event, quote.place?))).collect();
    places.sort_by_key(|(event, place)| (*place, *event));
    places
}

/// The same with what is needed to show them.
fn passages(sheet: &Sheet, page: &Page<'_>) -> Vec<Passage> {
    let Page { workspace, palette, .. } = *page;
    let passage = |(event, place)| {
        let card = workspace.card(event);
        let known = card.as_deref();
        let said = known.map(|event| spoken_event(event, workspace.words().as_ref()));
        Passage {
            event,
            place,
            ink: known.map_or(palette.muted, |event| phrases::ink(workspace.columns(), event, palette)),
            name: said.unwrap_or_default(),
        }
    };
    places(sheet).into_iter().map(passage).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timeline_keeps_more_than_half_and_lines_keep_their_length() {
        for window in [1_100.0, 1_280.0, 1_440.0, 1_599.0, 1_600.0, 1_920.0, 3_840.0] {
            let room = room(window);
            assert!(!room.over && room.width <= window * 0.36, "{window}: {room:?}");
            let letters = (room.width - 2.0 * SIDE) / (room.size * LETTER);
            assert!((47.0..=67.0).contains(&letters), "{window}: {letters} letters");
        }
        assert!(room(1_000.0).over);
    }
}
