//! What could be read of an article's file.

use crate::model::{Sentence, When};

pub use crate::model::PublishedFrom;

/// An article as it comes out of its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleDraft {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub site: Option<String>,
    /// The canonical one where the page names one.
    pub url: Option<String>,
    /// A day, or a date-time with its offset.
    pub published: Option<When>,
    pub published_from: Option<PublishedFrom>,
    pub retrieved: Option<When>,
    /// BCP 47: as declared, else as detected.
    pub language: Option<String>,
    /// The wire agency behind the article.
    pub origin: Option<String>,
    /// The WHATWG name; `None` for formats that are no text.
    pub encoding: Option<String>,
    pub media_type: &'static str,
    /// Paragraphs parted by a blank line; lines end in LF only.
    pub text: String,
    /// What was doubtful, in sentences.
    pub notes: Vec<Sentence>,
}
