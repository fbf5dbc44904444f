//! Power loss in the middle of a replay: every acknowledged entry is there, and all adds up.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    sync::Arc,
};

use service::{
    Opening, OsChance, SystemClock,
    case_file::{self, Mode},
};
use store::StoreUrl;

use crate::program::{Bench, key, worked};

const VICTIM: &str = "GOODOFFICES_TEST_VICTIM";

/// Plays the worked example and says, after each command, how many entries each room has. It is
/// the program that the test below starts and kills; by itself it has nothing to play into.
#[test]
fn victim() {
    let Ok(path) = std::env::var(VICTIM) else {
        return;
    };
    let url = StoreUrl::Sqlite(path.into());
    let office = service::open(
        &url,
        Opening::KeyFile(&key()),
        Arc::new(SystemClock),
        Arc::new(OsChance),
    )
    .unwrap();
    let file = case_file::read(&std::fs::read(worked()).unwrap()).unwrap();
    let mut out = std::io::stdout();
    case_file::replay(&office, &file, Mode::StopAtFirst, &mut |_, _| {
        let view = office.desk_view(None).unwrap();
        let sizes: Vec<String> = view
            .rooms
            .values()
            .map(|r| format!("{}={}", r.name, r.size))
            .collect();
        writeln!(out, "ack {}", sizes.join(" "))
            .and_then(|()| out.flush())
            .is_ok()
    });
}

#[test]
fn killed_in_the_middle_it_keeps_every_acknowledged_entry() {
    for (round, commands) in [3, 40, 111].into_iter().enumerate() {
        let bench = Bench::new();
        let name = format!("store-{round}");
        bench.store(&name);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::victim", "--nocapture"])
            .env(VICTIM, bench.path(&name))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let acks = lines
            .map(Result::unwrap)
            .filter_map(|l| l.split_once("ack ").map(|(_, s)| s.to_owned()));
        let mut acks = acks.skip(commands);
        let mut last = acks.next().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        // What was acknowledged before the end and read only now counts as well.
        last = acks.last().unwrap_or(last);

        let office = bench.open(&name);
        let view = office.desk_view(None).unwrap();
        let there: BTreeMap<String, u64> = view
            .rooms
            .values()
            .map(|r| (r.name.to_string(), r.size))
            .collect();
        for said in last.split(' ') {
            let (room, size) = said.split_once('=').unwrap();
            let kept = there.get(room).copied().unwrap_or(0);
            assert!(
                kept >= size.parse().unwrap(),
                "{room}: {size} acknowledged, {kept} kept"
            );
        }
        assert!(office.check(&mut |_| {}).unwrap().is_whole());
        drop(office);
        let whole = bench.run(&["check", "--store", &name]).done();
        assert!(whole.contains("every view adds up"), "{whole}");
    }
}
