//! Folding a view of 100,000 entries: `cargo bench -p scenarios --bench fold [ENTRIES]`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints its result and stops at a fault"
)]

#[path = "measure.rs"]
#[expect(dead_code, reason = "each takes what it needs")]
mod measure;

use std::{hint::black_box, sync::Arc};

use mediation::{
    entry::{Entry, RoomLog},
    view::{View, Viewer},
};
use scenarios::{interpret::play, pure::Pure, world};

#[path = "work.rs"]
mod work;

const TIMES: u32 = 40;

/// A log made longer by its own entries, numbered on.
fn longer(log: &RoomLog, times: usize) -> RoomLog {
    let (first, rest) = log.entries.split_first().unwrap();
    let mut entries = vec![Arc::clone(first)];
    for entry in (0..times).flat_map(|_| rest) {
        let number = u64::try_from(entries.len()).unwrap() + 1;
        entries.push(Arc::new(Entry::new(
            number,
            entry.recorded,
            entry.content.clone(),
        )));
    }
    RoomLog { entries }
}

fn main() {
    let wanted = measure::asked(100_000);
    let mut case = Pure::new(None);
    play(&mut case, &work::steps(5_000), |_, _| {});
    let short: usize = case.logs.values().map(|l| l.entries.len()).sum();
    let logs: Vec<RoomLog> = case
        .logs
        .values()
        .map(|l| longer(l, wanted.div_ceil(short)))
        .collect();
    let entries: usize = logs.iter().map(|l| l.entries.len()).sum();
    let before = measure::memory();
    println!(
        "{entries} entries in {} rooms; processor seconds, mean of {TIMES}",
        logs.len()
    );
    for (name, viewer, at) in [
        ("the desk, now", Viewer::Desk, None),
        (
            "the desk, as known then",
            Viewer::Desk,
            Some(world::minute(2_500)),
        ),
        (
            "a participant, now",
            Viewer::Participant(world::participant(0)),
            None,
        ),
    ] {
        let begun = measure::cpu();
        for _ in 0..TIMES {
            black_box(View::of(&viewer, &logs, at));
        }
        let took = (measure::cpu() - begun) / f64::from(TIMES);
        println!("{name:26} {took:8.4}");
    }
    println!(
        "memory: {before} MB with the logs, {} MB at most with a view",
        measure::memory()
    );
}
