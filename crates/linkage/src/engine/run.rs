//! One run: which pairs are looked at, what is learnt from them, and which are worth keeping.

use rayon::prelude::*;

use super::{
    blocking::Blocking,
    comparator::NameParts,
    frequency::Frequencies,
    kin::Kin,
    model::{self, FieldStart, Model},
    part::Part,
    pattern::{Histogram, Pattern},
    plan::Comparisons,
    progress::{Going, Kept},
    scan::{Scan, Task},
    weigh::Weigher,
};
use crate::watch::{Stage, Stopped, Watch};

/// Up to so many pairs all are compared.
pub const ALL_PAIRS: u64 = 400_000_000;
/// Pairs below this many bits, the prior included, are dropped.
pub const FLOOR: f64 = -12.0;
/// From this probability on two are kept as relatives, however unlikely it is that they are one.
pub const RELATIVES: f64 = 0.5;
/// How many entries are compared with the whole other list where lists are blocked.
const SAMPLE: usize = 200;

/// A pair worth keeping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    pub left: u32,
    pub right: u32,
    pub pattern: Pattern,
    /// The odds that they are one person, in bits, the prior included.
    pub bits: f64,
    /// Probability that they are close relatives; none where the fields cannot tell.
    pub kin: Option<f64>,
}

/// Which pairs were looked at.
#[derive(Debug, Clone)]
pub enum Looked {
    /// All.
    AllPairs,
    /// Those that some combination of fields brought.
    Blocked {
        compared: u64,
        keys: Vec<Vec<crate::list::FieldKind>>,
        /// Expected true pairs of the sampled entries: with all pairs looked at, and of these lost.
        expected: f64,
        lost: f64,
        sampled: u32,
    },
}

/// What a run found.
pub struct Run {
    pub model: Model,
    pub frequencies: Vec<Frequencies>,
    starts: Vec<FieldStart>,
    most: f64,
    /// The patterns that were counted, for what is estimated from them.
    pub histogram: Vec<(Pattern, u64)>,
    /// In order of left, then right.
    pub scored: Vec<Scored>,
    pub looked: Looked,
}

impl Run {
    /// Weighs as this run weighed.
    pub fn weigher<'a>(&'a self, comparisons: &'a Comparisons) -> Weigher<'a> {
        Weigher::new(comparisons, &self.model, &self.frequencies)
    }

    /// The model as it would be, had these pairs been seen.
    pub fn learn_again(&self, histogram: &[(Pattern, u64)]) -> Model {
        model::learn_on(&self.model, &self.starts, histogram, self.most)
    }
}

/// Compares, learns and weighs, from where the work was left before.
///
/// # Errors
/// [`Stopped`] when the watcher says so.
pub fn run(
    comparisons: &Comparisons,
    task: Task,
    mut going: Going,
    watch: &dyn Watch,
) -> Result<Run, Stopped> {
    going.check(comparisons);
    let run = if pairs_of(comparisons, task) <= ALL_PAIRS {
        all_pairs(comparisons, task, &mut going, watch)
    } else {
        blocked(comparisons, task, &mut going, watch)
    };
    going.ended();
    run
}

/// Every pair there is.
pub(super) fn all_pairs(
    comparisons: &Comparisons,
    task: Task,
    going: &mut Going,
    watch: &dyn Watch,
) -> Result<Run, Stopped> {
    let all: Vec<u32> = (0..comparisons.left).collect();
    let scan = Scan::new(comparisons, task, &all, going, watch)?;
    let starts = starts(comparisons, task, &scan, &all);
    // Every pair is looked at twice: to learn, then to weigh.
    let both = 2 * u64::from(comparisons.left);
    let rest = all.get(going.counted() as usize..).unwrap_or_default();
    for group in rest.chunks(going.at_once(rest.len(), 1)) {
        let within = Within(watch, u64::from(going.counted()), both);
        let counted = scan.each_chunk(
            group,
            &within,
            Histogram::default,
            |histogram, scratch, left| {
                scan.visit(left, scratch, |_, pattern| histogram.count(pattern));
            },
        )?;
        going.count(group.len(), counted);
    }
    let histogram = going.histogram();
    let model = learn(comparisons, task, &starts, &histogram);
    let frequencies = frequencies(comparisons, &starts, Some(&scan));
    let weigher = Weigher::new(comparisons, &model, &frequencies);
    let rest = all.get(going.seen() as usize..).unwrap_or_default();
    for group in rest.chunks(going.at_once(rest.len(), 1)) {
        let before = u64::from(comparisons.left) + u64::from(going.seen());
        let within = Within(watch, before, both);
        let kept = scan.each_chunk(group, &within, Vec::new, |kept, scratch, left| {
            scan.visit(left, scratch, |right, pattern| {
                if weigher.scored(left, right, pattern).is_some() {
                    kept.push(Kept {
                        left,
                        right,
                        pattern,
                    });
                }
            });
        })?;
        going.see(group.len(), kept);
    }
    Ok(Run {
        scored: scored(&weigher, going),
        model,
        frequencies,
        starts,
        most: most(comparisons, task),
        histogram,
        looked: Looked::AllPairs,
    })
}

/// Pairs weighed in one go on a thread.
const WEIGHED_AT_ONCE: usize = 1 << 16;

/// The pairs that were kept, weighed, in order of left, then right.
fn scored(weigher: &Weigher, going: &mut Going) -> Vec<Scored> {
    let of_part = |kept: &[Kept]| -> Vec<Scored> {
        let scored = kept.iter();
        scored
            .filter_map(|k| weigher.scored(k.left, k.right, k.pattern))
            .collect()
    };
    let parts: Vec<Vec<Scored>> =
        going.pairs(|kept| kept.par_chunks(WEIGHED_AT_ONCE).map(of_part).collect());
    let mut scored = parts.concat();
    scored.sort_unstable_by_key(|s| (s.left, s.right));
    scored
}

/// A part of a stage: what it counts from nought is so much further of so many.
struct Within<'w>(&'w dyn Watch, u64, u64);

impl Watch for Within<'_> {
    fn at(&self, stage: Stage, done: u64, _: u64) -> Result<(), Stopped> {
        self.0.at(stage, self.1 + done, self.2)
    }
}

/// The pairs that some combination of fields brings.
pub(super) fn blocked(
    comparisons: &Comparisons,
    task: Task,
    going: &mut Going,
    watch: &dyn Watch,
) -> Result<Run, Stopped> {
    let sample = sample(comparisons);
    let scan = Scan::new(comparisons, Task::Link, &sample, going, watch)?;
    let starts = starts(comparisons, task, &scan, &sample);
    let rough = model::start(&starts, all_of(comparisons, task), most(comparisons, task));
    let rough = rough.table();
    let mut blocking = Blocking::new(comparisons, task);
    let before = going.keys() as usize;
    let step = |part: &mut Part, left, right, pattern| {
        let pair = Kept {
            left,
            right,
            pattern,
        };
        part.add(pair, |pattern| rough.odds(pattern).0 > ROUGH_FLOOR);
    };
    blocking.each_pair(before, watch, Part::default, step, |parts| {
        going.key_done(parts.into_iter().map(Part::found));
    })?;
    let histogram = going.histogram();
    let model = learn(comparisons, task, &starts, &histogram);
    let frequencies = frequencies(comparisons, &starts, None);
    let weigher = Weigher::new(comparisons, &model, &frequencies);
    let scored = scored(&weigher, going);
    let (expected, lost) = loss(&scan, &blocking, &weigher, &sample, task, watch)?;
    let looked = Looked::Blocked {
        compared: histogram.iter().map(|&(_, pairs)| pairs).sum(),
        keys: blocking.kinds(),
        expected,
        lost,
        sampled: u32::try_from(sample.len()).unwrap_or(u32::MAX),
    };
    Ok(Run {
        model,
        frequencies,
        starts,
        most: most(comparisons, task),
        histogram,
        scored,
        looked,
    })
}

/// Before anything is learnt: what lies below this is not looked at again.
const ROUGH_FLOOR: f64 = -18.0;

/// How many true pairs the sampled entries are expected to have, and how many of them no combination
/// of fields brings.
fn loss(
    scan: &Scan,
    blocking: &Blocking,
    weigher: &Weigher,
    sample: &[u32],
    task: Task,
    watch: &dyn Watch,
) -> Result<(f64, f64), Stopped> {
    let found = scan.each_chunk(
        sample,
        watch,
        || (0.0, 0.0),
        |(expected, lost), scratch, left| {
            scan.visit(left, scratch, |right, pattern| {
                if task == Task::Dedupe && right == left {
                    return;
                }
                let Some(scored) = weigher.scored(left, right, pattern) else {
                    return;
                };
                let share = model::probability(scored.bits);
                *expected += share;
                if !blocking.covers(left, right) {
                    *lost += share;
                }
            });
        },
    )?;
    let sum = |(a, b): (f64, f64), (c, d): (f64, f64)| (a + c, b + d);
    Ok(found.into_iter().fold((0.0, 0.0), sum))
}

/// Entries chosen by what they say, so that their order in the list does not matter.
fn sample(comparisons: &Comparisons) -> Vec<u32> {
    let mut ranked: Vec<(u64, u32)> = (0..comparisons.left)
        .map(|record| (comparisons.left_contents.of_record(record), record))
        .collect();
    let most = SAMPLE.min(ranked.len());
    if most < ranked.len() {
        ranked.select_nth_unstable(most);
    }
    let mut chosen: Vec<u32> = ranked.into_iter().take(most).map(|(_, r)| r).collect();
    chosen.sort_unstable();
    chosen
}

/// How many pairs there are at each level of each comparison. Those of the very same value are
/// counted; the rest is what the visited records showed, scaled up.
fn starts(comparisons: &Comparisons, task: Task, scan: &Scan, visited: &[u32]) -> Vec<FieldStart> {
    let mut starts: Vec<FieldStart> = comparisons
        .each
        .iter()
        .enumerate()
        .map(|(i, c)| {
            let scale = c.comparator.scale();
            let mut seen = vec![0.0; scale.len()];
            let mut present = 0.0;
            for value in visited.iter().filter_map(|&r| c.left.value(r as usize)) {
                present += 1.0;
                let row = scan.rows(i).map(|rows| rows.of(value)).unwrap_or_default();
                for &(other, level) in row {
                    if let Some(sum) = seen.get_mut(usize::from(level.0).wrapping_sub(1)) {
                        *sum += f64::from(c.right.count(other));
                    }
                }
            }
            let all = f64::from(c.left.present) * f64::from(c.right.present);
            let scale_up = f64::from(c.left.present) / f64::max(present, 1.0);
            let mut pairs: Vec<f64> = seen.iter().map(|n| n * scale_up).collect();
            let same = model::as_float(c.left.pairs_alike(&c.right));
            if let Some(first) = pairs.first_mut() {
                *first = f64::max(
                    same,
                    *first * f64::from(u8::from(visited.len() == comparisons.left as usize)),
                );
            }
            let agree: f64 = pairs.iter().sum();
            if let Some(last) = pairs.last_mut() {
                *last += (all - agree).max(0.0);
            }
            if task == Task::Dedupe {
                if let Some(first) = pairs.first_mut() {
                    *first = (*first - f64::from(c.left.present)).max(0.0);
                }
                for n in &mut pairs {
                    *n /= 2.0;
                }
            }
            FieldStart {
                scale,
                pairs,
                kin: Kin::of(c.kind),
                given: c.comparator.given(),
            }
        })
        .collect();
    add_exchanged(comparisons, &mut starts);
    starts
}

/// How often names agree crosswise by chance.
fn add_exchanged(comparisons: &Comparisons, starts: &mut [FieldStart]) {
    let Some(e) = comparisons.exchange else {
        return;
    };
    let cross = |a: usize, b: usize| {
        let (a, b) = comparisons.each.get(a).zip(comparisons.each.get(b))?;
        let same = model::as_float(a.left.pairs_alike(&b.right));
        Some(same / (f64::from(a.left.present) * f64::from(b.right.present)).max(1.0))
    };
    let (Some(one), Some(two)) = (cross(e.given, e.family), cross(e.family, e.given)) else {
        return;
    };
    if let Some(given) = starts.get_mut(e.given) {
        let all: f64 = given.pairs.iter().sum();
        let at = usize::from(NameParts::EXCHANGED.0) - 1;
        if let Some(pairs) = given.pairs.get_mut(at) {
            *pairs = (one * two * all).max(1e-3);
        }
    }
}

fn learn(
    comparisons: &Comparisons,
    task: Task,
    starts: &[FieldStart],
    histogram: &[(Pattern, u64)],
) -> Model {
    model::learn(
        starts,
        histogram,
        all_of(comparisons, task),
        most(comparisons, task),
    )
}

fn frequencies(
    comparisons: &Comparisons,
    starts: &[FieldStart],
    scan: Option<&Scan>,
) -> Vec<Frequencies> {
    let each = comparisons.each.iter().zip(starts).enumerate();
    each.map(|(i, (c, start))| match scan.and_then(|scan| scan.rows(i)) {
        Some(rows) => Frequencies::complete(c, rows, &start.pairs),
        None => Frequencies::of_counts(c, &start.pairs),
    })
    .collect()
}

impl Weigher<'_> {
    /// The pair with its evidence, if that is worth keeping.
    pub fn scored(&self, left: u32, right: u32, pattern: Pattern) -> Option<Scored> {
        let (bits, kin) = self.odds_above(FLOOR, left, right, pattern)?;
        let relatives = kin.is_some_and(|kin| kin >= RELATIVES);
        (bits >= FLOOR || relatives).then_some(Scored {
            left,
            right,
            pattern,
            bits,
            kin,
        })
    }
}

/// How many pairs there are.
pub fn pairs_of(comparisons: &Comparisons, task: Task) -> u64 {
    let (left, right) = (u64::from(comparisons.left), u64::from(comparisons.right));
    match task {
        Task::Link => left * right,
        Task::Dedupe => left * left.saturating_sub(1) / 2,
    }
}

fn all_of(comparisons: &Comparisons, task: Task) -> f64 {
    model::as_float(pairs_of(comparisons, task)).max(1.0)
}

/// The most pairs of one person that are thinkable; at least one, so that there are odds at all.
fn most(comparisons: &Comparisons, task: Task) -> f64 {
    let most = match task {
        Task::Link => f64::from(comparisons.left.min(comparisons.right)),
        Task::Dedupe => 3.0 * f64::from(comparisons.left),
    };
    most.max(1.0)
}
