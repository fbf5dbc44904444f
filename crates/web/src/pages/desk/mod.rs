//! The desk: what needs doing now, the channels, where the text stands, the persons, the latest
//! entries.

mod channels;
mod latest;
mod lead;
mod matters;
mod persons;
mod stands;
mod why;

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use maud::{Markup, html};
use mediation::agenda::agenda;

use crate::{
    adapt,
    guard::html_page,
    html::{Hears, Side, Title, empty, page, section, title},
    routes::{Page, pattern},
    site::{DeskVisit, Site, Under},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new().route(pattern::DESK, get(show))
}

async fn show(State(site): State<Site>, visit: Visit) -> Result<Response, Response> {
    let all = visit.asks("todo", "all");
    let desk = site.desk(visit).await?;
    Ok(html_page(
        StatusCode::OK,
        &render(&desk, site.moments(), all),
    ))
}

/// The page.
pub(crate) fn render(desk: &DeskVisit, moments: &[crate::site::Sight], all: bool) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    if desk.view.rooms.is_empty() {
        return nothing_yet(desk);
    }
    let head = visit.case.clone().unwrap_or_else(|| words.t("tab-desk"));
    let tabs = visit.desk_tabs(Under::Desk);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let agenda = agenda(&desk.view, visit.now);
    let heading = Title {
        over: over(desk),
        head: head.clone(),
        lead: Some(lead::lead(desk, &agenda)),
        clock: Some(visit.clock(&desk.view)),
    };
    page(
        &frame,
        &html! {
            (title(&heading))
            (sights(desk, moments))
            (matters::section_of(desk, &agenda, all))
            (channels::section_of(desk))
            (stands::section_of(desk))
            (persons::section_of(desk))
            (latest::section_of(desk))
        },
    )
}

fn over(desk: &DeskVisit) -> Option<Markup> {
    let words = desk.visit.words();
    let case = desk.view.desk.opening.case.as_ref()?;
    let opened = desk.view.desk_room()?.entries.first()?.learnt();
    let opened = adapt::day(words, opened, &desk.visit.calendar);
    let said = match &case.reference {
        Some(reference) => words.t_args(
            "desk-over-reference",
            &[
                ("reference", reference.to_string().into()),
                ("day", opened.into()),
            ],
        ),
        None => words.t_args("desk-over", &[("day", opened.into())]),
    };
    Some(html! { (said) })
}

/// The moments at which this case is worth looking at, where whoever serves it named some.
fn sights(desk: &DeskVisit, moments: &[crate::site::Sight]) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    if moments.is_empty() {
        return html! {};
    }
    let mut moments: Vec<&crate::site::Sight> = moments.iter().collect();
    moments.sort_by_key(|sight| sight.at);
    html! {
        nav.sights aria-label=(words.t("desk-sights")) {
            span { (words.t("desk-sights")) }
            ul {
                @for sight in moments {
                    @let here = visit.looked_at() == Some(sight.at);
                    li { a href=(Page::Desk.href(sight.link())) aria-current=[here.then_some("true")] {
                        bdi { (adapt::stamp(words, sight.at, &visit.calendar)) } ": " (words.t_args("desk-sight", &[("title", sight.title.clone().into())]))
                    } }
                }
                li { a href=(Page::Desk.path()) aria-current=[visit.is_present().then_some("true")] { (words.t("desk-sight-now")) } }
            }
        }
    }
}

/// A store without a case: the one thing that can be done.
fn nothing_yet(desk: &DeskVisit) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    let head = words.t("desk-empty");
    let frame = visit.frame(&head, visit.desk_reader(), &[], Hears::Desk);
    let heading = Title {
        over: None,
        head: head.clone(),
        lead: Some(html! { (words.t("desk-empty.lead")) }),
        clock: None,
    };
    let side = Side::new("open", words.t("desk-empty-open"), "");
    let body = if visit.is_present() {
        let open = Page::Record {
            room: mediation::ids::DESK,
            command: "open-case",
        };
        html! { p { a.btn href=(visit.href(open)) { (words.t("desk-empty-button")) } } p.meta { (words.t("desk-empty-file")) } }
    } else {
        empty(&words.t("desk-empty-then"))
    };
    page(&frame, &html! { (title(&heading)) (section(&side, &body)) })
}
