//! Design, point 5: when it happened and when it was learnt are two times.

use mediation::{
    entry::{Content, RoomLog},
    time::Instant,
    view::{View, Viewer},
};
use proptest::prelude::*;
use scenarios::{
    generate::case,
    interpret::play,
    pure::Pure,
    shell::Shell,
    world::{self, Place, minute},
};
use serde_json::json;

/// The same logs, of which only what was learnt by a moment is left.
fn only(case: &Pure, by: Instant) -> Vec<RoomLog> {
    let known = |e: &&std::sync::Arc<mediation::entry::Entry>| match &e.content {
        Content::Readable(b) => b.learnt <= by,
        Content::Unreadable => e.recorded <= by,
    };
    let cut = |log: &RoomLog| RoomLog {
        entries: log.entries.iter().filter(known).cloned().collect(),
    };
    case.logs.values().map(cut).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn point_5_as_known_then_is_folded_from_what_was_learnt_by_then(steps in case(10..40), at in 60_u32..700) {
        let mut case = Pure::new(None);
        play(&mut case, &steps, |_, _| {});
        for viewer in [Viewer::Desk, Viewer::Participant(world::participant(0))] {
            let then = case.view(&viewer, Some(minute(at)));
            let logs = only(&case, minute(at));
            let opened = |l: &&RoomLog| l.entries.first().is_some_and(|e| e.number == 1);
            let mut folded = View::of(&viewer, logs.iter().filter(opened), None);
            folded.as_known_on = Some(minute(at));
            let all = case.view(&viewer, None);
            for (name, room) in &mut folded.rooms {
                room.size = all.rooms[name].size;
            }
            for (name, room) in &folded.rooms {
                prop_assert_eq!(&then.rooms[name], room);
            }
            prop_assert_eq!(&then.desk, &folded.desk);
        }
    }

    #[test]
    fn point_5_what_was_known_is_never_unknown_later(steps in case(10..40), at in 60_u32..700, more in 0_u32..300) {
        let mut case = Pure::new(None);
        play(&mut case, &steps, |_, _| {});
        for viewer in [Viewer::Desk, Viewer::Participant(world::participant(1))] {
            let (then, later) = (case.view(&viewer, Some(minute(at))), case.view(&viewer, Some(minute(at + more))));
            for (name, room) in &then.rooms {
                let since = &later.rooms[name].entries;
                prop_assert!(room.entries.iter().all(|e| since.contains(e)));
            }
        }
    }
}

#[test]
fn point_5_an_entry_learnt_before_its_room_was_opened_stands_in_that_room() {
    let mut case = Pure::new(None);
    play(&mut case, &[], |_, _| {});
    let open = world::submission(
        json!({ "do": "open-room", "room": "side-one", "title": "Side",
        "code": "XA", "members": ["north"], "learnt": minute(100) }),
    );
    case.submit(&open, minute(100), "").unwrap();
    let said = world::submission(
        json!({ "do": "message", "room": "side-one", "from": "north",
        "words": "Said before the room was opened here.", "learnt": minute(90) }),
    );
    case.submit(&said, minute(101), "").unwrap();
    for viewer in [Viewer::Desk, Viewer::Participant(world::participant(0))] {
        let then = case.view(&viewer, Some(minute(95)));
        let room = &then.rooms[&Place(4).name()];
        assert_eq!(
            room.code(),
            "XA",
            "whose room it is, is known with whatever stands there"
        );
        assert_eq!(room.entries.last().map(|e| e.number), Some(2));
    }
}
