//! Two programs on one store: what one recorded, the other decides on and shows.

use mediation::{
    command::Submission,
    entry::Terms,
    ids::{EntryRef, RoomName},
};
use scenarios::{
    interpret::play,
    shell::Shell,
    step::{By, Decides, Names, Put, Step, Timed},
    world::{self, Place as Room},
};
use serde_json::{Value, json};
use service::{Office, ServiceError};

use crate::places::{Place, on_both};

const AT: u32 = 5_000;

fn steps(steps: &[Step]) -> Vec<Timed> {
    let timed = |(n, step): (u32, &Step)| Timed {
        minute: 100 + n,
        back: 0,
        step: step.clone(),
    };
    (0..).zip(steps).map(timed).collect()
}

fn map(mut map: Value) -> Submission {
    map["learnt"] = json!(world::minute(AT));
    world::submission(map)
}

fn refused(office: &Office, submission: &Submission) -> String {
    match office.submit(submission) {
        Err(ServiceError::Refused(refusal)) => refusal.reason.text().key.to_owned(),
        other => panic!("not refused by the domain: {other:?}"),
    }
}

/// An offer that both required sides have accepted, and a second program on the same store.
fn agreed(place: &mut Place) -> (Office, u64) {
    let put = |to| Step::PutDraft {
        to: Room(to),
        text: 1,
        put: Put::Open,
        drafts: 0,
    };
    let accept = |room| Step::Accept {
        room: Room(room),
        who: 0,
        pick: 0,
        names: Names::Whole,
        by: By::Told,
    };
    let approve = Step::Decide {
        room: Room(1),
        pick: 0,
        decides: Decides::Yes,
    };
    let all = steps(&[put(0), put(1), accept(0), approve, accept(1)]);
    for told in play(&mut place.desk, &all, |_, _| {}) {
        assert!(told.answer.is_ok(), "{told:?}");
    }
    place.desk.clock.set(world::minute(AT));
    let offer = place.desk.desk().rooms[&Room(1).name()]
        .texts
        .versions
        .keys()
        .next_back()
        .copied()
        .unwrap();
    (place.desk.again().unwrap(), offer)
}

#[test]
fn nothing_is_concluded_on_a_yes_that_was_taken_back_elsewhere() {
    on_both(|mut place| {
        let (other, offer) = agreed(&mut place);
        let conclude = map(json!({ "do": "conclude", "text": "agreement", "form": "common-text" }));
        let refuse = map(json!({ "do": "refuse-offer", "room": "caucus-south",
            "participant": "south", "representative": "south-envoy",
            "offer": format!("caucus-south/{offer}") }));
        other.submit(&refuse).unwrap();
        refused(&place.desk.office, &conclude);
        assert!(place.desk.desk().desk.agreement.concluded.is_none());
        assert_eq!(place.desk.desk(), other.desk_view(None).unwrap());
        assert!(place.desk.office.check(&mut |_| {}).unwrap().is_whole());
    });
}

#[test]
fn what_both_accepted_is_concluded_by_either_program() {
    on_both(|mut place| {
        let (other, _) = agreed(&mut place);
        let conclude = map(json!({ "do": "conclude", "text": "agreement", "form": "common-text" }));
        other.submit(&conclude).unwrap();
        refused(&place.desk.office, &conclude);
    });
}

/// Something that north said in its caucus, and a second program on the same store.
fn said(place: &mut Place, terms: Terms) -> (Office, EntryRef) {
    let said = Step::Say {
        room: Room(0),
        who: 0,
        terms,
        words: 7,
        by: By::Told,
        line: false,
    };
    let told = play(&mut place.desk, &steps(&[said]), |_, _| {});
    place.desk.clock.set(world::minute(AT));
    let entry = told.last().unwrap().answer.as_ref().unwrap()[0].clone();
    (place.desk.again().unwrap(), entry)
}

fn relay(entry: &EntryRef) -> Submission {
    map(
        json!({ "do": "relay", "room": "caucus-south", "from": [entry.to_string()],
        "words": "There may be more room on the hours than was said.", "voice": "non-paper" }),
    )
}

fn leave(entry: &EntryRef, now: &str) -> Submission {
    map(
        json!({ "do": "give-leave", "room": "caucus-north", "entry": entry.to_string(), "now": now }),
    )
}

#[test]
fn nothing_crosses_on_leave_that_was_withdrawn_elsewhere() {
    on_both(|mut place| {
        let (other, entry) = said(&mut place, Terms::Open);
        other.submit(&leave(&entry, "in-confidence")).unwrap();
        refused(&place.desk.office, &relay(&entry));
        assert!(place.desk.desk().desk.crossings.relayed.is_empty());
    });
}

#[test]
fn a_refusal_rests_on_what_is_recorded_now() {
    on_both(|mut place| {
        let (other, entry) = said(&mut place, Terms::InConfidence);
        refused(&place.desk.office, &relay(&entry));
        other.submit(&leave(&entry, "substance")).unwrap();
        place.desk.office.submit(&relay(&entry)).unwrap();
    });
}

#[test]
fn of_two_rooms_of_one_name_one_is_refused() {
    on_both(|mut place| {
        play(&mut place.desk, &[], |_, _| {});
        place.desk.clock.set(world::minute(AT));
        let other = place.desk.again().unwrap();
        let open = |title: &str| {
            map(
                json!({ "do": "open-room", "room": "extra", "title": title, "code": "X",
                "members": ["north", "east"] }),
            )
        };
        other.submit(&open("One")).unwrap();
        let said = place.desk.office.submit(&open("Other"));
        let Err(ServiceError::Refused(_)) = &said else {
            panic!("{said:?}")
        };
        let name = RoomName::new("extra").unwrap();
        assert_eq!(place.desk.desk().rooms[&name].size, 1);
        assert_eq!(place.desk.desk(), other.desk_view(None).unwrap());
        assert_eq!(
            place.desk.again().unwrap().desk_view(None).unwrap(),
            place.desk.desk()
        );
    });
}

#[test]
fn a_page_shows_what_another_program_recorded() {
    on_both(|mut place| {
        let (other, entry) = said(&mut place, Terms::Open);
        let before = place.desk.desk().rooms[&entry.room].size;
        assert_eq!(place.desk.seat(0).rooms[&entry.room].size, before);
        let recorded = other.submit(&leave(&entry, "substance")).unwrap();
        let at = &recorded.entries[0];
        assert_eq!(place.desk.desk().rooms[&at.room].size, before + 1);
        assert_eq!(place.desk.seat(0).rooms[&at.room].size, before + 1);
        let (one, two) = (place.desk.office.receipt(at), other.receipt(at));
        assert_eq!(one.unwrap(), two.unwrap());
        assert_eq!(
            place.desk.office.head(&at.room).unwrap().size,
            before + 1,
            "the head as well"
        );
        let as_known = place.desk.office.desk_view(Some(world::minute(AT)));
        assert_eq!(as_known.unwrap().rooms[&at.room].size, before + 1);
    });
}

#[test]
fn a_page_does_not_show_what_another_program_erased() {
    on_both(|mut place| {
        let (other, entry) = said(&mut place, Terms::Open);
        assert!(
            place.desk.desk().rooms[&entry.room]
                .entry(entry.number)
                .unwrap()
                .body()
                .is_some()
        );
        let erase = map(json!({ "do": "erase-entry", "room": entry.room.to_string(),
            "entry": entry.to_string(), "why": "It names somebody.", "authority": "the head" }));
        other.submit(&erase).unwrap();
        let desk = place.desk.desk();
        let found = desk.rooms[&entry.room].entry(entry.number).unwrap();
        assert!(found.body().is_none());
        // And it goes on from there under the new keys.
        let note = map(json!({ "do": "note", "words": "Later." }));
        place.desk.office.submit(&note).unwrap();
        other.submit(&note).unwrap();
        assert!(place.desk.office.check(&mut |_| {}).unwrap().is_whole());
    });
}

#[test]
fn two_that_write_without_pause_both_get_through() {
    on_both(|mut place| {
        play(&mut place.desk, &[], |_, _| {});
        place.desk.clock.set(world::minute(AT));
        let other = place.desk.again().unwrap();
        let note = map(json!({ "do": "note", "words": "Again." }));
        let before = place.desk.desk().rooms[&RoomName::desk()].size;
        std::thread::scope(|scope| {
            for office in [&*place.desk.office, &other] {
                scope.spawn(|| {
                    for _ in 0..40 {
                        office.submit(&note).unwrap();
                    }
                });
            }
        });
        assert_eq!(place.desk.desk().rooms[&RoomName::desk()].size, before + 80);
        assert!(other.check(&mut |_| {}).unwrap().is_whole());
    });
}
