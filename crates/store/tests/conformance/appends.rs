//! Writing entries and reading them back; refusals that change nothing.

use store::{
    Batch, BatchFault, CaseKey, CheckpointRow, EntryRow, Finding, Flow, KeyEpoch, NewCase, NewRoom,
    Number, PageLimit, RoomKey, Sealed, Size, Store, StoreError,
};

use crate::places::Place;
use crate::sample::{CASE, OTHER_ROOM, ROOM, adding, bytes, checkpoint, entry, more, opening};

/// Every entry of a room.
pub fn all(store: &dyn Store, room: RoomKey) -> Vec<EntryRow> {
    let mut rows = Vec::new();
    let size = store.head(room).unwrap().size;
    store
        .for_each_entry(room, Number::FIRST, size, &mut |row| {
            rows.push(row);
            Flow::Continue
        })
        .unwrap();
    rows
}

fn expected(room: RoomKey, number: u64) -> EntryRow {
    let new = entry(room, number);
    EntryRow {
        number: new.number,
        envelope: new.envelope,
        body: new.body,
        secret: Some(new.secret),
    }
}

pub fn what_was_appended_is_read_byte_for_byte(place: &Place) {
    let store = place.store();
    store
        .append(&adding(vec![more(ROOM, 0, 3), more(OTHER_ROOM, 0, 1)]))
        .unwrap();
    store.append(&adding(vec![more(ROOM, 3, 2)])).unwrap();

    let rows: Vec<EntryRow> = (1..=5).map(|number| expected(ROOM, number)).collect();
    assert_eq!(all(store.as_ref(), ROOM), rows);
    assert_eq!(all(store.as_ref(), OTHER_ROOM), [expected(OTHER_ROOM, 1)]);

    let head = store.head(ROOM).unwrap();
    assert_eq!(head.size, Size::new(5));
    assert_eq!(head.epoch, KeyEpoch::FIRST);
    assert_eq!(head.checkpoint, Some(checkpoint(ROOM, 5)));
    let at = |size| CheckpointRow {
        size: Size::new(size),
        sealed: checkpoint(ROOM, size),
    };
    assert_eq!(store.checkpoints(ROOM).unwrap(), [at(3), at(5)]);
    let standing = store.standing(CASE).unwrap();
    let sizes: Vec<(RoomKey, Size)> = standing.rooms.iter().map(|r| (r.room, r.size)).collect();
    assert_eq!(sizes, [(ROOM, Size::new(5)), (OTHER_ROOM, Size::new(1))]);
    assert_eq!(standing.sealed, bytes(ROOM, 0, 6, 72));
    assert_eq!(store.rooms(CASE).unwrap(), standing.rooms);
    assert_eq!(store.checkpoint(ROOM, Size::new(4)).unwrap(), None);
    assert_eq!(
        store.checkpoint(ROOM, Size::new(3)).unwrap(),
        Some(checkpoint(ROOM, 3))
    );
    assert_eq!(store.wrapped_secrets(ROOM).unwrap().len(), 5);
    assert_eq!(store.integrity().unwrap(), []);
}

pub fn a_store_survives_being_opened_again(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 2)])).unwrap();
    drop(store);
    let store = place.open();
    assert_eq!(all(store.as_ref(), ROOM).len(), 2);
    store.reopen().unwrap();
    store.append(&adding(vec![more(ROOM, 2, 1)])).unwrap();
    assert_eq!(store.cases().unwrap().len(), 1);
    assert_eq!(all(place.open().as_ref(), ROOM).len(), 3);
}

pub fn another_size_is_a_conflict_and_writes_nothing(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 2)])).unwrap();
    for wrong in [0, 1, 3] {
        let refused = store.append(&adding(vec![more(ROOM, wrong, 1)]));
        assert!(
            matches!(&refused, Err(StoreError::Conflict { room, expected, found })
                if *room == ROOM && *expected == Size::new(wrong) && *found == Size::new(2)),
            "{refused:?}"
        );
    }
    assert_eq!(all(store.as_ref(), ROOM).len(), 2);
    assert_eq!(store.checkpoints(ROOM).unwrap().len(), 1);
}

pub fn one_conflict_undoes_the_whole_batch(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(OTHER_ROOM, 0, 1)])).unwrap();
    let third = RoomKey::new([0x30; 16]);
    let mut batch = adding(vec![
        more(ROOM, 0, 4),
        more(third, 0, 1),
        more(OTHER_ROOM, 0, 1),
    ]);
    batch.new_rooms = vec![NewRoom {
        room: third,
        sealed_key: bytes(third, 0, 5, 72),
    }];
    assert!(
        matches!(store.append(&batch), Err(StoreError::Conflict { room, .. }) if room == OTHER_ROOM)
    );
    assert_eq!(store.rooms(CASE).unwrap().len(), 2);
    assert_eq!(store.head(ROOM).unwrap().size, Size::EMPTY);
    assert!(matches!(
        store.head(third),
        Err(StoreError::NoSuchRoom { .. })
    ));
}

pub fn numbers_must_follow_on(place: &Place) {
    let store = place.store();
    let fault = |batch: &Batch| match store.append(batch) {
        Err(StoreError::Malformed { fault, .. }) => fault,
        other => panic!("{other:?}"),
    };
    let mut skipping = more(ROOM, 0, 2);
    skipping.entries.remove(0);
    assert!(matches!(
        fault(&adding(vec![skipping])),
        BatchFault::Numbering { .. }
    ));
    let mut nothing = more(ROOM, 0, 1);
    nothing.entries.clear();
    assert_eq!(fault(&adding(vec![nothing])), BatchFault::NoEntries(ROOM));
    let twice = adding(vec![more(ROOM, 0, 1), more(ROOM, 1, 1)]);
    assert_eq!(fault(&twice), BatchFault::RoomTwice(ROOM));
    assert_eq!(fault(&Batch::new(CASE)), BatchFault::Empty);
    assert_eq!(store.head(ROOM).unwrap().size, Size::EMPTY);
}

pub fn an_unknown_room_and_one_of_another_case_are_the_same(place: &Place) {
    let store = place.store();
    let other_case = CaseKey::new([0xcb; 16]);
    let mut second = Batch::new(other_case);
    second.new_case = Some(NewCase {
        sealed: Sealed::new(vec![1]),
    });
    store.append(&second).unwrap();

    let mut foreign = adding(vec![more(ROOM, 0, 1)]);
    foreign.case = other_case;
    let unknown = RoomKey::new([0x99; 16]);
    let refusal = |batch: &Batch, room: RoomKey| {
        store
            .append(batch)
            .unwrap_err()
            .to_string()
            .replace(&room.to_string(), "ROOM")
    };
    assert_eq!(
        refusal(&foreign, ROOM),
        refusal(&adding(vec![more(unknown, 0, 1)]), unknown)
    );
    // A case that is not there has no rooms either, and takes none.
    foreign.case = CaseKey::new([0xcc; 16]);
    assert!(matches!(
        store.append(&foreign),
        Err(StoreError::NoSuchRoom { .. })
    ));
    foreign.new_rooms = vec![NewRoom {
        room: unknown,
        sealed_key: bytes(unknown, 0, 5, 72),
    }];
    assert!(matches!(
        store.append(&foreign),
        Err(StoreError::NoSuchCase { .. })
    ));
}

pub fn what_is_opened_twice_is_refused(place: &Place) {
    let store = place.store();
    assert!(
        matches!(store.append(&opening()), Err(StoreError::CaseExists { case }) if case == CASE)
    );
    let mut batch = opening();
    batch.new_case = None;
    assert!(matches!(store.append(&batch), Err(StoreError::RoomExists { room }) if room == ROOM));
}

pub fn order_tells_nothing_of_when(place: &Place) {
    let store = place.store();
    let mut batch = Batch::new(CASE);
    for first in [0xf0, 0x01, 0x18] {
        let room = RoomKey::new([first; 16]);
        batch.new_rooms = vec![NewRoom {
            room,
            sealed_key: bytes(room, 0, 5, 72),
        }];
        store.append(&batch).unwrap();
    }
    let rooms: Vec<u8> = store
        .rooms(CASE)
        .unwrap()
        .iter()
        .map(|row| row.room.as_bytes()[0])
        .collect();
    assert_eq!(rooms, [0x01, 0x10, 0x18, 0x20, 0xf0]);
}

pub fn a_large_body_is_kept(place: &Place) {
    let store = place.store();
    let mut large = more(ROOM, 0, 2);
    large.entries[0].body = bytes(ROOM, 1, 9, 1 << 20);
    large.entries[1].body = Sealed::default();
    store.append(&adding(vec![large.clone()])).unwrap();
    let rows = all(store.as_ref(), ROOM);
    assert_eq!(rows[0].body, large.entries[0].body);
    assert_eq!(rows[1].body, Sealed::default());
}

pub fn reading_goes_page_by_page(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 600)])).unwrap();
    let page = store
        .entries(ROOM, Number::new(10), PageLimit::new(100))
        .unwrap();
    let numbers: Vec<u64> = page.iter().map(|row| row.number.get()).collect();
    assert_eq!(numbers, (10..110).collect::<Vec<_>>());
    assert!(
        store
            .entries(ROOM, Number::new(601), PageLimit::USUAL)
            .unwrap()
            .is_empty()
    );
    assert_eq!(all(store.as_ref(), ROOM).len(), 600);

    let mut seen = 0;
    store
        .for_each_entry(ROOM, Number::FIRST, Size::new(300), &mut |_| {
            seen += 1;
            if seen == 270 {
                Flow::Stop
            } else {
                Flow::Continue
            }
        })
        .unwrap();
    assert_eq!(seen, 270);

    // Pages end early when rows are large, and nothing is lost between them.
    let mut large = more(OTHER_ROOM, 0, 12);
    for entry in &mut large.entries {
        entry.body = bytes(OTHER_ROOM, entry.number.get(), 9, 1 << 20);
    }
    store.append(&adding(vec![large])).unwrap();
    let page = store
        .entries(OTHER_ROOM, Number::FIRST, PageLimit::USUAL)
        .unwrap();
    assert!((1..12).contains(&page.len()));
    assert_eq!(all(store.as_ref(), OTHER_ROOM).len(), 12);
}

pub fn rows_cannot_be_removed_or_rewritten(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 2)])).unwrap();
    for sql in [
        "DELETE FROM entries WHERE number = 2",
        "UPDATE entries SET body = envelope",
        "UPDATE entries SET number = number + 7",
        place.either(
            "UPDATE entries SET checkpoint = NULL",
            "DELETE FROM checkpoints",
        ),
        place.either(
            "UPDATE entries SET place = place + 1",
            "UPDATE checkpoints SET size = size + 1",
        ),
        "DELETE FROM rooms",
        "DELETE FROM cases",
    ] {
        assert!(!place.meddle(sql), "{sql}");
    }
    assert_eq!(all(store.as_ref(), ROOM).len(), 2);
}

pub fn integrity_finds_what_is_missing(place: &Place) {
    let store = place.store();
    for size in 0..5 {
        store
            .append(&adding(vec![
                more(ROOM, size, 1),
                more(OTHER_ROOM, size, 1),
            ]))
            .unwrap();
    }
    assert_eq!(store.integrity().unwrap(), []);
    place.disarm();
    let room = |room: RoomKey| match place {
        Place::Sqlite(_) => format!("x'{room}'"),
        Place::Postgres(_) => format!("'\\x{room}'"),
    };
    assert!(place.meddle(&format!(
        "DELETE FROM entries WHERE room = {} AND number IN (1, 3)",
        room(ROOM)
    )));
    // In SQLite a checkpoint lies with its entry, and so is moved before that goes.
    let moved = format!(
        "UPDATE entries SET checkpoint = NULL WHERE room = {}
         AND number = 5",
        room(OTHER_ROOM)
    );
    let removed = format!(
        "DELETE FROM entries WHERE room = {} AND number = 5",
        room(OTHER_ROOM)
    );
    assert!(place.meddle(place.either(&moved, &removed)));
    let gap = |after, found| Finding::Gap {
        room: ROOM,
        after: Size::new(after),
        found: Number::new(found),
    };
    let behind = Finding::HeadDiffers {
        room: OTHER_ROOM,
        entries: Size::new(place.either(5, 4)),
        checkpoint: Size::new(place.either(4, 5)),
    };
    assert_eq!(store.integrity().unwrap(), [gap(0, 2), gap(2, 4), behind]);
}
