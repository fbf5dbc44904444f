//! Names of things in a case, each its own type. They are chosen by the desk, not counted,
//! so that none of them tells how much else there is.

use crate::checked::{NotTaken, check_name, checked_string};

macro_rules! name_type {
    ($(#[$doc:meta])* $name:ident) => {
        checked_string!($(#[$doc])* $name, check_name, schemars::json_schema!({
            "type": "string",
            "pattern": "^[a-z][a-z0-9-]{0,39}$",
        }));
    };
}

name_type!(
    /// A participant: `hamas`, `union`.
    ParticipantId
);
name_type!(
    /// A person who acts for a participant: `political-office`.
    RepresentativeId
);
name_type!(
    /// A member of the desk's own team.
    OfficerId
);
name_type!(
    /// A body that approves for a participant: `war-cabinet`.
    BodyId
);
name_type!(
    /// A way to reach a participant.
    ChannelId
);
name_type!(
    /// Who actually holds a person, where it is not the party that negotiates.
    HolderId
);
name_type!(
    /// A room, as the desk names it: `hamas`, `plenary`. The desk's own room is always `desk`.
    RoomName
);
name_type!(
    /// A text that is negotiated: `agreement`, or a side letter.
    TextId
);
name_type!(
    /// Something that must be in hand before an agreement can be carried out.
    RequirementId
);
name_type!(
    /// A number or a date that stands once.
    ParameterId
);

/// The name of the desk's own room in every case.
pub const DESK: &str = "desk";

impl RoomName {
    /// The desk's own room.
    pub fn desk() -> Self {
        Self(DESK.into())
    }

    /// Whether this is the desk's own room.
    pub fn is_desk(&self) -> bool {
        self.as_str() == DESK
    }
}

/// An entry, by its room and its number in that room: `hamas/12`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryRef {
    /// The room in whose log it stands.
    pub room: RoomName,
    /// Its number there, from 1.
    pub number: u64,
}

impl EntryRef {
    /// Names an entry.
    pub fn new(room: RoomName, number: u64) -> Self {
        Self { room, number }
    }
}

impl std::fmt::Display for EntryRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.room, self.number)
    }
}

impl std::str::FromStr for EntryRef {
    type Err = NotTaken;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        const FORM: NotTaken =
            NotTaken::Form("an entry is named by its room and number, such as hamas/12");
        let (room, number) = s.split_once('/').ok_or(FORM)?;
        let number = number.parse().ok().filter(|n| *n > 0).ok_or(FORM)?;
        Ok(Self {
            room: RoomName::new(room)?,
            number,
        })
    }
}

impl serde::Serialize for EntryRef {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for EntryRef {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for EntryRef {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EntryRef".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An entry: room/number, such as hamas/12, or in a case file @label.",
            "pattern": "^([a-z][a-z0-9-]{0,39}/[1-9][0-9]*|@[a-z][a-z0-9-]{0,39})$",
        })
    }
}
