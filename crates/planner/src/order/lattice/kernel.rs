//! One row of the lattice: the inner loop of the whole. Rows are gone through so many cells at once, to
//! the next whole number of them: what lies beyond a row's end is reckoned too, and never looked at.

#![expect(clippy::indexing_slicing, reason = "lanes are counted")]

/// So many cells are compared at once.
pub(super) const LANES: usize = 8;

/// A row's length, to the next whole number of lanes.
pub(super) const fn padded(length: usize) -> usize {
    length.next_multiple_of(LANES)
}

/// `row` becomes the least greatest level of a way to each cell: `levels` are those of the cells, `before`
/// the best way to each from other rows.
///
/// Cell by cell that is `x = max(e, min(b, x before))`. Two such steps are one of the same form, with
/// `max(e2, min(b2, e1))` and `min(b1, b2)` in the place of e and b: so eight cells are brought to depend on
/// the last before them only, all at once, in three rounds.
pub(super) fn sweep(row: &mut [u16], levels: &[u16], before: &[u16]) {
    let (row, _) = row.as_chunks_mut::<LANES>();
    let (levels, _) = levels.as_chunks::<LANES>();
    let (before, _) = before.as_chunks::<LANES>();
    let mut carried = u16::MAX;
    for (row, (levels, before)) in row.iter_mut().zip(levels.iter().zip(before)) {
        // What b falls short of the greatest number, so that nought changes nothing.
        let (mut at_least, mut short) = (*levels, before.map(|b| !b));
        (at_least, short) = joined(at_least, short, later::<1>(at_least), later::<1>(short));
        (at_least, short) = joined(at_least, short, later::<2>(at_least), later::<2>(short));
        (at_least, short) = joined(at_least, short, later::<4>(at_least), later::<4>(short));
        for ((cell, at_least), short) in row.iter_mut().zip(at_least).zip(short) {
            *cell = at_least.max((!short).min(carried));
        }
        carried = row[LANES - 1];
    }
}

/// Each after the one so many places before it.
fn joined(
    at_least: [u16; LANES],
    short: [u16; LANES],
    at_least_before: [u16; LANES],
    short_before: [u16; LANES],
) -> ([u16; LANES], [u16; LANES]) {
    let mut joined = [0; LANES];
    let mut shorter = [0; LANES];
    for lane in 0..LANES {
        joined[lane] = at_least[lane].max(at_least_before[lane].min(!short[lane]));
        shorter[lane] = short[lane].max(short_before[lane]);
    }
    (joined, shorter)
}

/// So many places on, with nought at the beginning.
fn later<const BY: usize>(lanes: [u16; LANES]) -> [u16; LANES] {
    let mut later = [0; LANES];
    later[BY..].copy_from_slice(&lanes[..LANES - BY]);
    later
}

/// Of each two the greater.
pub(super) fn both(greater: &mut [u16], one: &[u16], other: &[u16]) {
    let (greater, _) = greater.as_chunks_mut::<LANES>();
    let (one, _) = one.as_chunks::<LANES>();
    let (other, _) = other.as_chunks::<LANES>();
    for (greater, (one, other)) in greater.iter_mut().zip(one.iter().zip(other)) {
        for (greater, (one, other)) in greater.iter_mut().zip(one.iter().zip(other)) {
            *greater = (*one).max(*other);
        }
    }
}

/// The greater of each two.
pub(super) fn greater(levels: &mut [u16], other: &[u16]) {
    let (levels, _) = levels.as_chunks_mut::<LANES>();
    let (other, _) = other.as_chunks::<LANES>();
    for (levels, other) in levels.iter_mut().zip(other) {
        for (level, other) in levels.iter_mut().zip(other) {
            *level = (*level).max(*other);
        }
    }
}

/// The lesser of each two.
pub(super) fn lesser(best: &mut [u16], other: &[u16]) {
    let (best, _) = best.as_chunks_mut::<LANES>();
    let (other, _) = other.as_chunks::<LANES>();
    for (best, other) in best.iter_mut().zip(other) {
        for (best, other) in best.iter_mut().zip(other) {
            *best = (*best).min(*other);
        }
    }
}
