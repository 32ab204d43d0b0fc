//! The last step of an export: a finished scene, and what belongs to it, into bytes and under their name.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::export::{self, ClaimsFormat, Document, Hashes, Leaflet, PageParts, Rendered, Told};
use crate::model::{Article, CaseContent, EventId, Sentence, View};
use crate::scene::Scene;

use super::super::FluentWords;
use super::super::command::{Export, ExportFormat};
use super::super::files::{self, FileError};
use super::super::jobs::{Answer, Progress};
use super::super::paper::{Clip, Clipping, ShownEvents};
use super::carried;

/// One of several pages that a picture is shared out over.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub scene: Arc<Scene>,
    /// The time that it shows, in words.
    pub range: String,
}

/// A picture that only waits to be written.
#[derive(Debug)]
pub struct Ready {
    pub export: Export,
    /// The case's.
    pub title: String,
    /// Without what is private.
    pub view: View,
    pub scene: Arc<Scene>,
    /// The same over several pages; none: on one.
    pub pages: Vec<Sheet>,
    pub scale: f32,
    pub words: Arc<FluentWords>,
    pub shown: ShownEvents,
    /// The events that are drawn, with their sources, for a form that tells of them in the picture itself.
    pub told: CaseContent,
    /// What is to be told of it.
    pub said: Vec<Sentence>,
    pub progress: Option<Progress>,
}

impl Ready {
    /// Whether its form holds more of the case than the picture shows.
    pub fn needs_case(&self) -> bool {
        match self.export.format {
            ExportFormat::Png => self.export.picture.settings.embed,
            ExportFormat::Svg => false,
            _ => true,
        }
    }

    /// Makes the bytes and puts them where they are wanted.
    ///
    /// # Errors
    /// Says what could not be drawn or written.
    pub fn written(mut self, content: Option<CaseContent>) -> Result<Answer, FileError> {
        let rendered = self.rendered(content)?;
        if let Some(progress) = self.progress.as_ref().filter(|progress| progress.is_cancelled()) {
            return Ok(Answer::Stopped { labour: progress.labour().clone(), done: 0, of: 1 });
        }
        let mut said = std::mem::take(&mut self.said);
        said.extend(rendered.notices);
        files::deliver(&self.export, rendered.bytes, said)
    }

    /// Makes the bytes.
    ///
    /// # Errors
    /// Says what could not be drawn.
    pub fn rendered(&self, content: Option<CaseContent>) -> Result<Rendered, FileError> {
        match (self.export.format, content) {
            (ExportFormat::Svg, _) => Ok(export::svg_document(&self.scene, self.scale, &self.about())),
            (ExportFormat::Png, content) => {
                export::png_document(&self.scene, self.scale, || self.document(content))
            }
            (_, Some(content)) => self.told(content),
            (_, None) => Err(FileError::NoCase),
        }
    }

    /// What a PNG carries beside its pixels; with the events where the case is given.
    ///
    /// # Errors
    /// Fails where the store can't be asked for the keys.
    pub fn document(&self, content: Option<CaseContent>) -> Result<Document, FileError> {
        let (view, events) = (self.view.clone(), self.shown.keys()?);
        let mut document = match content {
            Some(content) => carried::of_events(content, view, &events),
            None => carried::of_view(&self.title, view, events),
        };
        document.description.clone_from(&self.scene.description);
        self.words.language().clone_into(&mut document.language);
        Ok(document)
    }

    /// The events in words, for the clipboard.
    ///
    /// # Errors
    /// As [`Self::document`].
    pub fn in_words(&self, content: CaseContent, what: Clip) -> Result<Clipping, FileError> {
        let hashes = Hashes::new();
        let content = carried::only(content, &self.shown.keys()?);
        let words = self.words.as_ref();
        let entries = export::entries(&content, &hashes, words);
        let title = self.headline();
        if what == Clip::List {
            return Ok(Clipping::Page {
                html: export::list_html(&entries, self.words.language(), words),
                text: export::list_text(&entries, words),
            });
        }
        Ok(Clipping::Page {
            html: export::chronology_html(title, &entries, self.words.language(), words),
            text: export::chronology_markdown(title, &entries, words),
        })
    }

    fn headline(&self) -> &str {
        self.view.title.as_deref().unwrap_or(&self.title)
    }

    /// The forms that tell the events in words.
    fn told(&self, content: CaseContent) -> Result<Rendered, FileError> {
        let hashes = hashes(&content);
        let content = carried::only(content, &self.shown.keys()?);
        let words = self.words.as_ref();
        let entries = export::entries(&content, &hashes, words);
        let title = self.headline();
        let language = self.words.language();
        let claims = self.export.picture.settings.claims;
        let plain = |bytes| Rendered { bytes, notices: Vec::new() };
        let form = match self.export.format {
            ExportFormat::Csv => ClaimsFormat::Csv,
            ExportFormat::Docx => ClaimsFormat::Docx,
            ExportFormat::Html if claims => ClaimsFormat::Html,
            ExportFormat::Html if self.export.picture.settings.chronology => {
                let text = export::chronology_page(title, &entries, language, words);
                return Ok(plain(text.into_bytes()));
            }
            ExportFormat::Html => {
                let keys = self.shown.keys()?.into_iter().collect();
                let parts = PageParts { title, language, entries: &entries, keys: &keys, words };
                return Ok(plain(export::page(&self.scene, &parts).into_bytes()));
            }
            ExportFormat::Markdown => {
                return Ok(plain(export::chronology_markdown(title, &entries, words).into_bytes()));
            }
            _ => {
                let ranges: Vec<&str> = self.pages.iter().map(|page| page.range.as_str()).collect();
                let leaflet = Leaflet { title, language, ranges: &ranges, entries: &entries, words };
                let mut scenes: Vec<&Scene> = self.pages.iter().map(|page| page.scene.as_ref()).collect();
                if scenes.is_empty() {
                    scenes.push(&self.scene);
                }
                return Ok(export::pdf(&scenes, &leaflet)?);
            }
        };
        Ok(plain(export::claims(title, language, &entries, form, words)?))
    }

    /// The events that are drawn, in words: who, and by which sources.
    fn about(&self) -> BTreeMap<EventId, Told> {
        let words = self.words.as_ref();
        let entries = export::entries(&self.told, &Hashes::new(), words);
        let ids = self.told.events.iter().map(|event| event.id);
        ids.zip(entries).map(|(id, entry)| (id, Told { about: entry.about(words), key: entry.key })).collect()
    }
}

/// Of the texts of articles, else of their files.
fn hashes(content: &CaseContent) -> Hashes {
    let hash = |article: &Article| {
        let text = article.text.as_ref().map(|text| text.sha256.clone()).filter(|hash| !hash.is_empty());
        text.or_else(|| article.original.as_ref().map(|original| original.sha256.clone()))
    };
    content.articles.iter().filter_map(|article| Some((article.key.clone(), hash(article)?))).collect()
}
