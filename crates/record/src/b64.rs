//! Standard base64 (RFC 4648, section 4) with padding, read strictly.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::digest::Digest;

pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// `None` for anything but the one canonical spelling.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

pub(crate) fn decode_digest(text: &str) -> Option<Digest> {
    decode(text)?.try_into().ok().map(Digest::from_bytes)
}
