//! The files behind articles, byte for byte inside a Case JSON: only where they were asked for (contract 4).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::shapes::FileCase;
use crate::model::Sentence;
use crate::store::hash::sha256_hex;

/// Puts the bytes that are known by their hashes into the file; tells how many are not.
pub(super) fn put(file: &mut FileCase, mut bytes_of: impl FnMut(&str) -> Option<Vec<u8>>) -> usize {
    let originals = file.articles.iter_mut().filter_map(|article| article.original.as_mut());
    let mut missing = 0;
    for original in originals {
        original.bytes = bytes_of(&original.sha256).map(|bytes| STANDARD.encode(bytes));
        missing += usize::from(original.bytes.is_none());
    }
    missing
}

/// Takes the bytes out of the file, each once; the error is the number of an article and a sentence.
pub(super) fn take(file: &mut FileCase) -> Result<Vec<Vec<u8>>, (usize, Sentence)> {
    let mut taken: Vec<(String, Vec<u8>)> = Vec::new();
    for (at, article) in file.articles.iter_mut().enumerate() {
        let Some(original) = &mut article.original else { continue };
        let Some(text) = original.bytes.take() else { continue };
        let wrong = |key| (at, Sentence::new(key).quoting("article", &article.id));
        let bytes = STANDARD.decode(&text).map_err(|_| wrong("rule-bytes-not-base64"))?;
        let hash = sha256_hex(&bytes);
        if !hash.eq_ignore_ascii_case(&original.sha256) {
            return Err(wrong("rule-bytes-not-theirs"));
        }
        original.sha256.clone_from(&hash);
        if taken.iter().all(|(known, _)| *known != hash) {
            taken.push((hash, bytes));
        }
    }
    Ok(taken.into_iter().map(|(_, bytes)| bytes).collect())
}
