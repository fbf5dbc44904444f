//! A PostgreSQL server that drops its connections, and one that crashes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use store::{Store, StoreError};
use testbed::{Cluster, Database};

use crate::sample::{CASE, ROOM, adding, more, opening};
use crate::victim::whole;

fn prepared(database: &Database) -> Arc<dyn Store> {
    let store = store::create(&database.url().parse().unwrap()).unwrap();
    store.append(&opening()).unwrap();
    store
}

/// What a writer met.
#[derive(Default, Debug)]
struct Met {
    acknowledged: u64,
    uncertain: u64,
    refused: u64,
}

/// Appends until told to stop, minding every error as its text demands.
fn write_on(store: &dyn Store, done: &AtomicBool) -> Met {
    let mut met = Met::default();
    let mut size = 0;
    while !done.load(Ordering::Relaxed) {
        match store.append(&adding(vec![more(ROOM, size, 1)])) {
            Ok(()) => {
                met.acknowledged += 1;
                size += 1;
            }
            Err(StoreError::Uncertain { .. }) => {
                met.uncertain += 1;
                let refused = store.cases();
                assert!(
                    matches!(refused, Err(StoreError::Stopped { .. })),
                    "{refused:?}"
                );
                patiently(|| store.reopen());
                let found = patiently(|| store.head(ROOM)).size.get();
                assert!(found == size || found == size + 1, "{found} after {size}");
                size = found;
            }
            Err(StoreError::Unreachable { .. }) => {
                met.refused += 1;
                let found = patiently(|| store.head(ROOM)).size.get();
                assert_eq!(found, size, "an error that says nothing was written");
            }
            Err(other) => panic!("{other}"),
        }
    }
    met
}

/// Repeats until the server is there again.
fn patiently<T>(mut attempt: impl FnMut() -> Result<T, StoreError>) -> T {
    for _ in 0..500 {
        match attempt() {
            Ok(value) => return value,
            Err(StoreError::Unreachable { .. }) => thread::sleep(Duration::from_millis(20)),
            Err(other) => panic!("{other}"),
        }
    }
    panic!("the server did not come back");
}

#[test]
fn lost_connections_lose_nothing() {
    let database = testbed::postgres().unwrap();
    let store = prepared(&database);
    let done = AtomicBool::new(false);
    let met = thread::scope(|scope| {
        let writing = scope.spawn(|| write_on(store.as_ref(), &done));
        let mut killer = database.client().unwrap();
        for round in 0..60 {
            thread::sleep(Duration::from_micros(25_000 + 1_377 * (round % 17)));
            killer
                .batch_execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid()",
                )
                .unwrap();
        }
        done.store(true, Ordering::Relaxed);
        writing.join().unwrap()
    });
    let size = whole(store.as_ref(), "after lost connections");
    assert!(
        size >= met.acknowledged && size <= met.acknowledged + met.uncertain,
        "{met:?}"
    );
    assert!(
        met.acknowledged > 10 && met.uncertain + met.refused > 1,
        "{met:?}"
    );
}

#[test]
fn a_crashed_server_keeps_what_was_acknowledged() {
    let cluster = Cluster::own().unwrap();
    let database = Database::on(&cluster).unwrap();
    let store = prepared(&database);
    let done = AtomicBool::new(false);
    let met = thread::scope(|scope| {
        let writing = scope.spawn(|| write_on(store.as_ref(), &done));
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(150));
            cluster.crash().unwrap();
            cluster.start().unwrap();
        }
        thread::sleep(Duration::from_millis(100));
        done.store(true, Ordering::Relaxed);
        writing.join().unwrap()
    });
    let size = whole(store.as_ref(), "after crashes");
    assert!(
        size >= met.acknowledged && size <= met.acknowledged + met.uncertain,
        "{met:?}"
    );
    assert!(met.uncertain + met.refused >= 1, "{met:?}");
    assert_eq!(store.rooms(CASE).unwrap().len(), 2);
}

#[test]
fn a_database_set_to_lose_commits_does_not() {
    let database = testbed::postgres().unwrap();
    drop(prepared(&database));
    // What can be set for one database; fsync itself belongs to the server.
    let mut client = database.client().unwrap();
    client
        .batch_execute(
            "DO $$ BEGIN EXECUTE format(
                'ALTER DATABASE %I SET synchronous_commit TO off', current_database()); END $$",
        )
        .unwrap();
    // We set it ourselves for each connection, so this is no harm.
    let store = store::open(&database.url().parse().unwrap()).unwrap();
    store.append(&adding(vec![more(ROOM, 0, 1)])).unwrap();
}

#[test]
fn a_server_that_does_not_flush_is_refused() {
    let cluster = Cluster::own().unwrap();
    let database = Database::on(&cluster).unwrap();
    drop(prepared(&database));
    let mut client = database.client().unwrap();
    client
        .batch_execute("ALTER SYSTEM SET fsync TO off")
        .unwrap();
    client.batch_execute("SELECT pg_reload_conf()").unwrap();
    let url = database.url().parse().unwrap();
    let refused = (0..100).find_map(|_| {
        // The server reads its settings anew when it comes to it.
        thread::sleep(Duration::from_millis(20));
        store::open(&url).err()
    });
    assert!(
        matches!(
            refused,
            Some(StoreError::UnsafeServer {
                setting: "fsync",
                ..
            })
        ),
        "{refused:?}"
    );
}

#[test]
fn a_server_on_another_computer_is_refused() {
    for url in [
        "postgres://desk@192.0.2.1/desk",
        "postgres://desk@db.example/desk",
    ] {
        let refused = store::open(&url.parse().unwrap());
        assert!(
            matches!(refused, Err(StoreError::BadUrl { .. })),
            "{refused:?}"
        );
    }
}
