//! Recording: the index of what can be recorded in a room, and a form for every command. A form
//! makes the map that a case file would hold, and gives it to the same door.

mod annexes;
mod answers;
mod articles;
#[cfg(test)]
mod by_hand;
pub(crate) mod choices;
mod confirm;
mod dates;
pub(crate) mod draw;
pub(crate) mod forms;
pub(crate) mod head;
mod index;
mod notice;
pub(crate) mod place;
pub(crate) mod read;
mod rows;
mod sheet;
pub(crate) mod spec;
mod texts;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use mediation::{
    command::{self, Submission},
    decide::decide,
    submission::Malformed,
};
use service::{Recorded, ServiceError};

pub(crate) use notice::recorded_notice;
pub(crate) use place::Place;
pub(crate) use sheet::only_present;

use self::{
    sheet::{Said, Sheet},
    spec::{CommandForm, Confirm, Kind},
};
use crate::{
    Sent,
    guard::{absent, html_page},
    html::Fault,
    i18n::Key,
    routes::{At, Page, pattern},
    site::{DeskVisit, Site, away},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::RECORD_INDEX, get(index::show))
        .route(pattern::RECORD, get(show).post(submit))
}

type Answer = Result<Response, Response>;

async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((room, command)): Path<(String, String)>,
) -> Answer {
    let desk = site.desk(visit).await?;
    let (place, form) = found(&desk, &room, &command)?;
    let query = desk
        .visit
        .visit
        .here
        .split_once('?')
        .map_or("", |(_, query)| query);
    let sent = begun(
        &place,
        form,
        Sent::parse(query.as_bytes()).unwrap_or_default(),
    );
    let place = place.to(sent.get("to"));
    let sheet = Sheet {
        place: &place,
        form,
        sent: &sent,
    };
    Ok(html_page(StatusCode::OK, &sheet.page(&Said::Nothing)))
}

async fn submit(
    State(site): State<Site>,
    visit: Visit,
    Path((room, command)): Path<(String, String)>,
    sent: Sent,
) -> Answer {
    let _turn = site.turn().await;
    let desk = site.desk(visit).await?;
    let (place, form) = found(&desk, &room, &command)?;
    let place = place.to(sent.get("to"));
    let moved = place.moved(&sent);
    let turned = sent.get("shown") != shown(form, &sent);
    if !desk.visit.is_present() || sent.has("show") || turned {
        let sent = begun(&place, form, sent);
        let sheet = Sheet {
            place: &place,
            form,
            sent: &sent,
        };
        let said = if moved && sent.has("becomes") {
            Said::Moved
        } else if turned && sent.has("shown") && !sent.has("show") {
            Said::Turned
        } else {
            Said::Nothing
        };
        return Ok(html_page(StatusCode::OK, &sheet.page(&said)));
    }
    let sheet = Sheet {
        place: &place,
        form,
        sent: &sent,
    };
    if moved {
        return Ok(html_page(StatusCode::CONFLICT, &sheet.page(&Said::Moved)));
    }
    let again = |said: Said| {
        Ok(html_page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &sheet.page(&said),
        ))
    };
    let submission = match read_submission(&place, form, &sent, site.office().now()) {
        Ok(submission) => submission,
        Err(faults) => return again(Said::Faults(faults)),
    };
    if confirms(form, &sent) && !sent.has("confirmed") {
        return match decide(&desk.view, &submission, site.office().now()) {
            Ok(_) => Ok(html_page(StatusCode::OK, &confirm::page(&sheet))),
            Err(refusal) => again(Said::Refused(refusal)),
        };
    }
    let office = site.office().clone();
    let room = submission.room.clone();
    match away(move || office.submit(&submission)).await {
        Ok(recorded) => Ok(recorded_at(&recorded, room.as_str())),
        Err(ServiceError::Refused(refusal)) => again(Said::Refused(refusal)),
        Err(ServiceError::Malformed(fault)) => again(Said::Faults(vec![malformed(&place, &fault)])),
        Err(other) => again(Said::Failed(other.to_string())),
    }
}

/// The place and the form of an address; what is not there and what does not belong there are one
/// answer.
fn found<'a>(
    desk: &'a DeskVisit,
    room: &str,
    command: &str,
) -> Result<(Place<'a>, &'static CommandForm), Response> {
    let gone = || absent(desk.visit.words());
    let place = Place::of(desk, room).ok_or_else(gone)?;
    let form = forms::named(command).ok_or_else(gone)?;
    if index::belongs(&place, form) {
        Ok((place, form))
    } else {
        Err(gone())
    }
}

/// A submission from what was sent.
pub(crate) fn read_submission(
    place: &Place<'_>,
    form: &CommandForm,
    sent: &Sent,
    now: mediation::time::Instant,
) -> Result<Submission, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut map = read::fields(place, form, sent).unwrap_or_else(|found| {
        faults = found;
        serde_json::Map::new()
    });
    map.insert("do".to_owned(), form.name.into());
    if form.kind().place != command::Place::New {
        map.insert("room".to_owned(), place.name().into());
    }
    let above = head::read_into(place, form.head, sent, &mut map);
    // In the order of the page: with whom and when a contact was stand first.
    if form.head == spec::Head::Channel {
        faults.splice(0..0, above);
    } else {
        faults.extend(above);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Submission::from_map(map, Some(now)).map_err(|fault| vec![malformed(place, &fault)])
}

/// What the domain could not read, at its field where it names one.
fn malformed(place: &Place<'_>, fault: &Malformed) -> Fault {
    let named = fault.field.clone().unwrap_or_default();
    let field = match named.as_str() {
        "happened" | "learnt" => format!("{named}-day"),
        "standing" | "source" | "terms" | "channel" => named.clone(),
        _ => "record".to_owned(),
    };
    Fault {
        field,
        label: place.words().t(Key("fault-form")),
        wrong: fault.problem.clone(),
    }
}

/// Whether a second page is asked for.
fn confirms(form: &CommandForm, sent: &Sent) -> bool {
    match form.confirm {
        Confirm::No => false,
        Confirm::Always => true,
        Confirm::With(field) => !sent.get(field).is_empty(),
    }
}

/// The values with which a form begins: what there is only one of is chosen.
pub(crate) fn begun(place: &Place<'_>, form: &CommandForm, sent: Sent) -> Sent {
    let mut sent = head::begun(place, form.head, sent);
    for spec in form.fields {
        if sent.has(spec.name) {
            continue;
        }
        let only = match spec.kind {
            Kind::Way(picks) => picks.first().map(|pick| pick.value.to_owned()),
            Kind::Pick(picks) => picks
                .first()
                .filter(|pick| matches!(pick.value, "" | "real"))
                .map(|pick| pick.value.to_owned()),
            Kind::Choose(source) | Kind::Turn(source) if spec.need == spec::Need::Needed => {
                let all = choices::of(place, source);
                let open: Vec<_> = all.into_iter().take(2).collect();
                match open.as_slice() {
                    [one] => Some(one.value.clone()),
                    _ => None,
                }
            }
            Kind::Name("") => Some(
                place
                    .desk
                    .view
                    .desk_room()
                    .and_then(|r| r.texts.ids().first().map(ToString::to_string))
                    .unwrap_or_else(|| "agreement".to_owned()),
            ),
            Kind::Tags if spec.name == "languages" => Some("en, ar".to_owned()),
            _ => None,
        };
        if let Some(only) = only {
            sent = sent.with(spec.name, &only);
        }
    }
    sent
}

/// What decides which fields are asked for, as it stood when the form was made.
pub(crate) fn shown(form: &CommandForm, sent: &Sent) -> String {
    form.fields
        .iter()
        .filter(|spec| matches!(spec.kind, Kind::Way(_) | Kind::Turn(_)) && read::asked(spec, sent))
        .map(|spec| sent.get(spec.name))
        .collect::<Vec<_>>()
        .join(" ")
}

/// To the room's page, at the entry that was written.
pub(crate) fn recorded_at(recorded: &Recorded, room: &str) -> Response {
    let here = recorded.entries.iter().find(|e| e.room.as_str() == room);
    let Some(entry) = here.or(recorded.entries.first()) else {
        return Redirect::to(pattern::DESK).into_response();
    };
    let number = entry.number.to_string();
    let page = Page::Room {
        room: entry.room.as_str(),
    };
    let href = page.href_with(At::Now, &[("recorded", &number)]);
    Redirect::to(&format!("{href}#n{number}")).into_response()
}
