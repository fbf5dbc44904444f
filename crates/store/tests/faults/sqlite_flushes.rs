//! Every flush and every write of SQLite, counted and then failed one by one.

use store::{Store, StoreUrl};
use testbed::TempDir;

use crate::sample::opening;
use crate::victim::{judge, sizes, traced};

/// How many appends the victim makes in each run.
const APPENDS: u64 = 5;

/// A store with an empty room, closed again.
fn prepared() -> (TempDir, StoreUrl) {
    let folder = testbed::temp_dir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("desk.goodoffices"));
    store::create(&url).unwrap().append(&opening()).unwrap();
    (folder, url)
}

/// The calls of one kind that a run without faults makes.
fn calls(kind: &str) -> usize {
    let (_folder, url) = prepared();
    let outcome = traced(&url.to_string(), APPENDS, &[&format!("trace={kind}")]);
    assert_eq!(sizes(&outcome.said, "ack"), [1, 2, 3, 4, 5]);
    outcome
        .calls
        .lines()
        .filter(|line| line.starts_with(kind))
        .count()
}

#[test]
fn an_append_costs_one_flush_and_is_acknowledged_after_it() {
    let (_folder, url) = prepared();
    let outcome = traced(
        &url.to_string(),
        40,
        &["trace=pwrite64,fsync,fdatasync,write"],
    );
    let acknowledged = |line: &&str| line.starts_with("write(1<") && line.contains("ack ");
    let lines: Vec<&str> = outcome.calls.lines().collect();
    let ends: Vec<usize> = (0..lines.len())
        .filter(|at| acknowledged(&lines[*at]))
        .collect();
    assert_eq!(ends.len(), 40);
    // The first append of a process also starts the log: from the second on.
    for pair in ends.windows(2) {
        let between = &lines[pair[0] + 1..pair[1]];
        let flush = |line: &&str| line.starts_with("fsync(") || line.starts_with("fdatasync(");
        let flushes = between.iter().filter(|line| flush(line)).count();
        assert_eq!(flushes, 1, "{between:#?}");
        let last = between.last().unwrap();
        assert!(
            flush(last) && last.contains("-wal>") && last.ends_with("= 0"),
            "{last}"
        );
        assert!(
            between
                .iter()
                .any(|line| line.starts_with("pwrite64(") && line.contains("-wal>"))
        );
    }
}

/// Fails the n-th call of a kind, for every n there is, in this manner.
fn each(kind: &str, manner: &str) -> Vec<String> {
    let count = calls(kind);
    assert!(
        count > usize::try_from(APPENDS).unwrap(),
        "only {count} calls of {kind}"
    );
    let mut everything = Vec::new();
    for nth in 1..=count {
        let (_folder, url) = prepared();
        let inject = format!("inject={kind}:{manner}:when={nth}");
        let outcome = traced(
            &url.to_string(),
            APPENDS,
            &[&format!("trace={kind}"), &inject],
        );
        let reopened: std::sync::Arc<dyn Store> = store::open(&url).unwrap();
        judge(
            reopened.as_ref(),
            &outcome,
            &format!("{inject}: {:?}", outcome.said),
        );
        everything.extend(outcome.said);
    }
    everything
}

fn flushing() -> &'static str {
    // Which of the two SQLite uses depends on how it was built.
    if calls("fdatasync") > 0 {
        "fdatasync"
    } else {
        "fsync"
    }
}

#[test]
fn a_kill_at_any_flush_loses_nothing() {
    each(flushing(), "signal=SIGKILL");
}

#[test]
fn a_flush_that_fails_is_uncertain_until_reopened() {
    let said = each(flushing(), "error=EIO");
    assert!(said.iter().any(|line| line.starts_with("uncertain")));
}

#[test]
fn a_kill_at_any_write_loses_nothing() {
    each("pwrite64", "signal=SIGKILL");
}

#[test]
fn a_write_that_fails_loses_nothing() {
    each("pwrite64", "error=EIO");
}

#[test]
fn a_full_disk_loses_nothing_and_says_so() {
    let said = each("pwrite64", "error=ENOSPC");
    assert!(said.iter().any(|line| line.contains("the disk is full")));
}
