//! Everything that can be recorded in a room, in groups, each with a sentence on what it is for.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use maud::{Markup, html};
use mediation::command::Place as Belongs;

use super::{Place, forms::GROUPS, sheet::over, spec::CommandForm};
use crate::{
    guard::{absent, html_page},
    html::{Side, Title, page, section, title},
    routes::Page,
    site::{Site, Under},
    visit::Visit,
};

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(room): Path<String>,
) -> Result<Response, Response> {
    let desk = site.desk(visit).await?;
    let place = Place::of(&desk, &room).ok_or_else(|| absent(desk.visit.words()))?;
    Ok(html_page(StatusCode::OK, &render(&place)))
}

/// Whether a command is recorded in this room: where the core says that it belongs, and before a
/// case is open only its opening.
pub(super) fn belongs(place: &Place<'_>, form: &CommandForm) -> bool {
    if place.room.is_none() || form.name == "open-case" {
        return place.room.is_none() && form.name == "open-case";
    }
    match form.kind().place {
        Belongs::Desk | Belongs::New => place.is_desk(),
        Belongs::Shared => !place.is_desk(),
        Belongs::Any => true,
    }
}

fn render(place: &Place<'_>) -> Markup {
    let (visit, words) = (&place.desk.visit, place.words());
    let head = words.t("record-index");
    let tabs = visit.desk_tabs(Under::Rooms);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, place.hears());
    let heading = Title {
        over: Some(over(place)),
        head: head.clone(),
        lead: Some(html! { (words.t("record-index.lead")) }),
        clock: Some(visit.clock(&place.desk.view)),
    };
    let groups = GROUPS.iter().map(|group| {
        let forms: Vec<&CommandForm> = group.forms.iter().filter(|f| belongs(place, f)).collect();
        (group, forms)
    });
    page(
        &frame,
        &html! {
            (title(&heading))
            @for (group, forms) in groups {
                @if !forms.is_empty() {
                    (section(&Side::new(group.id, words.t(group.head), words.t(group.note)), &listed(place, &forms)))
                }
            }
        },
    )
}

fn listed(place: &Place<'_>, forms: &[&CommandForm]) -> Markup {
    let words = place.words();
    let room = place.name();
    html! {
        ul.forms {
            @for form in forms {
                li {
                    a href=(place.desk.visit.href(Page::Record { room, command: form.name })) { (words.t(form.title)) }
                    p.meta { (words.t(form.explain)) }
                }
            }
        }
    }
}
