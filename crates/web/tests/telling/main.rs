//! The text and the chronicle, from small cases played through the service: what the pages say,
//! that they are sound in every language, and that they hold at the size of the worked example.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may panic, that is how it fails"
)]

mod chronicle;
mod text;

use std::{path::PathBuf, sync::Arc};

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use http_body_util::BodyExt as _;
use mediation::time::Instant;
use service::{
    FixedClock, Office, Opening, SeededChance,
    case_file::{self, Mode},
};
use store::StoreUrl;
use tower::ServiceExt as _;
use web::site::{Site, pages};

/// A case played into a store of its own, with its pages.
struct Case {
    site: Site,
    _folder: tempfile::TempDir,
}

/// An answer.
struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    body: String,
}

impl Case {
    fn small() -> Self {
        Self::played(include_bytes!("case.yaml"), "2024-03-10T10:00:00Z")
    }

    fn worked_example() -> Self {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../cases/2023-hostage-agreement.yaml");
        Self::played(&std::fs::read(path).unwrap(), "2023-11-22T19:00:00Z")
    }

    fn played(file: &[u8], now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = FixedClock::at(Instant::from(now.parse::<jiff::Timestamp>().unwrap()));
        let office: Office = service::create(
            &StoreUrl::Sqlite(folder.path().join("case.goodoffices")),
            Opening::PublicPassphrase("public"),
            Arc::new(clock),
            Arc::new(SeededChance::new(7)),
        )
        .unwrap();
        let file = case_file::read(file).unwrap();
        let report = case_file::replay(&office, &file, Mode::StopAtFirst, &mut |_, _| true);
        if let Some(problem) = report.problems.first() {
            panic!("{problem}");
        }
        Self {
            site: Site::new(Arc::new(office)),
            _folder: folder,
        }
    }

    async fn get(&self, path: &str, lang: &str) -> Answer {
        let request = Request::builder()
            .uri(path)
            .header("cookie", format!("lang={lang}"))
            .body(Body::empty())
            .unwrap();
        let answer = pages(self.site.clone()).oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        Answer {
            status,
            headers,
            body: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    /// The page at an address, sound, in a language.
    async fn page(&self, path: &str, lang: &str) -> String {
        let answer = self.get(path, lang).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(
            web::sound::faults(&answer.body),
            Vec::<String>::new(),
            "{path} in {lang}"
        );
        // A number and its unit stay on one line; whoever reads sees a space.
        answer
            .body
            .replace(['\u{2068}', '\u{2069}'], "")
            .replace('\u{a0}', " ")
    }
}

/// The matter of a page, one element a line, for a snapshot that somebody reads.
fn matter(page: &str) -> String {
    let from = page.find("<main").unwrap();
    let until = page.find("</main>").unwrap();
    page[from..until]
        .replace("><", ">\n<")
        .replace(['\u{2068}', '\u{2069}'], "")
        .replace('\u{a0}', " ")
}
