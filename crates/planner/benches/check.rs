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

use jiff::{ToSpan, civil::date};
use planner::{check::check, plan};

/// Moves that are checked in all for one line, and read: so many runs that the clock of the processor
/// tells something.
const CHECKED: usize = 2_000_000;
const READ: usize = 100_000;

/// What a plan has that makes checking it dearer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Plain,
    /// What the first of a class is worth is another number than what the others are.
    ByRank,
    /// What is received counts a day later, and stages are a week apart.
    Waiting,
    /// The same with stages a day apart, so that something always waits.
    AlwaysWaiting,
    /// What comes later is worth less.
    Discounted,
}

fn main() {
    let asked: Option<usize> = std::env::args().find_map(|said| said.parse().ok());
    let is_asked = |moves: &usize| asked.is_none_or(|asked| asked == *moves);
    println!(
        "{:>7} {:^25} {:^25}",
        "", "check, ms", "reading and check, ms"
    );
    println!(
        "{:>7} {:>12} {:>12} {:>12} {:>12}",
        "moves", "least", "processor", "least", "processor"
    );
    for moves in [100, 1_000, 10_000, 100_000].into_iter().filter(is_asked) {
        let text = text(moves, Kind::Plain);
        let Some(checked) = checked(&text, moves) else {
            return;
        };
        let read = taken(READ / moves, || {
            plan::read(black_box(text.as_bytes())).map_or(0, |plan| check(&plan).panels.len())
        });
        println!(
            "{moves:>7} {:>12.3} {:>12.3} {:>12.3} {:>12.3}",
            checked.0, checked.1, read.0, read.1
        );
    }
    for (kind, said) in [
        (Kind::ByRank, "worths by rank"),
        (Kind::Waiting, "verified after a day, stages a week apart"),
        (
            Kind::AlwaysWaiting,
            "verified after a day, stages a day apart",
        ),
        (Kind::Discounted, "a discount, stages a week apart"),
    ] {
        println!("{said}");
        for moves in [1_000, 10_000].into_iter().filter(is_asked) {
            let Some(checked) = checked(&text(moves, kind), moves) else {
                return;
            };
            println!("{moves:>7} {:>12.3} {:>12.3}", checked.0, checked.1);
        }
    }
}

fn checked(text: &str, moves: usize) -> Option<(f64, f64)> {
    match plan::read(text.as_bytes()) {
        Ok(plan) => Some(taken(CHECKED / moves, || {
            check(black_box(&plan)).panels.len()
        })),
        Err(error) => {
            println!("{error}");
            None
        }
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
fn text(moves: usize, kind: Kind) -> String {
    let discount = if kind == Kind::Discounted {
        ", discount: 0.001 to 0.002"
    } else {
        ""
    };
    let mut text = format!(
        "good-offices-plan: 1\ntitle: A long plan\nparties: [{{party: a, name: A{discount}}}, {{party: b, name: B{discount}}}]\nclasses:\n",
    );
    let verified = if matches!(kind, Kind::Waiting | Kind::AlwaysWaiting) {
        ", verified: 24 hours"
    } else {
        ""
    };
    for class in 0..6 {
        let from = if class % 2 == 0 { "a" } else { "b" };
        let (a, b) = if class % 2 == 0 {
            (-3 - class, 5 + class)
        } else {
            (4 + class, -2 - class)
        };
        let b = format!("\"{b} to {}\"", b + 2);
        let worth = if kind == Kind::ByRank {
            format!("{{a: [{}, {a}], b: [{b}, {b}]}}", a - 1)
        } else {
            format!("{{a: {a}, b: {b}}}")
        };
        // Writing to a string does not fail, here and below.
        let _ = writeln!(
            text,
            "  - {{class: c{class}, one: x, many: x{class}, from: {from}{verified}, worth: {worth}}}"
        );
    }
    let apart = match kind {
        Kind::Plain | Kind::ByRank => None,
        Kind::Waiting | Kind::Discounted => Some(7),
        Kind::AlwaysWaiting => Some(1),
    };
    let mut day = date(2026, 1, 1);
    text.push_str("stages:\n");
    for stage in 0..moves.div_ceil(10) {
        let on = apart.map_or(String::new(), |_| format!("    on: {day}\n"));
        let _ = writeln!(text, "  - stage: s{stage}\n{on}    steps:");
        for step in 0..10.min(moves - stage * 10) {
            let at = apart.map_or(String::new(), |_| format!(", at: \"{:02}:00\"", 8 + step));
            let _ = writeln!(
                text,
                "      - {{give: {{c{}: {}}}{at}}}",
                (stage + step) % 6,
                1 + step % 3
            );
        }
        day = day.saturating_add(apart.unwrap_or(0).days());
    }
    text
}
