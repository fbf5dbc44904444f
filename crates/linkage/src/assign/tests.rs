//! Against every assignment there is, where they are few; against the dual proof and against solving
//! again, where they are many.

#![expect(clippy::cast_possible_truncation, reason = "a few dozen records")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::watch::Unwatched;

fn edge(left: u32, right: u32, weight: i64) -> Edge {
    Edge {
        left,
        right,
        weight,
    }
}

fn keys_of(count: usize, salt: u64) -> Vec<u64> {
    (0..count as u64).map(|i| i * 1_000 + salt).collect()
}

fn assigned(edges: &[Edge], left: &[u64], right: &[u64]) -> Assignment {
    assign(edges, Keys { left, right }, &Unwatched).unwrap()
}

/// Every assignment of positive edges, by listing them all.
fn all(edges: &[Edge]) -> Vec<BTreeMap<u32, u32>> {
    let mut found = vec![BTreeMap::new()];
    let pairs: BTreeSet<_> = best_of(edges).into_keys().collect();
    for (left, right) in pairs {
        let free = |taken: &&BTreeMap<u32, u32>| {
            !taken.contains_key(&left) && !taken.values().any(|other| *other == right)
        };
        let grown: Vec<_> = found
            .iter()
            .filter(free)
            .map(|taken| {
                let mut taken = taken.clone();
                taken.insert(left, right);
                taken
            })
            .collect();
        found.extend(grown);
    }
    found
}

fn best_of(edges: &[Edge]) -> BTreeMap<(u32, u32), i64> {
    let mut best = BTreeMap::new();
    for edge in edges.iter().filter(|edge| edge.weight > 0) {
        let weight = best.entry((edge.left, edge.right)).or_insert(edge.weight);
        *weight = edge.weight.max(*weight);
    }
    best
}

fn total(taken: &BTreeMap<u32, u32>, weights: &BTreeMap<(u32, u32), i64>) -> i128 {
    taken
        .iter()
        .map(|(l, r)| i128::from(weights[&(*l, *r)]))
        .sum()
}

fn pairs_of(edges: &[Edge], result: &Assignment) -> BTreeMap<u32, u32> {
    let ends = |pair: &Pair| (edges[pair.edge].left, edges[pair.edge].right);
    result.pairs.iter().map(ends).collect()
}

/// A few records a side, few weights, so that ties abound.
fn small() -> impl Strategy<Value = (usize, usize, Vec<Edge>)> {
    (1_usize..5, 1_usize..5).prop_flat_map(|(lefts, rights)| {
        let one = (0..lefts as u32, 0..rights as u32, -1_i64..5);
        let edges = prop::collection::vec(one.prop_map(|(l, r, w)| edge(l, r, w)), 0..13);
        (Just(lefts), Just(rights), edges)
    })
}

fn partner_right(taken: &BTreeMap<u32, u32>, right: u32) -> Option<u32> {
    taken.iter().find(|(_, r)| **r == right).map(|(l, _)| *l)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn it_is_what_listing_every_assignment_says((lefts, rights, edges) in small()) {
        let result = assigned(&edges, &keys_of(lefts, 1), &keys_of(rights, 7));
        let (weights, every) = (best_of(&edges), all(&edges));
        let most = every.iter().map(|taken| total(taken, &weights)).max().unwrap();
        let greatest: Vec<_> =
            every.iter().filter(|taken| total(taken, &weights) == most).collect();
        let taken = pairs_of(&edges, &result);
        prop_assert_eq!(result.total, most);
        prop_assert!(greatest.contains(&&taken));
        prop_assert_eq!(taken.len(), result.pairs.len());

        let most_where = |keep: &dyn Fn(&BTreeMap<u32, u32>) -> bool| {
            every.iter().filter(|t| keep(t)).map(|t| total(t, &weights)).max()
        };
        for pair in &result.pairs {
            let (l, r) = (edges[pair.edge].left, edges[pair.edge].right);
            prop_assert_eq!(edges[pair.edge].weight, weights[&(l, r)]);
            let without = most_where(&|t| t.get(&l) != Some(&r)).unwrap();
            prop_assert_eq!(i128::from(pair.regret), most - without);
            prop_assert_eq!(pair.standing == Standing::Tied, pair.regret == 0);
        }
        for (l, seat) in (0..).zip(&result.left) {
            let partners: BTreeSet<_> = greatest.iter().map(|t| t.get(&l)).collect();
            prop_assert_eq!(seat.standing == Standing::Clear, partners.len() == 1);
            if seat.pair.is_none() {
                let with = most_where(&|t| t.contains_key(&l));
                prop_assert_eq!(seat.regret.map(i128::from), with.map(|with| most - with));
            }
        }
        for (r, seat) in (0..).zip(&result.right) {
            let partners: BTreeSet<_> = greatest.iter().map(|t| partner_right(t, r)).collect();
            prop_assert_eq!(seat.standing == Standing::Clear, partners.len() == 1);
            if seat.pair.is_none() {
                let with = most_where(&|t| partner_right(t, r).is_some());
                prop_assert_eq!(seat.regret.map(i128::from), with.map(|with| most - with));
            }
        }
    }

    #[test]
    fn order_and_side_change_nothing((lefts, rights, edges) in small(), turn in 0_usize..64) {
        let (left, right) = (keys_of(lefts, 1), keys_of(rights, 7));
        let plain = assigned(&edges, &left, &right);

        let shift = |i: u32, count: usize| (i + turn as u32) % count as u32;
        let mut turned: Vec<_> = edges
            .iter()
            .map(|e| edge(shift(e.left, lefts), shift(e.right, rights), e.weight))
            .collect();
        turned.reverse();
        let (mut left_turned, mut right_turned) = (left.clone(), right.clone());
        left_turned.rotate_right(turn % lefts);
        right_turned.rotate_right(turn % rights);
        let other = assigned(&turned, &left_turned, &right_turned);
        let back: BTreeMap<_, _> = pairs_of(&edges, &plain)
            .into_iter()
            .map(|(l, r)| (shift(l, lefts), shift(r, rights)))
            .collect();
        prop_assert_eq!(back, pairs_of(&turned, &other));
        for l in 0..lefts as u32 {
            let (one, two) = (plain.left[l as usize], other.left[shift(l, lefts) as usize]);
            prop_assert_eq!((one.standing, one.regret), (two.standing, two.regret));
            let ends = |edges: &[Edge], seat: Seat| seat.runner_up.map(|e| edges[e].weight);
            prop_assert_eq!(ends(&edges, one), ends(&turned, two));
        }

        let swapped: Vec<_> = edges.iter().map(|e| edge(e.right, e.left, e.weight)).collect();
        let mirror = assigned(&swapped, &right, &left);
        let plain_pairs: BTreeSet<_> = pairs_of(&edges, &plain).into_iter().collect();
        let mirrored: BTreeSet<_> =
            pairs_of(&swapped, &mirror).into_iter().map(|(r, l)| (l, r)).collect();
        prop_assert_eq!(plain_pairs, mirrored);
        prop_assert_eq!(&plain.left.iter().map(shape).collect::<Vec<_>>(),
            &mirror.right.iter().map(shape).collect::<Vec<_>>());
        prop_assert_eq!(&plain.right.iter().map(shape).collect::<Vec<_>>(),
            &mirror.left.iter().map(shape).collect::<Vec<_>>());
    }

    #[test]
    fn others_change_nothing((lefts, rights, edges) in small(), (far, off, more) in small()) {
        let (mut left, mut right) = (keys_of(lefts, 1), keys_of(rights, 7));
        let alone = assigned(&edges, &left, &right);
        left.extend(keys_of(far, 500));
        right.extend(keys_of(off, 600));
        let beside = more.iter().map(|e| {
            edge(e.left + lefts as u32, e.right + rights as u32, e.weight)
        });
        let both: Vec<_> = edges.iter().copied().chain(beside).collect();
        let together = assigned(&both, &left, &right);
        prop_assert_eq!(&alone.left[..], &together.left[..lefts]);
        prop_assert_eq!(&alone.right[..], &together.right[..rights]);
        prop_assert_eq!(&alone.pairs[..], &together.pairs[..alone.pairs.len()]);
    }

    #[test]
    fn the_runner_up_is_the_heaviest_other((lefts, rights, edges) in small()) {
        let result = assigned(&edges, &keys_of(lefts, 1), &keys_of(rights, 7));
        let taken = pairs_of(&edges, &result);
        for (l, seat) in (0..).zip(&result.left) {
            let others = edges.iter().filter(|e| e.left == l && taken.get(&l) != Some(&e.right));
            let heaviest = others.map(|e| e.weight).max();
            prop_assert_eq!(seat.runner_up.map(|e| edges[e].weight), heaviest);
            prop_assert!(seat.runner_up.is_none_or(|e| edges[e].left == l));
        }
        for (r, seat) in (0..).zip(&result.right) {
            let others = edges.iter().filter(|e| e.right == r && taken.get(&e.left) != Some(&r));
            prop_assert_eq!(seat.runner_up.map(|e| edges[e].weight), others.map(|e| e.weight).max());
        }
    }

    #[test]
    fn no_edge_makes_it_fail(
        edges in prop::collection::vec((any::<u32>(), 0_u32..4, any::<i64>()), 0..30),
        near in prop::collection::vec((0_u32..4, 0_u32..4, any::<i64>()), 0..30),
    ) {
        let edges: Vec<_> = edges.into_iter().chain(near).map(|(l, r, w)| edge(l, r, w)).collect();
        let result = assigned(&edges, &keys_of(3, 0), &keys_of(2, 0));
        prop_assert!(result.pairs.len() <= 2);
        prop_assert!(result.pairs.iter().all(|pair| edges[pair.edge].weight > 0));
    }
}

fn shape(seat: &Seat) -> (Option<i64>, Standing, Option<usize>) {
    (seat.regret, seat.standing, seat.runner_up)
}

/// Many records: everybody's true partner, and others with less or as much.
fn many() -> impl Strategy<Value = (usize, Vec<Edge>)> {
    (20_usize..60).prop_flat_map(|count| {
        let one = (0..count as u32, 0..count as u32, 1_i64..400);
        let edges = prop::collection::vec(one.prop_map(|(l, r, w)| edge(l, r, w)), 0..count * 5);
        (Just(count), edges)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn potentials_prove_it_and_solving_again_confirms_regrets((count, edges) in many()) {
        let graph = Graph::of(&edges, count, count);
        let solution = Solution::of(&graph, &Unwatched).unwrap();
        let mut dual = 0_i128;
        for left in 0..count as u32 {
            let own = solution.right_of(&graph, left);
            prop_assert!(own != graph::NONE || solution.u[left as usize] == 0);
            prop_assert!(solution.u[left as usize] >= 0);
            dual += i128::from(solution.u[left as usize]);
            for arc in graph.row(left) {
                let slack = solution.u[left as usize] + solution.v[arc.right as usize] - arc.weight;
                prop_assert!(slack >= 0 && (own != arc.right || slack == 0));
            }
        }
        for right in 0..count {
            prop_assert!(solution.v[right] >= 0);
            prop_assert!(solution.mate[right] != graph::NONE || solution.v[right] == 0);
            dual += i128::from(solution.v[right]);
        }
        let (left, right) = (keys_of(count, 1), keys_of(count, 7));
        let result = assigned(&edges, &left, &right);
        prop_assert_eq!(result.total, dual);
        for pair in &result.pairs {
            let (l, r) = (edges[pair.edge].left, edges[pair.edge].right);
            let rest: Vec<_> =
                edges.iter().copied().filter(|e| (e.left, e.right) != (l, r)).collect();
            let without = assigned(&rest, &left, &right).total;
            prop_assert_eq!(i128::from(pair.regret), result.total - without);
        }
    }
}

#[test]
fn two_with_identical_particulars_are_tied_on_both_sides() {
    let edges = [edge(0, 0, 9), edge(0, 1, 9), edge(1, 0, 9), edge(1, 1, 9)];
    let result = assigned(&edges, &[5, 6], &[7, 8]);
    assert_eq!(result.total, 18);
    assert!(
        result
            .pairs
            .iter()
            .all(|p| p.standing == Standing::Tied && p.regret == 0)
    );
}

#[test]
fn one_of_two_who_claim_the_same_is_alone_and_marked() {
    let result = assigned(&[edge(0, 0, 9), edge(1, 0, 9)], &[5, 6], &[7]);
    assert_eq!(result.pairs.len(), 1);
    assert!(result.left.iter().all(|s| s.standing == Standing::Tied));
    assert!(result.left.iter().all(|s| s.regret == Some(0)));
}

#[test]
fn the_total_counts_and_not_the_number() {
    let result = assigned(
        &[edge(0, 0, 5), edge(0, 1, 20), edge(1, 1, 5)],
        &[1, 2],
        &[3, 4],
    );
    assert_eq!((result.total, result.pairs.len()), (20, 1));
    assert_eq!(result.pairs[0].regret, 10);
    assert_eq!(result.left[1].regret, Some(10));
    assert_eq!(result.right[0].regret, Some(10));
}

#[test]
fn weights_without_measure_are_bounded() {
    let edges = [edge(0, 0, i64::MAX), edge(0, 1, i64::MAX), edge(1, 0, 1)];
    let result = assigned(&edges, &[1, 2], &[3, 4]);
    assert_eq!(result.total, i128::from(MOST) + 1);
}

#[test]
fn nobody_and_nothing() {
    let result = assigned(&[edge(0, 0, 1)], &[], &[]);
    assert_eq!(result.pairs, []);
    assert_eq!(assigned(&[], &[1], &[]).left.len(), 1);
}

#[test]
fn who_watches_can_stop_it() {
    struct Never;
    impl Watch for Never {
        fn at(&self, _: crate::watch::Stage, _: u64, _: u64) -> Result<(), Stopped> {
            Err(Stopped)
        }
    }
    let keys = Keys {
        left: &[1],
        right: &[2],
    };
    assert_eq!(assign(&[edge(0, 0, 1)], keys, &Never), Err(Stopped));
}
