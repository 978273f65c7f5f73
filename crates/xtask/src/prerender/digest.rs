//! What names a content: the beginning of its SHA-256.

use sha2::{Digest as _, Sha256};

/// How many bytes of a digest are written: enough that no two contents meet by accident.
const BYTES: usize = 8;

/// The beginning of a digest, in hexadecimal digits.
pub(super) fn short(hasher: Sha256) -> String {
    hasher
        .finalize()
        .iter()
        .take(BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The digest of one content.
pub(super) fn of(content: &[u8]) -> String {
    short(Sha256::new_with_prefix(content))
}
