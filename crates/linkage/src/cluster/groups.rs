//! What is said of each group: its weakest pair, its average, where it would come apart first, and
//! whether another settlement of exact ties would not make it.

#![expect(
    clippy::indexing_slicing,
    reason = "records are numbered within their component"
)]

use std::collections::BTreeMap;

use super::{
    Group, Rule, Standing, Then,
    chain::{Chain, Joined},
    component::{Candidate, Component},
    refine::refine,
};
use crate::hash::strewn;

/// In how many orders ties are settled to see whether the groups stay the same: in all, where few
/// records allow few.
const fn orders(records: u32) -> u32 {
    match records {
        0..=1 => 1,
        2 => 2,
        3 => 6,
        ALL_ORDERS => 24,
        5..=64 => 64,
        65..=1_024 => 16,
        _ => 4,
    }
}

/// So many records, and fewer, are tried in every order.
const ALL_ORDERS: u32 = 4;

/// The groups of one component.
pub(super) fn of_component(component: &Component, rule: Rule, groups: &mut Vec<Group>) {
    if let (&[one, two], [pair]) = (&*component.records, &*component.pairs) {
        groups.extend(of_two(one, two, pair, rule));
        return;
    }
    let joined = joined(component.records.len(), &component.pairs, rule);
    let others = other_orders(component, rule, &joined);
    let mut found: BTreeMap<u32, Group> = BTreeMap::new();
    let mut sums: BTreeMap<u32, i128> = BTreeMap::new();
    let mut candidates: BTreeMap<u32, u64> = BTreeMap::new();
    let weight = |pair: &Candidate| (pair.weight, pair.low, pair.high);
    let mut inside: Vec<_> = component
        .pairs
        .iter()
        .filter(|pair| joined.group[pair.low as usize] == joined.group[pair.high as usize])
        .collect();
    inside.sort_unstable_by_key(|pair| weight(pair));
    for pair in inside {
        let name = joined.group[pair.low as usize];
        *sums.entry(name).or_default() += i128::from(pair.weight.max(rule.absent));
        *candidates.entry(name).or_default() += 1;
        found.entry(name).or_insert_with(|| Group {
            members: Vec::new(),
            weakest: pair.edge as usize,
            missing: 0,
            cohesion: 0,
            seam: joined.seam[name as usize],
            standing: Standing::Clear,
        });
    }
    for (record, name) in component.records.iter().zip(&joined.group) {
        if let Some(group) = found.get_mut(name) {
            group.members.push(*record);
        }
    }
    for (name, mut group) in found {
        let size = group.members.len() as u64;
        let pairs = size * size.saturating_sub(1) / 2;
        group.missing = pairs - candidates.get(&name).copied().unwrap_or(0);
        let absent = i128::from(rule.absent) * i128::from(group.missing);
        let sum = sums.get(&name).copied().unwrap_or(0) + absent;
        let average = sum.div_euclid(i128::from(pairs.max(1)));
        group.cohesion = i64::try_from(average).unwrap_or(rule.floor);
        if others
            .iter()
            .any(|other| !same_group(&joined.group, other, name))
        {
            group.standing = Standing::Tied;
        }
        group.members.sort_unstable();
        groups.push(group);
    }
}

/// Two records alone, as most are: there is nothing to weigh up.
fn of_two(one: u32, two: u32, pair: &Candidate, rule: Rule) -> Option<Group> {
    let least = rule.least.map_or(rule.floor, |least| least.max(rule.floor));
    (pair.weight >= least).then(|| Group {
        members: vec![one.min(two), one.max(two)],
        weakest: pair.edge as usize,
        missing: 0,
        cohesion: pair.weight,
        seam: pair.weight,
        standing: Standing::Clear,
    })
}

/// Joins, and improves if the rule says so. Of two records there is nothing to improve.
fn joined(count: usize, pairs: &[Candidate], rule: Rule) -> Joined {
    let joined = Chain::join(count, pairs, rule);
    match rule.then {
        Then::Refine if count > 2 => refine(joined, pairs, rule),
        Then::Refine | Then::Keep => joined,
    }
}

/// The groups that come out if ties are settled otherwise; none if there were no ties.
fn other_orders(component: &Component, rule: Rule, joined: &Joined) -> Vec<Vec<u32>> {
    if !joined.tied {
        return Vec::new();
    }
    let count = u32::try_from(component.records.len()).unwrap_or(u32::MAX);
    (1..orders(count))
        .map(|order| {
            let place_of = places(count, order);
            let mut pairs: Vec<_> = component
                .pairs
                .iter()
                .map(|pair| {
                    let one = place_of[pair.low as usize];
                    let two = place_of[pair.high as usize];
                    Candidate {
                        low: one.min(two),
                        high: one.max(two),
                        ..*pair
                    }
                })
                .collect();
            pairs.sort_unstable_by_key(|pair| (pair.low, pair.high));
            let other = self::joined(component.records.len(), &pairs, rule).group;
            place_of
                .iter()
                .map(|place| other[*place as usize])
                .collect()
        })
        .collect()
}

/// Of few records every order; of more the numbers backwards, and the rest shuffled, always alike.
fn places(count: u32, order: u32) -> Vec<u32> {
    let by_draw = if count <= ALL_ORDERS {
        permuted(count, order)
    } else {
        let mut by_draw: Vec<u32> = (0..count).collect();
        by_draw.sort_by_key(|record| match order {
            1 => u64::from(count - record),
            _ => strewn(u64::from(order) << 32 | u64::from(*record)),
        });
        by_draw
    };
    let mut place_of = vec![0; by_draw.len()];
    for (place, record) in (0_u32..).zip(by_draw) {
        place_of[record as usize] = place;
    }
    place_of
}

/// One of the orders of so many records, by its number from nought (the one they stand in) on: a
/// numeral whose places count the ways to go on (Lehmer 1960).
fn permuted(count: u32, order: u32) -> Vec<u32> {
    let mut left: Vec<u32> = (0..count).collect();
    let mut rest = order;
    (1..=count)
        .rev()
        .map(|ways| {
            let after: u32 = (1..ways).product();
            let next = (rest / after).min(ways - 1);
            rest %= after;
            left.remove(next as usize)
        })
        .collect()
}

/// Whether the group of this name has the same members in another grouping.
fn same_group(groups: &[u32], other: &[u32], name: u32) -> bool {
    let there = other[name as usize];
    groups
        .iter()
        .zip(other)
        .all(|(here, its)| (*here == name) == (*its == there))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn few_records_are_tried_in_every_order_once() {
        for count in 2..=ALL_ORDERS {
            let all: BTreeSet<Vec<u32>> = (0..orders(count)).map(|n| places(count, n)).collect();
            assert_eq!(all.len(), (1..=count as usize).product::<usize>());
            assert_eq!(places(count, 0), (0..count).collect::<Vec<_>>());
        }
    }
}
