//! What stands in an article's words: dates, places, people, each with its exact span.
//!
//! Inside this room spans are bytes ([`ByteSpan`]); what leaves the program counts Unicode scalar values, and
//! [`crate::model::Text`] is the only converter (contract 4). Nothing is decided here about events.

mod beginning;
mod dates;
mod entities;
mod places;
mod sentences;
mod span;
mod words;

pub use beginning::{Beginning, Beginnings, Signs};
pub(in crate::intake) use dates::find_dates_and_counts;
pub use dates::{DateSort, DateTable, DateWords, FoundDate, find_dates};
pub use entities::{FoundEntity, find_entities};
pub use places::{Form, Gazetteer, Place, PlaceWords, find_places};
pub use sentences::{Endings, Sentence, sentences_of};
pub use span::ByteSpan;
pub use words::{Sort, Word, words_of};
