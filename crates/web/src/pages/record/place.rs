//! Where something is recorded: the room, who reads it, and how its entries are called.

use mediation::{
    concerns::rooms::Seat,
    entry::{Body, Entry},
    ids::{EntryRef, RoomName},
    time::Instant,
    view::Room,
};

use super::choices::reference;
use crate::{
    Sent, Words, adapt,
    html::{Hears, form::readers},
    i18n::Key,
    site::DeskVisit,
    story::names,
};

/// A room in which something is to be recorded, for one request.
pub(crate) struct Place<'a> {
    /// The desk's view and the request.
    pub desk: &'a DeskVisit,
    /// The room; none where no case is open yet.
    pub room: Option<&'a Room>,
    /// The room to which something is to be carried from here.
    pub target: Option<&'a Room>,
}

impl<'a> Place<'a> {
    /// The place of a room's name, where there is such a room, or where none can be there yet.
    pub fn of(desk: &'a DeskVisit, name: &str) -> Option<Self> {
        let name = RoomName::new(name).ok()?;
        let room = desk.view.rooms.get(&name);
        (room.is_some() || (desk.view.rooms.is_empty() && name.is_desk())).then_some(Self {
            desk,
            room,
            target: None,
        })
    }

    /// With the room of this name, to which something is to be carried.
    pub fn to(mut self, name: &str) -> Self {
        self.target = RoomName::new(name)
            .ok()
            .and_then(|name| self.desk.view.rooms.get(&name));
        self
    }

    /// The words of the reader's language.
    pub fn words(&self) -> Words {
        self.desk.visit.words()
    }

    /// The present.
    pub fn now(&self) -> Instant {
        self.desk.visit.now
    }

    /// The room's name.
    pub fn name(&self) -> &str {
        self.room.map_or(mediation::ids::DESK, |r| r.name.as_str())
    }

    /// Whether it is the desk's own room.
    pub fn is_desk(&self) -> bool {
        self.name() == mediation::ids::DESK
    }

    /// The number that the next entry of the room will have, as it is cited.
    pub fn next(&self) -> Option<String> {
        self.room
            .map(|r| format!("{}\u{a0}{}", r.code(), r.size + 1))
    }

    /// What a form made now carries unseen: the number that the room's next entry will have.
    pub fn becomes(&self) -> String {
        self.room
            .map_or_else(String::new, |r| (r.size + 1).to_string())
    }

    /// Whether the room has moved on since a form was made. It may be that the form itself was
    /// recorded then, and is sent a second time.
    pub fn moved(&self, sent: &Sent) -> bool {
        sent.get("becomes") != self.becomes()
    }

    /// The rooms in which a participant sits.
    pub fn shared_rooms(&self) -> impl Iterator<Item = &'a Room> {
        self.desk.view.rooms.values().filter(|r| !r.name.is_desk())
    }

    /// What a room is called.
    pub fn room_title(&self, room: &Room) -> String {
        room.opened.as_ref().map_or_else(
            || self.words().t(Key("choice-desk-room")),
            |o| o.title.to_string(),
        )
    }

    /// The names of those who sit in the room, within a sentence.
    pub fn members(&self) -> Vec<String> {
        members(self.words(), self.room)
    }

    /// Who hears the room, for the rule under the heading.
    pub fn hears(&self) -> Hears {
        match self.members().as_slice() {
            [] => Hears::Desk,
            [one] => Hears::Caucus(one.clone()),
            several => Hears::Plenary(several.to_vec()),
        }
    }

    /// Who can read what is recorded here, and that it stays.
    pub fn readers(&self) -> String {
        readers(self.words(), &self.members())
    }

    /// An entry as a choice: its reference, and what it is.
    pub fn entry_choice(&self, room: &Room, number: u64) -> (String, String) {
        let said = room
            .entry(number)
            .map_or_else(String::new, |e| self.entry_words(room, e));
        (reference(room, number), said)
    }

    /// An entry in a line: its number, when it was learnt, and how its words begin.
    pub fn entry_words(&self, room: &Room, entry: &Entry) -> String {
        let beginning = entry
            .body()
            .and_then(|b| b.event.words())
            .map(|w| brief(w.as_str()))
            .unwrap_or_default();
        self.words().t_args(
            if beginning.is_empty() {
                Key("choice-entry-bare")
            } else {
                Key("choice-entry")
            },
            &[
                ("entry", format!("{} {}", room.code(), entry.number).into()),
                (
                    "when",
                    adapt::stamp(self.words(), entry.learnt(), &self.desk.visit.calendar).into(),
                ),
                ("words", beginning.into()),
            ],
        )
    }

    /// The entry of a reference, with its room.
    pub fn entry(&self, reference: &EntryRef) -> Option<(&'a Room, &'a Entry)> {
        let room = self.desk.view.rooms.get(&reference.room)?;
        Some((room, room.entry(reference.number)?))
    }

    /// An entry as somebody types it: `H 44`, `h44`, `hamas/44`, or `44` for one of this room.
    pub fn typed_entry(&self, typed: &str) -> Option<EntryRef> {
        let typed = super::dates::western(typed);
        if let Ok(reference) = typed.parse::<EntryRef>() {
            return Some(reference);
        }
        let digits = typed.find(|c: char| c.is_ascii_digit())?;
        let (code, number) = typed.split_at_checked(digits)?;
        let number: u64 = number.trim().parse().ok().filter(|n| *n > 0)?;
        let code = code.trim().to_ascii_uppercase();
        let room = if code.is_empty() {
            self.room?
        } else {
            self.desk.view.rooms.values().find(|r| r.code() == code)?
        };
        Some(EntryRef::new(room.name.clone(), number))
    }

    /// An entry as it is cited: `H 44`.
    pub fn cited(&self, reference: &EntryRef) -> String {
        match self.desk.view.rooms.get(&reference.room) {
            Some(room) => format!("{} {}", room.code(), reference.number),
            None => reference.to_string(),
        }
    }
}

/// An entry that can be read, with its room.
pub(crate) fn entry_of<'a>(desk: &'a DeskVisit, entry: &EntryRef) -> Option<(&'a Room, &'a Body)> {
    let room = desk.view.rooms.get(&entry.room)?;
    Some((room, room.entry(entry.number)?.body()?))
}

/// The names of those who sit in a room, within a sentence.
pub(crate) fn members(words: Words, room: Option<&Room>) -> Vec<String> {
    room.and_then(|r| r.opened.as_ref())
        .map_or_else(Vec::new, |o| {
            let name = |s: &Seat| names::with_article(words, s.name.as_str());
            o.members.iter().map(name).collect()
        })
}

/// How words begin.
fn brief(words: &str) -> String {
    const MOST: usize = 70;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let start: String = line.chars().take(MOST).collect();
    format!("{}…", start.trim_end())
}
