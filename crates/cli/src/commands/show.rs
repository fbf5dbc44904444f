//! `goodoffices show`: what somebody can know, now or at a moment, as text or JSON.

use std::sync::Arc;

use mediation::{
    entry::{Content, Entry},
    ids::ParticipantId,
    view::View,
};
use serde_json::{Map, Value, json};
use service::SeatDoor;

use crate::{
    moment,
    outcome::{Outcome, print, say, tell},
    state::State,
    store_args::StoreArgs,
    told,
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// As this participant; without it, as the desk.
    #[arg(long = "as", value_name = "PARTICIPANT")]
    viewer: Option<ParticipantId>,
    /// As it was known on this day or at this moment.
    #[arg(long, value_name = "DATE")]
    as_known_on: Option<String>,
    /// As JSON; docs/show.md names its fields.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let office = Arc::new(args.store.open()?);
    let zone = office
        .desk_view(None)?
        .clock()
        .map_or_else(|| "UTC".to_owned(), |(_, z)| z.to_string());
    let at = args
        .as_known_on
        .as_deref()
        .map(|s| moment::read(s, &zone))
        .transpose()?;
    let judged = at.unwrap_or_else(|| office.now());
    let desk = office.desk_view(at)?;
    let Some(p) = &args.viewer else {
        return show(&desk, &State::of(&desk, judged), args.json);
    };
    let seat = SeatDoor::new(Arc::clone(&office), p.clone()).view(at)?;
    if seat.view().rooms.is_empty() {
        nobody(p, &desk);
        return Ok(Outcome::NotSo);
    }
    show(seat.view(), &State::of(seat.view(), judged), args.json)
}

fn show(view: &View, state: &State, as_json: bool) -> anyhow::Result<Outcome> {
    if as_json {
        let mut text = serde_json::to_string_pretty(&json(view, state)?)?;
        text.push('\n');
        print(text.as_bytes())?;
    } else {
        say(told::text(view, state).trim_end())?;
    }
    Ok(Outcome::Done)
}

/// Whoever sits nowhere is told apart from nobody by no word. It is the desk that asks, and it may
/// be told who does sit somewhere.
fn nobody(p: &ParticipantId, desk: &View) {
    let when = desk
        .as_known_on
        .map_or_else(String::new, |at| format!(" on {at}"));
    let mut seated: Vec<String> = desk
        .rooms
        .values()
        .filter_map(|r| r.opened.as_ref())
        .flat_map(|o| o.members.iter().map(|s| s.participant.to_string()))
        .collect();
    seated.sort();
    seated.dedup();
    let advice = if seated.is_empty() {
        "Nobody did: open a room first.".to_owned()
    } else {
        format!("Give one of those who did: {}.", seated.join(", "))
    };
    tell(format_args!(
        "showing what “{p}” could know{when}: “{p}” sat in no room, and could know nothing. {advice} Without --as you are shown what the desk knows."
    ));
}

/// The state of each room, and its entries, whole, beside it.
fn json(view: &View, state: &State) -> anyhow::Result<Value> {
    let mut all = serde_json::to_value(state)?;
    let mut rooms = Map::new();
    for (room, now) in view.rooms.values().zip(&state.rooms) {
        let mut told = serde_json::to_value(now)?;
        let entries = room.entries.iter().map(|e| entry(e));
        let entries = entries.collect::<anyhow::Result<Vec<_>>>()?;
        put(&mut told, "entries", Value::Array(entries));
        rooms.insert(room.name.to_string(), told);
    }
    put(&mut all, "rooms", Value::Object(rooms));
    Ok(all)
}

fn put(map: &mut Value, field: &str, value: Value) {
    if let Value::Object(map) = map {
        map.insert(field.to_owned(), value);
    }
}

fn entry(e: &Entry) -> anyhow::Result<Value> {
    Ok(match &e.content {
        Content::Readable(body) => {
            json!({ "number": e.number, "recorded": e.recorded, "body": serde_json::to_value(body)? })
        }
        Content::Unreadable => {
            json!({ "number": e.number, "recorded": e.recorded, "unreadable": true })
        }
    })
}
