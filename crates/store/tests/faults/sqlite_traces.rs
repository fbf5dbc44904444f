//! After a key is replaced, no file of the store holds a copy of the old bytes.

use std::fs;

use store::{
    Batch, CheckpointRow, NewRoom, Resealed, RoomKey, Rotation, Sealed, Store, StoreError, StoreUrl,
};

use crate::rekey::new_case_key;
use crate::sample::{CASE, ROOM, adding, bytes, more, opening, room_key};

/// The rooms, written to in turn so that pages split and rows move.
const ROOMS: u8 = 12;

fn room(index: u8) -> RoomKey {
    RoomKey::new([index.wrapping_mul(53).wrapping_add(9); 16])
}

fn holds(haystack: &[u8], needle: &Sealed) -> bool {
    let needle = needle.as_bytes();
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

fn rotation(store: &dyn Store, room: RoomKey) -> Rotation {
    let head = store.head(room).unwrap();
    Rotation {
        room,
        expected: head.size,
        epoch: head.epoch,
        sealed_key: bytes(room, 0, 0x45, 72),
        case: new_case_key(&store.standing(CASE).unwrap(), room),
        entries: store
            .wrapped_secrets(room)
            .unwrap()
            .iter()
            .map(|row| Resealed {
                number: row.number,
                envelope: bytes(room, row.number.get(), 0x41, 384),
                secret: (row.number.get() != 3).then(|| bytes(room, row.number.get(), 0x43, 104)),
            })
            .collect(),
        checkpoints: store
            .checkpoints(room)
            .unwrap()
            .iter()
            .map(|row| CheckpointRow {
                size: row.size,
                sealed: bytes(room, row.size.get(), 0x44, 256),
            })
            .collect(),
    }
}

#[test]
fn a_destroyed_secret_leaves_no_copy_in_any_file() {
    let folder = testbed::temp_dir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("desk.goodoffices"));
    let store = store::create(&url).unwrap();
    store.append(&opening()).unwrap();
    let mut rooms = Batch::new(CASE);
    rooms.new_rooms = (0..ROOMS)
        .map(|index| NewRoom {
            room: room(index),
            sealed_key: room_key(room(index)),
        })
        .collect();
    store.append(&rooms).unwrap();
    for size in 0..25 {
        for index in 0..ROOMS {
            store
                .append(&adding(vec![more(room(index), size, 1)]))
                .unwrap();
        }
    }
    store.append(&adding(vec![more(ROOM, 0, 3)])).unwrap();

    let victim = room(5);
    let secrets: Vec<Sealed> = (1..=25)
        .map(|number| bytes(victim, number, 3, 104))
        .collect();
    let everything = || -> Vec<u8> {
        fs::read_dir(folder.path())
            .unwrap()
            .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect()
    };
    let before = everything();
    assert!(
        secrets.iter().all(|secret| holds(&before, secret)),
        "the search finds nothing"
    );

    // A reader of our own is no obstacle.
    store
        .entries(victim, store::Number::FIRST, store::PageLimit::USUAL)
        .unwrap();
    store.rotate(&rotation(store.as_ref(), victim)).unwrap();

    let after = everything();
    for (index, secret) in secrets.iter().enumerate() {
        assert!(
            !holds(&after, secret),
            "the secret of entry {} is still there",
            index + 1
        );
    }
    assert!(
        !holds(&after, &room_key(victim)),
        "the old room key is still there"
    );
    assert!(
        !holds(&after, &bytes(victim, 7, 1, 384)),
        "an old envelope is still there"
    );
    assert!(
        holds(&after, &bytes(victim, 7, 0x43, 104)),
        "the new secret is there"
    );
    assert!(
        holds(&after, &bytes(room(4), 7, 3, 104)),
        "other rooms keep theirs"
    );
    assert_eq!(store.integrity().unwrap(), []);
}

#[test]
fn another_reader_keeps_traces_and_we_say_so() {
    let folder = testbed::temp_dir().unwrap();
    let path = folder.path().join("desk.goodoffices");
    let store = store::create(&StoreUrl::Sqlite(path.clone())).unwrap();
    store.append(&opening()).unwrap();
    store.append(&adding(vec![more(ROOM, 0, 4)])).unwrap();
    let secret = bytes(ROOM, 3, 3, 104);
    let everywhere = || {
        fs::read_dir(folder.path())
            .unwrap()
            .any(|file| holds(&fs::read(file.unwrap().path()).unwrap(), &secret))
    };

    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let seen: i64 = reader
        .query_row("SELECT count(*) FROM entries", [], |row| row.get(0))
        .unwrap();
    assert_eq!(seen, 4);
    let outcome = store.rotate(&rotation(store.as_ref(), ROOM));
    assert!(
        matches!(outcome, Err(StoreError::TracesRemain { .. })),
        "{outcome:?}"
    );
    // It was done all the same, and what remains can be removed later.
    assert_eq!(store.wrapped_secrets(ROOM).unwrap()[2].secret, None);
    assert!(everywhere());
    reader.execute_batch("COMMIT").unwrap();
    store.scrub().unwrap();
    assert!(!everywhere());
}
