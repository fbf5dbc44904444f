//! The result as the caller reads it: pairs in order, and for each record its partner and the best
//! of its other edges.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of records that exist"
)]

use super::{
    Assignment, Edge, Keys, Pair, Seat, Standing,
    graph::{Graph, NONE, records},
    regret::Regrets,
    solve::Solution,
    ties::{Ties, pair_key},
};

/// Writes down who sits where.
pub(super) fn seat(
    edges: &[Edge],
    keys: Keys<'_>,
    graph: &Graph,
    solution: &Solution,
    ties: &Ties,
    regrets: &Regrets,
) -> Assignment {
    let mut seats = Assignment {
        total: 0,
        pairs: Vec::new(),
        left: records(graph.lefts())
            .map(|l| empty(regrets.left[l as usize], ties.left(l)))
            .collect(),
        right: records(graph.rights())
            .map(|r| empty(regrets.right[r as usize], ties.right(r)))
            .collect(),
    };
    for left in records(graph.lefts()) {
        let place = solution.arc[left as usize];
        if place == NONE {
            continue;
        }
        let arc = graph.arcs()[place as usize];
        let number = seats.pairs.len();
        seats.pairs.push(Pair {
            edge: arc.edge as usize,
            regret: regrets.left[left as usize].unwrap_or(0),
            standing: ties.left(left),
        });
        seats.total += i128::from(arc.weight);
        seats.left[left as usize].pair = Some(number);
        seats.right[arc.right as usize].pair = Some(number);
    }
    runners_up(edges, keys, graph, solution, &mut seats);
    seats
}

const fn empty(regret: Option<i64>, standing: Standing) -> Seat {
    Seat {
        pair: None,
        runner_up: None,
        regret,
        standing,
    }
}

/// The heaviest edge of each record that does not lead to its partner; of equal ones, the keys say.
fn runners_up(
    edges: &[Edge],
    keys: Keys<'_>,
    graph: &Graph,
    solution: &Solution,
    seats: &mut Assignment,
) {
    let before = |new: usize, old: Option<usize>| {
        old.is_none_or(|old| {
            let (new, old) = (edges[new], edges[old]);
            let key = |edge: Edge| pair_key(keys, edge.left, edge.right);
            new.weight > old.weight || new.weight == old.weight && key(new) > key(old)
        })
    };
    for (index, edge) in edges.iter().enumerate() {
        let (left, right) = (edge.left as usize, edge.right as usize);
        let exists = left < graph.lefts() && right < graph.rights();
        if !exists || solution.mate[right] == edge.left {
            continue;
        }
        if before(index, seats.left[left].runner_up) {
            seats.left[left].runner_up = Some(index);
        }
        if before(index, seats.right[right].runner_up) {
            seats.right[right].runner_up = Some(index);
        }
    }
}
