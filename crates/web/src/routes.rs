//! The one table of addresses. Nothing else in the crate writes a path by hand, but for a link to
//! `/` and to the key of the marks.

use std::fmt::Write as _;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use crate::i18n::Lang;

/// A page, with what its address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page<'a> {
    /// What needs doing.
    Desk,
    /// The rooms.
    Rooms,
    /// One room and its log.
    Room {
        /// The room.
        room: &'a str,
    },
    /// Everything that can be recorded in a room.
    RecordIndex {
        /// The room.
        room: &'a str,
    },
    /// A form that records one command in a room.
    Record {
        /// The room.
        room: &'a str,
        /// The command.
        command: &'a str,
    },
    /// Carrying something from a room to another.
    Carry {
        /// The room it comes from.
        room: &'a str,
        /// The number of the entry there.
        entry: &'a str,
    },
    /// The negotiated text.
    Text,
    /// One version of it.
    Version {
        /// The number, as this viewer counts.
        version: &'a str,
    },
    /// The very bytes of one version.
    VersionFile {
        /// The number, as this viewer counts.
        version: &'a str,
    },
    /// The story of the case.
    Chronicle,
    /// The participants, and what each would see.
    Participants,
    /// What one participant would see.
    As {
        /// The participant.
        participant: &'a str,
    },
    /// One room as that participant would see it.
    AsRoom {
        /// The participant.
        participant: &'a str,
        /// The room.
        room: &'a str,
    },
    /// A receipt for an entry, as a file.
    Receipt {
        /// The room.
        room: &'a str,
        /// The number of the entry there.
        entry: &'a str,
    },
    /// The statement with which a person accepts what was put in an entry, as a file to sign.
    Statement {
        /// The room.
        room: &'a str,
        /// The number of the entry there.
        entry: &'a str,
        /// The person.
        representative: &'a str,
    },
    /// The same, as that participant would take it away.
    AsStatement {
        /// The participant.
        participant: &'a str,
        /// The room.
        room: &'a str,
        /// The number of the entry there.
        entry: &'a str,
        /// The person.
        representative: &'a str,
    },
    /// The key that checks the receipts of a room, as a file.
    RoomKey {
        /// The room.
        room: &'a str,
    },
    /// A receipt for an entry, as that participant would take it away.
    AsReceipt {
        /// The participant.
        participant: &'a str,
        /// The room.
        room: &'a str,
        /// The number of the entry there.
        entry: &'a str,
    },
    /// The key that checks the receipts of a room, as that participant would take it away.
    AsRoomKey {
        /// The participant.
        participant: &'a str,
        /// The room.
        room: &'a str,
    },
    /// A text as it was put to that participant, as a file.
    AsTextFile {
        /// The participant.
        participant: &'a str,
        /// The room.
        room: &'a str,
        /// The number of the entry that put it.
        entry: &'a str,
    },
    /// The chronicle as that participant would read it.
    AsChronicle {
        /// The participant.
        participant: &'a str,
    },
    /// The key of the marks.
    Marks,
}

/// The patterns of the same table, as the router takes them.
pub mod pattern {
    /// The front page goes to the desk.
    pub const FRONT: &str = "/";
    /// `Page::Desk`
    pub const DESK: &str = "/desk";
    /// `Page::Rooms`
    pub const ROOMS: &str = "/rooms";
    /// `Page::Room`
    pub const ROOM: &str = "/rooms/{room}";
    /// `Page::RecordIndex`
    pub const RECORD_INDEX: &str = "/rooms/{room}/record";
    /// `Page::Record`
    pub const RECORD: &str = "/rooms/{room}/record/{command}";
    /// `Page::Carry`
    pub const CARRY: &str = "/rooms/{room}/carry/{entry}";
    /// `Page::Text`
    pub const TEXT: &str = "/text";
    /// `Page::Version`
    pub const VERSION: &str = "/text/{version}";
    /// `Page::VersionFile`
    pub const VERSION_FILE: &str = "/text/{version}/file";
    /// `Page::Chronicle`
    pub const CHRONICLE: &str = "/chronicle";
    /// `Page::Participants`
    pub const PARTICIPANTS: &str = "/as";
    /// `Page::As`
    pub const AS: &str = "/as/{participant}";
    /// `Page::AsRoom`
    pub const AS_ROOM: &str = "/as/{participant}/rooms/{room}";
    /// `Page::Receipt`
    pub const RECEIPT: &str = "/rooms/{room}/receipts/{entry}";
    /// `Page::Statement`
    pub const STATEMENT: &str = "/rooms/{room}/statements/{entry}/{representative}";
    /// `Page::RoomKey`
    pub const ROOM_KEY: &str = "/rooms/{room}/desk.vkey";
    /// `Page::AsReceipt`
    pub const AS_RECEIPT: &str = "/as/{participant}/rooms/{room}/receipts/{entry}";
    /// `Page::AsStatement`
    pub const AS_STATEMENT: &str =
        "/as/{participant}/rooms/{room}/statements/{entry}/{representative}";
    /// `Page::AsRoomKey`
    pub const AS_ROOM_KEY: &str = "/as/{participant}/rooms/{room}/desk.vkey";
    /// `Page::AsTextFile`
    pub const AS_TEXT_FILE: &str = "/as/{participant}/rooms/{room}/texts/{entry}";
    /// `Page::AsChronicle`
    pub const AS_CHRONICLE: &str = "/as/{participant}/chronicle";
    /// `Page::Marks`
    pub const MARKS: &str = "/marks";
    /// The stylesheet.
    pub const STYLE: &str = "/style.css";
    /// What every browser asks for unasked.
    pub const ICON: &str = "/favicon.ico";
    /// The one-time opening link.
    pub const OPEN: &str = "/open/{token}";
    /// A change of language.
    pub const LANGUAGE: &str = "/language/{lang}";
    /// Drawings, or tables in their place.
    pub const DRAWINGS: &str = "/drawings/{choice}";
    /// The end of a session.
    pub const CLOSE: &str = "/close";
}

/// The moment at which a case is looked at. Only the present can be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum At {
    /// The present.
    #[default]
    Now,
    /// A moment, to the minute.
    Moment(Timestamp),
    /// A moment by the clocks of the place of the case, as a form sends it.
    ThereAt(DateTime),
}

impl At {
    /// The moment of an `at=` parameter; nothing that is no moment is taken for one.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Now);
        }
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Some(Self::Moment(moment));
        }
        // A day alone means its end: what was known on that day.
        if let Ok(day) = text.parse::<Date>()
            && text.len() == "2023-11-15".len()
        {
            return Some(Self::ThereAt(day.at(23, 59, 59, 0)));
        }
        text.parse::<DateTime>().ok().map(Self::ThereAt)
    }

    /// The same as an instant in the time of a place; the present is `None`.
    pub fn resolve(self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Now => None,
            Self::Moment(moment) => Some(moment),
            Self::ThereAt(there) => zone.to_ambiguous_timestamp(there).compatible().ok(),
        }
    }

    fn parameter(self) -> Option<String> {
        match self {
            Self::Now => None,
            Self::Moment(moment) => Some(moment.strftime("%Y-%m-%dT%H:%MZ").to_string()),
            Self::ThereAt(there) => Some(there.strftime("%Y-%m-%dT%H:%M").to_string()),
        }
    }
}

impl Page<'_> {
    /// Its path.
    pub fn path(&self) -> String {
        match self {
            Self::Desk => pattern::DESK.to_owned(),
            Self::Rooms => pattern::ROOMS.to_owned(),
            Self::Room { room } => format!("/rooms/{}", segment(room)),
            Self::RecordIndex { room } => format!("/rooms/{}/record", segment(room)),
            Self::Record { room, command } => {
                format!("/rooms/{}/record/{}", segment(room), segment(command))
            }
            Self::Carry { room, entry } => {
                format!("/rooms/{}/carry/{}", segment(room), segment(entry))
            }
            Self::Text => pattern::TEXT.to_owned(),
            Self::Version { version } => format!("/text/{}", segment(version)),
            Self::VersionFile { version } => format!("/text/{}/file", segment(version)),
            Self::Chronicle => pattern::CHRONICLE.to_owned(),
            Self::Participants => pattern::PARTICIPANTS.to_owned(),
            Self::As { participant } => format!("/as/{}", segment(participant)),
            Self::AsRoom { participant, room } => {
                format!("/as/{}/rooms/{}", segment(participant), segment(room))
            }
            Self::Receipt { room, entry } => {
                format!("/rooms/{}/receipts/{}", segment(room), segment(entry))
            }
            Self::Statement {
                room,
                entry,
                representative,
            } => format!(
                "/rooms/{}/statements/{}/{}",
                segment(room),
                segment(entry),
                segment(representative)
            ),
            Self::AsStatement {
                participant,
                room,
                entry,
                representative,
            } => format!(
                "{}/statements/{}/{}",
                Self::AsRoom { participant, room }.path(),
                segment(entry),
                segment(representative)
            ),
            Self::RoomKey { room } => format!("/rooms/{}/desk.vkey", segment(room)),
            Self::AsReceipt {
                participant,
                room,
                entry,
            } => format!(
                "{}/receipts/{}",
                Self::AsRoom { participant, room }.path(),
                segment(entry)
            ),
            Self::AsRoomKey { participant, room } => {
                format!("{}/desk.vkey", Self::AsRoom { participant, room }.path())
            }
            Self::AsTextFile {
                participant,
                room,
                entry,
            } => format!(
                "{}/texts/{}",
                Self::AsRoom { participant, room }.path(),
                segment(entry)
            ),
            Self::AsChronicle { participant } => format!("/as/{}/chronicle", segment(participant)),
            Self::Marks => pattern::MARKS.to_owned(),
        }
    }

    /// Its address, with the moment carried along.
    pub fn href(&self, at: At) -> String {
        match at.parameter() {
            Some(moment) => format!("{}?at={}", self.path(), segment(&moment)),
            None => self.path(),
        }
    }

    /// Its address with further parameters after the moment.
    pub fn href_with(&self, at: At, parameters: &[(&str, &str)]) -> String {
        let mut href = self.href(at);
        for (name, value) in parameters {
            let joint = if href.contains('?') { '&' } else { '?' };
            // Writing to a string cannot fail.
            let _ = write!(href, "{joint}{}={}", segment(name), segment(value));
        }
        href
    }
}

/// A change of language that comes back to a page.
pub fn language(lang: Lang, back: &str) -> String {
    format!("/language/{}?back={}", lang.tag(), segment(back))
}

/// A choice between drawings (`shown`) and tables (`tables`) that comes back to a page.
pub fn drawings(choice: &str, back: &str) -> String {
    format!("/drawings/{choice}?back={}", segment(back))
}

/// The opening link of a token.
pub fn open(token: &str) -> String {
    format!("/open/{}", segment(token))
}

/// A page of ours to come back to: an absolute path on this host and nothing else.
pub fn back(wanted: Option<&str>) -> &str {
    let ours = |path: &&str| {
        path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains('\\')
            // Browsers leave tabs and line ends out of an address: “/<tab>/elsewhere” leads there.
            && path.bytes().all(|b| b.is_ascii_graphic())
    };
    wanted.filter(ours).unwrap_or(pattern::FRONT)
}

/// One segment or value, percent-encoded. What is kept is kept in paths and in parameters alike.
fn segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_the_moment_and_nothing_raw() {
        let at = At::parse("2023-11-20T16:40Z").unwrap();
        assert_eq!(
            Page::Room { room: "a/b?" }.href(at),
            "/rooms/a%2Fb%3F?at=2023-11-20T16:40Z"
        );
        assert_eq!(Page::Desk.href(At::Now), "/desk");
        assert_eq!(
            Page::Rooms.href_with(At::Now, &[("from", "101"), ("q", "x y")]),
            "/rooms?from=101&q=x%20y"
        );
        assert_eq!(
            language(Lang::Arabic, "/desk?at=x"),
            "/language/ar?back=%2Fdesk%3Fat%3Dx"
        );
    }

    #[test]
    fn a_moment_is_read_in_the_time_of_the_place() {
        let there = At::parse("2023-11-20T19:40").unwrap();
        let doha = crate::when::zone("Asia/Qatar");
        assert_eq!(
            there.resolve(&doha),
            At::parse("2023-11-20T16:40Z").unwrap().resolve(&doha)
        );
        assert_eq!(At::parse(""), Some(At::Now));
        assert_eq!(
            At::parse("2023-11-20"),
            At::parse("2023-11-20T23:59:59"),
            "a day is looked at from its end"
        );
        for none in ["2023-11-31T10:00", "yesterday", "2023", "'"] {
            assert_eq!(At::parse(none), None, "{none}");
        }
    }

    #[test]
    fn nobody_is_sent_away_from_here() {
        assert_eq!(back(Some("/desk?at=1")), "/desk?at=1");
        for foreign in [
            "//example.org",
            "https://example.org",
            "/\\example.org",
            "desk",
            "/a\r\nb",
            "/\t/example.org",
            "/é",
        ] {
            assert_eq!(back(Some(foreign)), "/", "{foreign}");
        }
        assert_eq!(back(None), "/");
    }
}
