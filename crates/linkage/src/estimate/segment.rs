//! Candidates gathered into at most about a thousand segments of like weight: thresholds lie between
//! them. Segments are narrow where true and false pairs mix.

use super::{
    evidence::{Cell, Reviewed},
    number::{chance, float, ratio, whole},
};

/// No more segments than this, and three for each stratum.
const MOST: u64 = 1_000;

/// Candidates of like weight.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// The least weight among them.
    pub bits: i64,
    /// How many there are.
    pub links: u64,
    /// The reviewed stratum they lie in, by its place.
    pub stratum: Option<usize>,
    /// Their cells, by their place among the cells as given.
    pub cells: Vec<usize>,
}

/// Of the probabilities of the candidates in a segment: their sum and the sum of their squares.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    pub links: f64,
    pub sum: f64,
    pub squares: f64,
}

impl Moments {
    /// How far the number of true pairs strays from its mean, as a variance: each candidate is true
    /// or not, independently given the model (the Poisson binomial distribution).
    pub fn variance(self) -> f64 {
        (self.sum - self.squares).max(0.0)
    }
}

/// The segments in ascending order of weight.
pub(super) fn segments(cells: &[Cell], strata: &[Reviewed]) -> Vec<Segment> {
    let mut order: Vec<(usize, &Cell)> = cells.iter().enumerate().collect();
    order.retain(|(_, cell)| cell.count > 0);
    order.sort_by_key(|(_, cell)| cell.bits);
    let weigh = |f: &dyn Fn(f64) -> f64| -> f64 {
        let of = |(_, cell): &(usize, &Cell)| float(cell.count) * f(chance(cell.probability));
        order.iter().map(of).sum()
    };
    let [pairs, truth, doubt] = [weigh(&|_| 1.0), weigh(&|p| p), weigh(&|p| p * (1.0 - p))];
    let mut gone = 0.0;
    let mut last: Option<(u64, i64)> = None;
    let mut segments: Vec<Segment> = Vec::new();
    for (place, cell) in order {
        let stratum = strata
            .iter()
            .position(|stratum| (stratum.from..stratum.below).contains(&cell.bits));
        let (p, count) = (chance(cell.probability), float(cell.count));
        let share = whole(gone * float(MOST) / 3.0);
        gone += ratio(count, pairs, 0.0)
            + ratio(count * p, truth, 0.0)
            + ratio(count * p * (1.0 - p), doubt, 0.0);
        let goes_on = |segment: &Segment| {
            let same = |(at, bits)| at == share || bits == cell.bits;
            segment.stratum == stratum && last.is_some_and(same)
        };
        match segments.last_mut() {
            Some(segment) if goes_on(segment) => {
                segment.links = segment.links.saturating_add(cell.count);
                segment.cells.push(place);
            }
            _ => segments.push(Segment {
                bits: cell.bits,
                links: cell.count,
                stratum,
                cells: vec![place],
            }),
        }
        last = Some((share, cell.bits));
    }
    segments
}

/// The moments of each segment, with the probabilities of the model or of a replicate.
pub(super) fn moments(
    segments: &[Segment],
    cells: &[Cell],
    probability: &dyn Fn(usize, &Cell) -> f64,
) -> Vec<Moments> {
    let of_segment = |segment: &Segment| {
        let mut moments = Moments::default();
        for place in &segment.cells {
            if let Some(cell) = cells.get(*place) {
                let (count, p) = (float(cell.count), chance(probability(*place, cell)));
                moments.links += count;
                moments.sum += count * p;
                moments.squares += count * p * p;
            }
        }
        moments
    };
    segments.iter().map(of_segment).collect()
}
