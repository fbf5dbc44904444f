//! The second method: which terms can hold together.
//!
//! A term holds in a box, a product of intervals. Boxes with parallel sides have Helly number two: if
//! any two of them meet, all of them do, because intervals on a line are so, issue by issue. So sets of
//! terms that can hold together are cliques of a graph that has one vertex a box and an edge where two
//! boxes meet, and the graph knows nothing of how many packages there are. What lies outside a box is
//! one vertex for each half-space beside it, of which only one is counted: no edges among them.
//! Options of an issue that are worth something by themselves are boxes of one option.
//!
//! The frontier is then that of cliques with one weight a party. What a clique could still gain is
//! bounded by colouring: from vertices without an edge between any two of them, only one can be taken.

#![expect(
    clippy::indexing_slicing,
    reason = "vertices, variables and words are those that this file numbers"
)]

use super::{
    buckets::add,
    directions::{Directions, LANES, Lanes},
    network::Network,
    search::{Task, reaches},
    zones::Zones,
};
use crate::{
    packages::profile::Counts,
    watch::{Stage, Watch},
};

/// The most vertices of a graph.
pub(super) const VERTICES_MOST: usize = 1 << 13;
/// Steps from one question to the watch to the next.
const STRIDE: u64 = 1 << 10;

/// A box: on each variable that it names, which values lie in it.
struct Vertex {
    bounds: Vec<(usize, Vec<bool>)>,
    weight: Vec<i64>,
    along: Lanes,
    /// Vertices of one group exclude one another.
    group: usize,
}

struct Graph<'a> {
    network: &'a Network,
    directions: &'a Directions,
    vertices: Vec<Vertex>,
    near: Vec<Set>,
}

/// A set of vertices.
#[derive(Clone)]
struct Set(Vec<u64>);

/// Searches all; what was found is taken up in the zones. Gives back what was not done.
pub(super) fn search(
    network: &Network,
    directions: &Directions,
    zones: &mut Zones,
    watch: &dyn Watch,
) -> Vec<Task> {
    let everything = vec![Task::everything(directions.above(&network.most()))];
    let Some(graph) = Graph::of(network, directions) else {
        return everything;
    };
    let mut walk = Walk {
        graph: &graph,
        zones,
        chosen: Vec::new(),
        steps: 0,
        watch,
        stopped: false,
    };
    walk.found(&vec![0; network.parties]);
    walk.grow(
        &Set::all(graph.vertices.len()),
        &vec![0; network.parties],
        &[0; LANES],
    );
    if walk.stopped { everything } else { Vec::new() }
}

impl<'a> Graph<'a> {
    fn of(network: &'a Network, directions: &'a Directions) -> Option<Self> {
        let mut graph = Self {
            network,
            directions,
            vertices: Vec::new(),
            near: Vec::new(),
        };
        for (group, link) in network.links.iter().enumerate() {
            let mut weight = vec![0; network.parties];
            weight[link.party] = link.points;
            match link.counts {
                Counts::Inside => graph.inside(&link.bounds, &weight, group)?,
                Counts::Outside => {
                    for (variable, inside) in &link.bounds {
                        let beside: Vec<bool> = inside.iter().map(|inside| !inside).collect();
                        graph.inside(&[(*variable, beside)], &weight, group)?;
                    }
                }
            }
        }
        for (at, variable) in network.variables.iter().enumerate() {
            for (number, value) in variable.values.iter().enumerate() {
                if value.worth.iter().any(|points| *points > 0) {
                    let one = (0..variable.values.len()).map(|other| other == number);
                    let group = network.links.len() + at;
                    graph.add(vec![(at, one.collect())], &value.worth, group)?;
                }
            }
        }
        let heaviest = |vertex: &Vertex| {
            std::cmp::Reverse(
                vertex
                    .along
                    .iter()
                    .map(|lane| i64::from(*lane))
                    .sum::<i64>(),
            )
        };
        graph.vertices.sort_by_key(heaviest);
        graph.join();
        Some(graph)
    }

    /// One vertex for each way to take one run of values on each variable.
    fn inside(
        &mut self,
        bounds: &[(usize, Vec<bool>)],
        weight: &[i64],
        group: usize,
    ) -> Option<()> {
        let mut boxes: Vec<Vec<(usize, Vec<bool>)>> = vec![Vec::new()];
        for (variable, inside) in bounds {
            let runs = runs(inside);
            if boxes.len() * runs.len() > VERTICES_MOST {
                return None;
            }
            boxes = (boxes.iter())
                .flat_map(|made| {
                    runs.iter().map(|run| {
                        let mut longer = made.clone();
                        longer.push((*variable, run.clone()));
                        longer
                    })
                })
                .collect();
        }
        boxes
            .into_iter()
            .try_for_each(|bounds| self.add(bounds, weight, group))
    }

    fn add(&mut self, bounds: Vec<(usize, Vec<bool>)>, weight: &[i64], group: usize) -> Option<()> {
        self.vertices.push(Vertex {
            bounds,
            weight: weight.to_vec(),
            along: self.directions.above(weight),
            group,
        });
        (self.vertices.len() <= VERTICES_MOST).then_some(())
    }

    fn join(&mut self) {
        let count = self.vertices.len();
        let mut near = vec![Set::none(count); count];
        for a in 0..count {
            for b in 0..a {
                if self.vertices[a].meets(&self.vertices[b]) {
                    near[a].insert(b);
                    near[b].insert(a);
                }
            }
        }
        self.near = near;
    }

    /// Values that lie in all chosen boxes.
    fn values(&self, chosen: &[usize]) -> Vec<u32> {
        let variables = self.network.variables.iter();
        let mut open: Vec<Vec<bool>> = variables
            .map(|variable| vec![true; variable.values.len()])
            .collect();
        for (variable, inside) in chosen.iter().flat_map(|at| &self.vertices[*at].bounds) {
            for (open, inside) in open[*variable].iter_mut().zip(inside) {
                *open &= inside;
            }
        }
        let first = |open: &Vec<bool>| open.iter().position(|open| *open).unwrap_or(0);
        open.iter()
            .map(|open| u32::try_from(first(open)).unwrap_or(0))
            .collect()
    }
}

impl Vertex {
    fn meets(&self, other: &Self) -> bool {
        self.group != other.group
            && self.bounds.iter().all(|(variable, here)| {
                let there = other.bounds.iter().find(|(of, _)| of == variable);
                there.is_none_or(|(_, there)| here.iter().zip(there).any(|(a, b)| *a && *b))
            })
    }
}

/// The runs of values inside, each by itself.
fn runs(inside: &[bool]) -> Vec<Vec<bool>> {
    let mut runs: Vec<Vec<bool>> = Vec::new();
    let mut before = false;
    for (at, now) in inside.iter().enumerate() {
        if *now && !before {
            runs.push(vec![false; inside.len()]);
        }
        if let (true, Some(run)) = (*now, runs.last_mut()) {
            run[at] = true;
        }
        before = *now;
    }
    runs
}

struct Walk<'a> {
    graph: &'a Graph<'a>,
    zones: &'a mut Zones,
    chosen: Vec<usize>,
    steps: u64,
    watch: &'a dyn Watch,
    stopped: bool,
}

impl Walk<'_> {
    /// All cliques that hold what is chosen and more from what is open.
    fn grow(&mut self, open: &Set, weight: &[i64], along: &Lanes) {
        let coloured = self.colour(open, along);
        let mut open = open.clone();
        for (vertex, bound) in coloured.into_iter().rev() {
            self.steps += 1;
            if self.steps.is_multiple_of(STRIDE) && !self.stopped {
                self.stopped = self.watch.at(Stage::Proving, self.steps, 0).is_err();
            }
            let worth_while = self
                .zones
                .all()
                .iter()
                .any(|zone| reaches(&bound, &zone.along));
            if self.stopped || !worth_while {
                return;
            }
            let of = &self.graph.vertices[vertex];
            let weight: Vec<i64> = weight.iter().zip(&of.weight).map(|(a, b)| a + b).collect();
            let mut along = *along;
            add(&mut along, &of.along);
            self.chosen.push(vertex);
            self.found(&weight);
            let next = open.and(&self.graph.near[vertex]);
            self.grow(&next, &weight, &along);
            self.chosen.pop();
            open.remove(vertex);
        }
    }

    /// Vertices by colour, each with what bounds all cliques that hold it and else only vertices that
    /// come before it.
    fn colour(&self, open: &Set, along: &Lanes) -> Vec<(usize, Lanes)> {
        let mut left = open.clone();
        let mut coloured = Vec::new();
        let mut bound = *along;
        while let Some(first) = left.first() {
            let mut most = [0; LANES];
            let mut class = Vec::new();
            let mut alike = left.clone();
            let mut next = Some(first);
            while let Some(vertex) = next {
                left.remove(vertex);
                alike.remove(vertex);
                alike.without(&self.graph.near[vertex]);
                for (most, lane) in most.iter_mut().zip(&self.graph.vertices[vertex].along) {
                    *most = (*most).max(*lane);
                }
                class.push(vertex);
                next = alike.first();
            }
            add(&mut bound, &most);
            coloured.extend(class.into_iter().map(|vertex| (vertex, bound)));
        }
        coloured
    }

    /// Looks at a package in which all that is chosen holds, if that alone is new.
    fn found(&mut self, weight: &[i64]) {
        let new = |corner: &[i64]| corner.iter().zip(weight).all(|(corner, w)| w > corner);
        if self.zones.all().iter().any(|zone| new(&zone.corner)) {
            let values = self.graph.values(&self.chosen);
            let worth = self.graph.network.worth(&values);
            self.zones.take(&worth, &values, self.graph.directions);
        }
    }
}

impl Set {
    fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn all(count: usize) -> Self {
        let mut set = Self::none(count);
        (0..count).for_each(|vertex| set.insert(vertex));
        set
    }

    fn insert(&mut self, vertex: usize) {
        self.0[vertex / 64] |= 1 << (vertex % 64);
    }

    fn remove(&mut self, vertex: usize) {
        self.0[vertex / 64] &= !(1 << (vertex % 64));
    }

    fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & b).collect())
    }

    fn without(&mut self, other: &Self) {
        for (here, there) in self.0.iter_mut().zip(&other.0) {
            *here &= !there;
        }
    }

    fn first(&self) -> Option<usize> {
        let words = self.0.iter().enumerate();
        let mut held = words.filter(|(_, word)| **word != 0);
        held.next()
            .map(|(at, word)| at * 64 + word.trailing_zeros() as usize)
    }
}
