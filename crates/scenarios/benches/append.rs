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
/// What an entry weighs on the disk beside its body: envelope, secret, checkpoint.
const BESIDE: usize = 744;

fn said(words: usize) -> Submission {
    let map = json!({ "do": "note", "learnt": "2024-03-01T08:00:00Z", "words": "w".repeat(words) });
    scenarios::world::submission(map)
}

fn main() {
    let rounds = measure::asked(20);
    let folder = testbed::temp_dir().unwrap();
    let key = KeyFile::from_bytes([1; 32]);
    let url = StoreUrl::Sqlite(folder.path().join("office"));
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
    let body = 400 + 220;
    let plain = Connection::open(folder.path().join("plain")).unwrap();
    plain
        .execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 2000;
             CREATE TABLE plain (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
        )
        .unwrap();
    let bytes = vec![0x5a_u8; BESIDE + body];
    // Both logs come round once before anything is measured.
    for _ in 0..2_500 {
        plain
            .execute("INSERT INTO plain (bytes) VALUES (?1)", [&bytes])
            .unwrap();
        office.submit(&note).unwrap();
    }
    let (mut ours, mut theirs, mut cpu) = (Vec::new(), Vec::new(), 0.0);
    for _ in 0..rounds {
        let begun = Instant::now();
        for _ in 0..TURNS {
            plain
                .execute("INSERT INTO plain (bytes) VALUES (?1)", [&bytes])
                .unwrap();
        }
        theirs.push(begun.elapsed().as_secs_f64());
        let (begun, worked) = (Instant::now(), measure::cpu());
        for _ in 0..TURNS {
            office.submit(&note).unwrap();
        }
        ours.push(begun.elapsed().as_secs_f64());
        cpu += measure::cpu() - worked;
    }
    let (ours, theirs) = (measure::median(ours), measure::median(theirs));
    #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
    let cpu = cpu / rounds as f64;
    let turns = f64::from(TURNS);
    println!(
        "{} bytes an entry, {TURNS} durable commands a round, median of {rounds}",
        BESIDE + body
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
        "takes {:.2} of plain SQLite's time (aim: 1.5 at most)",
        ours / theirs
    );
    println!(
        "processor: {:.3} ms a command; memory: {} MB",
        1000.0 * cpu / turns,
        measure::memory()
    );
}
