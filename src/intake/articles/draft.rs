//! What could be read of an article's file.

use crate::model::When;

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
    pub notes: Vec<String>,
}

/// Where the day of publication was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedFrom {
    JsonLd,
    Meta,
    /// A `time` element.
    Time,
    Url,
    /// The line above or at the head of the text.
    Dateline,
    /// A mail's header or a document's properties.
    File,
}

impl PublishedFrom {
    /// The name used in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::JsonLd => "json-ld",
            Self::Meta => "meta",
            Self::Time => "time",
            Self::Url => "url",
            Self::Dateline => "dateline",
            Self::File => "file",
        }
    }
}
