//! What assigning, grouping and estimating cost, on lists as they are and on the worst kinds.
//!
//! Prints processor time, where the system tells it, beside wall time: judge by the first on a busy
//! machine. `cargo bench -p linkage --bench arrange [PART OF A NAME]`.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::disallowed_methods,
    reason = "a benchmark prints its result, looks at the clock and stops at the first fault"
)]

use std::time::{Duration, Instant};

use linkage::{
    assign::{Edge, Keys, Standing, assign},
    cluster::{Rule, Then, cluster},
    estimate::{Budget, Cell, Certainty, Evidence, Missed, Replicate, chart, replicate::Draws},
    watch::Unwatched,
};

/// A million of these is a bit.
const BIT: u64 = 1_000_000;

/// Each is run so often, and the best counts.
const ROUNDS: usize = 3;

fn main() {
    let named = std::env::args().skip(1).find(|a| !a.starts_with("--"));
    let wanted = |name: &str| {
        named
            .as_ref()
            .is_none_or(|part| name.contains(part.as_str()))
    };
    println!("{:<46} {:>9} {:>9}  what came out", "", "CPU ms", "wall ms");
    for (name, count, edges) in [
        (
            "assign: persons, 100,000 a side, 300,000",
            100_000,
            thirds as fn(u32) -> Vec<Edge>,
        ),
        ("assign: persons, 100,000 a side, a million", 100_000, |n| {
            persons(n, 9)
        }),
        ("assign: at random, 100,000 a side, 300,000", 100_000, |n| {
            random(n, 3, 30 * BIT)
        }),
        (
            "assign: few weights, 100,000 a side, 300,000",
            100_000,
            |n| random(n, 3, 30),
        ),
        (
            "assign: at random, 100,000 a side, a million",
            100_000,
            |n| random(n, 10, 30 * BIT),
        ),
        ("assign: all pairs of 2,000 a side", 2_000, |n| {
            all_pairs(n, 30 * BIT)
        }),
        ("assign: all pairs of 2,000, twenty weights", 2_000, |n| {
            all_pairs(n, 20)
        }),
        ("assign: all pairs of 2,000, all alike", 2_000, |n| {
            all_pairs(n, 1)
        }),
    ] {
        if wanted(name) {
            assigning(name, count, &edges(count));
        }
    }
    for (name, count, edges) in [
        (
            "cluster: a million records, small components",
            1_000_000,
            duplicates as fn(u32) -> _,
        ),
        ("cluster: 30,000 records, one component", 30_000, |n| {
            random(n, 6, 20 * BIT)
        }),
        ("cluster: a hub of 30,000", 30_000, hub),
        ("cluster: all pairs of 1,500", 1_500, |n| {
            all_pairs(n, 20 * BIT)
        }),
    ] {
        if wanted(name) {
            grouping(name, count, &edges(count));
        }
    }
    let name = "estimate: 100,000 cells, 200 replicates";
    if wanted(name) {
        estimating(name);
    }
}

fn assigning(name: &str, count: u32, edges: &[Edge]) {
    let keys: Vec<u64> = (0..u64::from(count)).map(|i| i * 7 + 1).collect();
    let keys = Keys {
        left: &keys,
        right: &keys,
    };
    measured(name, || {
        let found = assign(edges, keys, &Unwatched).expect("nobody stops it");
        let tied = |p: &&linkage::assign::Pair| p.standing == Standing::Tied;
        let tied = found.pairs.iter().filter(tied).count();
        format!("{} pairs, {tied} of them tied", found.pairs.len())
    });
}

fn grouping(name: &str, count: u32, edges: &[Edge]) {
    let keys: Vec<u64> = (0..u64::from(count)).map(|i| i * 7 + 1).collect();
    let rule = Rule {
        floor: 0,
        absent: -10 * BIT as i64,
        least: None,
        then: Then::Refine,
    };
    measured(name, || {
        let found = cluster(edges, &keys, rule, &Unwatched).expect("nobody stops it");
        let most = found.groups.iter().map(|g| g.members.len()).max();
        let (groups, cut) = (found.groups.len(), found.cut.len());
        format!("{groups} groups, the largest of {most:?}, {cut} cut")
    });
}

fn estimating(name: &str) {
    let says = |at: u64, tilt: f64| 1.0 / (1.0 + (tilt * (at as f64 - 60_000.0) / -3_000.0).exp());
    let cells: Vec<Cell> = (0..100_000)
        .map(|at| Cell {
            bits: at as i64,
            count: 1 + (100_000 - at) / 5_000,
            probability: says(at, 1.0),
        })
        .collect();
    let replicates: Vec<Replicate> = (0..200)
        .map(|replicate| Replicate {
            probabilities: (0..100_000)
                .map(|at| says(at, 0.9 + f64::from(replicate) / 1_000.0))
                .collect(),
            missed: 500.0,
        })
        .collect();
    measured(name, || {
        let drawn = chart(&Evidence {
            cells: &cells,
            missed: Missed {
                expected: 500.0,
                standard_error: 40.0,
            },
            replicates: &replicates,
            reviewed: &[],
            level: 0.95,
            seed: 1,
        })
        .expect("the parts belong together");
        let chosen = drawn.choose(Budget::BestF1, Certainty::Expected).point();
        format!("{} points, {:?}", drawn.points.len(), chosen.map(|p| p.f1))
    });
}

/// Everybody's true partner and two others.
fn thirds(count: u32) -> Vec<Edge> {
    persons(count, 2)
}

/// Everybody's true partner weighs most; so many others at random weigh less.
fn persons(count: u32, others: u32) -> Vec<Edge> {
    let mut draws = Draws::new(1, 0);
    let mut below = |most: u64| draws.bits() % most;
    let partner = |left: u32| (u64::from(left) * 7_919 % u64::from(count)) as u32;
    let mut edges: Vec<_> = (0..count)
        .map(|left| edge(left, partner(left), 15 * BIT + below(20 * BIT)))
        .collect();
    for _ in 0..others * count {
        let (left, right) = (below(u64::from(count)), below(u64::from(count)));
        edges.push(edge(left as u32, right as u32, below(20 * BIT)));
    }
    edges
}

/// So many edges a record, at random.
fn random(count: u32, each: u32, most: u64) -> Vec<Edge> {
    let mut draws = Draws::new(2, 0);
    let mut below = |most: u64| draws.bits() % most;
    let n = u64::from(count);
    (0..count * each)
        .map(|_| edge(below(n) as u32, below(n) as u32, 1 + below(most)))
        .collect()
}

fn all_pairs(count: u32, most: u64) -> Vec<Edge> {
    let mut draws = Draws::new(3, 0);
    let pairs = (0..count).flat_map(|left| (0..count).map(move |right| (left, right)));
    pairs
        .map(|(left, right)| edge(left, right, 1 + draws.bits() % most))
        .collect()
}

/// Persons with one to five entries each, most of whose pairs are candidates, and some strangers.
fn duplicates(count: u32) -> Vec<Edge> {
    let mut draws = Draws::new(4, 0);
    let mut below = |most: u64| draws.bits() % most;
    let mut edges = Vec::new();
    let mut first = 0;
    while first < count {
        let last = (first + 1 + below(5) as u32).min(count);
        for left in first..last {
            for right in left + 1..last {
                if below(10) > 0 {
                    edges.push(edge(left, right, 5 * BIT + below(20 * BIT)));
                }
            }
        }
        if below(3) == 0 {
            edges.push(edge(first, below(u64::from(count)) as u32, below(5 * BIT)));
        }
        first = last;
    }
    edges
}

/// One record like all others, who are like nobody else.
fn hub(count: u32) -> Vec<Edge> {
    let mut draws = Draws::new(5, 0);
    (1..count)
        .map(|right| edge(0, right, 1 + draws.bits() % (20 * BIT)))
        .collect()
}

fn edge(left: u32, right: u32, weight: u64) -> Edge {
    Edge {
        left,
        right,
        weight: weight as i64,
    }
}

fn measured(name: &str, mut work: impl FnMut() -> String) {
    let mut best: Option<(Duration, Duration)> = None;
    let mut said = String::new();
    for _ in 0..ROUNDS {
        let (wall, cpu) = (Instant::now(), processor_time());
        said = work();
        let spent = (processor_time().saturating_sub(cpu), wall.elapsed());
        best = Some(best.map_or(spent, |old| old.min(spent)));
    }
    let (cpu, wall) = best.unwrap_or_default();
    println!(
        "{name:<46} {:>9} {:>9}  {said}",
        cpu.as_millis(),
        wall.as_millis()
    );
}

/// What this thread has used of a processor; nothing where the system does not say.
fn processor_time() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let spent = told.split(' ').next().and_then(|n| n.parse().ok());
    Duration::from_nanos(spent.unwrap_or(0))
}
