//! What it costs the desk to write into a participant's room of a case with 10,000 entries: whether
//! its words quote what was told in confidence elsewhere.
//! `cargo bench -p scenarios --bench confide [ENTRIES]`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints its result and stops at a fault"
)]

#[path = "measure.rs"]
#[expect(dead_code, reason = "each takes what it needs")]
mod measure;

use std::{fmt::Write as _, hint::black_box, sync::Arc};

use mediation::{
    decide::decide,
    entry::{Content, Entry},
    ids::RoomName,
    view::View,
};
use scenarios::{pure::Pure, shell::Shell as _, world};
use serde_json::json;

/// Words in the remark of one entry.
const WORDS: usize = 70;
const TIMES: u32 = 20;

/// So many words, none of which say what others say.
fn words(seed: usize, count: usize) -> String {
    (0..count).fold(String::new(), |mut all, n| {
        // Some words are everybody's, as in any language.
        let _ = match n % 3 {
            0 => write!(all, "the "),
            1 => write!(all, "word{} ", (seed * 31 + n * 7) % 900),
            _ => write!(all, "w{seed}x{n} "),
        };
        all
    })
}

/// The desk's view of a case in which that many remarks were made in confidence.
fn long(entries: usize) -> View {
    let mut case = Pure::new(None);
    for s in world::prologue() {
        case.submit(&s, s.learnt, "").unwrap();
    }
    let mut view = View::clone(&case.desk());
    let room: RoomName = "caucus-north".parse().unwrap();
    let at = world::minute(5_000);
    for seed in 0..entries {
        let said = json!({ "do": "message", "room": room, "from": "north", "learnt": at,
            "words": words(seed, WORDS) });
        let taken = decide(&view, &world::submission(said), at).unwrap();
        let number = view.rooms.get(&room).map_or(0, |r| r.size) + 1;
        let content = Content::Readable(Box::new(taken.first().unwrap().body.clone()));
        view.push(&room, &Arc::new(Entry::new(number, at, content)));
    }
    view
}

fn main() {
    let entries = measure::asked(10_000);
    let view = long(entries);
    let at = world::minute(5_001);
    println!(
        "{entries} remarks of {WORDS} words; processor milliseconds to decide, mean of {TIMES}"
    );
    for count in [30, 400, 3_000, 6_000] {
        let said = world::submission(json!({ "do": "message", "room": "caucus-south",
            "from": "desk", "learnt": at, "words": words(1_000_003, count) }));
        let begun = measure::cpu();
        decide(&view, &said, at).unwrap();
        let first = measure::cpu() - begun;
        let begun = measure::cpu();
        for _ in 0..TIMES {
            black_box(decide(&view, &said, at).unwrap());
        }
        let took = (measure::cpu() - begun) / f64::from(TIMES);
        println!(
            "{count:6} words {:8.2}; the first time {:8.2}",
            1_000.0 * took,
            1_000.0 * first
        );
    }
}
