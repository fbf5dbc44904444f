//! One command, durably recorded by the office, beside a plain SQLite insert of the same size:
//! `cargo bench -p scenarios --bench append [ROUNDS]`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints its result and stops at a fault"
)]

#[path = "measure.rs"]
mod measure;

use std::{sync::Arc, time::Instant};

use mediation::command::Submission;
use record::keys::KeyFile;
use rusqlite::Connection;
use serde_json::json;
use service::{Office, Opening, OsChance, SystemClock};
use store::StoreUrl;

const TURNS: u32 = 100;

/// The row that the peer inserts, as a program would that does it often.
fn insert(plain: &Connection, bytes: &[u8]) {
    let mut insert = plain
        .prepare_cached("INSERT INTO plain (bytes) VALUES (?1)")
        .unwrap();
    insert.execute([bytes]).unwrap();
}

/// How many sealed bytes one note puts into the store: envelope, body, secret and checkpoint of the
/// entry, and the document of where the rooms stand, which is replaced with it.
fn weight(file: &std::path::Path) -> usize {
    let store = Connection::open(file).unwrap();
    let sql = "SELECT length(envelope) + length(body) + length(secret) + length(checkpoint)
                      + (SELECT length(sealed) FROM heads)
               FROM entries ORDER BY number DESC LIMIT 1";
    let bytes: u32 = store.query_row(sql, [], |row| row.get(0)).unwrap();
    usize::try_from(bytes).unwrap()
}

fn said(words: usize) -> Submission {
    let map = json!({ "do": "note", "learnt": "2024-03-01T08:00:00Z", "words": "w".repeat(words) });
    scenarios::world::submission(map)
}

fn main() {
    let rounds = measure::asked(20);
    let folder = testbed::temp_dir().unwrap();
    let key = KeyFile::from_bytes([1; 32]);
    let file = folder.path().join("office");
    let url = StoreUrl::Sqlite(file.clone());
    let office: Office = service::create(
        &url,
        Opening::KeyFile(&key),
        Arc::new(SystemClock),
        Arc::new(OsChance),
    )
    .unwrap();
    for s in scenarios::world::prologue() {
        office.submit(&s).unwrap();
    }
    let note = said(400);
    let plain = Connection::open(folder.path().join("plain")).unwrap();
    plain
        .execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 2000;
             CREATE TABLE plain (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
        )
        .unwrap();
    // Until the note's room is the longest.
    for _ in 0..100 {
        office.submit(&note).unwrap();
    }
    let bytes = vec![0x5a_u8; weight(&file)];
    // Both logs come round once before anything is measured.
    for _ in 0..2_500 {
        insert(&plain, &bytes);
        office.submit(&note).unwrap();
    }
    let (mut ours, mut theirs, mut ratios, mut cpu) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
    for _ in 0..rounds {
        let begun = Instant::now();
        for _ in 0..TURNS {
            insert(&plain, &bytes);
        }
        let their = begun.elapsed().as_secs_f64();
        let (begun, worked) = (Instant::now(), measure::cpu());
        for _ in 0..TURNS {
            office.submit(&note).unwrap();
        }
        let our = begun.elapsed().as_secs_f64();
        cpu += measure::cpu() - worked;
        theirs.push(their);
        ours.push(our);
        ratios.push(our / their);
    }
    let (ours, theirs) = (measure::median(ours), measure::median(theirs));
    #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
    let cpu = cpu / rounds as f64;
    let turns = f64::from(TURNS);
    println!(
        "{} bytes an entry, {TURNS} durable commands a round, median of {rounds}",
        bytes.len()
    );
    println!(
        "plain SQLite, a row a commit     {:8.0} a second",
        turns / theirs
    );
    println!(
        "the office, a command a commit   {:8.0} a second",
        turns / ours
    );
    println!(
        "takes {:.2} of plain SQLite's time, median of the rounds' ratios (aim: 1.5 at most)",
        measure::median(ratios)
    );
    println!(
        "processor: {:.3} ms a command; memory: {} MB",
        1000.0 * cpu / turns,
        measure::memory()
    );
}
