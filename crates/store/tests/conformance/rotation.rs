//! Replacing a room's key and destroying secrets.

use store::{
    BatchFault, CheckpointRow, KeyEpoch, Resealed, RoomRow, Rotation, Size, Store, StoreError,
};

use crate::appends::all;
use crate::places::Place;
use crate::rekey::{new_case_key, new_room_key};
use crate::sample::{CASE, OTHER_ROOM, ROOM, adding, bytes, checkpoint, entry, more};

/// Parts of the sample as the next key would seal them.
const NEW: u8 = 0x40;

/// Replaces the first room's key, destroying the secrets of `without`.
fn rotation(store: &dyn Store, without: &[u64]) -> Rotation {
    let head = store.head(ROOM).unwrap();
    let entries = store.wrapped_secrets(ROOM).unwrap().into_iter().map(|row| {
        let number = row.number.get();
        let keep = row.secret.is_some() && !without.contains(&number);
        Resealed {
            number: row.number,
            envelope: bytes(ROOM, number, NEW + 1, 384),
            secret: keep.then(|| bytes(ROOM, number, NEW + 3, 104)),
        }
    });
    let checkpoints = store
        .checkpoints(ROOM)
        .unwrap()
        .into_iter()
        .map(|row| CheckpointRow {
            size: row.size,
            sealed: bytes(ROOM, row.size.get(), NEW + 4, 256),
        });
    Rotation {
        room: ROOM,
        expected: head.size,
        epoch: head.epoch,
        sealed_key: bytes(ROOM, 0, NEW + 5, 72),
        case: new_case_key(&store.standing(CASE).unwrap(), ROOM),
        entries: entries.collect(),
        checkpoints: checkpoints.collect(),
    }
}

pub fn a_destroyed_secret_is_gone(place: &Place) {
    let store = place.store();
    store
        .append(&adding(vec![more(ROOM, 0, 2), more(OTHER_ROOM, 0, 2)]))
        .unwrap();
    store.append(&adding(vec![more(ROOM, 2, 1)])).unwrap();
    let others = all(store.as_ref(), OTHER_ROOM);
    store.rotate(&rotation(store.as_ref(), &[2])).unwrap();

    let rows = all(store.as_ref(), ROOM);
    assert_eq!(rows[1].secret, None);
    assert_eq!(rows[2].secret, Some(bytes(ROOM, 3, NEW + 3, 104)));
    for row in &rows {
        let number = row.number.get();
        assert_eq!(row.body, entry(ROOM, number).body);
        assert_eq!(row.envelope, bytes(ROOM, number, NEW + 1, 384));
    }
    let head = store.head(ROOM).unwrap();
    assert_eq!(head.checkpoint, Some(bytes(ROOM, 3, NEW + 4, 256)));
    assert_eq!(head.epoch, KeyEpoch::new(2));
    let rooms = store.rooms(CASE).unwrap();
    assert_eq!(rooms[0].sealed_key, bytes(ROOM, 0, NEW + 5, 72));
    let untouched = RoomRow {
        room: OTHER_ROOM,
        epoch: KeyEpoch::FIRST,
        sealed_key: new_room_key(OTHER_ROOM),
        size: Size::new(2),
    };
    assert_eq!(rooms[1], untouched);
    assert_eq!(all(store.as_ref(), OTHER_ROOM), others);
    assert_eq!(store.integrity().unwrap(), []);
}

pub fn a_destroyed_secret_does_not_return(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 3)])).unwrap();
    store.rotate(&rotation(store.as_ref(), &[2])).unwrap();
    let mut reviving = rotation(store.as_ref(), &[]);
    reviving.entries[1].secret = Some(entry(ROOM, 2).secret);
    assert!(store.rotate(&reviving).is_err());
    assert_eq!(store.wrapped_secrets(ROOM).unwrap()[1].secret, None);
    assert!(!place.meddle("UPDATE entries SET secret = envelope WHERE number = 2"));
    // What is destroyed stays so through the next replacement.
    store.rotate(&rotation(store.as_ref(), &[])).unwrap();
    assert_eq!(store.wrapped_secrets(ROOM).unwrap()[1].secret, None);
}

pub fn a_rotation_must_be_complete(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 2)])).unwrap();
    store.append(&adding(vec![more(ROOM, 2, 1)])).unwrap();
    let before = all(store.as_ref(), ROOM);
    let whole = rotation(store.as_ref(), &[1]);
    let mut short = whole.clone();
    short.entries.pop();
    let mut reordered = whole.clone();
    reordered.entries.swap(0, 1);
    let mut without_checkpoint = whole.clone();
    without_checkpoint.checkpoints.pop();
    let mut wrong_checkpoint = whole.clone();
    wrong_checkpoint.checkpoints[0].size = Size::new(1);
    for wrong in [short, reordered, without_checkpoint, wrong_checkpoint] {
        let refused = store.rotate(&wrong);
        assert!(
            matches!(
                refused,
                Err(StoreError::Malformed {
                    fault: BatchFault::Incomplete(_),
                    ..
                })
            ),
            "{refused:?}"
        );
    }
    assert_eq!(all(store.as_ref(), ROOM), before);
    assert_eq!(
        store.head(ROOM).unwrap().checkpoint,
        Some(checkpoint(ROOM, 3))
    );
    assert_eq!(store.head(ROOM).unwrap().epoch, KeyEpoch::FIRST);
}

pub fn what_was_sealed_under_the_old_key_is_refused(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 1)])).unwrap();
    let stale = rotation(store.as_ref(), &[1]);
    store.rotate(&rotation(store.as_ref(), &[])).unwrap();
    let append = store.append(&adding(vec![more(ROOM, 1, 1)]));
    assert!(matches!(append, Err(StoreError::KeyReplaced { room }) if room == ROOM));
    let again = store.rotate(&stale);
    assert!(
        matches!(again, Err(StoreError::KeyReplaced { .. })),
        "{again:?}"
    );
    let mut fresh = more(ROOM, 1, 1);
    fresh.epoch = KeyEpoch::new(2);
    store.append(&adding(vec![fresh])).unwrap();
    assert_eq!(store.head(ROOM).unwrap().size, Size::new(2));
}

pub fn the_case_key_is_replaced_for_every_room_or_for_none(place: &Place) {
    let store = place.store();
    store.append(&adding(vec![more(ROOM, 0, 1)])).unwrap();
    let before = store.standing(CASE).unwrap();
    let mut short = rotation(store.as_ref(), &[1]);
    short.case.other_rooms.clear();
    let mut twice = rotation(store.as_ref(), &[1]);
    twice.case.other_rooms = vec![(ROOM, new_room_key(ROOM))];
    let mut other_heads = rotation(store.as_ref(), &[1]);
    other_heads.case.heads.expected = Some(bytes(ROOM, 5, 0x50, 552));
    for wrong in [short, twice, other_heads] {
        let refused = store.rotate(&wrong);
        assert!(
            matches!(refused, Err(StoreError::CaseChanged { .. })),
            "{refused:?}"
        );
    }
    assert_eq!(store.standing(CASE).unwrap(), before);
    let whole = rotation(store.as_ref(), &[1]);
    store.rotate(&whole).unwrap();
    let after = store.standing(CASE).unwrap();
    assert_eq!(after.sealed, whole.case.sealed);
    assert_eq!(after.heads, Some(whole.case.heads.sealed));
    assert_eq!(after.rooms[1].sealed_key, new_room_key(OTHER_ROOM));
    assert_eq!(after.rooms[1].epoch, KeyEpoch::FIRST);
}
