//! Keys: what rows are called outside (contract 7).

use rusqlite::{Connection, OptionalExtension};

use super::Surroundings;
use crate::model::Sentence;
use crate::store::error::StoreError;

/// Crockford's base 32, without i, l, o and u.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What a new key begins with; never `e`, which with digits stands for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    Event,
    Article,
    Entity,
    Candidate,
}

impl Letter {
    fn of(self) -> (char, &'static str) {
        match self {
            Self::Event => ('v', "id-of-event"),
            Self::Article => ('a', "id-of-article"),
            Self::Entity => ('n', "id-of-entity"),
            Self::Candidate => ('c', "id-of-candidate"),
        }
    }
}

/// Whether a key stands for something already.
pub(super) fn taken(connection: &Connection, letter: Letter, key: &str) -> Result<bool, StoreError> {
    let sql = match letter {
        Letter::Event => "SELECT 1 FROM event WHERE key = ?1",
        Letter::Article => "SELECT 1 FROM article WHERE key = ?1",
        Letter::Entity => "SELECT 1 FROM entity WHERE key = ?1",
        Letter::Candidate => "SELECT 1 FROM candidate WHERE key = ?1",
    };
    if connection.prepare_cached(sql)?.query_row([key], |_| Ok(())).optional()?.is_some() {
        return Ok(true);
    }
    Ok(letter == Letter::Event && crate::store::read::event_row(connection, key)?.is_some())
}

/// A key that nothing has yet.
pub(super) fn fresh(
    connection: &Connection,
    letter: Letter,
    around: &mut Surroundings<'_>,
) -> Result<String, StoreError> {
    // Forty random bits: a second round is rare, a hundredth means a broken source.
    for _ in 0..100 {
        let mut bits = (around.random)();
        let mut key = String::from(letter.of().0);
        for _ in 0..8 {
            key.push(char::from(DIGITS[(bits & 31) as usize]));
            bits >>= 5;
        }
        if !taken(connection, letter, &key)? {
            return Ok(key);
        }
    }
    Err(StoreError::Refused(
        Sentence::new("refused-no-free-id").said_of("what", Sentence::new(letter.of().1)),
    ))
}
