//! What checking a plan costs, by how many moves it has: reading left out, and with it.
//!
//! `cargo bench -p planner --bench check`. One core; the least of several runs, since other work on
//! the machine only ever adds.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark has a clock and says what it measured"
)]

use std::{fmt::Write as _, hint::black_box, time::Instant};

use planner::{check::check, plan};

/// Runs of which the least is told.
const RUNS: usize = 15;

fn main() {
    println!("moves     check, ms   reading and check, ms");
    for moves in [100, 1_000, 10_000, 100_000] {
        let text = text(moves);
        let plan = match plan::read(text.as_bytes()) {
            Ok(plan) => plan,
            Err(error) => {
                println!("{error}");
                return;
            }
        };
        let checked = least(|| check(black_box(&plan)).panels.len());
        let read = least(|| {
            plan::read(black_box(text.as_bytes())).map_or(0, |plan| check(&plan).panels.len())
        });
        println!("{moves:>7} {checked:>11.3} {read:>23.3}");
    }
}

/// The least of several runs, in milliseconds.
fn least(run: impl Fn() -> usize) -> f64 {
    let times = (0..RUNS).map(|_| {
        let begun = Instant::now();
        black_box(run());
        begun.elapsed().as_secs_f64() * 1000.0
    });
    times.fold(f64::INFINITY, f64::min)
}

/// A plan of two parties and six classes, of stages of ten moves.
fn text(moves: usize) -> String {
    let mut text = String::from(
        "good-offices-plan: 1\ntitle: A long plan\nparties: [{party: a, name: A}, {party: b, name: B}]\nclasses:\n",
    );
    for class in 0..6 {
        let from = if class % 2 == 0 { "a" } else { "b" };
        let (a, b) = if class % 2 == 0 {
            (-3 - class, 5 + class)
        } else {
            (4 + class, -2 - class)
        };
        // Writing to a string does not fail, here and below.
        let _ = writeln!(
            text,
            "  - {{class: c{class}, one: x, many: x{class}, from: {from}, worth: {{a: {a}, b: \"{b} to {}\"}}}}",
            b + 2
        );
    }
    text.push_str("stages:\n");
    for stage in 0..moves.div_ceil(10) {
        let _ = writeln!(text, "  - stage: s{stage}\n    steps:");
        for step in 0..10.min(moves - stage * 10) {
            let _ = writeln!(
                text,
                "      - give: {{c{}: {}}}",
                (stage + step) % 6,
                1 + step % 3
            );
        }
    }
    text
}
