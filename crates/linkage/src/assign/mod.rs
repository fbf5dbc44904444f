//! Optimal one-to-one assignment: of candidate pairs with weights, the set with the greatest total
//! in which nobody stands twice. Knows nothing of names or fields.
//!
//! Exact, in integers, by successive shortest augmenting paths with potentials (Kuhn 1955; Edmonds
//! and Karp 1972; Tomizawa 1971) after the row reduction of Jonker and Volgenant (1987, "A shortest
//! augmenting path algorithm for dense and sparse linear assignment problems", Computing 38). The
//! total counts, not the number of pairs: whoever gains nothing stays alone. What each proposal hangs
//! on is computed exactly too: by how much the total falls if it is forbidden, which is a shortest
//! cycle in the residual graph (Volgenant 2006, "An addendum on sensitivity analysis of the optimal
//! assignment", EJOR 169). Where another choice has the same total the pair is marked as tied, and
//! which one stands is settled by the caller's keys, never by the order in which edges came.
//!
//! ```
//! use linkage::{assign::{Edge, Keys, Standing, assign}, watch::Unwatched};
//!
//! let edge = |left, right, bits: i64| Edge { left, right, weight: bits * 1_000_000 };
//! let edges = [edge(0, 0, 12), edge(0, 1, 11), edge(1, 0, 10)];
//! let keys = Keys { left: &[17, 23], right: &[5, 9] };
//! let found = assign(&edges, keys, &Unwatched)?;
//! // Greedy pairing would take the first edge and leave two records alone.
//! let taken: Vec<usize> = found.pairs.iter().map(|pair| pair.edge).collect();
//! assert_eq!(taken, [1, 2]);
//! assert_eq!(found.pairs[0].regret, 9_000_000);
//! assert_eq!(found.pairs[0].standing, Standing::Clear);
//! assert_eq!(found.left[0].runner_up, Some(0));
//! # Ok::<(), linkage::watch::Stopped>(())
//! ```

mod cycle;
mod graph;
mod regret;
mod seats;
mod solve;
mod ties;

#[cfg(test)]
mod tests;

use self::{graph::Graph, regret::Regrets, solve::Solution, ties::Ties};
use crate::watch::{Stopped, Watch};

/// A candidate pair: who, with whom, and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// Index on the left side.
    pub left: u32,
    /// Index on the right side.
    pub right: u32,
    /// In millionths of a bit. Only what is above nought is ever taken; what is above
    /// [`MOST`] counts as that.
    pub weight: i64,
}

/// The greatest weight that is told apart, in millionths of a bit.
pub const MOST: i64 = 1 << 61;

/// One key for each record of each side, made from its content: they settle exact ties, so that the
/// result does not hang on the order of the lists. Records with one key cannot be told apart.
#[derive(Debug, Clone, Copy)]
pub struct Keys<'a> {
    /// As many as there are records on the left.
    pub left: &'a [u64],
    /// As many as there are records on the right.
    pub right: &'a [u64],
}

/// Whether equally good assignments agree on something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The same in every assignment that has the greatest total.
    Clear,
    /// Otherwise in another assignment that is exactly as good.
    Tied,
}

/// One pair that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// Index of the edge as it was given; of several between the same two, the best (then the first).
    pub edge: usize,
    /// By how much the total falls if this edge is forbidden, in millionths of a bit; nought where tied.
    pub regret: i64,
    /// Whether an equally good assignment does without it.
    pub standing: Standing,
}

/// What became of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    /// Index into [`Assignment::pairs`]; none for a record that stays alone.
    pub pair: Option<usize>,
    /// Index of its best edge to anybody else than its partner, be it above nought or not.
    pub runner_up: Option<usize>,
    /// By how much the total falls if it must be otherwise: the regret of its pair, or, for a record
    /// that stays alone, what it costs to give it a partner (none if it has no edge above nought).
    pub regret: Option<i64>,
    /// Whether it has the same partner, or none, in every assignment that is as good.
    pub standing: Standing,
}

/// The best assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The sum of the weights of all pairs, in millionths of a bit.
    pub total: i128,
    /// The pairs, in order of their left side.
    pub pairs: Vec<Pair>,
    /// For each record of the left side.
    pub left: Vec<Seat>,
    /// For each record of the right side.
    pub right: Vec<Seat>,
}

/// Assigns left to right, one to one, with the greatest total weight. Edges that name nobody (an
/// index without a key) are passed over.
///
/// # Errors
/// [`Stopped`] when the watch ends the work.
pub fn assign(edges: &[Edge], keys: Keys<'_>, watch: &dyn Watch) -> Result<Assignment, Stopped> {
    let graph = Graph::of(edges, keys.left.len(), keys.right.len());
    let mut solution = Solution::of(&graph, watch)?;
    let ties = Ties::of(&graph, &solution);
    ties.settle(&graph, &mut solution, keys, watch)?;
    let regrets = Regrets::of(&graph, &solution, &ties, watch)?;
    Ok(seats::seat(edges, keys, &graph, &solution, &ties, &regrets))
}
