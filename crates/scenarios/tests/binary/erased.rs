//! An erasure that is cut short: once the record says that an entry cannot be read, it cannot be
//! read, whenever the power went.

use std::{
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

use mediation::{command::Submission, ids::RoomName};
use serde_json::{Value, json};
use service::{Opening, OsChance, SystemClock};
use store::StoreUrl;

use crate::program::{Bench, key};

const VICTIM: &str = "GOODOFFICES_TEST_ERASER";

fn submission(map: Value) -> Submission {
    let Value::Object(map) = map else {
        unreachable!("a map")
    };
    Submission::from_map(map, None).unwrap()
}

fn at() -> &'static str {
    "2024-03-01T08:00:00Z"
}

/// A store whose second entry is to go.
fn prepare(bench: &Bench, name: &str) {
    bench.store(name);
    let office = bench.open(name);
    let open = json!({ "do": "open-case", "title": "A case", "place": "Geneva",
        "zone": "Europe/Zurich", "languages": ["en"], "learnt": at() });
    office.submit(&submission(open)).unwrap();
    for words in ["It names somebody.", "It names nobody."] {
        let note = json!({ "do": "note", "words": words, "learnt": at() });
        office.submit(&submission(note)).unwrap();
    }
}

/// Erases that entry: the program that the test below starts and kills. By itself it does nothing.
#[test]
fn eraser() {
    let Ok(path) = std::env::var(VICTIM) else {
        return;
    };
    let url = StoreUrl::Sqlite(path.into());
    let (clock, chance) = (Arc::new(SystemClock), Arc::new(OsChance));
    let office = service::open(&url, Opening::KeyFile(&key()), clock, chance).unwrap();
    let erase = json!({ "do": "erase-entry", "entry": "desk/2", "why": "It names somebody.",
        "authority": "the head of the desk", "learnt": at() });
    office.submit(&submission(erase)).unwrap();
}

/// Kills the eraser at its n-th flush. Says whether it came to its own end first.
fn erase_until(flush: usize, path: &Path) -> bool {
    let status = Command::new("strace")
        .args(["--follow-forks", "--output=/dev/null"])
        .args(["-e", "trace=fsync,fdatasync"])
        .args([
            "-e",
            &format!("inject=fsync,fdatasync:signal=SIGKILL:when={flush}"),
        ])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "erased::eraser"])
        .env(VICTIM, path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(
        status.is_ok(),
        "strace is needed: install it (Debian: apt-get install strace)"
    );
    status.unwrap().success()
}

/// What the store holds, without any key: how many entries, and whether the second one's secret
/// is still there.
fn raw(path: &Path) -> (u64, bool) {
    let store = store::open(&StoreUrl::Sqlite(path.to_owned())).unwrap();
    let case = store.cases().unwrap().remove(0).case;
    let room = store.standing(case).unwrap().rooms.remove(0);
    let secrets = store.wrapped_secrets(room.room).unwrap();
    (room.size.get(), secrets.get(1).unwrap().secret.is_some())
}

#[test]
fn an_erasure_cut_short_at_any_flush_is_finished_when_the_store_is_opened() {
    let (mut before, mut between, mut after) = (0, 0, 0);
    for flush in 1.. {
        let bench = Bench::new();
        prepare(&bench, "store");
        let path = bench.path("store");
        let ended = erase_until(flush, &path);
        match raw(&path) {
            (3, true) => before += 1,
            (4, true) => between += 1,
            (4, false) => after += 1,
            other => panic!("flush {flush}: {other:?}"),
        }
        let recorded = raw(&path).0 == 4;
        let office = bench.open("store");
        let desk = office.desk_view(None).unwrap();
        let entry = desk.rooms[&RoomName::desk()].entry(2).unwrap();
        assert_eq!(entry.body().is_none(), recorded, "flush {flush}");
        assert_eq!(raw(&path).1, !recorded, "flush {flush}");
        assert!(office.check(&mut |_| {}).unwrap().is_whole());
        if ended {
            break;
        }
        assert!(flush < 60, "it never comes to its end");
    }
    // It was cut at each place that there is: before the entry that says so, between that and the
    // destruction of the key, and after.
    assert!(between > 0 && after > 1, "{before} {between} {after}");
}
