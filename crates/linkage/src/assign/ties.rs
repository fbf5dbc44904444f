//! Where another assignment has the same total: found exactly, and settled by the records' keys.
//!
//! With best potentials given, the best assignments are those that use only arcs without slack and
//! leave nobody alone whose potential is above nought. Two of them differ by cycles without slack in
//! the residual graph, so a record may have another partner, or none, exactly if it lies on such a
//! cycle: if its strongly connected component (Tarjan 1972) is larger than itself.

#![expect(
    clippy::indexing_slicing,
    reason = "indices come from the graph, which has checked them"
)]

use super::{
    Edge, Keys, Standing,
    graph::{Graph, NONE, records},
    solve::Solution,
};
use crate::{
    hash::strewn,
    watch::{Stopped, Watch},
};

/// Which records may have another partner, or none, at the same total.
#[derive(Debug)]
pub(super) struct Ties {
    lefts: usize,
    /// For each left record, then each right one, its component if that is larger than itself.
    component: Vec<u32>,
}

impl Ties {
    /// Finds them all.
    pub fn of(graph: &Graph, solution: &Solution) -> Self {
        Self {
            lefts: graph.lefts(),
            component: Components::of(graph, solution),
        }
    }

    /// Of a left record.
    pub fn left(&self, left: u32) -> Standing {
        standing(self.component[left as usize])
    }

    /// Of a right record.
    pub fn right(&self, right: u32) -> Standing {
        standing(self.component[self.lefts + right as usize])
    }

    /// Chooses among the assignments that are equally good the one that the keys favour: the arcs
    /// without slack among tied records are assigned once more, by weights drawn from the keys of
    /// both ends alike, with a bonus for each end that must not stay alone, greater than all drawn
    /// weights together.
    pub fn settle(
        &self,
        graph: &Graph,
        solution: &mut Solution,
        keys: Keys<'_>,
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        let tied = self.component.iter().filter(|c| **c != NONE).count();
        if tied == 0 {
            return Ok(());
        }
        let log = usize::BITS - tied.leading_zeros();
        let drawn_bits = 48.min(58_u32.saturating_sub(log));
        let bonus = 1_i64 << (drawn_bits + log);
        let mut edges = Vec::new();
        let mut places = Vec::new();
        for left in records(graph.lefts()) {
            if self.left(left) == Standing::Clear {
                continue;
            }
            for (place, arc) in graph.range(left).zip(graph.row(left)) {
                let right = arc.right;
                let (u, v) = (solution.u[left as usize], solution.v[right as usize]);
                if u + v == arc.weight && self.together(left, right) {
                    let drawn = pair_key(keys, left, right) >> (64 - drawn_bits);
                    let must = i64::from(u > 0) + i64::from(v > 0);
                    edges.push(Edge {
                        left,
                        right,
                        weight: must * bonus + 1 + i64::try_from(drawn).unwrap_or(0),
                    });
                    places.push(u32::try_from(place).unwrap_or(NONE));
                }
            }
        }
        let chosen_of = Graph::of(&edges, graph.lefts(), graph.rights());
        let chosen = Solution::of(&chosen_of, watch)?;
        for left in records(graph.lefts()).filter(|l| self.left(*l) == Standing::Tied) {
            solution.arc[left as usize] = match chosen.arc[left as usize] {
                NONE => NONE,
                place => places[chosen_of.arcs()[place as usize].edge as usize],
            };
        }
        for right in records(graph.rights()).filter(|r| self.right(*r) == Standing::Tied) {
            solution.mate[right as usize] = chosen.mate[right as usize];
        }
        Ok(())
    }

    fn together(&self, left: u32, right: u32) -> bool {
        self.component[left as usize] == self.component[self.lefts + right as usize]
    }
}

const fn standing(component: u32) -> Standing {
    match component {
        NONE => Standing::Clear,
        _ => Standing::Tied,
    }
}

/// A key of two records, the same whichever of them stands on the left.
pub(super) fn pair_key(keys: Keys<'_>, left: u32, right: u32) -> u64 {
    let sum = mix(keys.left[left as usize]).wrapping_add(mix(keys.right[right as usize]));
    mix(sum)
}

/// Nought is strewn as well as any other number.
const fn mix(key: u64) -> u64 {
    strewn(key.wrapping_add(0x9e37_79b9_7f4a_7c15))
}

/// Tarjan's strongly connected components, without recursion, over the arcs without slack of the
/// residual graph. Its nodes are the left records, the right ones, and "outside": the partner of all
/// who stay alone.
struct Components<'a> {
    graph: &'a Graph,
    solution: &'a Solution,
    outside: u32,
    number: Vec<u32>,
    low: Vec<u32>,
    component: Vec<u32>,
    open: Vec<u32>,
    path: Vec<(u32, u32)>,
    next: u32,
    settled: Vec<bool>,
}

impl<'a> Components<'a> {
    fn of(graph: &'a Graph, solution: &'a Solution) -> Vec<u32> {
        let nodes = graph.lefts() + graph.rights() + 1;
        let mut search = Self {
            graph,
            solution,
            outside: u32::try_from(nodes - 1).unwrap_or(NONE),
            number: vec![NONE; nodes],
            low: vec![0; nodes],
            component: vec![NONE; nodes],
            open: Vec::new(),
            path: Vec::new(),
            next: 0,
            settled: vec![false; nodes],
        };
        for node in records(nodes) {
            if search.number[node as usize] == NONE {
                search.visit(node);
            }
        }
        search.component.pop();
        search.component
    }

    fn visit(&mut self, root: u32) {
        self.enter(root);
        while let Some((node, cursor)) = self.path.pop() {
            let Some((to, after)) = self.successor(node, cursor) else {
                self.leave(node);
                continue;
            };
            self.path.push((node, after));
            if self.number[to as usize] == NONE {
                self.enter(to);
            } else if !self.settled[to as usize] {
                let low = &mut self.low[node as usize];
                *low = (*low).min(self.number[to as usize]);
            }
        }
    }

    fn enter(&mut self, node: u32) {
        self.number[node as usize] = self.next;
        self.low[node as usize] = self.next;
        self.next += 1;
        self.open.push(node);
        self.path.push((node, 0));
    }

    fn leave(&mut self, node: u32) {
        let low = self.low[node as usize];
        if low == self.number[node as usize] {
            let alone = self.open.last() == Some(&node);
            while let Some(member) = self.open.pop() {
                self.settled[member as usize] = true;
                self.component[member as usize] = if alone { NONE } else { node };
                if member == node {
                    break;
                }
            }
        }
        if let Some((above, _)) = self.path.last() {
            let above = &mut self.low[*above as usize];
            *above = (*above).min(low);
        }
    }

    /// The next node that can be reached from this one without slack, and where to go on looking.
    fn successor(&self, node: u32, cursor: u32) -> Option<(u32, u32)> {
        let lefts = u32::try_from(self.graph.lefts()).unwrap_or(NONE);
        if node == self.outside {
            self.after_outside(cursor)
        } else if node < lefts {
            self.after_left(node, cursor)
        } else {
            let mate = self.solution.mate[(node - lefts) as usize];
            let to = if mate == NONE { self.outside } else { mate };
            (cursor == 0).then_some((to, 1))
        }
    }

    /// A record that stays alone could be given a partner; a right one at no loss could lose its own.
    fn after_outside(&self, cursor: u32) -> Option<(u32, u32)> {
        let lefts = self.graph.lefts();
        let solution = self.solution;
        let free = |node: &u32| match (*node as usize).checked_sub(lefts) {
            None => solution.arc[*node as usize] == NONE,
            Some(right) => solution.mate[right] != NONE && solution.v[right] == 0,
        };
        let node = (cursor..self.outside).find(free)?;
        Some((node, node + 1))
    }

    /// A left record could take another arc without slack, or at no loss be left alone.
    fn after_left(&self, left: u32, cursor: u32) -> Option<(u32, u32)> {
        let lefts = u32::try_from(self.graph.lefts()).unwrap_or(NONE);
        let (own, u) = (
            self.solution.arc[left as usize],
            self.solution.u[left as usize],
        );
        let range = self.graph.range(left);
        let row = self.graph.row(left);
        for (index, arc) in row.iter().enumerate().skip(cursor as usize) {
            let other = u32::try_from(range.start + index).unwrap_or(NONE) != own;
            if other && u + self.solution.v[arc.right as usize] == arc.weight {
                return Some((lefts + arc.right, u32::try_from(index + 1).unwrap_or(NONE)));
            }
        }
        let end = u32::try_from(row.len()).unwrap_or(NONE);
        (own != NONE && u == 0 && cursor <= end).then_some((self.outside, end.saturating_add(1)))
    }
}
