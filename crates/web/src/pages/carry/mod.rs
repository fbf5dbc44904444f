//! Carrying across: from one entry of a room to another room. What was said and the very words
//! that the others will read stand side by side; whether they may cross is the core's to say.

mod crossing;
mod kind;
mod sheet;

pub(crate) use crossing::proposed;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use mediation::{
    concerns::{opening::Clearance, provenance::terms_of},
    entry::{Body, Terms},
    ids::EntryRef,
    submission::Malformed,
    view::Room,
};
use serde_json::{Map, Value, json};
use service::ServiceError;

use self::sheet::{Carrying, Said};
use super::record::{
    self, Place, forms, head, place::entry_of, read, read_submission, recorded_at, shown,
    spec::CommandForm,
};
use crate::{
    Sent,
    guard::{absent, html_page},
    html::Fault,
    i18n::Key,
    routes::pattern,
    site::{DeskVisit, Site, away},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new().route(pattern::CARRY, get(show).post(submit))
}

/// What is to be carried, and on which terms.
pub(crate) struct Carried<'a> {
    /// The room in which it was said.
    pub room: &'a Room,
    /// The entry.
    pub entry: EntryRef,
    /// What it holds.
    pub body: &'a Body,
    /// Its words.
    pub words: &'a str,
    /// The terms on which they may be carried; `None`: the desk's own words.
    pub terms: Option<Terms>,
    /// How many officers it takes.
    pub clearance: Clearance,
}

async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((room, entry)): Path<(String, String)>,
) -> Result<Response, Response> {
    let desk = site.desk(visit).await?;
    let carried = found(&desk, &room, &entry).ok_or_else(|| absent(desk.visit.words()))?;
    let query = desk
        .visit
        .visit
        .here
        .split_once('?')
        .map_or("", |(_, query)| query);
    let sent = begun(
        &desk,
        &carried,
        Sent::parse(query.as_bytes()).unwrap_or_default(),
    );
    let carrying = Carrying {
        desk: &desk,
        carried: &carried,
        sent: &sent,
    };
    Ok(html_page(StatusCode::OK, &carrying.page(&Said::Nothing)))
}

async fn submit(
    State(site): State<Site>,
    visit: Visit,
    Path((room, entry)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Response> {
    let _turn = site.turn().await;
    let desk = site.desk(visit).await?;
    let carried = found(&desk, &room, &entry).ok_or_else(|| absent(desk.visit.words()))?;
    let mut sent = worded(&carried, &sent);
    let turned = sent.get("shown") != turns(&sent);
    let moved = lands(&desk, &carried, &sent).is_some_and(|place| place.moved(&sent));
    if !desk.visit.is_present() || sent.has("show") || turned {
        sent = begun(&desk, &carried, kind::still(sent));
        let carrying = Carrying {
            desk: &desk,
            carried: &carried,
            sent: &sent,
        };
        if desk.visit.is_present() && sent.get("to").is_empty() {
            let missing = Fault {
                field: "to".to_owned(),
                label: desk.visit.words().t("field-relay-to"),
                wrong: desk.visit.words().t("fault-choose"),
            };
            let page = carrying.page(&Said::Faults(vec![missing]));
            return Ok(html_page(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
        // Turned to another room, what the form carries unseen is not of this one.
        let said = if turned && sent.has("shown") && !sent.has("show") {
            Said::Turned
        } else {
            Said::Nothing
        };
        return Ok(html_page(StatusCode::OK, &carrying.page(&said)));
    }
    let carrying = Carrying {
        desk: &desk,
        carried: &carried,
        sent: &sent,
    };
    if moved {
        let page = carrying.page(&Said::Moved);
        return Ok(html_page(StatusCode::CONFLICT, &page));
    }
    let again = |said: Said| {
        Ok(html_page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &carrying.page(&said),
        ))
    };
    let submission = match submission(&desk, &carried, &sent, site.office().now()) {
        Ok(submission) => submission,
        Err(faults) => return again(Said::Faults(faults)),
    };
    let office = site.office().clone();
    let to = submission.room.clone();
    match away(move || office.submit(&submission)).await {
        Ok(recorded) => Ok(recorded_at(&recorded, to.as_str())),
        Err(ServiceError::Refused(refusal)) => again(Said::Refused(refusal)),
        Err(other) => again(Said::Failed(other.to_string())),
    }
}

/// An entry of a room with words that can be carried.
fn found<'a>(desk: &'a DeskVisit, room: &str, number: &str) -> Option<Carried<'a>> {
    let entry: EntryRef = format!("{room}/{number}").parse().ok()?;
    let (room, body) = entry_of(desk, &entry)?;
    let words = body.event.words()?.as_str();
    Some(Carried {
        room,
        terms: terms_of(&desk.view, &entry),
        entry,
        body,
        words,
        clearance: desk.view.desk.opening.clearance(),
    })
}

/// Where it would be recorded: where it is carried, or where it takes two officers, and the
/// second is yet to read it, in the desk's own room.
fn lands<'a>(desk: &'a DeskVisit, carried: &Carried<'_>, sent: &Sent) -> Option<Place<'a>> {
    match carried.clearance {
        Clearance::TwoOfficers => Place::of(desk, mediation::ids::DESK),
        Clearance::OneOfficer => Place::of(desk, sent.get("to")),
    }
}

/// The form by which it is read, whoever clears it.
pub(crate) fn relay() -> Option<&'static CommandForm> {
    forms::named("relay")
}

/// What the page was made of: when it is no longer so, it is shown again before anything crosses,
/// so that nobody confirms what was not on it. The way that it takes stays with the desk, and is
/// not asked about twice.
pub(crate) fn turns(sent: &Sent) -> String {
    let fields = relay().map_or_else(String::new, |form| shown(form, sent));
    let digest = |text: &str| mediation::Digest::of(text.as_bytes()).to_hex();
    let words = digest(sent.get("words"));
    let specs = relay().map_or(&[][..], |form| form.fields);
    let mut beside: Vec<(&str, &str)> = specs
        .iter()
        .filter(|spec| !matches!(spec.name, "from" | "words" | "route") && read::asked(spec, sent))
        .flat_map(|spec| {
            sent.fields().filter(move |(name, value)| {
                let within = name.strip_prefix(spec.name);
                !value.is_empty() && within.is_some_and(|w| w.is_empty() || w.starts_with('-'))
            })
        })
        .collect();
    beside.sort_unstable();
    let beside = digest(&json!(beside).to_string());
    format!("{} {fields} {words} {beside}", sent.get("to"))
}

/// The values with which the page begins: the words as they were said, to be edited, and over
/// there what they are here.
fn begun(desk: &DeskVisit, carried: &Carried<'_>, sent: Sent) -> Sent {
    let mut sent = sent;
    let others: Vec<&Room> = others(desk, carried).collect();
    if let ([only], false) = (others.as_slice(), sent.has("to")) {
        sent = sent.with("to", only.name.as_str());
    }
    let wording = match carried.terms {
        None | Some(Terms::Open) => "verbatim",
        Some(_) => "edited",
    };
    let fields = [("wording", wording), ("words", carried.words)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let conveyed = kind::conveyed(desk, carried, sent.get("to"));
    for (name, value) in fields.into_iter().chain(conveyed) {
        if !sent.has(&name) {
            sent = sent.with(&name, &value);
        }
    }
    if carried.terms.is_none() && !sent.has("voice") {
        sent = sent.with("voice", "proposal");
    }
    kind::answered(desk, carried, chosen(desk, sent))
}

/// With what there is only one of chosen.
fn chosen(desk: &DeskVisit, sent: Sent) -> Sent {
    match (Place::of(desk, sent.get("to")), relay()) {
        (Some(target), Some(form)) => record::begun(&target, form, sent),
        _ => sent,
    }
}

/// The rooms to which it can be carried.
pub(crate) fn others<'a>(
    desk: &'a DeskVisit,
    carried: &Carried<'a>,
) -> impl Iterator<Item = &'a Room> {
    let from = carried.room.name.clone();
    desk.view
        .rooms
        .values()
        .filter(move |room| !room.name.is_desk() && room.name != from)
}

/// What was sent, with the words as given where they were to be carried as they are. Words that
/// were written over are edited, whatever the choice beside them still says; and whoever goes
/// back to verbatim gets the words as given.
fn worded(carried: &Carried<'_>, sent: &Sent) -> Sent {
    let typed = sent.get("words");
    let as_given = sent.get("wording") == "verbatim"
        && (sent.get("was") == "edited" || typed.trim().is_empty() || typed == carried.words);
    let (words, wording) = if as_given {
        (carried.words, "verbatim")
    } else {
        (typed, "edited")
    };
    let entry = carried.entry.to_string();
    let first = Sent::default()
        .with("from", &entry)
        .with("words", words)
        .with("wording", wording);
    sent.fields()
        .filter(|(name, _)| !matches!(*name, "from" | "words" | "wording"))
        .fold(first, |all, (name, value)| all.with(name, value))
}

/// The submission: a relay, or where it takes two officers the proposal of one.
fn submission(
    desk: &DeskVisit,
    carried: &Carried<'_>,
    sent: &Sent,
    now: mediation::time::Instant,
) -> Result<mediation::command::Submission, Vec<Fault>> {
    let words = desk.visit.words();
    let fault = |field: &str, label: Key, wrong: Key| Fault {
        field: field.to_owned(),
        label: words.t(label),
        wrong: words.t(wrong),
    };
    let mut faults = Vec::new();
    if !sent.has("read") {
        faults.push(fault("read", Key("carry-read"), Key("carry-read.fault")));
    }
    let (Some(target), Some(form)) = (Place::of(desk, sent.get("to")), relay()) else {
        faults.insert(0, fault("to", Key("field-relay-to"), Key("fault-choose")));
        return Err(faults);
    };
    let two = carried.clearance == Clearance::TwoOfficers;
    if two && sent.get("officer").is_empty() {
        faults.push(fault("officer", Key("field-proposes"), Key("fault-choose")));
    }
    if two && sent.get("code").is_empty() {
        faults.push(fault("code", Key("field-code"), Key("fault-missing")));
    }
    if !two {
        return match read_submission(&target, form, sent, now) {
            Ok(submission) if faults.is_empty() => Ok(submission),
            Ok(_) => Err(faults),
            Err(found) => Err(found.into_iter().chain(faults).collect()),
        };
    }
    let relay = read::fields(&target, form, sent).unwrap_or_else(|found| {
        faults.splice(0..0, found);
        Map::new()
    });
    let mut map = Map::from_iter([
        ("do".to_owned(), json!("propose-relay")),
        ("to".to_owned(), json!(sent.get("to"))),
        ("officer".to_owned(), json!(sent.get("officer"))),
        ("code".to_owned(), json!(sent.get("code"))),
        ("relay".to_owned(), Value::Object(relay)),
    ]);
    faults.extend(head::read_into(&target, form.head, sent, &mut map));
    if !faults.is_empty() {
        return Err(faults);
    }
    mediation::command::Submission::from_map(map, Some(now)).map_err(|fault: Malformed| {
        vec![Fault {
            field: "carry".to_owned(),
            label: words.t("fault-form"),
            wrong: fault.problem,
        }]
    })
}
