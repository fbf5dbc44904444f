//! What a durable append costs, beside the least it could cost.
//!
//! Every contender makes the same bytes durable in the same folder, in turns
//! within the same run, so that a busy machine slows all of them alike. Judge
//! by the ratios. `cargo bench -p store --bench append [ROUNDS]`; the folder is
//! the system's temporary one, so set TMPDIR to measure another disk.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints its result and stops at the first fault"
)]

#[path = "../tests/common/sample.rs"]
mod sample;

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use sample::{BODY_BYTES, ROOM, adding, bytes, more, opening, room_key};
use store::{
    Batch, BlobKey, KeyEpoch, NewHeads, NewRoom, RoomKey, RoomSeen, Size, Store, StoreUrl,
};

/// Durable writes of each contender in one round.
const TURNS: u64 = 100;

/// Entries in a grouped write.
const GROUP: u64 = 16;

/// Everything an entry of the sample weighs: envelope, body, secret, checkpoint.
const ENTRY_BYTES: usize = 384 + BODY_BYTES + 104 + 256;

/// What the document of where seven rooms stand weighs.
const HEADS_BYTES: usize = 1056;

/// The rooms of a case; one in the middle is written to.
const ROOMS: u8 = 7;

/// Entries that lie in each room before anything is measured.
const LYING: u64 = 300;

/// Written first, so that the write-ahead log has the length at which it is
/// used from the start again: growing a file makes each flush dearer, and a
/// log that has not come round yet would be measured as if it always grew.
const WARM_UP: usize = 48 << 20;

/// One way of making bytes durable.
struct Contender {
    name: &'static str,
    entries: u64,
    rounds: Vec<Duration>,
    /// Runs one round and says how long its writes took.
    round: Box<dyn FnMut() -> Duration>,
}

fn main() {
    // Cargo adds an argument of its own.
    let rounds = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(20);
    let folder = testbed::temp_dir().unwrap();
    let path = folder.path();
    let mut contenders = [
        contender("raw write + fdatasync", 1, raw(path, 1, 0)),
        contender("plain SQLite, a row a commit", 1, plain(path, 1, 0)),
        contender("store, an entry a commit", 1, ours(path, 1)),
        contender("raw write + fdatasync, x16", GROUP, raw(path, GROUP, 0)),
        contender(
            "plain SQLite, 16 rows a commit",
            GROUP,
            plain(path, GROUP, 0),
        ),
        contender("store, 16 entries a commit", GROUP, ours(path, GROUP)),
        contender("raw write, with the heads", 1, raw(path, 1, HEADS_BYTES)),
        contender(
            "plain SQLite, with the heads",
            1,
            plain(path, 1, HEADS_BYTES),
        ),
        contender("store, seven rooms and heads", 1, in_a_case(path)),
    ];
    for _ in 0..rounds {
        for contender in &mut contenders {
            let took = (contender.round)();
            contender.rounds.push(took);
        }
    }
    report(&contenders);
}

fn contender(name: &'static str, entries: u64, round: Box<dyn FnMut() -> Duration>) -> Contender {
    Contender {
        name,
        entries,
        rounds: Vec::new(),
        round,
    }
}

/// Overwrites a file that has its full length already: nothing but the flush.
fn raw(folder: &Path, entries: u64, beside: usize) -> Box<dyn FnMut() -> Duration> {
    let bytes = vec![0x5a; ENTRY_BYTES * usize::try_from(entries).unwrap() + beside];
    let file = File::create(folder.join(format!("raw{entries}-{beside}"))).unwrap();
    let places: Vec<u64> = (0..TURNS).map(|turn| turn * bytes.len() as u64).collect();
    for place in &places {
        file.write_all_at(&bytes, *place).unwrap();
    }
    file.sync_all().unwrap();
    Box::new(move || {
        let begun = Instant::now();
        for place in &places {
            file.write_all_at(&bytes, *place).unwrap();
            file.sync_data().unwrap();
        }
        begun.elapsed()
    })
}

/// One table of one column, with the settings that the store has.
fn plain(folder: &Path, entries: u64, beside: usize) -> Box<dyn FnMut() -> Duration> {
    let connection = Connection::open(folder.join(format!("plain{entries}-{beside}"))).unwrap();
    connection
        .execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 2000;
             CREATE TABLE plain (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
        )
        .unwrap();
    let filler = bytes(ROOM, 0, 7, WARM_UP);
    connection
        .execute("INSERT INTO plain (bytes) VALUES (?1)", [filler.as_bytes()])
        .unwrap();
    let bytes = vec![0x5a; ENTRY_BYTES + beside];
    Box::new(move || {
        let begun = Instant::now();
        for _ in 0..TURNS {
            let transaction = connection.unchecked_transaction().unwrap();
            let mut insert = transaction
                .prepare_cached("INSERT INTO plain (bytes) VALUES (?1)")
                .unwrap();
            for _ in 0..entries {
                insert.execute([&bytes]).unwrap();
            }
            drop(insert);
            transaction.commit().unwrap();
        }
        begun.elapsed()
    })
}

/// The store. What it is given is made before the clock starts.
fn ours(folder: &Path, entries: u64) -> Box<dyn FnMut() -> Duration> {
    let url = StoreUrl::Sqlite(folder.join(format!("ours{entries}")));
    let store: Arc<dyn Store> = store::create(&url).unwrap();
    store.append(&opening()).unwrap();
    let filler = bytes(ROOM, 0, 7, WARM_UP);
    store.put_blob(BlobKey::new([0; 32]), &filler).unwrap();
    let mut size = 0;
    Box::new(move || {
        let batches: Vec<Batch> = (0..TURNS)
            .map(|turn| adding(vec![more(ROOM, size + turn * entries, entries)]))
            .collect();
        size += TURNS * entries;
        let begun = Instant::now();
        for batch in &batches {
            store.append(batch).unwrap();
        }
        begun.elapsed()
    })
}

/// The store as a case uses it: every room compared, the document of where they stand replaced.
fn in_a_case(folder: &Path) -> Box<dyn FnMut() -> Duration> {
    let url = StoreUrl::Sqlite(folder.join("case"));
    let store: Arc<dyn Store> = store::create(&url).unwrap();
    let rooms: Vec<RoomKey> = (1..=ROOMS).map(|n| RoomKey::new([n << 4; 16])).collect();
    let mut batch = opening();
    batch.new_rooms = rooms
        .iter()
        .map(|room| NewRoom {
            room: *room,
            sealed_key: room_key(*room),
        })
        .collect();
    batch.appends = rooms.iter().map(|room| more(*room, 0, LYING)).collect();
    let heads = |n: u64| bytes(ROOM, n, 8, HEADS_BYTES);
    batch.heads = Some(NewHeads {
        expected: None,
        sealed: heads(0),
    });
    store.append(&batch).unwrap();
    let filler = bytes(ROOM, 0, 7, WARM_UP);
    store.put_blob(BlobKey::new([0; 32]), &filler).unwrap();
    let written = RoomKey::new([(ROOMS / 2 + 1) << 4; 16]);
    let mut done = 0;
    Box::new(move || {
        let batch = |turn: u64| {
            let before = LYING + done + turn;
            let mut batch = adding(vec![more(written, before, 1)]);
            let seen = |room: &RoomKey| RoomSeen {
                room: *room,
                size: Size::new(if *room == written { before } else { LYING }),
                epoch: KeyEpoch::FIRST,
            };
            batch.rests_on = Some(rooms.iter().map(seen).collect());
            batch.heads = Some(NewHeads {
                expected: Some(heads(done + turn)),
                sealed: heads(done + turn + 1),
            });
            batch
        };
        let batches: Vec<Batch> = (0..TURNS).map(batch).collect();
        done += TURNS;
        let begun = Instant::now();
        for batch in &batches {
            store.append(batch).unwrap();
        }
        begun.elapsed()
    })
}

fn report(contenders: &[Contender]) {
    println!("{ENTRY_BYTES} bytes an entry, {TURNS} durable writes a round; median of the rounds");
    for contender in contenders {
        let seconds = median(&contender.rounds);
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let rate = (TURNS * contender.entries) as f64 / seconds;
        println!("{:32} {rate:9.0} entries a second", contender.name);
    }
    for group in contenders.chunks(3) {
        if let [raw, plain, ours] = group {
            let (raw, plain) = (median(&raw.rounds), median(&plain.rounds));
            let mine = median(&ours.rounds);
            println!("{}:", ours.name);
            println!(
                "    takes {:.2} of plain SQLite's time (aim: 1.5 at most)",
                mine / plain
            );
            println!(
                "    reaches {:.2} of the raw rate (plain SQLite: {:.2})",
                raw / mine,
                raw / plain
            );
        }
    }
    if let [_, _, single, _, _, grouped, ..] = contenders {
        #[expect(clippy::cast_precision_loss, reason = "sixteen")]
        let gain = GROUP as f64 * median(&single.rounds) / median(&grouped.rounds);
        println!("sixteen a commit make {gain:.1} times as many entries durable (aim: about 7)");
    }
}

/// In seconds.
fn median(rounds: &[Duration]) -> f64 {
    let mut sorted = rounds.to_vec();
    sorted.sort();
    sorted
        .get(sorted.len() / 2)
        .map_or(f64::NAN, Duration::as_secs_f64)
}
