//! What the window and the picture read of a workspace.

use std::path::Path;
use std::sync::Arc;

use crate::model::{Article, Columns, Entity, Event, EventId, Sentence, Theme, View, Words};
use crate::store::UNTITLED;
use crate::timeline::Stretch;

use super::{FluentWords, Folder, Offer, OpenArticle, Progress, Sheet, Workspace};

impl Workspace {
    /// Whether a case is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.case.is_open
    }

    /// Whether the case was changed and has no file of its own yet.
    #[must_use]
    pub fn is_unsaved_work(&self) -> bool {
        self.case.is_unsaved_work
    }

    /// What the start screen offers, once it was looked for.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.offer.as_ref()
    }

    /// The user's own folder, where the system names one.
    #[must_use]
    pub fn home(&self) -> Option<&Path> {
        self.home.as_deref()
    }

    /// The folder that was listed last.
    #[must_use]
    pub fn folder(&self) -> Option<&Folder> {
        self.folder.as_ref()
    }

    /// What takes long and has not ended.
    #[must_use]
    pub fn under_way(&self) -> Vec<Progress> {
        self.jobs.under_way()
    }

    /// The file that holds the case; `None` where it is not saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.case.path.as_deref()
    }

    /// The file that the case was read from, where it was.
    #[must_use]
    pub fn from(&self) -> Option<&Path> {
        self.case.from.as_deref()
    }

    /// The case's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.case.title
    }

    /// The case's title in the window, which says in its own language that there is none.
    #[must_use]
    pub fn shown_title(&self) -> String {
        shown_title(&self.case.title, self.words.as_ref())
    }

    /// Counts the case's edits.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.case.revision
    }

    /// Why the case can't be changed, where it can't.
    #[must_use]
    pub fn read_only(&self) -> Option<&Sentence> {
        self.case.read_only.as_ref()
    }

    /// What drawing needs of the case.
    #[must_use]
    pub fn columns(&self) -> &Arc<Columns> {
        &self.case.columns
    }

    /// All entities.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        self.case.entities.list()
    }

    /// All articles, without their texts.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        self.case.articles.list()
    }

    /// An article by its key, without its text.
    #[must_use]
    pub fn article(&self, key: &str) -> Option<&Article> {
        self.case.articles.of(key)
    }

    /// The events without a date.
    #[must_use]
    pub fn undated(&self) -> &[EventId] {
        &self.case.undated
    }

    /// The saved views.
    #[must_use]
    pub fn views(&self) -> &[View] {
        &self.case.views
    }

    /// The view as it is now.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The axis's segments as they are now.
    #[must_use]
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Light or dark.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// The words of pictures.
    #[must_use]
    pub fn words(&self) -> &Arc<FluentWords> {
        &self.words
    }

    /// An event's values, where they are there already; [`Workspace::want`] asks for them.
    #[must_use]
    pub fn card(&self, id: EventId) -> Option<Arc<Event>> {
        self.cache.event(id).cloned()
    }

    /// Another number for each case that is opened, and for none.
    #[must_use]
    pub fn case_number(&self) -> u64 {
        self.case.number
    }

    /// The article beside the timeline.
    #[must_use]
    pub fn open_article(&self) -> Option<&OpenArticle> {
        self.open_article.as_ref()
    }

    /// The open article's text and quotes, once they are there.
    #[must_use]
    pub fn sheet(&self) -> Option<&Arc<Sheet>> {
        self.cache.sheet(&self.open_article.as_ref()?.key)
    }
}

/// Whether nobody has given a case this title.
#[must_use]
pub fn is_untitled(title: &str) -> bool {
    title.trim().is_empty() || title == UNTITLED
}

/// A case's title, or that it has none.
#[must_use]
pub fn shown_title(title: &str, words: &dyn Words) -> String {
    if is_untitled(title) { words.word("file-untitled") } else { title.to_owned() }
}
