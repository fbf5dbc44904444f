//! The chronicle: the story of a case as the desk, or one participant, may read it. The page for a
//! participant is written from that participant's view and nothing else.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use mediation::{ids::RoomName, view::View};
use service::{Head, SeatDoor, ServiceError};

use super::seat::{self, Place};
use crate::{
    adapt,
    guard::{self, html_page},
    hex,
    html::{
        Hears, Paging, Standing, Title, chronicle_with, empty, own, page, paging,
        section::digest_short, standing, title,
    },
    routes::{Page, pattern},
    site::{CaseVisit, Site, Under},
    story::{Much, PAGE, Story, names, story},
    visit::Visit,
    when::{self, Known, Length},
};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::CHRONICLE, get(for_the_desk))
        .route(pattern::AS_CHRONICLE, get(for_a_participant))
}

/// Which page of it, from 1, or all of it.
#[derive(serde::Deserialize)]
struct Asked {
    page: Option<usize>,
    all: Option<String>,
}

impl Asked {
    fn much(&self) -> Much {
        match self.all {
            Some(_) => Much::Whole,
            None => Much::Page(self.page.unwrap_or(1)),
        }
    }
}

async fn for_the_desk(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
    visit: Visit,
) -> Result<Response, Response> {
    let desk = site.desk(visit).await?;
    let visit = &desk.visit;
    let asked = asked.much();
    let told = story(visit.words(), &desk.view, &visit.calendar, visit.at, asked)
        .ok_or_else(|| guard::absent(visit.words()))?;
    let heads = heads(visit, &told, |room| site.office().head(room))?;
    let tabs = visit.desk_tabs(Under::Chronicle);
    let head = visit.words().t("tab-chronicle");
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let said = Said {
        visit,
        view: &desk.view,
        over: visit.words().t("chronicle-over"),
        page: Page::Chronicle,
        asked,
    };
    Ok(html_page(
        StatusCode::OK,
        &page(&frame, &render(&said, &told, &heads)),
    ))
}

async fn for_a_participant(
    State(site): State<Site>,
    Path(participant): Path<String>,
    Query(asked): Query<Asked>,
    visit: Visit,
) -> Result<Response, Response> {
    let seat = site.seat(visit, &participant).await?;
    let (visit, view) = (&seat.visit, seat.seat.view());
    let who = seat.seat.participant();
    let asked = asked.much();
    let told = story(visit.words(), view, &visit.calendar, visit.at, asked)
        .ok_or_else(|| guard::absent(visit.words()))?;
    let door = SeatDoor::new(Arc::clone(site.office()), who.clone());
    let heads = heads(visit, &told, |room| door.head(room))?;
    let name = names::participant(view, who);
    let said_name = names::with_article(visit.words(), &name);
    let head = visit.words().t("tab-chronicle");
    let tabs = seat::tabs(&seat, &Place::Chronicle);
    let frame = seat::frame(&seat, &head, &tabs, Hears::Reader(said_name.clone()));
    let said = Said {
        visit,
        view,
        over: visit
            .words()
            .t_args("chronicle-over-of", &[("who", said_name.into())]),
        page: Page::AsChronicle {
            participant: who.as_str(),
        },
        asked,
    };
    Ok(html_page(
        StatusCode::OK,
        &page(&frame, &render(&said, &told, &heads)),
    ))
}

/// What the page of either reader says of itself.
struct Said<'a> {
    visit: &'a CaseVisit,
    view: &'a View,
    over: String,
    page: Page<'a>,
    asked: Much,
}

/// The heads of the rooms that the story is written from; only of the present.
fn heads(
    visit: &CaseVisit,
    told: &Story,
    head: impl Fn(&RoomName) -> Result<Head, ServiceError>,
) -> Result<Vec<(RoomName, Head)>, Response> {
    if !visit.is_present() {
        return Ok(Vec::new());
    }
    let failed = |e: ServiceError| guard::failed(visit.words(), &e.to_string());
    told.rooms
        .iter()
        .map(|room| Ok((room.clone(), head(room).map_err(failed)?)))
        .collect()
}

fn render(said: &Said<'_>, told: &Story, heads: &[(RoomName, Head)]) -> Markup {
    let words = said.visit.words();
    let heading = title(&Title {
        over: Some(html! { (said.over) }),
        head: said
            .visit
            .case
            .clone()
            .unwrap_or_else(|| words.t("tab-chronicle")),
        lead: lead(said, told),
        clock: Some(said.visit.clock(said.view)),
    });
    let end = html! {
        @if told.of == 0 { (empty(&words.t("chronicle-empty"))) }
        (paging(words, &pages(said, told)))
        (whole(said, told))
        (about(said, told, heads))
    };
    chronicle_with(words, &heading, &told.parts, &end)
}

/// From when to when.
fn lead(said: &Said<'_>, told: &Story) -> Option<Markup> {
    let words = said.visit.words();
    let (first, last) = told.span.as_ref()?;
    let first = when::known_words(words, first, Length::Long);
    let last = when::known_words(words, last, Length::Long);
    let concluded = &said.view.desk.agreement.concluded;
    let concluded = concluded.as_ref().and_then(|(number, ..)| {
        let body = said.view.desk_room()?.entry(*number)?.body()?;
        let known = adapt::known(&body.happened, &said.visit.calendar);
        Some(when::known_words(
            words,
            &Known {
                time: None,
                ..known
            },
            Length::Long,
        ))
    });
    let sentence = if let Some(on) = concluded {
        words.t_args(
            "chronicle-concluded",
            &[
                ("when", on.into()),
                ("from", first.into()),
                ("until", last.into()),
            ],
        )
    } else if first == last {
        words.t_args("chronicle-day", &[("when", first.into())])
    } else {
        words.t_args(
            "chronicle-span",
            &[("from", first.into()), ("until", last.into())],
        )
    };
    Some(html! { (sentence) })
}

fn pages(said: &Said<'_>, told: &Story) -> Paging {
    let href = |number: usize| {
        let number = number.to_string();
        said.page.href_with(said.visit.at, &[("page", &number)])
    };
    let (before, after) = match said.asked {
        Much::Whole => (None, None),
        Much::Page(page) => (
            (page > 1).then(|| href(page - 1)),
            (page.saturating_mul(PAGE) < told.of).then(|| href(page + 1)),
        ),
    };
    Paging {
        first: told.first,
        last: told.last,
        of: told.of,
        before,
        after,
    }
}

/// The way to all of it on one page; nothing where all of it is there.
fn whole(said: &Said<'_>, told: &Story) -> Markup {
    let part = told.last - told.first.saturating_sub(1) < told.of;
    html! {
        @if part { p.after.noprint { a href=(said.page.href_with(said.visit.at, &[("all", "1")])) {
            (said.visit.words().t("chronicle-whole"))
        } } }
    }
}

/// From which rooms it is written, and where their record stands.
fn about(said: &Said<'_>, told: &Story, heads: &[(RoomName, Head)]) -> Markup {
    let words = said.visit.words();
    let at = said.visit.moment_in_full();
    html! {
        section.part id="record" {
            h2 { (words.t("chronicle-record")) }
            div.tell {
                p.date {}
                div.flow {
                    p { (words.t_args("chronicle-written-from", &[("n", told.rooms.len().into()), ("when", at.into())])) }
                    ul {
                        @for name in &told.rooms {
                            @if let Some(room) = said.view.rooms.get(name) {
                                li {
                                    @match &room.opened {
                                        Some(opened) => (own(opened.title.as_str())),
                                        None => (words.t("chronicle-desk-room")),
                                    }
                                    @if let Some((_, head)) = heads.iter().find(|(n, _)| n == name) {
                                        (words.t("kind-joint"))
                                        (words.t_args("chronicle-head", &[("n", head.size.into())])) " "
                                        (digest_short(&hex::hex(head.root.as_bytes())))
                                    }
                                }
                            }
                        }
                    }
                    p { (words.t("chronicle-italics")) }
                }
                div.ref {
                    @for one in Standing::ALL {
                        (standing(words, one)) br; (words.t(one.meaning())) br;
                    }
                }
            }
        }
    }
}
