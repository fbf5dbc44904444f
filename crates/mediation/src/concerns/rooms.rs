//! Participants and rooms: who takes part, and who hears what. Who sits in a room is fixed when
//! it opens; to bring in another participant, open another room.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    decide::{Deciding, Outgoing, Refused},
    event::Event,
    ids::{HolderId, ParticipantId, RoomName},
    refusal::Reason,
    words::{RoomCode, Title, Wording},
};

/// Name a participant. The entry stands in the desk's own room; nobody else learns of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AddParticipant {
    /// The participant's short name in this case.
    pub participant: ParticipantId,
    /// Its name in full.
    pub name: Title,
    /// What it is in this negotiation.
    pub kind: ParticipantKind,
    /// What the desk should know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// What a participant is in a negotiation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ParticipantKind {
    /// Negotiates for itself.
    Party,
    /// Carries between others.
    Intermediary,
    /// Stands behind what is agreed.
    Guarantor,
    /// Verifies what was done.
    Monitor,
    /// Receives and transports; does not negotiate.
    Carrier,
    /// Is told, and takes no part.
    Observer,
}

/// Name a holder: who actually holds persons, where it is not the party that negotiates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AddHolder {
    /// The holder's short name.
    pub holder: HolderId,
    /// Its name in full.
    pub name: Title,
    /// The participant that can speak to it, if one can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<ParticipantId>,
    /// What the desk knows of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// Open a room with one participant (a caucus) or several (a plenary).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenRoom {
    /// The room's title, as those who sit in it will read it.
    pub title: Title,
    /// A letter or two for its entries, such as `H`.
    pub code: RoomCode,
    /// Who sits in it, with the desk.
    pub members: Vec<ParticipantId>,
}

/// A room, as its first entry describes it to those who sit in it. It holds all that they need
/// to read the case: they see nothing else of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RoomOpened {
    /// The room's name.
    pub room: RoomName,
    /// Its title.
    pub title: Title,
    /// The letters before its entries' numbers.
    pub code: RoomCode,
    /// Who sits in it, with the desk.
    pub members: Vec<Seat>,
    /// The case's title.
    pub case: Title,
    /// The place whose clock the desk works by.
    pub place: Title,
    /// That clock's zone.
    pub zone: Title,
    /// The case's notice, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Wording>,
}

/// A participant that sits in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Seat {
    /// Its short name.
    pub participant: ParticipantId,
    /// Its name in full.
    pub name: Title,
    /// What it is.
    pub kind: ParticipantKind,
}

/// Who hears a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomKind {
    /// The desk alone.
    Desk,
    /// The desk and one participant.
    Caucus,
    /// The desk and several.
    Plenary,
}

/// The participants and holders, as the desk's room names them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The participants in the order in which they were named.
    pub order: Vec<ParticipantId>,
    /// The participants.
    pub participants: BTreeMap<ParticipantId, AddParticipant>,
    /// The holders.
    pub holders: BTreeMap<HolderId, AddHolder>,
}

impl Roster {
    /// The participants in the order in which they were named.
    pub fn in_order(&self) -> impl Iterator<Item = &AddParticipant> {
        self.order.iter().filter_map(|p| self.participants.get(p))
    }

    pub(crate) fn add(&mut self, p: &AddParticipant) {
        if self
            .participants
            .insert(p.participant.clone(), p.clone())
            .is_none()
        {
            self.order.push(p.participant.clone());
        }
    }

    pub(crate) fn add_holder(&mut self, h: &AddHolder) {
        self.holders.insert(h.holder.clone(), h.clone());
    }
}

impl RoomOpened {
    /// Who hears it.
    pub fn kind(&self) -> RoomKind {
        match self.members.len() {
            0 => RoomKind::Desk,
            1 => RoomKind::Caucus,
            _ => RoomKind::Plenary,
        }
    }

    /// Whether a participant sits in it.
    pub fn seats(&self, p: &ParticipantId) -> bool {
        self.members.iter().any(|s| s.participant == *p)
    }
}

pub(crate) fn add_participant(
    d: &Deciding<'_>,
    p: &AddParticipant,
) -> Result<Vec<Outgoing>, Refused> {
    let taken = d.view.desk.roster.participants.contains_key(&p.participant)
        || p.participant.as_str() == crate::ids::DESK;
    if taken {
        return d.refuse(Reason::NameTaken {
            name: p.participant.to_string(),
        });
    }
    d.here(Event::ParticipantAdded(p.clone()))
}

pub(crate) fn add_holder(d: &Deciding<'_>, h: &AddHolder) -> Result<Vec<Outgoing>, Refused> {
    if d.view.desk.roster.holders.contains_key(&h.holder) {
        return d.refuse(Reason::NameTaken {
            name: h.holder.to_string(),
        });
    }
    if let Some(p) = &h.through {
        d.participant(p)?;
    }
    d.here(Event::HolderAdded(h.clone()))
}

pub(crate) fn open_room(d: &Deciding<'_>, r: &OpenRoom) -> Result<Vec<Outgoing>, Refused> {
    let room = &d.submission.room;
    if room.is_desk() || d.view.rooms.contains_key(room) {
        return d.refuse(Reason::NameTaken {
            name: room.to_string(),
        });
    }
    let code_taken = d
        .view
        .rooms
        .values()
        .any(|other| other.opened.as_ref().is_some_and(|o| o.code == r.code));
    if code_taken || r.code.as_str() == crate::concerns::DESK_CODE {
        return d.refuse(Reason::NameTaken {
            name: r.code.to_string(),
        });
    }
    if r.members.is_empty() {
        return d.refuse(Reason::NothingGiven { what: "members" });
    }
    let mut members = Vec::new();
    for p in &r.members {
        let known = d.participant(p)?;
        if members.iter().any(|s: &Seat| s.participant == *p) {
            return d.refuse(Reason::NameTaken {
                name: p.to_string(),
            });
        }
        members.push(Seat {
            participant: p.clone(),
            name: known.name.clone(),
            kind: known.kind,
        });
    }
    let Some(case) = &d.view.desk.opening.case else {
        return d.refuse(Reason::NoCase);
    };
    d.here(Event::RoomOpened(RoomOpened {
        room: room.clone(),
        title: r.title.clone(),
        code: r.code.clone(),
        members,
        case: case.title.clone(),
        place: case.place.clone(),
        zone: case.zone.clone(),
        notice: case.notice.clone(),
    }))
}
