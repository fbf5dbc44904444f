//! One row of the lattice: the inner loop of the whole.

/// `row` holds the levels of the cells; `before` the best way to each from other rows. Afterwards `row`
/// holds the least greatest level of a way to each.
pub(super) fn sweep(row: &mut [u16], before: &[u16]) {
    let mut carried = u16::MAX;
    for (cell, before) in row.iter_mut().zip(before) {
        carried = carried.min(*before).max(*cell);
        *cell = carried;
    }
}

/// The lesser of each two.
pub(super) fn lesser(best: &mut [u16], other: &[u16]) {
    for (best, other) in best.iter_mut().zip(other) {
        *best = (*best).min(*other);
    }
}
