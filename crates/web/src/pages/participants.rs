//! As others see it: every participant, and the way to what it would see. It says that the desk
//! is looking; the pages that it leads to are the participant's own and do not.

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use maud::{Markup, html};
use mediation::concerns::rooms::AddParticipant;

use crate::{
    entries::{Reader, names},
    guard::html_page,
    html::{Cell, Column, Hears, Row, Side, Table, Title, empty, own, page, section, table, title},
    routes::{Page, pattern},
    site::{DeskVisit, Site, Under},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new().route(pattern::PARTICIPANTS, get(show))
}

async fn show(State(site): State<Site>, visit: Visit) -> Result<Response, Response> {
    let desk = site.desk(visit).await?;
    Ok(html_page(StatusCode::OK, &render(&desk)))
}

/// The page.
pub(crate) fn render(desk: &DeskVisit) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    let head = words.t("tab-participants");
    let tabs = visit.desk_tabs(Under::Participants);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let heading = Title {
        over: visit.case.as_ref().map(|case| own(case)),
        head: head.clone(),
        lead: Some(html! { (words.t("participants-lead")) }),
        clock: Some(visit.clock(&desk.view)),
    };
    let side = Side::new(
        "participants",
        words.t("participants-head"),
        words.t("participants-note"),
    );
    let reader = Reader::of(visit, &desk.view);
    let rows: Vec<Row> = desk
        .view
        .desk
        .roster
        .in_order()
        .map(|p| row(desk, &reader, p))
        .collect();
    let body = if rows.is_empty() {
        empty(&words.t("participants-none"))
    } else {
        table(&Table {
            caption: Some(head.clone()),
            columns: vec![
                Column::new(words.t("participants-who")),
                Column::new(words.t("participants-rooms")),
                Column::new(words.t("participants-sees")),
            ],
            rows,
            foot: None,
            tight: false,
        })
    };
    page(&frame, &html! { (title(&heading)) (section(&side, &body)) })
}

fn row(desk: &DeskVisit, r: &Reader<'_>, p: &AddParticipant) -> Row {
    let visit = &desk.visit;
    let words = r.words;
    let participant = p.participant.as_str();
    let rooms: Vec<_> = desk.view.rooms_of(&p.participant).collect();
    Row::new(vec![
        Cell::head_two(
            &own(p.name.as_str()),
            &words.t(names::participant_kind(p.kind)),
        ),
        Cell::Plain(html! {
            @for (place, room) in rooms.iter().enumerate() {
                @if place > 0 { (words.t("entry-comma")) }
                a href=(r.room_href(room)) { (own(&r.room_title(&room.name))) }
            }
            @if rooms.is_empty() { span.meta { (words.t("participants-no-room")) } }
        }),
        Cell::Plain(html! { @if !rooms.is_empty() {
            a href=(visit.href(Page::As { participant })) { (words.t("participants-see")) }
            (words.t("entry-comma"))
            a href=(visit.href(Page::AsChronicle { participant })) { (words.t("tab-chronicle")) }
        } }),
    ])
}
