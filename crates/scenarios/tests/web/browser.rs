//! A browser on the router: it opens the desk's link, and walks the links that it finds.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use http_body_util::BodyExt;
use service::Office;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{
    guard::Guard,
    site::{Site, pages},
};

const PORT: u16 = 8765;

/// An answer, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// In the order in which they were sent.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

pub struct Browser {
    app: Router,
    cookie: String,
    runtime: Runtime,
}

impl Browser {
    /// A browser that has opened an office's desk.
    pub fn open(office: &Arc<Office>) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let guard = Guard::new(PORT, Box::new(|| Ok([9; 32])));
        let link = guard.link().unwrap();
        let app = web::app(guard, pages(Site::new(Arc::clone(office))));
        let mut browser = Self {
            app,
            cookie: String::new(),
            runtime,
        };
        let path = link.split_once(&PORT.to_string()).unwrap().1.to_owned();
        let opened = browser.ask("POST", &path, "");
        assert_eq!(opened.status, 303, "{}", opened.body);
        let cookie = opened
            .headers
            .iter()
            .find(|(n, _)| n == "set-cookie")
            .unwrap();
        browser.cookie = cookie.1.split(';').next().unwrap().into();
        browser
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    pub fn ask(&self, method: &str, path: &str, form: &str) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", format!("127.0.0.1:{PORT}"))
            .header("cookie", &self.cookie);
        if method == "POST" {
            request = request
                .header("origin", format!("http://127.0.0.1:{PORT}"))
                .header("content-type", "application/x-www-form-urlencoded");
        }
        let mut request = request.body(Body::from(form.to_owned())).unwrap();
        let peer: SocketAddr = "127.0.0.1:50000".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        self.runtime.block_on(async {
            let (parts, body) = self
                .app
                .clone()
                .oneshot(request)
                .await
                .unwrap()
                .into_parts();
            let header = |(n, v): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
                (n.to_string(), v.to_str().unwrap().to_owned())
            };
            let bytes = body.collect().await.unwrap().to_bytes();
            Answer {
                status: parts.status.as_u16(),
                headers: parts.headers.iter().map(header).collect(),
                body: String::from_utf8(bytes.to_vec()).unwrap(),
            }
        })
    }

    /// Every page that can be reached from one by links that begin so.
    pub fn walk(&self, from: &str, within: &str) -> BTreeMap<String, Answer> {
        let mut found = BTreeMap::new();
        let mut next = vec![from.to_owned()];
        while let Some(path) = next.pop() {
            if found.contains_key(&path) || found.len() > 300 {
                continue;
            }
            let answer = self.get(&path);
            next.extend(links(&answer.body).filter(|l| l.starts_with(within)));
            found.insert(path, answer);
        }
        found
    }
}

/// The addresses in a page, as they stand there.
pub fn links(page: &str) -> impl Iterator<Item = String> + '_ {
    ["href=\"", "action=\"", "src=\""]
        .into_iter()
        .flat_map(move |at| {
            page.split(at).skip(1).filter_map(|rest| {
                let link = rest.split('"').next()?.replace("&amp;", "&");
                Some(link.split('#').next()?.to_owned())
            })
        })
}
