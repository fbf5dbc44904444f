//! What the words are over there, to begin with: what they are where they were said, with their
//! parts; for an answer, the demand over there of which the answered one was carried.

use mediation::{
    concerns::{
        demands::{DemandState, PartAnswer},
        relays::ConveyedAs,
    },
    ids::EntryRef,
    words::Wording,
};
use serde_json::{Value, json};

use super::{Carried, crossing::said_as};
use crate::{Sent, site::DeskVisit};

/// The field that names the demand which is answered over there.
const DEMAND: &str = "as.answer.demand";
/// What the fields of its parts begin with.
const PARTS: &str = "as.answer.parts-";

/// The fields of what the words are, as far as the room to which they go lets it be known.
pub(super) fn conveyed(desk: &DeskVisit, carried: &Carried<'_>, to: &str) -> Vec<(String, String)> {
    match said_as(&carried.body.event) {
        None | Some(ConveyedAs::Message) => vec![("as".to_owned(), "message".to_owned())],
        Some(ConveyedAs::Demand(parts)) => {
            let parts: Vec<String> = parts.iter().map(line).collect();
            vec![
                ("as".to_owned(), "demand".to_owned()),
                ("as.demand".to_owned(), parts.join("\n")),
            ]
        }
        Some(ConveyedAs::Answer { demand, .. }) => {
            let there =
                other_end(desk, &demand, to).map(|there| (DEMAND.to_owned(), there.to_string()));
            std::iter::once(("as".to_owned(), "answer".to_owned()))
                .chain(there)
                .collect()
        }
        Some(ConveyedAs::Request { what, due }) => {
            let mut fields = vec![
                ("as".to_owned(), "request".to_owned()),
                ("as.request.what".to_owned(), name(json!(what))),
            ];
            if let Some(due) = due {
                let zone = (*desk.visit.calendar).clone();
                let there = zone.to_datetime(due.timestamp());
                for (field, form) in [("day", "%Y-%m-%d"), ("time", "%H:%M")] {
                    let name = ["as.request.due", field].join("-");
                    fields.push((name, there.strftime(form).to_string()));
                }
            }
            fields
        }
    }
}

/// With the answer to each part of the demand over there, where that is the demand which was
/// answered here, and nothing was said of its parts yet.
pub(super) fn answered(desk: &DeskVisit, carried: &Carried<'_>, sent: Sent) -> Sent {
    let Some(ConveyedAs::Answer { demand, parts }) = said_as(&carried.body.event) else {
        return sent;
    };
    let there = other_end(desk, &demand, sent.get("to"));
    let Some(there) = there.filter(|there| there.to_string() == sent.get(DEMAND)) else {
        return sent;
    };
    if sent.fields().any(|(name, _)| name.starts_with(PARTS)) {
        return sent;
    }
    let (Some(asked), Some(asked_there)) = (state(desk, &demand), state(desk, &there)) else {
        return sent;
    };
    parts.iter().fold(sent, |sent, answer| {
        let Some(part) = same_part(asked, asked_there, answer) else {
            return sent;
        };
        let words = answer.words.as_ref().map_or_else(String::new, line);
        sent.with(
            &format!("{PARTS}{part}-outcome"),
            &name(json!(answer.outcome)),
        )
        .with(&format!("{PARTS}{part}-words"), &words)
    })
}

/// What was sent, without what was said of the parts of another demand, or of another room's.
pub(super) fn still(sent: Sent) -> Sent {
    let demand = sent.get(DEMAND);
    let elsewhere = demand
        .parse::<EntryRef>()
        .is_ok_and(|demand| demand.room.as_str() != sent.get("to"));
    let other = sent.has("answered") && sent.get("answered") != demand;
    if !elsewhere && !other {
        return sent;
    }
    sent.fields()
        .filter(|(name, _)| !(name.starts_with(PARTS) || elsewhere && *name == DEMAND))
        .fold(Sent::default(), |kept, (name, value)| {
            kept.with(name, value)
        })
}

/// The demand of another room from which a demand was carried, or to which it was.
fn other_end(desk: &DeskVisit, demand: &EntryRef, to: &str) -> Option<EntryRef> {
    let crossings = &desk.view.desk.crossings;
    let sources = crossings
        .brought(demand)
        .into_iter()
        .flat_map(|(_, crossing)| crossing.from.iter().map(|source| &source.entry));
    let arrived = crossings.out_of(demand).map(|(_, crossing)| &crossing.to);
    let found: Vec<&EntryRef> = sources
        .chain(arrived)
        .filter(|entry| entry.room.as_str() == to && state(desk, entry).is_some())
        .collect();
    // Where it was carried more than once, the desk chooses.
    match found.as_slice() {
        [one] => Some((*one).clone()),
        _ => None,
    }
}

fn state<'a>(desk: &'a DeskVisit, demand: &EntryRef) -> Option<&'a DemandState> {
    let room = desk.view.rooms.get(&demand.room)?;
    room.demands.all.get(&demand.number)
}

/// Which part of the demand over there is the one that was answered here: the one of the same
/// words, else the one in the same place where there are as many.
fn same_part(here: &DemandState, there: &DemandState, answer: &PartAnswer) -> Option<usize> {
    let at = usize::try_from(answer.part).ok()?.checked_sub(1)?;
    let asked = here.parts.get(at)?;
    let worded = there.parts.iter().position(|part| part == asked);
    let placed = (here.parts.len() == there.parts.len()).then_some(at);
    Some(worded.or(placed)? + 1)
}

/// A part on one line.
fn line(words: &Wording) -> String {
    words
        .as_str()
        .split('\n')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The domain's name of one of its words.
fn name(value: Value) -> String {
    match value {
        Value::String(name) => name,
        _ => String::new(),
    }
}
