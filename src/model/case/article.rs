//! Articles (with text, or citations without) and the quotes that tie events to their words.

use crate::model::{Count, Involvement, Status, When};

/// A source document of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    pub key: String,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub published: Option<When>,
    /// How that day was found; `None` where nobody knows.
    pub published_from: Option<PublishedFrom>,
    pub retrieved: Option<When>,
    pub language: Option<String>,
    /// The wire agency behind the article.
    pub origin: Option<String>,
    pub original: Option<Original>,
    pub note: Option<String>,
    pub private: bool,
    /// The newest readable text; a citation has none.
    pub text: Option<Revision>,
    /// Older texts that quotes still stand on.
    pub older: Vec<Revision>,
}

impl Article {
    /// What to call it: its title, else its site, its address, the name of its file, its key.
    #[must_use]
    pub fn heading(&self) -> &str {
        let file = self.original.as_ref().and_then(|original| original.name.as_deref());
        let named = [self.title.as_deref(), self.site.as_deref(), self.url.as_deref(), file];
        named.into_iter().flatten().find(|name| !name.trim().is_empty()).unwrap_or(&self.key)
    }

    /// The text that a quote names.
    #[must_use]
    pub fn revision(&self, rev: Option<u32>) -> Option<&Revision> {
        match rev {
            None => self.text.as_ref(),
            Some(rev) => self.text.iter().chain(&self.older).find(|text| text.rev == rev),
        }
    }
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
    /// Someone wrote it.
    Hand,
}

impl PublishedFrom {
    /// From what is surest to what someone had to write.
    pub const ALL: [Self; 7] =
        [Self::JsonLd, Self::Meta, Self::Time, Self::Url, Self::Dateline, Self::File, Self::Hand];

    /// The name used in files and in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::JsonLd => "json-ld",
            Self::Meta => "meta",
            Self::Time => "time",
            Self::Url => "url",
            Self::Dateline => "dateline",
            Self::File => "file",
            Self::Hand => "hand",
        }
    }

    /// The way of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|from| from.code() == code)
    }
}

/// One reading of an article; never changed once made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    /// From 1.
    pub rev: u32,
    pub text: String,
    /// Hash of the text in UTF-8, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// What is known of the file that an article was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Original {
    pub sha256: String,
    pub media_type: Option<String>,
    pub name: Option<String>,
}

/// The words of an article that support an event, after the selectors of the W3C's Web Annotation model.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quote {
    /// Key of the article.
    pub article: String,
    /// `None`: the newest revision.
    pub rev: Option<u32>,
    /// Unicode scalar values, `end` exclusive.
    pub place: Option<(usize, usize)>,
    pub exact: Option<String>,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    pub says: Option<Says>,
    pub private: bool,
}

/// What a source claims where it differs from the event's own values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Says {
    pub status: Option<Status>,
    pub when: Option<When>,
    pub count: Option<Count>,
    pub kind: Option<String>,
    pub lanes: Vec<Involvement>,
}
