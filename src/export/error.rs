//! Why something could not be exported.

use std::fmt;

use thiserror::Error;

use crate::model::Sentence;
use crate::words::in_english;

/// What went wrong while bytes were made; it displays in English.
#[derive(Debug, Error)]
pub enum ExportError {
    Table(#[from] csv::Error),
    /// Sides in pixels.
    TooLarge {
        width: u64,
        height: u64,
    },
    TooMuchText {
        megabytes: usize,
    },
    /// What a library said, in English.
    Render(String),
}

impl ExportError {
    /// The same, to be said in the language of whoever reads it, without a full stop.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Table(error) => Sentence::new("export-no-table").text("why", error.to_string()),
            Self::TooLarge { width, height } => Sentence::new("export-too-large")
                .text("width", width.to_string())
                .text("height", height.to_string()),
            Self::TooMuchText { megabytes } => {
                Sentence::new("export-too-much-text").text("n", megabytes.to_string())
            }
            Self::Render(why) => Sentence::new("export-not-drawn").text("why", why),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(&self.sentence()))
    }
}
