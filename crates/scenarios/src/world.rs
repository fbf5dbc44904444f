//! The small world of generated cases: three participants, a caucus with each, one plenary, side
//! rooms that may be opened, and the clock of the steps.

use mediation::{
    command::Submission,
    ids::{ParticipantId, RoomName},
    time::Instant,
};
use serde_json::{Value, json};

use crate::{pure::Pure, shell::Shell};

/// The participants.
pub const PARTICIPANTS: [&str; 3] = ["north", "south", "east"];

/// A room of the world: its name, its code, and who sits there.
#[derive(Debug, Clone, Copy)]
pub struct RoomPlan {
    /// The name.
    pub name: &'static str,
    /// The letters of its entries.
    pub code: &'static str,
    /// Who sits there, by place in [`PARTICIPANTS`].
    pub members: &'static [usize],
}

const fn plan(name: &'static str, code: &'static str, members: &'static [usize]) -> RoomPlan {
    RoomPlan {
        name,
        code,
        members,
    }
}

/// The rooms. The first [`OPEN_AT_FIRST`] are open from the start; the rest are opened by a step,
/// always with the same members.
pub const ROOMS: [RoomPlan; 7] = [
    plan("caucus-north", "N", &[0]),
    plan("caucus-south", "S", &[1]),
    plan("caucus-east", "E", &[2]),
    plan("plenary", "P", &[0, 1]),
    plan("side-one", "XA", &[0, 2]),
    plan("side-two", "XB", &[1, 2]),
    plan("side-three", "XC", &[2]),
];

/// How many rooms are open from the start.
pub const OPEN_AT_FIRST: usize = 4;

/// A room by its place in [`ROOMS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub usize);

impl Place {
    /// What was planned for it.
    pub fn plan(self) -> &'static RoomPlan {
        &ROOMS[self.0]
    }

    /// Its name.
    pub fn name(self) -> RoomName {
        RoomName::new(self.plan().name).unwrap()
    }

    /// Whether a participant sits there.
    pub fn seats(self, participant: usize) -> bool {
        self.plan().members.contains(&participant)
    }

    /// One of its members, by any number.
    pub fn member(self, n: u8) -> usize {
        let members = self.plan().members;
        members[usize::from(n) % members.len()]
    }

    /// The caucus with a participant.
    pub fn caucus(participant: usize) -> Self {
        Self(participant)
    }
}

/// A participant's short name.
pub fn participant(n: usize) -> ParticipantId {
    ParticipantId::new(PARTICIPANTS[n]).unwrap()
}

/// When a step is taken: so many minutes after the case was opened.
pub fn minute(n: u32) -> Instant {
    let start: Instant = "2024-03-01T08:00:00Z".parse().unwrap();
    start.plus_seconds(i64::from(n) * 60)
}

/// A submission from the form that every door reads.
pub fn submission(map: Value) -> Submission {
    let Value::Object(map) = map else {
        panic!("not a map: {map}")
    };
    match Submission::from_map(map, None) {
        Ok(s) => s,
        Err(e) => panic!("{e}"),
    }
}

/// The first minute at which a step can be taken.
pub const FIRST_STEP: u32 = 60;

/// What opens every generated case.
pub fn prologue() -> Vec<Submission> {
    let mut out = Vec::new();
    let mut add = |mut map: Value| {
        let at = minute(u32::try_from(out.len()).unwrap());
        map["learnt"] = serde_json::to_value(at).unwrap();
        out.push(submission(map));
    };
    add(
        json!({ "do": "open-case", "title": "A generated case", "place": "Geneva",
        "zone": "Europe/Zurich", "languages": ["en"] }),
    );
    for (officer, key) in ["first", "second"].into_iter().zip(officer_keys()) {
        add(json!({ "do": "add-officer", "officer": officer, "name": officer, "key": key }));
    }
    for p in PARTICIPANTS {
        add(
            json!({ "do": "add-participant", "participant": p, "name": full_name(p), "kind": "party" }),
        );
    }
    add(
        json!({ "do": "ground-rules", "required": ["north", "south"], "clearance": "one-officer" }),
    );
    for room in &ROOMS[..OPEN_AT_FIRST] {
        add(opening(room));
        for m in room.members {
            let p = PARTICIPANTS[*m];
            add(
                json!({ "do": "add-representative", "room": room.name, "participant": p,
                "representative": format!("{p}-envoy"), "name": "An envoy", "role": "envoy" }),
            );
            add(json!({ "do": "record-mandate", "room": room.name,
                "representative": format!("{p}-envoy"), "may": ["negotiate", "bind"],
                "instrument": "a letter", "confirmed-by": "the principal" }));
            add(
                json!({ "do": "open-channel", "room": room.name, "id": format!("{p}-line"),
                "participant": p, "reaches": "the envoy", "people": [format!("{p}-envoy")],
                "means": "telephone", "state": "active", "every-hours": 24 }),
            );
        }
    }
    // South accepts only what its council has approved.
    for room in ["caucus-south", "plenary"] {
        add(
            json!({ "do": "add-body", "room": room, "body": "council", "participant": "south",
            "name": "The council", "weight": "must-approve", "rule": "majority", "members": 9 }),
        );
    }
    assert!(out.len() < usize::try_from(FIRST_STEP).unwrap());
    out
}

/// The code of the first officer, who proposes.
pub const FIRST_CODE: &str = "meadow-lantern";
/// The code of the second officer, who clears.
pub const SECOND_CODE: &str = "harbour-candle";

/// The officers' keys, stretched from their codes once: that is slow by design.
fn officer_keys() -> &'static [String] {
    static KEYS: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    KEYS.get_or_init(|| {
        let mut case = Pure::new(None);
        let at = minute(0);
        let open = json!({ "do": "open-case", "title": "x", "place": "x", "zone": "UTC",
            "languages": ["en"], "learnt": at });
        case.submit(&submission(open), at, "").unwrap();
        for (officer, code) in [("first", FIRST_CODE), ("second", SECOND_CODE)] {
            let add = json!({ "do": "add-officer", "officer": officer, "name": officer,
                "code": code, "learnt": at });
            case.submit(&submission(add), at, "").unwrap();
        }
        let officers = &case.desk().desk.opening.officers;
        officers.values().map(|o| o.key.to_string()).collect()
    })
}

/// What opens a room.
pub fn opening(room: &RoomPlan) -> Value {
    let members: Vec<&str> = room.members.iter().map(|m| PARTICIPANTS[*m]).collect();
    json!({ "do": "open-room", "room": room.name, "title": format!("Room {}", room.code),
        "code": room.code, "members": members })
}

/// A participant's name in full: it stands nowhere else.
pub fn full_name(p: &str) -> String {
    format!("The {p}ern side")
}
