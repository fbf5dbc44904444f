//! Groups of records of one list that may be one person, so joined that strangers are not chained
//! together by a row of likenesses. Knows nothing of names or fields.
//!
//! Average linkage (Sokal and Michener 1958) inside each connected component of candidate pairs: the
//! two groups whose records are on average most alike are joined first, and joining ends where no two
//! are alike enough. A pair that never became a candidate speaks against joining, with a stated
//! weight; so a chain of three in which only neighbours are alike holds only if they are very much
//! so. A bound on the least likeness inside a group (complete linkage) can be added. Both are
//! reducible, so that a chain of nearest neighbours (Benzécri 1982; Juan 1982; Murtagh 1983) finds
//! exactly what joining the best pair first would find, without a queue of all pairs.
//!
//! Exact, in integers. Exact ties are settled by the records' keys, and where another settlement
//! leads to other groups they are marked as tied.

mod chain;
mod component;
mod groups;
mod refine;

#[cfg(test)]
mod tests;

use self::component::Components;
pub use crate::assign::{Edge, Standing};
use crate::watch::{Stage, Stopped, Watch};

/// The greatest weight, for or against, that is told apart, in millionths of a bit.
pub const MOST: i64 = 1 << 50;

/// When groups are joined. All weights are in millionths of a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Two groups are joined only if their pairs weigh on average at least this.
    pub floor: i64,
    /// What a pair weighs that was never a candidate, and the least that any pair counts in an
    /// average: two misspelled entries of one person may differ in everything, so what speaks against
    /// joining is bounded. It never speaks for it: whatever is given, it counts as less than the floor.
    pub absent: i64,
    /// If given, no group holds any pair, candidate or not, that weighs less than this by itself.
    pub least: Option<i64>,
    /// What is done after joining.
    pub then: Then,
}

/// What is done after joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Nothing more.
    Keep,
    /// Single records are moved where that makes all groups together more alike.
    Refine,
}

/// Records that may be one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Two or more, in ascending order.
    pub members: Vec<u32>,
    /// Index of the weakest candidate pair inside.
    pub weakest: usize,
    /// How many pairs inside never became candidates.
    pub missing: u64,
    /// What its pairs weigh on average, those included that never became candidates (rounded down).
    pub cohesion: i64,
    /// What the pairs between the last two parts that were joined weigh on average (rounded down):
    /// where it would come apart first.
    pub seam: i64,
    /// Whether another settlement of exact ties was found that does not make this group.
    pub standing: Standing,
}

/// All groups of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// In order of their first member. A record that is in none stands alone.
    pub groups: Vec<Group>,
    /// Indices of the candidate pairs that weigh at least the floor and are not inside a group,
    /// because joining their groups would chain strangers together.
    pub cut: Vec<usize>,
}

/// Groups the records, of which there are as many as keys. An edge from a record to itself, or to a
/// record that does not exist, is passed over; of several between the same two the best counts.
///
/// # Errors
/// [`Stopped`] when the watch ends the work.
pub fn cluster(
    edges: &[Edge],
    keys: &[u64],
    rule: Rule,
    watch: &dyn Watch,
) -> Result<Groups, Stopped> {
    let rule = rule.bounded();
    let mut components = Components::of(edges, keys.len(), rule.floor);
    let mut groups = Vec::new();
    for number in 0..components.count() {
        if number % 4096 == 0 {
            watch.at(Stage::Arranging, number as u64, components.count() as u64)?;
        }
        let component = components.take(number, edges, keys);
        groups::of_component(&component, rule, &mut groups);
    }
    groups.sort_unstable_by(|a, b| a.members.cmp(&b.members));
    let cut = components.cut(edges, &groups, rule.floor);
    Ok(Groups { groups, cut })
}

impl Rule {
    /// With weights in bounds, and an absent pair below the floor.
    fn bounded(self) -> Self {
        let bound = |weight: i64| weight.clamp(-MOST, MOST);
        let floor = bound(self.floor);
        Self {
            floor,
            absent: bound(self.absent).min(floor - 1),
            least: self.least.map(bound),
            then: self.then,
        }
    }
}
