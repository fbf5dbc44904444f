//! What checking a plan costs, by how many moves it has: reading left out, and with it.
//!
//! `cargo bench -p planner --bench check`. One core. Told are the least wall time of several runs, since
//! other work on the machine only ever adds, and the processor time of one run in the mean of them all,
//! where the system counts that.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark has a clock and says what it measured"
)]

use std::{fmt::Write as _, hint::black_box, time::Instant};

use planner::{check::check, plan};

/// Moves that are checked in all for one line, and read: so many runs that the clock of the processor
/// tells something.
const CHECKED: usize = 2_000_000;
const READ: usize = 100_000;

fn main() {
    println!(
        "{:>7} {:^25} {:^25}",
        "", "check, ms", "reading and check, ms"
    );
    println!(
        "{:>7} {:>12} {:>12} {:>12} {:>12}",
        "moves", "least", "processor", "least", "processor"
    );
    let asked: Option<usize> = std::env::args().find_map(|said| said.parse().ok());
    let all = [100, 1_000, 10_000, 100_000];
    for moves in all
        .into_iter()
        .filter(|moves| asked.is_none_or(|asked| asked == *moves))
    {
        let text = text(moves);
        let plan = match plan::read(text.as_bytes()) {
            Ok(plan) => plan,
            Err(error) => {
                println!("{error}");
                return;
            }
        };
        let checked = taken(CHECKED / moves, || check(black_box(&plan)).panels.len());
        let read = taken(READ / moves, || {
            plan::read(black_box(text.as_bytes())).map_or(0, |plan| check(&plan).panels.len())
        });
        println!(
            "{moves:>7} {:>12.3} {:>12.3} {:>12.3} {:>12.3}",
            checked.0, checked.1, read.0, read.1
        );
    }
}

/// The least of several runs, and what the processor took for one of them, in milliseconds.
fn taken(runs: usize, run: impl Fn() -> usize) -> (f64, f64) {
    let mut least = f64::INFINITY;
    let runs = runs.clamp(3, 2_000);
    let before = processor();
    for _ in 0..runs {
        let begun = Instant::now();
        black_box(run());
        least = least.min(begun.elapsed().as_secs_f64() * 1000.0);
    }
    (least, (processor() - before) * 1000.0 / runs as f64)
}

/// The processor time of this thread in seconds, where the system counts it.
fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos: Option<f64> = told.split_whitespace().next().and_then(|n| n.parse().ok());
    nanos.unwrap_or(f64::NAN) / 1e9
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
