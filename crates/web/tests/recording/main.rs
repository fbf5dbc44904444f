//! Recording by hand: every form is sound in every language, a case is opened and carried on
//! through the forms alone, and what is refused says why and keeps what was typed.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may panic, that is how it fails"
)]

mod carrying;
mod forms;
mod signing;
mod texts;

use std::{fmt::Write as _, path::PathBuf, sync::Arc};

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use mediation::{time::Instant, view::View};
use service::{
    FixedClock, Office, Opening, SeededChance,
    case_file::{self, Mode},
};
use store::StoreUrl;
use tower::ServiceExt as _;
use web::site::{Site, pages};

/// A store of its own, with its pages.
struct Desk {
    office: Arc<Office>,
    site: Site,
    _folder: tempfile::TempDir,
}

/// An answer.
struct Answer {
    status: StatusCode,
    to: String,
    body: String,
}

impl Desk {
    /// A store with a case in which nobody takes part yet.
    async fn with_a_case() -> Self {
        let desk = Self::empty();
        let open = [
            ("title", "A dispute"),
            ("place", "Doha"),
            ("zone", "Asia/Qatar"),
            ("languages", "en"),
        ];
        desk.recorded("/rooms/desk/record/open-case", &open).await;
        desk
    }

    /// The same with a union and a room for it.
    async fn with_the_union() -> Self {
        let desk = Self::with_a_case().await;
        let add = [("name", "The Union"), ("kind", "party")];
        desk.recorded("/rooms/desk/record/add-participant", &add)
            .await;
        let room = [
            ("members", "union"),
            ("title", "With the union"),
            ("room", "union"),
        ];
        desk.recorded("/rooms/desk/record/open-room", &room).await;
        desk
    }

    /// A store in which no case is open.
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2023-11-22T19:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let office = service::create(
            &StoreUrl::Sqlite(folder.path().join("case.goodoffices")),
            Opening::PublicPassphrase("public"),
            Arc::new(FixedClock::at(Instant::from(now))),
            Arc::new(SeededChance::new(7)),
        )
        .unwrap();
        let office = Arc::new(office);
        Self {
            site: Site::new(Arc::clone(&office)),
            office,
            _folder: folder,
        }
    }

    /// The worked example, played to its end.
    fn worked_example() -> Self {
        let desk = Self::empty();
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../cases/2023-hostage-agreement.yaml");
        let file = case_file::read(&std::fs::read(path).unwrap()).unwrap();
        let report = case_file::replay(&desk.office, &file, Mode::StopAtFirst, &mut |_, _| true);
        if let Some(problem) = report.problems.first() {
            panic!("{problem}");
        }
        desk
    }

    fn view(&self) -> Arc<View> {
        self.office.desk_view(None).unwrap()
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = pages(self.site.clone()).oneshot(request).await.unwrap();
        let status = answer.status();
        let to = answer.headers().get(header::LOCATION);
        let to = to.map_or_else(String::new, |to| to.to_str().unwrap().to_owned());
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8(bytes.to_vec()).unwrap();
        assert_eq!(web::sound::faults(&body), Vec::<String>::new(), "{body}");
        Answer { status, to, body }
    }

    async fn get(&self, path: &str, lang: &str) -> Answer {
        let request = Request::builder()
            .uri(path)
            .header("cookie", format!("lang={lang}"))
            .body(Body::empty());
        self.ask(request.unwrap()).await
    }

    async fn send(&self, path: &str, lang: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header("cookie", format!("lang={lang}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")));
        self.ask(request.unwrap()).await
    }

    /// Opens a form, fills it in and sends it, with what its page carries unseen; goes on to the
    /// second page where there is one.
    async fn record(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path, "en").await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let path = path.split('?').next().unwrap();
        let mut answer = page;
        let mut confirmed = None;
        for _ in 0..4 {
            let (shown, was) = (unseen(&answer.body, "shown"), unseen(&answer.body, "was"));
            let mut all = fields.to_vec();
            let becomes = unseen(&answer.body, "becomes");
            all.extend([("shown", shown.as_str()), ("was", was.as_str())]);
            all.push(("becomes", becomes.as_str()));
            all.extend(confirmed);
            answer = self.send(path, "en", &all).await;
            if answer.status != StatusCode::OK {
                return answer;
            }
            let asks = answer.body.contains("name=\"confirmed\"");
            confirmed = asks.then_some(("confirmed", "1"));
        }
        answer
    }

    /// The same, which must be taken.
    async fn recorded(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.record(path, fields).await;
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{path}: {}",
            said(&answer.body)
        );
        answer.to
    }
}

/// The value of a hidden field.
fn unseen(page: &str, name: &str) -> String {
    let opening = format!("name=\"{name}\" value=\"");
    page.split_once(opening.as_str())
        .and_then(|(_, rest)| rest.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// What the page says of the last try.
fn said(page: &str) -> String {
    let from = page.find("class=\"says").unwrap_or(0);
    page[from..]
        .split("<form")
        .next()
        .unwrap_or_default()
        .replace(['\u{2068}', '\u{2069}'], "")
        .replace('\u{a0}', " ")
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        // Writing to a string cannot fail.
        let _ = write!(all, "%{byte:02X}");
        all
    })
}
