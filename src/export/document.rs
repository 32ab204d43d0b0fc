//! A PNG that is also a document: beside its pixels it carries what they say, and the case that it was drawn from.
//!
//! Two texts, in iTXt chunks: `Description`, the alt text that other programs know, and `caseline`, a view with the
//! keys of the events that are shown, and on request the events themselves. What comes in is hostile: sizes are bounded
//! before anything is unpacked, and no pixel is ever decoded.

use std::io::Cursor;

use png::text_metadata::ITXtChunk;
use serde::{Deserialize, Serialize};

use super::ExportError;
use crate::model::Sentence;

/// What a picture carries beside its pixels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The picture in plain words.
    pub description: String,
    /// BCP 47, of the description.
    pub language: String,
    /// Keys of the events that are shown, in their order.
    pub events: Vec<String>,
    /// A Case JSON: with the view alone, or with the events as well.
    pub case: String,
}

/// The form of the chunk `caseline`; another one is refused.
const FORM: u32 = 1;

/// More text than this is neither written nor unpacked.
const MOST_TEXT: usize = 8 << 20;

/// What the reader may set aside for everything in a PNG but its pixels.
const MOST_BYTES: usize = 64 << 20;

const CASE: &str = "caseline";
const DESCRIPTION: &str = "Description";
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

#[derive(Serialize)]
struct Written<'a> {
    picture: u32,
    events: &'a [String],
}

#[derive(Deserialize)]
struct Read {
    picture: u32,
    #[serde(default)]
    events: Vec<String>,
    case: serde_json::Value,
}

impl Document {
    /// The chunks that hold it.
    ///
    /// # Errors
    /// Refuses more text than a reader would take.
    pub(super) fn chunks(&self) -> Result<Vec<ITXtChunk>, ExportError> {
        let mut chunks = Vec::new();
        if !self.description.is_empty() {
            let mut described = ITXtChunk::new(DESCRIPTION, self.description.clone());
            described.language_tag.clone_from(&self.language);
            described.compressed = false;
            chunks.push(described);
        }
        if !self.case.is_empty() {
            let text = self.text();
            if text.len() > MOST_TEXT {
                return Err(ExportError::TooMuchText { megabytes: text.len().div_ceil(1 << 20) });
            }
            let mut case = ITXtChunk::new(CASE, text);
            case.compressed = true;
            chunks.push(case);
        }
        Ok(chunks)
    }

    /// The very text that goes into the picture.
    #[must_use]
    pub fn text(&self) -> String {
        // Numbers and strings always have a JSON.
        let head =
            serde_json::to_string(&Written { picture: FORM, events: &self.events }).unwrap_or_default();
        format!("{},\"case\":{}}}\n", head.trim_end_matches('}'), self.case.trim_end())
    }

    /// What a picture carries; `None`: it is a PNG of another origin.
    ///
    /// # Errors
    /// Says why the bytes are no PNG that can be read, or its text none of Caseline's.
    pub fn read(bytes: &[u8]) -> Result<Option<Self>, Sentence> {
        let limits = png::Limits { bytes: MOST_BYTES };
        let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
        let damaged = |error: png::DecodingError| Sentence::new("png-damaged").text("why", error.to_string());
        let info = decoder.read_header_info().map_err(damaged)?;
        if u64::from(info.width) * u64::from(info.height) > 1 << 32 {
            return Err(Sentence::new("png-huge"));
        }
        let reader = decoder.read_info().map_err(damaged)?;
        let info = reader.info();
        let chunk = |keyword: &str| info.utf8_text.iter().find(|chunk| chunk.keyword == keyword);
        let Some(case) = chunk(CASE) else {
            // A chunk that cannot be read is passed over by the decoder: it is damaged, and the picture no stranger's.
            let named = [b"iTXt", CASE.as_bytes()].concat();
            let is_ours = bytes.windows(named.len()).any(|some| some == named);
            return if is_ours { Err(Sentence::new("png-text-damaged")) } else { Ok(None) };
        };
        let text = unpacked(case)?;
        let read: Read = serde_json::from_str(&text)
            .map_err(|error| Sentence::new("png-text-strange").text("why", error.to_string()))?;
        if read.picture > FORM {
            return Err(Sentence::new("png-newer"));
        }
        let (description, language) = match chunk(DESCRIPTION) {
            Some(chunk) => (unpacked(chunk)?, chunk.language_tag.clone()),
            None => Default::default(),
        };
        Ok(Some(Self { description, language, events: read.events, case: read.case.to_string() }))
    }
}

fn unpacked(chunk: &ITXtChunk) -> Result<String, Sentence> {
    let mut chunk = chunk.clone();
    chunk.decompress_text_with_limit(MOST_TEXT).map_err(|_| Sentence::new("png-text-packed"))?;
    let text = chunk.get_text().map_err(|_| Sentence::new("png-text-damaged"))?;
    // What is not packed has no other bound.
    if text.len() > MOST_TEXT { Err(Sentence::new("png-text-much")) } else { Ok(text) }
}

/// Whether bytes begin as a PNG does.
#[must_use]
pub fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}
