//! Nothing is rewritten, a refusal leaves the disk as it was, and what is dropped from memory is
//! read again from the bytes that were sealed.

use std::{cell::RefCell, fs, path::PathBuf, sync::Arc};

use mediation::{
    entry::Content,
    ids::{EntryRef, RoomName},
    view::View,
};
use proptest::prelude::*;
use record::{Number, Receipt, RoomExport, keys::NoteKey};
use scenarios::{
    generate::case,
    interpret::play,
    office::Desk,
    shell::Shell,
    step::{Step, Timed},
    world::{self, Place},
};
use service::{Office, SeatDoor};
use store::StoreUrl;

/// The bytes of the database and of its write-ahead log.
fn on_disk(desk: &Desk) -> Vec<Vec<u8>> {
    let StoreUrl::Sqlite(path) = &desk.url else {
        unreachable!("these stores are files")
    };
    let beside = |end: &str| PathBuf::from(format!("{}{end}", path.display()));
    ["", "-wal"]
        .iter()
        .map(|end| fs::read(beside(end)).unwrap_or_default())
        .collect()
}

fn views(office: &Arc<Office>) -> Vec<View> {
    let seat = |n| {
        SeatDoor::new(Arc::clone(office), world::participant(n))
            .view(None)
            .unwrap()
    };
    let mut all = vec![View::clone(&office.desk_view(None).unwrap())];
    all.extend((0..3).map(|n| seat(n).view().clone()));
    all
}

fn export(office: &Office, room: &RoomName) -> RoomExport {
    RoomExport::from_files(&office.export_room(room).unwrap()).unwrap()
}

fn rooms(office: &Office) -> Vec<RoomName> {
    office
        .desk_view(None)
        .unwrap()
        .rooms
        .keys()
        .cloned()
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn point_7_a_refusal_leaves_every_byte_as_it_was(steps in case(15..30)) {
        let before = RefCell::new(Vec::new());
        let refused = RefCell::new(0);
        let mut desk = Desk::new();
        play(&mut desk, &steps, |desk, told| {
            let now = on_disk(desk);
            if told.answer.is_err() {
                assert!(*before.borrow() == now, "a refusal wrote to the disk");
                *refused.borrow_mut() += 1;
            } else {
                assert!(*before.borrow() != now);
            }
            before.replace(now);
        });
        prop_assume!(refused.into_inner() > 0);
    }

    #[test]
    fn point_3_what_was_proven_once_is_still_in_the_log(steps in case(15..30)) {
        let kept = RefCell::new(Vec::new());
        let mut desk = Desk::new();
        play(&mut desk, &steps, |desk, told| {
            if let Some(e) = told.answer.iter().flatten().next() {
                let receipt = desk.office.receipt(e).unwrap();
                kept.borrow_mut().push((e.clone(), receipt));
            }
        });
        for (e, file) in kept.into_inner() {
            let key = NoteKey::from_vkey(&file.key).unwrap();
            let proven = Receipt::parse(&file.bytes).unwrap().verify(&key).unwrap();
            let log = export(&desk.office, &e.room);
            log.contains(&proven.checkpoint).unwrap();
            let index = usize::try_from(e.number).unwrap() - 1;
            prop_assert_eq!(&log.envelopes[index], &Receipt::parse(&file.bytes).unwrap().envelope);
        }
    }

    #[test]
    fn invariant_9_the_office_reads_itself_again(steps in case(15..30)) {
        let mut desk = Desk::new();
        play(&mut desk, &steps, |_, _| {});
        let again = Arc::new(desk.again().unwrap());
        prop_assert_eq!(views(&desk.office), views(&again));
        let report = again.check(&mut |_| {}).unwrap();
        prop_assert!(report.is_whole(), "{report:?}");
        // And both go on from there: what one writes the other takes up.
        let note = world::submission(serde_json::json!({ "do": "note", "words": "Later.", "learnt": world::minute(4_000) }));
        desk.clock.set(world::minute(4_000));
        again.submit(&note).unwrap();
        desk.office.submit(&note).unwrap();
        prop_assert_eq!(desk.again().unwrap().desk_view(None).unwrap(), desk.desk());
    }

    #[test]
    fn invariant_7_the_bytes_that_were_sealed_are_the_bytes_that_are_kept(steps in case(20..40)) {
        let sealed = RefCell::new(std::collections::BTreeMap::new());
        let mut desk = Desk::new();
        play(&mut desk, &steps, |desk, told| {
            for e in told.answer.iter().flatten() {
                let receipt = Receipt::parse(&desk.office.receipt(e).unwrap().bytes).unwrap();
                if let Some(d) = receipt.disclosed {
                    sealed.borrow_mut().insert(e.clone(), (receipt.envelope, d.body, d.salt));
                }
            }
        });
        let again = desk.again().unwrap();
        for room in rooms(&again) {
            let log = export(&again, &room);
            for (n, body) in &log.bodies {
                let e = EntryRef::new(room.clone(), n.get());
                let (envelope, bytes, salt) = &sealed.borrow()[&e];
                let index = usize::try_from(n.index()).unwrap();
                prop_assert_eq!((&log.envelopes[index], &body.body, &body.salt), (envelope, bytes, salt));
            }
        }
    }
}

#[test]
fn invariant_12_an_erased_body_is_gone_and_the_log_says_so() {
    let say = |minute, words| Timed {
        minute,
        back: 0,
        step: Step::Note { words },
    };
    let mut desk = Desk::new();
    play(&mut desk, &[say(100, 77), say(101, 78)], |_, _| {});
    let room = RoomName::desk();
    let number = desk.desk().rooms[&room].size - 1;
    let entry = EntryRef::new(room.clone(), number);
    let before = Receipt::parse(&desk.office.receipt(&entry).unwrap().bytes).unwrap();
    assert!(before.disclosed.is_some());
    let at = world::minute(102);
    let erase = world::submission(
        serde_json::json!({ "do": "erase-entry", "entry": entry.to_string(),
        "why": "It names somebody who must not be named.", "authority": "the head of the desk", "learnt": at }),
    );
    desk.submit(&erase, at, "").unwrap();
    let again = desk.again().unwrap();
    let view = again.desk_view(None).unwrap();
    let found = view.rooms[&room].entry(number).unwrap();
    assert_eq!(found.content, Content::Unreadable);
    assert_eq!(view.rooms[&room].corrections.erased[&number], number + 2);
    let log = export(&again, &room);
    assert!(!log.bodies.contains_key(&Number::new(number).unwrap()));
    assert_eq!(
        log.envelopes[usize::try_from(number).unwrap() - 1],
        before.envelope
    );
    // Who kept a receipt from before can still show what it said.
    let file = desk.office.receipt(&entry).unwrap();
    let key = NoteKey::from_vkey(&file.key).unwrap();
    let proven = before.verify(&key).unwrap();
    log.contains(&proven.checkpoint).unwrap();
    assert!(proven.body.is_some());
    assert!(
        Receipt::parse(&file.bytes)
            .unwrap()
            .verify(&key)
            .unwrap()
            .body
            .is_none()
    );
    assert!(again.check(&mut |_| {}).unwrap().is_whole());
}

#[test]
fn invariant_5_rooms_share_no_number_id_or_root() {
    let mut desk = Desk::new();
    play(&mut desk, &[], |_, _| {});
    let (north, south) = (Place(0).name(), Place(1).name());
    let (a, b) = (export(&desk.office, &north), export(&desk.office, &south));
    assert_ne!(a.key, b.key, "the key is named after the room");
    assert!(a.envelopes.iter().all(|e| !b.envelopes.contains(e)));
    let size = |r: &RoomName| desk.desk().rooms[r].entries.last().unwrap().number;
    assert_eq!(
        size(&north),
        u64::try_from(a.envelopes.len()).unwrap(),
        "counted from 1 in each"
    );
}
