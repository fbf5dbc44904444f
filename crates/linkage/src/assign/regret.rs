//! By how much the total falls if one pair is forbidden, or one record must find a partner: shortest
//! cycles in the residual graph, whose arcs are slacks and therefore never below nought.
//!
//! From a pair's left end the way leads to its right end: directly, over others who change partners,
//! or through "outside", where somebody stays alone and somebody else is taken in. The ways through
//! outside come from two searches for all records together; the others from one small search for each
//! pair, which stops where the way through outside is as short.

#![expect(
    clippy::indexing_slicing,
    reason = "indices come from the graph, which has checked them"
)]

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    Standing,
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
        let mut right: Vec<_> = from.right.iter().copied().map(near).collect();
        let mut search = Search::over(graph, solution, &from);
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
                Standing::Clear => search.cycle(this, partner, to[here] + from.right[there]),
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
    let mut way = vec![FAR; graph.lefts()];
    let mut heap = BinaryHeap::new();
    for left in records(graph.lefts()) {
        if solution.arc[left as usize] != NONE {
            way[left as usize] = solution.u[left as usize];
            heap.push(Reverse((solution.u[left as usize], left)));
        }
    }
    let relax = |right: u32, reached: i64, way: &mut Vec<i64>, heap: &mut BinaryHeap<_>| {
        for (left, place) in columns.of(right) {
            let arc = graph.arcs()[*place as usize];
            let (u, v) = (solution.u[*left as usize], solution.v[right as usize]);
            let longer = reached + (u + v - arc.weight);
            let own = solution.arc[*left as usize];
            if *place != own && longer < way[*left as usize] {
                way[*left as usize] = longer;
                if own != NONE {
                    heap.push(Reverse((longer, *left)));
                }
            }
        }
    };
    for right in records(graph.rights()) {
        if solution.mate[right as usize] == NONE {
            relax(right, 0, &mut way, &mut heap);
        }
    }
    while let Some(Reverse((reached, left))) = heap.pop() {
        if reached == way[left as usize] {
            relax(solution.right_of(graph, left), reached, &mut way, &mut heap);
        }
    }
    way
}

/// The shortest ways from outside.
struct FromOutside {
    /// To each left record.
    left: Vec<i64>,
    /// To each right record. To one without a partner: over others.
    right: Vec<i64>,
}

fn from_outside(graph: &Graph, solution: &Solution) -> FromOutside {
    let mut way = vec![FAR; graph.rights()];
    let mut heap = BinaryHeap::new();
    for right in records(graph.rights()) {
        if solution.mate[right as usize] != NONE {
            way[right as usize] = solution.v[right as usize];
            heap.push(Reverse((solution.v[right as usize], right)));
        }
    }
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
    let mut lefts = vec![0; graph.lefts()];
    for left in records(graph.lefts()) {
        if solution.arc[left as usize] == NONE {
            relax(left, 0, &mut way, &mut heap);
        }
    }
    while let Some(Reverse((reached, right))) = heap.pop() {
        if reached == way[right as usize] {
            relax(solution.mate[right as usize], reached, &mut way, &mut heap);
        }
    }
    for left in records(graph.lefts()) {
        let partner = solution.right_of(graph, left);
        if partner != NONE {
            lefts[left as usize] = way[partner as usize];
        }
    }
    FromOutside {
        left: lefts,
        right: way,
    }
}

/// Room for the small searches. Rows are sorted by slack and read only as far as a search gets.
struct Search<'a> {
    graph: &'a Graph,
    solution: &'a Solution,
    from: &'a FromOutside,
    /// Slack and right end of each arc that is not taken and leads to somebody who has a partner.
    rows: Vec<(i64, u32)>,
    ends: Vec<u32>,
    round: u32,
    seen: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32, u32)>>,
}

impl<'a> Search<'a> {
    fn over(graph: &'a Graph, solution: &'a Solution, from: &'a FromOutside) -> Self {
        let mut rows = Vec::with_capacity(graph.arcs().len());
        let mut ends = Vec::with_capacity(graph.lefts() + 1);
        ends.push(0);
        for left in records(graph.lefts()) {
            let start = rows.len();
            let own = solution.arc[left as usize];
            let u = solution.u[left as usize];
            for (place, arc) in graph.range(left).zip(graph.row(left)) {
                // A way over a record without a partner goes through outside.
                if own != NONE && place != own as usize {
                    let right = arc.right as usize;
                    if solution.mate[right] != NONE {
                        rows.push((u + solution.v[right] - arc.weight, arc.right));
                    }
                }
            }
            rows[start..].sort_unstable();
            ends.push(u32::try_from(rows.len()).unwrap_or(NONE));
        }
        Self {
            graph,
            solution,
            from,
            rows,
            ends,
            round: 0,
            seen: vec![0; graph.rights()],
            heap: BinaryHeap::new(),
        }
    }

    /// The shortest way from the left end of a pair to its right end, at most `limit`, which is the
    /// shortest way through outside.
    fn cycle(&mut self, left: u32, target: u32, limit: i64) -> i64 {
        self.round += 1;
        self.heap.clear();
        // From outside to the start and on to the target is no shorter than from outside to it.
        let outside = limit - self.from.right[target as usize];
        self.offer(left, self.ends[left as usize], 0, limit);
        while let Some(Reverse((distance, from, place))) = self.heap.pop() {
            let (slack, right) = self.rows[place as usize];
            if right == target {
                return distance;
            }
            self.offer(from, place + 1, distance - slack, limit);
            let mate = self.solution.mate[right as usize];
            let better_through_outside = distance >= outside + self.from.left[mate as usize];
            if self.seen[right as usize] == self.round || better_through_outside {
                continue;
            }
            self.seen[right as usize] = self.round;
            debug_assert_ne!(self.solution.right_of(self.graph, mate), NONE);
            self.offer(mate, self.ends[mate as usize], distance, limit);
        }
        limit
    }

    /// Puts the arc at this place on the heap, if it is one of the left record's and near enough.
    fn offer(&mut self, left: u32, place: u32, reached: i64, limit: i64) {
        if place < self.ends[left as usize + 1] {
            let distance = reached + self.rows[place as usize].0;
            if distance < limit {
                self.heap.push(Reverse((distance, left, place)));
            }
        }
    }
}
