//! A version as a file: the very bytes over which its digest is made.

use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use mediation::concerns::progress::Drafts;

use super::{Asked, choose};
use crate::{guard, site::Site, visit::Visit};

/// Answers with the bytes of a version, as an attachment.
pub(super) async fn download(
    State(site): State<Site>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    visit: Visit,
) -> Result<Response, Response> {
    let words = visit.words;
    let desk = site.desk(visit).await?;
    let ids = desk
        .view
        .desk_room()
        .map(|r| r.texts.ids())
        .unwrap_or_default();
    let wanted =
        |id: &&mediation::ids::TextId| asked.text.as_deref().is_none_or(|w| w == id.as_str());
    let id = ids
        .iter()
        .find(wanted)
        .ok_or_else(|| guard::absent(words))?;
    let chosen =
        Drafts::of(&desk.view, id).and_then(|drafts| choose(&drafts, Some(&number), false));
    let chosen = chosen.ok_or_else(|| guard::absent(words))?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!(
                "attachment; filename=\"version-{}.txt\"",
                chosen.version.version
            ),
        ),
    ];
    Ok((headers, chosen.version.text.bytes()).into_response())
}
