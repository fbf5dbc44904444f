//! The desk: what needs doing now, the channels, where the text stands, the persons, the latest
//! entries.

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use maud::{Markup, html};

use crate::{
    guard::html_page,
    html::{Hears, Title, page, title},
    routes::pattern,
    site::{DeskVisit, Site, Under},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new().route(pattern::DESK, get(show))
}

async fn show(State(site): State<Site>, visit: Visit) -> Result<Response, Response> {
    let desk = site.desk(visit)?;
    Ok(html_page(StatusCode::OK, &render(&desk)))
}

fn render(desk: &DeskVisit) -> Markup {
    let visit = &desk.visit;
    let head = visit
        .case
        .clone()
        .unwrap_or_else(|| visit.words().t("tab-desk"));
    let tabs = visit.desk_tabs(Under::Desk);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let heading = Title {
        over: None,
        head: head.clone(),
        lead: None,
        clock: Some(visit.clock(&desk.view)),
    };
    page(&frame, &html! { (title(&heading)) })
}
