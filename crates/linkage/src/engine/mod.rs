//! Comparing two lists, or one with itself.

mod comparator;
mod frequency;
mod joint;
mod letters;
mod model;
mod pattern;
mod plan;
mod rows;
mod scan;

use crate::{
    list::List,
    watch::{Stopped, Watch},
};
pub use comparator::Agreement;
use comparator::Level;
use frequency::Frequencies;
pub use joint::Side;
use model::{FieldStart, as_float};
use plan::Plan;
use scan::Scan;
pub use scan::Task;

/// scratch
pub struct Found {
    pub a: u32,
    pub b: u32,
    pub bits: f64,
    pub pattern: u64,
}

/// scratch
pub fn run(
    left: &List,
    right: Option<&List>,
    watch: &dyn Watch,
) -> Result<(Vec<Found>, model::Model), Stopped> {
    let task = if right.is_some() {
        Task::Link
    } else {
        Task::Dedupe
    };
    let right = right.unwrap_or(left);
    let plan = Plan::new(left, right, task, watch)?;
    let (n, m) = (left.table.rows.len() as u64, right.table.rows.len() as u64);
    let n_pairs = match task {
        Task::Link => as_float(n * m),
        Task::Dedupe => as_float(n * (n - 1) / 2),
    };
    let most = match task {
        Task::Link => as_float(n.min(m)),
        Task::Dedupe => as_float(n) * 3.0,
    };
    let scan = Scan::new(plan.lanes, plan.exchange, task, n as u32, m as u32);
    let mut starts: Vec<FieldStart> = scan
        .lanes
        .iter()
        .map(|lane| {
            let scale = lane.comparator.scale();
            let mut pairs = vec![0.0; scale.len()];
            let all = f64::from(lane.left.present) * f64::from(lane.right.present);
            for (v, w, level) in lane.rows.cells() {
                pairs[usize::from(level.0) - 1] +=
                    f64::from(lane.left.count(v)) * f64::from(lane.right.count(w));
            }
            let sum: f64 = pairs.iter().sum();
            *pairs.last_mut().unwrap() += all - sum;
            if task == Task::Dedupe {
                pairs[0] -= f64::from(lane.left.present);
                for p in &mut pairs {
                    *p /= 2.0;
                }
            }
            FieldStart { scale, pairs }
        })
        .collect();
    if let Some(e) = scan.exchange {
        let share = |i: usize| {
            let p = &starts[i].pairs;
            let s: f64 = p.iter().sum();
            p[..3].iter().sum::<f64>() / s
        };
        let x = share(e.given_with_family)
            * share(e.family_with_given)
            * starts[e.given].pairs.iter().sum::<f64>();
        let at = usize::from(comparator::NameParts::EXCHANGED.0) - 1;
        starts[e.given].pairs[at] = x;
    }
    let kept = plan.comparisons.len();
    starts.truncate(kept);
    let histogram = scan.histogram(watch)?;
    let model = model::learn(&starts, &histogram, n_pairs, most);
    let freqs: Vec<Frequencies> = scan.lanes.iter().take(kept).map(Frequencies::new).collect();
    let prior = model.prior_bits();
    let table: Vec<Vec<f64>> = model
        .fields
        .iter()
        .map(|f| {
            (0..=f.scale.len())
                .map(|l| f.bits(Level(l as u8)))
                .collect()
        })
        .collect();
    let chunks = scan.each_chunk(watch, Vec::new, |found, scratch, a| {
        scan.visit(a, scratch, |b, pattern| {
            let rough: f64 = table
                .iter()
                .enumerate()
                .map(|(i, t)| t[usize::from(pattern.level(i).0)])
                .sum();
            if rough + prior < -25.0 {
                return;
            }
            let mut bits = prior;
            for (i, f) in freqs.iter().enumerate() {
                let level = pattern.level(i);
                if level == Level::NONE {
                    continue;
                }
                let lane = &scan.lanes[i];
                let fm = &model.fields[i];
                let at = usize::from(level.0) - 1;
                if level == lane.comparator.different()
                    || (i == scan.exchange.map_or(99, |e| e.given)
                        && level == comparator::NameParts::EXCHANGED)
                {
                    bits += fm.bits(level);
                    continue;
                }
                let u = f.chance(
                    lane.left.value(a as usize).unwrap(),
                    lane.right.value(b as usize).unwrap(),
                    level,
                    fm.u[at],
                );
                bits += (fm.m[at] / u).log2();
            }
            if bits > -12.0 {
                found.push(Found {
                    a,
                    b,
                    bits,
                    pattern: pattern.0,
                });
            }
        });
    })?;
    Ok((chunks.into_iter().flatten().collect(), model))
}
