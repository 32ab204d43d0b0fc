//! The bytes that articles were read from: kept by their hash, compressed, once each.

use std::io::Read;

use rusqlite::{Connection, OptionalExtension};

use crate::model::Sentence;

use super::error::StoreError;
use super::hash::sha256_hex;
use super::open::Store;

/// How hard to compress: the middle way of `zstd`.
const LEVEL: i32 = 3;

/// Bytes that an original may have unpacked: what is larger was not put here by this program.
const MOST: u64 = 1 << 28;

/// Keeps bytes that are not there yet.
pub(super) fn keep(connection: &Connection, originals: &[Vec<u8>]) -> Result<(), StoreError> {
    let mut insert = connection
        .prepare_cached("INSERT INTO original (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
    for bytes in originals {
        let packed = zstd::bulk::compress(bytes, LEVEL).map_err(packing)?;
        insert.execute((sha256_hex(bytes), packed))?;
    }
    Ok(())
}

/// Unpacks what is kept; `None` where it can't be, or would be more than any file that was put in.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let decoder = zstd::stream::read::Decoder::new(packed).ok()?;
    let read = decoder.take(MOST + 1).read_to_end(&mut bytes).ok()?;
    (read as u64 <= MOST).then_some(bytes)
}

fn packing(source: std::io::Error) -> StoreError {
    StoreError::File { doing: Sentence::new("doing-compress"), source }
}

impl Store {
    /// The bytes of the file with that hash, where the case holds them whole.
    ///
    /// # Errors
    /// Fails where the case can't be read.
    pub fn original(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut select = self.connection.prepare_cached("SELECT bytes FROM original WHERE sha256 = ?1")?;
        let packed: Option<Vec<u8>> = select.query_row([sha256], |row| row.get(0)).optional()?;
        Ok(packed.and_then(|packed| unpack(&packed)).filter(|bytes| sha256_hex(bytes) == sha256))
    }
}
