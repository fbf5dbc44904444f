//! Asking the router as a browser asks, and as an attacker would.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Request, Response, StatusCode},
    routing::{get, post},
};
use http_body_util::BodyExt;
use tower::ServiceExt;
use web::guard::Guard;

pub const HERE: &str = "127.0.0.1:8765";
pub const OURS: [(&str, &str); 2] = [("host", HERE), ("origin", "http://127.0.0.1:8765")];

pub fn door() -> (Arc<Guard>, Router) {
    let next = AtomicU8::new(1);
    let guard = Guard::new(
        8765,
        Box::new(move || Ok([next.fetch_add(1, Ordering::Relaxed); 32])),
    );
    let pages = Router::new()
        .route("/desk", get(async || "the desk"))
        .route(
            "/record",
            post(async |body: String| format!("recorded {}", body.len())),
        );
    let pages = pages.route(
        "/form",
        post(async |sent: web::Sent| format!("took {}", sent.get("what"))),
    );
    (guard.clone(), web::app(guard, pages))
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

pub async fn ask(
    app: &Router,
    peer: &str,
    method: &str,
    uri: &str,
    headers: &[(&str, &str)],
    body: Vec<u8>,
) -> Answer {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::from(body)).unwrap();
    request
        .extensions_mut()
        .insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
    let response: Response<Body> = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let text = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        text,
    }
}

pub async fn get_page(app: &Router, uri: &str, headers: &[(&str, &str)]) -> Answer {
    let headers: Vec<_> = [("host", HERE)]
        .into_iter()
        .chain(headers.iter().copied())
        .collect();
    ask(app, "127.0.0.1:50000", "GET", uri, &headers, Vec::new()).await
}

pub async fn post_form(app: &Router, uri: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
    let headers: Vec<_> = OURS.into_iter().chain(headers.iter().copied()).collect();
    ask(app, "127.0.0.1:50000", "POST", uri, &headers, body).await
}

pub fn path(link: &str) -> String {
    link.strip_prefix("http://127.0.0.1:8765")
        .unwrap()
        .to_owned()
}

/// A session's cookie, as a browser sends it back.
pub async fn opened(guard: &Guard, app: &Router) -> String {
    let link = path(&guard.link().unwrap());
    let answer = post_form(app, &link, &[], Vec::new()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    cookie.split(';').next().unwrap().to_owned()
}
