//! What the case says of an article, written by hand: its heading, and what is to become of it when it is taken away.
//!
//! What was typed and not saved stays until it is saved or discarded, also while the form is closed.

use std::collections::BTreeMap;

use egui::{Button, Frame, Key, Label, Layout, Margin, Modifiers, RichText, ScrollArea, Ui};

use crate::model::{Arg, Article, ArticleEdit, Edit, PublishedFrom};
use crate::scene::Face;
use crate::workspace::{Beside, Command, Look, Workspace, typed_date};

use super::super::form::{Page, date_said, dress, line, lines, name, quiet, row, say, tick};
use super::super::look::{BODY, HEADING, colour, font};
use super::tongues;

/// Headings being written.
#[derive(Debug, Default)]
pub struct HeadingForm {
    /// By the article's key: those that differ from what is stored, and the one that is shown.
    drafts: BTreeMap<String, Draft>,
    /// The article that is to be taken away, while it is asked how.
    removed: Option<String>,
    /// The one that is shown, whose first field has had the keyboard.
    shown: Option<String>,
    /// The keyboard goes to what is asked of a removal, once that is shown.
    asks: bool,
    /// Number of the case that is written in.
    number: u64,
}

/// A heading as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Draft {
    title: String,
    byline: String,
    site: String,
    url: String,
    published: String,
    language: String,
    origin: String,
    note: String,
    private: bool,
}

impl Draft {
    fn of(article: &Article) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            title: text(&article.title),
            byline: text(&article.byline),
            site: text(&article.site),
            url: text(&article.url),
            published: article.published.as_ref().map(|when| when.as_str().to_owned()).unwrap_or_default(),
            language: text(&article.language),
            origin: text(&article.origin),
            note: text(&article.note),
            private: article.private,
        }
    }

    /// The article with this heading; `None` where its date is none.
    fn article(&self, stored: &Article) -> Option<Article> {
        let full = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(Article {
            title: full(&self.title),
            byline: full(&self.byline),
            site: full(&self.site),
            url: full(&self.url),
            published_from: self.published_from(stored),
            published: typed_date(&self.published).ok()?,
            language: full(&self.language),
            origin: full(&self.origin),
            note: full(&self.note),
            private: self.private,
            ..stored.clone()
        })
    }

    /// A day that was typed was found by hand; one that was left as it was stays what it was.
    fn published_from(&self, stored: &Article) -> Option<PublishedFrom> {
        let day = typed_date(&self.published).ok().flatten();
        if day == stored.published { stored.published_from } else { day.map(|_| PublishedFrom::Hand) }
    }

    /// Whether anything is left to call the article by.
    fn has_name(&self) -> bool {
        [&self.title, &self.site, &self.url].into_iter().any(|name| !name.trim().is_empty())
    }
}

impl HeadingForm {
    /// Headings of the articles whose changes are not saved.
    #[must_use]
    pub fn unsaved(&self, workspace: &Workspace) -> Vec<String> {
        let changed = self.drafts.iter().filter_map(|(key, draft)| {
            let article = workspace.article(key)?;
            (*draft != Draft::of(article)).then(|| article.heading().to_owned())
        });
        changed.collect()
    }

    /// What was written for one case is not for the next; once a frame.
    pub fn keep_up(&mut self, workspace: &Workspace) {
        if self.number != workspace.case_number() {
            *self = Self { number: workspace.case_number(), ..Self::default() };
        }
        if !matches!((workspace.beside(), &self.shown), (Some(Beside::Article(key)), Some(shown)) if key == shown)
        {
            self.shown = None;
        }
    }

    /// Asks what is to become of an article as soon as its form is shown.
    pub fn ask_removal(&mut self, key: &str) {
        self.removed = Some(key.to_owned());
        (self.shown, self.asks) = (None, true);
    }

    /// Shows the form of one article on all of `ui`, and gives back what the user asks by it.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, key: &str) -> Vec<Command> {
        let mut commands = Vec::new();
        dress(ui, page.palette);
        let Some(stored) = page.workspace.article(key) else {
            self.drafts.remove(key);
            return vec![Command::Look(Look::Beside(Some(Beside::Articles)))];
        };
        let is_new = self.shown.as_deref() != Some(key);
        self.shown = Some(key.to_owned());
        let asks = self.asks;
        let salt = format!("heading {key}");
        ScrollArea::vertical().id_salt(&salt).auto_shrink(false).show(ui, |ui| {
            let margin = Margin { left: 20, right: 20, top: 12, bottom: 16 };
            Frame::NONE.inner_margin(margin).show(ui, |ui| {
                head(ui, page, &mut commands);
                let draft = self.drafts.entry(key.to_owned()).or_insert_with(|| Draft::of(stored));
                fields(ui, page, draft, is_new && !asks);
                ui.add_space(6.0);
                if buttons(ui, page, draft, stored, &mut commands) {
                    self.drafts.remove(key);
                }
                self.removal(ui, page, stored, &mut commands);
            });
        });
        let leaves = |command: &Command| matches!(command, Command::Look(Look::Beside(_)));
        if commands.iter().any(leaves) {
            self.removed = None;
            self.drafts.retain(|key, draft| {
                page.workspace.article(key).is_some_and(|article| *draft != Draft::of(article))
            });
        }
        commands
    }

    /// Asks what is to become of an article that is taken away.
    fn removal(&mut self, ui: &mut Ui, page: Page<'_>, article: &Article, commands: &mut Vec<Command>) {
        if page.workspace.read_only().is_some() {
            return;
        }
        let key = &article.key;
        let facts = page.workspace.article_facts().iter().find(|facts| facts.key == *key);
        let Some(facts) = facts else { return };
        ui.add_space(14.0);
        if self.removed.as_ref() != Some(key) {
            if quiet(ui, page.palette, &page.word("article-remove")).clicked() {
                self.removed = Some(key.clone());
            }
            return;
        }
        let n = [("n", Arg::Number(facts.quotes as u64))];
        let asked = page.words().say("article-remove-asked", &n);
        let asked = RichText::new(asked).font(font(Face::SansSemiBold, BODY));
        ui.add(Label::new(asked.color(colour(page.palette.ink))).wrap());
        let mut remove = |keep_citation| {
            let edit = ArticleEdit::Remove { key: key.clone(), keep_citation };
            commands.push(Command::Edit(Edit::Article(edit)));
            let is_open = page.workspace.open_article().is_some_and(|open| open.key == *key);
            commands.extend((is_open && !keep_citation).then_some(Command::Look(Look::CloseArticle)));
            commands.push(Command::Look(Look::Beside(Some(Beside::Articles))));
        };
        let mut asks = std::mem::take(&mut self.asks);
        let mut choice = |ui: &mut Ui, words: String| {
            let button = ui.button(words);
            if std::mem::take(&mut asks) {
                button.request_focus();
                button.scroll_to_me(None);
            }
            button.clicked()
        };
        if facts.has_text {
            if choice(ui, page.word("article-remove-keep")) {
                remove(true);
            }
            say(ui, &page.word("article-remove-keep-what"), page.palette.muted);
        }
        let whole = if facts.quotes > 0 { "article-remove-all" } else { "article-remove-it" };
        if choice(ui, page.words().say(whole, &n)) {
            self.drafts.remove(key);
            remove(false);
        }
        say(ui, &page.words().say("article-remove-all-what", &n), page.palette.muted);
        if ui.button(page.word("article-remove-not")).clicked() {
            self.removed = None;
        }
    }
}

fn head(ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let title =
            RichText::new(page.word("article-heading")).font(font(Face::SerifSemiBold, HEADING - 2.0));
        ui.add(Label::new(title.color(colour(page.palette.ink))).selectable(false));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let close = ui.add(Button::new(RichText::new("×").font(font(Face::Sans, 17.0))).frame(false));
            name(ui, &close, &page.word("form-close"));
            if close.clicked() {
                commands.push(Command::Look(Look::Beside(None)));
            }
        });
    });
    ui.add_space(4.0);
}

fn fields(ui: &mut Ui, page: Page<'_>, draft: &mut Draft, is_new: bool) {
    row(ui, page, "field-title", |ui| {
        let title = lines(ui, &mut draft.title, &page.word("field-title"), 2);
        if is_new {
            title.request_focus();
        }
    });
    // A heading is one line, however it was pasted.
    if draft.title.contains('\n') {
        draft.title = draft.title.replace('\n', " ");
    }
    for (key, hint, value) in [
        ("field-byline", "article-byline-hint", &mut draft.byline),
        ("field-site", "article-site-hint", &mut draft.site),
        ("field-address", "article-address-hint", &mut draft.url),
    ] {
        row(ui, page, key, |ui| line(ui, value, &page.word(key), &page.word(hint)));
    }
    row(ui, page, "field-published", |ui| {
        line(ui, &mut draft.published, &page.word("field-published"), &page.word("article-published-hint"));
        date_said(ui, page, &draft.published, false);
    });
    row(ui, page, "field-language", |ui| {
        line(ui, &mut draft.language, &page.word("field-language"), &page.word("article-language-hint"));
        let code = tongues::code_of(&draft.language, page.words());
        let name = tongues::named(&code, page.words());
        if name != draft.language.trim() {
            say(ui, &name, page.palette.muted);
        }
    });
    row(ui, page, "field-origin", |ui| {
        line(ui, &mut draft.origin, &page.word("field-origin"), &page.word("article-origin-hint"));
    });
    row(ui, page, "field-note", |ui| lines(ui, &mut draft.note, &page.word("field-note"), 2));
    row(ui, page, "field-private", |ui| {
        tick(ui, &mut draft.private, &page.word("article-private"));
    });
}

/// Save and discard; `true` when what was typed is done with.
fn buttons(
    ui: &mut Ui,
    page: Page<'_>,
    draft: &Draft,
    stored: &Article,
    commands: &mut Vec<Command>,
) -> bool {
    let is_changed = *draft != Draft::of(stored);
    let new = draft.article(stored).filter(|_| is_changed && draft.has_name());
    let mut new = new.filter(|_| page.workspace.read_only().is_none());
    // Who writes a language's name means its code.
    if let Some(language) = new.as_mut().and_then(|new| new.language.as_mut()) {
        *language = tongues::code_of(language, page.words());
    }
    if !draft.has_name() {
        say(ui, &page.word("article-needs-name"), page.palette.accent);
    }
    let pressed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.horizontal(|ui| {
        let save = RichText::new(page.word("form-save")).font(font(Face::SansSemiBold, BODY));
        let save = ui.add_enabled(new.is_some(), Button::new(save));
        let is_saved = save.on_hover_text(page.word("form-save-tip")).clicked() || pressed;
        if let (true, Some(new)) = (is_saved, new) {
            commands.push(Command::Edit(Edit::Article(ArticleEdit::Put(Box::new(new)))));
            let is_read = page.workspace.open_article().is_some_and(|open| open.key == stored.key);
            commands.push(Command::Look(Look::Beside((!is_read).then_some(Beside::Articles))));
            return true;
        }
        ui.add_enabled(is_changed, Button::new(page.word("form-discard"))).clicked()
    })
    .inner
}
