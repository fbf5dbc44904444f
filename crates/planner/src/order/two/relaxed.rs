//! What no plan can do better than: from here on every party pays the least costs first and is worth the
//! greatest values first, in whatever order its tiers leave free. Both at once is more than any order can
//! do, so what does not fit even so does not fit at all. Where standing is bound from above, the same is
//! done with the greatest costs and the least values.

#![expect(
    clippy::indexing_slicing,
    reason = "units are counted when the lists are made"
)]

use super::{Sums, Track, orders::points};
use crate::order::{
    bounds::{Bounds, FAR},
    units::{UnitBand, Units},
};

/// Each party's units, tier by tier, by cost and by value.
#[derive(Debug)]
pub(in super::super) struct Optimist {
    cheap: [Vec<usize>; 2],
    dear: [Vec<usize>; 2],
    /// The other way round, for bounds from above: the dearest first, the least worth first.
    worst: [[Vec<usize>; 2]; 2],
    /// For each band, by party: what counts least first, and what counts most first.
    counted: Vec<[[Vec<usize>; 2]; 2]>,
}

impl Optimist {
    pub fn of(units: &Units) -> Self {
        let sorted = |party: usize, key: fn((i64, i64)) -> i64| {
            let mut own: Vec<usize> = units.owed(party).collect();
            own.sort_by_key(|unit| (units.at(*unit).tier, key(points(units, *unit)), *unit));
            own
        };
        let by_count = |party: usize, counts: &[i64], sign: i64| {
            let mut own: Vec<usize> = units.owed(party).collect();
            own.sort_by_key(|unit| (units.at(*unit).tier, sign * counts[*unit], *unit));
            own
        };
        let counted = |band: &UnitBand| {
            [0, 1].map(|party| [1, -1].map(|sign| by_count(party, &band.counts, sign)))
        };
        Self {
            counted: units.bands().iter().map(counted).collect(),
            cheap: [0, 1].map(|party| sorted(party, |(cost, _)| cost)),
            dear: [0, 1].map(|party| sorted(party, |(_, value)| -value)),
            worst: [0, 1].map(|party| {
                [
                    sorted(party, |(cost, _)| -cost),
                    sorted(party, |(_, value)| value),
                ]
            }),
        }
    }

    /// The sums if all that `given` says has been handed over already, for these sums.
    pub fn sums(
        &self,
        units: &Units,
        given: impl Fn(usize) -> bool,
        so_far: [(usize, i64, i64); 2],
        ceiling: Ceiling,
    ) -> Sums {
        let mut sums = Sums::default();
        let mut above = Sums::default();
        for (party, (count, cost, value)) in so_far.into_iter().enumerate() {
            let (cheap, dear) = (&self.cheap[party], &self.dear[party]);
            let rest = |from: &[usize], begun: i64, of: fn((i64, i64)) -> i64| {
                let mut all = Vec::with_capacity(from.len() + 1);
                all.resize(count + 1, begun);
                let mut sum = begun;
                for unit in from.iter().filter(|unit| !given(**unit)) {
                    sum += of(points(units, *unit));
                    all.push(sum);
                }
                all
            };
            sums.cost[party] = rest(cheap, cost, |(cost, _)| cost);
            sums.value[party] = rest(dear, value, |(_, value)| value);
            sums.needs[party] = vec![0; cheap.len() + 1];
            if ceiling == Ceiling::Bound {
                let [dearest, least] = &self.worst[party];
                above.cost[party] = rest(dearest, cost, |(cost, _)| cost);
                above.value[party] = rest(least, value, |(_, value)| value);
            }
        }
        sums.bands = self.tracks(units, &given, so_far.map(|(count, ..)| count));
        sums.ceiling = (ceiling == Ceiling::Bound).then(|| Box::new(above));
        sums
    }
}

impl Optimist {
    /// What the bands count at least and at most. Where all of a party's units count the same, both are
    /// the same.
    fn tracks(
        &self,
        units: &Units,
        given: &impl Fn(usize) -> bool,
        counts: [usize; 2],
    ) -> Vec<Track> {
        let track = |band: &UnitBand, sorted: &[[Vec<usize>; 2]; 2]| {
            let mut track = Track {
                least: band.least,
                most: band.most,
                ..Track::default()
            };
            for party in [0, 1] {
                let begun: i64 = sorted[party][0]
                    .iter()
                    .filter(|unit| given(**unit))
                    .map(|unit| band.counts[*unit])
                    .sum();
                let of_class = |class, kept: fn(bool) -> bool| {
                    let own = units.of_class(class);
                    own.filter(|unit| kept(given(*unit))).count()
                };
                let now = |class| of_class(class, |given| given);
                // At least as many whole groups as there are; at most as if all that follow were of each.
                let further = |more: usize| {
                    let with = |class| now(class) + more.min(of_class(class, |given| !given));
                    band.groups(party, with)
                };
                let groups = band.groups(party, now);
                let rest = |from: &[usize]| {
                    let mut all = vec![begun; counts[party] + 1];
                    let mut sum = begun;
                    for unit in from.iter().filter(|unit| !given(**unit)) {
                        sum += band.counts[*unit];
                        all.push(sum);
                    }
                    all
                };
                track.low[party] = rest(&sorted[party][0]);
                track.high[party] = rest(&sorted[party][1]);
                if !band.grouped[party].is_empty() {
                    for sum in &mut track.low[party] {
                        *sum += groups;
                    }
                    for (at, sum) in track.high[party].iter_mut().enumerate() {
                        *sum += further(at.saturating_sub(counts[party]));
                    }
                }
            }
            track
        };
        units
            .bands()
            .iter()
            .zip(&self.counted)
            .map(|(band, sorted)| track(band, sorted))
            .collect()
    }
}

/// Whether standing is bound from above too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Ceiling {
    Free,
    Bound,
}

impl Ceiling {
    pub fn of(bounds: &Bounds) -> Self {
        if bounds.high.iter().all(|high| *high >= FAR) {
            Self::Free
        } else {
            Self::Bound
        }
    }
}
