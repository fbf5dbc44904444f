//! The door of a desk that has no accounts yet: this machine only, one opening link, one session.
//!
//! Whoever may open a link on this machine is the desk; what a participant may see of a case is
//! not decided here. Randomness is given, never made here.

mod answer;
mod headers;
mod origin;

use std::{
    collections::HashSet,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, Path, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

pub(crate) use answer::{absent, failed, no_moment};
pub use answer::{html_page, not_text, not_there, wrong_method};

use crate::{
    hex::hex,
    routes::{self, pattern},
    visit::{Visit, cookie},
};
use answer::Turned;

/// The most that a request may carry.
pub const BODY_LIMIT: usize = 2 * 1024 * 1024;

/// Thirty-two random bytes from whoever may make them.
pub type Fresh = Box<dyn Fn() -> Result<[u8; 32], NoRandomness> + Send + Sync>;

/// No random bytes could be had.
#[derive(Debug, thiserror::Error)]
#[error(
    "making a key for a session: the system gave no random bytes ({0}). Nothing was opened. Try \
     again; if it happens again, restart the machine"
)]
pub struct NoRandomness(pub String);

/// The door.
pub struct Guard {
    port: u16,
    fresh: Fresh,
    held: Mutex<Held>,
}

/// What opens the door, kept only as digests: memory that leaks opens nothing.
#[derive(Default)]
struct Held {
    links: HashSet<[u8; 32]>,
    sessions: HashSet<[u8; 32]>,
}

impl Guard {
    /// The door of the service that listens on this port.
    pub fn new(port: u16, fresh: Fresh) -> Arc<Self> {
        Arc::new(Self {
            port,
            fresh,
            held: Mutex::default(),
        })
    }

    /// A new opening link: it opens one session, once, and ends with the program.
    pub fn link(&self) -> Result<String, NoRandomness> {
        let token = hex(&(self.fresh)()?);
        self.held().links.insert(digest(&token));
        Ok(format!(
            "http://127.0.0.1:{}{}",
            self.port,
            routes::open(&token)
        ))
    }

    /// Closes every session and forgets every link.
    pub fn close_all(&self) {
        *self.held() = Held::default();
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The name carries the port: browsers share cookies between the ports of one host.
    fn cookie_name(&self) -> String {
        format!("goodoffices-{}", self.port)
    }

    fn session(&self, headers: &HeaderMap) -> Option<[u8; 32]> {
        let key = digest(cookie(headers, &self.cookie_name())?);
        self.held().sessions.contains(&key).then_some(key)
    }
}

/// Every request passes here, and every answer leaves here.
pub(crate) async fn watch(
    State(guard): State<Arc<Guard>>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let words = Visit::of(&parts).words;
    let method = parts.method.clone();
    let mut answer = match pass(&guard, Request::from_parts(parts, body), next).await {
        Ok(answer) => answer,
        Err(turned) => answer::turned_away(words, turned, &method),
    };
    headers::put_on(answer.headers_mut());
    answer
}

async fn pass(guard: &Guard, request: Request, next: Next) -> Result<Response, Turned> {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0);
    origin::admit(
        guard.port,
        peer,
        request.method(),
        request.uri(),
        request.headers(),
    )?;
    if !is_public(request.uri().path()) && guard.session(request.headers()).is_none() {
        return Err(Turned::NoSession);
    }
    let request = match *request.method() {
        Method::GET | Method::HEAD => request,
        // Read whole before anything is done: what is too long is refused before a handler sees
        // any of it.
        _ => {
            let (parts, body) = request.into_parts();
            let bytes = to_bytes(body, BODY_LIMIT)
                .await
                .map_err(|_| Turned::TooLong)?;
            Request::from_parts(parts, Body::from(bytes))
        }
    };
    Ok(next.run(request).await)
}

/// What can be had without a session: nothing that says anything of a case.
fn is_public(path: &str) -> bool {
    path == pattern::STYLE
        || path == pattern::ICON
        || path == pattern::MARKS
        || ["/open/", "/language/", "/drawings/"]
            .iter()
            .any(|start| path.starts_with(start))
}

/// The page of an opening link. Looking at it uses nothing up: messengers and browsers fetch
/// links ahead of people.
pub(crate) async fn open_page(
    State(guard): State<Arc<Guard>>,
    visit: Visit,
    Path(token): Path<String>,
) -> Response {
    if guard.held().links.contains(&digest(&token)) {
        answer::opening(visit.words, &token)
    } else {
        answer::turned_away(visit.words, Turned::UsedLink, &Method::GET)
    }
}

/// The opening itself: the link is used up and a session begins.
pub(crate) async fn open(
    State(guard): State<Arc<Guard>>,
    visit: Visit,
    Path(token): Path<String>,
) -> Response {
    begin(&guard, &token)
        .unwrap_or_else(|turned| answer::turned_away(visit.words, turned, &Method::POST))
}

fn begin(guard: &Guard, token: &str) -> Result<Response, Turned> {
    // The key is made first: a link is not used up by a session that could not begin.
    let key = hex(&(guard.fresh)().map_err(|_| Turned::NoKey)?);
    let mut held = guard.held();
    if !held.links.remove(&digest(token)) {
        return Err(Turned::UsedLink);
    }
    held.sessions.insert(digest(&key));
    drop(held);
    let cookie = format!(
        "{}={key}; Path=/; HttpOnly; SameSite=Lax",
        guard.cookie_name()
    );
    Ok(to_page(pattern::FRONT, Some(cookie)))
}

/// The end of this session.
pub(crate) async fn close(
    State(guard): State<Arc<Guard>>,
    visit: Visit,
    headers: HeaderMap,
) -> Response {
    if let Some(key) = guard.session(&headers) {
        guard.held().sessions.remove(&key);
    }
    let mut answer = answer::closed(visit.words);
    let gone = format!(
        "{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
        guard.cookie_name()
    );
    if let Ok(gone) = gone.parse() {
        answer.headers_mut().insert(header::SET_COOKIE, gone);
    }
    answer
}

/// On to another page, with a cookie if need be.
pub(crate) fn to_page(path: &str, cookie: Option<String>) -> Response {
    let mut answer = (StatusCode::SEE_OTHER, [(header::LOCATION, path.to_owned())]).into_response();
    if let Some(cookie) = cookie.and_then(|cookie| cookie.parse().ok()) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}

fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}
