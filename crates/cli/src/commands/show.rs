//! `goodoffices show`: what somebody can know, now or at a moment, as text or JSON.

use std::{fmt::Write as _, sync::Arc};

use mediation::{
    entry::{Content, Entry},
    ids::ParticipantId,
    view::{Room, View},
};
use serde_json::{Value, json};
use service::SeatDoor;

use crate::{
    moment,
    outcome::{Outcome, print},
    store_args::StoreArgs,
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
    /// As JSON.
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
    let text = match &args.viewer {
        None => render(office.desk_view(at)?.as_ref(), args)?,
        Some(p) => render(
            SeatDoor::new(Arc::clone(&office), p.clone())
                .view(at)?
                .view(),
            args,
        )?,
    };
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}

fn render(view: &View, args: &Args) -> anyhow::Result<String> {
    if args.json {
        let mut text = serde_json::to_string_pretty(&as_json(view)?)?;
        text.push('\n');
        return Ok(text);
    }
    let mut out = String::new();
    if let Some(title) = view.title() {
        let _ = writeln!(out, "{title}");
    }
    for room in view.rooms.values() {
        let title = room
            .opened
            .as_ref()
            .map_or("The desk’s own room", |o| o.title.as_str());
        let _ = writeln!(out, "\n{title} ({})", room.name);
        for entry in &room.entries {
            let _ = writeln!(out, "{}", line(room, entry));
        }
    }
    if view.rooms.is_empty() {
        out.push_str("There is nothing here for this viewer.\n");
    }
    Ok(out)
}

fn line(room: &Room, entry: &Entry) -> String {
    let no = format!("{} {}", room.code(), entry.number);
    let Some(body) = entry.body() else {
        return format!("{no:>6}  made unreadable");
    };
    let kind = serde_json::to_value(&body.event)
        .ok()
        .and_then(|v| v.get("kind")?.as_str().map(str::to_owned));
    let words = body
        .event
        .words()
        .map_or("", |w| w.as_str().lines().next().unwrap_or_default());
    let source = body
        .source
        .as_ref()
        .map_or_else(String::new, |s| format!(" [{s}]"));
    format!(
        "{no:>6}  {}  {}{source}  {words}",
        body.happened,
        kind.unwrap_or_default()
    )
}

fn as_json(view: &View) -> anyhow::Result<Value> {
    let entry = |e: &Arc<Entry>| -> anyhow::Result<Value> {
        Ok(match &e.content {
            Content::Readable(body) => {
                json!({ "number": e.number, "recorded": e.recorded, "body": serde_json::to_value(body)? })
            }
            Content::Unreadable => {
                json!({ "number": e.number, "recorded": e.recorded, "unreadable": true })
            }
        })
    };
    let mut rooms = serde_json::Map::new();
    for (name, room) in &view.rooms {
        let entries = room
            .entries
            .iter()
            .map(entry)
            .collect::<anyhow::Result<Vec<_>>>()?;
        rooms.insert(name.to_string(), json!({ "entries": entries }));
    }
    Ok(json!({ "as-known-on": view.as_known_on, "rooms": rooms }))
}
