//! The last step of an export: a finished scene, and what belongs to it, into bytes and under their name.

use std::sync::Arc;

use crate::export::{self, Format, Rendered};
use crate::model::{CaseContent, EventId, View};
use crate::scene::Scene;

use super::super::FluentWords;
use super::super::command::{Export, ExportFormat};
use super::super::files::{self, FileError};
use super::super::jobs::{Answer, Progress};
use super::carried;

/// A picture that only waits to be written.
#[derive(Debug)]
pub struct Ready {
    pub export: Export,
    /// The case's.
    pub title: String,
    /// Without what is private.
    pub view: View,
    pub scene: Arc<Scene>,
    pub scale: f32,
    pub words: Arc<FluentWords>,
    /// The events that are shown, in order of time, with their keys.
    pub events: Vec<(EventId, String)>,
    pub progress: Option<Progress>,
}

impl Ready {
    /// Whether its form holds more of the case than the picture shows.
    pub fn needs_case(&self) -> bool {
        self.export.picture.settings.embed && self.export.format == ExportFormat::Png
    }

    /// Makes the bytes and puts them where they are wanted.
    pub fn write(self, content: Option<CaseContent>) -> Answer {
        files::answer(self.written(content))
    }

    fn written(mut self, content: Option<CaseContent>) -> Result<Answer, FileError> {
        if self.export.picture.settings.transparent {
            Arc::make_mut(&mut self.scene).ground.a = 0;
        }
        let rendered = self.rendered(content)?;
        if let Some(progress) = self.progress.as_ref().filter(|progress| progress.is_cancelled()) {
            return Ok(Answer::Stopped { labour: progress.labour().clone(), done: 0, of: 1 });
        }
        files::deliver(&self.export, rendered.bytes, rendered.notices)
    }

    fn rendered(&self, content: Option<CaseContent>) -> Result<Rendered, FileError> {
        if self.export.format == ExportFormat::Svg {
            return Ok(export::picture(&self.scene, Format::Svg, self.scale)?);
        }
        let mut document = match content {
            Some(content) => carried::of_events(content, self.view.clone(), &self.events),
            None => carried::of_view(&self.title, self.view.clone(), &self.events),
        };
        document.description.clone_from(&self.scene.description);
        self.words.language().clone_into(&mut document.language);
        Ok(export::png_document(&self.scene, self.scale, &document)?)
    }
}
