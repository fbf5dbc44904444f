//! The lattice against the plainest way to go through one, at every cell: any number of parties and axes,
//! with and without gates, by rank and within bounds; axes of one tile and of several.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{
    level::{LEAST, Levels, NEVER},
    tiles::Lattice,
    walk,
};
use crate::{
    order::{
        bounds::{Aim, Bounds, Caps},
        grid::Grid,
        problem::{Class, Draft, Effect, Party, Problem},
        share::Share,
    },
    watch::Unwatched,
};

/// Many short axes, a few that are more than a tile long, or planes of more than one group of rows; and
/// worths so great, now and then, that levels are not made once for all.
fn problems() -> impl Strategy<Value = Problem> {
    let size = prop_oneof![
        16 => (1_usize..=6, Just(1..=3_u32)),
        16 => (1_usize..=3, Just(8..=20_u32)),
        2 => (Just(4), Just(7..=7_u32)),
        1 => (Just(4), Just(13..=14_u32)),
    ];
    let unit = prop_oneof![3 => Just(1_i64), 1 => Just(151)];
    (2_usize..=4, size, unit).prop_flat_map(|(parties, (classes, count), unit)| {
        let of_party = || {
            (
                1_i64..9,
                prop::option::of(3_i64..20),
                prop::option::of(0_i64..20),
            )
        };
        let worths =
            prop::collection::vec((-6_i64..=6).prop_map(move |worth| worth * unit), parties);
        let of_class = (0..parties, count, 0_u32..=1, worths);
        (
            prop::collection::vec(of_party(), parties),
            prop::collection::vec(of_class, classes),
        )
            .prop_map(|(parties, classes)| {
                let parties = parties.into_iter().map(|(scale, cap, stake)| Party {
                    scale: Some(scale),
                    exposure_cap: cap,
                    at_stake: stake,
                    ..Party::default()
                });
                let classes = classes.into_iter().enumerate();
                let classes = classes.map(
                    |(at, (giver, count, tier, mut worths)): (
                        usize,
                        (usize, u32, u32, Vec<i64>),
                    )| {
                        // What is given costs; what one of two receives is worth something to it.
                        if worths.len() == 2 {
                            worths[1 - giver] = worths[1 - giver].abs();
                        }
                        worths[giver] = -worths[giver].abs();
                        Class {
                            name: at.to_string(),
                            giver,
                            count,
                            tier,
                            effects: worths.into_iter().map(Effect::Each).collect(),
                        }
                    },
                );
                Problem::new(Draft {
                    parties: parties.collect(),
                    classes: classes.collect(),
                    ..Draft::default()
                })
                .unwrap()
            })
    })
}

/// All cells, each after those that it is reached from.
fn cells(grid: &Grid) -> Vec<Vec<usize>> {
    grid.axes.iter().fold(vec![Vec::new()], |cells, axis| {
        let further = |cell: Vec<usize>| {
            (0..=axis.len()).map(move |count| [cell.clone(), vec![count]].concat())
        };
        cells.into_iter().flat_map(further).collect()
    })
}

fn standing(grid: &Grid, cell: &[usize]) -> Vec<i64> {
    let of_party = |party: usize| {
        let steps = grid.axes.iter().zip(cell);
        steps.map(|(axis, count)| axis.runs[party][*count]).sum()
    };
    (0..grid.parties).map(of_party).collect()
}

/// By cell the least greatest share of a way to it; none where there is no way.
fn plainly(grid: &Grid, level: impl Fn(&[i64]) -> Option<Share>) -> Vec<Option<Share>> {
    let cells = cells(grid);
    let mut best: BTreeMap<&[usize], Option<Share>> = BTreeMap::new();
    for cell in &cells {
        let standing = standing(grid, cell);
        let shut = grid
            .gates
            .iter()
            .any(|gate| cell[gate.axis] > gate.beyond && cell[gate.other] < gate.least);
        let before = (0..cell.len())
            .filter(|axis| cell[*axis] > 0)
            .filter_map(|axis| {
                let mut before = cell.clone();
                before[axis] -= 1;
                best[&before[..]]
            });
        let before = if cell.iter().all(|count| *count == 0) {
            Some(Share::ZERO)
        } else {
            before.min()
        };
        let level = level(&standing).filter(|_| !shut);
        let share = before.zip(level).map(|(before, level)| before.max(level));
        best.insert(cell, share);
    }
    cells.iter().map(|cell| best[&cell[..]]).collect()
}

proptest! {
    #[test]
    fn levels_by_rank_are_those_of_the_plainest_way(problem in problems(), guarantee: bool, kept: bool) {
        let aim = if guarantee { Aim::Guarantee } else { Aim::Exposure };
        let caps = Bounds::caps(&problem, if kept { Caps::Kept } else { Caps::Ignored });
        let grid = Grid::of(&problem);
        // What is above it is not told apart.
        let most = Share::new(1_000, 1);
        let levels = Levels::ranked(&problem, aim, &caps, most).unwrap();
        let mut lattice = Lattice::new(&grid, &levels);
        lattice.sweep(&Unwatched).unwrap();
        let back = walk::back(&mut lattice, &grid);
        let share = |standing: &[i64]| {
            let shares = standing.iter().enumerate().map(|(party, standing)| {
                let points = match aim {
                    Aim::Exposure => -standing,
                    Aim::Guarantee => standing - problem.totals()[party],
                };
                Share::new(points, problem.scales()[party])
            });
            shares.max().filter(|share| caps.hold(standing) && *share <= most)
        };
        let expected = plainly(&grid, share);
        // The way back is one of the best: no place on it is worse than the end.
        let end = expected.last().copied().flatten();
        prop_assert_eq!(back.as_ref().and_then(|(level, _)| levels.share(*level)), end);
        if let Some((_, steps)) = back {
            let mut cell = vec![0; grid.axes.len()];
            let mut most = share(&standing(&grid, &cell));
            for axis in steps {
                cell[axis] += 1;
                let here = share(&standing(&grid, &cell));
                most = most.zip(here).map(|(most, here)| most.max(here));
            }
            prop_assert_eq!(most, end);
            prop_assert!(grid.axes.iter().zip(cell).all(|(axis, count)| axis.len() == count));
        }
        for (cell, expected) in cells(&grid).iter().zip(expected) {
            prop_assert_eq!(levels.share(lattice.at(cell)), expected, "at {:?}", cell);
        }
    }

    #[test]
    fn within_bounds_is_what_the_plainest_way_says(problem in problems(), most in 0_i64..30) {
        let bounds = Bounds::none(problem.parties().len());
        let bounds = bounds.and_at_most(&problem, Aim::Exposure, Share::new(most, 4));
        let grid = Grid::of(&problem);
        let levels = Levels::Within(bounds.clone());
        let mut lattice = Lattice::new(&grid, &levels);
        lattice.sweep(&Unwatched).unwrap();
        let expected = plainly(&grid, |standing| bounds.hold(standing).then_some(Share::ZERO));
        for (cell, expected) in cells(&grid).iter().zip(expected) {
            let level = lattice.at(cell);
            prop_assert_eq!(level, if expected.is_some() { LEAST } else { NEVER }, "at {:?}", cell);
        }
    }
}
