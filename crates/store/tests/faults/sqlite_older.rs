//! A file of the first schema is brought up to date with every byte it held.

use rusqlite::{Connection, params};
use store::{Batch, CheckpointRow, Number, Size, StoreUrl};

use crate::sample::{CASE, OTHER_ROOM, ROOM, adding, checkpoint, entry, more, room_key};

/// A file as the first version wrote it: two rooms, and in the first a commit
/// of two entries and one of one.
fn older(path: &std::path::Path) {
    // The header of a new file is the same today; its tables are not.
    drop(store::create(&StoreUrl::Sqlite(path.to_owned())).unwrap());
    let file = Connection::open(path).unwrap();
    for table in [
        "heads",
        "entries",
        "rooms",
        "cases",
        "meta",
        "blobs",
        "store_schema",
    ] {
        file.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    }
    file.execute_batch(include_str!("../../schema/sqlite/1.sql"))
        .unwrap();
    file.execute_batch("INSERT INTO store_schema VALUES (1, 1)")
        .unwrap();
    let sealed = crate::sample::bytes(ROOM, 0, 6, 72);
    file.execute(
        "INSERT INTO cases VALUES (?1, ?2)",
        params![CASE.as_bytes(), sealed.as_bytes()],
    )
    .unwrap();
    for (room, sizes) in [(ROOM, vec![2, 3]), (OTHER_ROOM, vec![1])] {
        let key = room_key(room);
        file.execute(
            "INSERT INTO rooms VALUES (?1, ?2, 1, ?3)",
            params![room.as_bytes(), CASE.as_bytes(), key.as_bytes()],
        )
        .unwrap();
        for number in 1..=*sizes.last().unwrap() {
            let new = entry(room, number);
            let secret = (number != 2).then(|| new.secret.as_bytes());
            file.execute(
                "INSERT INTO entries VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    room.as_bytes(),
                    i64::try_from(number).unwrap(),
                    secret,
                    new.envelope.as_bytes(),
                    new.body.as_bytes()
                ],
            )
            .unwrap();
        }
        for size in sizes {
            let signed = checkpoint(room, size);
            file.execute(
                "INSERT INTO checkpoints VALUES (?1, ?2, ?3)",
                params![
                    room.as_bytes(),
                    i64::try_from(size).unwrap(),
                    signed.as_bytes()
                ],
            )
            .unwrap();
        }
    }
}

#[test]
fn an_older_file_is_brought_up_to_date() {
    let folder = testbed::temp_dir().unwrap();
    let path = folder.path().join("desk.goodoffices");
    older(&path);
    let store = store::open(&StoreUrl::Sqlite(path)).unwrap();
    assert_eq!(store.integrity().unwrap(), []);
    let standing = store.standing(CASE).unwrap();
    assert_eq!(standing.heads, None);
    for (row, (room, size)) in standing.rooms.iter().zip([(ROOM, 3), (OTHER_ROOM, 1)]) {
        assert_eq!((row.room, row.size), (room, Size::new(size)));
        assert_eq!(row.sealed_key, room_key(room));
        let mut next = Number::FIRST;
        let mut check = |found: store::EntryRow| {
            let new = entry(room, next.get());
            assert_eq!(found.number, next);
            assert_eq!((found.envelope, found.body), (new.envelope, new.body));
            assert_eq!(found.secret, (next.get() != 2).then_some(new.secret));
            next = next.next();
            store::Flow::Continue
        };
        store
            .for_each_entry(room, Number::FIRST, row.size, &mut check)
            .unwrap();
        assert_eq!(next, row.size.next_number());
    }
    let at = |size| CheckpointRow {
        size: Size::new(size),
        sealed: checkpoint(ROOM, size),
    };
    assert_eq!(store.checkpoints(ROOM).unwrap(), [at(2), at(3)]);
    let batch: Batch = adding(vec![more(ROOM, 3, 1), more(OTHER_ROOM, 1, 1)]);
    store.append(&batch).unwrap();
    assert_eq!(
        store.head(ROOM).unwrap().checkpoint,
        Some(checkpoint(ROOM, 4))
    );
}
