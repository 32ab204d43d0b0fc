//! The list of all articles, with a search within it.

use egui::{Button, Frame, Id, Label, Layout, Margin, RichText, ScrollArea, Ui, vec2};

use crate::model::{Arg, Article, spoken_date};
use crate::scene::Face;
use crate::workspace::{ArticleFacts, Beside, Command, Look};

use super::super::form::{Page, dress, line, name, say};
use super::super::keys::undone_from;
use super::super::look::{BODY, HEADING, SMALL, colour, font};

/// Height of a line of the list.
const LINE: f32 = 44.0;
/// Room for the way to an article's heading.
const EDIT: f32 = 84.0;

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub struct Shelf {
    sought: String,
    /// Whether the field has had the keyboard since the list was opened.
    shown: bool,
    field: Option<Id>,
}

impl Shelf {
    /// Not shown: the field takes the keyboard when the list is opened again.
    pub fn rest(&mut self) {
        self.shown = false;
    }

    /// Shows the list, and gives back what the user asks by it.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>) -> Vec<Command> {
        let mut commands = Vec::new();
        dress(ui, page.palette);
        let margin = Margin { left: 20, right: 20, top: 12, bottom: 8 };
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.horizontal(|ui| {
                let title =
                    RichText::new(page.word("articles-all")).font(font(Face::SerifSemiBold, HEADING - 2.0));
                ui.add(Label::new(title.color(colour(page.palette.ink))).selectable(false));
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let close =
                        ui.add(Button::new(RichText::new("×").font(font(Face::Sans, 17.0))).frame(false));
                    name(ui, &close, &page.word("form-close"));
                    if close.clicked() {
                        commands.push(Command::Look(Look::Beside(None)));
                    }
                });
            });
            commands.extend(undone_from(ui, self.field, &self.sought));
            let field = line(ui, &mut self.sought, &page.word("list-narrow"), &page.word("list-narrow"));
            self.field = Some(field.id);
            if !std::mem::replace(&mut self.shown, true) {
                field.request_focus();
            }
            let all = page.workspace.article_facts();
            let found = self.found(page);
            let args = [("n", Arg::Number(found.len() as u64)), ("all", Arg::Number(all.len() as u64))];
            let said = if all.is_empty() && !page.workspace.busy() {
                page.word("articles-none")
            } else {
                page.words().say("articles-found", &args)
            };
            say(ui, &said, page.palette.muted);
            ScrollArea::vertical().auto_shrink(false).show_rows(ui, LINE, found.len(), |ui, rows| {
                for (facts, article) in found.get(rows).unwrap_or_default() {
                    commands.extend(entry(ui, page, facts, article));
                }
            });
        });
        commands
    }

    fn found<'a>(&self, page: Page<'a>) -> Vec<(&'a ArticleFacts, &'a Article)> {
        let wanted: Vec<String> = self.sought.to_lowercase().split_whitespace().map(Into::into).collect();
        let holds = |article: &Article| {
            let parts = [&article.title, &article.site, &article.byline, &article.url, &article.origin];
            let text: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            let text = text.join("\n").to_lowercase();
            wanted.iter().all(|word| text.contains(word))
        };
        let facts = page.workspace.article_facts().iter();
        let all = facts.filter_map(|facts| Some((facts, page.workspace.article(&facts.key)?)));
        all.filter(|(_, article)| wanted.is_empty() || holds(article)).collect()
    }
}

/// An article with its kind and how often it is quoted.
fn entry(ui: &mut Ui, page: Page<'_>, facts: &ArticleFacts, article: &Article) -> Option<Command> {
    let mut said: Vec<String> = Vec::new();
    said.extend(article.site.clone().filter(|site| site != article.heading()));
    said.extend(article.published.as_ref().map(|when| spoken_date(when, false, page.words())));
    let key = if facts.has_text { "article-facts-text" } else { "article-facts-citation" };
    said.push(page.words().say(key, &[("n", Arg::Number(facts.quotes as u64))]));
    said.extend(article.private.then(|| page.word("private")));
    let (mut clicked, mut edits) = (false, false);
    ui.allocate_ui(vec2(ui.available_width(), LINE), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let face = if facts.has_text { Face::SansSemiBold } else { Face::Sans };
        let title = RichText::new(article.heading()).font(font(face, BODY)).color(colour(page.palette.ink));
        clicked = ui.add(Button::new(title).frame(false).truncate()).clicked();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let about = RichText::new(said.join(" · ")).font(font(Face::Sans, SMALL));
            let room = ui.available_width() - EDIT;
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(Label::new(about.color(colour(page.palette.muted))).truncate().selectable(false));
            });
            let text = RichText::new(page.word("article-edit")).font(font(Face::Sans, SMALL)).underline();
            let edit = ui.add(Button::new(text.color(colour(page.palette.muted))).frame(false).small());
            let called = page.words().say("article-edit-of", &[("title", Arg::Text(article.heading()))]);
            name(ui, &edit, &called);
            edits = edit.clicked();
        });
    });
    if edits {
        return Some(Command::Look(Look::Beside(Some(Beside::Article(article.key.clone())))));
    }
    clicked.then(|| Command::Look(Look::ShowArticle { key: article.key.clone(), event: None, place: None }))
}
