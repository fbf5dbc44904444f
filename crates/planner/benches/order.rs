//! What putting in order costs: the lattice by cells, and instances with distinct values to their proof.
//!
//! `cargo bench -p planner --bench order [FILE.json ...]`; without files the instances of the tests. Prints
//! processor time, where the system tells it, beside wall time: judge by the first on a busy machine.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "a benchmark prints its result, looks at the clock and stops at the first fault"
)]

use std::time::{Duration, Instant};

use planner::{
    order::{
        Effort, Method, Outcome, Wish,
        bounds::{Aim, Caps},
        instance, order,
        problem::{Class, Draft, Effect, Party, Problem},
    },
    watch::{Stage, Stopped, Watch},
};

/// The lattices: how many of each class.
const LATTICES: [&[u32]; 5] = [
    &[100, 100, 100],
    &[99, 99, 99, 99],
    &[30, 30, 30, 30, 30],
    &[20, 20, 20, 20, 20, 20],
    &[999, 99, 99, 99],
];

/// Stops after some seconds.
struct Until(Instant);

impl Watch for Until {
    fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        if Instant::now() > self.0 {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

fn main() {
    let files: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    if files.is_empty() {
        println!(
            "{:<28} {:>12} {:>9} {:>9} {:>12}",
            "lattice", "cells", "CPU ms", "wall ms", "cells/CPU s"
        );
        for counts in LATTICES {
            lattice(counts);
        }
    }
    println!(
        "\n{:<28} {:>9} {:>9} {:>7} {:>6} {:>9} {:>9}",
        "instance", "value", "bound", "proved", "stages", "CPU ms", "wall ms"
    );
    for file in if files.is_empty() { published() } else { files } {
        let problem = instance::read(&std::fs::read(&file).expect("the file is read"))
            .expect("it is an instance");
        let name = std::path::Path::new(&file)
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        ordering(&name.unwrap_or_default(), &problem);
    }
}

fn published() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/staged-exchange");
    let kinds = ["distinct", "classes"].into_iter();
    kinds
        .flat_map(|kind| {
            [20, 50, 100, 200].map(|size| format!("{folder}/les_{kind}_{size}_1.json"))
        })
        .collect()
}

/// Between three parties, of whom one only looks on: between two, plain orders are tried first, and they
/// may be as good as any.
fn lattice(counts: &[u32]) {
    let class = |(at, count): (usize, &u32)| {
        let cost = 3 + i64::try_from(at).unwrap_or(0) * 7 % 11;
        let mut effects = vec![
            Effect::Each(cost + 1),
            Effect::Each(cost + 1),
            Effect::Each(0),
        ];
        effects[at % 2] = Effect::Each(-cost);
        Class {
            name: at.to_string(),
            giver: at % 2,
            count: *count,
            tier: 0,
            effects,
        }
    };
    let classes = counts.iter().enumerate().map(class).collect();
    let problem = Problem::new(Draft {
        parties: vec![Party::default(); 3],
        classes,
        ..Draft::default()
    })
    .expect("it holds together");
    let cells: u64 = counts.iter().map(|count| u64::from(*count) + 1).product();
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Ignored,
        effort: Effort::default(),
    };
    let (cpu, wall) = timed(|| {
        let found = order(
            &problem,
            &wish,
            &Until(Instant::now() + Duration::from_mins(10)),
        );
        let Ok(Outcome::Ordered(found)) = found else {
            panic!("there is an order");
        };
        assert!(matches!(found.method, Method::Lattice { .. }));
    });
    println!(
        "{:<28} {cells:>12} {:>9.1} {:>9.1} {:>12.2e}",
        format!("{counts:?}"),
        ms(cpu),
        ms(wall),
        cells as f64 / cpu.as_secs_f64()
    );
}

fn ordering(name: &str, problem: &Problem) {
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Ignored,
        effort: Effort::default(),
    };
    let mut found = None;
    let until = Until(Instant::now() + Duration::from_mins(1));
    let (cpu, wall) = timed(|| {
        found = order(problem, &wish, &until).ok();
    });
    let Some(Outcome::Ordered(found)) = found else {
        println!("{name:<28} nothing found");
        return;
    };
    println!(
        "{name:<28} {:>9.2} {:>9.2} {:>7} {:>6} {:>9.1} {:>9.1}",
        found.value.per_ten_thousand(),
        found.bound.per_ten_thousand(),
        if found.proved() { "yes" } else { "no" },
        found.measured.stages,
        ms(cpu),
        ms(wall)
    );
}

fn timed(work: impl FnOnce()) -> (Duration, Duration) {
    let (cpu, wall) = (processor(), Instant::now());
    work();
    (processor().saturating_sub(cpu), wall.elapsed())
}

/// The processor time of this process, where the system tells it; in hundredths of a second.
fn processor() -> Duration {
    let Ok(told) = std::fs::read_to_string("/proc/self/stat") else {
        return Duration::ZERO;
    };
    let fields = told
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    let ticks: u64 = fields
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
