//! By how much the total falls if one pair is forbidden, or one record must find a partner: shortest
//! cycles in the residual graph, whose arcs are slacks and therefore never below nought.
//!
//! From a pair's left end the way leads to its right end: over others who change partners, or through
//! "outside", where somebody stays alone and somebody else is taken in. The ways through outside come
//! from two searches for all records together (here); the others from one small search for each pair
//! (`cycle`), which stops where the way through outside is as short.

#![expect(
    clippy::indexing_slicing,
    reason = "indices come from the graph, which has checked them"
)]

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    Standing,
    cycle::Cycles,
    graph::{Graph, NONE, records},
    solve::Solution,
    ties::Ties,
};
use crate::watch::{Stage, Stopped, Watch};

/// Farther than any way.
const FAR: i64 = i64::MAX;

/// What it costs to have it otherwise, for each record; none for who can have no partner at all.
#[derive(Debug)]
pub(super) struct Regrets {
    /// For each left record.
    pub left: Vec<Option<i64>>,
    /// For each right record.
    pub right: Vec<Option<i64>>,
}

impl Regrets {
    /// Computes them all.
    pub fn of(
        graph: &Graph,
        solution: &Solution,
        ties: &Ties,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let to = to_outside(graph, solution);
        let from = from_outside(graph, solution);
        let near = |way: i64| (way != FAR).then_some(way);
        let mut left: Vec<_> = to.iter().copied().map(near).collect();
        let mut right: Vec<_> = from.iter().copied().map(near).collect();
        let mut cycles = Cycles::over(graph, solution, &to, &from);
        for this in records(graph.lefts()) {
            if this % 1024 == 0 {
                watch.at(Stage::Arranging, u64::from(this), graph.lefts() as u64)?;
            }
            let partner = solution.right_of(graph, this);
            if partner == NONE {
                continue;
            }
            let (here, there) = (this as usize, partner as usize);
            let regret = match ties.left(this) {
                Standing::Tied => 0,
                Standing::Clear => cycles.shortest(this, to[here] + from[there]),
            };
            left[here] = Some(regret);
            right[there] = Some(regret);
        }
        Ok(Self { left, right })
    }
}

/// For each left record the shortest way to outside. For one without a partner: over others.
fn to_outside(graph: &Graph, solution: &Solution) -> Vec<i64> {
    let columns = graph.columns();
    let mut way: Vec<_> = records(graph.lefts())
        .map(|left| match solution.arc[left as usize] {
            NONE => FAR,
            _ => solution.u[left as usize],
        })
        .collect();
    let mut heap = BinaryHeap::new();
    let relax = |right: u32, reached: i64, way: &mut Vec<i64>, heap: &mut BinaryHeap<_>| {
        for (left, place) in columns.of(right) {
            let own = solution.arc[*left as usize];
            let (u, v) = (solution.u[*left as usize], solution.v[right as usize]);
            let longer = reached + (u + v - graph.arcs()[*place as usize].weight);
            if *place != own && longer < way[*left as usize] {
                way[*left as usize] = longer;
                if own != NONE {
                    heap.push(Reverse((longer, *left)));
                }
            }
        }
    };
    // Each way is tried from its end once; whoever comes nearer by that is tried again, in order.
    for right in records(graph.rights()) {
        let reached = match solution.mate[right as usize] {
            NONE => 0,
            mate => way[mate as usize],
        };
        relax(right, reached, &mut way, &mut heap);
    }
    while let Some(Reverse((reached, left))) = heap.pop() {
        if reached == way[left as usize] {
            relax(solution.right_of(graph, left), reached, &mut way, &mut heap);
        }
    }
    way
}

/// For each right record the shortest way from outside. For one without a partner: over others.
fn from_outside(graph: &Graph, solution: &Solution) -> Vec<i64> {
    let mut way: Vec<_> = records(graph.rights())
        .map(|right| match solution.mate[right as usize] {
            NONE => FAR,
            _ => solution.v[right as usize],
        })
        .collect();
    let mut heap = BinaryHeap::new();
    let relax = |left: u32, reached: i64, way: &mut Vec<i64>, heap: &mut BinaryHeap<_>| {
        let own = solution.arc[left as usize];
        for (place, arc) in graph.range(left).zip(graph.row(left)) {
            let right = arc.right as usize;
            let longer = reached + (solution.u[left as usize] + solution.v[right] - arc.weight);
            if place != own as usize && longer < way[right] {
                way[right] = longer;
                if solution.mate[right] != NONE {
                    heap.push(Reverse((longer, arc.right)));
                }
            }
        }
    };
    for left in records(graph.lefts()) {
        let reached = match solution.right_of(graph, left) {
            NONE => 0,
            right => way[right as usize],
        };
        relax(left, reached, &mut way, &mut heap);
    }
    while let Some(Reverse((reached, right))) = heap.pop() {
        if reached == way[right as usize] {
            relax(solution.mate[right as usize], reached, &mut way, &mut heap);
        }
    }
    way
}
