//! The service itself: the table of routes behind the guard, listening on this machine alone, and
//! an end that lets what was begun be finished.

use std::{
    future::Future,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    extract::{Path, Query},
    http::StatusCode,
    middleware,
    response::Response,
    routing::{get, post},
};
use tokio::net::TcpListener;

use crate::{
    assets,
    guard::{self, Guard},
    i18n::Lang,
    pages,
    routes::{self, pattern},
    visit::{DRAWINGS_COOKIE, LANGUAGE_COOKIE, Visit},
};

/// How long an end waits for what was begun.
const GRACE: Duration = Duration::from_secs(3);

/// The pages of a case behind the guard, with what every service has: the stylesheet, the opening
/// link, the language, the key of the marks.
pub fn app(guard: Arc<Guard>, pages: Router) -> Router {
    Router::new()
        .route(pattern::STYLE, get(assets::style))
        .route(pattern::ICON, get(async || StatusCode::NO_CONTENT))
        .route(pattern::MARKS, get(pages::marks::show))
        .route(pattern::LANGUAGE, get(set_language))
        .route(pattern::DRAWINGS, get(set_drawings))
        .route(pattern::OPEN, get(guard::open_page).post(guard::open))
        .route(pattern::CLOSE, post(guard::close))
        .with_state(guard.clone())
        .merge(pages)
        .fallback(guard::not_there)
        .method_not_allowed_fallback(guard::wrong_method)
        .layer(middleware::from_fn_with_state(guard, guard::watch))
}

/// A cookie for a year: a choice of the reader's, which says nothing of a case.
fn kept(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; SameSite=Lax; Max-Age=31536000")
}

#[derive(serde::Deserialize)]
struct Back {
    back: Option<String>,
}

async fn set_language(visit: Visit, Path(tag): Path<String>, Query(back): Query<Back>) -> Response {
    let lang = Lang::from_tag(&tag).unwrap_or(visit.words.lang());
    guard::to_page(
        routes::back(back.back.as_deref()),
        Some(kept(LANGUAGE_COOKIE, lang.tag())),
    )
}

async fn set_drawings(Path(choice): Path<String>, Query(back): Query<Back>) -> Response {
    let choice = if choice == "tables" {
        "tables"
    } else {
        "shown"
    };
    guard::to_page(
        routes::back(back.back.as_deref()),
        Some(kept(DRAWINGS_COOKIE, choice)),
    )
}

/// A listener on this machine alone.
pub struct Listening {
    listener: TcpListener,
    address: SocketAddr,
}

/// Why the service could not be reached or kept up.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port could not be had.
    #[error(
        "listening on 127.0.0.1, port {port}: {source}. Nothing is served. Another program, or \
         this one already running, may hold the port: choose another one, or 0 for any that is free"
    )]
    Port {
        /// The port asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The service stopped by itself.
    #[error("serving on {address}: {source}. What was recorded is kept. Start the program again")]
    Stopped {
        /// Where it listened.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
}

impl Listening {
    /// Takes a port of the loopback address; 0 takes any that is free.
    pub async fn on(port: u16) -> Result<Self, ServeError> {
        let failed = |source| ServeError::Port { port, source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, address })
    }

    /// The port, which the guard must know.
    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

/// Serves until `stop` is done; then takes no more, and waits a little for what was begun.
pub async fn serve(
    listening: Listening,
    app: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let Listening { listener, address } = listening;
    let (stopped, mut ending) = tokio::sync::watch::channel(());
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop.await;
        drop(stopped);
    });
    tokio::select! {
        ended = serving => ended.map_err(|source| ServeError::Stopped { address, source }),
        // A browser holds connections open on which nothing was ever asked.
        () = async { while ending.changed().await.is_ok() {} tokio::time::sleep(GRACE).await } => Ok(()),
    }
}
