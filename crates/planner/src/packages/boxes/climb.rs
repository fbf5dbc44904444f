//! A first frontier, found and not proved: from a few good starts, every single change that leads
//! somewhere new is taken (Pareto local search; Paquete, Chiarandini and Stützle 2004). The better it
//! is, the less is left to prove.

#![expect(
    clippy::indexing_slicing,
    reason = "variables and values come from the network"
)]

use super::{
    directions::{Directions, LANES, weighed},
    network::Network,
    zones::Zones,
};
use crate::watch::{Stage, Stopped, Watch};

/// The most changes that are tried.
const TRIES_MOST: usize = 4_000_000;

/// How long a climb may go on by itself, whatever its watch says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spread {
    /// Until nothing new is found.
    Whole,
    /// Until so many changes were held against a zone each.
    Within(u64),
}

/// Which links hang on each variable.
pub(super) fn links_of(network: &Network) -> Vec<Vec<usize>> {
    let mut links = vec![Vec::new(); network.variables.len()];
    for (at, link) in network.links.iter().enumerate() {
        for (variable, _) in &link.bounds {
            links[*variable].push(at);
        }
    }
    links
}

pub(super) struct Climb<'a> {
    network: &'a Network,
    links: Vec<Vec<usize>>,
    tries: usize,
}

/// Takes up in the zones what it finds.
pub(super) fn climb(
    network: &Network,
    directions: &Directions,
    zones: &mut Zones,
    most: Spread,
    watch: &dyn Watch,
) -> Result<(), Stopped> {
    let mut climb = Climb::of(network);
    climb.along_each(directions, zones, watch)?;
    climb.spread(directions, zones, most, watch)
}

/// Only what lies highest along each direction: a few packages, quickly, however many parties there are.
pub(super) fn highest(
    network: &Network,
    directions: &Directions,
    zones: &mut Zones,
    watch: &dyn Watch,
) -> Result<(), Stopped> {
    Climb::of(network).along_each(directions, zones, watch)
}

impl<'a> Climb<'a> {
    pub fn of(network: &'a Network) -> Self {
        Self {
            network,
            links: links_of(network),
            tries: 0,
        }
    }

    fn along_each(
        &mut self,
        directions: &Directions,
        zones: &mut Zones,
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        for lane in 0..LANES {
            let values = self.steepest(directions.weights(lane), watch)?;
            zones.take(&self.network.worth(&values), &values, directions);
        }
        Ok(())
    }

    /// The best value of one variable after another along one direction, until nothing changes.
    pub fn steepest(&mut self, weights: &[i64], watch: &dyn Watch) -> Result<Vec<u32>, Stopped> {
        let mut values = vec![0; self.network.variables.len()];
        let mut worth = self.network.worth(&values);
        loop {
            let before = weighed(weights, &worth);
            for variable in 0..values.len() {
                watch.at(Stage::Searching, self.tries as u64, 0)?;
                for value in 0..self.values(variable) {
                    let changed = self.changed(&mut values, &worth, variable, value);
                    if weighed(weights, &changed) > weighed(weights, &worth) {
                        values[variable] = value;
                        worth = changed;
                    }
                }
            }
            if weighed(weights, &worth) == before {
                return Ok(values);
            }
        }
    }

    fn values(&self, variable: usize) -> u32 {
        u32::try_from(self.network.variables[variable].values.len()).unwrap_or(u32::MAX)
    }

    /// What everybody has after one variable is changed; the values are as before afterwards.
    fn changed(&mut self, values: &mut [u32], worth: &[i64], variable: usize, to: u32) -> Vec<i64> {
        self.tries += 1;
        let mut changed = worth.to_vec();
        self.count(values, variable, -1, &mut changed);
        let before = std::mem::replace(&mut values[variable], to);
        self.count(values, variable, 1, &mut changed);
        values[variable] = before;
        changed
    }

    fn count(&self, values: &[u32], variable: usize, sign: i64, worth: &mut [i64]) {
        let value = &self.network.variables[variable].values[values[variable] as usize];
        for (worth, adds) in worth.iter_mut().zip(&value.worth) {
            *worth += sign * adds;
        }
        for link in self.links[variable]
            .iter()
            .map(|at| &self.network.links[*at])
        {
            if link.holds(values) {
                worth[link.party] += sign * link.points;
            }
        }
    }

    /// Tries every change of everything found, until nothing new is found.
    pub fn spread(
        &mut self,
        directions: &Directions,
        zones: &mut Zones,
        most: Spread,
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        let mut done = std::collections::BTreeSet::new();
        let mut held = 0;
        while self.tries < TRIES_MOST {
            watch.at(Stage::Searching, self.tries as u64, 0)?;
            let next = (zones.found.iter()).find(|(worth, _)| !done.contains(worth));
            let Some((worth, values)) = next.cloned() else {
                break;
            };
            let mut values = values;
            for variable in 0..values.len() {
                held += u64::from(self.values(variable)) * zones.all().len() as u64;
                if matches!(most, Spread::Within(most) if held > most) {
                    return Ok(());
                }
                for value in 0..self.values(variable) {
                    let changed = self.changed(&mut values, &worth, variable, value);
                    let before = std::mem::replace(&mut values[variable], value);
                    zones.take(&changed, &values, directions);
                    values[variable] = before;
                }
            }
            done.insert(worth);
        }
        Ok(())
    }
}
