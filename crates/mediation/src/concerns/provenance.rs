//! Where words come from: the entries in which they were first said, followed back through every
//! crossing that brought them, and the terms under which they may go further.

use std::collections::BTreeSet;

use crate::{
    concerns::rooms::RoomOpened,
    entry::{Entry, Speaker, Standing, Terms},
    event::Event,
    ids::{EntryRef, ParticipantId, RoomName},
    view::{Room, View},
    words::{Middle, Said, Wording},
};

/// Fewer words than this are anybody's: “No.” is no quotation.
const WORDS_LEAST: usize = 6;

/// An entry in which words were first said, and the terms on which they crossed, if they did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Origin {
    entry: EntryRef,
    crossed_on: Option<Terms>,
}

/// On what terms the words of an entry may be carried: its own, widened by leave, and never wider
/// than those of the entries from which the desk carried them there. `None`: the desk's own words.
pub fn terms_of(view: &View, entry: &EntryRef) -> Option<Terms> {
    let all = origins(view, entry);
    all.iter().filter_map(|o| own_terms(view, o)).min()
}

/// Whether words quote whoever first spoke them: the desk's own wording of the substance, once it
/// has been carried, is not a quotation.
pub(crate) fn quotes_speaker(view: &View, entry: &EntryRef, going: &Said) -> bool {
    origins(view, entry).iter().any(|o| {
        says(view, &o.entry)
            .iter()
            .any(|said| going.quotes(said.as_str()))
    })
}

/// Whose words an entry holds; `None` among them stands for the desk.
pub(crate) fn speakers(view: &View, entry: &EntryRef) -> BTreeSet<Option<ParticipantId>> {
    let speaker = |o: &Origin| match event(view, &o.entry)?.speaker() {
        Some(Speaker::Participant(p)) => Some(p),
        Some(Speaker::Desk) | None => None,
    };
    origins(view, entry).iter().map(speaker).collect()
}

/// Words that are bound for a room.
pub(crate) struct Bound<'a> {
    /// The room.
    pub to: &'a RoomName,
    /// The entries named as their source: these are looked at by themselves.
    pub named: &'a [EntryRef],
    /// The words.
    pub words: &'a Said,
    /// Whether they make a text. What was said of a text was said for the drafting of it.
    pub makes: Makes,
}

/// What words that are bound for a room are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Makes {
    /// Something said.
    Talk,
    /// A text, or an outline of one.
    Text,
}

/// An entry that words quote although it is not named as their source, and whose terms do not let
/// it be quoted where they go: wherever it stands, the desk's own room included, but not where
/// everybody who sits in the room they go to has heard it already.
pub(crate) fn quoted_unnamed(view: &View, bound: &Bound<'_>) -> Option<(EntryRef, Terms)> {
    if bound.words.length() < WORDS_LEAST {
        return None;
    }
    let opened = view.rooms.get(bound.to).and_then(|r| r.opened.as_ref());
    let hears = |r: &&Room| {
        let heard = |o: &RoomOpened| {
            opened.is_some_and(|to| to.members.iter().all(|s| o.seats(&s.participant)))
        };
        r.name != *bound.to && !r.opened.as_ref().is_some_and(heard)
    };
    view.rooms.values().filter(hears).find_map(|r| {
        r.entries
            .iter()
            .find_map(|e| quoted_entry(view, bound, r, e))
    })
}

/// An entry that words quote against its terms, if they do.
fn quoted_entry(view: &View, bound: &Bound<'_>, r: &Room, e: &Entry) -> Option<(EntryRef, Terms)> {
    let meets = |m: &&Middle| m.length() >= WORDS_LEAST && bound.words.meets(m);
    e.middles().iter().find(meets)?;
    let event = &e.body()?.event;
    let entry = EntryRef::new(r.name.clone(), e.number);
    let for_drafting = match event {
        Event::Commented(_) | Event::PositionTaken(_) | Event::BodyDecided(_) => true,
        other => other.wordings().is_empty(),
    };
    if bound.named.contains(&entry) || (bound.makes == Makes::Text && for_drafting) {
        return None;
    }
    let quoted = event
        .wordings()
        .into_iter()
        .zip(e.middles())
        .any(|(said, middle)| {
            meets(&middle) && bound.words.quotes(said.as_str()) && !heard_in(view, bound.to, said)
        });
    let terms = quoted.then(|| terms_of(view, &entry)).flatten()?;
    (terms != Terms::Open).then_some((entry, terms))
}

/// Whether a room has heard words already, in an entry or in a text that was put there: what is
/// read back, or said again, crosses nothing.
fn heard_in(view: &View, room: &RoomName, said: &Wording) -> bool {
    let Some(room) = view.rooms.get(room) else {
        return false;
    };
    let middle = Middle::of(said.as_str());
    let told = room.entries.iter().filter_map(|e| e.body()).any(|b| {
        let wordings = b.event.wordings();
        !wordings.is_empty() && Said::of(wordings.iter().map(|w| w.as_str())).quotes(said.as_str())
    });
    told || room.texts.versions.values().any(|v| {
        let text = v.text.bytes();
        let text = Said::of([text.as_str()]);
        text.meets(&middle) && text.quotes(said.as_str())
    })
}

/// The entries in which the words of an entry were first said. Each is visited once, however the
/// crossings run.
fn origins(view: &View, entry: &EntryRef) -> BTreeSet<Origin> {
    let mut seen = BTreeSet::new();
    let mut found = BTreeSet::new();
    let mut open = vec![Origin {
        entry: entry.clone(),
        crossed_on: None,
    }];
    while let Some(o) = open.pop() {
        if !seen.insert(o.entry.clone()) {
            continue;
        }
        match view.desk.crossings.brought(&o.entry) {
            Some((_, crossing)) => open.extend(crossing.from.iter().map(|s| Origin {
                entry: s.entry.clone(),
                crossed_on: s.terms,
            })),
            None => {
                found.insert(o);
            }
        }
    }
    found
}

fn event<'a>(view: &'a View, entry: &EntryRef) -> Option<&'a Event> {
    Some(
        &view
            .rooms
            .get(&entry.room)?
            .entry(entry.number)?
            .body()?
            .event,
    )
}

/// All words of an entry.
fn says<'a>(view: &'a View, entry: &EntryRef) -> Vec<&'a Wording> {
    event(view, entry).map(Event::wordings).unwrap_or_default()
}

/// An entry's own terms. They outlive the words: where these were made unreadable, the last leave
/// holds, or else the terms on which they crossed.
fn own_terms(view: &View, origin: &Origin) -> Option<Terms> {
    let room = view.rooms.get(&origin.entry.room)?;
    let number = origin.entry.number;
    let leave = room
        .conversation
        .leave
        .get(&number)
        .map(|(terms, _)| *terms);
    let Some(body) = room.entry(number)?.body() else {
        return leave.or(origin.crossed_on);
    };
    // What corrects somebody's words, or tells them over again, goes no further than they do.
    let told = match &body.event {
        Event::Corrected(c) => terms_of(view, &c.entry),
        Event::AccountGiven(a) => terms_of(view, &a.of),
        event => {
            if own_act(event) && body.standing == Standing::Witnessed {
                return leave;
            }
            None
        }
    };
    let own = leave.unwrap_or_else(|| told.map_or(body.terms, |t| t.min(body.terms)));
    match body.event.speaker() {
        Some(Speaker::Desk) => None,
        // What the desk thought or did is its own; what it was told there has terms as elsewhere.
        None if origin.entry.room.is_desk() && body.standing != Standing::Reported => None,
        Some(Speaker::Participant(_)) | None => Some(own),
    }
}

/// Whether an event is an act of the desk's own, told in the desk's own words: a call that nobody
/// answered, a request that was met. A contact, a decision, an account hold what others said.
fn own_act(event: &Event) -> bool {
    matches!(
        event,
        Event::Attempted(_)
            | Event::SilenceDeclared(_)
            | Event::BodyErased(_)
            | Event::MandateEnded(_)
            | Event::LeaveGiven(_)
            | Event::RequestMet(_)
            | Event::Performed(_)
            | Event::CountConfirmed(_)
            | Event::ActDone(_)
            | Event::ChannelSet(_)
    )
}
