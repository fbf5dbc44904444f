//! Files that leave: plain text, as an attachment, and nothing of the page around them.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use mediation::ids::{EntryRef, RepresentativeId, RoomName};
use service::{ReceiptFile, ServiceError};

use crate::{Words, guard, site::away};

/// A file of this name.
pub(crate) fn attachment(name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, bytes).into_response()
}

/// Which of the two files that go with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The receipt.
    Receipt,
    /// The key that checks it.
    Key,
}

/// The statement that a person signs to accept, from whichever door it is asked for.
pub(crate) async fn statement(
    words: Words,
    (room, entry, representative): (&str, &str, &str),
    make: impl FnOnce(&EntryRef, &RepresentativeId) -> Result<String, ServiceError> + Send + 'static,
) -> Result<Response, Response> {
    let room = RoomName::new(room).map_err(|_| guard::absent(words))?;
    let number: u64 = entry.parse().map_err(|_| guard::absent(words))?;
    let person = RepresentativeId::new(representative).map_err(|_| guard::absent(words))?;
    let name = format!("statement-{person}.txt");
    match away(move || make(&EntryRef::new(room, number), &person)).await {
        Ok(statement) => Ok(attachment(&name, statement.into_bytes())),
        Err(ServiceError::NothingThere) => Err(guard::absent(words)),
        Err(e) => Err(guard::failed(words, &e.to_string())),
    }
}

/// A receipt or its key, from whichever door it is asked for. "Not there" and "not yours" are one
/// answer.
pub(crate) async fn receipt(
    words: Words,
    room: &str,
    entry: &str,
    wanted: Wanted,
    prove: impl FnOnce(&EntryRef) -> Result<ReceiptFile, ServiceError> + Send + 'static,
) -> Result<Response, Response> {
    let room = RoomName::new(room).map_err(|_| guard::absent(words))?;
    let number: u64 = entry.parse().map_err(|_| guard::absent(words))?;
    let made = away(move || prove(&EntryRef::new(room, number))).await;
    match (made, wanted) {
        (Ok(file), Wanted::Receipt) => Ok(attachment(&format!("receipt-{number}.txt"), file.bytes)),
        (Ok(file), Wanted::Key) => Ok(attachment("desk.vkey", format!("{}\n", file.key).into())),
        (Err(ServiceError::NothingThere), _) => Err(guard::absent(words)),
        (Err(e), _) => Err(guard::failed(words, &e.to_string())),
    }
}
