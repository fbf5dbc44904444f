//! Four leaks, planted in the pure shell to see that the barrier's test catches them. Each is a
//! mistake that a careful programmer could make.

use mediation::{
    command::Submission,
    decide::Outgoing,
    entry::Author,
    event::Event,
    ids::RoomName,
    view::{View, Viewer},
    words::Wording,
};

use crate::shell::Turned;

/// A planted leak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leak {
    /// One sequence of numbers for the entries of all rooms.
    NumberedAcross,
    /// A representative's message waits while another room has an open request.
    RefusalElsewhere,
    /// Words that arrive say in which room they were said.
    NamesSource,
    /// Versions of the text are counted by the desk's drafts, put to this room or not.
    SkippingDrafts,
}

impl Leak {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::NumberedAcross,
        Self::RefusalElsewhere,
        Self::NamesSource,
        Self::SkippingDrafts,
    ];

    pub(crate) fn refuse(self, s: &Submission, desk: &View) -> Option<Turned> {
        let Author::Representative(p, _) = &s.by else {
            return None;
        };
        let waiting = |r: &mediation::view::Room| {
            let elsewhere = r.opened.as_ref().is_some_and(|o| !o.seats(p));
            elsewhere && r.conversation.open_requests().next().is_some()
        };
        (self == Self::RefusalElsewhere && desk.rooms.values().any(waiting)).then(|| Turned {
            said: "The desk is waiting for something; nothing was recorded.".to_owned(),
            key: "waiting",
        })
    }

    pub(crate) fn into_entry(self, out: &mut Outgoing, desk: &View) {
        if self != Self::NamesSource {
            return;
        }
        let elsewhere: Option<&RoomName> = desk
            .rooms
            .values()
            .filter(|r| r.name != out.room && !r.name.is_desk())
            .max_by_key(|r| {
                let last = r.entries.last();
                last.map(|e| (e.recorded, e.number))
            })
            .map(|r| &r.name);
        if let (Event::Conveyed(c), Some(room)) = (&mut out.body.event, elsewhere) {
            c.words = Wording::new(format!("{} (from {room})", c.words)).unwrap();
        }
    }

    pub(crate) fn into_view(self, view: &mut View, desk: &View) {
        if self != Self::SkippingDrafts || view.viewer == Viewer::Desk {
            return;
        }
        let drafts = desk.desk_room().map(|r| &r.texts);
        for room in view.rooms.values_mut() {
            for v in room.texts.versions.values_mut() {
                let own =
                    drafts.and_then(|d| d.versions.values().find(|desks| desks.digest == v.digest));
                if let Some(own) = own {
                    v.version = own.version;
                }
            }
        }
    }
}
