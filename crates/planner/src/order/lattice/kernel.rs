//! A group of rows of the lattice: the inner loop of the whole.

#![expect(clippy::indexing_slicing, reason = "lanes are counted by the type")]

use super::level::{LEAST, Level, NEVER};

/// What is of one step: a cell of each row of a group.
pub(super) type Step<const LANES: usize> = [Level; LANES];

/// The least greatest level of a way to each cell of a group, from the levels of its cells by party, the
/// best ways to each from other planes, and the cells of the row above it, as they lie in the last lane of
/// the group before.
pub(super) fn sweep<const LANES: usize, const PARTIES: usize>(
    group: &mut [Step<LANES>],
    levels: [&[Step<LANES>]; PARTIES],
    best: &[Step<LANES>],
    above: &[Step<LANES>],
) {
    let mut carried = [NEVER; LANES];
    let mut above = above.iter();
    let mut levels = levels.map(<[_]>::iter);
    for (cells, best) in group.iter_mut().zip(best) {
        let mut level = [LEAST; LANES];
        for party in &mut levels {
            if let Some(party) = party.next() {
                level = higher(level, *party);
            }
        }
        let mut from_above = [NEVER; LANES];
        from_above[1..].copy_from_slice(&carried[..LANES - 1]);
        if let Some(last) = above.next() {
            from_above[0] = last[LANES - 1];
        }
        carried = higher(level, lower(*best, lower(carried, from_above)));
        *cells = carried;
    }
}

fn lower<const LANES: usize>(one: Step<LANES>, other: Step<LANES>) -> Step<LANES> {
    core::array::from_fn(|lane| one[lane].min(other[lane]))
}

fn higher<const LANES: usize>(one: Step<LANES>, other: Step<LANES>) -> Step<LANES> {
    core::array::from_fn(|lane| one[lane].max(other[lane]))
}

/// The lesser of each two.
pub(super) fn lesser(best: &mut [Level], one: &[Level], other: &[Level]) {
    for (best, (one, other)) in best.iter_mut().zip(one.iter().zip(other)) {
        *best = (*one).min(*other);
    }
}

/// The lesser of each three.
pub(super) fn least(best: &mut [Level], one: &[Level], other: &[Level]) {
    for (best, (one, other)) in best.iter_mut().zip(one.iter().zip(other)) {
        *best = (*best).min((*one).min(*other));
    }
}

/// The greater of each two.
pub(super) fn greater(level: &mut [Level], other: &[Level]) {
    for (level, other) in level.iter_mut().zip(other) {
        *level = (*level).max(*other);
    }
}
