//! The least greatest exposure of two fixed orders, exactly: by halving between shares that some party's
//! whole number of points can be.

use super::{Reached, Rules, Start, Sums, reach};
use crate::order::{
    bounds::{Aim, Bounds},
    problem::Problem,
    share::Share,
};

/// Between these lies a least value: above the one, at most the other.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Between {
    pub above: Share,
    pub at_most: Share,
}

impl Between {
    /// From less than nothing to this.
    pub fn nothing_and(at_most: Share) -> Self {
        Self {
            above: Share { points: -1, of: 1 },
            at_most,
        }
    }

    /// A share to try next that some party can have, strictly between; none where there is none.
    pub fn middle(&self, problem: &Problem) -> Option<Share> {
        let candidates = problem.scales().iter().map(|scale| {
            let least = self.above.at_most_of(*scale).max(-1) + 1;
            let least = if self.above.points < 0 { 0 } else { least };
            (least, self.at_most.below_of(*scale), *scale)
        });
        let (least, most, scale) =
            candidates.max_by_key(|(least, most, _)| most.saturating_sub(*least))?;
        (least <= most).then(|| Share::new(least + (most - least) / 2, scale))
    }
}

/// The greatest share that exposure can have.
pub(in super::super) fn greatest(problem: &Problem) -> Share {
    let all = problem.scales().iter().enumerate().map(|(party, scale)| {
        let lost: i64 = (0..problem.classes().len())
            .filter_map(|class| problem.running(class, party).iter().min())
            .map(|least| -least)
            .sum();
        Share::new(lost, *scale)
    });
    all.max().unwrap_or(Share::ZERO)
}

/// The least value within the caps and what is reached at it; none where the caps forbid all or nothing
/// is better than `at_most`.
pub(in super::super) fn least(
    problem: &Problem,
    sums: &Sums,
    rules: &Rules<'_>,
    caps: &Bounds,
    at_most: Share,
) -> Option<(Share, Reached)> {
    let within = |share: Share| {
        let bounds = caps.and_at_most(problem, Aim::Exposure, share);
        reach(sums, rules, &bounds, Start::default())
    };
    let mut best = within(at_most)?;
    let mut between = Between::nothing_and(at_most);
    while let Some(share) = between.middle(problem) {
        match within(share) {
            Some(reached) => {
                best = reached;
                between.at_most = share;
            }
            None => between.above = share,
        }
    }
    Some((between.at_most, best))
}

/// The least share above this that some party can have.
pub(in super::super) fn next(problem: &Problem, share: Share) -> Share {
    let above = problem
        .scales()
        .iter()
        .map(|scale| Share::new(share.at_most_of(*scale) + 1, *scale));
    above.min().unwrap_or(share)
}
