//! One row of the lattice: the inner loop of the whole.

#![expect(
    clippy::indexing_slicing,
    reason = "all that makes a row is as long as the row"
)]

use core::hint::select_unpredictable;

/// The least greatest level of a way to each cell of a row, from the levels of its cells by party and the
/// best ways to each from other rows. In one go: on short rows two goes would take longer.
pub(super) fn sweep<const PARTIES: usize>(
    row: &mut [u16],
    levels: [&[u16]; PARTIES],
    before: [&[u16]; 2],
) {
    let length = row.len();
    // Cut to one length, so that it is looked at once and not at every cell.
    let levels = levels.map(|levels| &levels[..length]);
    let before = before.map(|before| &before[..length]);
    let mut carried = u16::MAX;
    for (at, cell) in row.iter_mut().enumerate() {
        let level = levels
            .iter()
            .fold(0, |level, party| higher(level, party[at]));
        let best = higher(lower(before[0][at], before[1][at]), level);
        // Between the level and the best from elsewhere; both are asked of what was carried before, so that
        // neither waits for the other.
        let most = select_unpredictable(carried > best, best, carried);
        carried = select_unpredictable(carried < level, level, most);
        *cell = carried;
    }
}

// Which of two is the lower cannot be foretold: a jump for each would often be taken wrongly.

fn lower(one: u16, other: u16) -> u16 {
    select_unpredictable(one < other, one, other)
}

fn higher(one: u16, other: u16) -> u16 {
    select_unpredictable(one > other, one, other)
}

/// The lesser of each two.
pub(super) fn lesser(best: &mut [u16], one: &[u16], other: &[u16]) {
    for (best, (one, other)) in best.iter_mut().zip(one.iter().zip(other)) {
        *best = (*one).min(*other);
    }
}

/// The lesser of each three.
pub(super) fn least(best: &mut [u16], one: &[u16], other: &[u16]) {
    for (best, (one, other)) in best.iter_mut().zip(one.iter().zip(other)) {
        *best = (*best).min((*one).min(*other));
    }
}
