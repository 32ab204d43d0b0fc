//! SHA-256 as lower-case hexadecimal digits.

use sha2::{Digest, Sha256};

/// The hash of some bytes.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
