//! A batch that rests on rooms which have moved, and the document of where the
//! rooms stand.

use store::{Batch, KeyEpoch, NewHeads, NewRoom, RoomKey, RoomSeen, Size, Store, StoreError};

use crate::places::Place;
use crate::sample::{CASE, OTHER_ROOM, ROOM, adding, bytes, more, room_key};

/// What a caller that looked now would have seen.
fn seen(store: &dyn Store) -> Vec<RoomSeen> {
    let rooms = store.standing(CASE).unwrap().rooms;
    let seen = rooms.iter().map(|row| RoomSeen {
        room: row.room,
        size: row.size,
        epoch: row.epoch,
    });
    seen.collect()
}

/// One more entry in the first room, by somebody who saw this.
fn resting_on(seen: &[RoomSeen], size: u64) -> Batch {
    let mut batch = adding(vec![more(ROOM, size, 1)]);
    batch.rests_on = Some(seen.to_vec());
    batch
}

fn third_room() -> Batch {
    let room = RoomKey::new([0x30; 16]);
    let mut batch = adding(vec![more(room, 0, 1)]);
    batch.new_rooms = vec![NewRoom {
        room,
        sealed_key: room_key(room),
    }];
    batch
}

pub fn a_room_that_moved_is_a_conflict_wherever_is_written(place: &Place) {
    let (first, second) = (place.store(), place.open());
    let before = seen(first.as_ref());
    second
        .append(&adding(vec![more(OTHER_ROOM, 0, 1)]))
        .unwrap();
    let refused = first.append(&resting_on(&before, 0));
    assert!(
        matches!(&refused, Err(StoreError::Conflict { room, expected, found })
            if *room == OTHER_ROOM && *expected == Size::EMPTY && *found == Size::new(1)),
        "{refused:?}"
    );
    assert_eq!(first.head(ROOM).unwrap().size, Size::EMPTY);
    first.append(&resting_on(&seen(first.as_ref()), 0)).unwrap();
    let mut other_key = seen(first.as_ref());
    other_key[1].epoch = KeyEpoch::new(2);
    let refused = first.append(&resting_on(&other_key, 1));
    assert!(matches!(refused, Err(StoreError::KeyReplaced { room }) if room == OTHER_ROOM));
}

pub fn a_room_that_came_or_went_is_a_conflict(place: &Place) {
    let (first, second) = (place.store(), place.open());
    let before = seen(first.as_ref());
    second.append(&third_room()).unwrap();
    let refused = first.append(&resting_on(&before, 0));
    assert!(
        matches!(refused, Err(StoreError::CaseChanged { case }) if case == CASE),
        "{refused:?}"
    );
    let mut more_than_there = seen(first.as_ref());
    more_than_there.push(RoomSeen {
        room: RoomKey::new([0x40; 16]),
        size: Size::EMPTY,
        epoch: KeyEpoch::FIRST,
    });
    let refused = first.append(&resting_on(&more_than_there, 0));
    assert!(matches!(refused, Err(StoreError::CaseChanged { .. })));
    first.append(&resting_on(&seen(first.as_ref()), 0)).unwrap();
}

pub fn of_two_at_one_moment_one_is_told(place: &Place) {
    let (first, second) = (place.store(), place.open());
    for round in 0..12 {
        let before = seen(first.as_ref());
        let batches = [ROOM, OTHER_ROOM].map(|room| {
            let size = before.iter().find(|s| s.room == room).unwrap().size;
            let mut batch = adding(vec![more(room, size.get(), 1)]);
            batch.rests_on = Some(before.clone());
            batch
        });
        let outcomes = std::thread::scope(|scope| {
            [(&first, &batches[0]), (&second, &batches[1])]
                .map(|(store, batch)| scope.spawn(move || store.append(batch)))
                .map(|thread| thread.join().unwrap())
        });
        let won = outcomes.iter().filter(|o| o.is_ok()).count();
        assert_eq!(won, 1, "round {round}: {outcomes:?}");
    }
}

pub fn the_heads_are_replaced_only_as_they_were_seen(place: &Place) {
    let store = place.store();
    assert_eq!(store.standing(CASE).unwrap().heads, None);
    let heads = |n| bytes(ROOM, n, 0x50, 552);
    let writing = |size, expected, new| {
        let mut batch = adding(vec![more(ROOM, size, 1)]);
        batch.heads = Some(NewHeads {
            expected,
            sealed: heads(new),
        });
        batch
    };
    store.append(&writing(0, None, 1)).unwrap();
    assert_eq!(store.standing(CASE).unwrap().heads, Some(heads(1)));
    for wrong in [None, Some(heads(2))] {
        let refused = store.append(&writing(1, wrong, 3));
        assert!(
            matches!(refused, Err(StoreError::CaseChanged { .. })),
            "{refused:?}"
        );
    }
    assert_eq!(store.head(ROOM).unwrap().size, Size::new(1));
    let mut batch = writing(1, Some(heads(1)), 2);
    batch.resealed_case = Some(bytes(ROOM, 9, 0x51, 72));
    store.append(&batch).unwrap();
    let standing = store.standing(CASE).unwrap();
    assert_eq!(standing.heads, Some(heads(2)));
    assert_eq!(standing.sealed, bytes(ROOM, 9, 0x51, 72));
    assert!(!place.meddle("DELETE FROM heads"));
}
