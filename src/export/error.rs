//! Why something could not be exported.

use thiserror::Error;

/// What went wrong while bytes were made.
#[derive(Debug, Error)]
pub enum ExportError {
    #[error("failed to write the table of events: {0}")]
    Table(#[from] csv::Error),
}
