//! Going through all choices that could still lead somewhere new, one variable after another. A
//! branch is left where for every zone some direction shows that the branch cannot reach into it.
//!
//! The work is cut into tasks, and tasks are done in rounds: in a round every task starts from what
//! the rounds before have found, so that the result is the same on any number of threads.

#![expect(
    clippy::indexing_slicing,
    reason = "places, values and tables come from the buckets and the network"
)]

use rayon::prelude::*;

use super::{
    buckets::{Buckets, add, subtract, weight},
    directions::{Directions, LANES, Lanes},
    network::Network,
    zones::Zones,
};
use crate::{
    packages::profile::Counts,
    watch::{Stage, Watch},
};

/// So many tasks at least, if choices allow.
const TASKS: usize = 512;
/// Tasks of one round.
const ROUND: usize = 16;
/// Steps from one question to the watch to the next.
const STRIDE: u64 = 1 << 12;

/// What stays the same over the whole search.
pub(super) struct Ground<'a> {
    pub network: &'a Network,
    pub directions: &'a Directions,
    pub buckets: &'a Buckets,
    /// For each place the links without a table that hang on it: which, and at which of its bounds.
    wide: Vec<Vec<(usize, usize)>>,
    weights: Vec<Lanes>,
}

/// A part of the work: the values of the first places, and what bounds all that begins so.
#[derive(Debug, Clone)]
pub(super) struct Task {
    chosen: Vec<u32>,
    pub bound: Lanes,
}

impl Task {
    /// All of the work, of which so much is known.
    pub const fn everything(bound: Lanes) -> Self {
        Self {
            chosen: Vec::new(),
            bound,
        }
    }
}

impl<'a> Ground<'a> {
    pub fn new(network: &'a Network, directions: &'a Directions, buckets: &'a Buckets) -> Self {
        let mut wide = vec![Vec::new(); buckets.order.len()];
        let mut weights = Vec::new();
        for link in &buckets.wide {
            let bounds = network.links[*link].bounds.iter().enumerate();
            for (bound, (variable, _)) in bounds {
                let at = buckets.order.iter().position(|other| other == variable);
                wide[at.unwrap_or(0)].push((weights.len(), bound));
            }
            weights.push(weight(network, directions, *link));
        }
        Self {
            network,
            directions,
            buckets,
            wide,
            weights,
        }
    }

    fn places(&self) -> usize {
        self.buckets.order.len()
    }

    fn values(&self, place: usize) -> usize {
        self.network.variables[self.buckets.order[place]]
            .values
            .len()
    }

    /// The values by variable rather than by place.
    fn by_variable(&self, chosen: &[u32]) -> Vec<u32> {
        let mut values = vec![0; chosen.len()];
        for (variable, value) in self.buckets.order.iter().zip(chosen) {
            values[*variable] = *value;
        }
        values
    }
}

/// Searches all; what was found is taken up in the zones. Gives back the tasks that were not done
/// because the watch stopped them, or because so many steps had been gone.
pub(super) fn search(
    ground: &Ground<'_>,
    zones: &mut Zones,
    steps_most: u64,
    watch: &dyn Watch,
) -> Vec<Task> {
    let tasks = tasks(ground, zones);
    let mut left = Vec::new();
    let mut steps = 0;
    for (round, tasks_of_round) in tasks.chunks(ROUND).enumerate() {
        let done = (round * ROUND) as u64;
        let stopped = watch.at(Stage::Proving, done, tasks.len() as u64).is_err();
        if stopped || steps >= steps_most {
            left.extend(tasks[round * ROUND..].iter().cloned());
            break;
        }
        let before: &Zones = zones;
        let walks: Vec<(Zones, u64, bool)> = (tasks_of_round.par_iter())
            .map(|task| {
                let mut walk = Walk::new(ground, before.clone(), watch, (done, tasks.len() as u64));
                walk.steps_most = steps_most - steps;
                walk.task(task);
                (walk.zones, walk.steps, walk.stopped)
            })
            .collect();
        for ((found, gone, stopped), task) in walks.into_iter().zip(tasks_of_round) {
            steps = steps.saturating_add(gone);
            for (worth, values) in &found.found {
                zones.take(worth, values, ground.directions);
            }
            if stopped {
                left.push(task.clone());
            }
        }
    }
    left
}

/// Chooses the first values in all ways that could lead somewhere, until there are enough tasks.
fn tasks(ground: &Ground<'_>, zones: &Zones) -> Vec<Task> {
    let mut tasks = vec![Task {
        chosen: Vec::new(),
        bound: ground.buckets.root,
    }];
    for place in 0..ground.places() {
        if tasks.len() >= TASKS {
            break;
        }
        let mut longer = Vec::new();
        for task in &tasks {
            let mut walk = Walk::new(ground, zones.clone(), &crate::watch::Unwatched, (0, 0));
            walk.retrace(task);
            for (value, bound) in walk.children(place, &task.bound) {
                if reachable(zones, &bound) {
                    let mut chosen = task.chosen.clone();
                    chosen.push(value);
                    longer.push(Task { chosen, bound });
                }
            }
        }
        tasks = longer;
    }
    tasks
}

/// Whether what is bounded so may reach into any zone.
fn reachable(zones: &Zones, bound: &Lanes) -> bool {
    zones.all().iter().any(|zone| reaches(bound, &zone.along))
}

/// Whether a bound reaches what must be reached along every direction.
pub(super) fn reaches(bound: &Lanes, along: &Lanes) -> bool {
    // Without a branch in the loop this is a few vector instructions.
    let short = bound
        .iter()
        .zip(along)
        .fold(0, |short, (bound, along)| short | (bound - along));
    short >= 0
}

/// One walk through the choices.
struct Walk<'a> {
    ground: &'a Ground<'a>,
    zones: Zones,
    chosen: Vec<u32>,
    /// For each place the zones that its branch may still reach, and when that was looked up.
    open: Vec<(u32, Vec<u32>)>,
    /// For each link without a table: how many of its bounds are chosen within, and without.
    within: Vec<(usize, usize)>,
    steps: u64,
    steps_most: u64,
    watch: &'a dyn Watch,
    done: (u64, u64),
    stopped: bool,
}

impl<'a> Walk<'a> {
    fn new(ground: &'a Ground<'a>, zones: Zones, watch: &'a dyn Watch, done: (u64, u64)) -> Self {
        Self {
            ground,
            zones,
            chosen: vec![0; ground.places()],
            open: vec![(u32::MAX, Vec::new()); ground.places() + 1],
            within: vec![(0, 0); ground.weights.len()],
            steps: 0,
            steps_most: u64::MAX,
            watch,
            done,
            stopped: false,
        }
    }

    fn task(&mut self, task: &Task) {
        self.retrace(task);
        let place = task.chosen.len();
        if self.look(place, place, &task.bound) {
            self.walk(place, &task.bound);
        }
    }

    fn retrace(&mut self, task: &Task) {
        for (place, value) in task.chosen.iter().enumerate() {
            self.choose(place, *value);
        }
    }

    /// Everything that begins as chosen up to this place.
    fn walk(&mut self, place: usize, bound: &Lanes) {
        if place == self.ground.places() {
            let values = self.ground.by_variable(&self.chosen);
            let worth = self.ground.network.worth(&values);
            self.zones.take(&worth, &values, self.ground.directions);
            return;
        }
        for (value, bound) in self.children(place, bound) {
            self.steps += 1;
            if self.steps.is_multiple_of(STRIDE) && !self.stopped {
                let asked = self.watch.at(Stage::Proving, self.done.0, self.done.1);
                self.stopped = asked.is_err() || self.steps >= self.steps_most;
            }
            if self.stopped {
                return;
            }
            if self.look(place, place + 1, &bound) {
                self.choose(place, value);
                self.walk(place + 1, &bound);
                self.undo(place);
            }
        }
    }

    /// Finds the zones that a branch may reach among those that the branch it comes from may; whether
    /// there are any.
    fn look(&mut self, from: usize, to: usize, bound: &Lanes) -> bool {
        let all = self.zones.all();
        let (version, near) = &self.open[from];
        let known = from != to && *version == self.zones.version;
        let mut open = Vec::new();
        if known {
            let near = near.iter().copied();
            open.extend(near.filter(|at| reaches(bound, &all[*at as usize].along)));
        } else {
            let every = (0_u32..).zip(all);
            open.extend(
                every
                    .filter(|(_, zone)| reaches(bound, &zone.along))
                    .map(|(at, _)| at),
            );
        }
        let any = !open.is_empty();
        self.open[to] = (self.zones.version, open);
        any
    }

    /// The values that may be chosen at a place, each with its bound, the most promising first.
    fn children(&self, place: usize, bound: &Lanes) -> Vec<(u32, Lanes)> {
        let tables = &self.ground.buckets.tables;
        let bucket = &self.ground.buckets.at[place];
        let mut rest = *bound;
        for output in &bucket.outputs {
            let table = &tables[*output];
            subtract(&mut rest, &table.entries[self.entry(&table.scope, place)]);
        }
        let values = self.ground.values(place);
        let mut children: Vec<(u32, Lanes)> = Vec::with_capacity(values);
        children.extend((0_u32..).zip(std::iter::repeat_n(rest, values)));
        for input in &bucket.inputs {
            let table = &tables[*input];
            let base = self.entry(&table.scope, place);
            let along = table.scope.last().map_or(0, |(_, stride)| *stride);
            for (at, (_, bound)) in children.iter_mut().enumerate() {
                add(bound, &table.entries[base + at * along]);
            }
        }
        for (value, bound) in &mut children {
            for (link, at) in &self.ground.wide[place] {
                if self.fails(*link, *at, *value) {
                    subtract(bound, &self.ground.weights[*link]);
                }
            }
        }
        let promise = |bound: &Lanes| bound.iter().map(|lane| i64::from(*lane)).sum::<i64>();
        children.sort_by_key(|(value, bound)| (-promise(bound), *value));
        children
    }

    /// Where a table stands for the values chosen before a place.
    fn entry(&self, scope: &[(usize, usize)], place: usize) -> usize {
        let before = scope.iter().take_while(|(at, _)| *at < place);
        before
            .map(|(at, stride)| self.chosen[*at] as usize * stride)
            .sum()
    }

    /// Whether a link without a table can hold no more with this value, and could before.
    fn fails(&self, link: usize, bound: usize, value: u32) -> bool {
        let (within, without) = self.within[link];
        let link = &self.ground.network.links[self.ground.buckets.wide[link]];
        let inside = link.bounds[bound].1[value as usize];
        match link.counts {
            Counts::Inside => !inside && without == 0,
            Counts::Outside => inside && within + 1 == link.bounds.len(),
        }
    }

    fn choose(&mut self, place: usize, value: u32) {
        self.chosen[place] = value;
        self.count(place, |count| *count += 1);
    }

    fn undo(&mut self, place: usize) {
        self.count(place, |count| *count -= 1);
    }

    fn count(&mut self, place: usize, change: impl Fn(&mut usize)) {
        for (link, bound) in &self.ground.wide[place] {
            let of = &self.ground.network.links[self.ground.buckets.wide[*link]];
            let inside = of.bounds[*bound].1[self.chosen[place] as usize];
            let (within, without) = &mut self.within[*link];
            change(if inside { within } else { without });
        }
    }
}

/// The most along every direction of several bounds.
pub(super) fn highest(bounds: impl Iterator<Item = Lanes>) -> Option<Lanes> {
    bounds.reduce(|a, b| std::array::from_fn::<i32, LANES, _>(|lane| a[lane].max(b[lane])))
}
