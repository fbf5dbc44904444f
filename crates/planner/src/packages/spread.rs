//! A few packages that differ, to be shown instead of a whole frontier: the one that does best by
//! whoever does worst, and then, each time, the one that is furthest from all that were chosen.

use super::{frontier::Deal, solution::Scale};

/// As many as people look at.
pub const SHOWN_MOST: usize = 5;
/// Fewer are shown only where there are no more.
pub const SHOWN_LEAST: usize = 3;
/// Beyond the fewest, a package is shown if some party has this many thousandths of its range more or
/// less than from every other that is shown.
const APART_LEAST: i64 = 50;

/// Three to five of these, as far apart as may be, where whoever has least has most first.
pub fn spread(deals: &[Deal], scale: &Scale) -> Vec<Deal> {
    let shares = |deal: &Deal| -> Vec<i64> {
        let shares = scale.shares(&deal.worth);
        shares
            .iter()
            .map(|share| share.map_or(0, super::ratio::Share::per_mille))
            .collect()
    };
    let mut left: Vec<(Vec<i64>, &Deal)> = deals.iter().map(|deal| (shares(deal), deal)).collect();
    let first = (0..left.len()).max_by(|a, b| {
        let ranked = |at: &usize| left.get(*at).map(|(_, deal)| scale.ranked(&deal.worth));
        ranked(a).cmp(&ranked(b)).then(b.cmp(a))
    });
    let mut shown: Vec<(Vec<i64>, &Deal)> = first.map(|at| left.remove(at)).into_iter().collect();
    while shown.len() < SHOWN_MOST {
        let apart = |(shares, _): &(Vec<i64>, &Deal)| {
            let from = shown.iter().map(|(other, _)| distance(shares, other));
            from.min().unwrap_or(0)
        };
        let furthest = (0..left.len())
            .filter_map(|at| Some((apart(left.get(at)?), at)))
            .max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        match furthest {
            Some((apart, at)) if apart >= APART_LEAST || shown.len() < SHOWN_LEAST => {
                shown.push(left.remove(at));
            }
            _ => break,
        }
    }
    shown.sort_by(|a, b| {
        let ranked = |deal: &Deal| scale.ranked(&deal.worth);
        ranked(b.1).cmp(&ranked(a.1)).then_with(|| b.1.cmp(a.1))
    });
    shown.into_iter().map(|(_, deal)| deal.clone()).collect()
}

/// The most by which any party's shares differ.
fn distance(a: &[i64], b: &[i64]) -> i64 {
    let differ = a.iter().zip(b).map(|(a, b)| (a - b).abs());
    differ.max().unwrap_or(0)
}
