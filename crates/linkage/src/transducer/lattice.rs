//! All ways in which two words can be cut into units, summed over or searched for the best. The
//! words come as the chunks that end at each of their places.

use super::{
    exact::{log2, log2_of, narrow},
    ngram::{Code, Ngram},
    units::{NO_UNIT, Places, SHAPES, Units},
};

/// Partial cuts whose share is below this part of the best at the same place are dropped.
const BEAM: f64 = 1.0 / 2048.0;

/// Words longer than this are cut off there: no name has so many letters.
pub(super) const LONGEST: usize = 40;

/// Space for the sums, to be used again.
#[derive(Debug, Default)]
pub(super) struct Space {
    cells: Vec<Vec<(u32, f64)>>,
    row: Vec<f32>,
    back: Vec<f32>,
}

/// A place of two words through which less than this part of all cuts goes, by independent units,
/// is passed over.
const THIN: f32 = 1.0 / 4096.0;

/// The logarithm to base 2 of the sum over all cuts of the product of the ratios of their units:
/// how much more often the two words stand for each other than by chance, where each unit is taken
/// to be independent of its neighbours. Minus infinity where no cut exists.
pub(super) fn independent(units: &Units, left: &Places, right: &Places, space: &mut Space) -> f32 {
    let width = left.len();
    space.row.clear();
    space.row.resize(width * right.len(), 0.0);
    let cells = &mut space.row;
    for (j, ends) in right.iter().enumerate() {
        let [none, one, two, _] = ends.map(|chunk| units.ratios_of_right(chunk));
        for (i, begins) in left.iter().enumerate() {
            if i == 0 && j == 0 {
                set(cells, 0, 1.0);
                continue;
            }
            let at = j * width + i;
            let [empty, single, double, triple] = *begins;
            let mut sum = 0.0;
            if i >= 1 {
                sum += get(cells, at - 1) * pick(none, single);
            }
            if j >= 1 {
                let above = at - width;
                sum += get(cells, above) * pick(one, empty);
                if i >= 1 {
                    sum += get(cells, above - 1) * pick(one, single);
                }
                if i >= 2 {
                    sum += get(cells, above - 2) * pick(one, double);
                }
                if i >= 3 {
                    sum += get(cells, above - 3) * pick(one, triple);
                }
                if i >= 1 && j >= 2 {
                    sum += get(cells, above - width - 1) * pick(two, single);
                }
            }
            set(cells, at, sum);
        }
    }
    log2_of(cells.last().copied().unwrap_or(0.0))
}

/// For each place the sum over all ways to go on from there to the end, beside those from the
/// beginning that [`independent`] left.
fn backwards(units: &Units, left: &Places, right: &Places, space: &mut Space) {
    let width = left.len();
    let size = width * right.len();
    space.back.clear();
    space.back.resize(size, 0.0);
    let cells = &mut space.back;
    set(cells, size - 1, 1.0);
    for (j, ends) in right.iter().enumerate().rev() {
        let [none, one, two, _] = ends.map(|chunk| units.ratios_of_right(chunk));
        for (i, begins) in left.iter().enumerate().rev() {
            let at = j * width + i;
            let after = get(cells, at);
            if after == 0.0 {
                continue;
            }
            let [empty, single, double, triple] = *begins;
            if i >= 1 {
                more(cells, at - 1, after * pick(none, single));
            }
            if j >= 1 {
                let above = at - width;
                more(cells, above, after * pick(one, empty));
                if i >= 1 {
                    more(cells, above - 1, after * pick(one, single));
                }
                if i >= 2 {
                    more(cells, above - 2, after * pick(one, double));
                }
                if i >= 3 {
                    more(cells, above - 3, after * pick(one, triple));
                }
                if i >= 1 && j >= 2 {
                    more(cells, above - width - 1, after * pick(two, single));
                }
            }
        }
    }
}

/// The logarithm to base 2 of the joint probability of the two words, summed over all cuts but the
/// very unlikely, and what [`independent`] gives. Minus infinity where no cut exists.
pub(super) fn joint(
    units: &Units,
    grams: &Ngram,
    left: &Places,
    right: &Places,
    space: &mut Space,
) -> (f32, f32) {
    let ratio = independent(units, left, right, space);
    backwards(units, left, right, space);
    let width = right.len();
    let total = left.len() * width;
    if space.cells.len() < total {
        space.cells.resize(total, Vec::new());
    }
    space.cells.iter_mut().take(total).for_each(Vec::clear);
    let least = get(&space.back, 0) * THIN;
    if let Some(first) = space.cells.first_mut() {
        first.push((grams.start(), 1.0));
    }
    for (i, ends) in left.iter().enumerate() {
        for (j, others) in right.iter().enumerate() {
            let at = i * width + j;
            let turned = j * left.len() + i;
            if get(&space.row, turned) * get(&space.back, turned) < least {
                continue;
            }
            let (before, from) = space.cells.split_at_mut(at);
            let Some(cell) = from.first_mut() else {
                continue;
            };
            let is_live = |a, b| {
                before
                    .get(at - a * width - b)
                    .is_some_and(|cell: &Vec<(u32, f64)>| !cell.is_empty())
            };
            each_unit(units, (i, ends), (j, others), is_live, |unit, (a, b)| {
                for (state, share) in before.get(at - a * width - b).into_iter().flatten() {
                    let (probability, next) = grams.step(*state, unit);
                    let share = share * f64::from(probability);
                    match cell.iter_mut().find(|(known, _)| *known == next) {
                        Some((_, sum)) => *sum += share,
                        None => cell.push((next, share)),
                    }
                }
            });
            rescue(cell);
        }
    }
    let sum: f64 = space
        .cells
        .get(total - 1)
        .into_iter()
        .flatten()
        .map(|(state, share)| share * f64::from(grams.end(*state)))
        .sum();
    (narrow(log2(sum)), ratio)
}

/// Drops what is far below the best.
fn rescue(cell: &mut Vec<(u32, f64)>) {
    if cell.len() > 2 {
        let best = cell.iter().map(|(_, share)| *share).fold(0.0, f64::max);
        cell.retain(|(_, share)| *share >= best * BEAM);
    }
}

/// The best cut: its units, and the logarithm to base 2 of its probability. None where no cut exists.
pub(super) fn best(
    units: &Units,
    grams: &Ngram,
    left: &Places,
    right: &Places,
) -> Option<(Vec<Code>, f32)> {
    let width = right.len();
    let mut cells: Vec<Vec<Step>> = vec![Vec::new(); left.len() * width];
    cells.first_mut()?.push(Step {
        state: grams.start(),
        share: 1.0,
        unit: NO_UNIT,
        from: (0, 0),
    });
    for (i, ends) in left.iter().enumerate() {
        for (j, others) in right.iter().enumerate() {
            let at = i * width + j;
            let (before, from) = cells.split_at_mut(at);
            let Some(cell) = from.first_mut() else {
                continue;
            };
            each_unit(
                units,
                (i, ends),
                (j, others),
                |_, _| true,
                |unit, (a, b)| {
                    let source = at - a * width - b;
                    for (place, step) in before.get(source).into_iter().flatten().enumerate() {
                        let (probability, state) = grams.step(step.state, unit);
                        let step = Step {
                            state,
                            share: step.share * f64::from(probability),
                            unit,
                            from: (source, place),
                        };
                        match cell.iter_mut().find(|known| known.state == state) {
                            Some(known) if known.share >= step.share => {}
                            Some(known) => *known = step,
                            None => cell.push(step),
                        }
                    }
                },
            );
        }
    }
    let last = cells.len() - 1;
    let (mut at, share) = cells
        .last()?
        .iter()
        .enumerate()
        .map(|(place, step)| ((last, place), step.share * f64::from(grams.end(step.state))))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let mut path = Vec::new();
    while at.0 != 0 {
        let step = cells.get(at.0)?.get(at.1)?;
        path.push(step.unit);
        at = step.from;
    }
    path.reverse();
    (share > 0.0).then(|| (path, narrow(log2(share))))
}

#[derive(Debug, Clone, Copy)]
struct Step {
    state: u32,
    share: f64,
    unit: Code,
    from: (usize, usize),
}

/// Every unit that ends at two places, with how many letters of each word it takes, where what
/// stands so many letters before is worth a look.
#[inline]
fn each_unit(
    units: &Units,
    (i, ends): (usize, &[u16; 4]),
    (j, others): (usize, &[u16; 4]),
    is_live: impl Fn(usize, usize) -> bool,
    mut with: impl FnMut(Code, (usize, usize)),
) {
    for (a, b) in SHAPES {
        if i >= a
            && j >= b
            && is_live(a, b)
            && let (Some(left), Some(right)) = (ends.get(a), others.get(b))
        {
            let unit = units.number(*left, *right);
            if unit != NO_UNIT {
                with(unit, (a, b));
            }
        }
    }
}

#[inline]
fn get(cells: &[f32], at: usize) -> f32 {
    cells.get(at).copied().unwrap_or(0.0)
}

#[inline]
fn set(cells: &mut [f32], at: usize, value: f32) {
    if let Some(cell) = cells.get_mut(at) {
        *cell = value;
    }
}

#[inline]
fn more(cells: &mut [f32], at: usize, value: f32) {
    if let Some(cell) = cells.get_mut(at) {
        *cell += value;
    }
}

#[inline]
fn pick(ratios: &[f32], chunk: u16) -> f32 {
    ratios.get(usize::from(chunk)).copied().unwrap_or(0.0)
}
