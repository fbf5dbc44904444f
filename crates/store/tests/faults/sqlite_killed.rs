//! Processes killed at any moment in the middle of many appends.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use store::StoreUrl;

use crate::sample::opening;
use crate::victim::{appender, sizes, whole};

fn start(url: &StoreUrl) -> Child {
    Command::new(appender())
        .args([&url.to_string(), "1000000"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Reads what the victim says, and kills it after so many lines.
fn kill_after(mut victim: Child, count: usize) -> Vec<String> {
    let mut said = Vec::new();
    for line in BufReader::new(victim.stdout.take().unwrap()).lines() {
        said.push(line.unwrap());
        if said.len() == count {
            victim.kill().unwrap();
        }
    }
    victim.wait().unwrap();
    said
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there() {
    let folder = testbed::temp_dir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("desk.goodoffices"));
    store::create(&url).unwrap().append(&opening()).unwrap();
    let mut acknowledged = BTreeSet::new();
    for round in 0..6 {
        // Two at a time: each is killed while the other may be writing.
        let victims = [start(&url), start(&url)];
        let [first, second] = thread::scope(|scope| {
            victims
                .map(|victim| scope.spawn(move || kill_after(victim, 40 + round * 17)))
                .map(|reader| reader.join().unwrap())
        });
        for size in [sizes(&first, "ack"), sizes(&second, "ack")].concat() {
            assert!(
                acknowledged.insert(size),
                "entry {size} was acknowledged twice"
            );
        }
        let store = store::open(&url).unwrap();
        let size = whole(store.as_ref(), "after a kill");
        let last = acknowledged.last().copied().unwrap_or_default();
        assert!(size >= last, "{last} acknowledged, {size} there");
        // At most the one that each had in hand was written and not reported.
        let unreported = size - u64::try_from(acknowledged.len()).unwrap();
        assert!(
            unreported <= 2 * (u64::try_from(round).unwrap() + 1),
            "{unreported}"
        );
    }
    assert!(acknowledged.len() > 100);
}
