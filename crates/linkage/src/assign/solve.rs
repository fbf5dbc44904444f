//! The best assignment and the potentials that prove it: row reduction first, then a shortest
//! augmenting path for each record that is still without a partner.
//!
//! What always holds: potentials are at least nought; `u + v >= weight` on every arc, with equality
//! where the arc is taken; a right record without a partner has potential nought, and so has, at the
//! end, a left one. By linear programming duality that makes the total the greatest there is.

#![expect(
    clippy::indexing_slicing,
    reason = "indices come from the graph, which has checked them"
)]

use std::{cmp::Reverse, collections::BinaryHeap};

use super::graph::{Graph, NONE, records};
use crate::watch::{Stage, Stopped, Watch};

/// An assignment, and the potentials of all records.
#[derive(Debug)]
pub(super) struct Solution {
    /// Potential of each left record.
    pub u: Vec<i64>,
    /// Potential of each right record.
    pub v: Vec<i64>,
    /// For each left record the place of its arc among all, or [`NONE`].
    pub arc: Vec<u32>,
    /// For each right record its left partner, or [`NONE`].
    pub mate: Vec<u32>,
}

impl Solution {
    /// Solves the whole graph.
    pub fn of(graph: &Graph, watch: &dyn Watch) -> Result<Self, Stopped> {
        let mut solution = Self {
            u: vec![0; graph.lefts()],
            v: vec![0; graph.rights()],
            arc: vec![NONE; graph.lefts()],
            mate: vec![NONE; graph.rights()],
        };
        let waiting = solution.reduce_rows(graph);
        let mut paths = Paths::over(graph);
        for (done, root) in (0_u64..).zip(&waiting) {
            if done % 1024 == 0 {
                watch.at(Stage::Arranging, done, waiting.len() as u64)?;
            }
            paths.augment(graph, &mut solution, *root);
        }
        Ok(solution)
    }

    /// The right partner of a left record, or [`NONE`].
    pub fn right_of(&self, graph: &Graph, left: u32) -> u32 {
        match self.arc[left as usize] {
            NONE => NONE,
            place => graph.arcs()[place as usize].right,
        }
    }

    /// Jonker and Volgenant's augmenting row reduction, as bids: a record without a partner takes
    /// its best offer and raises that offer's price to where the second best is as good. Gives back
    /// who is still waiting when a tie would displace somebody, or when bidding has gone on long
    /// enough: wars over a small difference end sooner by augmenting paths.
    fn reduce_rows(&mut self, graph: &Graph) -> Vec<u32> {
        let mut waiting = Vec::new();
        let mut bids = 2 * graph.lefts();
        for first in records(graph.lefts()) {
            let mut left = first;
            loop {
                let offers = self.offers(graph, left);
                self.u[left as usize] = offers.best;
                if offers.place == NONE {
                    break;
                }
                let right = graph.arcs()[offers.place as usize].right as usize;
                let displaced = self.mate[right];
                if displaced != NONE && (offers.best == offers.second || bids == 0) {
                    waiting.push(left);
                    break;
                }
                self.u[left as usize] = offers.second;
                self.v[right] += offers.best - offers.second;
                self.arc[left as usize] = offers.place;
                self.mate[right] = left;
                if displaced == NONE {
                    break;
                }
                bids -= 1;
                self.arc[displaced as usize] = NONE;
                left = displaced;
            }
        }
        waiting
    }

    /// The two best offers to a left record at present prices; staying alone is an offer of nought.
    fn offers(&self, graph: &Graph, left: u32) -> Offers {
        let mut offers = Offers {
            best: 0,
            second: 0,
            place: NONE,
        };
        for (place, arc) in graph.range(left).zip(graph.row(left)) {
            let gain = arc.weight - self.v[arc.right as usize];
            if gain > offers.best {
                offers.second = offers.best;
                offers.best = gain;
                offers.place = u32::try_from(place).unwrap_or(NONE);
            } else if gain == offers.best && gain > 0 {
                // Of equally good offers one that nobody holds is taken.
                offers.second = gain;
                if self.mate[arc.right as usize] == NONE {
                    offers.place = u32::try_from(place).unwrap_or(NONE);
                }
            } else if gain > offers.second {
                offers.second = gain;
            }
        }
        offers
    }
}

/// What a record is offered.
struct Offers {
    best: i64,
    second: i64,
    place: u32,
}

/// Where an augmenting path ends.
enum End {
    /// At a right record that had nobody.
    Take(u32),
    /// At a left record that is better left alone.
    Leave(u32),
}

/// Room for the search of shortest augmenting paths (Dijkstra 1959, on reduced weights).
struct Paths {
    round: u32,
    seen: Vec<u32>,
    distance: Vec<i64>,
    from_left: Vec<u32>,
    from_arc: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    scanned: Vec<u32>,
}

impl Paths {
    fn over(graph: &Graph) -> Self {
        let rights = graph.rights();
        Self {
            round: 0,
            seen: vec![0; rights],
            distance: vec![0; rights],
            from_left: vec![NONE; rights],
            from_arc: vec![NONE; rights],
            heap: BinaryHeap::new(),
            scanned: Vec::new(),
        }
    }

    /// Gives the root a partner if the total grows by it, moving others where that is best.
    fn augment(&mut self, graph: &Graph, solution: &mut Solution, root: u32) {
        let best = solution.offers(graph, root).best;
        solution.u[root as usize] = best;
        if best == 0 {
            return;
        }
        let (length, end) = self.search(graph, solution, root);
        solution.u[root as usize] -= length;
        for right in &self.scanned {
            let slack = length - self.distance[*right as usize];
            solution.v[*right as usize] += slack;
            solution.u[solution.mate[*right as usize] as usize] -= slack;
        }
        match end {
            End::Take(right) => self.flip(graph, solution, root, right),
            End::Leave(left) if left == root => {}
            End::Leave(left) => {
                let right = solution.right_of(graph, left);
                solution.arc[left as usize] = NONE;
                self.flip(graph, solution, root, right);
            }
        }
    }

    /// The shortest way from the root to somebody who is free or may be left alone.
    fn search(&mut self, graph: &Graph, solution: &Solution, root: u32) -> (i64, End) {
        self.round += 1;
        self.heap.clear();
        self.scanned.clear();
        let (mut left, mut reach) = (root, 0);
        let (mut length, mut end) = (solution.u[root as usize], End::Leave(root));
        loop {
            let alone = reach + solution.u[left as usize];
            if alone < length {
                (length, end) = (alone, End::Leave(left));
            }
            for (place, arc) in graph.range(left).zip(graph.row(left)) {
                let right = arc.right as usize;
                let distance = alone + solution.v[right] - arc.weight;
                let known = self.seen[right] == self.round;
                if distance >= length || known && self.distance[right] <= distance {
                    continue;
                }
                self.seen[right] = self.round;
                self.distance[right] = distance;
                self.from_left[right] = left;
                self.from_arc[right] = u32::try_from(place).unwrap_or(NONE);
                if solution.mate[right] == NONE {
                    (length, end) = (distance, End::Take(arc.right));
                } else {
                    self.heap.push(Reverse((distance, arc.right)));
                }
            }
            let Some(right) = self.nearest(length) else {
                return (length, end);
            };
            self.scanned.push(right);
            left = solution.mate[right as usize];
            reach = self.distance[right as usize];
        }
    }

    /// The nearest right record not yet scanned, if it is nearer than the best end found.
    fn nearest(&mut self, length: i64) -> Option<u32> {
        while let Some(Reverse((distance, right))) = self.heap.pop() {
            if distance >= length {
                return None;
            }
            if distance == self.distance[right as usize] {
                return Some(right);
            }
        }
        None
    }

    /// Takes every second arc of the path that ends at this right record, back to the root.
    fn flip(&self, graph: &Graph, solution: &mut Solution, root: u32, end: u32) {
        let mut right = end;
        loop {
            let left = self.from_left[right as usize];
            let before = solution.right_of(graph, left);
            solution.arc[left as usize] = self.from_arc[right as usize];
            solution.mate[right as usize] = left;
            if left == root {
                return;
            }
            right = before;
        }
    }
}
