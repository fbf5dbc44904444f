//! What frontiers of packages cost: additive ones of any size, and interdependent ones of the shapes
//! of the public domains. `cargo bench -p planner --bench packages [PART OF A NAME]`.
//!
//! With `PACKAGES_WRITE=FOLDER` every problem is also written there as JSON, for the peers in
//! `benchmarks/planner/packages`. With `PACKAGES_READ=FOLDER` the GENIUS domains of that folder, each
//! in a folder of its own, are read and measured too, as `public: NAME`.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::disallowed_methods,
    reason = "a benchmark prints its result, looks at the clock and stops at the first fault"
)]

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use planner::{
    packages::{
        analysis::{Among, Points, Question, analyse, directly},
        domain::{Domain, Issue, Options},
        frontier::{Frontier, Proof},
        method::{self, Method},
        overstate::{Claims, IssuesSeen},
        problem::Problem,
        profile::{Bound, Counts, Profile, Run, Term},
        read::{Source, read},
        solution::Beyond,
    },
    watch::{Stage, Stopped, Watch},
};

/// Each is run again until it has taken so long, and the best counts, unless `PACKAGES_ROUNDS` says how
/// often. Processor time is counted over all of it, as it is told in steps of some milliseconds.
const TOGETHER: Duration = Duration::from_millis(200);

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|a| a != "--bench");
    let first = arguments.next();
    let wanted = Wanted {
        list: first.as_deref() == Some("--list"),
        part: first.filter(|a| !a.starts_with("--")),
    };
    if !wanted.list {
        println!(
            "{:<48} {:>9} {:>9} {:>9} {:>8}  proof",
            "", "packages", "ms", "CPU ms", "points"
        );
    }
    for (issues, options, scale) in ADDITIVE {
        let name = format!("additive: {issues} issues of {options}, {scale} points");
        if wanted.one(&name) {
            let problem = additive(2, *issues, *options, *scale);
            measured(&name, &problem, Method::Automatic);
        }
    }
    for (parties, issues, scale) in [(3, 6, 100), (3, 10, 100), (3, 8, 10_000), (4, 6, 100)] {
        let name = format!("additive: {parties} parties, {issues} issues of 5, {scale} points");
        if wanted.one(&name) {
            let problem = additive(parties, issues, 5, scale);
            measured(&name, &problem, Method::Automatic);
        }
    }
    for (parties, issues, options, scale) in RULES {
        let name =
            format!("rules: {parties} parties, {issues} issues of {options}, {scale} points");
        if wanted.one(&name) {
            rules(&name, &additive(*parties, *issues, *options, *scale));
        }
    }
    for (parties, issues, options, scale) in OVERSTATED {
        let name =
            format!("overstating: {parties} parties, {issues} issues of {options}, {scale} points");
        if wanted.one(&name) {
            overstated(&name, &additive(*parties, *issues, *options, *scale));
        }
    }
    for (parties, shape) in RULES_OF_SHAPES {
        let shape = &SHAPES[*shape];
        let name = format!("rules: {parties} parties, {}", shape.name);
        if wanted.one(&name) {
            rules(&name, &shape.problem(*parties, 1));
        }
    }
    for shape in SHAPES {
        for seed in 1..=3 {
            let name = format!("boxes: {} seed {seed}", shape.name);
            wanted.both(&name, || shape.problem(2, seed));
        }
    }
    if let Ok(folder) = std::env::var("PACKAGES_READ") {
        for folder in folders(Path::new(&folder)) {
            let name = format!("public: {}", stem(&folder));
            wanted.both(&name, || domain(&folder));
        }
    }
    if !wanted.list {
        println!("most memory of the process: {}", memory());
    }
}

/// What was asked for on the command line.
struct Wanted {
    /// Only the names.
    list: bool,
    /// All whose names have this in them.
    part: Option<String>,
}

impl Wanted {
    /// Whether one is to be measured; its name is listed where that was asked.
    fn one(&self, name: &str) -> bool {
        if self.list {
            println!("{name}");
            return false;
        }
        let part = self.part.as_ref();
        part.is_none_or(|part| name.contains(part.as_str()))
    }

    /// The same problem by the method that is used and by the second one.
    fn both(&self, name: &str, problem: impl Fn() -> Problem) {
        for (method, said) in [(Method::Issues, "issues"), (Method::Cliques, "cliques")] {
            let name = format!("{name}, {said}");
            if self.one(&name) {
                measured(&name, &problem(), method);
            }
        }
    }
}

/// Issues, options and points of additive problems of two parties.
const ADDITIVE: &[(usize, usize, i64)] = &[
    (6, 10, 10_000),
    (7, 8, 10_000),
    (7, 10, 10_000),
    (10, 10, 10_000),
    (12, 10, 10_000),
    (30, 10, 10_000),
    (60, 10, 10_000),
    (200, 10, 10_000),
    (200, 100, 10_000),
    (1_000, 10, 10_000),
    (1_000, 100, 10_000),
    (30, 10, 1_000_000),
];

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths
}

fn folders(folder: &Path) -> impl Iterator<Item = PathBuf> {
    listed(folder).into_iter().filter(|path| path.is_dir())
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().expect("a name");
    stem.to_string_lossy().into_owned()
}

/// The domain of a folder, as the reader of the crate reads it.
fn domain(folder: &Path) -> Problem {
    let files: Vec<(String, Vec<u8>)> = (listed(folder).iter())
        .map(|path| (stem(path), std::fs::read(path).expect("a file")))
        .filter(|(name, _)| name.ends_with("-domain") || name.starts_with("profile-"))
        .collect();
    let sources: Vec<Source<'_>> = (files.iter())
        .map(|(file, bytes)| Source { file, bytes })
        .collect();
    let reading = read(&sources).expect("a domain that can be read");
    reading.problem
}

/// Processor time of all threads so far, as the kernel counts it; nothing where it does not say.
fn processor() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    let spent = tasks.flatten().filter_map(|task| {
        let said = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        said.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(spent.sum())
}

/// The most memory that the process has had: that of one problem only where one was asked for.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not known".to_owned(), |most| most.trim().to_owned())
}

/// Where the frontier is too large to list: what each rule picks is proved by itself.
const RULES: &[(usize, usize, usize, i64)] = &[
    (3, 12, 10, 10_000),
    (3, 30, 10, 10_000),
    (4, 12, 10, 10_000),
    (5, 10, 5, 10_000),
    (6, 12, 10, 10_000),
    (8, 10, 5, 1_000),
    (3, 200, 10, 10_000),
    (4, 60, 10, 10_000),
    (8, 30, 10, 10_000),
    (12, 20, 10, 10_000),
];

/// The same where points hang on several issues: parties, and which shape.
const RULES_OF_SHAPES: &[(usize, usize)] = &[(3, 0), (3, 1), (3, 2), (3, 4), (4, 1), (5, 0)];

/// The whole analysis, with what overstating would do.
const OVERSTATED: &[(usize, usize, usize, i64)] = &[
    (2, 30, 10, 10_000),
    (2, 200, 10, 10_000),
    (2, 300, 10, 10_000),
    (2, 1_000, 10, 10_000),
    (2, 1_000, 100, 10_000),
    (2, 30, 10, 1_000_000),
    (3, 12, 10, 10_000),
    (3, 60, 10, 10_000),
    (4, 12, 10, 10_000),
    (6, 12, 10, 10_000),
];

fn overstated(name: &str, problem: &Problem) {
    let question = Question {
        points: Points::Comparable,
        ..Question::default()
    };
    let listed = Question {
        claims: Claims::Listed,
        ..question
    };
    let mut spent = Vec::new();
    let mut seen = None;
    for question in [listed, question] {
        let (begun, before) = (Instant::now(), processor());
        let watch = Timed::from(begun);
        let found = analyse(problem, question, &watch).expect("something to say");
        spent.push((begun.elapsed(), processor().saturating_sub(before)));
        seen = Some(found.overstated_issues);
    }
    let [(without, without_cpu), (with, with_cpu)] = spent[..] else {
        return;
    };
    println!(
        "{name:<48} {:>9.2} s more, {:.2} CPU s more  {}",
        with.saturating_sub(without).as_secs_f64(),
        with_cpu.saturating_sub(without_cpu).as_secs_f64(),
        match seen {
            Some(IssuesSeen::All) => "all issues".to_owned(),
            Some(IssuesSeen::Some) => "all issues, not all proved".to_owned(),
            Some(IssuesSeen::Foremost(looked)) => format!("the {looked} foremost issues"),
            Some(IssuesSeen::HangTogether | IssuesSeen::NotLookedAt) => "no issue".to_owned(),
            Some(IssuesSeen::Stopped) | None => "stopped".to_owned(),
        }
    );
}

fn rules(name: &str, problem: &Problem) {
    let begun = Instant::now();
    let watch = Timed::from(begun);
    let question = Question {
        points: Points::Comparable,
        ..Question::default()
    };
    let asked = directly(problem, question, &watch).expect("something to say");
    let spent = begun.elapsed().as_secs_f64() * 1000.0;
    let each = asked.iter().map(|asked| match asked.beyond {
        _ if asked.among == Among::All => "proved".to_owned(),
        None => "listed".to_owned(),
        Some(Beyond::MeanGain { thousandths }) => format!(
            "mean gain at most {:+.1} %",
            (thousandths - 1_000) as f64 / 10.0
        ),
        Some(Beyond::LeastShare { thousandths }) => {
            format!("least share at most {:.1} %", thousandths as f64 / 10.0)
        }
        Some(Beyond::LeastGain { points }) => format!("least gain at most {points}"),
    });
    let each: Vec<String> = each.collect();
    println!(
        "{name:<48} {spent:>19.1} ms  Nash, Kalai-Smorodinsky, egalitarian: {}",
        each.join(", ")
    );
}

/// A shape of interdependent domains with ten options an issue.
struct Shape {
    name: &'static str,
    issues: u64,
    /// Terms of each party.
    terms: u64,
    /// The most issues that a term names.
    named: u64,
    /// How many of ten terms count outside.
    outside: u64,
    /// How many options a term names on an issue, at least and at most.
    width: (u64, u64),
}

/// As the public nonlinear domains are: few to many issues, wide and narrow boxes, some issues named
/// far more often than others.
const SHAPES: &[Shape] = &[
    Shape {
        name: "10 issues, 20 terms on 1 to 4",
        issues: 10,
        terms: 20,
        named: 4,
        outside: 0,
        width: (1, 9),
    },
    Shape {
        name: "20 issues, 40 terms on 1 to 4",
        issues: 20,
        terms: 40,
        named: 4,
        outside: 0,
        width: (1, 9),
    },
    Shape {
        name: "30 issues, 60 terms on 1 to 4",
        issues: 30,
        terms: 60,
        named: 4,
        outside: 0,
        width: (1, 9),
    },
    Shape {
        name: "30 issues, 82 narrow terms on 1 or 2",
        issues: 30,
        terms: 82,
        named: 2,
        outside: 3,
        width: (1, 5),
    },
    Shape {
        name: "40 issues, 100 terms on 1 or 2",
        issues: 40,
        terms: 100,
        named: 2,
        outside: 2,
        width: (3, 9),
    },
    Shape {
        name: "50 issues, 127 wide terms on 1 or 2",
        issues: 50,
        terms: 127,
        named: 2,
        outside: 2,
        width: (5, 10),
    },
    Shape {
        name: "50 issues, 127 narrow terms on 1 or 2",
        issues: 50,
        terms: 127,
        named: 2,
        outside: 3,
        width: (1, 5),
    },
];

impl Shape {
    fn problem(&self, parties: usize, seed: u64) -> Problem {
        let mut draws = Draws(
            seed.wrapping_mul(0x9e37_79b9)
                .wrapping_add(self.issues * 1_000 + self.terms),
        );
        let party = |name: &str, draws: &mut Draws| Profile {
            party: name.to_owned(),
            points: vec![vec![0; 10]; self.issues as usize],
            terms: (0..self.terms).map(|_| self.term(draws)).collect(),
            at_least: None,
            without_agreement: 0,
        };
        let profiles = (0..parties).map(|at| party(&at.to_string(), &mut draws));
        let profiles = profiles.collect();
        problem(&vec![10; self.issues as usize], profiles)
    }

    fn term(&self, draws: &mut Draws) -> Term {
        let named = 1 + draws.below(self.named);
        let mut issues: Vec<usize> = Vec::new();
        while issues.len() < named as usize {
            // Of two draws the higher: later issues are named more often.
            let issue = draws.below(self.issues).max(draws.below(self.issues)) as usize;
            if !issues.contains(&issue) {
                issues.push(issue);
            }
        }
        issues.sort_unstable();
        let bound = |issue: usize, draws: &mut Draws| {
            let width = self.width.0 + draws.below(self.width.1 - self.width.0 + 1);
            let first = draws.below(11 - width) as u32;
            let last = first + width as u32 - 1;
            Bound {
                issue,
                runs: vec![Run { first, last }],
            }
        };
        let outside = draws.below(10) < self.outside;
        Term {
            points: 1 + draws.below(100) as i64,
            counts: if outside {
                Counts::Outside
            } else {
                Counts::Inside
            },
            bounds: issues
                .into_iter()
                .map(|issue| bound(issue, draws))
                .collect(),
        }
    }
}

fn additive(parties: usize, issues: usize, options: usize, scale: i64) -> Problem {
    let mut draws = Draws(issues as u64 * 31 + parties as u64);
    let profiles = (0..parties).map(|party| Profile {
        party: party.to_string(),
        points: weights(&mut draws, issues, scale)
            .into_iter()
            .map(|whole| {
                let mut points: Vec<i64> = (0..options)
                    .map(|_| draws.below(whole as u64 + 1) as i64)
                    .collect();
                points[draws.below(options as u64) as usize] = whole;
                points
            })
            .collect(),
        terms: Vec::new(),
        at_least: None,
        without_agreement: 0,
    });
    let profiles = profiles.collect();
    problem(&vec![options; issues], profiles)
}

/// Parts of a whole, one an issue.
fn weights(draws: &mut Draws, issues: usize, whole: i64) -> Vec<i64> {
    let raw: Vec<i64> = (0..issues).map(|_| 1 + draws.below(1_000) as i64).collect();
    let sum: i64 = raw.iter().sum();
    raw.iter().map(|part| part * whole / sum).collect()
}

fn problem(counts: &[usize], profiles: Vec<Profile>) -> Problem {
    let issues = counts.iter().enumerate().map(|(at, count)| Issue {
        name: format!("issue {at}"),
        options: Options::Numbers {
            from: 0,
            step: 1,
            count: *count,
        },
    });
    let domain = Domain::new(issues.collect()).expect("a domain");
    Problem::new(domain, profiles, None).expect("a problem")
}

/// A generator of numbers from a seed (`SplitMix64`; Steele, Lea and Flood 2014).
struct Draws(u64);

impl Draws {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % most
    }
}

/// Stops after a while, and remembers what it was told.
struct Timed {
    until: Instant,
    told: AtomicU64,
}

impl Timed {
    fn from(start: Instant) -> Self {
        let limit = std::env::var("PACKAGES_SECONDS");
        let limit = limit.ok().and_then(|s| s.parse().ok()).unwrap_or(60);
        Self {
            until: start + Duration::from_secs(limit),
            told: AtomicU64::new(0),
        }
    }
}

impl Watch for Timed {
    fn at(&self, _: Stage, done: u64, of: u64) -> Result<(), Stopped> {
        self.told.store(done * 1_000 / of.max(1), Ordering::Relaxed);
        if Instant::now() > self.until {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

fn measured(name: &str, problem: &Problem, method: Method) {
    let rounds: Option<u32> = (std::env::var("PACKAGES_ROUNDS").ok()).and_then(|s| s.parse().ok());
    let mut best: Option<(Duration, Frontier)> = None;
    let (begun, before, mut done) = (Instant::now(), processor(), 0);
    while rounds.map_or_else(
        || done == 0 || begun.elapsed() < TOGETHER,
        |rounds| done < rounds,
    ) {
        let start = Instant::now();
        let watch = Timed::from(start);
        let found = method::frontier(problem, method, &watch);
        let spent = start.elapsed();
        if best.as_ref().is_none_or(|(old, _)| spent < *old) {
            best = Some((spent, found));
        }
        done += 1;
    }
    let processor = processor().saturating_sub(before) / done;
    let (spent, found) = best.expect("one round");
    if let Ok(folder) = std::env::var("PACKAGES_WRITE") {
        write(&folder, name, problem, &found);
    }
    let proof = match &found.proof {
        Proof::Exact => "exact".to_owned(),
        Proof::Within(points) => format!("within {points:?}"),
        Proof::Open(gaps) => format!("{} gaps open", gaps.len()),
    };
    println!(
        "{name:<48} {:>9} {:>9.3} {:>9.3} {:>8}  {proof}",
        format!("10^{:.0}", problem.domain().outcomes_log10()),
        spent.as_secs_f64() * 1_000.0,
        processor.as_secs_f64() * 1_000.0,
        found.deals.len(),
    );
}

/// The problem and the points of its frontier, for the peers.
fn write(folder: &str, name: &str, problem: &Problem, found: &Frontier) {
    let file = name.replace([' ', ':', ','], "-");
    let issues = problem.domain().issues().iter();
    let counts: Vec<usize> = issues.map(|issue| issue.options.count()).collect();
    let points: Vec<&Vec<i64>> = found.deals.iter().map(|deal| &deal.worth).collect();
    let whole = serde_json::json!({
        "name": name, "options": counts, "profiles": problem.profiles(), "points": points
    });
    std::fs::write(format!("{folder}/{file}.json"), whole.to_string())
        .expect("a folder to write to");
}
