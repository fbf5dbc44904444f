//! The shortest way in which a pair's two ends find other partners without anybody being left alone or
//! taken in: a shortest cycle through the pair, by a search from both ends at once.
//!
//! The nodes are pairs; an arc leads from one pair to another whose right end its left end could take.
//! Only arcs that are shorter than the way through "outside" between their ends are kept, which where
//! lists are of real persons is next to none.

#![expect(
    clippy::indexing_slicing,
    reason = "indices come from the graph, which has checked them"
)]

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    graph::{Graph, NONE, records},
    solve::Solution,
};

/// Room for the searches. A pair is named by its left record.
pub(super) struct Cycles<'a> {
    to: &'a [i64],
    from: Vec<i64>,
    forward: Side,
    backward: Side,
    round: u32,
}

impl<'a> Cycles<'a> {
    /// `to` and `from` are the shortest ways from each left record to outside, and from outside to
    /// each right one.
    pub fn over(graph: &Graph, solution: &Solution, to: &'a [i64], from: &[i64]) -> Self {
        let mut arcs = Vec::new();
        for left in records(graph.lefts()) {
            let own = solution.arc[left as usize];
            if own == NONE {
                continue;
            }
            for (place, arc) in graph.range(left).zip(graph.row(left)) {
                let mate = solution.mate[arc.right as usize];
                let (u, v) = (solution.u[left as usize], solution.v[arc.right as usize]);
                let slack = u + v - arc.weight;
                let through_outside = to[left as usize] + from[arc.right as usize];
                if place != own as usize && mate != NONE && slack < through_outside {
                    arcs.push((left, slack, mate));
                }
            }
        }
        let from = records(graph.lefts())
            .map(|left| match solution.right_of(graph, left) {
                NONE => 0,
                right => from[right as usize],
            })
            .collect();
        let forward = Side::of(graph.lefts(), &arcs);
        for arc in &mut arcs {
            *arc = (arc.2, arc.1, arc.0);
        }
        Self {
            to,
            from,
            forward,
            backward: Side::of(graph.lefts(), &arcs),
            round: 0,
        }
    }

    /// The length of the shortest cycle through this pair, at most `limit`, which is that of the
    /// shortest through outside.
    pub fn shortest(&mut self, pair: u32, limit: i64) -> i64 {
        if self.forward.row(pair).is_empty() || self.backward.row(pair).is_empty() {
            return limit;
        }
        self.round += 1;
        self.forward.heap.clear();
        self.backward.heap.clear();
        let mut best = limit;
        let (to, from) = (self.to, &self.from);
        let (out, into) = (to[pair as usize], from[pair as usize]);
        // Who is reached as fast through outside needs no way of its own.
        let direct = |node: u32, reached: i64| reached < out + from[node as usize];
        let direct_back = |node: u32, reached: i64| reached < to[node as usize] + into;
        let Self {
            forward,
            backward,
            round,
            ..
        } = self;
        forward.relax(pair, 0, 0, *round, backward, direct, &mut best);
        backward.relax(pair, 0, 0, *round, forward, direct_back, &mut best);
        loop {
            let (ahead, behind) = (forward.nearest(), backward.nearest());
            let (Some(ahead), Some(behind)) = (ahead, behind) else {
                return best;
            };
            if ahead + behind >= best {
                return best;
            }
            if ahead <= behind {
                if let Some(Reverse((reached, node))) = forward.heap.pop() {
                    forward.relax(node, reached, behind, *round, backward, direct, &mut best);
                }
            } else if let Some(Reverse((reached, node))) = backward.heap.pop() {
                backward.relax(
                    node,
                    reached,
                    ahead,
                    *round,
                    forward,
                    direct_back,
                    &mut best,
                );
            }
        }
    }
}

/// One direction: its arcs by their beginning, sorted by length, and how far its search has got.
struct Side {
    starts: Vec<u32>,
    arcs: Vec<(i64, u32)>,
    seen: Vec<u32>,
    distance: Vec<i64>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Side {
    fn of(nodes: usize, arcs: &[(u32, i64, u32)]) -> Self {
        let mut starts = vec![0_u32; nodes + 2];
        for (begin, ..) in arcs {
            starts[*begin as usize + 2] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut sorted = vec![(0, NONE); arcs.len()];
        for (begin, length, end) in arcs {
            let place = &mut starts[*begin as usize + 1];
            sorted[*place as usize] = (*length, *end);
            *place += 1;
        }
        for node in 0..nodes {
            sorted[starts[node] as usize..starts[node + 1] as usize].sort_unstable();
        }
        Self {
            starts,
            arcs: sorted,
            seen: vec![0; nodes],
            distance: vec![0; nodes],
            heap: BinaryHeap::new(),
        }
    }

    fn row(&self, node: u32) -> &[(i64, u32)] {
        let node = node as usize;
        &self.arcs[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// The distance of the nearest node not yet done.
    fn nearest(&mut self) -> Option<i64> {
        while let Some(Reverse((reached, node))) = self.heap.peek().copied() {
            if reached == self.distance[node as usize] {
                return Some(reached);
            }
            self.heap.pop();
        }
        None
    }

    /// Goes on from a node that is reached. `beyond` is how far the other side has got: who is
    /// farther from here than the rest, and not met by the other side, cannot shorten the best.
    #[expect(clippy::too_many_arguments, reason = "two searches share one best")]
    fn relax(
        &mut self,
        node: u32,
        reached: i64,
        beyond: i64,
        round: u32,
        other: &Self,
        direct: impl Fn(u32, i64) -> bool,
        best: &mut i64,
    ) {
        let node = node as usize;
        for place in self.starts[node]..self.starts[node + 1] {
            let (length, next) = self.arcs[place as usize];
            let distance = reached + length;
            if distance >= *best {
                return;
            }
            let index = next as usize;
            if other.seen[index] == round {
                *best = (*best).min(distance + other.distance[index]);
            }
            let known = self.seen[index] == round && self.distance[index] <= distance;
            if known || distance + beyond >= *best || !direct(next, distance) {
                continue;
            }
            self.seen[index] = round;
            self.distance[index] = distance;
            self.heap.push(Reverse((distance, next)));
        }
    }
}
