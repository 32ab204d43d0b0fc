//! Why something could not be exported.

use thiserror::Error;

/// What went wrong while bytes were made.
#[derive(Debug, Error)]
pub enum ExportError {
    #[error("failed to write the table of events: {0}")]
    Table(#[from] csv::Error),
    #[error("a picture of {width} × {height} pixels is too large: 7680 × 4320 is the most")]
    TooLarge { width: u64, height: u64 },
    #[error(
        "the events would be {megabytes} MB of text in the picture, and 8 MB is the most: narrow it, or leave --embed out"
    )]
    TooMuchText { megabytes: usize },
    #[error("failed to render the picture: {0}")]
    Render(String),
}
