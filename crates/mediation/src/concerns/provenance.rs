//! Where words come from: the entries in which they were first said, followed back through every
//! crossing that brought them, and the terms under which they may go further.

use std::collections::BTreeSet;

use crate::{
    entry::{Speaker, Standing, Terms},
    event::Event,
    ids::{EntryRef, ParticipantId, RoomName},
    view::View,
    words::Wording,
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
pub(crate) fn quotes_speaker(view: &View, entry: &EntryRef, words: &[&Wording]) -> bool {
    origins(view, entry).iter().any(|o| {
        says(view, &o.entry)
            .iter()
            .any(|said| words.iter().any(|w| w.quotes(said)))
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

/// An entry of another room that words quote although it is not named as their source, and whose
/// terms do not let it be quoted.
pub(crate) fn quoted_unnamed(
    view: &View,
    to: &RoomName,
    named: &[EntryRef],
    words: &[&Wording],
) -> Option<(EntryRef, Terms)> {
    let longest = words.iter().map(|w| w.length()).max().unwrap_or(0);
    if longest < WORDS_LEAST {
        return None;
    }
    let rooms = view
        .rooms
        .values()
        .filter(|r| r.name != *to && !r.name.is_desk());
    let entries = rooms.flat_map(|r| {
        r.entries
            .iter()
            .map(move |e| EntryRef::new(r.name.clone(), e.number))
    });
    let spoken = |e: &EntryRef| {
        matches!(
            event(view, e).and_then(Event::speaker),
            Some(Speaker::Participant(_))
        )
    };
    entries
        .filter(|e| !named.contains(e) && spoken(e))
        .find_map(|e| {
            let quoted = says(view, &e)
                .iter()
                .any(|said| said.length() >= WORDS_LEAST && words.iter().any(|w| w.quotes(said)));
            let terms = terms_of(view, &e).filter(|t| quoted && *t != Terms::Open)?;
            Some((e, terms))
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

/// All words of an entry: what was said, and what it was said in parts of.
fn says<'a>(view: &'a View, entry: &EntryRef) -> Vec<&'a Wording> {
    let Some(event) = event(view, entry) else {
        return Vec::new();
    };
    let mut all: Vec<&Wording> = event.words().into_iter().collect();
    match event {
        Event::DemandMade(d) => all.extend(&d.parts),
        Event::AnswerGiven(a) => {
            all.extend(a.parts.iter().filter_map(|p| p.words.as_ref()));
            all.extend(&a.undertaking);
        }
        _ => {}
    }
    all
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
    match body.event.speaker() {
        Some(Speaker::Desk) => None,
        // What the desk thought or did is its own; what it was told there has terms as elsewhere.
        None if origin.entry.room.is_desk() && body.standing != Standing::Reported => None,
        Some(Speaker::Participant(_)) | None => Some(leave.unwrap_or(body.terms)),
    }
}
