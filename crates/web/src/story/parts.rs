//! The parts of a story. A part begins where the leading concern changes for good: contacts,
//! names, a silence, the text, what was agreed. A case that has none of these is divided by month.

use jiff::tz::TimeZone;
use mediation::{
    concerns::{messages::RequestFor, relays::ConveyedAs},
    event::Event,
};

use super::told::Told;
use crate::i18n::{Key, Words};

/// Fewer entries than this are no part of their own.
const LEAST: usize = 8;
/// A story of one concern that is longer than this is divided by month.
const LONG: usize = 40;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Concern {
    Contacts,
    Names,
    Silence,
    Text,
    Agreed,
    Announced,
}

impl Concern {
    const fn key(self) -> Key {
        match self {
            Self::Contacts => Key("chronicle-part-contacts"),
            Self::Names => Key("chronicle-part-names"),
            Self::Silence => Key("chronicle-part-silence"),
            Self::Text => Key("chronicle-part-text"),
            Self::Agreed => Key("chronicle-part-agreed"),
            Self::Announced => Key("chronicle-part-announced"),
        }
    }
}

/// The head of the part to which each entry belongs.
pub(super) fn heads(words: Words, told: &[Told<'_>], zone: &TimeZone) -> Vec<String> {
    let runs = runs(told);
    if runs.len() < 2 && told.len() > LONG {
        return told.iter().map(|t| month(words, t, zone)).collect();
    }
    runs.into_iter()
        .flat_map(|(concern, count)| std::iter::repeat_n(words.t(concern.key()), count))
        .collect()
}

/// Runs of entries under one concern; what is too short stays with what it interrupts.
fn runs(told: &[Told<'_>]) -> Vec<(Concern, usize)> {
    let mut runs: Vec<(Concern, usize)> = Vec::new();
    let mut leading = Concern::Contacts;
    for t in told {
        leading = next(leading, t);
        match runs.last_mut() {
            Some((concern, count)) if *concern == leading => *count += 1,
            _ => runs.push((leading, 1)),
        }
    }
    let last = runs.len().saturating_sub(1);
    let mut merged: Vec<(Concern, usize)> = Vec::new();
    for (place, (concern, count)) in runs.into_iter().enumerate() {
        let short = count < LEAST && place != last;
        match merged.last_mut() {
            Some((before, total)) if short || *before == concern => *total += count,
            _ => merged.push((concern, count)),
        }
    }
    merged
}

/// What leads after an entry: the concern before it, unless this one changes it.
fn next(leading: Concern, t: &Told<'_>) -> Concern {
    let to_names = || match leading {
        Concern::Contacts => Concern::Names,
        other => other,
    };
    let to_text = || match leading {
        Concern::Agreed | Concern::Announced => leading,
        _ => Concern::Text,
    };
    match &t.body.event {
        Event::RequestMade(r) if matches!(r.what, RequestFor::List | RequestFor::ProofOfLife) => {
            to_names()
        }
        Event::Conveyed(c) => match &c.conveyed_as {
            ConveyedAs::Request {
                what: RequestFor::List | RequestFor::ProofOfLife,
                ..
            } => to_names(),
            _ => leading,
        },
        Event::ListReceived(_) => to_names(),
        Event::SilenceDeclared(_) => match leading {
            Concern::Agreed | Concern::Announced => leading,
            _ => Concern::Silence,
        },
        Event::Drafted(_)
        | Event::DraftPut(_)
        | Event::PositionTaken(_)
        | Event::BodyDecided(_)
        | Event::Accepted(_)
        | Event::OfferRefused(_) => to_text(),
        Event::Concluded(_) => Concern::Agreed,
        // A participant is not told of a conclusion, but of what the desk announces.
        Event::Announced(_) if leading == Concern::Text => Concern::Announced,
        _ => leading,
    }
}

fn month(words: Words, t: &Told<'_>, zone: &TimeZone) -> String {
    let date = t
        .body
        .learnt
        .timestamp()
        .to_zoned_datetime(zone.clone())
        .date();
    let month = words.t_plain("month-long", &[("n", date.month().into())]);
    words.t_plain(
        "date-month",
        &[
            ("month", month.into()),
            ("year", date.year().to_string().into()),
        ],
    )
}
