//! The one stylesheet, embedded, served under its own digest so that it may be kept for ever.

use std::sync::LazyLock;

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::hex::hex;

/// The stylesheet.
pub const STYLE: &str = include_str!("../assets/style.css");

static DIGEST: LazyLock<String> =
    LazyLock::new(|| hex(Sha256::digest(STYLE).get(..8).unwrap_or_default()));

/// Its address, which changes with it.
pub fn style_href() -> String {
    format!("/style.css?v={}", *DIGEST)
}

/// The answer to a request for it.
pub async fn style(headers: HeaderMap) -> Response {
    let tag = format!("\"{}\"", *DIGEST);
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let kept = [
        (header::ETAG, tag.clone()),
        (
            header::CACHE_CONTROL,
            "private, max-age=31536000, immutable".to_owned(),
        ),
    ];
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    (
        kept,
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        STYLE,
    )
        .into_response()
}
