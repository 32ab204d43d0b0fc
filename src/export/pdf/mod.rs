//! The scene and its events as PDF: real text, tags, bookmarks, and links to the sources' addresses.
//!
//! The first page is the picture, as large as it is on paper; the pages after it list its events with their quotes.
//! Nothing tells when it was made: the same scene gives the same bytes.

mod faces;
mod list;
mod picture;

use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};

use crate::model::Words;
use crate::scene::Scene;

use self::faces::Faces;
use super::account::Entry;
use super::{ExportError, Rendered};

/// Points of a page for each point of a scene: 72 and 96 to the inch.
const PAGE_POINT: f32 = 0.75;

/// What stands in a PDF beside the picture.
#[derive(Clone, Copy)]
pub struct Leaflet<'a> {
    pub title: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// The time that each picture shows, where there are several: their bookmarks say it.
    pub ranges: &'a [&'a str],
    /// None: the picture alone.
    pub entries: &'a [Entry],
    pub words: &'a dyn Words,
}

impl std::fmt::Debug for Leaflet<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Leaflet").field("title", &self.title).finish_non_exhaustive()
    }
}

/// Pictures, each on a page of its own, and the list of their events.
///
/// # Errors
/// Says what the writer of PDF refused.
pub fn pdf(scenes: &[&Scene], leaflet: &Leaflet<'_>) -> Result<Rendered, ExportError> {
    let (mut faces, notices) = Faces::for_texts(scenes, leaflet.entries);
    // All that is used is in it, and every program reads it; from 1.6 on a word is written that poppler calls an error.
    let version = ConfigurationBuilder::new().with_version(PdfVersion::Pdf15).finish();
    let configuration = version.map_err(|error| ExportError::Render(format!("{error:?}")))?;
    let settings = SerializeSettings { enable_tagging: true, configuration, ..Default::default() };
    let mut document = Document::new_with(settings);
    let mut tags = TagTree::new().with_lang(Some(leaflet.language.to_owned()));
    let mut outline = Outline::new();
    for (at, scene) in scenes.iter().enumerate() {
        picture::page(&mut document, &mut tags, scene, &mut faces)?;
        let range = leaflet.ranges.get(at).filter(|range| !range.is_empty());
        let name = match range {
            Some(range) => (*range).to_owned(),
            None if scenes.len() > 1 => format!("{} {}", leaflet.words.word("pdf-picture"), at + 1),
            None => leaflet.words.word("pdf-picture"),
        };
        outline.push_child(OutlineNode::new(name, picture::top_of(at)));
    }
    if !leaflet.entries.is_empty() {
        outline.push_child(list::pages(&mut document, &mut tags, leaflet, &mut faces, scenes.len())?);
    }
    document.set_outline(outline);
    document.set_tag_tree(tags);
    let described = scenes.first().map(|scene| scene.description.clone()).unwrap_or_default();
    document.set_metadata(
        Metadata::new()
            .title(leaflet.title.to_owned())
            .description(described)
            .language(leaflet.language.to_owned())
            .creator("Caseline".to_owned()),
    );
    let bytes = document.finish().map_err(|error| ExportError::Render(format!("{error:?}")))?;
    Ok(Rendered { bytes, notices })
}
