//! What a forecast costs: one set of guesses exactly, thousands of sets, and simulation.
//!
//! `cargo bench -p planner --bench forecast`. Prints wall time, the best of several rounds, the
//! processor time of all threads in the mean of them, and the chance of completion, to compare with `benchmarks/planner/forecast/paths.py`, which reckons the
//! same plans by vectorised random paths.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints its result, looks at the clock and stops at the first fault"
)]

use std::time::{Duration, Instant};

use planner::{
    document,
    forecast::{Forecast, Guesses, Items, Party, Section, Setting, Stage, Stake, forecast},
    range::Range,
    watch::Unwatched,
};

const ROUNDS: u32 = 7;
const ROUNDS_MOST: u32 = 1_000;
const ENOUGH: Duration = Duration::from_millis(300);

const EXACT: &str = "{on-time: 0.9, breach: 0.02, resume: 0.45, give-up-after: 14, \
    silence: {chance: 0.2, resume: 0.15, give-up-after: 21}, temptation: 1.5, \
    undeliverable: {replaced: 0.8, days: 2, tolerated: TOLERATED}}";
const RANGES: &str = "{on-time: 0.8 to 0.97, breach: 0.005 to 0.04, resume: 0.3 to 0.6, \
    give-up-after: 7 to 21, silence: {chance: 0.1 to 0.3, resume: 0.1 to 0.2, give-up-after: 7 to 21}, \
    temptation: 0.5 to 2.5, undeliverable: {replaced: 0.6 to 0.9, days: 2, tolerated: TOLERATED}, \
    draws: 4000}";
const HISTORY: &str = "{on-time: 0.9, breach: 0.02, resume: 0.45, give-up-after: 14, \
    history: {trust-lost-per-late-day: 0.05, trust-regained-per-stage: 0.2, retaliation: 0.3}}";

fn main() {
    println!(
        "{:<60} {:>9} {:>9}  chance that all is done",
        "", "wall, us", "cpu, us"
    );
    for stages in [4, 12, 52, 200] {
        for tolerated in ["0", "3"] {
            let name = format!("{stages} stages of 50 items, {tolerated} may be missing");
            let setting = setting(stages);
            let exact = EXACT.replace("TOLERATED", tolerated);
            measured(&format!("one exact forecast: {name}"), &setting, &exact);
        }
    }
    for stages in [4, 12, 52, 200] {
        let name = format!("4,000 sets of guesses: {stages} stages of 50 items");
        measured(&name, &setting(stages), &RANGES.replace("TOLERATED", "0"));
    }
    measured(
        "100,000 simulated courses: 12 stages",
        &setting(12),
        HISTORY,
    );
}

fn measured(name: &str, setting: &Setting, section: &str) {
    let section: Section = document::read(section.as_bytes()).expect("a section");
    let guesses = Guesses::read(&section, setting).expect("guesses");
    let mut best: Option<(Duration, Forecast)> = None;
    // Short ones many times over: the clock of the processor tells a few of them nothing.
    let (mut rounds, begun, before) = (0_u32, Instant::now(), processor());
    while rounds < ROUNDS || (rounds < ROUNDS_MOST && begun.elapsed() < ENOUGH) {
        let begun = Instant::now();
        let found = forecast(setting, &guesses, &Unwatched);
        let took = begun.elapsed();
        if best.as_ref().is_none_or(|(least, _)| took < *least) {
            best = Some((took, found));
        }
        rounds += 1;
    }
    let processor = (processor() - before) / f64::from(rounds);
    let (took, found) = best.expect("a round");
    let band = found.complete.band;
    let micros = took.as_nanos().div_ceil(1_000);
    println!(
        "{name:<60} {micros:>9} {processor:>9.0}  {:.6} to {:.6}, mean {:.6}",
        band.low, band.high, band.mean
    );
}

/// The processor time of all threads in microseconds, where the system counts it.
fn processor() -> f64 {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else {
        return f64::NAN;
    };
    let nanos = threads.flatten().filter_map(|thread| {
        let told = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        told.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanos.sum::<f64>() / 1_000.0
}

fn setting(stages: u32) -> Setting {
    let parties = ["H", "I"].map(|name| Party {
        name: name.to_owned(),
        gain: 100,
    });
    let stage = |index: u32| Stage {
        name: format!("stage {}", index + 1),
        day: index,
        slack: 0,
        stakes: vec![
            Stake {
                exposure: 19,
                range: None,
                walk_away: i64::from(index % 5) * 6 - 20,
            },
            Stake {
                exposure: 10,
                range: None,
                walk_away: -i64::from(index % 3) * 10,
            },
        ],
        items: vec![Items {
            name: "names".to_owned(),
            count: 50,
            deliverable: Range::parse("0.999").expect("a chance"),
        }],
    };
    Setting::new(parties.into(), (0..stages).map(stage).collect()).expect("a plan")
}
