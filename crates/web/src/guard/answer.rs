//! The pages of the door: the way in, and why somebody was turned away, in plain words and with
//! what can be done.

use axum::{
    http::{HeaderMap, Method, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};

use crate::{
    html::{Frame, frame},
    i18n::{Key, Words},
    routes,
    visit::Visit,
};

/// Why a request went no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turned {
    /// It came from another machine.
    ForeignPeer,
    /// It came through a proxy.
    Forwarded,
    /// It asked for this service under another name.
    ForeignHost,
    /// It is a form that no page of ours sent.
    ForeignForm,
    /// It has no session.
    NoSession,
    /// Its opening link was used, or never was one.
    UsedLink,
    /// No key could be made for a session.
    NoKey,
    /// It carries too much.
    TooLong,
    /// It is no form, or not in UTF-8.
    NotText,
    /// There is no such page, or it is not for this reader: one answer for both.
    NotThere,
    /// The page is there, but not for this way of asking.
    WrongMethod,
    /// The moment asked for is none.
    NoMoment,
}

struct Said {
    status: StatusCode,
    head: Key,
    why: Key,
    can: Key,
}

impl Turned {
    const fn said(self) -> Said {
        let (status, head, why, can) = match self {
            Self::ForeignPeer => (
                StatusCode::FORBIDDEN,
                Key("turned-peer"),
                Key("turned-peer.why"),
                Key("turned-peer.can"),
            ),
            Self::Forwarded => (
                StatusCode::FORBIDDEN,
                Key("turned-forwarded"),
                Key("turned-forwarded.why"),
                Key("turned-forwarded.can"),
            ),
            Self::ForeignHost => (
                StatusCode::MISDIRECTED_REQUEST,
                Key("turned-host"),
                Key("turned-host.why"),
                Key("turned-host.can"),
            ),
            Self::ForeignForm => (
                StatusCode::FORBIDDEN,
                Key("turned-form"),
                Key("turned-form.why"),
                Key("turned-form.can"),
            ),
            Self::NoSession => (
                StatusCode::UNAUTHORIZED,
                Key("turned-session"),
                Key("turned-session.why"),
                Key("turned-session.can"),
            ),
            Self::UsedLink => (
                StatusCode::GONE,
                Key("turned-link"),
                Key("turned-link.why"),
                Key("turned-link.can"),
            ),
            Self::NoKey => (
                StatusCode::SERVICE_UNAVAILABLE,
                Key("turned-key"),
                Key("turned-key.why"),
                Key("turned-key.can"),
            ),
            Self::TooLong => (
                StatusCode::PAYLOAD_TOO_LARGE,
                Key("turned-long"),
                Key("turned-long.why"),
                Key("turned-long.can"),
            ),
            Self::NotText => (
                StatusCode::BAD_REQUEST,
                Key("turned-encoding"),
                Key("turned-encoding.why"),
                Key("turned-encoding.can"),
            ),
            Self::NotThere => (
                StatusCode::NOT_FOUND,
                Key("turned-not-there"),
                Key("turned-not-there.why"),
                Key("turned-not-there.can"),
            ),
            Self::NoMoment => (
                StatusCode::BAD_REQUEST,
                Key("turned-moment"),
                Key("turned-moment.why"),
                Key("turned-moment.can"),
            ),
            Self::WrongMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                Key("turned-method"),
                Key("turned-method.why"),
                Key("turned-method.can"),
            ),
        };
        Said {
            status,
            head,
            why,
            can,
        }
    }
}

/// The page of somebody who was turned away.
pub(super) fn turned_away(words: Words, turned: Turned, method: &Method) -> Response {
    let said = turned.said();
    let body = html! {
        p.lead {
            (words.t(said.why))
            @if !matches!(*method, Method::GET | Method::HEAD) { " " (words.t("says-nothing-recorded")) }
        }
        p { (crate::html::section::kept(&words.t(said.can))) }
    };
    html_page(said.status, &gate(words, FRONT, &words.t(said.head), &body))
}

/// The page of an opening link.
pub(super) fn opening(words: Words, token: &str) -> Response {
    let body = html! {
        p.lead { (words.t("opening.lead")) }
        p { (words.t("opening.once")) }
        form method="post" action=(routes::open(token)) { div.acts { button.btn { (words.t("opening.button")) } } }
    };
    html_page(
        StatusCode::OK,
        &gate(words, &routes::open(token), &words.t("opening"), &body),
    )
}

/// The page after a session was closed.
pub(super) fn closed(words: Words) -> Response {
    let body = html! { p.lead { (words.t("closed.lead")) } p { (words.t("turned-session.can")) } };
    html_page(
        StatusCode::OK,
        &gate(words, FRONT, &words.t("closed"), &body),
    )
}

/// "Not there" and "not yours" are one answer, in words, status and headers.
pub async fn not_there(visit: Visit, method: Method) -> Response {
    turned_away(visit.words, Turned::NotThere, &method)
}

/// The same answer, where no request is at hand.
pub(crate) fn absent(words: Words) -> Response {
    turned_away(words, Turned::NotThere, &Method::GET)
}

/// The moment asked for is none.
pub(crate) fn no_moment(words: Words) -> Response {
    turned_away(words, Turned::NoMoment, &Method::GET)
}

/// The service behind the page failed: what it said of that is shown as it is.
pub(crate) fn failed(words: Words, why: &str) -> Response {
    let body = html! { p.lead { (words.t("failed.why")) } p { bdi { (why) } } };
    html_page(
        StatusCode::INTERNAL_SERVER_ERROR,
        &gate(words, FRONT, &words.t("failed"), &body),
    )
}

/// What was sent is no form, or not in UTF-8.
pub fn not_text(words: Words, method: &Method) -> Response {
    turned_away(words, Turned::NotText, method)
}

/// The page is there, but takes no such request.
pub async fn wrong_method(visit: Visit, method: Method) -> Response {
    turned_away(visit.words, Turned::WrongMethod, &method)
}

/// A page as an answer.
pub fn html_page(status: StatusCode, page: &Markup) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("text/html; charset=utf-8"),
    );
    (status, headers, Html(page.clone().into_string())).into_response()
}

/// Where a change of language leads from a page of the door: never to the address asked for, so
/// that the answers to all that is not there are the same bytes.
const FRONT: &str = routes::pattern::FRONT;

fn gate(words: Words, here: &str, head: &str, body: &Markup) -> Markup {
    let visit = Visit {
        words,
        here: here.to_owned(),
        ..Visit::default()
    };
    let frame = Frame::of(&visit, head);
    frame::page(&frame, &html! { div.gate { h1 { (head) } (body) } })
}
