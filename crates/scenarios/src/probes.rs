//! What a curious participant would try, to learn from refusals what it cannot read.

use mediation::{command::Submission, time::Instant};
use serde_json::{Value, json};

use crate::world::{self, PARTICIPANTS, Place, ROOMS};

/// The same submissions for every case: in rooms that are the participant's, that are not, and
/// that are nowhere; about entries that may be anywhere.
pub fn probes(participant: usize, at: Instant) -> Vec<Submission> {
    let p = PARTICIPANTS[participant];
    let own = Place::caucus(participant).plan().name;
    let mut maps = Vec::new();
    let mut rooms: Vec<&str> = ROOMS.iter().map(|r| r.name).collect();
    rooms.extend(["desk", "nowhere"]);
    for room in &rooms {
        maps.push(
            json!({ "do": "message", "room": room, "from": p, "words": "Is anybody there?" }),
        );
        maps.push(json!({ "do": "note", "room": room, "words": "A note." }));
        for number in [1, 3, 7, 12, 25, 60, 400] {
            let entry = format!("{room}/{number}");
            maps.extend(about(p, own, &entry));
            maps.push(json!({ "do": "give-leave", "room": room, "entry": entry, "now": "open" }));
        }
    }
    for other in PARTICIPANTS {
        maps.push(
            json!({ "do": "message", "room": own, "from": other, "words": "In another name." }),
        );
    }
    maps.into_iter()
        .map(|mut map: Value| {
            map["by"] = json!(format!("{p}/{p}-envoy"));
            map["learnt"] = serde_json::to_value(at).unwrap();
            world::submission(map)
        })
        .collect()
}

fn about(p: &str, own: &str, entry: &str) -> Vec<Value> {
    let part = json!([{ "part": 1, "outcome": "accepted" }]);
    vec![
        json!({ "do": "give-leave", "room": own, "entry": entry, "now": "open" }),
        json!({ "do": "answer", "room": own, "from": p, "demand": entry, "words": "Yes.", "parts": part }),
        json!({ "do": "meet-request", "room": own, "request": entry, "how-far": "in-full" }),
        json!({ "do": "perform", "room": own, "undertaking": entry, "performance": "waived" }),
        json!({ "do": "take-position", "room": own, "participant": p, "on": entry, "stand": "refused" }),
        json!({ "do": "comment", "room": own, "participant": p, "on": entry, "article": "2", "words": "Why?" }),
        json!({ "do": "refuse-offer", "room": own, "participant": p, "offer": entry }),
        json!({ "do": "accept", "room": own, "participant": p, "offer": entry, "digest": "0123abcd",
            "representative": format!("{p}-envoy"), "mandate": format!("{own}/3") }),
    ]
}
