//! Many threads, and two stores opened on one place.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use store::{Number, PageLimit, Sealed, Size, StoreError};

use crate::appends::all;
use crate::places::Place;
use crate::sample::{CASE, OTHER_ROOM, ROOM, adding, more};

const WRITERS: u8 = 6;
const EACH: u8 = 20;

pub fn every_acknowledged_append_is_there_once(place: &Place) {
    let store = place.store();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let store = &store;
            scope.spawn(move || {
                for turn in 0..EACH {
                    let mine = Sealed::new(vec![writer, turn]);
                    loop {
                        let size = store.head(ROOM).unwrap().size;
                        let mut add = more(ROOM, size.get(), 1);
                        add.entries[0].body = mine.clone();
                        match store.append(&adding(vec![add])) {
                            Ok(()) => break,
                            Err(StoreError::Conflict { .. }) => {}
                            Err(other) => panic!("{other}"),
                        }
                    }
                }
            });
        }
    });
    let rows = all(store.as_ref(), ROOM);
    let distinct: BTreeSet<Vec<u8>> = rows
        .iter()
        .map(|row| row.body.as_bytes().to_vec())
        .collect();
    let expected = usize::from(WRITERS) * usize::from(EACH);
    assert_eq!(rows.len(), expected);
    assert_eq!(distinct.len(), expected);
    // Each writer's own entries stand in the order in which it wrote them.
    for writer in 0..WRITERS {
        let turns = rows.iter().filter(|row| row.body.as_bytes()[0] == writer);
        assert!(turns.map(|row| row.body.as_bytes()[1]).eq(0..EACH));
    }
    assert_eq!(store.integrity().unwrap(), []);
}

pub fn readers_see_whole_batches(place: &Place) {
    let store = place.store();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let rooms = store.standing(CASE).unwrap().rooms;
                    assert_eq!(rooms[0].size, rooms[1].size, "half a batch was seen");
                    let next = Number::new(rooms[0].size.get());
                    if next > Number::new(0) {
                        let page = store.entries(ROOM, next, PageLimit::new(1)).unwrap();
                        assert_eq!(page.len(), 1);
                    }
                }
            });
        }
        for size in 0..60 {
            store
                .append(&adding(vec![
                    more(ROOM, size, 1),
                    more(OTHER_ROOM, size, 1),
                ]))
                .unwrap();
        }
        done.store(true, Ordering::Relaxed);
    });
}

pub fn two_stores_on_one_place_conflict(place: &Place) {
    let first = place.store();
    let second = place.open();
    first.append(&adding(vec![more(ROOM, 0, 1)])).unwrap();
    let refused = second.append(&adding(vec![more(ROOM, 0, 1)]));
    assert!(matches!(refused, Err(StoreError::Conflict { found, .. }) if found == Size::new(1)));
    second.append(&adding(vec![more(ROOM, 1, 1)])).unwrap();
    assert_eq!(first.head(ROOM).unwrap().size, Size::new(2));

    // At the same moment: of each pair one wins and one is told of the other.
    for size in 2..20 {
        let outcomes = thread::scope(|scope| {
            [&first, &second]
                .map(|store| scope.spawn(move || store.append(&adding(vec![more(ROOM, size, 1)]))))
                .map(|thread| thread.join().unwrap())
        });
        let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let told = outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Err(StoreError::Conflict { .. })))
            .count();
        assert_eq!((won, told), (1, 1), "{outcomes:?}");
    }
    assert_eq!(first.integrity().unwrap(), []);
}
