//! Frontiers where points hang on several issues together: boxes and what lies outside them.
//!
//! Neither of the two methods goes through packages; they share the network that both start from and
//! what a quick climb finds. [`by_issues`] chooses issue by issue with sharp bounds along many directions;
//! [`by_cliques`] chooses terms that can hold together. Tests and benchmarks hold them against each other.

mod best;
mod buckets;
mod climb;
mod cliques;
mod directions;
mod network;
mod rank;
mod search;
mod zones;

#[cfg(test)]
mod tests;

pub(super) use best::{Best, Closed, Seek, Solver};

use std::sync::atomic::{AtomicU64, Ordering};

use self::{
    buckets::Buckets,
    climb::Spread,
    directions::Directions,
    network::Network,
    search::{Ground, Task, highest, reaches},
    zones::Zones,
};
use super::{
    frontier::{Deal, Frontier, Gap, Proof},
    problem::Problem,
    profile::Profile,
};
use crate::watch::{Stage, Stopped, Watch};

/// The frontier issue by issue, with whatever is proved of it when the watch ends the work.
pub(super) fn by_issues(problem: &Problem, watch: &dyn Watch) -> Frontier {
    let search = |network: &Network, directions: &Directions, zones: &mut Zones| {
        let Ok(buckets) = Buckets::of(network, directions, watch) else {
            return vec![Task::everything(directions.above(&network.most()))];
        };
        let ground = Ground::new(network, directions, &buckets);
        search::search(&ground, zones, u64::MAX, watch)
    };
    frontier(problem, search, watch)
}

/// The frontier by terms that can hold together, with whatever is proved of it when the watch ends
/// the work.
pub(super) fn by_cliques(problem: &Problem, watch: &dyn Watch) -> Frontier {
    let search = |network: &Network, directions: &Directions, zones: &mut Zones| {
        cliques::search(network, directions, zones, watch)
    };
    frontier(problem, search, watch)
}

/// So many looks a climb takes that follows stopped work, and so many changes it holds against a zone each:
/// together some tenths of a second.
const LOOKS_MOST: u64 = 100_000;
const HELD_MOST: u64 = 10_000_000;
/// An issue with more options than this is not climbed: comparing them with each other takes too long.
const OPTIONS_MOST: usize = 1_000;

/// What a short climb finds, with nothing proved: for work that was stopped before it had any package.
pub(super) fn by_climb(problem: &Problem) -> Frontier {
    let mut points = problem.profiles().iter().flat_map(|p| &p.points);
    if points.any(|options| options.len() > OPTIONS_MOST) {
        return nothing_known(problem);
    }
    let watch = Looks::default();
    let Ok(network) = Network::of(problem, &watch) else {
        return nothing_known(problem);
    };
    let directions = Directions::spread(&network.most());
    let mut zones = Zones::above(&network.floor, &directions);
    // Beyond three parties whatever is found parts what is open into very many zones.
    let _ = if network.parties > 3 {
        climb::highest(&network, &directions, &mut zones, &watch)
    } else {
        let most = Spread::Within(HELD_MOST);
        climb::climb(&network, &directions, &mut zones, most, &watch)
    };
    let left = vec![Task::everything(directions.above(&network.most()))];
    told(&network, &directions, &zones, &left)
}

/// Ends the work after [`LOOKS_MOST`].
#[derive(Default)]
struct Looks(AtomicU64);

impl Watch for Looks {
    fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        if self.0.fetch_add(1, Ordering::Relaxed) < LOOKS_MOST {
            Ok(())
        } else {
            Err(Stopped)
        }
    }
}

/// What a method proves, from what is found beforehand; it gives back what it left undone.
fn frontier(
    problem: &Problem,
    prove: impl Fn(&Network, &Directions, &mut Zones) -> Vec<Task>,
    watch: &dyn Watch,
) -> Frontier {
    let Ok(network) = Network::of(problem, watch) else {
        return nothing_known(problem);
    };
    let ranges = network.most();
    let spread = Directions::spread(&ranges);
    let mut zones = Zones::above(&network.floor, &spread);
    let stopped = climb::climb(&network, &spread, &mut zones, Spread::Whole, watch).is_err();
    let found: Vec<Vec<i64>> = zones.found.iter().map(|(worth, _)| worth.clone()).collect();
    let directions = if network.parties == 2 && found.len() > 1 {
        Directions::across(&found, &ranges)
    } else {
        spread
    };
    let mut zones = zones.along(&directions);
    let left = if stopped {
        vec![Task::everything(directions.above(&ranges))]
    } else {
        prove(&network, &directions, &mut zones)
    };
    told(&network, &directions, &zones, &left)
}

/// What is known before anything was looked at: no more than everybody's points say.
fn nothing_known(problem: &Problem) -> Frontier {
    let most = |profile: &Profile| -> i64 {
        let best = profile
            .points
            .iter()
            .filter_map(|points| points.iter().max());
        let terms = profile.terms.iter().map(|term| term.points.max(0));
        best.sum::<i64>() + terms.sum::<i64>()
    };
    let profiles = problem.profiles();
    Frontier {
        deals: Vec::new(),
        proof: Proof::Open(vec![Gap {
            more_than: profiles.iter().map(|p| p.floor() - 1).collect(),
            at_most: profiles.iter().map(most).collect(),
        }]),
    }
}

/// Where something better may lie that the tasks left undone would find.
fn gaps(network: &Network, directions: &Directions, zones: &Zones, left: &[Task]) -> Vec<Gap> {
    let above_base = |worth: &[i64]| -> Vec<i64> {
        worth
            .iter()
            .zip(&network.base)
            .map(|(a, b)| a.saturating_add(*b))
            .collect()
    };
    let gap = |zone: &zones::Zone| {
        let bounds = left.iter().map(|task| task.bound);
        let bound = highest(bounds.filter(|bound| reaches(bound, &zone.along)))?;
        Some(Gap {
            more_than: above_base(&zone.corner),
            at_most: above_base(&directions.each(&bound, network.parties)),
        })
    };
    let mut gaps: Vec<Gap> = zones.all().iter().filter_map(gap).collect();
    gaps.sort_by(|a, b| b.more_than.cmp(&a.more_than));
    gaps
}

/// What was found, and what of it is proved where these tasks were left undone.
fn told(network: &Network, directions: &Directions, zones: &Zones, left: &[Task]) -> Frontier {
    let gaps = gaps(network, directions, zones, left);
    let mut deals: Vec<Deal> = (zones.found.iter())
        .map(|(worth, values)| Deal {
            worth: worth
                .iter()
                .zip(&network.base)
                .map(|(a, b)| a + b)
                .collect(),
            package: network.package(values),
        })
        .collect();
    deals.sort_by(|a, b| b.worth.cmp(&a.worth));
    let proof = if gaps.is_empty() {
        Proof::Exact
    } else {
        Proof::Open(gaps)
    };
    Frontier { deals, proof }
}
